/** Oracles of single stations: simulation anchors 3a. A mean service is one second unless a document says otherwise. */
import { erlangB, waitDM1, waitMG1, waitMMc, waitQuantileMMc } from './formulas.ts';
import type { Oracle } from './oracle.ts';
import * as from from './readings.ts';
import { EQUAL, reading, within } from './readings.ts';

/** Users and one server, `settings` as in a design document, and one workload or several. */
export const station = (settings: string, workloads: string): string => `name: one station
components:
  - { id: users, kind: client }
  - { id: api, kind: server, settings: { ${settings} } }
connections:
  - { from: users, to: api }
workloads:
${workloads}
`;

export const poisson = (rps: number): string => `  - { name: all, from: users, rps: ${rps} }`;

const mm1 = (rho: number, p50: number, p99: number): Oracle => ({
  id: `M/M/1 ρ ${rho}`,
  truth: 'sojourn exponential of rate μ−λ',
  document: station('service: { distribution: exponential, mean: 1s }', poisson(rho)),
  seed: 1,
  requests: 6_000_000,
  quick: rho === 0.9 ? 2_000_000 : 400_000,
  readings: [
    reading('utilisation', rho, from.utilisation('api')),
    reading('mean', 1 / (1 - rho), from.latency('mean')),
    reading('p50', p50, from.latency('p50')),
    reading('p99', p99, from.latency('p99')),
    reading('waiting', (rho * rho) / (1 - rho), from.queue('api')),
    reading('bottleneck', 'api', (report) => report.bottleneck, EQUAL),
  ],
});

/** Servers, load, Erlang-B, mean wait and p99 of the wait, as the anchors print them. */
const TABLE = [
  [2, 0.8, 0.32989691, 1.77777778, 10.660609],
  [4, 0.9, 0.27068507, 1.96938316, 10.9165],
  [8, 0.7, 0.10015185, 0.11275122, 1.374195],
  [8, 0.9, 0.19031317, 0.87691624, 5.313354],
  [16, 0.9, 0.12641189, 0.36958962, 2.549882],
  [32, 0.95, 0.1025893, 0.43481882, 2.651467],
  [100, 0.95, 0.04880421, 0.10129137, 0.784971],
] as const;

const mmc = ([servers, rho, , mean, p99]: (typeof TABLE)[number]): Oracle => ({
  id: `M/M/${servers} ρ ${rho}`,
  truth: 'Erlang C',
  document: station(
    `servers: ${servers}, service: { distribution: exponential, mean: 1s }`,
    poisson(rho * servers),
  ),
  seed: 2,
  requests: rho > 0.9 ? 12_000_000 : 4_000_000,
  quick: servers === 8 && rho === 0.7 ? 400_000 : undefined,
  readings: [
    reading('mean wait', mean, from.wait('api', 'mean')),
    reading('p99 of wait', p99, from.wait('api', 'p99')),
    reading('utilisation', rho, from.utilisation('api')),
  ],
});

const SHAPES = [
  ['constant', 'distribution: constant', 0],
  ['erlang cv² .25', 'distribution: erlang, cv2: 0.25', 0.25],
  ['exponential', 'distribution: exponential', 1],
  ['lognormal cv² 4', 'distribution: lognormal, cv2: 4', 4],
  ['hyperexponential cv² 4', 'distribution: hyperexponential, cv2: 4', 4],
] as const;

const loss = (
  [servers, rho, blocked]: (typeof TABLE)[number],
  [shape, service]: (typeof SHAPES)[number],
): Oracle => ({
  id: `M/${shape}/${servers}/${servers} ρ ${rho}`,
  truth: 'Erlang B, whatever the service',
  document: station(
    `servers: ${servers}, queueLimit: 0, service: { ${service}, mean: 1s }`,
    poisson(rho * servers),
  ),
  seed: 3,
  requests: 2_000_000,
  quick: servers === 8 && rho === 0.9 ? 200_000 : undefined,
  readings: [
    reading('refused', blocked, from.errorRate),
    reading('utilisation', rho * (1 - blocked), from.utilisation('api')),
    reading('mean', 1, from.latency('mean')),
  ],
});

const limited: Oracle = {
  id: 'M/M/1/10 ρ .9',
  truth: '(1−ρ)ρ^K/(1−ρ^(K+1)); K counts the one in service',
  document: station('queueLimit: 9, service: { distribution: exponential, mean: 1s }', poisson(0.9)),
  seed: 4,
  requests: 4_000_000,
  quick: 400_000,
  readings: [reading('refused', 0.05081373, from.errorRate)],
};

const pollaczekKhinchine = ([shape, service, cv2]: (typeof SHAPES)[number]): Oracle => ({
  id: `M/G/1 ρ .9 ${shape}`,
  truth: 'Pollaczek–Khinchine',
  document: station(`service: { ${service}, mean: 1s }`, poisson(0.9)),
  seed: 5,
  requests: cv2 > 1 ? 12_000_000 : 4_000_000,
  quick: cv2 === 0 ? 400_000 : undefined,
  readings: [
    reading('mean wait', waitMG1(0.9, cv2), from.wait('api', 'mean')),
    reading('waiting', 0.9 * waitMG1(0.9, cv2), from.queue('api')),
  ],
});

const sharing = ([shape, service, cv2]: (typeof SHAPES)[number]): Oracle => ({
  id: `M/G/1-PS ρ .8 ${shape}`,
  truth: 'S/(1−ρ), whatever the service',
  document: station(`discipline: processor-sharing, service: { ${service}, mean: 1s }`, poisson(0.8)),
  seed: 6,
  requests: 3_000_000,
  quick: cv2 === 4 ? 200_000 : undefined,
  readings: [reading('mean', 5, from.latency('mean')), reading('utilisation', 0.8, from.utilisation('api'))],
});

