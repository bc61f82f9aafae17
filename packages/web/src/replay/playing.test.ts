import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advanced, SHORTENED_MS, silenceAt, SPEEDS } from './playing.ts';

const silences = [
  { from: 10_000, to: 70_000 },
  { from: 80_000, to: 90_000 },
];

describe('playing', () => {
  it.each([
    [0, 1000, 1, 1000],
    [0, 1000, 8, 8000],
    [9000, 1000, 1, 10_000],
    [9000, 1500, 1, 40_000],
    [9000, 2000, 1, 70_000],
    [9000, 2500, 1, 70_500],
    [40_000, 250, 2, 70_000],
    [9000, 13_000, 1, 90_000],
    [95_000, 100, 4, 95_400],
  ] as const)('RP8 from %d, %d ms at speed %d come to %d', (from, watched, speed, to) => {
    expect(advanced(silences, from, watched, speed)).toBeCloseTo(to);
  });

  it('RP8 is the same in parts as at once, and never slower than it is asked for', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000 }),
        fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 6 }),
        fc.constantFrom(...SPEEDS),
        (from, parts, speed) => {
          const whole = parts.reduce((sum, part) => sum + part, 0);
          const inParts = parts.reduce((at, part) => advanced(silences, at, part, speed), from);
          expect(inParts).toBeCloseTo(advanced(silences, from, whole, speed), 3);
          expect(inParts).toBeGreaterThanOrEqual(from + whole * speed - 0.001);
        },
      ),
      { seed: 20_261_121, numRuns: 300 },
    );
  });

  it('RP8 passes a long silence in a second', () => {
    expect(advanced(silences, 10_000, SHORTENED_MS, 1)).toBeCloseTo(70_000);
    expect(silenceAt(silences, 10_000)).toBe(silences[0]);
    expect(silenceAt(silences, 70_000)).toBeUndefined();
  });
});
