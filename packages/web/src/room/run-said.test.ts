import { expect, it } from 'vitest';
import { runSaid } from './run-said.ts';

it.each([
  [10, 'Ranker', 'Your board was run at 10 × the load: “Ranker” is full.'],
  [1, undefined, 'Your board was run at its own load: nothing is full.'],
  [2.5001, 'Cache', 'Your board was run at 2.5 × the load: “Cache” is full.'],
])('WB9 says a run at %d × that finds %s', (load, full, said) => expect(runSaid({ load, full })).toBe(said));