const unlimited: Oracle = {
  id: 'M/G/∞',
  truth: 'occupancy Poisson of mean λS, nobody waits',
  document: station('servers: 1000, service: { distribution: lognormal, cv2: 4, mean: 1s }', poisson(20)),
  seed: 7,
  requests: 1_000_000,
  readings: [
    reading('occupied', 20, from.utilisation('api', 1000)),
    reading('mean', 1, from.latency('mean')),
    reading('waiting', 0, (report) => from.queue('api')(report).value, EQUAL),
  ],
};

const TWO_CLASSES = `  - { name: first, from: users, rps: 0.3, priority: 1 }
  - { name: second, from: users, rps: 0.5, priority: 2 }`;

const priority = (discipline: string, first: number, second: number): Oracle => ({
  id: `M/M/1 ${discipline}`,
  truth: discipline === 'priority' ? 'Cobham' : 'preemptive-resume; the conservation law',
  document: station(
    `discipline: ${discipline}, service: { distribution: exponential, mean: 1s }`,
    TWO_CLASSES,
  ),
  seed: 8,
  requests: 4_000_000,
  quick: 400_000,
  readings: [
    reading('mean of the first', first, from.latencyOf('first', 'mean')),
    reading('mean of the second', second, from.latencyOf('second', 'mean')),
    reading('ρ₁W₁ + ρ₂W₂', 0.3 * (first - 1) + 0.5 * (second - 1), (report) => {
      const one = from.latencyOf('first', 'mean')(report);
      const two = from.latencyOf('second', 'mean')(report);
      if (one === null || two === null) return null;
      const halfWidth = 0.3 * (one.halfWidth ?? Number.NaN) + 0.5 * (two.halfWidth ?? Number.NaN);
      return { value: 0.3 * (one.value - 1) + 0.5 * (two.value - 1), halfWidth };
    }),
  ],
});

const steady = (servers: number, service: string, arrivals: string, rps: number) =>
  station(
    `servers: ${servers}, service: { ${service}, mean: 1s }`,
    `  - { name: all, from: users, rps: ${rps}, arrivals: ${arrivals} }`,
  );

const approximations: readonly Oracle[] = [
  {
    id: 'D/M/1 ρ .9',
    truth: 'σ = exp(−(1−σ)/ρ); Kingman ρ/(1−ρ)·½, which lies above',
    document: steady(1, 'distribution: exponential', 'constant', 0.9),
    seed: 9,
    requests: 4_000_000,
    quick: 400_000,
    readings: [
      reading('mean wait', waitDM1(0.9), from.wait('api', 'mean')),
      reading('mean wait by Kingman', 4.5, from.wait('api', 'mean'), within(0.1)),
    ],
  },
  {
    id: 'M/D/8 ρ .9',
    truth: 'Allen–Cunneen .438458',
    document: steady(8, 'distribution: constant', 'poisson', 7.2),
    seed: 10,
    requests: 4_000_000,
    readings: [reading('mean wait', 0.438458, from.wait('api', 'mean'), within(0.1))],
  },
  {
    id: 'M/lognormal cv² 4/8 ρ .9',
    truth: 'Allen–Cunneen',
    document: steady(8, 'distribution: lognormal, cv2: 4', 'poisson', 7.2),
    seed: 11,
    requests: 8_000_000,
    readings: [reading('mean wait', waitMMc(8, 7.2) * 2.5, from.wait('api', 'mean'), within(0.1))],
  },
];

const overload = (servers: number, rps: number, load: number): Oracle => ({
  id: `overload ${servers} servers, λ ${rps} × ${load}`,
  truth: 'the backlog grows by λ−cμ',
  document: station(`servers: ${servers}, service: { distribution: exponential, mean: 500ms }`, poisson(rps)),
  load,
  seed: 12,
  seconds: 20_000,
  quick: 4000,
  readings: [
    reading('growth', rps * load - 2 * servers, from.growth('api')),
    reading('no latency', null, from.latency('mean'), EQUAL),
    reading('throughput', 2 * servers, from.throughput),
    reading(
      'analytic growth',
      rps * load - 2 * servers,
      (report) => {
        const found = report.analytic.overload.find((one) => one.component === 'api');
        return found?.backlogPerSecond ?? null;
      },
      EQUAL,
    ),
  ],
});

export const STATIONS: readonly Oracle[] = [
  mm1(0.7, Math.LN2 / 0.3, Math.log(100) / 0.3),
  mm1(0.9, 6.931472, 46.051702),
  ...TABLE.map(mmc),
  ...[TABLE[2], TABLE[3], TABLE[6]].flatMap((row) => [loss(row, SHAPES[2]), loss(row, SHAPES[3])]),
  limited,
  ...SHAPES.map(pollaczekKhinchine),
  ...SHAPES.map(sharing),
  unlimited,
  priority('priority', 2.142857, 6.714286),
  priority('priority-preemptive', 1.428571, 7.142857),
  ...approximations,
  overload(4, 12, 1),
  overload(8, 2.4, 10),
];

/** The printed table against the formulas, so that a slip of the pen does not become a truth. */
export const TABLE_SLIPS: readonly string[] = TABLE.flatMap(([servers, rho, blocked, mean, p99]) => {
  const made = [
    erlangB(servers, servers * rho),
    waitMMc(servers, servers * rho),
    waitQuantileMMc(servers, servers * rho, 0.01),
  ];
  return [blocked, mean, p99].flatMap((printed, index) =>
    Math.abs(printed - made[index]!) < 1e-5 ? [] : [`M/M/${servers}: ${printed} against ${made[index]}`],
  );
});
