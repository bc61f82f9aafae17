import { LEVELS } from '@dryrun/domain';
import type { Debrief, Level, Sheet } from '@dryrun/domain';
import type { InterviewRecord } from './record.ts';

/** What the level asks for here and was not heard, with where it was asked for and what the next level says. */
export const missedOf = ({ terms, turns, findings, sheet }: InterviewRecord): Debrief['missed'] => {
  if (!sheet) return [];
  const heard = new Set(
    [...findings.values()].flat().flatMap((finding) => (finding.kind === 'concept' ? [finding.concept] : [])),
  );
  return sheet.items
    .filter(
      ({ concept, level }) => !heard.has(concept) && LEVELS.indexOf(level) <= LEVELS.indexOf(terms.level),
    )
    .map((item) => ({
      item: item.id,
      turn: turns.find(({ about }) => about?.item === item.id)?.turn ?? null,
      nextLevelSays: nextLevelSays(item.id, item.concept, terms.level, sheet),
    }));
};

const nextLevelSays = (item: string, concept: string, level: Level, sheet: Sheet): string => {
  const next = LEVELS[Math.min(LEVELS.length - 1, LEVELS.indexOf(level) + 1)] ?? level;
  const moment = sheet.moments.find((one) => one.item === item);
  return moment?.says[next] ?? sheet.concepts.find(({ id }) => id === concept)?.explained ?? '';
};
