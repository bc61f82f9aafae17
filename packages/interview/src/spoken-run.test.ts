import { describe, expect, it } from 'vitest';
import { spokenRun } from './spoken-run.ts';

const scripts = {
  arrivingRps: 700,
  workloads: [
    { name: 'chat', rps: 490, inputTokens: 3000 },
    { name: 'scripts', rps: 210, inputTokens: 30_000 },
  ],
  full: [{ name: 'vLLM', capacityRps: 420, backlogPerSecond: 280 }],
  missed: [],
};

describe('a run in words', () => {
  it('IN42 says what was run, as it was told', () =>
    expect(spokenRun({ engine: 'simulated', load: 1, holds: false, figures: scripts })).toBe(
      'At 700 requests a second with prompts of 3,000 tokens, 210 of them “scripts” with prompts of 30,000 tokens, “vLLM” is full at 420 a second and its queue grows by 280 every second.',
    ));

  it('IN42 says which place was gone', () =>
    expect(
      spokenRun({
        engine: 'simulated',
        load: 1,
        holds: false,
        figures: { arrivingRps: 700, without: 'us-east', full: [], missed: [], errorRate: 0.4 },
      }),
    ).toBe('At 700 requests a second, with “us-east” gone, 40 % of them fail.'));

  it('IN44 calls a latency that was seen too short a lower bound', () =>
    expect(
      spokenRun({
        engine: 'simulated',
        load: 1,
        holds: true,
        figures: { arrivingRps: 700, full: [], missed: [], p99Ms: 38_000, tooShort: true },
      }),
    ).toBe('At 700 requests a second nothing is full, and one in a hundred takes 38 s or more.'));
});
