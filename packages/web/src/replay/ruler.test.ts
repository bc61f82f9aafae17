import { expect, it } from 'vitest';
import { rulerOf } from './ruler.ts';

it.each([
  [0, [0]],
  [9000, [0, 5000]],
  [1_390_000, [0, 300_000, 600_000, 900_000, 1_200_000]],
])('RP3 %d ms are told at %j', (length, at) => {
  expect(rulerOf(length, 8)).toEqual(at);
});

it('RP3 says the time at most eight times, however long it took', () => {
  for (const hours of [0.01, 1, 5, 50, 100])
    expect(rulerOf(hours * 3_600_000, 8).length).toBeLessThanOrEqual(8);
});
