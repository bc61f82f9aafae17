import { z } from 'zod';

/** The closed lists that content, log, contracts and screens share. Order is meaning where it is said to be. */

/** Lowest first. */
export const LEVELS = ['L4', 'L5', 'L6', 'L7', 'principal'] as const;
export const Level = z.enum(LEVELS);
export type Level = z.infer<typeof Level>;

export const DIMENSIONS = [
  'problem-navigation',
  'technical-depth',
  'technical-breadth',
  'architecture',
  'trade-offs',
  'production',
  'strategy',
  'communication',
] as const;
export const Dimension = z.enum(DIMENSIONS);
export type Dimension = z.infer<typeof Dimension>;

/** *real*: poker face, a hint only after a block. *coach*: goals visible, hints on request. */
export const Mode = z.enum(['real', 'coach']);
export type Mode = z.infer<typeof Mode>;

/** A voice; never facts, moves or marks. */
export const Persona = z.enum(['neutral', 'warm', 'sceptical']);
export type Persona = z.infer<typeof Persona>;

/** How much longer than nominal every budget is; `untimed` has no budgets at all. */
export const Pace = z.union([z.literal(1), z.literal(1.5), z.literal(2), z.literal('untimed')]);
export type Pace = z.infer<typeof Pace>;

/** Everything an interviewer can do with a turn. */
export const MOVES = [
  'intake',
  'set-expectations',
  'present-problem',
  'answer-fact',
  'ask-assumption',
  'acknowledge',
  'probe-thread',
  'probe-gap',
  'ask-why',
  'ask-how',
  'ask-alternative',
  'ask-numbers',
  'ask-experience',
  'ask-strategic',
  'challenge',
  'concede',
  'twist',
  'show-simulation',
  'hint',
  'refocus',
  'wait',
  'repeat',
  'rephrase',
  'retell',
  'decline',
  'time-cue',
  'transition',
  'ask-summary',
  'ask-open-question',
  'invite-questions',
  'answer-candidate',
  'next-steps',
  'close',
] as const;
export const Move = z.enum(MOVES);
export type Move = z.infer<typeof Move>;

export const Help = z.enum(['hint', 'repeat', 'time']);
export type Help = z.infer<typeof Help>;

/** Lower-case words joined by “-”: systems, formats, phases, items, concepts. */
export const Slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case words joined by “-”')
  .max(64);
