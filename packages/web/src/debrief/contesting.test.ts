import type { ContentHash } from '@dryrun/domain';
import { expect, it } from 'vitest';
import { MARKS, objectionsTo } from './contesting.ts';

const [first, second] = ['a'.repeat(64) as ContentHash, 'b'.repeat(64) as ContentHash];

it('WB13 what was written stands beside its own mark, and says when it was on an earlier debrief', () => {
  const contested = [
    { debrief: first, mark: 'strategy', reason: 'Nobody asked.', at: 5 },
    { debrief: second, mark: 'strategy', reason: 'Turn 4.', at: 9 },
    { debrief: second, mark: 'level', reason: 'Higher.', at: 10 },
  ];
  expect(objectionsTo('strategy', contested, second)).toEqual([
    { reason: 'Nobody asked.', at: 5, earlier: true },
    { reason: 'Turn 4.', at: 9, earlier: false },
  ]);
  expect(objectionsTo('safety', contested, second)).toEqual([]);
});

it('WB13 no two marks share a name, and none is longer than the log takes', () => {
  const names = [MARKS.dimension('strategy'), MARKS.flag('strategy'), MARKS.moment('strategy'), MARKS.level];
  expect(new Set(names).size).toBe(names.length);
  expect(MARKS.moment('x'.repeat(500)).length).toBe(200);
});
