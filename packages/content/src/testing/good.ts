import { LEVELS } from '@dryrun/domain';
import type { SourceFile } from '../finding.ts';

const MOVES = [
  'answer-candidate',
  'answer-fact',
  'ask-assumption',
  'hint',
  'probe-thread',
  'twist',
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
    text: LEVELS.map(
      (id) => `- id: ${id}
  title: Somebody
  distinction: something
  compared: { clarifications: a, architecture: a, tech-choices: a, trade-offs: a, experience: a, scope: a, depth: a }
  expects: { shows: it }
  next: more
  sources: []
`,
    ).join(''),
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
    goal: Find out what is asked.
    minutes: 8
    exchanges: 3
    questions:
      - { id: begin, move: probe-gap, ask: "Where do you begin?" }
      - { id: limits, move: probe-gap, ask: "Which limits are there?" }
`,
  },
  {
    path: 'signals.yaml',
    text: `- id: asks-first
  kind: signal
  says: Asks first
  dimension: problem-navigation
  phase: explore
  level: L4
  shown: [asks before designing]
  elicits: { move: probe-gap, ask: "Where do you begin?" }
  sources: [brief-1]
`,
  },
  {
    path: 'rubric.yaml',
    text: `- id: trade-offs
  title: Trade-offs
  exceeds: { more: a }
  meets: { some: a }
  below: { none: a }
  levels: { ${LEVELS.map((id) => `${id}: { exceeds: a, meets: b, below: c }`).join(', ')} }
  also: { weighs: a }
`,
  },
  {
    path: 'concepts/pairs.yaml',
    text: `- id: cost-or-performance
  kind: trade-off
  between: [cost, performance]
  weighed: It depends on who waits.
  decides: [Who waits?]
  sources: []
`,
  },
  {
    path: 'gpus.yaml',
    text: `- id: card
  name: A card
  called: [A-1]
  memoryGib: 16
  bandwidthGbPerS: 320
  tflops: { fp16: 65 }
  link: { name: PCIe, gbPerS: 16 }
  price: { dollarsPerHour: 0.5, source: assumption, date: 2026-01-31 }
  source: a datasheet
  date: 2026-01-31
`,
  },
  {
    path: 'llm-models.yaml',
    text: `- id: toy/model
  layers: 2
  hidden: 64
  heads: 2
  kvHeads: 1
  headDim: 32
  intermediate: 128
  vocabulary: 100
  parametersB: 0.001
  source: its config.json
  date: 2026-01-31
`,
  },
  {
    path: 'components.yaml',
    text: `groups:
  serving:
    servers: { type: count, min: 1, default: 1, source: neutral, says: how many }
    service.mean: { type: duration, says: how long }
    order: { type: word, oneOf: [fifo, lifo], default: fifo, source: neutral, says: who is next }
connection: {}
workload: {}
distances:
  sameZone: { roundTrip: 0ms, source: assumption }
  otherZone: { roundTrip: 1ms, source: assumption }
  otherRegion: { roundTrip: 80ms, source: assumption }
  regions: [{ between: [east, west], roundTrip: 70ms, source: a page, date: 2026-01-31 }]
kinds:
  - id: cache
    name: Cache
    says: keeps
    behaves: cache
    groups: [serving]
    defaults: { service.mean: { value: 1ms, source: assumption } }
    called: [redis, memory cache]
  - { id: client, name: Client, says: asks, behaves: client, called: [users] }
`,
  },
  { path: 'interviewer/wait.md', text: '# wait\n\n- Take your time.\n- No hurry. (warm)\n' },
  ...MOVES.map((move) => ({ path: `interviewer/${move}.md`, text: '- {question}\n' })),
];
