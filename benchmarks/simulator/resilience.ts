/** Oracles of what goes wrong and what is done about it: simulation anchors 3c, outages, and hedging of 3b. */
import type { Report } from '@dryrun/simulator';
import { solveFalling } from './formulas.ts';
import type { Oracle } from './oracle.ts';
import * as from from './readings.ts';
import { AT_LEAST, AT_MOST, EQUAL, plusMinus, reading, within } from './readings.ts';
import { poisson, station } from './stations.ts';

const RETRYING = 'backoff: { base: 1ms, max: 1ms }';

const retries = (errorRate: number, again: number, attempts: number): Oracle => ({
  id: `errors ${errorRate}, ${again} retries`,
  truth: '(1−p^(R+1))/(1−p) attempts, p^(R+1) fail',
  document: `name: retries
components:
  - { id: users, kind: client }
  - { id: api, kind: server, settings: { servers: 100, errorRate: ${errorRate}, service: { distribution: constant, mean: 100ms } } }
connections:
  - { from: users, to: api, retries: ${again}, ${RETRYING} }
workloads:
${poisson(100)}
`,
  seed: 41,
  requests: 500_000,
  quick: 50_000,
  readings: [
    reading('attempts', attempts, from.utilisation('api', 10)),
    errorRate === 1
      ? reading('failed', 1, (report) => report.request.errorRate, EQUAL)
      : reading('failed', errorRate ** (again + 1), from.errorRate),
  ],
});

const layers: Oracle = {
  id: 'three layers of three attempts',
  truth: '3³ = 27 attempts at the deepest',
  document: `name: layers
components:
  - { id: users, kind: client }
  - { id: one, kind: server, settings: { servers: 1000, service: { distribution: constant, mean: 1ms } } }
  - { id: two, kind: server, settings: { servers: 1000, service: { distribution: constant, mean: 1ms } } }
  - { id: three, kind: server, settings: { servers: 1000, errorRate: 1, service: { distribution: constant, mean: 100ms } } }
connections:
  - { from: users, to: one, retries: 2, ${RETRYING} }
  - { from: one, to: two, retries: 2, ${RETRYING} }
  - { from: two, to: three, retries: 2, ${RETRYING} }
workloads:
${poisson(20)}
`,
  seed: 42,
  requests: 50_000,
  quick: 10_000,
  readings: [
    reading('attempts at the deepest', 27, from.utilisation('three', 1000 / (20 * 0.1))),
    reading('attempts at the middle', 9, from.utilisation('two', 1000 / (20 * 0.001))),
    reading('failed', 1, (report) => report.request.errorRate, EQUAL),
  ],
};

const OUTAGE = { fromS: 60, forS: 20, rps: 60, capacity: 100 } as const;

/** Where a line through the middle of the descent, from 80 to 20 % of the peak, reaches the ground. */
const drainS = (report: Report): number | null => {
  const queue = from.series(report, 'queue');
  const stepS = report.series?.stepS ?? Number.NaN;
  const peak = Math.max(...queue);
  const top = queue.indexOf(peak);
  const points = queue.flatMap((value, step) =>
    step > top && value <= 0.8 * peak && value >= 0.2 * peak ? [[(step + 0.5) * stepS, value] as const] : [],
  );
  if (points.length < 3) return null;
  const meanT = points.reduce((sum, [t]) => sum + t, 0) / points.length;
  const meanQ = points.reduce((sum, [, q]) => sum + q, 0) / points.length;
  const slope =
    points.reduce((sum, [t, q]) => sum + (t - meanT) * (q - meanQ), 0) /
    points.reduce((sum, [t]) => sum + (t - meanT) ** 2, 0);
  return meanT - meanQ / slope - (OUTAGE.fromS + OUTAGE.forS);
};

