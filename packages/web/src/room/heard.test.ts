import { expect, it } from 'vitest';
import { heardAfter } from './heard.ts';
import { events, heard } from './testing/events.ts';

it('keeps the version of each turn, so that one can branch there', () => {
  expect([...heard.versions]).toEqual([
    [0, 4],
    [1, 5],
  ]);
});

it('keeps what happened between turns, at the interview time it happened', () => {
  expect(heard.marks).toEqual([
    { after: 2, version: 7, kind: 'asked', what: 'hint' },
    { after: 2, version: 8, kind: 'paused', atMs: 80_000 },
  ]);
});

it('hears nothing twice', () => {
  expect(events.reduce(heardAfter, heard)).toBe(heard);
});
