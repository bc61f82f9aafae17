import { join } from 'node:path';
import { readDesignText } from '@dryrun/design';
import { describe, expect, it } from 'vitest';
import { createAuthoring } from './authoring.ts';
import { replicate } from './replication.ts';
import { runComparison, runSimulation } from './simulation.ts';

const palette = await createAuthoring(join(import.meta.dirname, '../../../content'), () => '').palette();

const designWith = (servers: number) => {
  const text = `name: ${servers} servers
components:
  - { id: users, kind: client }
  - { id: api, kind: server, settings: { servers: ${servers}, service: { mean: 10ms } } }
connections:
  - { from: users, to: api }
workload: { name: search, from: users, rps: 500 }
`;
  const { design } = readDesignText(text, palette);
  if (!design) throw new Error('Expected a design.');
  return design;
};
const [a, b] = [designWith(8), designWith(9)];

describe('a run', () => {
  it('ends at the wall’s clock, and says that its budget was spent', async () => {
    let now = 0;
    const { ending, events } = await replicate({
      design: a,
      palette,
      options: { seed: 1, seconds: 1e9 },
      timeMs: 100,
      onProgress: () => {},
      stopped: () => false,
      nowMs: () => (now += 20),
    });
    expect(ending).toBe('out-of-time');
    expect(events).toBeGreaterThan(1000);
    const { report } = await runSimulation({
      design: a,
      palette,
      options: { seed: 1, seconds: 1e9 },
      replications: 1,
      timeMs: 1,
    });
    expect(report.engine.ended).toBe('budget');
  });

  it('TE41 shares precision out to its replications, and counts them', async () => {
    const run = async (replications: number) =>
      (await runSimulation({ design: b, palette, options: { seed: 1, load: 1.4 }, replications })).report
        .engine;
    const [one, four] = [await run(1), await run(4)];
    expect(four).toMatchObject({ replications: 4, ended: 'precision' });
    expect(four.events).toBeLessThan(2 * one.events);
  });

  it('TE43 is short where the closed form says that queues grow', async () => {
    const options = { seed: 1, load: 10, precision: { mean: 0, p99: 0 } };
    const { report } = await runSimulation({ design: b, palette, options, replications: 2 });
    expect(report.engine).toMatchObject({ events: 500_000, ended: 'budget' });
    expect(report.overload).toHaveLength(1);
  });

  it('TE40 gives both designs of a comparison the same time, and neither a bound on events', async () => {
    const { comparison, pairs, stopped } = await runComparison({
      a,
      b,
      palette,
      options: { seed: 1, load: 0.1 },
      replications: 3,
    });
    expect({ pairs, stopped }).toEqual({ pairs: 3, stopped: false });
    const lengths = [comparison?.a, comparison?.b].map((report) =>
      report ? Math.round(report.engine.observedS + report.engine.warmUpS) : 0,
    );
    expect(lengths).toEqual([3000, 3000]);
    expect(comparison?.a.engine.ended).toBe('seconds');
  });

  it('TE34 keeps the pairs that were through when it is interrupted, and says so', async () => {
    const interrupted = async (share: number) => {
      const controller = new AbortController();
      return runComparison({
        a,
        b,
        palette,
        options: { seed: 1, requests: 2000 },
        replications: 8,
        signal: controller.signal,
        onProgress: (progress) => {
          if (progress.share > share) controller.abort();
        },
      });
    };
    const { comparison, pairs, stopped } = await interrupted(0.6);
    expect(stopped).toBe(true);
    expect(pairs).toBeGreaterThanOrEqual(4);
    expect(pairs).toBeLessThan(8);
    expect(comparison?.a.engine).toMatchObject({ replications: pairs, ended: 'cancelled' });
    expect(await interrupted(0.1)).toMatchObject({ comparison: undefined, stopped: true });
  });
});
