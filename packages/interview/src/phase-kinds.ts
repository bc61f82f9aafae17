/** What a phase is for, by its id in the formats: how far the interviewer stays with a thread there, and what else may come. */
import type { FormatPhase } from '@dryrun/domain';

type PhaseKind = {
  /** Threads taken up one after the other before the next area has its turn. */
  readonly threads: number;
  /** It goes into two or three areas, so many questions each. */
  readonly dives?: number;
  /** Requirements change here, and things are weighed. */
  readonly weighs?: boolean;
  readonly areas: readonly string[];
  /** The area whose ways of looking help where a question names none. */
  readonly helps?: string;
};

const DESIGNING = ['problem', 'data', 'features', 'serving', 'modelling'];
const DIVING = ['data', 'features', 'management', 'modelling', 'serving', 'evaluation', 'monitoring'];

const KINDS: Readonly<Record<string, PhaseKind>> = {
  presentation: { threads: 1, areas: [], helps: 'planning' },
  'wrap-up': { threads: 2, areas: [], helps: 'operation' },
  close: { threads: 2, areas: [], helps: 'operation' },
  explore: { threads: 1, areas: [], helps: 'planning' },
  requirements: { threads: 1, areas: [], helps: 'planning' },
  clarify: { threads: 1, areas: [], helps: 'planning' },
  'high-level-design': { threads: 2, areas: DESIGNING, helps: 'serving' },
  'high-level': { threads: 2, areas: DESIGNING, helps: 'serving' },
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

/** Questions that stay in one area before the next. */
export const DIVE_QUESTIONS = 3;
