/** Oracles of networks and caches: simulation anchors 3b and 3d, and the laws of utilisation and of the bottleneck. */
import { closedLoop, harmonic, supermarket, ttlHits, waitMMc } from './formulas.ts';
import type { Oracle } from './oracle.ts';
import * as from from './readings.ts';
import { EQUAL, plusMinus, reading, within } from './readings.ts';
import { poisson } from './stations.ts';

/** Each node has one way out, taken with a probability: what leaves is not sent on. */
const ROUNDS = { a: 0.5 / 0.85, b: 0.5 / 0.85, c: 0.3 / 0.85 } as const;
const JACKSON = [
  { id: 'a', servers: 1, meanS: 1, rps: ROUNDS.a },
  { id: 'b', servers: 2, meanS: 2.5, rps: ROUNDS.b },
  { id: 'c', servers: 1, meanS: 2, rps: ROUNDS.c },
] as const;
const jacksonWait = ({ servers, meanS, rps }: (typeof JACKSON)[number]) => waitMMc(servers, rps, 1 / meanS);

const jackson: Oracle = {
  id: 'Jackson, three nodes with feedback',
  truth: 'each node as M/M/c at its traffic; ΣλᵢWᵢ/γ',
  document: `name: three nodes
components:
  - { id: users, kind: client }
${JACKSON.map(({ id, servers, meanS }) => `  - { id: ${id}, kind: server, settings: { servers: ${servers}, service: { distribution: exponential, mean: ${meanS}s } } }`).join('\n')}
connections:
  - { from: users, to: a, mode: async }
  - { from: a, to: b, mode: async }
  - { from: b, to: c, mode: async, probability: 0.6 }
  - { from: c, to: a, mode: async, probability: 0.25 }
workloads:
${poisson(0.5)}
`,
  seed: 21,
  requests: 3_000_000,
  quick: 300_000,
  readings: [
    ...JACKSON.flatMap((node) => [
      reading(`utilisation of ${node.id}`, (node.rps * node.meanS) / node.servers, from.utilisation(node.id)),
      reading(`mean wait at ${node.id}`, jacksonWait(node), from.wait(node.id, 'mean')),
    ]),
    reading(
      'mean until all is done',
      JACKSON.reduce((sum, node) => sum + node.rps * (jacksonWait(node) + node.meanS), 0) / 0.5,
      from.finish,
    ),
  ],
};

const burke: Oracle = {
  id: 'Burke: M/M/2 before M/M/1',
  truth: 'what leaves M/M/c is Poisson: the second waits as M/M/1',
  document: `name: tandem
components:
  - { id: users, kind: client }
  - { id: one, kind: server, settings: { servers: 2, service: { distribution: exponential, mean: 1s } } }
  - { id: two, kind: server, settings: { service: { distribution: exponential, mean: 500ms } } }
connections:
  - { from: users, to: one }
  - { from: one, to: two }
workloads:
${poisson(1.6)}
`,
  seed: 22,
  requests: 4_000_000,
  quick: 400_000,
  readings: [
    reading('mean wait at the first', waitMMc(2, 1.6), from.wait('one', 'mean')),
    reading('mean wait at the second', 2, from.wait('two', 'mean')),
    reading('p99 of wait at the second', Math.log(80) / 0.4, from.wait('two', 'p99')),
    reading('mean', waitMMc(2, 1.6) + 1 + 2.5, from.latency('mean')),
  ],
};

const mva = (clients: number, thinkS: number): Oracle => {
  const { throughput, response } = closedLoop(clients, thinkS, [0.3, 0.4]);
  return {
    id: `closed loop, ${clients} clients, think ${thinkS} s`,
    truth: 'exact mean value analysis',
    document: `name: closed loop
components:
  - { id: users, kind: client }
  - { id: cpu, kind: server, settings: { service: { distribution: exponential, mean: 300ms } } }
  - { id: disk, kind: server, settings: { service: { distribution: exponential, mean: 400ms } } }
connections:
  - { from: users, to: cpu }
  - { from: cpu, to: disk }
workloads:
  - { name: all, from: users, arrivals: closed, clients: ${clients}, thinkTime: ${thinkS}s }
`,
    seed: 23,
    requests: 1_000_000,
    quick: clients === 10 ? 100_000 : undefined,
    readings: [
      reading('throughput', throughput, from.throughput),
      reading('mean', response, from.latency('mean')),
      reading('utilisation of the disk', throughput * 0.4, from.utilisation('disk')),
    ],
  };
};

