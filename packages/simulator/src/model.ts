/**
 * The model: what of a design can be computed with. `modelOf` makes it once; the analytic layer and the event simulation
 * both read it, so that they answer for the same thing.
 *
 *     node ─edge─▶ node        a call: the visit at `from` asks `to`, and waits where the edge is sync
 *
 * A visit at a node first gets one of its servers for its service time, and then makes the node's calls: one after the
 * other, or side by side. When all that it waits for has come back, it answers. All times are in seconds.
 */
import type { Behaviour } from '@dryrun/domain';
import type { Fault } from '@dryrun/design';
import type { LlmServer } from './llm/server.ts';

export type ServiceShape = 'none' | 'constant' | 'exponential' | 'erlang' | 'lognormal' | 'hyperexponential';

/** `cv2` is the squared coefficient of variation: 0 for constant, 1 for exponential, 1/k for erlang. */
export type Service = { readonly shape: ServiceShape; readonly meanS: number; readonly cv2: number };

export type Discipline = 'fifo' | 'processor-sharing' | 'priority' | 'priority-preemptive';

export const BALANCES = [
  'random',
  'round-robin',
  'least-connections',
  'power-of-two',
  'consistent-hash',
  'consistent-hash-bounded',
  'nearest',
] as const;
/** How one of several replicas, or of a balancer's targets, is picked. */
export type Balance = (typeof BALANCES)[number];

export type Autoscale = {
  readonly min: number;
  readonly max: number;
  /** Of utilisation, 0 to 1. */
  readonly target: number;
  readonly intervalS: number;
  readonly startUpS: number;
};

/** A token bucket: never more than `burst + rps × t` in any t seconds. */
export type RateLimit = {
  readonly rps: number;
  readonly burst: number;
  /** Each has a bucket of its own; how busy they are goes by Zipf's law. */
  readonly accounts?: { readonly count: number; readonly skew: number };
  /** What a request takes out, by class; one unless said. */
  readonly costs?: readonly number[];
};

/** Least-recently-used over `items` keys asked for with Zipf's law of `skew`, by Che's approximation. */
export type Cache = {
  readonly items: number;
  readonly capacity: number;
  readonly skew: number;
  readonly ttlS: number | undefined;
  readonly cold: boolean;
  /** Given instead of computed, where somebody has measured it. */
  readonly hitRatio: number | undefined;
};

/** A primary and its read replicas (the node's replicas 1…): writes go to the primary. */
export type Database = {
  readonly writeShare: number;
  readonly writeService: Service;
  readonly readReplicas: number;
  readonly replicationLagS: number;
};

/** In order within a partition: one message of a partition at a time, whatever the number of consumers. */
export type Stream = {
  readonly partitions: number;
  /** Zipf's skew of the partitions' shares; 0: even. */
  readonly skew: number;
};

/**
 * One server works on many requests at once: it takes up to `most` of those who wait, when there are so many or the first
 * has waited `waitS`, and a batch of b takes `fixedS + b × eachS`.
 */
export type Batches = {
  readonly how: 'batches';
  readonly most: number;
  readonly waitS: number;
  readonly fixedS: number;
  readonly eachS: number;
};

/** A language model, token by token, many requests in one step. Its servers are seats: requests that fit in at a time. */
export type Steps = { readonly how: 'steps'; readonly server: LlmServer };

/** A day's working hours, in seconds after midnight; a run begins at midnight. Over midnight where `untilS` is earlier. */
export type Hours = { readonly fromS: number; readonly untilS: number };

/** So many are kept ready for each replica; whoever finds none ready waits `coldS` for one to start, and so does its successor. */
export type Ready = { readonly count: number; readonly coldS: number };

/** Answers are given when the window they fall into is over, and `lateS` for stragglers after it. */
export type Window = { readonly lengthS: number; readonly lateS: number };

/** What its settings make of a component that is not a matter of requests, in seconds, bytes, shares. */
export type Facts = {
  readonly memoryBytes?: number;
  readonly recall?: number;
  readonly freshnessS?: number;
  /** Until a scheduled run of it is over, from its beginning. */
  readonly completesS?: number;
};

