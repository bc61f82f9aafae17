import { LEVELS, READ_CHARACTERS, waysOfItem } from '@dryrun/domain';
import type { Debrief, Level, Sheet } from '@dryrun/domain';
import { sentences, stemsOf, waysBy } from '@dryrun/text';
import type { InterviewRecord } from './record.ts';

/** What the level asks for here and was not heard, with where it was asked for and what the next level says. */
export const missedOf = ({ terms, turns, findings, sheet }: InterviewRecord): Debrief['missed'] => {
  if (!sheet) return [];
  const heard = new Set(
    [...findings.values()].flat().flatMap((finding) => (finding.kind === 'concept' ? [finding.concept] : [])),
  );
  const answers = new Set(
    turns.flatMap(({ speaker, text }) => (speaker === 'candidate' ? [text.slice(0, READ_CHARACTERS)] : [])),
  );
  const isTouched = touchedIn(sheet, [...answers]);
  return sheet.items
    .filter(
      (item) =>
        !heard.has(item.concept) &&
        LEVELS.indexOf(item.level) <= LEVELS.indexOf(terms.level) &&
        !isTouched(item),
    )
    .map((item) => ({
      item: item.id,
      turn: turns.find(({ about }) => about?.item === item.id)?.turn ?? null,
      nextLevelSays: nextLevelSays(item.id, item.concept, terms.level, sheet),
    }));
};

type Item = Sheet['items'][number];

/** Of a way of saying with few telling words, so much is enough to leave the item out; of a longer one, so many words. */
const SHARE = 0.6;
const FEW = 4;
const OF_A_WAY = 3;
/** A word that an idea is told in so many times, and few others are, is enough alone. */
const TELLS_ALONE = 3;
const TELLS_ALONE_OF_MOST = 4;

/**
 * Whether something near an item was said, in whatever words and wherever in an answer. It shows nothing, but whoever said it
 * is not told that it was missed.
 */
const touchedIn = (sheet: Sheet, answers: readonly string[]): ((item: Item) => boolean) => {
  const waysOf = (item: Item) => waysBy(waysOfItem(item, sheet));
  const toldOf = new Map<string, number>();
  for (const item of sheet.items)
    for (const stem of new Set(waysOf(item).flat())) toldOf.set(stem, (toldOf.get(stem) ?? 0) + 1);
  const whole = answers.map((text) => new Set(stemsOf(text)));
  const pieces = answers.flatMap((text) => sentences(text).map((one) => new Set(stemsOf(one.text))));
  return (item) => {
    const ways = waysOf(item);
    const times = new Map<string, number>();
    for (const stem of ways.flat()) times.set(stem, (times.get(stem) ?? 0) + 1);
    const alone = [...times].flatMap(([stem, count]) =>
      count >= TELLS_ALONE && (toldOf.get(stem) ?? 0) <= TELLS_ALONE_OF_MOST ? [stem] : [],
    );
    const isSaid = (said: ReadonlySet<string>) =>
      ways.some((way) => {
        const shared = way.filter((stem) => said.has(stem)).length;
        return (
          shared >= 2 &&
          (way.length <= FEW
            ? shared >= SHARE * way.length
            : shared >= Math.max(OF_A_WAY, SHARE * way.length))
        );
      });
    return pieces.some(isSaid) || whole.some((said) => alone.some((stem) => said.has(stem)));
  };
};

const nextLevelSays = (item: string, concept: string, level: Level, sheet: Sheet): string => {
  const next = LEVELS[Math.min(LEVELS.length - 1, LEVELS.indexOf(level) + 1)] ?? level;
  const moment = sheet.moments.find((one) => one.item === item);
  return moment?.says[next] ?? sheet.concepts.find(({ id }) => id === concept)?.explained ?? '';
};
