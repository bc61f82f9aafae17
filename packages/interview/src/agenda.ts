/**
 * The agenda: what could come next, each entry with what it is worth and why. The highest tier that has an entry is taken, and in
 * it the entry that is worth most; the seed decides between equals. What was weighed is kept with the move.
 */
import { DIMENSIONS } from '@dryrun/domain';
import type { Dimension, EventOf, HeldContent, InterviewEvent, Weighed } from '@dryrun/domain';
import type { Interview } from './state.ts';

export type Entry = {
  readonly tier: Weighed['tier'];
  readonly worth: number;
  readonly why: string;
  /** Its move, with what happens beside it. */
  readonly events: readonly InterviewEvent[];
};

const TIERS: readonly Weighed['tier'][] = ['obligation', 'course', 'commitment', 'coverage'];
const MOST_TOLD = 6;

/** The events of the best entry, with what else there was. */
export const takeBest = (
  entries: readonly Entry[],
  { terms: { seed }, nextTurn }: Interview,
): readonly InterviewEvent[] | undefined => {
  const ranked = entries.toSorted(
    (a, b) =>
      TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier) ||
      b.worth - a.worth ||
      scramble(seed + nextTurn, a.why) - scramble(seed + nextTurn, b.why),
  );
  const [best] = ranked;
  if (!best) return undefined;
  const weighed = ranked.slice(0, MOST_TOLD).flatMap(({ tier, worth, why, events }) => {
    const move = lastMove(events)?.move;
    return move ? [{ move, tier, worth, why: why.slice(0, 300) }] : [];
  });
  const last = lastMove(best.events);
  return best.events.map((event) => (event === last ? { ...event, weighed } : event));
};

const lastMove = (events: readonly InterviewEvent[]): EventOf<'MoveChosen'> | undefined =>
  events.findLast((event): event is EventOf<'MoveChosen'> => event.type === 'MoveChosen');

/** How often a dimension was shown, and how: what the interviewer goes by, and prints when asked to explain itself. */
export type Belief = {
  readonly dimension: Dimension;
  readonly unprompted: number;
  readonly prompted: number;
  readonly hinted: number;
};

export const beliefsOf = ({ threads }: Interview, { followUps = [] }: HeldContent): readonly Belief[] => {
  const dimensionsBySign = new Map<string, Dimension>();
  for (const { of, dimension } of followUps) for (const sign of of) dimensionsBySign.set(sign, dimension);
  return DIMENSIONS.map((dimension) => {
    const own = threads.filter(({ of }) => of.some((sign) => dimensionsBySign.get(sign) === dimension));
    const count = (how: string) => own.filter(({ prompted }) => prompted === how).length;
    return {
      dimension,
      unprompted: count('unprompted'),
      prompted: count('prompted'),
      hinted: count('hinted'),
    };
  });
};

/** Two for the dimension with least evidence, one for the next. */
export const needsOf = (beliefs: readonly Belief[]): ReadonlyMap<Dimension, number> => {
  const ordered = beliefs
    .map(({ dimension, unprompted, prompted, hinted }) => ({
      dimension,
      all: unprompted + prompted + hinted,
    }))
    .toSorted((a, b) => a.all - b.all);
  return new Map(ordered.map(({ dimension }, index) => [dimension, Math.max(0, 2 - index)]));
};

/** A small fixed hash: the same text and seed give the same number everywhere. */
export const scramble = (seed: number, text: string): number => {
  let hash = seed >>> 0;
  for (const character of text) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0;
  return hash % 99_991;
};
