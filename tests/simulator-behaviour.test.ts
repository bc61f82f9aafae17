/** What components and calls do, told from outside: expected figures are arithmetic, not what the engine printed. */
import { compare, reportOf, startRun } from '@dryrun/simulator';
import { describe, expect, it } from 'vitest';
import { componentOf, designOf, oneServer, palette, simulated } from './testing/simulated.ts';

const CONSTANT = 'service: { distribution: constant, mean: 10ms }';

describe('guarded calls', () => {
  it('SM13 a timeout frees the caller and not the server', () => {
    const report = simulated(
      oneServer('servers: 100, service: { distribution: constant, mean: 80ms }', 'timeout: 50ms', 'rps: 100'),
      { seconds: 60 },
    );
    expect(report.request).toMatchObject({ errorRate: 1, latencyMs: null });
    expect(componentOf(report, 'api').utilisation).toBeCloseTo(0.08, 2);
  });

  it('SM13 retries cost attempts, and no more of them than their budget', () => {
    const attempts = (call: string) => {
      const report = simulated(oneServer(`servers: 100, errorRate: 100 %, ${CONSTANT}`, call, 'rps: 100'), {
        seconds: 60,
      });
      return (componentOf(report, 'api').utilisation! * 100) / (100 * 0.01);
    };
    expect(attempts('retries: 3, backoff: { base: 1ms, max: 2ms }')).toBeCloseTo(4, 1);
    expect(attempts('retries: 3, backoff: { base: 1ms, max: 2ms }, retryBudget: 20 %')).toBeCloseTo(1.2, 1);
  });

  it('SM13 a hedge answers for a slow copy, and its late answer is not counted', () => {
    const report = simulated(
      oneServer(
        'servers: 1000, service: { distribution: hyperexponential, mean: 20ms, cv2: 20 }',
        'hedgeAfter: 60ms',
        'rps: 100',
      ),
      { seconds: 200 },
    );
    const plain = simulated(
      oneServer(
        'servers: 1000, service: { distribution: hyperexponential, mean: 20ms, cv2: 20 }',
        '',
        'rps: 100',
      ),
      { seconds: 200 },
    );
    expect(report.request.latencyMs!.p99.value).toBeLessThan(0.6 * plain.request.latencyMs!.p99.value);
    expect(report.engine.requests.arrived).toBe(plain.engine.requests.arrived);
    expect(componentOf(report, 'api').throughputRps).toBeGreaterThan(100);
  });

  it('SM13 a breaker keeps calls from what fails, and lets one through to see', () => {
    const broken = 'faults:\n  - { component: api, kind: errors, by: 100%, from: 10s, for: 20s }\n';
    const text = (call: string) => oneServer(`servers: 100, ${CONSTANT}`, call, 'rps: 100', broken);
    const arrivedAt = (call: string) => {
      const { components } = simulated(text(call), { seconds: 40 });
      const api = components.find(({ id }) => id === 'api')!;
      return api.utilisation! * 40 * 100;
    };
    const calm = 'breaker: { errorShare: 50 %, window: 1s, least: 10, cooldown: 2s }';
    // Server-seconds at 10 ms each: 4,000 calls without a breaker; with one hardly any in 20 s, and all in the other 20.
    expect(arrivedAt('')).toBeCloseTo(40, -0.5);
    expect(arrivedAt(calm)).toBeLessThan(24);
    expect(arrivedAt(calm)).toBeGreaterThan(17);
    expect(simulated(text(calm), { seconds: 40 }).request.errorRate).toBeLessThan(0.62);
  });
});

