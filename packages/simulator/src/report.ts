/**
 * What a run answers. Latencies are in milliseconds and every figure has the half-width of its 95 % interval; what has no
 * steady state has no latency: `null`, and the growth in `overload` instead.
 */
import type { Measure } from '@dryrun/design';

/** `halfWidth` is null where the run was too short to say. */
export type Figure = { readonly value: number; readonly halfWidth: number | null };

export type Latencies = {
  readonly mean: Figure;
  readonly p50: Figure;
  readonly p90: Figure;
  readonly p95: Figure;
  readonly p99: Figure;
};

export type RequestFigures = {
  /** That ended in the whole run, warm-up and all. */
  readonly count: number;
  /** Answered well, a second. */
  readonly throughputRps: number;
  /** Of those that ended: refused, timed out, failed. */
  readonly errorRate: number;
  /** Of the answered ones; null in overload or where none was answered. */
  readonly latencyMs: Latencies | null;
  /** Of requests that a language model answered: until its first token, and from one to the next. */
  readonly ttftMs?: Latencies | null;
  readonly tpotMs?: Latencies | null;
  /** Until the last thing that the request set off is done, async calls too; null like the latency. */
  readonly finishMs: { readonly mean: Figure; readonly p99: Figure } | null;
  readonly halfWidths: { readonly throughputRps: number | null; readonly errorRate: number | null };
};

export type ComponentFigures = {
  readonly id: string;
  /** Of its servers' time; null where it has no limit. */
  readonly utilisation: number | null;
  /** Waiting, not in service. */
  readonly queueMean: number;
  readonly throughputRps: number;
  readonly errorRate: number;
  /** For a server. */
  readonly waitMs: Latencies | null;
  /** From arrival to answer, with the calls it waits for. */
  readonly latencyMs: Latencies | null;
  readonly replicas: number;
  readonly hitRatio?: number;
  /** Of a language model’s server: given to those who ask; the share of its time in which a step runs. */
  readonly tokensPerSecond?: Figure;
  readonly stepping?: number;
  /** What follows from its settings alone. */
  readonly facts?: {
    readonly memoryBytes?: number;
    readonly recall?: number;
    readonly freshnessMs?: number;
    readonly completesMs?: number;
  };
  readonly halfWidths: {
    readonly utilisation: number | null;
    readonly queueMean: number | null;
    readonly throughputRps: number | null;
  };
};

export type Overload = {
  readonly component: string;
  readonly backlogPerSecond: number;
  readonly halfWidth: number | null;
};

export type ObjectiveFigure = {
  readonly workload?: string;
  readonly component?: string;
  readonly measure: Measure;
  /** null: this run cannot say, and `why` says why not. */
  readonly met: boolean | null;
  /** In the units of the report: milliseconds, shares, dollars. */
  readonly value: number | null;
  readonly halfWidth: number | null;
  readonly limit: number;
  readonly bound: 'atMost' | 'atLeast';
  readonly why?: string;
};

export type Cost = {
  readonly perMonth: number;
  readonly perThousandRequests: number | null;
  readonly currency: 'USD';
  /** Dollars a month by component, dearest first. */
  readonly components: readonly { readonly id: string; readonly perMonth: number }[];
};

/** The closed-form answer for the same measures; null where no form holds. Times in milliseconds. */
export type Analysis = {
  readonly request: AnalyticRequest;
  readonly workloads: Readonly<Record<string, AnalyticRequest & { readonly availability: number }>>;
  readonly components: readonly AnalyticComponent[];
  readonly bottleneck: string | null;
  /** How many times the present load the bottleneck can take. */
  readonly headroom: number | null;
  readonly overload: readonly { readonly component: string; readonly backlogPerSecond: number }[];
  readonly availability: number;
  readonly cost: Cost;
  /** What was approximated, in a sentence each. */
  readonly notes: readonly string[];
};

export type AnalyticRequest = {
  readonly throughputRps: number;
  readonly errorRate: number;
  readonly latencyMs: {
    readonly mean: number;
    readonly p50: number;
    readonly p90: number;
    readonly p95: number;
    readonly p99: number;
  } | null;
};

export type AnalyticComponent = {
  readonly id: string;
  readonly utilisation: number | null;
  readonly queueMean: number | null;
  readonly throughputRps: number;
  readonly waitMs: { readonly mean: number } | null;
  readonly latencyMs: { readonly mean: number } | null;
  readonly hitRatio?: number;
};

/** Over time, for runs with faults, spikes or days: means over replications with their ribbons. */
export type Series = {
  /** Each point covers this long. */
  readonly stepS: number;
  readonly lines: readonly SeriesLine[];
};

export type SeriesLine = {
  /** `throughputRps`, `errorRate`, `meanMs`, `p99Ms` of a workload; `queue`, `utilisation`, `replicas` of a component. */
  readonly of: string;
  readonly measure: 'throughputRps' | 'errorRate' | 'meanMs' | 'p99Ms' | 'queue' | 'utilisation' | 'replicas';
  /** null: nothing happened in that step. */
  readonly values: readonly (number | null)[];
  readonly halfWidths: readonly (number | null)[];
};

export type Report = {
  readonly design: string;
  readonly request: RequestFigures;
  readonly workloads: Readonly<Record<string, RequestFigures>>;
  readonly components: readonly ComponentFigures[];
  readonly bottleneck: string | null;
  readonly overload: readonly Overload[];
  readonly cost: Cost;
  readonly availability: number;
  readonly objectives: readonly ObjectiveFigure[];
  readonly analytic: Analysis;
  readonly series?: Series;
  readonly engine: Engine;
  /** What the run leaves out or assumes, in a sentence each. */
  readonly notes: readonly string[];
};

export type Engine = {
  readonly events: number;
  /** By the clock of whoever ran it; 0 where nobody looked. */
  readonly eventsPerSecond: number;
  readonly seed: number;
  readonly replications: number;
  /** Simulated seconds that the figures rest on, after `warmUpS`. */
  readonly observedS: number;
  readonly warmUpS: number;
  /** Why it ended. */
  readonly ended: 'precision' | 'budget' | 'requests' | 'seconds' | 'cancelled';
  /** The slowest answers are still under way: latencies are lower bounds. */
  readonly tooShort?: boolean;
  readonly trajectoryHash: string;
  /** Of the whole run, warm-up and all: arrived = answered + failed + inFlight, exactly. */
  readonly requests: {
    readonly arrived: number;
    readonly answered: number;
    readonly failed: number;
    readonly inFlight: number;
  };
};

/** B minus A on the same random numbers. */
export type Comparison = {
  readonly a: Report;
  readonly b: Report;
  readonly differences: readonly {
    /** `request`, a workload's name or a component's id. */
    readonly of: string;
    readonly measure: string;
    readonly a: number;
    readonly b: number;
    readonly difference: Figure;
    /** Whether the interval leaves out zero. */
    readonly clear: boolean;
  }[];
};

export type SimulateOptions = {
  readonly seed: number;
  /** Times every workload. */
  readonly load?: number;
  /** Exactly this many requests, or this many simulated seconds; neither: until precise enough, or `eventsMax`. */
  readonly requests?: number;
  readonly seconds?: number;
  /** Which of the replications this is: a stream of its own for each. */
  readonly replication?: number;
  /** Relative half-widths to reach: of means, of 99th percentiles. */
  readonly precision?: { readonly mean: number; readonly p99: number };
  readonly eventsMax?: number;
};
