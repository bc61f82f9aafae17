/**
 * The built-in assessor's first make: honest, not clever.
 *
 *     events ─▶ record ─▶ pieces of evidence (each verified) ─▶ a band for each dimension ─▶ letter
 *
 * A band without two verified pieces of evidence is *not shown*. It gives no *exceeds* and reads no level: it says so
 * instead, in `cannotRead`, and what it cannot place it leaves alone.
 */
import { DIMENSIONS } from '@dryrun/domain';
import type { Band, Debrief, DimensionReading, HeldContent, Make, StoredEvent } from '@dryrun/domain';
import { mistakeOf, piecesOf } from './evidence.ts';
import type { Piece } from './evidence.ts';
import { letterOf } from './letter.ts';
import { missedOf } from './missed.ts';
import { recordOf, textOf } from './record.ts';
import type { InterviewRecord } from './record.ts';

export const ASSESSOR: Make = { kind: 'built-in', version: '1' };

/** How much evidence a band rests on at the least. */
const LEAST = 2;

export const assess = (events: readonly StoredEvent[], content: HeldContent): Debrief | undefined => {
  const record = recordOf(events, content);
  if (!record) return undefined;
  const pieces = piecesOf(record);
  const missed = missedOf(record);
  return {
    make: ASSESSOR,
    scenario: record.terms.system,
    sheet: record.sheet ? 'scenario' : 'general',
    level: record.terms.level,
    dimensions: DIMENSIONS.map((id) => readDimension(id, pieces)),
    levelReading: {
      low: null,
      most: null,
      high: null,
      why: 'This version of the assessor gives bands and does not read a level yet.',
    },
    missed,
    hints: record.hints.map(({ turn, item, rung }) => ({
      turn,
      rung: Math.min(3, rung),
      ledTo: ledTo(record, turn, item),
    })),
    redFlags: redFlagsOf(record, pieces),
    concepts: conceptsOf(record),
    safety: safetyOf(record),
    debrief: letterOf(record, pieces, missed),
    cannotRead: cannotRead(record),
  };
};

const readDimension = (id: DimensionReading['id'], pieces: readonly Piece[]): DimensionReading => {
  const evidence = pieces.filter(({ dimension }) => dimension === id).map((piece) => piece.evidence);
  return { id, band: bandOf(evidence), evidence, wouldMove: [] };
};

const bandOf = (evidence: readonly Piece['evidence'][]): Band => {
  const strengths = evidence.filter(({ polarity }) => polarity === 'strength').length;
  const concerns = evidence.length - strengths;
  if (concerns >= LEAST && concerns > strengths) return 'below';
  return strengths >= LEAST ? 'meets' : 'not-shown';
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

const conceptsOf = (record: InterviewRecord): Debrief['concepts'] => {
  const found = [...record.findings].flatMap(([turn, findings]) =>
    findings.flatMap((finding) => (finding.kind === 'concept' ? [{ turn, finding }] : [])),
  );
  const ids = [...new Set(found.map(({ finding }) => finding.concept))];
  return ids.flatMap((id) => {
    const mine = found.filter(({ finding }) => finding.concept === id);
    const [deepest] = mine.toSorted(
      (a, b) => DEPTHS.indexOf(b.finding.depth) - DEPTHS.indexOf(a.finding.depth),
    );
    if (!deepest) return [];
    const { turn, finding } = deepest;
    const quote = textOf(record, turn).slice(finding.span.start, finding.span.end);
    if (quote === '') return [];
    const { depth, prompted } = finding;
    const reading = `${depth} here`;
    return {
      id,
      depth,
      mistaken: false,
      prompted,
      evidence: [{ kind: 'quote', turn, quote, polarity: 'strength', prompted, reading }],
    };
  });
};
const DEPTHS = ['named', 'explained', 'weighed', 'owned'];

const ledTo = (record: InterviewRecord, turn: number, item: string): string => {
  const concept = record.sheet?.items.find(({ id }) => id === item)?.concept;
  const after = [...record.findings].find(
    ([at, findings]) =>
      at > turn && findings.some((finding) => finding.kind === 'concept' && finding.concept === concept),
  );
  return after ? `it came up in turn ${after[0]}` : 'it did not come up afterwards';
};

const safetyOf = (record: InterviewRecord): string => {
  const areas = new Set(['fairness', 'security']);
  const items = record.sheet?.items.filter(({ area }) => areas.has(area)) ?? [];
  const said = new Set(
    [...record.findings.values()]
      .flat()
      .flatMap((finding) => (finding.kind === 'concept' ? [finding.concept] : [])),
  );
  const names = items
    .filter(({ concept }) => said.has(concept))
    .flatMap(({ concept }) => record.sheet?.concepts.find(({ id }) => id === concept)?.name ?? []);
  if (names.length > 0) return `You brought up ${[...new Set(names)].join(', ')}.`;
  return items.length > 0
    ? 'Nothing about safety, abuse or fairness was heard that the sheet of this system knows.'
    : 'This system has no sheet yet, so what you said about safety and fairness was kept and not read.';
};

const cannotRead = ({ sheet }: InterviewRecord): readonly string[] => [
  ...(sheet
    ? []
    : [
        'What you said about the design: this system has no sheet yet, so only your questions and requests were read.',
      ]),
  'Boards and runs: what you drew is kept and not judged.',
  'Exceeding a level, and the level itself.',
  'Communication, and experience told with what went wrong.',
  'Concepts said in ways that the sheet does not know: not hearing something is no mark against you.',
];
