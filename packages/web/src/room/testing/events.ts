/** A short interview as public events, for the tests of this folder. */
import type { PublicEvent, View } from '@dryrun/interview';
import { heardAfter, nothingHeard } from '../heard.ts';

export const STARTED_AT = 1_000_000;

export const plan: NonNullable<View['plan']> = {
  title: 'LLM serving at scale',
  formatTitle: '45-minute interview',
  phases: [
    {
      id: 'explore',
      title: 'problem exploration',
      goal: 'Find out what is asked.',
      budgetMs: 480_000,
      exchanges: 6,
    },
    { id: 'design', title: 'high-level design', budgetMs: 600_000, exchanges: 6 },
  ],
  patienceMs: [45_000],
};

export const terms: NonNullable<View['terms']> = {
  system: 'llm-serving',
  level: 'L6',
  format: 'interview-45',
  mode: 'real',
  persona: 'neutral',
  focus: [],
  pace: 1,
};

export const events: readonly PublicEvent[] = [
  { version: 1, at: STARTED_AT, type: 'opened', terms, plan },
  { version: 2, at: STARTED_AT, type: 'phase', phase: 'explore' },
  { version: 3, at: STARTED_AT, type: 'moving', turn: 0, move: 'present-problem' },
  { version: 4, at: STARTED_AT, type: 'spoke', turn: 0, speaker: 'interviewer', text: 'Where do you begin?' },
  { version: 5, at: STARTED_AT + 60_000, type: 'spoke', turn: 1, speaker: 'candidate', text: 'Who uses it?' },
  { version: 7, at: STARTED_AT + 61_000, type: 'asked-for', what: 'hint' },
  { version: 8, at: STARTED_AT + 90_000, type: 'paused', since: STARTED_AT + 80_000 },
];

export const heard = events.reduce(heardAfter, nothingHeard);
