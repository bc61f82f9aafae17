/** What each kind does that no generic server does: its formula or its cited curve, and what changes when a server stands in its place. */
import { modelOf } from '@dryrun/simulator';
import type { Report } from '@dryrun/simulator';
import { describe, expect, it } from 'vitest';
import { componentOf, designOf, palette, simulated } from './testing/simulated.ts';

const asked = (kind: string, settings: string, workload = 'rps: 1', objectives = ''): string => `name: one
components:
  - { id: users, kind: client }
  - { id: box, kind: ${kind}, settings: { ${settings} } }
connections:
  - { from: users, to: box, latency: 0ms }
workloads:
  - { name: all, from: users, ${workload} }
${objectives}`;

const nodeOf = (kind: string, settings: string, workload?: string) =>
  modelOf(designOf(asked(kind, settings, workload)), palette).nodes[1]!;

describe('vector index', () => {
  const index = (settings: string) => nodeOf('vector-index', settings);
  const glove = (effort: number) => index(`vectors: 1180000, dimensions: 25, effort: ${effort}`);

  it.each([
    [10, 0.63],
    [50, 0.884],
    [100, 0.943],
    [200, 0.976],
    [400, 0.991],
  ])('KI2 finds what was measured: effort %i, recall %f', (effort, recall) => {
    expect(glove(effort).facts.recall).toBeCloseTo(recall, 3);
  });

  it('KI2 takes within twice of what faiss and hnswlib took', () => {
    const sift = index('vectors: 1000000, dimensions: 128, effort: 16').service.meanS;
    expect(sift / 0.153e-3).toBeGreaterThan(0.5);
    expect(sift / 0.153e-3).toBeLessThan(2);
    expect(glove(100).service.meanS / 0.2e-3).toBeGreaterThan(0.5);
    expect(glove(100).service.meanS / 0.2e-3).toBeLessThan(2);
  });

  it('KI2 needs 320 GB for 100 million vectors of 768 numbers, and does not start in 64', () => {
    const large = index('vectors: 100000000, dimensions: 768, memory: 64 GB');
    expect(large.facts.memoryBytes! / 1e9).toBeCloseTo(320, 0);
    expect(large.errorRate).toBe(1);
    expect(large.notes.join()).toContain('it needs 320.0 GB of memory and has 64.0');
    const coded = index('vectors: 100000000, dimensions: 768, memory: 64 GB, index: ivf-pq');
    expect(coded.errorRate).toBe(0);
    expect(coded.facts.memoryBytes! / 1e9).toBeLessThan(12);
  });

  it('KI2 scans at the speed of memory, and finds all', () => {
    const flat = index('vectors: 1000000, dimensions: 128, index: flat');
    expect(flat.service.meanS).toBeCloseTo((1e6 * 128 * 4) / 10e9, 9);
    expect(flat.facts.recall).toBe(1);
  });

  it('KI2 lists take time in proportion to how many are read, and all of them find all', () => {
    const probes = (count: number) =>
      index(`vectors: 1000000, dimensions: 128, index: ivf, lists: 1000, probes: ${count}`);
    const [one, many] = [probes(10).service.meanS, probes(110).service.meanS];
    expect(many - one).toBeCloseTo((100 * 1000 * 128 * 4) / 10e9, 9);
    expect(probes(1000).facts.recall).toBe(1);
    const recalls = [1, 4, 16, 64].map((count) => probes(count).facts.recall!);
    expect(recalls).toEqual(recalls.toSorted((a, b) => a - b));
  });

  it('KI2 finds less among more, and for more asked for', () => {
    const recall = (more: string) => index(`dimensions: 25, effort: 100, ${more}`).facts.recall!;
    expect(recall('vectors: 100000000')).toBeLessThan(recall('vectors: 1000000'));
    expect(recall('vectors: 1000000, top: 50')).toBeLessThan(recall('vectors: 1000000, top: 10'));
  });
});

