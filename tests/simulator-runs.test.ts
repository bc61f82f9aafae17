/** How a run goes on and ends, and what its figures say about themselves. */
import { reportOf, simulate } from '@dryrun/simulator';
import { describe, expect, it } from 'vitest';
import { componentOf, designOf, oneServer, palette, simulated, started } from './testing/simulated.ts';

const BUSY = oneServer('servers: 8, service: { mean: 10ms }', '', 'rps: 600');
const OVER = oneServer('servers: 2, service: { mean: 10ms }', '', 'rps: 300');

describe('a run', () => {
  it('SM2 goes the same way however it is divided, and says how far it is', () => {
    const whole = started(BUSY, { requests: 3000 });
    expect(whole.advance(1e9)).toBe(true);
    const parts = started(BUSY, { requests: 3000 });
    let [steps, share] = [0, -1];
    while (!parts.advance(steps % 3 === 0 ? 1 : 97)) {
      steps++;
      const progress = parts.progress();
      expect(progress.share).toBeGreaterThanOrEqual(share);
      expect(progress.share).toBeLessThanOrEqual(1);
      share = progress.share;
    }
    expect(steps).toBeGreaterThan(30);
    const told = (run: typeof whole) =>
      JSON.stringify(reportOf(designOf(BUSY), palette, { seed: 1, requests: 3000 }, [run.sample()]));
    expect(told(parts)).toBe(told(whole));
  });

  it('SM2 can be cancelled, and tells what it has seen until then', () => {
    const run = started(BUSY, { requests: 1e9 });
    expect(run.advance(40_000)).toBe(false);
    run.cancel();
    expect(run.advance(40_000)).toBe(true);
    const options = { seed: 1, requests: 1e9 };
    const report = reportOf(designOf(BUSY), palette, options, [run.sample()]);
    expect(report.engine).toMatchObject({ ended: 'cancelled', events: 40_000 });
    expect(report.request.latencyMs?.mean.value).toBeGreaterThan(10);
  });

  it('SM7 ends after so long, after so many requests, when it is precise, or when its budget is spent', () => {
    const engine = (options: Parameters<typeof simulated>[1]) => simulated(BUSY, options).engine;
    const long = engine({ seconds: 20 });
    expect([long.ended, long.observedS + long.warmUpS]).toEqual(['seconds', 20]);
    const many = engine({ requests: 5000 });
    expect([many.ended, many.requests.answered]).toEqual(['requests', 5000]);
    expect(engine({ eventsMax: 5000 })).toMatchObject({ ended: 'budget', events: 5000 });
    const precise = simulated(BUSY, { precision: { mean: 0.02, p99: 0.05 } });
    expect(precise.engine.ended).toBe('precision');
    const { mean, p99 } = precise.request.latencyMs!;
    expect(mean.halfWidth! / mean.value).toBeLessThanOrEqual(0.02);
    expect(p99.halfWidth! / p99.value).toBeLessThanOrEqual(0.05);
  });

  it('SM7 ends where nobody asks anything', () => {
    const report = simulated(oneServer('service: { mean: 10ms }', '', 'rps: 0'));
    expect(report.request).toMatchObject({ count: 0, throughputRps: 0, latencyMs: null });
    expect(JSON.stringify(report)).not.toMatch(/NaN|Infinity/);
  });

  it('SM8 leaves out its beginning, and not a moment of one with a fault', () => {
    expect(simulated(BUSY, { seconds: 60 }).engine.warmUpS).toBeGreaterThan(0);
    const struck = oneServer(
      'servers: 8, service: { mean: 10ms }',
      '',
      'rps: 600',
      'faults:\n  - { component: api, kind: slow, by: 2x, from: 20s, for: 5s }\n',
    );
    expect(simulated(struck, { seconds: 60 }).engine.warmUpS).toBe(0);
  });

  it('SM8 says nothing of how sure it is where it has seen too little', () => {
    const report = simulated(BUSY, { eventsMax: 300 });
    expect(report.request.latencyMs?.mean.halfWidth).toBeNull();
  });

  it('SM9 tells of overload as growth, λ − cµ, and of no latency', () => {
    const report = simulated(OVER, { seconds: 100 });
    expect(report.overload).toHaveLength(1);
    const [{ component, backlogPerSecond, halfWidth }] = report.overload as [(typeof report.overload)[0]];
    expect(component).toBe('api');
    expect(Math.abs(backlogPerSecond - 100)).toBeLessThanOrEqual(1.7 * halfWidth!);
    expect(halfWidth!).toBeLessThan(20);
    expect([report.request.latencyMs, report.bottleneck]).toEqual([null, 'api']);
    expect(report.request.throughputRps).toBeCloseTo(200, -1);
    expect(componentOf(report, 'api').utilisation).toBeGreaterThan(0.99);
    expect(simulated(BUSY, { seconds: 100 }).overload).toEqual([]);
  });

  it('SM9 what grows where nobody waits leaves the answers their latencies, however short the run was', () => {
    const report = simulated(
      `name: aside
components:
  - { id: users, kind: client }
  - { id: api, kind: server, settings: { servers: 60000, service: { mean: 300ms, distribution: lognormal } } }
  - { id: log, kind: stream }
  - { id: worker, kind: server, settings: { servers: 8, service: { mean: 10ms } } }
connections:
  - { from: users, to: api }
  - { from: api, to: log }
  - { from: log, to: worker }
workloads:
  - { name: payments, from: users, rps: 50000 }
`,
      { eventsMax: 200_000 },
    );
    expect(report.overload.map(({ component }) => component)).toEqual(['worker']);
    expect(report.request.latencyMs?.p50.value).toBeGreaterThan(100);
    expect(report.request.finishMs).toBeNull();
    expect(report.engine.tooShort).toBe(true);
  });

  it('SM10 tells of a run with a fault over time, with a ribbon where it ran more than once', () => {
    const text = oneServer(
      'servers: 2, service: { distribution: constant, mean: 10ms }',
      '',
      'rps: 150, arrivals: constant',
      'faults:\n  - { component: api, kind: down, from: 20s, for: 10s }\n',
    );
    const design = designOf(text);
    const samples = [0, 1, 2].map((replication) => {
      const run = started(text, { seconds: 60, replication });
      run.advance(1e9);
      return run.sample();
    });
    const { series } = reportOf(design, palette, { seed: 1, seconds: 60 }, samples);
    expect(series?.stepS).toBeCloseTo(0.5, 9);
    const queue = series?.lines.find(({ of, measure }) => of === 'api' && measure === 'queue');
    expect(queue?.values).toHaveLength(120);
    // While it is down 150 a second wait; it makes up 50 of them a second, and callers see it down only after ten seconds.
    expect(queue?.values[59]).toBeGreaterThan(1400);
    expect(queue?.values[119]).toBeLessThan(150);
    expect(queue?.halfWidths.some((ribbon) => ribbon !== null)).toBe(true);
    const single = simulate(design, palette, { seed: 1, seconds: 60 });
    expect(single.series?.lines.flatMap(({ halfWidths }) => halfWidths).every((one) => one === null)).toBe(
      true,
    );
  });
});
