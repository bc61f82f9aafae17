/**
 * When a run ends, and how its record is sliced until then.
 *
 *     --seconds            so long, in even slices
 *     --requests           so many answers; slices as long as that seems to take, and twice as long when they run out
 *     neither, steady      until the figures are precise
 *     neither, transient   until what happens has happened, and as long again to see what becomes of it
 */
import { analyse } from '../analytic/analyse.ts';
import { rateOf } from '../analytic/traffic.ts';
import type { Model } from '../model.ts';
import type { SimulateOptions } from '../report.ts';

export type Precision = { readonly mean: number; readonly p99: number };

export type Horizon = {
  readonly endS: number;
  readonly requests: number;
  readonly eventsMax: number;
  readonly precision: Precision | undefined;
  /** It has moments that differ: faults, days, a trace. */
  readonly transient: boolean;
  readonly slices: number;
  readonly sliceS: number;
};

const STEADY_SLICES = 64;
const TRANSIENT_SLICES = 120;
const REQUESTS_A_SLICE = 250;
const EVENTS_MAX = 40_000_000;
const PRECISION: Precision = { mean: 0.02, p99: 0.05 };
/** After the last thing that happens, at least this long. */
const AFTER_S = 60;
const DAY_S = 86_400;
/** Of a design that nobody asks anything. */
const IDLE_S = 60;

export const horizonOf = (model: Model, options: SimulateOptions): Horizon => {
  const { requests = Infinity, seconds, eventsMax = EVENTS_MAX } = options;
  const transient =
    model.faults.length > 0 ||
    model.nodes.some(({ hours }) => hours) ||
    model.classes.some(({ arrivals }) => arrivals.process === 'diurnal' || arrivals.process === 'trace');
  const slices = transient ? TRANSIENT_SLICES : STEADY_SLICES;
  const rate = requestRate(model);
  const endS =
    seconds ?? (rate === 0 ? IDLE_S : requests === Infinity && transient ? eventfulS(model) : Infinity);
  const planned = requests < Infinity ? requests / rate / (slices - 8) : REQUESTS_A_SLICE / rate;
  return {
    endS,
    requests,
    eventsMax,
    precision: endS === Infinity && requests === Infinity ? (options.precision ?? PRECISION) : undefined,
    transient,
    slices,
    sliceS: endS < Infinity ? endS / slices : planned,
  };
};

/** Of all classes; closed ones as the closed form has them. */
const requestRate = (model: Model): number => {
  const open = model.classes.reduce((sum, one) => sum + rateOf(one), 0);
  const closed = model.classes.filter(({ arrivals }) => arrivals.process === 'closed');
  if (closed.length === 0) return open;
  const { workloads } = analyse(model);
  const answered = closed.reduce((sum, { name }) => sum + (workloads[name]?.throughputRps ?? 0), 0);
  return Math.max(open + answered, 1e-3);
};

const eventfulS = ({ faults, classes, nodes }: Model): number => {
  const lastS = Math.max(0, ...faults.map(({ fromS, forS = fromS }) => fromS + forS));
  const dayS = classes.map(({ arrivals }) => {
    if (arrivals.process === 'diurnal') return arrivals.periodS;
    return arrivals.process === 'trace' ? (arrivals.instants.at(-1) ?? 0) * 1.1 + 1 : 0;
  });
  const openS = nodes.some(({ hours }) => hours) ? 2 * DAY_S : 0;
  return Math.max(openS, lastS > 0 || faults.length > 0 ? Math.max(2 * lastS, lastS + AFTER_S) : 0, ...dayS);
};
