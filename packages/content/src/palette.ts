/**
 * Reads `components.yaml`, the palette of what a box can be, and finds what its shape alone cannot see.
 *
 *     groups ─┐
 *     kinds ──┼─▶ Palette + findings: names that mean two kinds, groups that are not there,
 *     lists ──┘                       defaults without a source, out of bounds or in the wrong unit
 *
 * A default is neutral (it changes nothing until somebody sets it), an assumption and says so, or has a page and the day
 * on which it was read.
 */
import { PaletteFile } from '@dryrun/domain';
import type { Kind, Palette, Setting, Settings } from '@dryrun/domain';
import { readValue } from '@dryrun/quantities';
import { didYouMean } from '@dryrun/text';
import type { ContentFinding, Read, SourceFile } from './finding.ts';
import { readHardware } from './hardware.ts';
import { placeOf, readYaml } from './yaml-file.ts';

export const PALETTE_FILE = 'components.yaml';

/** What stands in where the file is missing or wrong; its findings keep anything from being opened with it. */
const NONE: Palette = {
  groups: {},
  kinds: [],
  connection: {},
  workload: {},
  world: {},
  distances: {
    sameZone: { roundTrip: '0ms' },
    otherZone: { roundTrip: '0ms' },
    otherRegion: { roundTrip: '0ms' },
    regions: [],
  },
  gpus: [],
  llmModels: [],
};

type Path = readonly PropertyKey[];
type Wrong = { readonly code: string; readonly message: string; readonly path: Path };

export const readPalette = (files: readonly SourceFile[]): Read<Palette> => {
  const file = files.find(({ path }) => path === PALETTE_FILE);
  if (!file) {
    const message = `Expected the file “${PALETTE_FILE}” in the content folder; it is not there.`;
    return { value: NONE, findings: [{ code: 'missing', message, file: PALETTE_FILE, line: 1, column: 1 }] };
  }
  const { value, findings } = readYaml(file, PaletteFile);
  if (!value) return { value: NONE, findings };
  const told = wrongIn(value).map(
    ({ code, message, path }): ContentFinding => ({ code, message, ...placeOf(file, path) }),
  );
  // What is wrong with the tables of cards and models is told where they are read for themselves.
  return { value: { ...value, ...readHardware(files).value }, findings: [...findings, ...told] };
};

const wrongIn = (palette: PaletteFile): readonly Wrong[] => [
  ...Object.entries(palette.groups).flatMap(([group, settings]) =>
    wrongSettings(settings, ['groups', group]),
  ),
  ...wrongSettings(palette.connection, ['connection']),
  ...wrongSettings(palette.workload, ['workload']),
  ...wrongSettings(palette.world, ['world']),
  ...palette.kinds.flatMap((kind, index) => wrongKind(palette, kind, ['kinds', index])),
  ...namesTwice(palette.kinds),
  ...wrongDistances(palette),
];

const wrongSettings = (settings: Settings, path: Path): readonly Wrong[] =>
  Object.entries(settings).flatMap(([name, setting]) => {
    const at = [...path, name];
    if (setting.type === 'quantity' && setting.dimension === undefined) {
      const message = `${name} is a quantity: say what it measures in \`dimension\`, such as token.`;
      return [{ code: 'quantity-without-dimension', message, path: at }];
    }
    return setting.default === undefined ? [] : wrongDefault(name, setting, setting.default, setting, at);
  });

type Sourced = { readonly source?: string | undefined; readonly date?: string | undefined };

const wrongDefault = (
  name: string,
  setting: Setting,
  value: string | number | boolean,
  sourced: Sourced,
  path: Path,
): readonly Wrong[] => {
  const read = readValue(setting, value);
  return [
    ...('value' in read
      ? []
      : [
          {
            code: 'wrong-default',
            message: `The default of ${name} ${read.expected}; found “${value}”.`,
            path,
          },
        ]),
    ...wrongSource(`The default of ${name}`, sourced, path),
  ];
};

