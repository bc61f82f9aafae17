import { simulate } from '@dryrun/simulator';
import { describe, expect, it } from 'vitest';
import { designOf, palette } from './testing/simulated.ts';

/** Nobody waits: answers take what their service takes, 20 s in the mean, so that one in a hundred takes 92 s. */
const SLOW = `
components:
  - { id: users, kind: client }
  - { id: long, kind: server, servers: 1000000, service: { mean: 20s, distribution: exponential } }
connections: [{ from: users, to: long }]
workloads: [{ name: w, from: users, rps: 200 }]
`;

describe('slow answers', () => {
  const run = (eventsMax: number) =>
    simulate(designOf(SLOW), palette, { seed: 5, eventsMax, precision: { mean: 0.01, p99: 0.02 } });

  it('SM8 a run that is over before they can have come says that its latencies are too low', () => {
    const { engine, notes, request } = run(30_000);
    expect(engine.tooShort).toBe(true);
    expect(notes.at(-1)).toMatch(/still under way/);
    expect(request.latencyMs?.p99.value).toBeLessThan(80_000);
  });

  it('SM8 one that is long enough counts nothing before the slowest could have come, and has the p99 of the closed form', () => {
    const { engine, notes, request } = run(2_000_000);
    expect(engine.tooShort).toBeUndefined();
    expect(notes).toEqual([]);
    expect(engine.warmUpS).toBeGreaterThan(90);
    const { value, halfWidth } = request.latencyMs!.p99;
    expect(Math.abs(value - 92_103)).toBeLessThan(Math.max(2 * (halfWidth ?? 0), 0.03 * 92_103));
  });
});
