import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from './analyse.ts';
import { client, closed, constant, edge, exponential, model, node, none, poisson } from './testing/models.ts';
import type { Balance, Discipline, Model, Node } from '../model.ts';

const service = fc.oneof(
  fc.constant(none),
  fc.double({ min: 0, max: 2, noNaN: true }).map(exponential),
  fc.double({ min: 0, max: 2, noNaN: true }).map(constant),
  fc.record({
    shape: fc.constant('lognormal' as const),
    meanS: fc.double({ min: 1e-6, max: 10, noNaN: true }),
    cv2: fc.double({ min: 0, max: 20, noNaN: true }),
  }),
);
const randomNode = fc.record({
  behaves: fc.constantFrom(
    'station',
    'balancer',
    'cache',
    'queue',
    'stream',
    'database',
    'fan-out',
    'bystander',
  ) as fc.Arbitrary<Node['behaves']>,
  replicas: fc.integer({ min: 1, max: 5 }),
  servers: fc.constantFrom(1, 2, 8, 300, Infinity),
  service,
  discipline: fc.constantFrom<Discipline>('fifo', 'processor-sharing', 'priority', 'priority-preemptive'),
  queueLimit: fc.constantFrom(0, 3, Infinity),
  holds: fc.boolean(),
  order: fc.constantFrom('sequence' as const, 'parallel' as const),
  waitFor: fc.constantFrom(1, Infinity),
  balance: fc.constantFrom<Balance>(
    'random',
    'round-robin',
    'least-connections',
    'power-of-two',
    'consistent-hash',
    'nearest',
  ),
  errorRate: fc.constantFrom(0, 0.1, 1),
  rateLimit: fc.constantFrom(undefined, { rps: 0, burst: 1 }, { rps: 50, burst: 10 }),
  autoscale: fc.constantFrom(undefined, { min: 1, max: 9, target: 0.7, intervalS: 30, startUpS: 60 }),
  cache: fc.constantFrom(undefined, undefined, {
    items: 1e6,
    capacity: 1e4,
    skew: 1,
    ttlS: 60,
    cold: false,
    hitRatio: undefined,
  }),
  database: fc.constantFrom(undefined, undefined, {
    writeShare: 0.3,
    writeService: exponential(0.01),
    readReplicas: 2,
    replicationLagS: 1,
  }),
  stream: fc.constantFrom(undefined, undefined, { partitions: 7, skew: 1 }),
  mtbfS: fc.constantFrom(undefined, 1e6),
  mttrS: fc.constantFrom(undefined, 0, 60),
  needs: fc.integer({ min: 1, max: 3 }),
  pricePerS: fc.constantFrom(0, 0.001),
});
const randomModel = (size: number): fc.Arbitrary<Model> =>
  fc
    .record({
      nodes: fc.array(randomNode, { minLength: 1, maxLength: size }),
      edges: fc.array(
        fc.record({
          from: fc.nat(),
          to: fc.nat(),
          sync: fc.boolean(),
          calls: fc.constantFrom(0, 1, 2.5),
          fanout: fc.constantFrom(1, 20),
          waitFor: fc.constantFrom(1, Infinity),
          probability: fc.constantFrom(0, 0.3, 1),
          timeoutS: fc.constantFrom(0.1, Infinity),
          retries: fc.constantFrom(0, 3),
          retryBudget: fc.constantFrom(0.1, Infinity),
          hedgeAfterS: fc.constantFrom(0.05, Infinity),
          latencyS: fc.constantFrom(0, 0.05),
        }),
        { maxLength: 2 * size },
      ),
      rps: fc.constantFrom(0, 0.001, 1, 50, 1e5),
      clients: fc.constantFrom(undefined, 0, 1, 40),
    })
    .map(({ nodes, edges, rps, clients }) =>
      model(
        [client(), ...nodes.map((each, i) => node({ id: `n${i}`, ...each }))],
        [
          edge({ from: 0, to: 1 }),
          ...edges.map(({ from, to, ...rest }) =>
            edge({ from: (from % nodes.length) + 1, to: (to % nodes.length) + 1, ...rest }),
          ),
        ],
        [
          poisson(rps),
          ...(clients === undefined
            ? []
            : [closed(clients, exponential(0.1), { name: 'batch', priority: 1 })]),
        ],
      ),
    );

const badNumbers = (value: unknown, path = ''): readonly string[] => {
  if (typeof value === 'number') return Number.isFinite(value) && value >= -1e-9 ? [] : [`${path}: ${value}`];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => badNumbers(inner, `${path}.${key}`));
};

describe('any model', () => {
  it('AN15 has no NaN, no Infinity and nothing below zero in its answer', () => {
    fc.assert(
      fc.property(randomModel(6), (random) => {
        const result = analyse(random);
        expect(badNumbers(result)).toEqual([]);
        expect(result.availability).toBeLessThanOrEqual(1 + 1e-9);
        expect(result.request.errorRate).toBeLessThanOrEqual(1 + 1e-9);
        for (const { utilisation } of result.components)
          expect(utilisation ?? 0).toBeLessThanOrEqual(1 + 1e-9);
      }),
      { seed: 7, numRuns: 400 },
    );
  });

  it('AN15 twenty components are answered at once', () => {
    const chain = model(
      [
        client(),
        ...Array.from({ length: 20 }, (_, i) =>
          node({
            id: `n${i}`,
            servers: 4,
            service: exponential(0.01),
            order: i % 3 === 0 ? 'parallel' : 'sequence',
          }),
        ),
      ],
      [
        edge({ from: 0, to: 1 }),
        ...Array.from({ length: 19 }, (_, i) =>
          edge({ from: Math.floor(i / 2) + 1, to: i + 2, timeoutS: 1, retries: 2 }),
        ),
      ],
      [poisson(200), poisson(50, { name: 'other' })],
    );
    for (let warm = 0; warm < 5; warm++) analyse(chain);
    const before = performance.now();
    for (let run = 0; run < 10; run++) analyse(chain);
    const took = (performance.now() - before) / 10;
    // Five milliseconds is the aim; ten times that is a machine with much else to do.
    expect(took).toBeLessThan(50);
  });
});