const wrongSource = (what: string, { source, date }: Sourced, path: Path): readonly Wrong[] => {
  if (source === undefined) {
    const message = `${what} has no source: name the page and the day it was read, or say \`assumption\`, or \`neutral\` where it changes nothing.`;
    return [{ code: 'no-source', message, path }];
  }
  if (/^(assumption|neutral)\b/.test(source) || date !== undefined) return [];
  const message = `${what} is from “${source}”: say in \`date\` on which day that was read.`;
  return [{ code: 'source-without-date', message, path }];
};

const wrongKind = ({ groups }: PaletteFile, kind: Kind, path: Path): readonly Wrong[] => {
  const known = Object.keys(groups);
  const settings = new Map([
    ...kind.groups.flatMap((group) => Object.entries(groups[group] ?? {})),
    ...Object.entries(kind.settings),
  ]);
  const unknownGroups = kind.groups.flatMap((group, index) =>
    known.includes(group)
      ? []
      : [
          {
            code: 'unknown-group',
            message: `“${kind.id}” has a group “${group}” that is not there.${didYouMean(group, known)}`,
            path: [...path, 'groups', index],
          },
        ],
  );
  const defaults = Object.entries(kind.defaults).flatMap(([name, { value, ...sourced }]) => {
    const at = [...path, 'defaults', name];
    const setting = settings.get(name);
    if (setting) return wrongDefault(`${name} of “${kind.id}”`, setting, value, sourced, at);
    const message = `“${kind.id}” has a default for “${name}” and no such setting.${didYouMean(name, [...settings.keys()])}`;
    return [{ code: 'unknown-setting', message, path: at }];
  });
  return [...unknownGroups, ...wrongSettings(kind.settings, [...path, 'settings']), ...defaults];
};

/** Ids and the names in `called`: each means one kind, however it is spaced or hyphened. */
const namesTwice = (kinds: readonly Kind[]): readonly Wrong[] => {
  const ids = new Map<string, string>();
  const names = new Map<string, string>();
  const wrong: Wrong[] = [];
  kinds.forEach(({ id, called }, index) => {
    if (ids.has(id)) {
      wrong.push({
        code: 'twice',
        message: `“${id}” stands here a second time: ids are unique.`,
        path: ['kinds', index, 'id'],
      });
    }
    ids.set(id, id);
    called.forEach((name, at) => {
      const path = ['kinds', index, 'called', at];
      const key = name.replaceAll(/[\s_/-]+/g, '');
      const other = names.get(key);
      if (name !== name.toLowerCase().trim())
        wrong.push({ code: 'not-lower-case', message: `Names are in lower case; found “${name}”.`, path });
      if (other !== undefined) {
        const message = `“${name}” is a name of “${other}” already: keep it with the kind that people mean.`;
        wrong.push({ code: 'name-twice', message, path });
      }
      names.set(key, id);
    });
  });
  return wrong;
};

const wrongDistances = ({ distances }: PaletteFile): readonly Wrong[] => {
  const { sameZone, otherZone, otherRegion, regions } = distances;
  const all = [
    ...Object.entries({ sameZone, otherZone, otherRegion }).map(([name, one]) => ({
      name,
      one,
      path: [name],
    })),
    ...regions.map((one, index) => ({ name: one.between.join(' to '), one, path: ['regions', index] })),
  ];
  const pairs = regions.map(({ between }) => [...between].sort().join(' '));
  const twice = pairs.flatMap((pair, index) =>
    pairs.indexOf(pair) === index
      ? []
      : [
          {
            code: 'twice',
            message: `The way between ${pair.replace(' ', ' and ')} stands here a second time.`,
            path: ['distances', 'regions', index],
          },
        ],
  );
  return [
    ...twice,
    ...all.flatMap(({ name, one, path: at }): readonly Wrong[] => {
      const path = ['distances', ...at];
      const read = readValue({ type: 'duration' }, one.roundTrip);
      return [
        ...('value' in read
          ? []
          : [
              {
                code: 'wrong-distance',
                message: `The round trip of ${name} ${read.expected}; found “${one.roundTrip}”.`,
                path,
              },
            ]),
        ...wrongSource(`The round trip of ${name}`, one, path),
      ];
    }),
  ];
};
