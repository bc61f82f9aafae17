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
  expect(runSaid({ load, busiest, holds, full })).toBe(said),
);

it('WB9 says the same in a list of runs', () => {
  const run = { load: 1, busiest: 'Ranker', holds: false, full: true };
  expect(runBriefly(run)).toBe('Its own load: “Ranker” cannot keep up.');
});
