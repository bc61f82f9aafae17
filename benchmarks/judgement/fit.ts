/**
 * Fits `content/judgement.yaml` on labelled interviews: ridge regression of few counts, with weights of strength that never
 * go below zero, so that no sign of substance can count against anybody.
 *
 * A band is read from how far the strength is from what was asked. While it is fitted, that strength comes from a model
 * that has not seen the interview's system, as it will not have when it judges.
 */
import { DIMENSIONS, LEVELS, SIGNS } from '@dryrun/domain';
import type { Dimension, Judgement, Level, Sign } from '@dryrun/domain';
import { levelOf, strengthOf } from '@dryrun/assessor';
import type { Labelled } from './labelled.ts';

const ANSWERS = 20;
/** Where levels stand on the scale of strength: those above L6 show much the same, of other things. */
const PLACES = [0, 1, 2, 2.7, 2.9] as const;
/** Cuts to choose from: near halfway between places, and lower where regression to the mean pulls everybody down. */
const ABOVE = [0.5, 0.6, 0.7].flatMap((first) =>
  [1.3, 1.4, 1.5].flatMap((second) => [1.9, 2, 2.1, 2.2].map((third) => [first, second, third] as const)),
);
const LEAST = 3;
const CUTS = [0.5, 1.5] as const;
const RIDGE = { level: 40, bands: 6 };
/** Regression to the mean is undone by so much: a band is a class, and the middle one is not safer than the others. */
const STRETCH = 1.4;

/** What each dimension is read from, beside the strength. */
const READ_FROM: Readonly<Record<Dimension, readonly Sign[]>> = {
  'problem-navigation': ['asks', 'money', 'evaluation', 'cost', 'restraint'],
  'technical-depth': ['reason', 'figure', 'failure', 'measured'],
  'technical-breadth': ['evaluation', 'watch', 'limit', 'figure'],
  architecture: ['figure', 'condition', 'limit', 'failure'],
  'trade-offs': ['cost', 'figure', 'restraint', 'condition'],
  production: ['watch', 'limit', 'failure', 'measured'],
  strategy: ['people', 'money', 'horizon'],
  communication: ['condition', 'reason', 'asks'],
};

const placeOf = (level: Level): number => PLACES[LEVELS.indexOf(level)] ?? 0;
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const round = (value: number) => Number(value.toFixed(3));

type Row = { readonly features: readonly number[]; readonly target: number };
type Linear = { readonly bias: number; readonly weights: readonly number[] };

/** By coordinate descent over standardised columns; those that are not free are kept at zero or above. */
const ridge = (rows: readonly Row[], size: number, isFree: (column: number) => boolean): Linear => {
  const width = rows[0]?.features.length ?? 0;
  const columns = Array.from({ length: width }, (_, at) => rows.map(({ features }) => features[at] ?? 0));
  const means = columns.map(mean);
  const spreads = columns.map(
    (column, at) => Math.sqrt(mean(column.map((value) => (value - (means[at] ?? 0)) ** 2))) + 1e-9,
  );
  const scaled = columns.map((column, at) =>
    column.map((value) => (value - (means[at] ?? 0)) / (spreads[at] ?? 1)),
  );
  const middle = mean(rows.map(({ target }) => target));
  const left = rows.map(({ target }) => target - middle);
  const weights = Array.from({ length: width }, () => 0);
  for (let round_ = 0; round_ < 300; round_++) {
    scaled.forEach((column, at) => {
      const before = weights[at] ?? 0;
      const dot = column.reduce((sum, value, row) => sum + value * (left[row] ?? 0), 0);
      const square = column.reduce((sum, value) => sum + value * value, 0);
      const best = (dot + before * square) / (square + size);
      const now = isFree(at) ? best : Math.max(0, best);
      weights[at] = now;
      column.forEach((value, row) => {
        left[row] = (left[row] ?? 0) + (before - now) * value;
      });
    });
  }
  const raw = weights.map((weight, at) => weight / (spreads[at] ?? 1));
  return { bias: middle - raw.reduce((sum, weight, at) => sum + weight * (means[at] ?? 0), 0), weights: raw };
};

