import { describe, expect, it } from 'vitest';
import { growthOf } from './growth.ts';
import { student95 } from './student.ts';

describe('Student’s quantiles', () => {
  it('SM8 are those of the tables, and near them between', () => {
    const table = [
      [1, 12.7062],
      [2, 4.3027],
      [10, 2.2281],
      [30, 2.0423],
      [40, 2.0211],
      [60, 2.0003],
      [120, 1.9799],
    ] as const;
    for (const [freedom, wanted] of table) expect(student95(freedom)).toBeCloseTo(wanted, 3);
    expect(student95(1e9)).toBeCloseTo(1.959964, 5);
    expect(student95(0.5)).toBe(Infinity);
    expect(student95(12.5)).toBeLessThan(student95(12));
    expect(student95(12.5)).toBeGreaterThan(student95(13));
  });
});

describe('growth', () => {
  const steps = (added: readonly number[]) => [added.map((each) => ({ added: each, overS: 2 }))];

  it('SM9 is said with its interval where it is clear, and not where it may be luck', () => {
    const clear = growthOf(steps([9, 11, 10, 10, 9, 11, 10, 10, 10, 10]));
    expect(clear?.value).toBe(5);
    expect(clear?.halfWidth).toBeLessThan(0.5);
    expect(growthOf(steps([-9, 11, -10, 10, -9, 11, -10, 10, -10, 12]))).toBeNull();
    expect(growthOf(steps([-9, -9, -9, -9, -9, -9, -9, -9, -9, -9]))).toBeNull();
    expect(growthOf(steps([10, 10, 10]))).toBeNull();
  });
});
