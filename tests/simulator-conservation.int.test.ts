/** Whatever is drawn: nobody is lost, nothing is no number, and the same seed goes the same way. */
import { reportOf, startRun } from '@dryrun/simulator';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { designOf, palette } from './testing/simulated.ts';

const pick = fc.constantFrom;
const service = fc
  .record({
    shape: pick('exponential', 'constant', 'erlang', 'lognormal'),
    ms: fc.integer({ min: 0, max: 30 }),
  })
  .map(({ shape, ms }) => `service: { distribution: ${shape}, mean: ${ms}ms }`);
const station = fc
  .tuple(
    service,
    pick('servers: 1', 'servers: 3', 'servers: 2, replicas: 2'),
    pick(
      '',
      ', queueLimit: 2',
      ', discipline: processor-sharing',
      ', discipline: priority',
      ', discipline: priority-preemptive',
      ', holds: true',
      ', errorRate: 10 %',
      ', order: parallel',
      ', order: parallel, waitFor: 1',
      ', rateLimit: { rps: 50/s, burst: 5 }',
    ),
    pick(
      '',
      ', balance: random',
      ', balance: least-connections',
      ', balance: power-of-two',
      ', balance: consistent-hash',
    ),
    pick('', ', autoscale: { min: 1, max: 4, interval: 1s, startUp: 500ms }'),
  )
  .map((parts) =>
    parts
      .filter((part, index) => index !== 1 || part !== '')
      .join(', ')
      .replaceAll(', , ', ', '),
  )
  .map((text) => text.replaceAll(/(, )+/g, ', ').replace(/, $/, ''));
const call = pick(
  '',
  ', timeout: 20ms',
  ', timeout: 15ms, retries: 2, backoff: { base: 1ms, max: 10ms }',
  ', retries: 1, retryBudget: 10 %',
  ', hedgeAfter: 10ms',
  ', breaker: { errorShare: 30 %, window: 1s, least: 5, cooldown: 500ms }',
  ', mode: async',
  ', latency: 3ms',
  ', probability: 0.5',
  ', calls: 2',
  ', calls: 1.5',
  ', fanout: 3, waitFor: 2',
);
const arrivals = pick(
  'rps: 80',
  'rps: 80, arrivals: constant',
  'rps: 80, arrivals: burst, peak: 3x, burst: 1s',
  'arrivals: closed, clients: 12, thinkTime: 50ms',
);
const fault = pick(
  '',
  'faults:\n  - { component: s1, kind: down, from: 2s, for: 1s }\n',
  'faults:\n  - { component: s0, kind: errors, by: 50%, from: 1s, for: 2s }\n',
  'faults:\n  - { workload: w0, kind: spike, by: 4x, from: 1s, for: 1s }\n',
  'faults:\n  - { component: s2, kind: slow, by: 5x, from: 1s }\n',
);

const document = fc
  .record({
    stations: fc.tuple(station, station, station),
    calls: fc.tuple(call, call, call),
    second: fc.boolean(),
    arrivals: fc.tuple(arrivals, arrivals),
    fault,
  })
  .map(
    ({ stations, calls, second, arrivals: [one, other], fault: struck }) => `name: any design
components:
  - { id: users, kind: client }
${stations.map((text, index) => `  - { id: s${index}, kind: server, settings: { ${text} } }`).join('\n')}
connections:
  - { from: users, to: s0${calls[0]} }
  - { from: s0, to: s1${calls[1]} }
  - { from: s0, to: s2${calls[2]} }
workloads:
  - { name: w0, from: users, ${one}, priority: 1 }
${second ? `  - { name: w1, from: users, ${other}, priority: 2 }\n` : ''}${struck}`,
  );

describe('any design', () => {
  it('SM12 loses nobody, has no figure that is none, and goes the same way twice', () => {
    fc.assert(
      fc.property(document, fc.integer({ min: 1, max: 1000 }), (text, seed) => {
        const design = designOf(text);
        const options = { seed, seconds: 5 };
        const run = startRun(design, palette, options);
        run.advance(8000);
        run.cancel();
        const sample = run.sample();
        const { arrived, answered, failed, inFlight } = sample.requests;
        expect(arrived).toBe(answered + failed + inFlight);
        const report = reportOf(design, palette, options, [sample]);
        expect(
          JSON.stringify(report, (_, value: unknown) =>
            value === Infinity || Number.isNaN(value) ? 'none' : value,
          ),
        ).not.toContain('"none"');
        for (const { utilisation, errorRate } of report.components) {
          expect(utilisation ?? 0).toBeLessThanOrEqual(1 + 1e-9);
          expect(errorRate).toBeLessThanOrEqual(1);
        }
        const again = startRun(design, palette, options);
        for (let step = 0; step < 8; step++) again.advance(1000);
        again.cancel();
        expect(again.sample().hash).toBe(sample.hash);
      }),
      { seed: 12, numRuns: 60 },
    );
  });
});
