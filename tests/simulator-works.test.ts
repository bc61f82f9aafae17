/** Stations that are no plain servers, told from outside: batches, steps, hours, what is kept ready, windows, what stops and what opens. */
import { modelOf, replay } from '@dryrun/simulator';
import type { LlmServer } from '@dryrun/simulator';
import { describe, expect, it } from 'vitest';
import { componentOf, designOf, palette, simulated } from './testing/simulated.ts';

/** Users who ask one component, of a kind and with settings. */
const asked = (kind: string, settings: string, workload: string): string => `name: one
components:
  - { id: users, kind: client }
  - { id: box, kind: ${kind}, settings: { ${settings} } }
connections:
  - { from: users, to: box, latency: 0ms }
workloads:
  - { name: all, from: users, ${workload} }
`;

const batched = (perSecond: number, each: number, fixed: number, more = '') =>
  asked(
    'model-server',
    `servers: 1, service: { distribution: constant, mean: ${each + fixed}s }, batch: { most: ${more || '100000'}, each: ${each}s }`,
    `rps: ${perSecond}`,
  );

describe('batches', () => {
  // Inoue 2021 with independent simulations of 10⁷ requests: rate, each, fixed, response.
  it.each([
    [0.3, 1, 2, 5.0807],
    [0.6, 1, 2, 9.4562],
    [0.9, 1, 2, 37.6412],
    [0.5, 1, 5, 16.6522],
    [0.8, 1, 10, 78.8657],
  ])('SM17 take all who wait: %f a second, %f s each, %f s fixed', (perSecond, each, fixed, seconds) => {
    const { request, analytic } = simulated(batched(perSecond, each, fixed), { requests: 300_000 });
    const { value, halfWidth } = request.latencyMs!.mean;
    expect(Math.abs(value / 1000 - seconds)).toBeLessThan(2 * (halfWidth! / 1000) + 0.001 * seconds);
    // The bound: from above, by 6 % at most.
    expect(analytic.request.latencyMs!.mean / 1000).toBeGreaterThan(0.995 * seconds);
    expect(analytic.request.latencyMs!.mean / 1000).toBeLessThan(1.06 * seconds);
  });

  it('SM17 are no larger than the most, which bounds what goes through', () => {
    const report = simulated(batched(10, 0.1, 0.9, '4'), { seconds: 2000 });
    // 4 in 1.3 s.
    expect(report.request.throughputRps).toBeCloseTo(4 / 1.3, 1);
    expect(report.overload.map(({ component }) => component)).toEqual(['box']);
    expect(report.overload[0]!.backlogPerSecond).toBeCloseTo(10 - 4 / 1.3, 0);
  });

  it('SM17 wait for others no longer than they are told to', () => {
    const one = (wait: string) =>
      simulated(
        asked(
          'model-server',
          `servers: 1, service: { distribution: constant, mean: 10ms }, batch: { most: 8, each: 1ms, wait: ${wait} }`,
          'rps: 1, arrivals: constant',
        ),
        { requests: 500 },
      ).request.latencyMs!;
    expect(one('0ms').mean.value).toBeCloseTo(10, 6);
    expect(one('25ms').mean.value).toBeCloseTo(35, 6);
  });

  it('SM17 answer more than a server that takes one at a time', () => {
    const most = (kind: string, batch: string) =>
      simulated(
        asked(kind, `servers: 1, service: { distribution: constant, mean: 10ms }${batch}`, 'rps: 1000'),
        {
          seconds: 60,
        },
      ).request.throughputRps;
    expect(most('server', '')).toBeCloseTo(100, 0);
    expect(most('model-server', ', batch: { most: 32, each: 1ms }')).toBeCloseTo(32 / 0.041, -1);
  });
});

