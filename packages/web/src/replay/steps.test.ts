import { describe, expect, it } from 'vitest';
import { headAt, headAtEnd } from './reel.ts';
import { phaseFrom, secondsFrom, utteranceFrom } from './steps.ts';
import { reel } from './testing/reel.ts';

describe('stepping', () => {
  it('RP7 goes from utterance to utterance, and to the ends', () => {
    const walked = [];
    let head = { ms: 0, version: 1 };
    for (let step = 0; step < 7; step++) {
      head = utteranceFrom(reel, head, 1);
      walked.push(head.version);
    }
    expect(walked).toEqual([4, 5, 7, 13, 15, 17, 18]);
    for (const version of [17, 15, 13, 7, 5, 4, 1, 1]) {
      head = utteranceFrom(reel, head, -1);
      expect(head.version).toBe(version);
    }
  });

  it('RP7 goes from phase to phase', () => {
    expect(phaseFrom(reel, headAt(reel, 30_000), 1)).toEqual({ ms: 50_000, version: 12 });
    expect(phaseFrom(reel, headAt(reel, 30_000), -1)).toEqual({ ms: 0, version: 2 });
    expect(phaseFrom(reel, headAtEnd(reel), 1)).toEqual(headAtEnd(reel));
  });

  it('RP7 goes by seconds, and no further than there is', () => {
    expect(secondsFrom(reel, { ms: 20_000, version: 6 }, 5)).toEqual({ ms: 25_000, version: 7 });
    expect(secondsFrom(reel, { ms: 2000, version: 4 }, -5).ms).toBe(0);
  });
});
