/** Designs whose runs must be the same everywhere: between them they draw from every distribution and strike every path. */
import { readDesignText } from '@dryrun/design';
import type { Design } from '@dryrun/design';
import type { Palette } from '@dryrun/domain';
import type { SimulateOptions } from '@dryrun/simulator';
import { palette } from './simulated.ts';

export type Trajectory = {
  readonly name: string;
  readonly design: Design;
  readonly palette: Palette;
  readonly options: SimulateOptions;
};

const STATION = `name: M/M/8
components:
  - { id: users, kind: client }
  - { id: api, kind: server, settings: { servers: 8, service: { distribution: exponential, mean: 10ms } } }
connections:
  - { from: users, to: api }
workload: { name: search, from: users, rps: 720 }
`;

const RESILIENT = `name: retries, hedges, copies that come and go, and a fault
components:
  - { id: users, kind: client }
  - id: api
    kind: server
    settings:
      { replicas: 2, servers: 4, queueLimit: 200, service: { distribution: lognormal, mean: 8ms, cv2: 2 },
        autoscale: { min: 2, max: 6, target: 60 %, interval: 3s, startUp: 1s } }
  - id: cache
    kind: cache
    settings: { items: 10000, capacity: 1000, skew: 0.8, ttl: 60s, cold: true }
  - id: store
    kind: server
    settings: { replicas: 3, servers: 8, balance: power-of-two, errorRate: 0.5 %,
      service: { distribution: hyperexponential, mean: 10ms, cv2: 4 } }
  - { id: features, kind: server, settings: { servers: 16, service: { distribution: erlang, mean: 4ms, cv2: 0.25 } } }
connections:
  - { from: users, to: api, timeout: 500ms, retries: 1, retryBudget: 20 % }
  - { from: api, to: cache }
  - { from: api, to: store, onMiss: cache, timeout: 80ms, retries: 2, hedgeAfter: 40ms,
      breaker: { errorShare: 50 %, window: 5s, cooldown: 2s } }
  - { from: api, to: features, fanout: 3, waitFor: 2, probability: 0.8 }
workloads:
  - { name: search, from: users, rps: 500, arrivals: burst, peak: 3, burst: 2s }
faults:
  - { component: store, kind: down, replicas: 2, from: 4s, for: 3s }
  - { component: features, kind: slow, by: 3, from: 6s, for: 3s }
`;

const CLOSED = `name: a closed loop with priorities
components:
  - { id: people, kind: client }
  - { id: jobs, kind: client }
  - id: ranker
    kind: server
    settings: { servers: 4, discipline: priority-preemptive, service: { distribution: lognormal, mean: 20ms, cv2: 1.5 } }
  - id: log
    kind: server
    settings: { servers: 2, discipline: processor-sharing, service: { distribution: constant, mean: 3ms } }
connections:
  - { from: people, to: ranker }
  - { from: jobs, to: ranker }
  - { from: ranker, to: log, mode: async }
workloads:
  - { name: people, from: people, arrivals: closed, clients: 40, thinkTime: 300ms, priority: 1 }
  - { name: jobs, from: jobs, arrivals: closed, clients: 10, thinkTime: 0s, priority: 2 }
`;

/** One that ends after so many requests, one after so long, and one when its figures are precise; none is long. */
const RUNS: readonly { readonly text: string; readonly options: SimulateOptions }[] = [
  { text: STATION, options: { seed: 1, requests: 10_000 } },
  { text: RESILIENT, options: { seed: 2 ** 32 - 1, seconds: 12 } },
  { text: CLOSED, options: { seed: 20_261_126, precision: { mean: 0.1, p99: 0.3 } } },
];

export const TRAJECTORIES: readonly Trajectory[] = RUNS.map(({ text, options }) => {
  const { design, findings } = readDesignText(text, palette);
  if (!design) throw new Error(findings.map(({ message }) => message).join('\n'));
  return { name: design.name, design, palette, options };
});
