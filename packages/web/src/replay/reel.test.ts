import { viewAt } from '@dryrun/interview';
import { describe, expect, it } from 'vitest';
import { frameOf, frameOfTurn, headAt, headAtEnd, headOf, heardAt, lengthOf, reelOf } from './reel.ts';
import { reel, reelFrom, spoke } from './testing/reel.ts';
import { events, plan, STARTED_AT, terms } from '../room/testing/events.ts';

describe('a reel', () => {
  it('RP1 has a frame for each event, with what was seen then', () => {
    expect(reel).toHaveLength(18);
    expect(heardAt(reel, 4).view.turns.map(({ text }) => text)).toEqual([
      'Where do you begin today, and why?',
    ]);
    expect(heardAt(reel, 8).view.board.components.map(({ id }) => id)).toEqual(['api']);
    expect(heardAt(reel, 0).view).toEqual(viewAt([], { version: 0 }));
  });

  it('RP1 shows at a version without an event of its own what was there before it', () => {
    const gap = reelOf(events);
    expect(frameOf(gap, 6)?.version).toBe(5);
  });

  it('RP2 leaves pauses out, also one that was found out late', () => {
    expect(reel.map(({ atMs }) => atMs / 1000)).toEqual([
      0, 0, 0, 0, 20, 20, 21, 40, 41, 45, 45, 50, 50, 55, 65, 65, 66, 66,
    ]);
    expect(lengthOf(reel)).toBe(66_000);
  });

  it('RP2 never goes back', () => {
    const late = reelFrom([
      [0, { type: 'opened', terms, plan }],
      [60, spoke(0, 'candidate', 'Still here.')],
      [70, { type: 'paused', since: STARTED_AT + 50_000 }],
    ]);
    expect(late.map(({ atMs }) => atMs)).toEqual([0, 60_000, 60_000]);
  });

  it('RP2 goes on in a branch where the other interview’s clock stood', () => {
    const branch = reelFrom([
      [0, { type: 'opened', terms, plan }],
      [60, spoke(0, 'interviewer', 'Why?')],
      [9000, { type: 'forked', from: 'other' as never, fromVersion: 2, stoodAt: STARTED_AT + 60_000 }],
      [9010, spoke(1, 'candidate', 'Because.')],
    ]);
    expect(branch.map(({ atMs }) => atMs / 1000)).toEqual([0, 60, 60, 70]);
  });

  it('RP2 is hit anywhere between its ends', () => {
    expect(headAt(reel, 20_500)).toEqual({ ms: 20_500, version: 6 });
    expect(headAt(reel, -1)).toEqual({ ms: 0, version: 4 });
    expect(headAt(reel, 1e9)).toEqual(headAtEnd(reel));
    expect(headAt([], 5)).toEqual({ ms: 0, version: 0 });
    expect(headOf(frameOfTurn(reel, 2))).toEqual({ ms: 21_000, version: 7 });
  });
});
