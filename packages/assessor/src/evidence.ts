/**
 * From findings to evidence: each piece with the exact words it rests on and a reading in the guide's form (“proposed X
 * because Y, which shows Z”). What cannot be found in the turn it names is dropped here and never seen again.
 */
import { textOf } from '@dryrun/domain';
import type { Dimension, Evidence, Finding, Sheet } from '@dryrun/domain';
import { dimensionOfConcept, FINDING_OUT } from './record.ts';
import type { InterviewRecord } from './record.ts';
import { givesReasonNear } from './tellings.ts';

export type Piece = {
  readonly dimension: Dimension;
  readonly evidence: Extract<Evidence, { kind: 'quote' }>;
};

/** One sentence is one piece of evidence for a dimension, however much is found in it; and one thing is, however often it is said. */
export const piecesOf = (record: InterviewRecord): readonly Piece[] => {
  const pieces: Piece[] = [];
  const counted = new Set<string>();
  for (const [turn, findings] of record.findings) {
    for (const finding of findings) {
      const piece = pieceOf(record, turn, finding);
      if (!piece || !textOf(record.turns, turn).includes(piece.evidence.quote)) continue;
      const of = `${piece.dimension} ${piece.evidence.polarity}`;
      const keys = [`${of} ${turn} ${piece.evidence.quote}`, `${of} ${thingOf(finding)}`];
      if (keys.some((key) => counted.has(key))) continue;
      for (const key of keys) counted.add(key);
      pieces.push(piece);
    }
  }
  return pieces;
};

const thingOf = (finding: Finding): string => {
  switch (finding.kind) {
    case 'act':
      return finding.act;
    case 'claim':
      return finding.signs.join(' ');
    case 'estimate':
      return String(finding.span.start);
    case 'concept':
      return finding.concept;
    case 'mistake':
      return finding.mistake;
    case 'rebuttal':
      return finding.challenge;
    case 'question':
      return finding.fact ?? finding.heading ?? 'open';
  }
};

const pieceOf = (record: InterviewRecord, turn: number, finding: Finding): Piece | undefined => {
  const quote = textOf(record.turns, turn).slice(finding.span.start, finding.span.end);
  if (quote === '') return undefined;
  switch (finding.kind) {
    case 'act':
    case 'claim':
      return undefined;
    case 'rebuttal':
      return finding.sound
        ? {
            dimension: 'trade-offs',
            evidence: {
              kind: 'quote',
              turn,
              quote,
              polarity: 'strength',
              prompted: 'prompted',
              reading:
                'answered an objection with grounds that hold, which shows that the choice was weighed',
            },
          }
        : undefined;
    case 'estimate':
      return finding.holds
        ? undefined
        : {
            dimension: 'technical-depth',
            evidence: {
              kind: 'quote',
              turn,
              quote,
              polarity: 'concern',
              prompted: 'unprompted',
              reading: `worked this out, and it does not come out: ${offText(finding.off)}`,
            },
          };
    case 'question':
      // A question that nothing answers, or one after the designing has begun, is no finding out of the problem.
      if (finding.fact === undefined && finding.heading === undefined) return undefined;
      if (!FINDING_OUT.has(record.turns.find((said) => said.turn === turn)?.phase ?? '')) return undefined;
      return {
        dimension: 'problem-navigation',
        evidence: {
          kind: 'quote',
          turn,
          quote,
          polarity: 'strength',
          prompted: 'unprompted',
          reading: `asked ${topicOf(finding, record.sheet)} before settling on it, which shows that the problem is found out and not guessed`,
        },
      };
    case 'concept': {
      // A name alone shows nothing, however long the list of them.
      if (finding.depth === 'named' || (finding.by ?? 'name') !== 'name') return undefined;
      const concept = record.sheet?.concepts.find(({ id }) => id === finding.concept);
      // Of the shared vocabulary a thing may only be near it; what is told are the sheet's own.
      if (!concept || !givesReasonNear(quote, finding.named.end - finding.span.start)) return undefined;
      const did = finding.depth === 'explained' ? 'gave the reason' : 'set it against what it costs';
      return {
        dimension: dimensionOfConcept(finding.concept, record.sheet),
        evidence: {
          kind: 'quote',
          turn,
          quote,
          polarity: 'strength',
          prompted: finding.prompted,
          reading: `brought up ${concept.name} and ${did}, which shows an understanding of why it is there`,
        },
      };
    }
    case 'mistake': {
      const { concept, because } = mistakeOf(finding.mistake, record.sheet);
      return {
        dimension: concept === undefined ? 'technical-depth' : dimensionOfConcept(concept, record.sheet),
        evidence: {
          kind: 'quote',
          turn,
          quote,
          polarity: 'concern',
          prompted: 'unprompted',
          reading: `said this, and it is not so: ${because}`,
        },
      };
    }
  }
};

/** “the answer is 1,000 times too large”. */
const offText = (off: number): string => {
  const times = off > 1 ? off : 1 / off;
  const rounded = times >= 9.5 ? Number(times.toPrecision(1)) : Number(times.toPrecision(2));
  return `the answer is some ${grouped(rounded)} times too ${off > 1 ? 'large' : 'small'}`;
};

const grouped = (value: number): string => String(value).replaceAll(/\B(?=(\d{3})+$)/g, ',');

const topicOf = (finding: Extract<Finding, { kind: 'question' }>, sheet: Sheet | undefined): string => {
  const heading = finding.heading ?? sheet?.facts.find(({ id }) => id === finding.fact)?.heading;
  return heading === undefined ? 'a question about the problem' : `about ${heading.replaceAll('-', ' ')}`;
};

export const mistakeOf = (
  id: string,
  sheet: Sheet | undefined,
): { readonly concept: string | undefined; readonly because: string } => {
  const own = sheet?.mistakes.find((mistake) => mistake.id === id);
  const concept = sheet?.concepts.find(({ mistakes }) => mistakes.some((mistake) => mistake.id === id));
  const because =
    own?.because ?? concept?.mistakes.find((mistake) => mistake.id === id)?.because ?? 'it is not so';
  return { concept: concept?.id, because };
};
