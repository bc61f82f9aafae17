/**
 * Running designs: one, in as many replications as asked for and merged; or one beside another, pair by pair on the same
 * random numbers. Stopped, or out of time, it answers for what it has seen, and the report says why it ended.
 */
import type { Design } from '@dryrun/design';
import type { Palette } from '@dryrun/domain';
import { analyse, compare, modelOf, reportOf } from '@dryrun/simulator';
import type { Comparison, Report, Sample, SimulateOptions } from '@dryrun/simulator';
import { comparisonSeconds } from './comparison-length.ts';
import type { Replicated, RunProgress } from './replication.ts';
import { lanesFor, replicateAll } from './replication-lanes.ts';
import {
  COMPARISON_PAIRS_MIN,
  OVERLOADED_EVENTS_MAX,
  REPLICATION_PRECISION,
  SIMULATION_EVENTS_MAX,
  SIMULATION_PRECISION,
} from './simulation-limits.ts';

export type Simulating = {
  readonly design: Design;
  readonly palette: Palette;
  readonly options: SimulateOptions;
  readonly replications: number;
  /** Of the wall's clock, for all of it; absent: as long as it takes. */
  readonly timeMs?: number;
  readonly onProgress?: (progress: RunProgress) => void;
  readonly signal?: AbortSignal;
};

export type Simulated = { readonly report: Report; readonly stopped: boolean };

export const runSimulation = async ({
  design,
  palette,
  options: asked,
  replications,
  timeMs,
  onProgress,
  signal,
}: Simulating): Promise<Simulated> => {
  const options = hasEnd(asked)
    ? toItsEnd(asked)
    : untilPrecise(asked, replications, isOverloaded(design, palette, asked));
  const startedMs = performance.now();
  const each = timeMs === undefined ? undefined : timeMs / Math.ceil(replications / lanesFor(replications));
  const ran = (
    await replicateAll({
      replications: Array.from({ length: replications }, (_, replication) => ({
        design,
        palette,
        options: { ...options, replication },
        timeMs: each,
      })),
      onProgress,
      signal,
    })
  ).filter((one) => one !== undefined);
  const tookS = Math.max(1e-3, (performance.now() - startedMs) / 1000);
  const events = ran.reduce((sum, one) => sum + one.events, 0);
  return {
    report: withEnding(reportOf(design, palette, options, samplesOf(ran), events / tookS), ran),
    stopped: ran.some(({ ending }) => ending === 'stopped'),
  };
};

/** Runs of a comparison end by themselves, so that those of a pair are equal in length: there is no time limit. */
export type Comparing = Omit<Simulating, 'design' | 'timeMs'> & { readonly a: Design; readonly b: Design };

export type Compared = {
  /** undefined where it was stopped before there were pairs enough. */
  readonly comparison: Comparison | undefined;
  /** Pairs that ran to their end. */
  readonly pairs: number;
  readonly stopped: boolean;
};

/** B beside A on the same random numbers. A pair that was cut short is left out. */
export const runComparison = async ({
  a,
  b,
  palette,
  options: asked,
  replications,
  onProgress,
  signal,
}: Comparing): Promise<Compared> => {
  const seconds = hasEnd(asked) ? asked.seconds : comparisonSeconds([a, b], palette, asked);
  const options = toItsEnd({ ...asked, ...(seconds === undefined ? {} : { seconds }) });
  const ran = await replicateAll({
    replications: Array.from({ length: replications }, (_, replication) =>
      [a, b].map((design) => ({ design, palette, options: { ...options, replication } })),
    ).flat(),
    onProgress,
    signal,
  });
  const pairs = Array.from({ length: replications }, (_, pair) => [ran[2 * pair], ran[2 * pair + 1]] as const)
    .flatMap(([ofA, ofB]) => (ofA && ofB ? [{ ofA, ofB }] : []))
    .filter(({ ofA, ofB }) => ofA.ending === 'done' && ofB.ending === 'done');
  const stopped = pairs.length < replications;
  if (pairs.length < COMPARISON_PAIRS_MIN) return { comparison: undefined, pairs: pairs.length, stopped };
  const samplesA = pairs.map(({ ofA }) => ofA.sample);
  const samplesB = pairs.map(({ ofB }) => ofB.sample);
  const comparison = compare(a, samplesA, b, samplesB, palette, options);
  return {
    comparison: stopped ? { ...comparison, a: cut(comparison.a), b: cut(comparison.b) } : comparison,
    pairs: pairs.length,
    stopped,
  };
};

/** What a terminal or a server is given to run designs with. */
export type Simulation = {
  readonly run: typeof runSimulation;
  readonly compare: typeof runComparison;
};

export const simulation: Simulation = { run: runSimulation, compare: runComparison };

const hasEnd = ({ requests, seconds }: SimulateOptions): boolean =>
  requests !== undefined || seconds !== undefined;

/** Whoever says when it ends waits until then: bounds are for those who say nothing. */
const toItsEnd = (options: SimulateOptions): SimulateOptions => ({
  eventsMax: Number.MAX_SAFE_INTEGER,
  ...options,
});

/** Each replication does its share: n of them are together √n times as precise as one. */
const untilPrecise = (
  options: SimulateOptions,
  replications: number,
  overloaded: boolean,
): SimulateOptions => {
  const of = (measure: 'mean' | 'p99') =>
    Math.min(SIMULATION_PRECISION[measure] * Math.sqrt(replications), REPLICATION_PRECISION[measure]);
  const most = overloaded ? OVERLOADED_EVENTS_MAX : SIMULATION_EVENTS_MAX;
  return {
    precision: { mean: of('mean'), p99: of('p99') },
    ...options,
    eventsMax: Math.ceil(Math.min(options.eventsMax ?? Infinity, most / replications)),
  };
};

const isOverloaded = (design: Design, palette: Palette, { load = 1 }: SimulateOptions): boolean =>
  // What strikes late must still be seen.
  design.faults.length === 0 && analyse(modelOf(design, palette, { load })).overload.length > 0;

const samplesOf = (replicated: readonly Replicated[]): readonly Sample[] =>
  replicated.map(({ sample }) => sample);

/** The engine only knows that it was told to stop; why is known here. */
const withEnding = (report: Report, replicated: readonly Replicated[]): Report => {
  const endings = new Set(replicated.map(({ ending }) => ending));
  if (endings.has('stopped')) return cut(report);
  if (endings.has('out-of-time')) return { ...report, engine: { ...report.engine, ended: 'budget' } };
  return report;
};

const cut = (report: Report): Report => ({ ...report, engine: { ...report.engine, ended: 'cancelled' } });
