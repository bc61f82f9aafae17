/**
 * The closing summary as a letter: key decisions and their rationale, modelling, strengths of the architecture,
 * production readiness, strengths shown, areas to explore, overall. No scores, bands or levels; the candidate's own
 * words and figures are quoted.
 */
import type { Debrief, Sheet } from '@dryrun/domain';
import type { Piece } from './evidence.ts';
import type { InterviewRecord } from './record.ts';

const MOST_DECISIONS = 6;
const MOST_STRENGTHS = 4;
const MOST_TO_EXPLORE = 4;
const MOST_TO_PRACTISE = 2;

export const letterOf = (
  record: InterviewRecord,
  pieces: readonly Piece[],
  missed: Debrief['missed'],
): Debrief['debrief'] => {
  const strengths = pieces.map((piece) => piece.evidence).filter(({ polarity }) => polarity === 'strength');
  const decisions = strengths.filter(({ reading }) => reading.startsWith('brought up'));
  const candidate = record.turns.filter(({ speaker }) => speaker === 'candidate');
  const explore = missed.slice(0, MOST_TO_EXPLORE).flatMap(({ item }) => {
    const known = record.sheet?.items.find(({ id }) => id === item);
    return known ? [`${nameOf(known.concept, record.sheet)}: ${known.why}`] : [];
  });
  return {
    decisions: decisions.slice(0, MOST_DECISIONS).map(({ quote }) => `You said: “${quote}”`),
    modelling: aboutAreas(record, ['modelling', 'data', 'features'], 'modelling and data'),
    architecture: aboutAreas(record, ['serving', 'management'], 'the architecture'),
    production: aboutAreas(
      record,
      ['monitoring', 'evaluation', 'cost', 'security', 'fairness', 'organisation'],
      'production',
    ),
    strengths: varied(pieces).map(({ quote, reading }) => `“${quote}”: you ${reading}.`),
    explore,
    overall: `You spoke in ${candidate.length} ${candidate.length === 1 ? 'turn' : 'turns'} over ${record.minutes} ${record.minutes === 1 ? 'minute' : 'minutes'}. ${
      strengths.length === 0
        ? 'Nothing you said was read as evidence; the footer says what this version can read.'
        : `${strengths.length} of your sentences were read as evidence, each quoted above or below.`
    }`,
    next: missed.slice(0, MOST_TO_PRACTISE).flatMap(({ item }) => {
      const probe = record.sheet?.items.find(({ id }) => id === item)?.probe;
      return probe ? [`Answer aloud, in two minutes: “${probe}”`] : [];
    }),
  };
};

/** One strength from each dimension before a second from any. */
const varied = (pieces: readonly Piece[]): readonly Piece['evidence'][] => {
  const strengths = pieces.filter(({ evidence }) => evidence.polarity === 'strength');
  const firsts = strengths.filter(
    ({ dimension }, index) => strengths.findIndex((piece) => piece.dimension === dimension) === index,
  );
  const rest = strengths.filter((piece) => !firsts.includes(piece));
  return [...firsts, ...rest].slice(0, MOST_STRENGTHS).map(({ evidence }) => evidence);
};

const aboutAreas = (record: InterviewRecord, areas: readonly string[], subject: string): string => {
  const heard = new Set(
    [...record.findings.values()]
      .flat()
      .flatMap((finding) => (finding.kind === 'concept' ? [finding.concept] : [])),
  );
  const concepts =
    record.sheet?.items.filter(({ area, concept }) => areas.includes(area) && heard.has(concept)) ?? [];
  const names = [...new Set(concepts.map(({ concept }) => nameOf(concept, record.sheet)))];
  return names.length > 0
    ? `On ${subject} you came to speak of ${names.join(', ')}.`
    : `Nothing was heard on ${subject} that this version can read.`;
};

const nameOf = (concept: string, sheet: Sheet | undefined) =>
  sheet?.concepts.find(({ id }) => id === concept)?.name ?? concept;
