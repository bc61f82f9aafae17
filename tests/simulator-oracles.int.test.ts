/** Closed forms, at the length of an everyday test; `npm run bench:simulator` runs all of them at full length. */
import { describe, expect, it } from 'vitest';
import { judge, QUICK_ORACLES, SLIPS } from '../benchmarks/simulator/oracles.ts';

describe('what is known from outside', () => {
  it('SM11 the formulas and the printed figures of the bench agree', () => expect(SLIPS).toEqual([]));

  it.each(QUICK_ORACLES.map((oracle) => ({ id: oracle.id, oracle })))('SM11 holds: $id', ({ oracle }) => {
    const rows = judge(oracle, true);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ held }) => !held)).toEqual([]);
  });
});
