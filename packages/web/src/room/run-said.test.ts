import { expect, it } from 'vitest';
import { runBriefly, runSaid } from './run-said.ts';

it.each([
  [10, 'Ranker', false, true, 'Your board was run at 10 × the load: “Ranker” cannot keep up.'],
  [10, 'Ranker', true, false, 'Your board was run at 10 × the load: it holds, and “Ranker” works hardest.'],
  [
    1,
    'Ranker',
    false,
    false,
    'Your board was run at its own load: it misses what was asked for, and “Ranker” works hardest.',
  ],
  [2.5001, 'Cache', undefined, undefined, 'Your board was run at 2.5 × the load: “Cache” works hardest.'],
  [1, undefined, undefined, undefined, 'Your board was run at its own load: it was let run to its end.'],
])('WB9 says what a run at %d × found', (load, busiest, holds, full, said) =>
  expect(runSaid({ load, busiest, holds, full, figures: undefined })).toBe(said),
);

it('WB9 says the same in a list of runs', () => {
  const run = { load: 1, busiest: 'Ranker', holds: false, full: true, figures: undefined };
  expect(runBriefly(run)).toBe('Its own load: “Ranker” cannot keep up.');
});

it('WB9 IN42 says under what it was run, as it was', () => {
  const figures = {
    arrivingRps: 700,
    full: [],
    missed: [],
    workloads: [
      { name: 'what arrives', rps: 490 },
      { name: 'scripts', rps: 210, inputTokens: 30_000 },
    ],
  };
  expect(runSaid({ load: 1, busiest: 'vLLM', holds: false, full: true, figures })).toBe(
    'Your board was run at 700 requests a second, 210 of them “scripts” with prompts of 30,000 tokens: “vLLM” cannot keep up.',
  );
});
