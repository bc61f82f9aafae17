/**
 * The built-in assessor.
 *
 *     events ─▶ record ─┬▶ what was shown, counted ─▶ bands and level, by the printed model
 *                       └▶ pieces of evidence, each verified ─▶ what bands rest on ─▶ letter
 *
 * A band without evidence is *not shown*; what it cannot place it leaves alone, and says in `cannotRead`.
 */
import { DIMENSIONS, READ_CHARACTERS } from '@dryrun/domain';
import type {
  Debrief,
  Dimension,
  DimensionReading,
  HeldContent,
  Judgement,
  Make,
  StoredEvent,
} from '@dryrun/domain';
import { clauses } from '@dryrun/text';
import { dimensionOf } from './dimensions.ts';
import { mistakeOf, piecesOf } from './evidence.ts';
import type { Piece } from './evidence.ts';
import { ideasOf } from './ideas.ts';
import { letterOf } from './letter.ts';
import { levelReadingOf } from './level.ts';
import { missedOf } from './missed.ts';
import type { Quotable } from './passage.ts';
import { recordOf } from './record.ts';
import type { InterviewRecord } from './record.ts';
import { runEvidence } from './runs.ts';
import { signalFlagsOf } from './red-flags.ts';
import { shownOf } from './shown.ts';
import type { Shown } from './shown.ts';
import { wouldMove } from './would-move.ts';

export const ASSESSOR: Make = { kind: 'built-in', version: '2' };

export const assess = (events: readonly StoredEvent[], content: HeldContent): Debrief | undefined => {
  const record = recordOf(events, content);
  if (!record) return undefined;
  const pieces = piecesOf(record);
  const missed = missedOf(record);
  const shown = shownOf(record);
  const { judgement } = content;
  const { passages } = shown;
  const dimensions = readDimensions(record, shown, pieces, passages, judgement);
  return {
    make: ASSESSOR,
    scenario: record.terms.system,
    sheet: record.sheet ? 'scenario' : 'general',
    level: record.terms.level,
    dimensions,
    levelReading: judgement ? levelReadingOf(judgement, shown, record) : NO_LEVEL,
    missed,
    hints: record.hints.map(({ turn, item, rung }) => ({
      turn,
      rung: Math.min(3, rung),
      ledTo: ledTo(record, turn, item),
    })),
    redFlags: [...redFlagsOf(record, pieces), ...signalFlagsOf(record, shown, dimensions)],
    concepts: ideasOf(record),
    safety: safetyOf(record),
    debrief: letterOf(record, dimensions, shown, passages, missed),
    cannotRead: cannotRead(record, judgement),
  };
};

const NO_LEVEL: Debrief['levelReading'] = {
  low: null,
  most: null,
  high: null,
  why: 'The content that this interview was held with has no model of marks, so that none is given.',
};

/** One after the other, so that each tells what the others have not. */
const readDimensions = (
  record: InterviewRecord,
  shown: Shown,
  pieces: readonly Piece[],
  passages: readonly Quotable[],
  judgement: Judgement | undefined,
): readonly DimensionReading[] => {
  const told = new Set<string>();
  return DIMENSIONS.map((id) => {
    const read = readDimension(id, record, shown, pieces, passages, judgement, told);
    for (const piece of read.evidence) if (piece.kind === 'quote') told.add(piece.quote);
    return read;
  });
};

const readDimension = (
  id: Dimension,
  record: InterviewRecord,
  shown: Shown,
  pieces: readonly Piece[],
  passages: readonly Quotable[],
  judgement: Judgement | undefined,
  told: ReadonlySet<string>,
): DimensionReading => {
  if (!judgement) return { id, band: 'not-shown', evidence: [], wouldMove: [] };
  const { band, evidence } = dimensionOf(id, record, shown, pieces, passages, judgement, told);
  // A run is told where the parts of a design are judged; what moves the band are words.
  const runs = id === 'architecture' && band !== 'not-shown' ? runEvidence(record.runs) : [];
  return {
    id,
    band,
    evidence: [...evidence, ...runs],
    wouldMove: wouldMove(judgement, shown, id, record.terms.level, band),
  };
};

const redFlagsOf = (record: InterviewRecord, pieces: readonly Piece[]): Debrief['redFlags'] => {
  const ids = [...record.findings.values()]
    .flat()
    .flatMap((finding) => (finding.kind === 'mistake' ? [finding.mistake] : []));
  return [...new Set(ids)].map((id) => {
    const { because } = mistakeOf(id, record.sheet);
    const evidence = pieces.map((piece) => piece.evidence).filter(({ reading }) => reading.endsWith(because));
    return { id, severity: 'note', evidence };
  });
};

const ledTo = (record: InterviewRecord, turn: number, item: string | undefined): string => {
  if (item === undefined)
    return 'it offered a way of looking at it, and what you made of it is in your answer';
  const concept = record.sheet?.items.find(({ id }) => id === item)?.concept;
  const after = [...record.findings].find(
    ([at, findings]) =>
      at > turn &&
      findings.some(
        (finding) => finding.kind === 'concept' && finding.concept === concept && finding.by !== 'likeness',
      ),
  );
  return after ? `it came up in turn ${after[0]}` : 'it did not come up afterwards';
};

const SAFETY =
  /\b(?:fairness|unfair(?:ly)?|fair (?:to|for|across|treatment)|bias(?:ed)?|discriminat\w*|demographic|privacy|consent|gdpr|pii|personal data|abus(?:e|ed|ers?|ive)|spam\w*|toxic\w*|harm(?:s|ful|ed)?|safety|unsafe|moderat(?:e|ion|or)\w*|jailbreak\w*|injection|minors?|children|underage|red[- ]team\w*|attack\w*|adversar\w*|misuse|right to be forgotten|delet(?:e|ed|ion) (?:request|on request))\b/i;
const SAFETY_MOST = 3;

/** What was said of safety, abuse, privacy and fairness, in the candidate's words: told in every debrief, and no mark. */
const safetyOf = (record: InterviewRecord): string => {
  const quotes = record.turns
    .filter(({ speaker }) => speaker === 'candidate')
    .flatMap(({ text }) => clauses(text).filter((clause) => SAFETY.test(clause.text)))
    .toSorted((a, b) => b.text.length - a.text.length)
    .slice(0, SAFETY_MOST)
    .map(({ text }) => `“${text}”`);
  if (quotes.length > 0) return `You spoke of it here: ${quotes.join('; ')}.`;
  const asked = record.turns.some(({ speaker, text }) => speaker === 'interviewer' && SAFETY.test(text));
  return asked
    ? 'You were asked about it, and nothing on safety, abuse, privacy or fairness was heard.'
    : 'Nothing on safety, abuse, privacy or fairness was heard, and nobody asked.';
};

const cannotRead = (
  { sheet, runs, turns }: InterviewRecord,
  judgement: Judgement | undefined,
): readonly string[] => [
  ...(judgement ? [] : ['Marks: the content of this interview has no model for them.']),
  ...(sheet
    ? []
    : ['What is special to this system: it has no sheet yet, so it was judged on the shared vocabulary.']),
  runs.length > 0
    ? 'Boards: a run of what you drew is told under architecture, for or against it; the mark itself is made of your words alone.'
    : 'Boards: what you drew is kept and not judged.',
  ...(turns.some(({ speaker, text }) => speaker === 'candidate' && text.length > READ_CHARACTERS)
    ? ['What an answer says after its first 12,000 characters.']
    : []),
  'Whether a figure is right for this system, where the sheet does not say so.',
  'Concepts said in ways that the vocabulary does not know: not hearing something is no mark against you.',
];
