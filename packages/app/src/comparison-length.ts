/**
 * How long each run of a comparison is where nobody says: the same simulated time for both designs, so that pairs are
 * equal in length. Long enough for the slower of the two, and no longer than the faster can be run.
 */
import type { Design } from '@dryrun/design';
import type { Palette } from '@dryrun/domain';
import { analyse, modelOf } from '@dryrun/simulator';
import type { Analysis, WorkClass } from '@dryrun/simulator';
import { COMPARISON_REQUESTS, COMPARISON_REQUESTS_MAX, COMPARISON_SECONDS_MIN } from './simulation-limits.ts';

/** Seconds, one of 1, 2, 5, 10, 20, 50 … */
export const comparisonSeconds = (
  designs: readonly Design[],
  palette: Palette,
  { load = 1 }: { readonly load?: number },
): number => {
  const rates = designs.map((design) => arrivalRate(design, palette, load)).filter((rate) => rate > 0);
  const [slower, faster] = [Math.min(...rates), Math.max(...rates)];
  if (rates.length === 0) return roundUp(COMPARISON_SECONDS_MIN);
  const wanted = Math.max(COMPARISON_SECONDS_MIN, COMPARISON_REQUESTS / slower);
  const faults = 2 * Math.max(...designs.map(faultsUntilS));
  return Math.max(
    Math.min(roundUp(wanted), roundDown(COMPARISON_REQUESTS_MAX / faster)),
    faults > 0 ? roundUp(faults) : 0,
  );
};

const arrivalRate = (design: Design, palette: Palette, load: number): number => {
  const model = modelOf(design, palette, { load });
  const analysis = analyse(model);
  return model.classes.reduce((sum, each) => sum + rateOf(each, analysis), 0);
};

const rateOf = ({ name, arrivals }: WorkClass, { workloads }: Analysis): number => {
  switch (arrivals.process) {
    case 'closed': {
      const { throughputRps, errorRate } = workloads[name] ?? { throughputRps: 0, errorRate: 1 };
      // One that nothing answers comes as fast as its clients think.
      return errorRate < 1 && throughputRps > 0
        ? throughputRps / (1 - errorRate)
        : arrivals.clients / Math.max(1, arrivals.think.meanS);
    }
    case 'trace': {
      const lasts = arrivals.instants.at(-1) ?? 0;
      return lasts > 0 ? arrivals.instants.length / lasts : 0;
    }
    case 'poisson':
    case 'constant':
    case 'diurnal':
    case 'burst':
      return arrivals.rps;
  }
};

/** A run that ends before the last fault does, or as it ends, shows nothing of it: this goes before all else. */
const faultsUntilS = ({ faults }: Design): number =>
  Math.max(0, ...faults.map(({ fromS, forS = 0 }) => fromS + forS));

const STEPS = [1, 2, 5, 10] as const;

const roundUp = (value: number): number => rungs(value).find((rung) => rung >= value) ?? value;
const roundDown = (value: number): number => rungs(value).findLast((rung) => rung <= value) ?? value;

/** Read, not multiplied out: powers of ten differ in their last digit from engine to engine. */
const rungs = (value: number): readonly number[] => {
  const power = Math.floor(Math.log10(value));
  return STEPS.map((step) => Number(`${step}e${power}`));
};
