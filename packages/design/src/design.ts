/**
 * A design: the graph a board is read as, checked against the palette and ready to run.
 *
 *     workload ─▶ client ─connection─▶ component ─connection─▶ component      objectives and faults beside it
 *
 * Numbers are in base units (seconds, bytes, dollars, things a second) with the palette's defaults filled in; what the
 * hand wrote stays beside them in `written`, so that a design can be saved as it was meant.
 */

/** Dotted names, flat: `service.mean`. */
export type Values = Readonly<Record<string, number | string | boolean>>;

export type Component = {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly settings: Values;
  readonly written: Values;
  readonly x?: number;
  readonly y?: number;
};

export type Connection = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly label?: string;
  /** Whether the caller waits for the answer. */
  readonly mode: 'sync' | 'async';
  /** Only these workloads take it; absent: all. */
  readonly workloads?: readonly string[];
  /** `calls`, `probability`, `fanout`, `timeout`, `retries` and whatever else the palette lists for connections. */
  readonly settings: Values;
  readonly written: Values;
};

export const ARRIVALS = ['poisson', 'constant', 'closed', 'diurnal', 'burst', 'trace'] as const;

export type Workload = {
  readonly name: string;
  /** The client it comes from. */
  readonly from: string;
  /** `rps`, `arrivals`, `clients`, `thinkTime`, `priority` and whatever else the palette lists for workloads. */
  readonly settings: Values;
  readonly written: Values;
  /** The instants of a `trace`, in seconds from the start, ascending. */
  readonly trace?: readonly number[];
};

export const MEASURES = [
  'mean',
  'p50',
  'p90',
  'p95',
  'p99',
  'ttft-p95',
  'tpot-p95',
  'throughput',
  'tokens-per-second',
  'error-rate',
  'availability',
  'cost-per-month',
  'cost-per-thousand-requests',
  'cost-per-million-tokens',
  'completes-by',
  'freshness',
  'memory',
  'recall',
  'quality',
] as const;
export type Measure = (typeof MEASURES)[number];

/** In base units: seconds, shares, dollars (a month). */
export type Objective = {
  readonly measure: Measure;
  readonly workload?: string;
  readonly component?: string;
  readonly atMost?: number;
  readonly atLeast?: number;
};

export const FAULTS = ['down', 'slow', 'errors', 'flush', 'spike'] as const;

/**
 * Something that happens to a running design: a component, a zone or a region is `down`, `slow` by a factor or answers a
 * share with `errors`; a cache is emptied; a workload comes `by` so many times its rate.
 */
export type Fault = {
  readonly kind: (typeof FAULTS)[number];
  readonly component?: string;
  readonly zone?: string;
  readonly region?: string;
  readonly workload?: string;
  /** Of a component with several replicas, how many are hit; absent: all. */
  readonly replicas?: number;
  /** The factor of `slow` and `spike`, the share of `errors`. */
  readonly by?: number;
  readonly fromS: number;
  /** Absent: to the end. */
  readonly forS?: number;
};

export type Design = {
  readonly name: string;
  readonly components: readonly Component[];
  readonly connections: readonly Connection[];
  readonly workloads: readonly Workload[];
  readonly objectives: readonly Objective[];
  readonly faults: readonly Fault[];
  /** What it cannot choose, over months: how the world drifts, when labels come. Absent: nothing is said of it. */
  readonly world?: { readonly settings: Values; readonly written: Values };
};

/** Something to say about a drawing: why it cannot run, what must be asked, what is likely wrong. */
export type DesignFinding = {
  /** Kebab-case, unique: `unknown-kind`, `missing-unit`, `sync-cycle`. */
  readonly code: string;
  /** `error`: it cannot run. `question`: somebody has to say. `warning`: it runs, and is likely not what was meant. `note`. */
  readonly severity: 'error' | 'question' | 'warning' | 'note';
  /** What was expected, what was found, what to do; names the component and the setting. */
  readonly message: string;
  readonly component?: string;
  readonly connection?: string;
  /** Of a ring of calls: the arrow that leads back to where the walk along it began. */
  readonly closes?: string | undefined;
  readonly workload?: string;
  readonly setting?: string;
  /** Where in the document: `components.2.settings.servers`; a reader of text adds line and column. */
  readonly path?: readonly (string | number)[];
  readonly line?: number;
  readonly column?: number;
};

/** A design exists only where no finding is an error. */
export type ReadDesign = { readonly design?: Design; readonly findings: readonly DesignFinding[] };
