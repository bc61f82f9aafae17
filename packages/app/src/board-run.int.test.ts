import { readDesignText } from '@dryrun/design';
import { describe, expect, it } from 'vitest';
import { simulated } from './board-run.ts';
import { realCatalogue } from './testing/index.ts';

/** Nobody waits, and one answer in a hundred takes 92 s: longer than the first two hundred thousand events last. */
const SLOW = `
components:
  - { id: users, kind: client }
  - { id: long, kind: server, servers: 1000000, service: { mean: 20s, distribution: exponential } }
connections: [{ from: users, to: long }]
workloads: [{ name: w, from: users, rps: 700 }]
`;

describe('a run of the board', () => {
  it('IN44 goes on until its slow answers are there, and says what the closed form says', async () => {
    const { palette } = await realCatalogue();
    const { design } = readDesignText(SLOW, palette);
    if (!design) throw new Error('Expected a design.');
    const { figures } = await simulated({ design, load: 1 }, palette, 4);
    expect(figures?.tooShort).toBeUndefined();
    expect(Math.abs((figures?.p99Ms ?? 0) - 92_103)).toBeLessThan(0.03 * 92_103);
  });

  it('IN44 that cannot go on for long enough calls its latencies lower bounds', async () => {
    const { palette } = await realCatalogue();
    const { design } = readDesignText(SLOW.replace('700', '200000'), palette);
    if (!design) throw new Error('Expected a design.');
    const { figures } = await simulated({ design, load: 1 }, palette, 4);
    expect(figures?.tooShort).toBe(true);
  });
});
