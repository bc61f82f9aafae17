/**
 * Ids are for ever. `content/ids.txt` lists every id that was ever published, one on a line, in order; an id may join
 * it and never leaves. Retiring (`retired: true`) keeps an id from being used without giving it to something else.
 */
import type { Catalogue } from './catalogue.ts';
import type { ContentFinding, SourceFile } from './finding.ts';
import type { Scenario } from './scenario.ts';

export const IDS_FILE = 'ids.txt';

/** Every id of the content, as it stands in the list: `kind/id`, or `slug/kind/id` of a scenario. */
export const idsOf = (
  shared: Omit<Catalogue, 'sheets' | 'references'>,
  scenarios: readonly Scenario[],
): readonly string[] => {
  const named = (kind: string, entries: readonly { readonly id: string }[]) =>
    entries.map(({ id }) => `${kind}/${id}`);
  const ofScenario = ({ slug, facts, items, twists, levels }: Scenario) => [
    ...named(`${slug}/fact`, facts?.value.facts ?? []),
    ...named(`${slug}/item`, items?.value.items ?? []),
    ...named(`${slug}/challenge`, items?.value.challenges ?? []),
    ...named(`${slug}/mistake`, items?.value.mistakes ?? []),
    ...named(`${slug}/twist`, twists?.value.twists ?? []),
    ...named(`${slug}/moment`, levels?.value.moments ?? []),
  ];
  return [
    ...shared.systems.map(({ slug }) => `system/${slug}`),
    ...named('format', shared.formats),
    ...shared.formats.flatMap((format) =>
      format.phases.flatMap((phase) =>
        phase.questions.map(({ id }) => `question/${format.id}/${phase.id}/${id}`),
      ),
    ),
    ...named('signal', shared.signals),
    ...named('pair', shared.pairs),
    ...named('concept', shared.concepts),
    ...named('kind', shared.palette.kinds),
    ...scenarios.flatMap(ofScenario),
  ].toSorted();
};

/** Ids that were published and are gone, and ids that are here and not in the list. */
export const idFindings = (
  files: readonly SourceFile[],
  ids: readonly string[],
): readonly ContentFinding[] => {
  const file = files.find(({ path }) => path === IDS_FILE);
  if (!file) return [];
  const published = file.text.split('\n').filter((line) => line !== '');
  const here = new Set(ids);
  const known = new Set(published);
  const gone = published.flatMap((id, index) =>
    here.has(id)
      ? []
      : [
          {
            code: 'id-gone',
            message: `“${id}” was published and is gone: bring it back and retire it (\`retired: true\`), for old logs name it.`,
            file: IDS_FILE,
            line: index + 1,
            column: 1,
          },
        ],
  );
  const fresh = ids.filter((id) => !known.has(id));
  if (fresh.length === 0) return gone;
  const message = `${fresh.length} ids are not in the list yet, the first is “${fresh[0]}”: run \`npm run content:lists\` to publish them.`;
  return [...gone, { code: 'id-unlisted', message, file: IDS_FILE, line: published.length + 1, column: 1 }];
};
