/**
 * Two debriefs side by side: of an interview, and of a branch that answers it again. Both have the same rows; what
 * differs is told in words. Up to where they branch both are one interview: a piece of evidence from there was said in
 * both, though only one debrief may cite it; what was said later is never the same, even in the same words.
 */
import type { Band, Debrief, Dimension, DimensionReading, Evidence } from '@dryrun/domain';

export type Where = 'in-both' | 'said-in-both' | 'only-here';
export type Piece = { readonly evidence: Evidence; readonly where: Where };
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

export const WHERE_WORDS: Readonly<Record<Where, string>> = {
  'in-both': 'In both.',
  'said-in-both': 'In both interviews, and cited only here.',
  'only-here': 'Only here.',
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
    where: whereOf(value, onlyHere, turns),
  })),
});

const changeOf = (first: Cell, again: Cell): Change => {
  if (first.band === again.band) {
    const differs = [...first.pieces, ...again.pieces].some(({ where }) => where !== 'in-both');
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

/** A box and a run have no turn: whether both interviews have them cannot be told where only one debrief cites them. */
const whereOf = (piece: Evidence, onlyHere: boolean, turns: number): Where => {
  if (piece.kind === 'board' || piece.kind === 'run') return onlyHere ? 'only-here' : 'in-both';
  const turn = piece.kind === 'quote' ? piece.turn : piece.opportunity.turn;
  if (turn >= turns) return 'only-here';
  return onlyHere ? 'said-in-both' : 'in-both';
};
