import { describe, expect, it } from 'vitest';
import { analyse } from './analyse.ts';
import { closedNetwork } from './networks.ts';
import { mmcPlaces, mmcSojournQuantile, mmcWait, supermarketTime } from './stations.ts';
import { client, closed, constant, edge, exponential, model, node, poisson } from './testing/models.ts';
import type { Discipline, Model, Node } from '../model.ts';

const lone = (rps: number, given: Partial<Node> = {}): Model =>
  model(
    [client(), node({ id: 'api', service: exponential(1), ...given })],
    [edge({ from: 0, to: 1 })],
    [poisson(rps)],
  );
const at = (result: ReturnType<typeof analyse>, id: string) => {
  const found = result.components.find((each) => each.id === id);
  if (!found) throw new Error(`no component ${id}`);
  return found;
};

describe('one station', () => {
  it('AN7 M/M/1 at ρ = .9, in milliseconds', () => {
    const { request, bottleneck, headroom, overload, notes } = analyse(lone(0.9));
    expect(request.latencyMs?.mean).toBeCloseTo(10_000, 6);
    expect(request.latencyMs?.p50).toBeCloseTo(6931.472, 2);
    expect(request.latencyMs?.p99).toBeCloseTo(46_051.702, 2);
    expect(request.throughputRps).toBeCloseTo(0.9, 12);
    expect([bottleneck, overload, notes]).toEqual(['api', [], []]);
    expect(headroom).toBeCloseTo(1 / 0.9, 10);
  });

  it('AN7 M/M/8 at ρ = .9', () => {
    const result = analyse(lone(7.2, { servers: 8 }));
    expect(at(result, 'api').waitMs?.mean).toBeCloseTo(876.91624, 3);
    expect(at(result, 'api').queueMean).toBeCloseTo(7.2 * 0.87691624, 6);
    expect(at(result, 'api').utilisation).toBeCloseTo(0.9, 12);
    expect(result.request.latencyMs?.p99).toBeCloseTo(1000 * mmcSojournQuantile(7.2, 1, 8, 0.99), 3);
  });

  it.each<[string, Partial<Node>, number]>([
    ['constant service', { service: constant(1) }, 4.5],
    ['Erlang-4', { service: { shape: 'erlang', meanS: 1, cv2: 0.25 } }, 5.625],
    ['processor sharing', { discipline: 'processor-sharing', service: constant(1) }, 9],
    ['random over four', { replicas: 4, balance: 'random', service: exponential(4) }, 36],
    [
      'the best of two, of many',
      { replicas: 500, balance: 'power-of-two', service: exponential(500) },
      500 * (supermarketTime(0.9, 2) - 1),
    ],
    [
      'least connections as one pool',
      { replicas: 8, balance: 'least-connections', service: exponential(8) },
      8 * mmcWait(7.2, 1, 8),
    ],
    [
      'in turn over four: half the variability and a bit',
      { replicas: 4, service: exponential(4) },
      (36 * 1.25) / 2,
    ],
    ['nobody waits', { servers: Infinity }, 0],
  ])('AN7 %s', (_, given, wait) =>
    expect(at(analyse(lone(0.9, given)), 'api').waitMs?.mean).toBeCloseTo(wait * 1000, 4),
  );

  it('AN7 load is multiplied', () =>
    expect(analyse(lone(0.09), { load: 10 }).request.latencyMs?.mean).toBeCloseTo(10_000, 5));

  it('AN8 priorities by class', () => {
    const two = (discipline: Discipline) =>
      analyse(
        model(
          [client(), node({ id: 'api', service: exponential(1), discipline })],
          [edge({ from: 0, to: 1 })],
          [poisson(0.3, { name: 'first', priority: 0 }), poisson(0.5, { name: 'second', priority: 1 })],
        ),
      ).workloads;
    expect(two('priority')['first']?.latencyMs?.mean).toBeCloseTo(2142.857, 2);
    expect(two('priority')['second']?.latencyMs?.mean).toBeCloseTo(6714.286, 2);
    expect(two('priority-preemptive')['first']?.latencyMs?.mean).toBeCloseTo(1428.571, 2);
    expect(two('priority-preemptive')['second']?.latencyMs?.mean).toBeCloseTo(7142.857, 2);
  });

  it('AN9 overload is growth, and no latency; what is behind sees only what comes through', () => {
    const result = analyse(
      model(
        [
          client(),
          node({ id: 'ranker', servers: 34, service: exponential(0.01) }),
          node({ id: 'store', servers: 40, service: exponential(0.01) }),
        ],
        [edge({ from: 0, to: 1 }), edge({ from: 1, to: 2 })],
        [poisson(460)],
      ),
      { load: 10 },
    );
    expect(result.overload).toEqual([{ component: 'ranker', backlogPerSecond: expect.closeTo(1200, 6) }]);
    expect(result.request.latencyMs).toBeNull();
    expect(result.request.throughputRps).toBeCloseTo(3400, 4);
    expect(result.bottleneck).toBe('ranker');
    expect(result.headroom).toBeCloseTo(3400 / 4600, 8);
    expect(at(result, 'store').throughputRps).toBeCloseTo(3400, 4);
    expect(at(result, 'store').waitMs).not.toBeNull();
  });

  it('AN9 an overloaded component behind an async connection leaves the latency alone', () => {
    const result = analyse(
      model(
        [
          client(),
          node({ id: 'api', service: exponential(0.1) }),
          node({ id: 'mail', service: exponential(1) }),
        ],
        [edge({ from: 0, to: 1 }), edge({ from: 1, to: 2, sync: false })],
        [poisson(5)],
      ),
    );
    expect(result.request.latencyMs?.mean).toBeCloseTo(200, 6);
    expect(result.overload).toEqual([{ component: 'mail', backlogPerSecond: expect.closeTo(4, 8) }]);
  });

  it('AN10 a full queue refuses, a rate limit cuts, errors are errors', () => {
    const full = analyse(lone(0.9, { queueLimit: 9 }));
    expect(full.request.errorRate).toBeCloseTo(0.05081373, 8);
    expect(at(full, 'api').utilisation).toBeCloseTo(0.9 * (1 - 0.05081373), 8);
    expect(full.request.latencyMs?.mean).toBeCloseTo(1000 * (1 + mmcPlaces(0.9, 1, 1, 9).wait), 5);
    expect(analyse(lone(2, { rateLimit: { rps: 0.5, burst: 1 } })).request.errorRate).toBeCloseTo(0.75, 10);
    expect(analyse(lone(0.5, { errorRate: 0.1 })).request.errorRate).toBeCloseTo(0.1, 10);
    expect(analyse(lone(100, { queueLimit: 5 })).overload).toEqual([]);
  });
});