describe('stores', () => {
  it('KI3 a search index goes through postings', () => {
    const of = (matches: string) =>
      nodeOf('search-index', `documents: 100000000, matches: ${matches}`).service.meanS;
    expect(of('0.1 %')).toBeCloseTo(1e-3 + (1e8 * 0.001 * 3) / 50e6, 9);
    expect(of('10 %') / of('0.1 %')).toBeGreaterThan(50);
  });

  it('KI3 a feature store takes a round, and a little for each entity', () => {
    const of = (entities: number) => nodeOf('feature-store', `entities: ${entities}`).service.meanS;
    expect(of(501) - of(1)).toBeCloseTo(500 * 20e-6, 9);
  });

  it('KI3 an object store sends 85 MB a second, and refuses above its prefixes’ rate', () => {
    const of = (size: string) => nodeOf('object-store', `objectSize: ${size}`).service.meanS;
    expect(of('170 MB') - of('0 MB')).toBeCloseTo(2, 6);
    const { request } = simulated(asked('object-store', 'prefixes: 1', 'rps: 11000'), { seconds: 10 });
    expect(request.throughputRps / 5500).toBeCloseTo(1, 1);
    expect(nodeOf('object-store', 'prefixes: 2, writes: 100 %').rateLimit!.rps).toBeCloseTo(7000, 6);
    // 100 TB at $0.023 a GB and month.
    expect(simulated(asked('object-store', 'size: 100 TB'), { seconds: 10 }).cost.perMonth).toBeCloseTo(
      2300,
      0,
    );
  });

  it('KI3 a warehouse reads with all its servers, shares them, and is paid by what it scans', () => {
    const settings = 'scanned: 1 TiB, servers: 100, overhead: 0s, pricePerTib: $6.25, price: $0/h';
    const node = nodeOf('warehouse', settings);
    expect(node.service.meanS).toBeCloseTo(2 ** 40 / 100e9, 6);
    const at = (rps: number) => simulated(asked('warehouse', settings, `rps: ${rps}`), { requests: 40_000 });
    const half = at(0.5 / node.service.meanS);
    // Processor sharing: E[S] ÷ (1 − ρ), whatever the spread.
    expect(half.request.latencyMs!.mean.value / 1000 / (2 * node.service.meanS)).toBeCloseTo(1, 1);
    expect(half.cost.perThousandRequests).toBeCloseTo(6250, 0);
  });
});

describe('models on cards', () => {
  it('KI4 read their weights once for a batch, and multiply each item through', () => {
    const node = nodeOf(
      'reranker',
      'gpu: h100-80gb, parameters: 300M parameters, items: 50, tokensPerItem: 400',
    );
    const fixed = 1e-3 + 0.6e9 / (3350e9 * 0.8);
    const each = (50 * 2 * 300e6 * 400) / (989.4e12 * 0.7);
    expect(node.service.meanS).toBeCloseTo(fixed + each, 4);
    const batch = nodeOf(
      'reranker',
      'gpu: h100-80gb, parameters: 300M parameters, items: 50, tokensPerItem: 400, batch.most: 8',
    );
    expect(batch.work).toMatchObject({ how: 'batches', most: 8 });
  });

  it('KI4 a batch answers more than one after the other would', () => {
    const at = (more: string) =>
      simulated(
        asked(
          'embedder',
          `gpu: l4-24gb, parameters: 100M parameters, tokensPerItem: 64${more}`,
          'arrivals: closed, clients: 64',
        ),
        { seconds: 20 },
      ).request.throughputRps;
    expect(at(', batch.most: 64')).toBeGreaterThan(3 * at(''));
  });

  it('KI4 tables that do not fit the card do not start', () => {
    const small = nodeOf(
      'ranker',
      'gpu: a100-80gb, parameters: 50M parameters, items: 500, lookups: 40, tables: 40 GB',
    );
    expect(small.facts.memoryBytes).toBeCloseTo(40.1e9, -8);
    expect(small.errorRate).toBe(0);
    const large = nodeOf('ranker', 'gpu: a100-80gb, parameters: 50M parameters, tables: 400 GB');
    expect(large.errorRate).toBe(1);
    expect(large.notes.join()).toContain('it cannot start');
  });

  it('KI5 pictures take their passes, twice where they are guided', () => {
    const of = (more: string) =>
      nodeOf('image-generator', `gpu: h100-80gb, passTflop: 6, steps: 20${more}`).service.meanS;
    // MLPerf v4.1, SDXL with 20 steps: 8 H100 make 16 to 17 a second offline, so half a second for each card.
    expect(of('')).toBeGreaterThan(0.35);
    expect(of('')).toBeLessThan(0.85);
    expect(of(', guided: false') * 2).toBeCloseTo(of(''), 9);
  });

  it('KI5 films take as many as they have latent pictures, and cards share one', () => {
    const of = (more: string) =>
      nodeOf('video-generator', `gpu: h100-80gb, passTflop: 20${more}`).service.meanS;
    expect(of(', seconds: 10') / of(', seconds: 5')).toBeCloseTo(2, 6);
    expect(of(', gpusPerReplica: 8') * 8).toBeCloseTo(of(', gpusPerReplica: 1'), 6);
  });
});

