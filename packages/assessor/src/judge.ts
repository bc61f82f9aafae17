/** Marks from counts, by the models of `judgement.yaml`: nothing here has a threshold of its own. */
import { LEVELS } from '@dryrun/domain';
import type { Dimension, Judgement, Level, Sign } from '@dryrun/domain';
import type { Shown } from './shown.ts';

export type Counts = Pick<Shown, 'answers' | 'by' | 'specific' | 'commanding' | 'own'>;

type Weights = Readonly<Partial<Record<Sign, number>>>;

const weighed = (weights: Weights, value: (sign: Sign) => number): number =>
  Object.entries(weights).reduce((sum, [sign, weight]) => sum + (weight ?? 0) * value(sign as Sign), 0);

/** Long interviews have more answers to show something in; what counts is how many of a usual number show it. */
const scaled = ({ answers }: Judgement, counts: Counts, sign: Sign): number =>
  counts.by[sign] * Math.min(1, answers / Math.max(1, counts.answers));

export const strengthOf = (judgement: Judgement, counts: Counts): number =>
  judgement.level.bias +
  weighed(judgement.level.weights, (sign) => Math.log1p(scaled(judgement, counts, sign))) +
  (judgement.level.specific ?? 0) * counts.specific +
  (judgement.level.commanding ?? 0) * counts.commanding;

/** Never over what was asked for: an interview for one level offers no occasion to show the next. */
export const levelOf = ({ level }: Judgement, strength: number, asked: Level): Level => {
  const over = level.above.filter((cut) => strength > cut).length;
  const top = LEVELS.indexOf(asked);
  return LEVELS[over >= 3 ? top : Math.min(over, top)] ?? LEVELS[0];
};

export const scoreOf = (judgement: Judgement, counts: Counts, dimension: Dimension, asked: Level): number => {
  const { bias, gap, asked: byLevel, weights, own = 0 } = judgement.bands[dimension];
  const place = judgement.places[LEVELS.indexOf(asked)] ?? 0;
  return (
    bias +
    gap * (strengthOf(judgement, counts) - place) +
    byLevel * place +
    weighed(weights, (sign) => counts.by[sign] / Math.max(1, counts.answers)) +
    (own * counts.own[dimension]) / Math.max(1, counts.answers)
  );
};

export const bandAt = ({ cuts }: Judgement, score: number): 'below' | 'meets' | 'exceeds' => {
  if (score >= cuts[1]) return 'exceeds';
  return score >= cuts[0] ? 'meets' : 'below';
};
