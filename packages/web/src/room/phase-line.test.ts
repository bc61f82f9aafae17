import { describe, expect, it } from 'vitest';
import { goalOf, isNearEnd, lengthMs, stretchesOf } from './phase-line.ts';
import { heard, terms } from './testing/events.ts';

const { view } = heard;
const filled = (at: Parameters<typeof stretchesOf>[0], nowMs: number) =>
  stretchesOf(at, nowMs).map((stretch) => [stretch.state, stretch.filled]);

describe('the phase line', () => {
  it('fills the phase one is in, up to its minutes and no further', () => {
    expect(filled(view, 120_000)).toEqual([
      ['now', 0.25],
      ['ahead', 0],
    ]);
    expect(filled(view, 9_000_000)[0]).toEqual(['now', 1]);
  });

  it('counts from when the phase was entered; what is past is full, however short it was', () => {
    expect(filled({ ...view, phase: { id: 'design', enteredMs: 60_000 } }, 360_000)).toEqual([
      ['past', 1],
      ['now', 0.5],
    ]);
  });

  it('WB30 is as much slower as the pace, and marks the phase as a whole where there are no minutes', () => {
    expect(filled({ ...view, terms: { ...terms, pace: 2 } }, 120_000)[0]).toEqual(['now', 0.125]);
    const untimed = { ...view, terms: { ...terms, pace: 'untimed' as const } };
    expect(filled(untimed, 120_000)[0]).toEqual(['now', 1]);
    expect([lengthMs(untimed), isNearEnd(untimed, 9e9)]).toEqual([undefined, false]);
  });

  it('WB30 has no phase that is now once the interview is closed, and keeps how far the last one came', () => {
    expect(filled({ ...view, status: 'closed' }, 120_000)).toEqual([
      ['past', 0.25],
      ['ahead', 0],
    ]);
  });

  it('WB40 has the goal of the phase that is now in sight of whoever is coached, until the end', () => {
    const coached = { ...view, terms: { ...terms, mode: 'coach' as const } };
    expect(goalOf(coached)).toBe('Find out what is asked.');
    expect(goalOf(view)).toBeUndefined();
    expect(goalOf({ ...coached, status: 'closed' })).toBeUndefined();
    // An interview from before goals were told.
    expect(goalOf({ ...coached, phase: { id: 'design', enteredMs: 0 } })).toBeUndefined();
  });

  it('thickens in the last fifth of a short interview', () => {
    expect(lengthMs(view)).toBe(1_080_000);
    expect([isNearEnd(view, 863_000), isNearEnd(view, 864_000)]).toEqual([false, true]);
  });
});
