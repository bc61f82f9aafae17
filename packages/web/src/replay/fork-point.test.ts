import { describe, expect, it } from 'vitest';
import { forkPoint } from './fork-point.ts';
import { frameOf, headOf } from './reel.ts';
import { reel } from './testing/reel.ts';

describe('answering again', () => {
  it.each([
    ['at a question: after it', 4, 4],
    ['at your words: before them', 5, 4],
    ['while the interviewer is about to speak: before your words', 6, 4],
    ['at the next line: after it', 7, 7],
    ['with the board as it was drawn since', 9, 9],
    ['in a pause: in it', 10, 10],
    ['at the last words: before them', 15, 14],
    ['once the goodbye is under way: before the last words', 16, 14],
    ['at the end: before the last words', 18, 14],
    ['before the first word: there', 1, 1],
  ])('RP11 begins %s', (_, version, begins) => {
    expect(forkPoint(reel, headOf(frameOf(reel, version)))?.version).toBe(begins);
  });

  it('RP11 has nowhere to begin where nothing has begun', () => {
    expect(forkPoint([], { ms: 0, version: 0 })).toBeUndefined();
  });
});
