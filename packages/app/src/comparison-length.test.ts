import { join } from 'node:path';
import { readDesignText } from '@dryrun/design';
import { describe, expect, it } from 'vitest';
import { createAuthoring } from './authoring.ts';
import { comparisonSeconds } from './comparison-length.ts';

const palette = await createAuthoring(join(import.meta.dirname, '../../../content'), () => '').palette();

const designOf = (workload: string, more = '') => {
  const text = `components:
  - { id: users, kind: client }
  - { id: api, kind: server, settings: { servers: 8, service: { mean: 10ms } } }
connections:
  - { from: users, to: api }
workload: { name: search, from: users, ${workload} }
${more}`;
  const { design, findings } = readDesignText(text, palette);
  if (!design) throw new Error(findings.map(({ message }) => message).join('\n'));
  return design;
};

describe('how long the runs of a comparison are', () => {
  it.each([
    // 50,000 requests at 720 a second take 69 s.
    ['rps: 720', 'rps: 720', 100],
    ['rps: 720', 'rps: 1000', 100],
    ['rps: 400', 'rps: 200', 500],
    // Never less than a minute …
    ['rps: 2000', 'rps: 2000', 100],
    // … but never more than 250,000 requests of either.
    ['rps: 100000', 'rps: 10', 2],
    ['rps: 1000000000', 'rps: 1000000000', 0.0002],
    ['rps: 0.5', 'rps: 0.5', 100_000],
    ['arrivals: closed, clients: 10, thinkTime: 90ms', 'rps: 1000', 200],
    ['arrivals: closed, clients: 10, thinkTime: 90ms', 'rps: 100', 1000],
    ['arrivals: trace, trace: [1, 2, 3, 4]', 'rps: 1', 50_000],
    ['rps: 0', 'rps: 0', 100],
  ])('TE40 %s beside %s run for %d s', (a, b, seconds) =>
    expect(comparisonSeconds([designOf(a), designOf(b)], palette, {})).toBe(seconds),
  );

  it('TE40 counts the load', () => {
    const design = designOf('rps: 720');
    expect(comparisonSeconds([design, design], palette, { load: 0.1 })).toBe(1000);
  });

  it('TE40 sees a fault to its end and beyond', () => {
    const fault = 'faults: [{ component: api, kind: down, from: 10min, for: 2min }]';
    expect(comparisonSeconds([designOf('rps: 720'), designOf('rps: 720', fault)], palette, {})).toBe(
      2000 / 1,
    );
  });
});