describe('a language model’s server', () => {
  const settings = 'gpu: a100-80gb, model: Llama-2-7b-hf';
  const lengths = 'inputTokens: { mean: 700, p95: 700 }, outputTokens: { mean: 90, p95: 90 }';
  const instants = Array.from({ length: 240 }, (_, index) => 0.4 * index + 0.17 * (index % 3));
  const traced = asked(
    'llm-server',
    settings,
    `arrivals: trace, trace: [${instants.join(', ')}], ${lengths}`,
  );

  it('SM18 steps in a run as it does alone, request by request', () => {
    const { work } = modelOf(designOf(traced), palette).nodes[1]!;
    const server = (work as { readonly server: LlmServer }).server;
    const alone = replay(
      server,
      instants.map((arrivalS) => ({ arrivalS, promptTokens: 700, outputTokens: 90 })),
    );
    const mean = (of: (index: number) => number) =>
      instants.reduce((sum, _, index) => sum + of(index), 0) / instants.length;
    const { request } = simulated(traced, { seconds: 300 });
    expect(request.count).toBe(240);
    const ms = (of: (index: number) => number) => 1000 * mean(of);
    expect(request.ttftMs!.mean.value).toBeCloseTo(
      ms((at) => alone.firstS[at]! - alone.arrivalS[at]!),
      6,
    );
    expect(request.latencyMs!.mean.value).toBeCloseTo(
      ms((at) => alone.lastS[at]! - alone.arrivalS[at]!),
      6,
    );
    expect(request.tpotMs!.mean.value).toBeCloseTo(
      ms((at) => (alone.lastS[at]! - alone.firstS[at]!) / 89),
      6,
    );
  });

  it('SM18 tells tokens, and a server that only takes as long tells none', () => {
    const text = asked('llm-server', settings, `rps: 2, ${lengths}`);
    const report = simulated(text, { requests: 4000 });
    expect(componentOf(report, 'box').tokensPerSecond!.value).toBeCloseTo(180, -1);
    const plain = simulated(
      asked(
        'server',
        `servers: 64, service: { mean: ${report.request.latencyMs!.mean.value}ms }`,
        `rps: 2, ${lengths}`,
      ),
      { requests: 4000 },
    );
    expect(plain.request.ttftMs).toBeUndefined();
  });

  it('SM18 slows down for each with all that it serves, and is full where the closed form says', () => {
    const at = (perSecond: number) =>
      simulated(asked('llm-server', settings, `rps: ${perSecond}, ${lengths}`), { seconds: 600 });
    const [few, many] = [at(1), at(8)];
    expect(many.request.tpotMs!.mean.value).toBeGreaterThan(1.3 * few.request.tpotMs!.mean.value);
    const capacity = few.analytic.headroom!;
    expect(at(0.85 * capacity).overload).toEqual([]);
    expect(at(1.15 * capacity).overload.map(({ component }) => component)).toEqual(['box']);
  });

  it('SM18 refuses what will never fit, and says why a model does not start', () => {
    const tooLong = asked('llm-server', settings, 'rps: 1, inputTokens: { mean: 400000, p95: 400000 }');
    expect(simulated(tooLong, { requests: 50 }).request.errorRate).toBe(1);
    const tooLarge = asked('llm-server', 'gpu: l4-24gb, model: Llama-2-70b-hf', 'rps: 1');
    const report = simulated(tooLarge, { requests: 50 });
    expect(report.request.errorRate).toBe(1);
    expect(report.notes.join('\n')).toMatch(
      /box: it cannot start\. Expected room for the model's 138\.\d GB/,
    );
  });

  it('SM18 loses what it was at when it goes down, and comes back empty', () => {
    const text = `${asked('llm-server', settings, `rps: 2, ${lengths}`)}faults:
  - { component: box, kind: down, from: 60s, for: 30s }
`;
    const { request, engine } = simulated(text, { seconds: 200 });
    expect(engine.requests.arrived).toBe(
      engine.requests.answered + engine.requests.failed + engine.requests.inFlight,
    );
    expect(request.errorRate).toBeGreaterThan(0);
    expect(request.errorRate).toBeLessThan(0.2);
  });
});

describe('hours', () => {
  it('SM19 nobody works at night: what came waits for the morning, and is worked off', () => {
    const text = asked(
      'human-review',
      'servers: 20, service: { distribution: constant, mean: 2 min }, hours: 09:00-17:00',
      'rps: 60/h, arrivals: constant',
    );
    const report = simulated(text);
    const line = report.series!.lines.find(({ of, measure }) => of === 'box' && measure === 'queue')!.values;
    const at = (hours: number) => line[Math.floor((hours * 3600) / report.series!.stepS)]!;
    // An hour’s arrivals are 60 and an hour’s work 600: 540 at nine, gone an hour later; 960 at nine the next day.
    expect(at(8.6)).toBeCloseTo(60 * 8.6, -1);
    expect(at(11)).toBe(0);
    expect(at(24 + 8.6)).toBeCloseTo(60 * 15.6, -1);
    const allDay = simulated(text.replace(', hours: 09:00-17:00', ''), { seconds: 172_800 });
    expect(allDay.request.latencyMs!.p99.value).toBeLessThan(200_000);
    expect(report.request.latencyMs!.p99.value).toBeGreaterThan(15 * 3_600_000);
    // People are paid for eight hours of twenty-four.
    expect(report.cost.perMonth / allDay.cost.perMonth).toBeCloseTo(8 / 24, 2);
  });

  it('SM19 over midnight, and for the consumers of a queue with a window', () => {
    const text = `name: nightly
components:
  - { id: users, kind: client }
  - { id: jobs, kind: queue, settings: { window: "23:00-05:00" } }
  - { id: worker, kind: server, settings: { servers: 2, service: { distribution: constant, mean: 30s } } }
connections:
  - { from: users, to: jobs, latency: 0ms }
  - { from: jobs, to: worker, mode: async, latency: 0ms }
workloads:
  - { name: all, from: users, rps: 30/h, arrivals: constant }
`;
    const report = simulated(text);
    const line = report.series!.lines.find(
      ({ of, measure }) => of === 'worker' && measure === 'queue',
    )!.values;
    const at = (hours: number) => line[Math.floor((hours * 3600) / report.series!.stepS)]!;
    expect(at(3)).toBe(0);
    expect(at(22.6)).toBeCloseTo(30 * 17.6, -1);
    expect(at(27)).toBeLessThan(2);
  });
});