describe('several stations', () => {
  it('AN11 Jackson: visits multiply out, and each station is an M/M/c of its own', () => {
    const result = analyse(
      model(
        [
          client(),
          node({ id: 'api', servers: 4, service: exponential(0.01) }),
          node({ id: 'db', servers: 2, service: exponential(0.005) }),
        ],
        [edge({ from: 0, to: 1, latencyS: 0.001 }), edge({ from: 1, to: 2, calls: 3, probability: 0.5 })],
        [poisson(200)],
      ),
    );
    expect(at(result, 'db').throughputRps).toBeCloseTo(300, 8);
    const api = mmcWait(200, 100, 4) + 0.01;
    const db = mmcWait(300, 200, 2) + 0.005;
    expect(result.request.latencyMs?.mean).toBeCloseTo(1000 * (0.002 + api + 1.5 * db), 6);
  });

  it('AN11 what a cache has is not fetched; an edge on a miss is taken on a miss', () => {
    const cache = {
      items: 10_000,
      capacity: 1000,
      skew: 0.8,
      ttlS: undefined,
      cold: false,
      hitRatio: undefined,
    };
    const aside = analyse(
      model(
        [
          client(),
          node({ id: 'api' }),
          node({ id: 'cache', behaves: 'cache', cache }),
          node({ id: 'db', servers: 100, service: exponential(0.01) }),
        ],
        [edge({ from: 0, to: 1 }), edge({ from: 1, to: 2 }), edge({ from: 1, to: 3, onMissOf: 2 })],
        [poisson(1000)],
      ),
    );
    const through = analyse(
      model(
        [
          client(),
          node({ id: 'cache', behaves: 'cache', cache }),
          node({ id: 'db', servers: 100, service: exponential(0.01) }),
        ],
        [edge({ from: 0, to: 1 }), edge({ from: 1, to: 2 })],
        [poisson(1000)],
      ),
    );
    for (const result of [aside, through]) {
      expect(at(result, 'cache').hitRatio).toBeCloseTo(0.43666, 5);
      expect(at(result, 'db').throughputRps).toBeCloseTo(1000 * (1 - 0.43666), 1);
      expect(result.request.latencyMs?.p50).toBeLessThan(result.request.latencyMs?.mean ?? 0);
    }
  });

  it('AN11 a balancer calls one of its targets', () => {
    const result = analyse(
      model(
        [
          client(),
          node({ id: 'lb', behaves: 'balancer', balance: 'random', servers: Infinity }),
          node({ id: 'a', service: exponential(1) }),
          node({ id: 'b', service: exponential(1) }),
        ],
        [edge({ from: 0, to: 1 }), edge({ from: 1, to: 2 }), edge({ from: 1, to: 3 })],
        [poisson(1)],
      ),
    );
    expect(at(result, 'a').throughputRps).toBeCloseTo(0.5, 10);
    expect(result.request.latencyMs?.mean).toBeCloseTo(2000, 6);
  });

  it('AN11 a cycle through an async edge is a geometric series', () => {
    const result = analyse(
      model(
        [client(), node({ id: 'work', servers: 10, service: exponential(0.1) })],
        [edge({ from: 0, to: 1 }), edge({ from: 1, to: 1, sync: false, probability: 0.5 })],
        [poisson(10)],
      ),
    );
    expect(at(result, 'work').throughputRps).toBeCloseTo(20, 6);
  });

  it('AN11 writes go to the primary, reads to its copies', () => {
    const database = { writeShare: 0.2, writeService: exponential(1), readReplicas: 4, replicationLagS: 0 };
    const result = analyse(
      model(
        [
          client(),
          node({
            id: 'db',
            behaves: 'database',
            replicas: 1,
            balance: 'random',
            service: exponential(1),
            database,
          }),
        ],
        [edge({ from: 0, to: 1 })],
        [poisson(2.5)],
      ),
    );
    // 0.5 a second on each of the five.
    expect(at(result, 'db').utilisation).toBeCloseTo(0.5, 10);
    expect(result.request.latencyMs?.mean).toBeCloseTo(2000, 6);
  });

  it('AN11 a stream is as many queues as partitions and consumers allow', () => {
    const consumers = (partitions: number) =>
      at(
        analyse(
          model(
            [
              client(),
              node({ id: 'log', behaves: 'stream', servers: Infinity, stream: { partitions, skew: 0 } }),
              node({ id: 'reader', replicas: 4, service: exponential(1) }),
            ],
            [edge({ from: 0, to: 1 }), edge({ from: 1, to: 2, sync: false })],
            [poisson(1.6)],
          ),
        ),
        'reader',
      );
    expect(consumers(2).waitMs?.mean).toBeCloseTo(4000, 5);
    expect(consumers(8).waitMs?.mean).toBeCloseTo(1000 * (0.4 / 0.6), 5);
    expect(consumers(1).waitMs).toBeNull();
  });

  it('AN12 retries multiply load and mend errors; a budget bounds them', () => {
    const retried = (retryBudget: number) =>
      analyse(
        model(
          [
            client(),
            node({ id: 'api' }),
            node({ id: 'db', servers: 1000, service: exponential(0.01), errorRate: 0.5 }),
          ],
          [edge({ from: 0, to: 1 }), edge({ from: 1, to: 2, retries: 3, timeoutS: 10, retryBudget })],
          [poisson(100)],
        ),
      );
    expect(at(retried(Infinity), 'db').utilisation! * 1000).toBeCloseTo(1.875, 6);
    expect(retried(Infinity).request.errorRate).toBeCloseTo(0.0625, 8);
    expect(at(retried(0.1), 'db').utilisation! * 1000).toBeCloseTo(1.1, 6);
    expect(retried(0.1).request.errorRate).toBeGreaterThan(0.4);
  });

  it('AN12 hedges cost what is slower than their patience', () => {
    const result = analyse(
      model(
        [client(), node({ id: 'leaf', servers: 1000, service: exponential(1) })],
        [edge({ from: 0, to: 1, hedgeAfterS: Math.log(20) })],
        [poisson(10)],
      ),
    );
    expect(at(result, 'leaf').utilisation! * 1000).toBeCloseTo(10.5, 5);
    expect(result.request.latencyMs?.mean).toBeCloseTo(1000 * (1 - 0.05 / 2), 0);
  });

  it('AN13 closed clients by mean value analysis', () => {
    const result = analyse(
      model(
        [
          client(),
          node({ id: 'api', service: exponential(0.3) }),
          node({ id: 'db', service: exponential(0.5) }),
        ],
        [edge({ from: 0, to: 1 }), edge({ from: 1, to: 2 })],
        [closed(10, exponential(2))],
      ),
    );
    const exact = closedNetwork(
      [
        { demandS: 0.3, servers: 1 },
        { demandS: 0.5, servers: 1 },
      ],
      10,
      2,
    );
    expect(result.request.throughputRps).toBeCloseTo(exact.throughputs.at(-1)!, 8);
    expect(result.request.latencyMs?.mean).toBeCloseTo(1000 * (exact.times[0]! + exact.times[1]!), 5);
    expect(result.overload).toEqual([]);
    expect(at(result, 'db').utilisation).toBeLessThanOrEqual(1);
  });

  it('AN13 a server kept during calls is busy for as long as they take', () => {
    const holding = (servers: number, rps: number) =>
      analyse(
        model(
          [
            client(),
            node({ id: 'api', holds: true, servers }),
            node({ id: 'db', servers: Infinity, service: exponential(1) }),
          ],
          [edge({ from: 0, to: 1 }), edge({ from: 1, to: 2 })],
          [poisson(rps)],
        ),
      );
    // A delay behind held servers is an M/M/c.
    expect(holding(8, 7.2).request.latencyMs?.mean).toBeCloseTo(1876.91624, 3);
    expect(at(holding(8, 7.2), 'api').utilisation).toBeCloseTo(0.9, 8);
    expect(holding(8, 9).overload).toEqual([{ component: 'api', backlogPerSecond: expect.closeTo(1, 8) }]);
  });

  it('AN13 parallel calls take as long as the slowest, or as the k-th', () => {
    const parallel = (waitFor: number) =>
      analyse(
        model(
          [
            client(),
            node({ id: 'api', order: 'parallel', waitFor }),
            ...['a', 'b'].map((id) => node({ id, servers: Infinity, service: exponential(1) })),
          ],
          [edge({ from: 0, to: 1 }), edge({ from: 1, to: 2 }), edge({ from: 1, to: 3 })],
          [poisson(1)],
        ),
      ).request.latencyMs?.mean;
    expect(parallel(Infinity)).toBeCloseTo(1500, -1);
    expect(parallel(1)).toBeCloseTo(500, -1);
  });
});