const outage: Oracle = {
  id: 'outage of 20 s at 60 a second, capacity 100',
  truth: 'a backlog of λT drains in λT/(cμ−λ)',
  document: `name: outage
components:
  - { id: users, kind: client }
  - { id: topic, kind: queue }
  - { id: worker, kind: server, settings: { servers: 10, service: { distribution: constant, mean: 100ms } } }
connections:
  - { from: users, to: topic }
  - { from: topic, to: worker, mode: async }
workloads:
${poisson(OUTAGE.rps)}
faults:
  - { kind: down, component: worker, from: ${OUTAGE.fromS}s, for: ${OUTAGE.forS}s }
`,
  seed: 43,
  seconds: 300,
  quick: 300,
  readings: [
    reading(
      'backlog at its highest',
      OUTAGE.rps * OUTAGE.forS,
      (report) => Math.max(...from.series(report, 'queue')),
      within(0.05),
    ),
    reading(
      'seconds to drain',
      (OUTAGE.rps * OUTAGE.forS) / (OUTAGE.capacity - OUTAGE.rps),
      drainS,
      within(0.1),
    ),
  ],
};

/** Capacity 100, load 80; the server works on what nobody waits for any more. Its trigger stands still for 10 s. */
const vulnerable = (connection: string, faults: string): string => `name: metastable
components:
  - { id: users, kind: client }
  - { id: api, kind: server, settings: { servers: 10, service: { distribution: exponential, mean: 100ms } } }
connections:
  - { from: users, to: api, timeout: 1s, retries: 3, ${connection} }
workloads:
${poisson(80)}
${faults}`;

const TRIGGER = `faults:
  - { kind: down, component: api, from: 60s, for: 10s }
`;
const goodput = (fromS: number, toS: number) => (report: Report) =>
  from.between(report, from.series(report, 'throughputRps'), fromS, toS);

const metastable: readonly Oracle[] = [
  {
    id: 'metastable: no trigger',
    truth: 'the same load holds where nothing happened',
    document: vulnerable('backoff: { base: 100ms, max: 1s }', ''),
    seed: 44,
    seconds: 2000,
    readings: [reading('answered', 80, from.throughput)],
  },
  {
    id: 'metastable: 10 s outage, three retries',
    truth: 'stays down after the trigger clears: 80 × 4 > 100',
    document: vulnerable('backoff: { base: 100ms, max: 1s }', TRIGGER),
    seed: 44,
    seconds: 300,
    quick: 300,
    readings: [
      reading('answered before', 80, goodput(10, 60), within(0.1)),
      reading('answered long after', 0.2 * 80, goodput(200, 300), AT_MOST),
    ],
  },
  {
    id: 'metastable: 10 s outage, retries of 10 % at most',
    truth: 'recovers: 80 × 1.1 < 100',
    document: vulnerable('retryBudget: 10 %, backoff: { base: 100ms, max: 1s }', TRIGGER),
    seed: 44,
    seconds: 300,
    quick: 300,
    readings: [
      reading('answered before', 80, goodput(10, 60), within(0.1)),
      reading('answered long after', 0.9 * 80, goodput(200, 300), AT_LEAST),
    ],
  },
];

const bucket: Oracle = {
  id: 'token bucket of 50 a second, burst 100',
  truth: 'admitted ≤ b + rt in any t, and no less where more is asked for',
  document: station(
    'servers: 1000, rateLimit: { rps: 50/s, burst: 100 }, service: { distribution: constant, mean: 10ms }',
    poisson(100),
  ),
  seed: 45,
  seconds: 2000,
  quick: 500,
  readings: [
    reading(
      'admitted over b + rt',
      0,
      (report) => {
        const { observedS } = report.engine;
        return report.request.throughputRps * observedS - (100 + 50 * observedS);
      },
      AT_MOST,
    ),
    reading('admitted', 50, (report) => report.request.throughputRps, AT_LEAST),
    reading('refused', 0.5, from.errorRate),
  ],
};

