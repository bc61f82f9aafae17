/** Models by hand, with everything at its default that a test does not speak of. */
import type { Edge, Model, Node, Service, WorkClass } from '../../model.ts';

export const exponential = (meanS: number): Service => ({ shape: 'exponential', meanS, cv2: 1 });
export const constant = (meanS: number): Service => ({ shape: 'constant', meanS, cv2: 0 });
export const none: Service = { shape: 'none', meanS: 0, cv2: 0 };

export const node = (given: Partial<Node> & { readonly id: string }): Node => ({
  kind: 'server',
  behaves: 'station',
  replicas: 1,
  servers: 1,
  service: none,
  discipline: 'fifo',
  queueLimit: Infinity,
  holds: false,
  order: 'sequence',
  waitFor: Infinity,
  balance: 'round-robin',
  choices: 2,
  keys: { count: 100_000, skew: 0.8, bound: 1.25 },
  errorRate: 0,
  rateLimit: undefined,
  autoscale: undefined,
  cache: undefined,
  database: undefined,
  stream: undefined,
  work: undefined,
  hours: undefined,
  ready: undefined,
  window: undefined,
  stops: 0,
  facts: {},
  notes: [],
  zone: undefined,
  region: undefined,
  healthS: 10,
  mtbfS: undefined,
  mttrS: undefined,
  needs: 1,
  pricePerS: 0,
  pricePerRequest: 0,
  out: [],
  ...given,
});

export const client = (id = 'users'): Node =>
  node({ id, kind: 'client', behaves: 'client', servers: Infinity });

export const edge = (given: Partial<Edge> & { readonly from: number; readonly to: number }): Edge => ({
  id: `${given.from}-${given.to}`,
  sync: true,
  calls: 1,
  fanout: 1,
  waitFor: Infinity,
  probability: 1,
  classes: undefined,
  onMissOf: undefined,
  failsOpen: false,
  timeoutS: Infinity,
  retries: 0,
  backoff: { baseS: 0, maxS: 0 },
  retryBudget: Infinity,
  hedgeAfterS: Infinity,
  breaker: undefined,
  latencyS: 0,
  ...given,
});

export const poisson = (rps: number, given: Partial<WorkClass> = {}): WorkClass => ({
  name: 'search',
  from: 0,
  arrivals: { process: 'poisson', rps },
  priority: 0,
  writeShare: undefined,
  tokens: { prompt: { mean: 500, cv2: 0, most: Infinity }, answer: { mean: 200, cv2: 0, most: Infinity } },
  ...given,
});

export const closed = (clients: number, think: Service, given: Partial<WorkClass> = {}): WorkClass =>
  poisson(0, { arrivals: { process: 'closed', clients, think }, ...given });

/** Each node's `out` is laid out from the edges. */
export const model = (
  nodes: readonly Node[],
  edges: readonly Edge[],
  classes: readonly WorkClass[],
): Model => ({
  name: 'by hand',
  nodes: nodes.map((each, index) => ({
    ...each,
    out: edges.flatMap(({ from }, e) => (from === index ? [e] : [])),
  })),
  edges,
  classes,
  faults: [],
});
