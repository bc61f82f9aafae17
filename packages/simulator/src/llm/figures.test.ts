import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { coursesOf, figuresOf, spreadOf, timesOf } from './figures.ts';
import { compareRecorded } from './recorded.ts';
import type { Recorded } from './recorded.ts';
import { closedLoop, replay } from './replay.ts';
import { H100, LLAMA_8B, serverOf } from './testing/servers.ts';

describe('figures of a run', () => {
  it('LS19 are the times of each request: to the first token, between tokens, to the last', () => {
    const { ttftMs, tpotMs, e2eMs } = timesOf([
      { arrivalS: 1, firstS: 1.5, lastS: 3.5, outputTokens: 5 },
      { arrivalS: 2, firstS: 3, lastS: 3, outputTokens: 1 },
    ]);
    expect([ttftMs.mean, tpotMs.mean, e2eMs.mean]).toEqual([750, 500, 1750]);
  });

  it('LS19 have quantiles in proportion between two values', () => {
    const hundred = Array.from({ length: 101 }, (_, value) => 100 - value);
    expect(spreadOf(hundred)).toEqual({ mean: 50, p50: 50, p99: 99 });
    expect(spreadOf([1, 2])).toEqual({ mean: 1.5, p50: 1.5, p99: 1.99 });
  });

  it('LS19 say how busy the cards were, and what a million tokens cost', () => {
    const server = serverOf();
    const run = closedLoop(
      server,
      16,
      Array.from({ length: 64 }, () => ({ promptTokens: 500, outputTokens: 200 })),
    );
    const figures = figuresOf(server, run, 3.6);
    expect(figures.utilisation.busy).toBeCloseTo(1, 6);
    expect(figures.tokensPerS).toBeCloseTo((64 * 200) / run.endS, 6);
    // 3.6 dollars an hour are a thousandth of one a second.
    expect(figures.dollarsPerMillionTokens).toBeCloseTo((0.001 / figures.tokensPerS) * 1e6, 6);
    expect(figures.utilisation.blocks).toBeGreaterThan(0.01);
    expect(figures.utilisation.arithmetic).toBeGreaterThan(0.01);
    expect(figures.utilisation.arithmetic).toBeLessThan(0.5);
  });

  it('LS19 keep Little’s law: in the house are as many as come a second times their stay', () => {
    const server = serverOf();
    const clients = 24;
    const run = closedLoop(
      server,
      clients,
      Array.from({ length: 480 }, () => ({ promptTokens: 300, outputTokens: 100 })),
    );
    const { requestsPerS, e2eMs } = figuresOf(server, run, 1);
    expect((requestsPerS * e2eMs.mean) / 1000 / clients).toBeGreaterThan(0.97);
    expect((requestsPerS * e2eMs.mean) / 1000 / clients).toBeLessThanOrEqual(1.0001);
  });
});

describe('a recorded run', () => {
  const options = { shape: LLAMA_8B, gpu: H100, maxSequences: 32 };
  const coming = Array.from({ length: 60 }, (_, index) => ({
    arrivalS: index * 0.05,
    promptTokens: 400 + index * 10,
    outputTokens: 120,
  }));
  const recordedOn = (faster: number): readonly Recorded[] => {
    const run = replay(
      serverOf({ ...options, gpu: { ...H100, bandwidthGbPerS: H100.bandwidthGbPerS * faster } }),
      coming,
    );
    return coursesOf(run).map((course, index) => ({ ...course, ...coming[index]! }));
  };

  it('LS22 of the server itself has no error', () => {
    const compared = compareRecorded(options, recordedOn(1), 1);
    if ('refusal' in compared) throw new Error(compared.refusal);
    for (const { mean, p99 } of Object.values(compared.error)) expect([mean, p99]).toEqual([0, 0]);
  });

  it('LS22 of a faster card shows by how much, and the sensitivity to bandwidth finds it', () => {
    const compared = compareRecorded(options, recordedOn(1.1), 1);
    if ('refusal' in compared) throw new Error(compared.refusal);
    expect(compared.error.tpotMs.mean).toBeGreaterThan(0.03);
    const found = compared.sensitivity.find(({ change }) => change === 'bandwidth +10 %');
    expect(found?.error.tpotMs.mean).toBe(0);
    expect(compared.sensitivity.map(({ change }) => change)).toEqual([
      'bandwidth −10 %',
      'bandwidth +10 %',
      'FLOPs −10 %',
      'FLOPs +10 %',
      'overhead −50 %',
      'overhead +50 %',
    ]);
    for (const { error } of compared.sensitivity) expect(error).not.toEqual(compared.error);
  });

  it('LS22 with a request that has no room is refused, and so is a server that cannot be', () => {
    const [first] = recordedOn(1);
    if (!first) throw new Error('There is one.');
    expect(compareRecorded(options, [{ ...first, promptTokens: 10_000_000 }], 1)).toMatchObject({
      refusal: expect.stringMatching(/one has 10000000 and 120/),
    });
    expect(compareRecorded({ ...options, gpu: { ...H100, memoryGib: 8 } }, [first], 1)).toHaveProperty(
      'refusal',
    );
  });
});

describe('the same everywhere', () => {
  it('LS20 uses no function that JavaScript engines may round differently', () => {
    const sources = readdirSync(import.meta.dirname, { withFileTypes: true })
      .filter((entry) => entry.isFile() && /(?<!\.test)\.ts$/.test(entry.name))
      .map(({ name }) => readFileSync(join(import.meta.dirname, name), 'utf8'));
    expect(sources.length).toBeGreaterThan(8);
    const exact = new Set(['min', 'max', 'floor', 'ceil'].map((name) => `Math.${name}`));
    const called = sources.flatMap((source) => source.match(/\bMath\.\w+/g) ?? []);
    expect(called.length).toBeGreaterThan(10);
    expect(called.filter((call) => !exact.has(call))).toEqual([]);
  });
});