const forkJoin = (width: number, exact: number): Oracle => {
  const leaves = Array.from({ length: width }, (_, index) => `leaf${index + 1}`);
  return {
    id: `fork-join of ${width}, ρ .8`,
    truth: width === 2 ? '(12−ρ)/8 · 1/(μ−λ)' : 'Nelson–Tantawi, an approximation',
    document: `name: fork and join
components:
  - { id: users, kind: client }
  - { id: fork, kind: fan-out, settings: { order: parallel } }
${leaves.map((id) => `  - { id: ${id}, kind: server, settings: { service: { distribution: exponential, mean: 1s } } }`).join('\n')}
connections:
  - { from: users, to: fork }
${leaves.map((id) => `  - { from: fork, to: ${id} }`).join('\n')}
workloads:
${poisson(0.8)}
`,
    seed: 24,
    requests: width === 2 ? 4_000_000 : 1_500_000,
    quick: width === 2 ? 300_000 : undefined,
    readings: [reading('mean', exact, from.latency('mean'), width === 2 ? from.INTERVAL : within(0.05))],
  };
};

const widest: readonly Oracle[] = [
  {
    id: 'the longest of 100 exponentials',
    truth: 'H₁₀₀; Fⁿ',
    document: `name: fan-out of a hundred
components:
  - { id: users, kind: client }
  - { id: leaf, kind: server, settings: { servers: 100000, service: { distribution: exponential, mean: 1s } } }
connections:
  - { from: users, to: leaf, fanout: 100 }
workloads:
${poisson(10)}
`,
    seed: 25,
    requests: 100_000,
    quick: 20_000,
    readings: [
      reading('mean', harmonic(100), from.latency('mean')),
      reading('p50', -Math.log(1 - 0.5 ** 0.01), from.latency('p50')),
      reading('p99', -Math.log(1 - 0.99 ** 0.01), from.latency('p99')),
    ],
  },
  {
    id: 'a hundred leaves, one in a hundred slow',
    truth: '1 − .99¹⁰⁰ = .633968',
    document: `name: one in a hundred is slow
components:
  - { id: users, kind: client }
  - { id: leaf, kind: server, settings: { servers: 100000, service: { distribution: constant, mean: 10ms } } }
  - { id: slow, kind: server, settings: { servers: 100000, service: { distribution: constant, mean: 100ms } } }
connections:
  - { from: users, to: leaf, fanout: 100 }
  - { from: leaf, to: slow, probability: 0.01 }
workloads:
${poisson(100)}
`,
    seed: 26,
    requests: 100_000,
    quick: 20_000,
    readings: [
      reading('share of slow ones', 0.633968, (report) => {
        const mean = from.latency('mean')(report);
        return mean === null
          ? null
          : { value: (mean.value - 0.01) * 10, halfWidth: (mean.halfWidth ?? 0) * 10 };
      }),
    ],
  },
];

const choice = (rho: number, choices: number, exact: number): Oracle => ({
  id: `500 queues, best of ${choices}, ρ ${rho}`,
  truth: 'Mitzenmacher, of infinitely many',
  document: `name: the supermarket
components:
  - { id: users, kind: client }
  - id: api
    kind: server
    settings:
      replicas: 500
      balance: ${choices === 1 ? 'random' : 'power-of-two'}
      ${choices === 1 ? '' : `choices: ${choices}`}
      service: { distribution: exponential, mean: 1s }
connections:
  - { from: users, to: api }
workloads:
${poisson(rho * 500)}
`,
  seed: 27,
  requests: rho > 0.95 ? 15_000_000 : 5_000_000,
  quick: rho === 0.5 && choices === 2 ? 200_000 : undefined,
  readings: [reading('mean', exact, from.latency('mean'), within(0.03))],
});

const CHOICES = [
  [0.5, 1, 2],
  [0.5, 2, 1.265686],
  [0.5, 3, 1.125244],
  [0.9, 1, 10],
  [0.9, 2, 2.614057],
  [0.9, 3, 2.027856],
  [0.95, 2, 3.383046],
  [0.95, 3, 2.535133],
  [0.99, 2, 5.431997],
  [0.99, 3, 3.857847],
] as const;
export const CHOICE_SLIPS: readonly string[] = CHOICES.flatMap(([rho, choices, printed]) => {
  const made = supermarket(rho, choices);
  return Math.abs(printed - made) < 1e-5 ? [] : [`best of ${choices} at ${rho}: ${printed} against ${made}`];
});

const CHE = [
  [100, 0.156625],
  [500, 0.331186],
  [1000, 0.43666],
  [2500, 0.616432],
  [5000, 0.791631],
] as const;

