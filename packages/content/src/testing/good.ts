import { LEVELS } from '@dryrun/domain';
import type { SourceFile } from '../finding.ts';

const MOVES = [
  'set-expectations',
  'present-problem',
  'transition',
  'time-cue',
  'repeat',
  'refocus',
  'decline',
  'next-steps',
  'close',
  'probe-gap',
];

/** The least content that has nothing wrong with it; what only authors may know is marked. */
export const good: readonly SourceFile[] = [
  {
    path: 'systems.yaml',
    text: `- slug: toy
  title: Toy
  family: retrieval
  prompt: Design it.
  aliases: [Toys]
  pool: senior
  framing: { task: CANARY-1 }
  must: [CANARY-2]
  sources: [brief]
`,
  },
  {
    path: 'levels.yaml',
    text: LEVELS.map((id) => `- { id: ${id}, title: Somebody, distinction: something }`).join('\n'),
  },
  {
    path: 'formats/short.yaml',
    text: `id: short
title: Short
opening: vague
looks-at: how you think
patience: [45s, 1.5 min]
phases:
  - id: explore
    title: exploration
    minutes: 8
    exchanges: 3
    questions:
      - { id: begin, move: probe-gap, ask: "Where do you begin?" }
      - { id: limits, move: probe-gap, ask: "Which limits are there?" }
`,
  },
  { path: 'interviewer/wait.md', text: '# wait\n\n- Take your time.\n- No hurry. (warm)\n' },
  ...MOVES.map((move) => ({ path: `interviewer/${move}.md`, text: '- {question}\n' })),
];
