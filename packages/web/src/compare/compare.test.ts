import type { Band, Debrief, DimensionReading, Evidence } from '@dryrun/domain';
import { describe, expect, it } from 'vitest';
import { onlyIn, rowsOf, summaryOf } from './compare.ts';

const quote = (turn: number, words: string): Evidence => ({
  kind: 'quote',
  turn,
  quote: words,
  prompted: 'unprompted',
  polarity: 'strength',
  reading: 'asked first',
});
const debriefOf = (...marks: readonly (readonly [DimensionReading['id'], Band, Evidence[]?])[]) =>
  ({
    dimensions: marks.map(([id, band, evidence = []]) => ({ id, band, evidence, wouldMove: [] })),
  }) as unknown as Debrief;

const rows = rowsOf(
  debriefOf(
    ['problem-navigation', 'meets', [quote(2, 'who')]],
    ['technical-depth', 'below', [quote(6, 'cache')]],
    ['technical-breadth', 'exceeds'],
    ['architecture', 'not-shown'],
    ['trade-offs', 'meets'],
    ['production', 'meets', [quote(6, 'the same words')]],
  ),
  debriefOf(
    ['problem-navigation', 'meets', [quote(2, 'who')]],
    ['technical-depth', 'meets', [quote(2, 'who'), quote(6, 'pages')]],
    ['technical-breadth', 'below'],
    ['architecture', 'meets'],
    ['trade-offs', 'not-shown'],
    ['production', 'meets', [quote(6, 'the same words')]],
  ),
  5,
);

describe('two debriefs', () => {
  it('RP13 have the same rows, and each says what differs', () => {
    expect(rows.map(({ id, change }) => [id, change])).toEqual([
      ['problem-navigation', 'same'],
      ['technical-depth', 'up'],
      ['technical-breadth', 'down'],
      ['architecture', 'now-shown'],
      ['trade-offs', 'no-longer-shown'],
      ['production', 'other-evidence'],
    ]);
    expect(summaryOf(rows)).toBe('4 of 6 marks differ.');
    expect(summaryOf(rows.slice(0, 1))).toBe('No mark differs.');
    expect(summaryOf(rows.slice(0, 2))).toBe('1 of 2 marks differs.');
  });

  it('RP13 tell evidence of both from that of one, and what was said later is never of both', () => {
    expect(rows[0]?.again.pieces.map(({ where }) => where)).toEqual(['in-both']);
    expect(rows[1]?.again.pieces.map(({ where }) => where)).toEqual(['said-in-both', 'only-here']);
    expect(rows[5]?.first.pieces.map(({ where }) => where)).toEqual(['only-here']);
  });

  it('RP13 have a row for what only one of them has', () => {
    const [row] = rowsOf(debriefOf(), debriefOf(['strategy', 'meets']), 0);
    expect(row).toMatchObject({ id: 'strategy', first: { band: 'not-shown' }, change: 'now-shown' });
    expect(onlyIn(['a', 'b'], ['b'], String)).toEqual([
      { value: 'a', onlyHere: true },
      { value: 'b', onlyHere: false },
    ]);
  });
});
