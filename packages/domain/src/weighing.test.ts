import { describe, expect, it } from 'vitest';
import { chanceOf } from './weighing.ts';

describe('a chance by printed weights', () => {
  const weighing = { bias: -1, words: { because: 1.5, '#': 0.5 }, marks: { WHY: 1 } };

  it('AS1 is what one works out by hand', () => {
    expect(chanceOf(weighing, { words: ['we', 'shard', 'because', '#'], marks: ['WHY'] })).toBeCloseTo(
      1 / (1 + Math.exp(-2)),
      12,
    );
  });

  it('AS1 is the bias alone where nothing that it has carries a weight', () => {
    expect(chanceOf(weighing, { words: ['constructor'], marks: ['toString'] })).toBeCloseTo(
      1 / (1 + Math.exp(1)),
      12,
    );
  });
});