describe('components', () => {
  it('SM14 a rate limit lets in its rate and its burst, and refuses the rest', () => {
    const report = simulated(
      oneServer(
        `servers: 100, ${CONSTANT}, rateLimit: { rps: 50/s, burst: 10 }`,
        '',
        'rps: 200, arrivals: constant',
      ),
      { seconds: 60 },
    );
    expect(report.request.throughputRps).toBeCloseTo(50, 0);
    expect(report.request.errorRate).toBeCloseTo(0.75, 2);
  });

  it('SM14 an autoscaled component has more copies after its start-up, and fewer again', () => {
    const text = oneServer(
      `servers: 1, ${CONSTANT}, balance: least-connections, autoscale: { min: 1, max: 10, target: 50 %, interval: 5s, startUp: 10s }`,
      '',
      'rps: 40',
      'faults:\n  - { workload: all, kind: spike, by: 6x, from: 60s, for: 120s }\n',
    );
    const { series } = simulated(text, { seconds: 300 });
    const copies = series!.lines.find(({ measure }) => measure === 'replicas')!.values;
    const at = (second: number) => copies[Math.floor(second / series!.stepS)]!;
    expect(at(55)).toBe(1);
    expect(at(63)).toBe(1);
    // 240 a second at 10 ms are 2.4 servers: at 50 % that is five copies.
    expect(at(170)).toBeGreaterThanOrEqual(4);
    expect(at(170)).toBeLessThanOrEqual(7);
    expect(at(295)).toBeLessThan(3);
  });

  it('SM14 calls take the way between zones and regions, there and back', () => {
    const mean = (from: string, to: string) =>
      simulated(
        `name: far
components:
  - { id: users, kind: client }
  - { id: a, kind: server, settings: { servers: 100, ${CONSTANT}, ${from} } }
  - { id: b, kind: server, settings: { servers: 100, ${CONSTANT}, ${to} } }
connections:
  - { from: users, to: a, latency: 0ms }
  - { from: a, to: b }
workloads:
  - { name: all, from: users, rps: 10 }
`,
        { requests: 500 },
      ).request.latencyMs!.mean.value;
    expect(mean('region: eu', 'region: us-east')).toBeCloseTo(20 + 81, 6);
    expect(mean('region: eu, zone: a', 'region: eu, zone: b')).toBeCloseTo(20 + 1, 6);
    expect(mean('region: eu, zone: a', 'region: eu, zone: a')).toBeCloseTo(20 + 0.25, 6);
  });

  it('SM14 a queue answers at once, and its consumers work off what it holds', () => {
    const report = simulated(
      `name: orders
components:
  - { id: users, kind: client }
  - { id: orders, kind: queue, settings: { service: { distribution: constant, mean: 1ms }, servers: 10 } }
  - { id: worker, kind: server, settings: { servers: 2, service: { distribution: constant, mean: 15ms } } }
connections:
  - { from: users, to: orders, latency: 0ms }
  - { from: orders, to: worker, mode: async, latency: 0ms }
workloads:
  - { name: all, from: users, rps: 100, arrivals: constant }
`,
      { seconds: 60 },
    );
    expect(report.request.latencyMs?.mean.value).toBeCloseTo(1, 6);
    expect(report.request.finishMs?.mean.value).toBeCloseTo(16, 6);
    expect(componentOf(report, 'worker').utilisation).toBeCloseTo(0.75, 2);
  });

  it('SM14 the urgent goes first, and with pre-emption does not even wait for who is served', () => {
    const urgent = (discipline: string) =>
      simulated(
        `name: urgent
components:
  - { id: users, kind: client }
  - { id: api, kind: server, settings: { servers: 1, discipline: ${discipline}, service: { distribution: exponential, mean: 10ms } } }
connections:
  - { from: users, to: api }
workloads:
  - { name: first, from: users, rps: 20, priority: 1 }
  - { name: second, from: users, rps: 60, priority: 2 }
`,
        { requests: 100_000 },
      ).workloads['first']!.latencyMs!.mean;
    // Pre-emptive: as if alone, 10 ms / (1 − .2). Not so: W = ρ S / (1 − ρ₁) = 10 ms in line.
    expect(urgent('priority-preemptive').value).toBeCloseTo(12.5, 0);
    expect(urgent('priority').value).toBeCloseTo(20, -0.3);
    expect(urgent('fifo').value).toBeGreaterThan(40);
  });
});