const cached = (settings: string): string => `name: a cache
components:
  - { id: users, kind: client }
  - { id: api, kind: server, settings: { servers: 100, service: { distribution: constant, mean: 1ms } } }
  - { id: cache, kind: cache, settings: { ${settings}, servers: 100, service: { distribution: constant, mean: 1ms } } }
  - { id: db, kind: server, settings: { servers: 100, service: { distribution: constant, mean: 10ms } } }
connections:
  - { from: users, to: api }
  - { from: api, to: cache }
  - { from: api, to: db, onMiss: cache }
workloads:
${poisson(1000)}
`;

const hits = (report: Parameters<typeof from.component>[0]) =>
  from.component(report, 'cache').hitRatio ?? null;
const missed = (report: Parameters<typeof from.component>[0]) => {
  const share = from.utilisation('db', 100 / 10)(report);
  return share === null ? null : 1 - share.value;
};

const che = ([capacity, hit]: (typeof CHE)[number]): Oracle => ({
  id: `cache of ${capacity} among 10,000`,
  truth: 'Che, Zipf .8',
  document: cached(`items: 10000, capacity: ${capacity}, skew: 0.8`),
  seed: 28,
  requests: 1_000_000,
  quick: capacity === 1000 ? 100_000 : undefined,
  readings: [
    reading('hits', hit, hits, plusMinus(0.005)),
    reading('hits, by what the database is asked', hit, missed, plusMinus(0.005)),
    reading(
      'hits, analytic',
      hit,
      (report) => report.analytic.components.find(({ id }) => id === 'cache')?.hitRatio ?? null,
      plusMinus(1e-5),
    ),
  ],
});

const ttl: Oracle = {
  id: 'cache with room for all, 60 s',
  truth: 'λᵢT/(1+λᵢT), counted from when it was stored',
  document: cached('items: 10000, capacity: 10000, skew: 0.8, ttl: 60s'),
  seed: 29,
  requests: 1_000_000,
  readings: [reading('hits', ttlHits(10_000, 0.8, 1000, 60), hits, plusMinus(0.005))],
};

/** Capacity of each, in requests: 40/(1·.1) = 400, 30/(3·.05) = 200, 10/(.5·.2) = 100. */
const visited = `name: visits
components:
  - { id: users, kind: client }
  - { id: front, kind: server, settings: { servers: 40, service: { distribution: exponential, mean: 100ms } } }
  - { id: store, kind: server, settings: { servers: 30, service: { distribution: exponential, mean: 50ms } } }
  - { id: ranker, kind: server, settings: { servers: 10, service: { distribution: exponential, mean: 200ms } } }
connections:
  - { from: users, to: front }
  - { from: front, to: store, calls: 3 }
  - { from: front, to: ranker, probability: 0.5 }
workloads:
${poisson(70)}
`;

const laws: readonly Oracle[] = [
  {
    id: 'visits below the bottleneck',
    truth: 'U = X·V·S/c; the bottleneck is where V·S/c is largest',
    document: visited,
    seed: 30,
    requests: 1_000_000,
    quick: 100_000,
    readings: [
      reading('utilisation of the front', 70 / 400, from.utilisation('front')),
      reading('utilisation of the store', 70 / 200, from.utilisation('store')),
      reading('utilisation of the ranker', 70 / 100, from.utilisation('ranker')),
      reading('bottleneck', 'ranker', (report) => report.bottleneck, EQUAL),
      reading('bottleneck, analytic', 'ranker', (report) => report.analytic.bottleneck, EQUAL),
      reading('headroom', 100 / 70, (report) => report.analytic.headroom, EQUAL),
    ],
  },
  {
    id: 'visits beyond the bottleneck',
    truth: 'the ranker is asked 70 a second and answers 50',
    document: visited,
    load: 2,
    seed: 31,
    seconds: 4000,
    readings: [
      reading('growth at the ranker', 20, from.growth('ranker')),
      reading('utilisation of the ranker', 1, from.utilisation('ranker'), within(0.001)),
      reading('nothing else grows', 1, (report) => report.overload.length, EQUAL),
    ],
  },
];

export const NETWORKS: readonly Oracle[] = [
  jackson,
  burke,
  mva(10, 2),
  mva(50, 10),
  mva(100, 5),
  forkJoin(2, 7),
  forkJoin(10, 11.728586),
  ...widest,
  ...CHOICES.map(([rho, choices, exact]) => choice(rho, choices, exact)),
  ...CHE.map(che),
  ttl,
  ...laws,
];
