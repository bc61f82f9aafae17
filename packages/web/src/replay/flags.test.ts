import type { Debrief, Evidence } from '@dryrun/domain';
import { describe, expect, it } from 'vitest';
import { flagFrom, flagsOf, flagTitle } from './flags.ts';
import { reel } from './testing/reel.ts';

const quote = (turn: number, words: string, polarity: 'strength' | 'concern' = 'strength'): Evidence => ({
  kind: 'quote',
  turn,
  quote: words,
  prompted: 'unprompted',
  polarity,
  reading: 'asked first',
});
const debrief: Pick<Debrief, 'dimensions' | 'redFlags' | 'concepts'> = {
  dimensions: [
    {
      id: 'trade-offs',
      band: 'meets',
      wouldMove: [],
      evidence: [
        quote(4, 'reads repeat'),
        { kind: 'run', run: 'f00d', polarity: 'strength', reading: 'ran it' },
        { kind: 'run', run: 'gone', polarity: 'strength', reading: 'ran it' },
      ],
    },
    {
      id: 'architecture',
      band: 'meets',
      wouldMove: [],
      evidence: [
        quote(4, 'reads repeat'),
        { kind: 'board', element: 'cache', polarity: 'strength', reading: 'drew it' },
        { kind: 'absence', opportunity: { turn: 2 }, polarity: 'concern', reading: 'did not ask' },
      ],
    },
  ],
  redFlags: [{ id: 'x', severity: 'note', evidence: [quote(1, 'how many', 'concern')] }],
  concepts: [
    {
      id: 'read-cache',
      depth: 'named',
      mistaken: false,
      prompted: 'unprompted',
      evidence: [quote(4, 'reads repeat')],
    },
  ],
};
const flags = flagsOf(debrief as Debrief, reel);

describe('flags', () => {
  it('RP9 stand where it was said, drawn or run, once for the same words', () => {
    expect(flags.map(({ version, of }) => [version, of.join()])).toEqual([
      [5, 'Red flag'],
      [7, 'Architecture'],
      [9, 'Architecture'],
      [14, 'Trade-offs'],
      [15, 'Trade-offs,Architecture,Read cache'],
    ]);
    expect(flags.at(-1)).toMatchObject({ turn: 4, quote: 'reads repeat', atMs: 65_000 });
    expect(flags[2]).toMatchObject({ turn: undefined, quote: undefined });
  });

  it('RP9 say what they are', () => {
    expect(flags.map(flagTitle)).toEqual([
      'Concern, red flag',
      'Concern, architecture',
      'Strength, architecture',
      'Strength, trade-offs',
      'Strength, trade-offs, architecture and read cache',
    ]);
  });

  it('RP9 are walked one by one, from wherever one is', () => {
    expect(flagFrom(flags, undefined, 6, 1)).toBe(flags[1]);
    expect(flagFrom(flags, undefined, 6, -1)).toBe(flags[0]);
    expect(flagFrom(flags, undefined, 18, 1)).toBe(flags[0]);
    expect(flagFrom(flags, flags[1], 7, 1)).toBe(flags[2]);
    expect(flagFrom(flags, flags[4], 15, 1)).toBeUndefined();
    expect(flagFrom([], undefined, 1, 1)).toBeUndefined();
  });
});
