/**
 * Two debriefs side by side: of an interview, and of a branch that answers it again. Both have the same rows; what
 * differs is told in words. Up to where they branch both are one interview, so a piece of evidence from there may be in
 * both; what was said later is never the same, even in the same words.
 */
import type { Band, Debrief, Dimension, DimensionReading, Evidence } from '@dryrun/domain';

export type Piece = { readonly evidence: Evidence; readonly onlyHere: boolean };
export type Cell = Pick<DimensionReading, 'band' | 'wouldMove'> & { readonly pieces: readonly Piece[] };
export type Change = 'same' | 'other-evidence' | 'up' | 'down' | 'now-shown' | 'no-longer-shown';
export type Row = {
  readonly id: Dimension;
  readonly first: Cell;
  readonly again: Cell;
  readonly change: Change;
};

/** `turns`: how many both have. */
export const rowsOf = (first: Debrief, again: Debrief, turns: number): readonly Row[] =>
  [...new Set([...first.dimensions, ...again.dimensions].map(({ id }) => id))].map((id) => {
    const [one, other] = [readingOf(first, id), readingOf(again, id)];
    const cells = {
      first: cellOf(one, other, turns),
      again: cellOf(other, one, turns),
    };
    return { id, ...cells, change: changeOf(cells.first, cells.again) };
  });

/** What stands in one list and not in the other. */
export const onlyIn = <Value>(
  values: readonly Value[],
  others: readonly Value[],
  keyOf: (value: Value) => string,
) => {
  const known = new Set(others.map(keyOf));
  return values.map((value) => ({ value, onlyHere: !known.has(keyOf(value)) }));
};

export const CHANGE_WORDS: Readonly<Record<Change, string>> = {
  same: 'The same',
  'other-evidence': 'Same mark, other evidence',
  up: 'Moved up',
  down: 'Moved down',
  'now-shown': 'Now shown',
  'no-longer-shown': 'No longer shown',
};

/** “3 of 8 marks differ.” */
export const summaryOf = (rows: readonly Row[]): string => {
  const moved = rows.filter(({ first, again }) => first.band !== again.band).length;
  if (moved === 0) return 'No mark differs.';
  return `${moved} of ${rows.length} marks ${moved === 1 ? 'differs' : 'differ'}.`;
};

const readingOf = ({ dimensions }: Debrief, id: Dimension): DimensionReading =>
  dimensions.find((reading) => reading.id === id) ?? { id, band: 'not-shown', evidence: [], wouldMove: [] };

const cellOf = (
  { band, evidence, wouldMove }: DimensionReading,
  other: DimensionReading,
  turns: number,
): Cell => ({
  band,
  wouldMove,
  pieces: onlyIn(evidence, other.evidence, keyOf).map(({ value, onlyHere }) => ({
    evidence: value,
    onlyHere: onlyHere || isLater(value, turns),
  })),
});

const changeOf = (first: Cell, again: Cell): Change => {
  if (first.band === again.band) {
    const differs = [...first.pieces, ...again.pieces].some(({ onlyHere }) => onlyHere);
    return differs ? 'other-evidence' : 'same';
  }
  if (first.band === 'not-shown') return 'now-shown';
  if (again.band === 'not-shown') return 'no-longer-shown';
  return RANKS[again.band] > RANKS[first.band] ? 'up' : 'down';
};

const RANKS: Readonly<Record<Exclude<Band, 'not-shown'>, number>> = { below: 0, meets: 1, exceeds: 2 };

const keyOf = (piece: Evidence): string => {
  switch (piece.kind) {
    case 'quote':
      return [piece.polarity, 'quote', piece.turn, piece.quote].join(' ');
    case 'absence':
      return [piece.polarity, 'absence', piece.opportunity.turn, piece.reading].join(' ');
    case 'board':
      return [piece.polarity, 'board', piece.element, piece.reading].join(' ');
    case 'run':
      return [piece.polarity, 'run', piece.run].join(' ');
  }
};

const isLater = (piece: Evidence, turns: number): boolean => {
  switch (piece.kind) {
    case 'quote':
      return piece.turn >= turns;
    case 'absence':
      return piece.opportunity.turn >= turns;
    case 'board':
    case 'run':
      return false;
  }
};