describe('faults', () => {
  const struck = (fault: string) =>
    simulated(
      oneServer(
        `servers: 2, replicas: 2, ${CONSTANT}, healthInterval: 1s`,
        '',
        'rps: 100, arrivals: constant',
        `faults:\n  - { ${fault} }\n`,
      ),
      { seconds: 60 },
    );

  it('SM15 a slow component takes its times longer, while it lasts', () => {
    const { series } = struck('component: api, kind: slow, by: 3x, from: 20s, for: 10s');
    const means = series!.lines.find(({ measure }) => measure === 'meanMs')!.values;
    expect(means[20]).toBeCloseTo(10, 6);
    expect(means[50]).toBeCloseTo(30, 6);
    expect(means[80]).toBeCloseTo(10, 6);
  });

  it('SM15 one copy down: its work fails, who is sent to it waits, and after a look nobody is', () => {
    const report = struck('component: api, kind: down, replicas: 1, from: 20s, for: 20s');
    expect(report.request.errorRate).toBeLessThan(0.001);
    const queue = report.series!.lines.find(({ of, measure }) => of === 'api' && measure === 'queue')!.values;
    // Every other of 100 a second, for a second; then the other copy has all.
    expect(Math.max(...queue.map((value) => value ?? 0))).toBeCloseTo(50, -1);
    expect(report.request.throughputRps).toBeGreaterThan(98);
  });

  it('SM15 a spike brings more, and a share of errors is a share', () => {
    const more = struck('workload: all, kind: spike, by: 2x, from: 0s, for: 30s');
    expect(more.engine.requests.arrived).toBeCloseTo(9000, -2);
    const errors = struck('component: api, kind: errors, by: 50%, from: 30s');
    expect(errors.request.errorRate).toBeCloseTo(0.25, 1);
  });
});

describe('two designs', () => {
  const samples = (text: string) =>
    [0, 1, 2, 3].map((replication) => {
      const run = startRun(designOf(text), palette, { seed: 1, seconds: 30, replication });
      run.advance(1e9);
      return run.sample();
    });
  const options = { seed: 1, seconds: 30 };
  const eight = oneServer('servers: 8, service: { mean: 10ms }', '', 'rps: 700');

  it('SM16 do not differ from themselves, nor by a box that nobody asks', () => {
    const design = designOf(eight);
    const same = compare(design, samples(eight), design, samples(eight), palette, options);
    expect(same.differences.length).toBeGreaterThan(3);
    expect(same.differences.filter(({ difference }) => difference.value !== 0)).toEqual([]);
    const boxed = eight.replace('connections:', '  - { id: spare, kind: server }\nconnections:');
    const other = compare(design, samples(eight), designOf(boxed), samples(boxed), palette, options);
    expect(other.differences.filter(({ difference }) => difference.value !== 0)).toEqual([]);
  });

  it('SM16 differ more surely on the same random numbers than apart', () => {
    const nine = eight.replace('servers: 8', 'servers: 9');
    const [a, b] = [designOf(eight), designOf(nine)];
    const { differences } = compare(a, samples(eight), b, samples(nine), palette, options);
    const { difference } = differences.find(({ of, measure }) => of === 'request' && measure === 'meanMs')!;
    const apart = [
      [a, samples(eight)],
      [b, samples(nine)],
    ] as const;
    const means = apart.map(([design, all]) =>
      all.map((one) => reportOf(design, palette, options, [one]).request.latencyMs!.mean.value),
    );
    const variance = means.map((values) => {
      const mean = values.reduce((sum, value) => sum + value, 0) / 4;
      return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 3;
    });
    expect(difference.value).toBeLessThan(0);
    // 3.18: Student’s for three degrees of freedom, as the paired interval has it.
    expect(difference.halfWidth!).toBeLessThan(3.18 * Math.sqrt((variance[0]! + variance[1]!) / 4));
  });
});
