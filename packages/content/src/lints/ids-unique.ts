import { at } from './lint.ts';
import type { Lint } from './lint.ts';
import type { ContentFinding, SourceFile } from '../finding.ts';

/** No id stands twice among its own kind. */
export const idsUnique: Lint = ({ facts, items, twists, levels }) => {
  const findings: ContentFinding[] = [];
  const check = (file: SourceFile, list: string, entries: readonly { readonly id: string }[]) => {
    entries.forEach(({ id }, index) => {
      if (entries.findIndex((entry) => entry.id === id) === index) return;
      findings.push(
        at(file, [list, index, 'id'], 'twice', `“${id}” stands here a second time: give it another id.`),
      );
    });
  };
  if (facts) check(facts.file, 'facts', facts.value.facts);
  if (items) {
    check(items.file, 'items', items.value.items);
    check(items.file, 'challenges', items.value.challenges);
    check(items.file, 'mistakes', items.value.mistakes);
  }
  if (twists) check(twists.file, 'twists', twists.value.twists);
  if (levels) check(levels.file, 'moments', levels.value.moments);
  return findings;
};
