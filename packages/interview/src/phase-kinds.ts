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
};

const DESIGNING = ['problem', 'data', 'features', 'serving', 'modelling'];
const DIVING = ['data', 'features', 'management', 'modelling', 'serving', 'evaluation', 'monitoring'];

const KINDS: Readonly<Record<string, PhaseKind>> = {
  presentation: { threads: 1, areas: [] },
  'wrap-up': { threads: 2, areas: [] },
  close: { threads: 2, areas: [] },
  explore: { threads: 1, areas: [] },
  requirements: { threads: 1, areas: [] },
  clarify: { threads: 1, areas: [] },
  'high-level-design': { threads: 2, areas: DESIGNING },
  'high-level': { threads: 2, areas: DESIGNING },
  'deep-dive': { threads: 3, dives: 3, areas: DIVING },
  'trade-offs': {
    threads: 2,
    weighs: true,
    areas: ['cost', 'security', 'fairness', 'organisation', 'monitoring'],
  },
  'trade-offs-and-edge-cases': {
    threads: 2,
    weighs: true,
    areas: ['security', 'fairness', 'cost', 'monitoring'],
  },
  'scaling-and-production': {
    threads: 2,
    weighs: true,
    areas: ['monitoring', 'management', 'cost', 'organisation'],
  },
};

const OTHER: PhaseKind = { threads: 0, areas: [] };

export const kindOf = (phase: FormatPhase | undefined): PhaseKind => KINDS[phase?.id ?? ''] ?? OTHER;

/** Questions that stay in one area before the next. */
export const DIVE_QUESTIONS = 3;