describe('jobs', () => {
  /** Chunks of exponential length, each to whoever is free first: the mean time until the last is done. */
  const makespan = (chunks: number, servers: number): number => {
    const runs = 4000;
    let [sum, state] = [0, 12345];
    const uniform = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return (state + 0.5) / 2 ** 32;
    };
    for (let run = 0; run < runs; run++) {
      const free = new Float64Array(servers);
      for (let chunk = 0; chunk < chunks; chunk++)
        free[free.indexOf(Math.min(...free))]! += -Math.log(uniform());
      sum += Math.max(...free);
    }
    return sum / runs;
  };

  it.each([
    [40, 4],
    [100, 10],
    [8, 16],
  ])('KI6 %i chunks on %i servers are over when a simulation says', (chunks, servers) => {
    const node = nodeOf(
      'batch-job',
      `records: ${chunks * 1000}, chunk: 1000, perRecord: 1ms, servers: ${servers}, replicas: 1`,
    );
    expect(Math.abs(node.facts.completesS! / makespan(chunks, servers) - 1)).toBeLessThan(0.03);
  });

  it('KI6 backups take the tail away; a run longer than its schedule is told', () => {
    const of = (more: string) =>
      nodeOf('batch-job', `records: 1000000, chunk: 10000, servers: 50, replicas: 1${more}`);
    expect(of(', backups: true').facts.completesS!).toBeLessThan(of('').facts.completesS!);
    expect(of(', every: 20s').notes.join()).toContain('runs pile up');
    expect(of(', every: 1 h').notes).toEqual([]);
  });

  it('KI7 a job has all its cards or waits', () => {
    const node = nodeOf('gpu-cluster', 'servers: 100, cardsPerJob: 64');
    expect(node.servers).toBe(1);
    expect(node.notes.join()).toContain('36 of 100 cards are never used');
    expect(nodeOf('gpu-cluster', 'servers: 8, cardsPerJob: 64').errorRate).toBe(1);
  });

  it('KI7 checkpoints that are too rare or too frequent cost more than Young’s √(2 δ M)', () => {
    const mtbf = 264 * 86_400;
    const of = (every: number) =>
      nodeOf(
        'gpu-cluster',
        `servers: 1024, cardsPerJob: 1024, service.mean: 100 h, cardMtbf: ${mtbf}s, checkpoint.every: ${every}s, checkpoint.takes: 60s`,
      ).service.meanS;
    const best = Math.sqrt((2 * 60 * mtbf) / 1024);
    expect(of(best)).toBeLessThan(of(best / 3));
    expect(of(best)).toBeLessThan(of(best * 3));
    expect(of(best) / 360_000).toBeGreaterThan(1.05);
  });

  it('KI8 on devices nobody waits, and old ones make the tail', () => {
    const of = (more: string) =>
      simulated(asked('on-device-model', `service.mean: 20ms${more}`, 'rps: 5000'), { requests: 100_000 });
    expect(componentOf(of(''), 'box').utilisation).toBeNull();
    expect(of('').request.latencyMs!.p99.value).toBeCloseTo(20, 0);
    const old = of(', slow.share: 20 %, slow.by: 5');
    expect(old.request.latencyMs!.mean.value).toBeCloseTo(20 * (0.8 + 0.2 * 5), 0);
    expect(old.request.latencyMs!.p99.value).toBeGreaterThan(100);
  });
});

describe('at the door', () => {
  const gate = 'accounts: 100, accountSkew: 1, rateLimit.rps: 5/s, rateLimit.burst: 5';

  it('KI9 busy accounts are refused and the others do not notice', () => {
    const report = simulated(asked('gateway', gate, 'rps: 200'), { seconds: 400 });
    let sum = 0;
    for (let k = 1; k <= 100; k++) sum += 1 / k;
    let admitted = 0;
    for (let k = 1; k <= 100; k++) admitted += Math.min(200 / k / sum, 5);
    // Chance alone empties a bucket of five now and then.
    expect(report.request.throughputRps / admitted).toBeGreaterThan(0.95);
    expect(report.request.throughputRps / admitted).toBeLessThan(1.01);
    expect(report.analytic.request.throughputRps).toBeCloseTo(admitted, 1);
    // One limit for all would let through 5 a second and no more.
    const one = simulated(asked('gateway', 'rateLimit.rps: 5/s, rateLimit.burst: 5', 'rps: 200'), {
      seconds: 400,
    });
    expect(one.request.throughputRps).toBeLessThan(6);
  });

  it('KI9 by tokens, long requests use up more', () => {
    const of = (input: number) =>
      simulated(
        asked(
          'gateway',
          'accounts: 10, accountSkew: 0, rateLimit: { by: account, tokens: 60000, per: 1 min }',
          `rps: 20, inputTokens: { mean: ${input} }, outputTokens: { mean: 200 }`,
        ),
        { seconds: 1200 },
      ).request.throughputRps;
    // Ten accounts of 1,000 tokens a second: at 1,200 tokens to a request that is 8.3 requests.
    expect(of(1000)).toBeGreaterThan(8);
    expect(of(1000)).toBeLessThan(9.5);
    expect(of(100)).toBeCloseTo(20, 0);
  });

  it('KI10 pauses make the mean longer by L² ÷ 2E', () => {
    const of = (more: string) => nodeOf('service', `service.mean: 5ms${more}`).service.meanS;
    expect(of(', pause.every: 10s, pause.length: 200ms') - of('')).toBeCloseTo(0.2 ** 2 / 20, 9);
  });

  it('KI12 says which settings a run did not use', () => {
    expect(nodeOf('queue', 'dueBy: "06:00"').notes).toEqual([
      'dueBy tells readers something; a run does not use it.',
    ]);
    expect(nodeOf('queue', '').notes).toEqual([]);
  });
});

