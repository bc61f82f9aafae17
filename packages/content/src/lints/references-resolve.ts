import { didYouMean } from '@dryrun/text';
import { at } from './lint.ts';
import type { Lint } from './lint.ts';
import type { ContentFinding, SourceFile } from '../finding.ts';

/** Every id that is named is there: concepts, pairs, facts of twists, items of moments and specimens, sources of facts. */
export const referencesResolve: Lint = (
  { facts, items, twists, levels, notes, specimens },
  { concepts, pairs },
) => {
  const findings: ContentFinding[] = [];
  const check = (
    file: SourceFile,
    path: readonly PropertyKey[],
    what: string,
    id: string,
    known: readonly string[],
  ) => {
    if (known.includes(id)) return;
    findings.push(at(file, path, 'unknown-id', `There is no ${what} “${id}”.${didYouMean(id, known)}`));
  };
  const conceptIds = concepts.map(({ id }) => id);
  const itemIds = items?.value.items.map(({ id }) => id) ?? [];
  const factIds = facts?.value.facts.map(({ id }) => id) ?? [];
  const sources = [...(notes?.value.sources.map(({ id }) => id) ?? []), 'chosen'];

  facts?.value.facts.forEach((fact, index) =>
    check(facts.file, ['facts', index, 'source'], 'source', fact.source, sources),
  );
  items?.value.items.forEach((item, index) =>
    check(items.file, ['items', index, 'concept'], 'concept', item.concept, conceptIds),
  );
  items?.value.pairs.forEach(({ pair }, index) =>
    check(
      items.file,
      ['pairs', index, 'pair'],
      'pair',
      pair,
      pairs.map(({ id }) => id),
    ),
  );
  twists?.value.twists.forEach(({ changes }, index) =>
    changes.forEach(({ fact }, change) =>
      check(twists.file, ['twists', index, 'changes', change, 'fact'], 'fact', fact, factIds),
    ),
  );
  levels?.value.moments.forEach(({ item }, index) => {
    if (item !== undefined) check(levels.file, ['moments', index, 'item'], 'item', item, itemIds);
  });
  const mistakeIds = [
    ...(items?.value.mistakes.map(({ id }) => id) ?? []),
    ...concepts.flatMap(({ mistakes }) => mistakes.map(({ id }) => id)),
  ];
  for (const { file, value } of specimens) {
    for (const id of Object.keys(value.expects.items))
      check(file, ['expects', 'items', id], 'item', id, itemIds);
    for (const [index, id] of value.expects.mistakes.entries()) {
      check(file, ['expects', 'mistakes', index], 'mistake', id, mistakeIds);
    }
  }
  return findings;
};