const named = (signs: readonly Sign[], weights: readonly number[]): Partial<Record<Sign, number>> =>
  Object.fromEntries(
    signs.flatMap((sign, at) => (round(weights[at] ?? 0) === 0 ? [] : [[sign, round(weights[at] ?? 0)]])),
  );

/** The column of the level that was asked for: only it may count either way. */
const ASKED = 1;
const BAND = { below: 0, meets: 1, exceeds: 2 } as const;

const levelOnly = (labelled: readonly Labelled[]): Judgement => {
  const rows = labelled.map(({ shown, truth }) => ({
    features: [
      ...SIGNS.map((sign) => Math.log1p(shown.by[sign] * Math.min(1, ANSWERS / Math.max(1, shown.answers)))),
      shown.specific,
      shown.commanding,
    ],
    target: placeOf(truth.performedAt),
  }));
  const { bias, weights } = ridge(rows, RIDGE.level, () => false);
  const [specific = 0, commanding = 0] = weights.slice(SIGNS.length);
  const none = { bias: 0, gap: 0, asked: 0, weights: {} };
  return {
    answers: ANSWERS,
    level: {
      bias: round(bias),
      weights: named(SIGNS, weights),
      specific: round(specific),
      commanding: round(commanding),
      above: [0.5, 1.5, 2.2],
      least: LEAST,
      spread: 0,
    },
    places: [...PLACES],
    bands: Object.fromEntries(DIMENSIONS.map((id) => [id, none])) as Judgement['bands'],
    cuts: [...CUTS],
  };
};

export const fit = (labelled: readonly Labelled[]): Judgement => {
  const whole = levelOnly(labelled);
  const systems = [...new Set(labelled.map(({ system }) => system))];
  const withoutIt = new Map(
    systems.map((system) => [system, levelOnly(labelled.filter((one) => one.system !== system))]),
  );
  const bands = DIMENSIONS.map((id) => {
    const signs = READ_FROM[id];
    const rows = labelled.map(({ shown, truth, transcript, system }) => {
      const place = placeOf(transcript.level);
      const model = withoutIt.get(system) ?? whole;
      return {
        features: [
          strengthOf(model, shown) - place,
          place,
          ...signs.map((sign) => shown.by[sign] / Math.max(1, shown.answers)),
          shown.own[id] / Math.max(1, shown.answers),
        ],
        target: BAND[truth.bands[id]],
      };
    });
    const { bias, weights } = ridge(rows, RIDGE.bands, (column) => column === ASKED);
    const middle = mean(rows.map(({ target }) => target));
    const stretched = weights.map((weight) => weight * STRETCH);
    return [
      id,
      {
        bias: round(middle + (bias - middle) * STRETCH),
        gap: round(stretched[0] ?? 0),
        asked: round(stretched[1] ?? 0),
        weights: named(signs, stretched.slice(2, -1)),
        own: round(stretched.at(-1) ?? 0),
      },
    ] as const;
  });
  const off = labelled.map(
    ({ shown, truth, system }) =>
      strengthOf(withoutIt.get(system) ?? whole, shown) - placeOf(truth.performedAt),
  );
  const spread = round(Math.sqrt(mean(off.map((value) => value ** 2))));
  const missedBy = (above: Judgement['level']['above']): number =>
    labelled.reduce((sum, { shown, truth, transcript, system }) => {
      const model = withoutIt.get(system) ?? whole;
      const cut = { ...model, level: { ...model.level, above } };
      const read = levelOf(cut, strengthOf(model, shown), transcript.level);
      return sum + (LEVELS.indexOf(read) - LEVELS.indexOf(truth.performedAt)) ** 2;
    }, 0);
  const above = ABOVE.reduce<Judgement['level']['above']>(
    (best, cuts) => (missedBy(cuts) < missedBy(best) ? cuts : best),
    whole.level.above,
  );
  return {
    ...whole,
    level: { ...whole.level, above: [above[0], above[1], above[2]], spread },
    bands: Object.fromEntries(bands) as Judgement['bands'],
  };
};
