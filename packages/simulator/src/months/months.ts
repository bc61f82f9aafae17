/** The months of a design: bands over replications, what happened when, what it cost, and the story in a few sentences. */
import type { Design } from '@dryrun/design';
import type { Palette } from '@dryrun/domain';
import type { ObjectiveFigure } from '../report.ts';
import { student95 } from '../statistics/student.ts';
import type { MonthRow, Months } from './answer.ts';
import { runMonths } from './run.ts';
import type { MonthsRun, Retraining } from './run.ts';
import { storyOf } from './story.ts';
import { termsOf } from './terms.ts';
import type { Terms } from './terms.ts';

type MonthsOptions = { readonly months: number; readonly seed: number; readonly replications: number };

const MONTH_DAYS = 365 / 12;

/** What months are computed from is missing: nothing in the design learns, and nothing of the world moves. */
export const nothingToLearn = (design: Design): string | undefined =>
  design.world || design.components.some(({ kind }) => kind === 'training-job')
    ? undefined
    : 'Expected something that learns: draw a training-job, and say in a world: what drifts and when labels come; found neither.';

export const monthsOf = (design: Design, palette: Palette, options: MonthsOptions): Months => {
  const terms = termsOf(design, palette);
  const days = Math.round(options.months * MONTH_DAYS);
  const runs = Array.from({ length: options.replications }, (_, replication) =>
    runMonths(terms, days, options.seed, replication),
  );
  const [first] = runs;
  const means = runs.map(({ quality }) => meanOf(quality));
  const rows = rowsOf(terms, runs, days);
  const noticed = runs.flatMap(({ noticedAt }) => noticedAt ?? []);
  const months = {
    design: design.name,
    rows,
    quality: first?.quality ?? [],
    seen: first?.seen ?? [],
    mean: { value: meanOf(means), halfWidth: halfWidthOf(means) },
    lowest: Math.min(...runs.flatMap(({ quality }) => quality)),
    freshnessS: terms.choices.rebuild * 86_400,
    retrainings: first?.retrainings ?? [],
    falseAlarms: meanOf(
      runs.map(({ retrainings }) => retrainings.filter(({ because }) => because === 'false alarm').length),
    ),
    noticedAfterDays: noticed.length === 0 ? null : meanOf(noticed) - (terms.world.shift?.at ?? 0),
    costPerMonth: costOf(terms, meanOf(runs.map(({ retrainings }) => runsIn(retrainings))) / options.months),
    terms: terms.told,
  };
  const objectives = objectivesOf(design, months);
  return { ...months, objectives, story: storyOf(terms, months) };
};

/** Quality holds in every month, the worst as well; what is about requests is for a run of minutes to say. */
const objectivesOf = (
  { objectives }: Design,
  { rows, freshnessS }: Pick<Months, 'rows' | 'freshnessS'>,
): readonly ObjectiveFigure[] =>
  objectives.flatMap(({ measure, atMost, atLeast }): readonly ObjectiveFigure[] => {
    if (measure !== 'quality' && measure !== 'freshness') return [];
    const value = measure === 'quality' ? Math.min(...rows.map(({ quality }) => quality)) : freshnessS * 1000;
    const limit = (atMost ?? atLeast ?? 0) * (measure === 'quality' ? 1 : 1000);
    const bound = atMost === undefined ? 'atLeast' : 'atMost';
    const met = bound === 'atMost' ? value <= limit : value >= limit;
    return [{ measure, limit, bound, met, value, halfWidth: null }];
  });

const meanOf = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

const halfWidthOf = (values: readonly number[]): number | null => {
  if (values.length < 2) return null;
  const mean = meanOf(values);
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return student95(values.length - 1) * Math.sqrt(variance / values.length);
};

const runsIn = (retrainings: readonly Retraining[]): number =>
  retrainings.filter(({ because }) => because !== 'rejected').length;

const costOf = ({ choices }: Terms, runsPerMonth: number): Months['costPerMonth'] => ({
  training: (choices.training?.online ? MONTH_DAYS : runsPerMonth) * (choices.training?.runCost ?? 0),
  labels: choices.labelsPerDay * MONTH_DAYS * choices.pricePerLabel,
});

const rowsOf = (terms: Terms, runs: readonly MonthsRun[], days: number): readonly MonthRow[] =>
  Array.from({ length: Math.max(1, Math.round(days / MONTH_DAYS)) }, (_, month) => {
    const from = Math.round(month * MONTH_DAYS);
    const to = Math.min(days, Math.round((month + 1) * MONTH_DAYS));
    const means = runs.map(({ quality }) => meanOf(quality.slice(from, to)));
    const seen = runs.flatMap((run) => run.seen.slice(from, to)).flatMap((value) => value ?? []);
    const retrained = meanOf(
      runs.map(({ retrainings }) => runsIn(retrainings.filter(({ day }) => day >= from && day < to))),
    );
    const cost = costOf(terms, retrained);
    return {
      month: month + 1,
      quality: meanOf(means),
      halfWidth: halfWidthOf(means),
      seen: seen.length === 0 ? null : meanOf(seen),
      ageDays: meanOf(runs.flatMap(({ age }) => age.slice(from, to))),
      coverage: meanOf(runs.flatMap(({ coverage }) => coverage.slice(from, to))),
      retrainings: retrained,
      cost: cost.training + cost.labels,
    };
  });