describe('what follows from settings', () => {
  it('KI11 stands in the report, and objectives are held against it', () => {
    const of = (kind: string, settings: string, measures: string) =>
      simulated(asked(kind, settings, 'rps: 1', `objectives:\n${measures}`), { requests: 100 });
    const index = of(
      'vector-index',
      'vectors: 10000000, dimensions: 256, effort: 200, rebuild: 1 h',
      '  - { measure: recall, atLeast: 90 % }\n  - { measure: memory, atMost: 8 GB }\n  - { measure: freshness, atMost: 30 min }',
    );
    expect(index.objectives.map(({ met }) => met)).toEqual([true, false, false]);
    expect(componentOf(index, 'box').facts).toMatchObject({ freshnessMs: 3_600_000 });
    const job = of(
      'batch-job',
      'records: 1000000, servers: 10',
      '  - { measure: completes-by, atMost: 10 min }',
    );
    expect(job.objectives.map(({ met }) => met)).toEqual([true]);
    const none = of('server', 'service.mean: 1ms', '  - { measure: recall, atLeast: 90 % }');
    expect(none.objectives[0]).toMatchObject({
      met: null,
      why: 'No vector index says its vectors, so none has a recall.',
    });
  });
});

/** A component of a kind, and a server that has its servers and its service time: what tells them apart. */
const SWAPS: readonly (readonly [
  kind: string,
  settings: string,
  measure: (report: Report) => unknown,
  workload?: string,
])[] = [
  ['cdn', 'items: 1000, capacity: 500', (report) => componentOf(report, 'box').hitRatio],
  ['cache', 'items: 1000, capacity: 500', (report) => componentOf(report, 'box').hitRatio],
  [
    'gateway',
    'accounts: 2, rateLimit: { rps: 1/s, burst: 1 }',
    ({ request }) => Math.round(request.throughputRps),
  ],
  [
    'service',
    'pause: { every: 1s, length: 500ms }',
    ({ request }) => Math.round(request.latencyMs!.p99.value / 20),
  ],
  [
    'sql',
    'writes: 50 %, write.mean: 400ms, readReplicas: 1',
    ({ request }) => Math.round(request.latencyMs!.mean.value / 20),
  ],
  [
    'nosql',
    'writes: 50 %, write.mean: 400ms',
    ({ request }) => Math.round(request.latencyMs!.mean.value / 20),
  ],
  ['object-store', 'objectSize: 850 MB', ({ request }) => Math.round(request.latencyMs!.mean.value / 1000)],
  [
    'warehouse',
    'scanned: 100 GB',
    ({ request }) => Math.round(request.latencyMs!.mean.value / 1000),
    'rps: 0.01',
  ],
  ['search-index', 'documents: 1000000000', (report) => componentOf(report, 'box').facts?.memoryBytes],
  ['vector-index', 'vectors: 1000000', (report) => componentOf(report, 'box').facts?.recall],
  [
    'embedder',
    'gpu: l4-24gb, parameters: 1B parameters, tokensPerItem: 512',
    ({ request }) => Math.round(request.latencyMs!.mean.value),
  ],
  [
    'reranker',
    'gpu: l4-24gb, parameters: 1B parameters, items: 50, tokensPerItem: 512',
    ({ request }) => Math.round(request.latencyMs!.mean.value),
    'rps: 0.5',
  ],
  [
    'ranker',
    'gpu: l4-24gb, parameters: 100M parameters, tables: 10 GB',
    (report) => componentOf(report, 'box').facts?.memoryBytes,
  ],
  [
    'candidate-generator',
    'gpu: l4-24gb, parameters: 100M parameters, items: 10000',
    ({ request }) => Math.round(request.latencyMs!.mean.value),
  ],
  [
    'model-server',
    'batch: { most: 64, each: 1ms }, servers: 1, service.mean: 100ms',
    ({ request }) => Math.round(request.throughputRps),
    'rps: 100',
  ],
  ['llm-server', '', ({ request }) => request.tpotMs !== undefined],
  [
    'image-generator',
    'gpu: l4-24gb, passTflop: 6',
    ({ request }) => Math.round(request.latencyMs!.mean.value / 1000),
    'rps: 0.01',
  ],
  [
    'video-generator',
    'gpu: l4-24gb, passTflop: 6',
    ({ request }) => Math.round(request.latencyMs!.mean.value / 10_000),
    'rps: 0.0001',
  ],
  [
    'stream-processor',
    'window.length: 10s',
    ({ request }) => Math.round(request.latencyMs!.mean.value / 1000),
  ],
  ['batch-job', 'records: 1000000', (report) => componentOf(report, 'box').facts?.completesMs, 'rps: 0.01'],
  [
    'gpu-cluster',
    'cardsPerJob: 8, servers: 8, service.mean: 1 h',
    (report) => report.overload.length,
    'rps: 0.001',
  ],
  ['feature-store', 'entities: 1000', ({ request }) => Math.round(request.latencyMs!.mean.value)],
  ['on-device-model', 'replicas: 1, service.mean: 1s', (report) => report.overload.length, 'rps: 5'],
  [
    'guard-rail',
    'gpu: l4-24gb, parameters: 1B parameters, tokensPerItem: 2000',
    ({ request }) => Math.round(request.latencyMs!.mean.value),
  ],
  [
    'tool-sandbox',
    'ready: { count: 1, cold: 5s }',
    ({ request }) => Math.round(request.latencyMs!.p99.value / 1000),
    'rps: 0.1',
  ],
  ['third-party-api', '', ({ request }) => request.errorRate > 0, 'rps: 200'],
];

