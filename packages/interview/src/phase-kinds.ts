/** What a phase is for, by its id in the formats: how far the interviewer stays with a thread there, and what else may come. */
import type { FormatPhase } from '@dryrun/domain';
import { stemsOf } from '@dryrun/text';

type PhaseKind = {
  /** Threads taken up one after the other before the next area has its turn. */
  readonly threads: number;
  /** It goes into two or three areas, so many questions each. */
  readonly dives?: number;
  /** Requirements change here, and things are weighed. */
  readonly weighs?: boolean;
  readonly areas: readonly string[];
  /** What people call it beside its title. */
  readonly called?: readonly string[];
  /** The area whose ways of looking help where a question names none. */
  readonly helps?: string;
};

const DESIGNING = ['problem', 'data', 'features', 'serving', 'modelling'];
const DIVING = ['data', 'features', 'management', 'modelling', 'serving', 'evaluation', 'monitoring'];

const ASKING = ['requirements', 'clarification', 'clarifying questions', 'scope', 'problem', 'exploration'];
const OVERVIEW = ['high level', 'architecture', 'design', 'big picture', 'overview'];
const ENDING = ['wrap up', 'summary', 'end', 'closing', 'my questions'];

const KINDS: Readonly<Record<string, PhaseKind>> = {
  presentation: { threads: 1, areas: [], helps: 'planning' },
  'wrap-up': { threads: 2, areas: [], helps: 'operation', called: ENDING },
  close: { threads: 2, areas: [], helps: 'operation', called: ENDING },
  explore: { threads: 1, areas: [], helps: 'planning', called: ASKING },
  requirements: { threads: 1, areas: [], helps: 'planning', called: ASKING },
  clarify: { threads: 1, areas: [], helps: 'planning', called: ASKING },
  'high-level-design': { threads: 2, areas: DESIGNING, helps: 'serving', called: OVERVIEW },
  'high-level': { threads: 2, areas: DESIGNING, helps: 'serving', called: OVERVIEW },
  'deep-dive': { threads: 3, dives: 3, areas: DIVING, helps: 'modelling' },
  'trade-offs': {
    threads: 2,
    weighs: true,
    helps: 'operation',
    areas: ['cost', 'security', 'fairness', 'organisation', 'monitoring'],
  },
  'trade-offs-and-edge-cases': {
    threads: 2,
    weighs: true,
    helps: 'operation',
    areas: ['security', 'fairness', 'cost', 'monitoring'],
  },
  'scaling-and-production': {
    threads: 2,
    weighs: true,
    helps: 'operation',
    areas: ['monitoring', 'management', 'cost', 'organisation'],
  },
};

const OTHER: PhaseKind = { threads: 0, areas: [], helps: 'planning' };

export const kindOf = (phase: FormatPhase | undefined): PhaseKind => KINDS[phase?.id ?? ''] ?? OTHER;

/** Words that say of a part only that it is one, or when. */
const OF_ANY_PART =
  /\b(?:parts?|phases?|sections?|stages?|steps?|bit|piece|next|actual|proper(?:ly)?|whole|now|then|please|already|directly|instead|minute|moment|question|discussion|a|the|our|my|for)\b/gi;

/**
 * Whether it is this phase that is named: by its title, by a half of a title that has two, or by what people call it. Who names a
 * part of the system with a word of the title beside others (“the design of the ranker”) means something else.
 */
export const isNamed = (phase: FormatPhase, words: string): boolean => {
  const said = nameStems(words);
  const whole = phase.title.replace(/ on .*$/i, '');
  const names = [whole, ...whole.split(/ and /i), ...(kindOf(phase).called ?? [])].map(nameStems);
  return names.some(
    (name) => name.length > 0 && name.length === said.length && name.every((stem) => said.includes(stem)),
  );
};

const nameStems = (text: string): readonly string[] => [
  ...new Set(stemsOf(text.toLowerCase().replaceAll('tradeoff', 'trade-off').replaceAll(OF_ANY_PART, ' '))),
];

/** Questions that stay in one area before the next. */
export const DIVE_QUESTIONS = 3;