describe('what is kept ready', () => {
  it('SM20 runs out as a loss system does: Erlang’s B of those that are being started', () => {
    // 10 a second and 1 s to start another: B(12 ready, 10) = 0.1197.
    const text = asked(
      'tool-sandbox',
      'servers: 1000, service: { distribution: constant, mean: 200ms }, ready: { count: 12, cold: 1s }',
      'rps: 10',
    );
    const { value, halfWidth } = simulated(text, { requests: 200_000 }).request.latencyMs!.mean;
    expect(Math.abs(value - (200 + 1000 * 0.119739))).toBeLessThan(2 * halfWidth! + 1);
    const cold = simulated(text.replace('count: 12', 'count: 0'), { requests: 1000 }).request.latencyMs!;
    expect(cold.mean.value).toBeCloseTo(1200, 6);
  });
});

describe('windows', () => {
  it('SM21 give their results at their end: half a window late on average, and what is allowed for stragglers', () => {
    const text = asked(
      'stream-processor',
      'servers: 100, service: { distribution: constant, mean: 1ms }, window: { length: 60s, late: 5s }',
      'rps: 20',
    );
    const { latencyMs } = simulated(text, { seconds: 30_000 }).request;
    expect(latencyMs!.mean.value / 1000).toBeCloseTo(30 + 5, 0);
    expect(latencyMs!.p99.value / 1000).toBeGreaterThan(64);
    const server = simulated(text.replace('stream-processor', 'server').replace(/, window: .*?\}/, ''), {
      seconds: 1000,
    });
    expect(server.request.latencyMs!.mean.value).toBeCloseTo(1, 6);
  });
});

describe('guard-rails', () => {
  const guarded = (rail: string, connection = '') => `name: guarded
components:
  - { id: users, kind: client }
  - { id: api, kind: server, settings: { servers: 100, service: { distribution: constant, mean: 1ms } } }
  - { id: rail, kind: guard-rail, settings: { ${rail} } }
  - { id: model, kind: server, settings: { servers: 100, service: { distribution: constant, mean: 50ms } } }
connections:
  - { from: users, to: api, latency: 0ms }
  - { from: api, to: rail${connection} }
  - { from: api, to: model }
workloads:
  - { name: all, from: users, rps: 100 }
`;

  it('SM22 stop a share: it is answered, and nothing behind is called for it', () => {
    const report = simulated(guarded('stops: 30 %'), { seconds: 200 });
    expect(report.request.errorRate).toBe(0);
    expect(componentOf(report, 'rail').throughputRps).toBeCloseTo(100, -1);
    expect(
      componentOf(report, 'model').throughputRps / componentOf(report, 'rail').throughputRps,
    ).toBeCloseTo(0.7, 1);
  });

  it('SM22 fail open or closed, as they or their connection say', () => {
    const errors = (rail: string, connection = '') =>
      simulated(guarded(`errorRate: 100 %${rail}`, connection), { seconds: 20 }).request.errorRate;
    expect(errors('')).toBe(1);
    expect(errors(', onFailure: { prompt: open }')).toBe(0);
    expect(errors('', ', onFailure: open')).toBe(0);
    expect(errors(', onFailure: { prompt: open }', ', onFailure: closed')).toBe(1);
  });
});

describe('a balancer’s spare', () => {
  const spared = (rps: number, faults = '') => `name: one
components:
  - { id: users, kind: client }
  - { id: lb, kind: load-balancer, settings: { policy: least-connections } }
  - { id: own, kind: server, settings: { servers: 10, service: { mean: 100ms }, queueLimit: 5 } }
  - { id: spare, kind: server, settings: { servers: 100, service: { mean: 100ms } } }
connections:
  - { from: users, to: lb }
  - { from: lb, to: own }
  - { from: lb, to: spare, probability: 0 }
workloads:
  - { name: all, from: users, rps: ${rps} }
${faults}`;

  it('SM23 gets nothing while there is room', () => {
    const report = simulated(spared(30), { seconds: 300 });
    expect(componentOf(report, 'spare').throughputRps).toBeLessThan(0.01);
    expect(report.analytic.components.find(({ id }) => id === 'spare')!.throughputRps).toBe(0);
  });

  it('SM23 gets what the others have no room for, and all when they are down', () => {
    const over = simulated(spared(200), { seconds: 300 });
    expect(over.request.errorRate).toBe(0);
    expect(componentOf(over, 'own').throughputRps).toBeGreaterThan(90);
    expect(componentOf(over, 'spare').throughputRps).toBeGreaterThan(95);
    const down = simulated(spared(30, 'faults:\n  - { component: own, kind: down }'), { seconds: 300 });
    expect(componentOf(down, 'spare').throughputRps).toBeGreaterThan(28);
  });
});