describe('a server in its place', () => {
  it.each(SWAPS.map(([kind, settings, measure, workload]) => ({ kind, settings, measure, workload })))(
    'KI1 is told from a $kind',
    ({ kind, settings, measure, workload = 'rps: 10' }) => {
      const text = asked(kind, settings, workload);
      const { components } = designOf(text);
      const own = components[1]!.settings;
      const servers = Math.min(1000, Number(own['servers'] ?? 1));
      const swapped = asked(
        'server',
        `servers: ${servers}, service.mean: ${Number(own['service.mean'] ?? 0.02)}s`,
        workload,
      );
      const of = (design: string) => measure(simulated(design, { requests: 3000 }));
      expect(of(text)).not.toEqual(of(swapped));
    },
  );

  const before = (kind: string, settings: string): string => `name: one
components:
  - { id: users, kind: client }
  - { id: box, kind: ${kind}, settings: { ${settings} } }
  - { id: one, kind: server, settings: { servers: 20, service.mean: 100ms } }
  - { id: two, kind: server, settings: { servers: 20, service.mean: 100ms } }
connections:
  - { from: users, to: box }
  - { from: box, to: one }
${kind === 'queue' || kind === 'stream' || kind === 'human-review' ? '' : '  - { from: box, to: two }'}
workloads:
  - { name: all, from: users, rps: 10 }
`;
  const meanOf = (text: string) => simulated(text, { requests: 3000 }).request.latencyMs!.mean.value;
  const plain = meanOf(before('server', 'servers: 20, service.mean: 1ms'));

  it.each([
    ['load-balancer', 'service.mean: 1ms', 0.5],
    ['fan-out', 'service.mean: 1ms', 0.75],
    ['queue', 'service.mean: 1ms', 0.05],
    ['stream', 'service.mean: 1ms, partitions: 20', 0.05],
  ])('KI1 is told from a %s by how it calls others', (kind, settings, share) => {
    expect(meanOf(before(kind, settings)) / plain).toBeLessThan(share * 1.1);
    expect(meanOf(before(kind, settings)) / plain).toBeGreaterThan(share * 0.05);
  });

  it('KI1 is told from people by their hours', () => {
    const of = (hours: string) =>
      simulated(asked('human-review', `servers: 20, service.mean: 2 min${hours}`, 'rps: 0.02'), {
        seconds: 172_800,
      }).components[1]!.queueMean;
    expect(of('')).toBeLessThan(1);
    expect(of(', hours: "09:00-17:00"')).toBeGreaterThan(50);
  });
});