export type Node = {
  readonly id: string;
  readonly kind: string;
  readonly behaves: Behaviour;
  /** Each has its own queue and its own servers. */
  readonly replicas: number;
  /** Of one replica; Infinity: nobody ever waits. */
  readonly servers: number;
  readonly service: Service;
  readonly discipline: Discipline;
  /** Waiting places of one replica; whoever finds none is refused. Infinity by default. */
  readonly queueLimit: number;
  /** A server is kept while the calls are out, as by a thread that waits. */
  readonly holds: boolean;
  readonly order: 'sequence' | 'parallel';
  /** How many of parallel calls must come back; Infinity: all. */
  readonly waitFor: number;
  readonly balance: Balance;
  /** Of `power-of-two`: how many are looked at. */
  readonly choices: number;
  /** Of consistent hashing: how many keys, their skew, and the bound on a replica's share of the mean. */
  readonly keys: { readonly count: number; readonly skew: number; readonly bound: number };
  /** A share of answers that are errors, after the service. */
  readonly errorRate: number;
  readonly rateLimit: RateLimit | undefined;
  readonly autoscale: Autoscale | undefined;
  readonly cache: Cache | undefined;
  readonly database: Database | undefined;
  /** How a queue or stream hands out: its consumers' stations are laid out by it. */
  readonly stream: Stream | undefined;
  /** How it works, where not on one request at a time. */
  readonly work: Batches | Steps | undefined;
  readonly hours: Hours | undefined;
  readonly ready: Ready | undefined;
  readonly window: Window | undefined;
  /** Of what it sees, the share that it stops: it is answered, and whoever asked makes no further calls. */
  readonly stops: number;
  readonly facts: Facts;
  /** What was assumed or does not fit, in a sentence each. */
  readonly notes: readonly string[];
  readonly zone: string | undefined;
  readonly region: string | undefined;
  /** How long it takes a caller's balancer to see that a replica is down. */
  readonly healthS: number;
  readonly mtbfS: number | undefined;
  readonly mttrS: number | undefined;
  /** How many of its replicas must be up for it to be up. */
  readonly needs: number;
  /** Dollars a second of one replica, and for each request that it answers. */
  readonly pricePerS: number;
  readonly pricePerRequest: number;
  /** Edges that leave it, in the order they are drawn. */
  readonly out: readonly number[];
};

export type Breaker = {
  /** The error share that opens it, over at least `least` calls of a window. */
  readonly errorShare: number;
  readonly windowS: number;
  readonly least: number;
  readonly cooldownS: number;
};

export type Edge = {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly sync: boolean;
  /** One after the other. */
  readonly calls: number;
  /** Side by side, each of the calls. */
  readonly fanout: number;
  /** Of a fan-out, how many must come back; Infinity: all. */
  readonly waitFor: number;
  readonly probability: number;
  /** By class index; undefined: all. */
  readonly classes: readonly number[] | undefined;
  /** Taken only when this node, called before, did not have it. */
  readonly onMissOf: number | undefined;
  /** Whoever asks goes on as if it had answered well, when it fails. */
  readonly failsOpen: boolean;
  readonly timeoutS: number;
  readonly retries: number;
  /** Before retry k: `base × 2^(k-1)`, with full jitter, at most `max`. */
  readonly backoff: { readonly baseS: number; readonly maxS: number };
  /** Retries as a share of first calls; Infinity: no budget. */
  readonly retryBudget: number;
  readonly hedgeAfterS: number;
  readonly breaker: Breaker | undefined;
  /** One way, each way. */
  readonly latencyS: number;
};

export type Arrivals =
  | { readonly process: 'poisson' | 'constant'; readonly rps: number }
  | { readonly process: 'closed'; readonly clients: number; readonly think: Service }
  /** A sine about `rps`: `peak` is highest over mean. */
  | { readonly process: 'diurnal'; readonly rps: number; readonly peak: number; readonly periodS: number }
  /** Poisson in two states: `peak` times the mean for `burstS`, so rarely that the mean is `rps`. */
  | { readonly process: 'burst'; readonly rps: number; readonly peak: number; readonly burstS: number }
  | { readonly process: 'trace'; readonly instants: readonly number[] };

/** A class of workload. Lower `priority` goes first. */
export type WorkClass = {
  readonly name: string;
  /** Its client's node. */
  readonly from: number;
  readonly arrivals: Arrivals;
  readonly priority: number;
  /** Of its requests, the share that changes data; undefined: as each database says. */
  readonly writeShare: number | undefined;
  /** Of a request to a language model. */
  readonly tokens: { readonly prompt: Length; readonly answer: Length };
};

/** Tokens, by a lognormal distribution of this mean and squared coefficient of variation, and never more than `most`. */
export type Length = { readonly mean: number; readonly cv2: number; readonly most: number };

export type TimedFault = Fault & {
  readonly nodes: readonly number[];
  readonly classIndex: number | undefined;
};

export type Model = {
  readonly name: string;
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
  readonly classes: readonly WorkClass[];
  readonly faults: readonly TimedFault[];
};
