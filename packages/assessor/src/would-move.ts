/** What would have moved a mark: the smallest addition that flips the band, found by judging again with it. */
import type { Band, Dimension, Judgement, Level, Sign } from '@dryrun/domain';
import { bandAt, scoreOf } from './judge.ts';
import type { Counts } from './judge.ts';
import { moreOf } from './readings.ts';

const ANSWERS_MOST = 6;
const TOLD = 2;

type Addition = { readonly signs: readonly Sign[]; readonly answers: number };

export const wouldMove = (
  judgement: Judgement,
  counts: Counts,
  id: Dimension,
  level: Level,
  band: Band,
): readonly string[] => {
  if (band !== 'below' && band !== 'meets') return [];
  const next = band === 'below' ? 'meets' : 'exceeds';
  const signs = [
    ...new Set(
      [judgement.bands[id].weights, judgement.level.weights].flatMap((weights) =>
        Object.entries(weights).flatMap(([sign, weight]) => ((weight ?? 0) > 0 ? [sign as Sign] : [])),
      ),
    ),
  ];
  const flips = (addition: Addition) =>
    ORDER[bandAt(judgement, scoreOf(judgement, withMore(counts, addition), id, level))] >= ORDER[next];
  const smallest = (own: readonly Sign[]): readonly Addition[] => {
    for (let answers = 1; answers <= ANSWERS_MOST; answers++)
      if (flips({ signs: own, answers })) return [{ signs: own, answers }];
    return [];
  };
  const alone = signs.flatMap((sign) => smallest([sign]));
  const pairs = signs.flatMap((sign, at) => signs.slice(at + 1).flatMap((other) => smallest([sign, other])));
  return [...alone, ...(alone.length === 0 ? pairs : [])]
    .sort((a, b) => a.answers - b.answers)
    .slice(0, TOLD)
    .map((addition) => moreOf(addition.signs, addition.answers, next));
};

const ORDER = { below: 0, meets: 1, exceeds: 2 } as const;

/** As if so many of the answers that were given had shown it too. */
const withMore = (counts: Counts, { signs, answers }: Addition): Counts => ({
  ...counts,
  by: {
    ...counts.by,
    ...Object.fromEntries(signs.map((sign) => [sign, Math.min(counts.answers, counts.by[sign] + answers)])),
  },
});