/** A leaf takes Exp(5 ms), and one in a hundred 100 ms more. */
const leafAbove = (ms: number): number =>
  ms < 100 ? 0.99 * Math.exp(-ms / 5) + 0.01 : 0.99 * Math.exp(-ms / 5) + 0.01 * Math.exp(-(ms - 100) / 5);
const HEDGE_MS = solveFalling(leafAbove, 0.05, 0, 99);
const HEDGED_P99_MS = solveFalling((ms) => leafAbove(ms) * leafAbove(ms - HEDGE_MS), 0.01, HEDGE_MS, 99);

const leaf = (hedge: string): string => `name: hedging
components:
  - { id: users, kind: client }
  - { id: leaf, kind: server, settings: { servers: 1000, service: { distribution: exponential, mean: 5ms } } }
  - { id: pause, kind: server, settings: { servers: 1000, service: { distribution: constant, mean: 100ms } } }
connections:
  - { from: users, to: leaf${hedge} }
  - { from: leaf, to: pause, probability: 0.01 }
workloads:
${poisson(1000)}
`;

/** The plain p99 is not asked for: between 50 and 100 ms next to nothing lies, so that any of them is right. */
const hedging: readonly Oracle[] = [
  {
    id: 'a leaf with a tail',
    truth: 'Exp(5 ms) and 100 ms for one in a hundred',
    document: leaf(''),
    seed: 46,
    requests: 2_000_000,
    readings: [
      reading('mean', 0.006, from.latency('mean')),
      reading('p95', HEDGE_MS / 1000, from.latency('p95')),
    ],
  },
  {
    id: 'a leaf with a tail, hedged at its p95',
    truth: 'p99 20.76 ms for 5 % more calls',
    document: leaf(`, hedgeAfter: ${HEDGE_MS.toFixed(6)}ms`),
    seed: 46,
    requests: 2_000_000,
    quick: 200_000,
    readings: [
      reading('p99', HEDGED_P99_MS / 1000, from.latency('p99')),
      reading('p99 as measured elsewhere', 0.02076, from.latency('p99'), within(0.02)),
      reading('calls', 1.05, from.utilisation('leaf', 1000 / (1000 * 0.005))),
    ],
  },
];

const available = (
  id: string,
  truth: string,
  exact: number,
  components: string,
  connections: string,
): Oracle => ({
  id,
  truth,
  document: `name: availability
components:
  - { id: users, kind: client }
${components}
connections:
${connections}
workloads:
${poisson(10)}
`,
  seed: 47,
  requests: 1000,
  quick: 1000,
  readings: [
    reading('availability', exact, (report) => report.availability, plusMinus(1e-8)),
    reading('availability, analytic', exact, (report) => report.analytic.availability, plusMinus(1e-8)),
  ],
});

const replicated = (replicas: number, needs: number, mtbf: string, id = 'api') =>
  `  - { id: ${id}, kind: server, settings: { replicas: ${replicas}, needs: ${needs}, mtbf: ${mtbf}, mttr: 1h, servers: 10, service: { distribution: constant, mean: 1ms } } }`;

const FIVE = ['a', 'b', 'c', 'd', 'e'] as const;
const availability: readonly Oracle[] = [
  available(
    'two of three of .99',
    '3A²(1−A) + A³',
    0.999702,
    replicated(3, 2, '99h'),
    '  - { from: users, to: api }',
  ),
  available('one of two of .99', '1−(1−A)²', 0.9999, replicated(2, 1, '99h'), '  - { from: users, to: api }'),
  available(
    'five of .999 in a row',
    'A⁵',
    0.999 ** 5,
    FIVE.map((id) => replicated(1, 1, '999h', id)).join('\n'),
    FIVE.map((id, index) => `  - { from: ${FIVE[index - 1] ?? 'users'}, to: ${id} }`).join('\n'),
  ),
];

export const RESILIENCE: readonly Oracle[] = [
  retries(0.5, 3, 1.875),
  retries(1, 3, 4),
  layers,
  outage,
  ...metastable,
  bucket,
  ...hedging,
  ...availability,
];
