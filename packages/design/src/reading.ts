/**
 * What the steps of reading a design share: the palette made ready for looking things up, and a place for findings.
 * Suggestions cost a comparison with every known name, so each word is compared once, and a document that is nothing
 * but mistakes gets fewer of them.
 */
import type { Kind, Palette, Setting, Settings } from '@dryrun/domain';
import { readValue } from '@dryrun/quantities';
import type { Scalar } from '@dryrun/quantities';
import { didYouMean } from '@dryrun/text';
import type { DesignFinding, Values } from './design.ts';
import { quoted } from './written.ts';
import type { Path } from './written.ts';

/** What can be set on a thing, and what holds where nothing is. */
export type Shape = {
  readonly settings: ReadonlyMap<string, Setting>;
  readonly names: readonly string[];
  readonly defaults: Values;
};

export type Reading = {
  readonly palette: Palette;
  readonly kinds: ReadonlyMap<string, Kind>;
  /** What was drawn by hand says less: what is missing is asked for, and names and labels are listened to. */
  readonly drawn: boolean;
  readonly tell: (finding: DesignFinding) => void;
  readonly suggest: (word: string, names: readonly string[]) => string;
  readonly shapeOf: (kind: Kind) => Shape;
  readonly connection: Shape;
  /** Where in the document each connection stands, by id. */
  readonly connectedAt: Map<string, Path>;
  readonly workload: Shape;
  readonly world: Shape;
};

export const readingOf = (
  palette: Palette,
  drawn: boolean,
): Reading & { readonly findings: readonly DesignFinding[] } => {
  const findings: DesignFinding[] = [];
  const tell = (finding: DesignFinding) => void findings.push(finding);
  const shapes = new Map<string, Shape>();
  const shapeOf = (kind: Kind): Shape => {
    const known = shapes.get(kind.id);
    if (known) return known;
    const groups = kind.groups.flatMap((group) => Object.entries(palette.groups[group] ?? {}));
    const shape = shapeFrom([...groups, ...Object.entries(kind.settings)], kind, tell);
    shapes.set(kind.id, shape);
    return shape;
  };
  return {
    palette,
    kinds: new Map(palette.kinds.map((kind) => [kind.id, kind])),
    drawn,
    tell,
    findings,
    suggest: suggester(),
    shapeOf,
    connectedAt: new Map(),
    connection: shapeFrom(Object.entries(palette.connection), undefined, tell),
    workload: shapeFrom(Object.entries(palette.workload), undefined, tell),
    world: shapeFrom(Object.entries(palette.world), undefined, tell),
  };
};

const shapeFrom = (
  entries: readonly (readonly [string, Settings[string]])[],
  kind: Kind | undefined,
  tell: Reading['tell'],
): Shape => {
  const settings = new Map(entries);
  const own = new Map(Object.entries(kind?.defaults ?? {}));
  const defaults: (readonly [string, Scalar])[] = [];
  for (const [name, setting] of settings) {
    const written = own.get(name)?.value ?? setting.default;
    if (written === undefined) continue;
    const read = readValue(setting, written);
    if ('value' in read) defaults.push([name, read.value]);
    else {
      const whose = kind ? ` of the kind ${quoted(kind.id)}` : '';
      const message = `The palette's default ${name}${whose} ${read.expected}; found ${written}. Mend it in components.yaml.`;
      tell({ code: 'wrong-default', severity: 'error', message, setting: name });
    }
  }
  return { settings, names: [...settings.keys()], defaults: Object.fromEntries(defaults) };
};

const COMPARISONS_MAX = 30_000;
const WORD_MAX = 60;

const suggester = (): Reading['suggest'] => {
  const answers = new Map<readonly string[], Map<string, string>>();
  let left = COMPARISONS_MAX;
  return (word, names) => {
    const known = answers.get(names) ?? new Map<string, string>();
    answers.set(names, known);
    const before = known.get(word);
    if (before !== undefined) return before;
    if (word.length > WORD_MAX || left < names.length) return '';
    left -= names.length;
    const answer = didYouMean(word, names);
    known.set(word, answer);
    return answer;
  };
};
