import { describe, expect, it } from 'vitest';
import { reel, reelFrom, spoke } from './testing/reel.ts';
import { saidOfMoment, tracksOf } from './tracks.ts';
import { plan, terms } from '../room/testing/events.ts';

const tracks = tracksOf(reel);

describe('the tracks', () => {
  it('RP3 are bands, blocks, ticks and diamonds', () => {
    expect(tracks.bands).toEqual([
      { version: 2, title: 'problem exploration', from: 0, to: 50_000 },
      { version: 12, title: 'high-level design', from: 50_000, to: 66_000 },
    ]);
    expect(tracks.talk.map(({ speaker, from, to }) => [speaker, from, to])).toEqual([
      ['interviewer', 0, 2800],
      ['candidate', 16_800, 20_000],
      ['interviewer', 21_000, 21_400],
      ['interviewer', 50_000, 51_600],
      ['candidate', 62_200, 65_000],
      ['interviewer', 66_000, 66_000],
    ]);
    expect(tracks.board.map(({ atMs }) => atMs)).toEqual([40_000, 41_000]);
    expect(tracks.runs).toEqual([{ version: 14, atMs: 55_000, load: 10 }]);
  });

  it('RP3 share the room between a question and an answer that came too soon for both', () => {
    const { talk } = tracksOf(
      reelFrom([
        [0, { type: 'opened', terms, plan }],
        [0, spoke(0, 'interviewer', 'one two three four five')],
        [2, spoke(1, 'candidate', 'one two three four five')],
      ]),
    );
    expect(talk.map(({ from, to }) => [from, to])).toEqual([
      [0, 1000],
      [1000, 2000],
    ]);
  });

  it('RP8 know the silences', () => {
    expect(tracks.silences).toEqual([
      { from: 2800, to: 16_800 },
      { from: 21_400, to: 40_000 },
      { from: 55_000, to: 62_200 },
    ]);
  });

  it('are nothing where nothing happened', () => {
    expect(tracksOf([])).toEqual({ lengthMs: 0, bands: [], talk: [], board: [], runs: [], silences: [] });
  });
});

describe('the value of the slider', () => {
  it.each([
    [{ ms: 0, version: 4 }, '0:00, problem exploration, interviewer speaks'],
    [{ ms: 18_000, version: 4 }, '0:18, problem exploration, you speak'],
    [{ ms: 20_000, version: 5 }, '0:20, problem exploration, you speak'],
    [{ ms: 30_000, version: 7 }, '0:30, problem exploration, silence'],
    [{ ms: 50_000, version: 13 }, '0:50, high-level design, interviewer speaks'],
    [{ ms: 66_000, version: 18 }, '1:06, high-level design, silence'],
    [{ ms: 0, version: 1 }, '0:00, interviewer speaks'],
  ])('RP4 of %j is “%s”', (head, said) => {
    expect(saidOfMoment(tracks, head)).toBe(said);
  });
});