describe('the whole', () => {
  it('AN14 availability: what is waited for in series, replicas by what is needed, a balancer’s targets in parallel', () => {
    const up = { mtbfS: 99, mttrS: 1 };
    const series = model(
      [
        client(),
        ...[1, 2, 3, 4, 5].map((i) => node({ id: `s${i}`, mtbfS: 999, mttrS: 1 })),
        node({ id: 'async', ...up }),
      ],
      [...[0, 1, 2, 3, 4].map((i) => edge({ from: i, to: i + 1 })), edge({ from: 5, to: 6, sync: false })],
      [poisson(1)],
    );
    expect(analyse(series).availability).toBeCloseTo(0.99500999, 8);
    expect(analyse(lone(0.1, { ...up, replicas: 3, needs: 2 })).availability).toBeCloseTo(0.999702, 8);
    const shared = model(
      [
        client(),
        node({ id: 'lb', behaves: 'balancer' }),
        node({ id: 'a', ...up }),
        node({ id: 'b', ...up }),
        node({ id: 'db', ...up }),
      ],
      [
        edge({ from: 0, to: 1 }),
        edge({ from: 1, to: 2 }),
        edge({ from: 1, to: 3 }),
        edge({ from: 2, to: 4 }),
        edge({ from: 3, to: 4 }),
      ],
      [poisson(0)],
    );
    expect(analyse(shared).availability).toBeCloseTo(0.9999 * 0.99, 8);
  });

  it('AN14 cost: replicas by the second, requests by the piece, dearest first', () => {
    const { cost } = analyse(
      model(
        [
          client(),
          node({ id: 'cheap', pricePerRequest: 1e-6 }),
          node({ id: 'dear', replicas: 2, pricePerS: 0.001 }),
        ],
        [edge({ from: 0, to: 1 }), edge({ from: 1, to: 2 })],
        [poisson(10)],
      ),
    );
    expect(cost.perMonth).toBeCloseTo(5256 + 26.28, 6);
    expect(cost.components.map(({ id }) => id).slice(0, 2)).toEqual(['dear', 'cheap']);
    expect(cost.perThousandRequests).toBeCloseTo((5282.28 / 26_280_000) * 1000, 8);
    expect(analyse(lone(0)).cost.perThousandRequests).toBeNull();
  });
});
