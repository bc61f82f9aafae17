import { z } from 'zod';

/** Who read or worded something: which make, in which version. On every reading and every line. */
export const Make = z.object({ kind: z.enum(['built-in', 'llm']), version: z.string().min(1) }).readonly();
export type Make = z.infer<typeof Make>;

/** The exact words a finding rests on: code-unit offsets into the turn's text. */
export const Span = z.object({ start: z.int().nonnegative(), end: z.int().positive() }).readonly();
export type Span = z.infer<typeof Span>;

/** Named → explained (mechanism or reason) → weighed (alternative, cost) → owned (failure, operation, experience). */
export const Depth = z.enum(['named', 'explained', 'weighed', 'owned']);
export type Depth = z.infer<typeof Depth>;

/** How it came: by itself, after a question that led to it, after a hint. */
export const Prompted = z.enum(['unprompted', 'prompted', 'hinted']);
export type Prompted = z.infer<typeof Prompted>;

/** What somebody does by saying something. */
export const ACTS = [
  'asks-time',
  'asks-repeat',
  'asks-hint',
  'asks-next-phase',
  'asks-to-end',
  'asks-verdict',
  'asks-solution',
  'asks-the-way',
  'asks-to-return',
  'asks-meaning',
  'questions-the-question',
  'does-not-know',
  'concedes',
  'adapts',
  'dismisses',
  'summarises',
  'tells-experience',
  'wanders',
  'addresses-system',
  'is-hostile',
  'is-gibberish',
  'is-foreign',
  'is-enormous',
  'says-little',
  'says-much',
  'repeats',
] as const;
export const Act = z.enum(ACTS);
export type Act = z.infer<typeof Act>;

/**
 * What makes a statement more than a name. Each is heard in the words themselves, whatever they are about; how sure, fluent
 * or polite somebody sounds is none of them.
 */
export const SIGNS = [
  'figure',
  'horizon',
  'money',
  'people',
  'measured',
  'reason',
  'condition',
  'limit',
  'failure',
  'cost',
  'restraint',
  'evaluation',
  'watch',
  'asks',
] as const;
export const Sign = z.enum(SIGNS);
export type Sign = z.infer<typeof Sign>;

/** What kind of statement something is: what one would ask next depends on it. */
export const Stance = z.enum([
  'incident',
  'experience',
  'assumption',
  'omission',
  'preference',
  'price',
  'release',
  'fallback',
  'watch',
  'test',
  'rule',
  'threshold',
  'estimate',
  'money',
  'ownership',
  'reason',
  'absolute',
  'plan',
  'trouble',
]);
export type Stance = z.infer<typeof Stance>;

/** What a reader found in one exchange, each with the words it rests on. */
export const Finding = z.discriminatedUnion('kind', [
  /** Something is asked of the interviewer, as a person. */
  z.object({ kind: z.literal('act'), act: Act, span: Span }).readonly(),
  /** Something is asked about the problem: the fact that answers it, or the heading that is left open, or neither. */
  z
    .object({
      kind: z.literal('question'),
      fact: z.string().optional(),
      heading: z.string().optional(),
      /** It is taken to be so, and to be put right if it is not. */
      premise: z.boolean().optional(),
      span: Span,
    })
    .readonly(),
  /** A thing of the trade comes up, and how deep. */
  z
    .object({
      kind: z.literal('concept'),
      concept: z.string(),
      depth: Depth,
      prompted: Prompted,
      /** The sentence, */
      span: Span,
      /** and in it the words that name or describe the thing. */
      named: Span,
      /** By its name, in a statement; by words that are mostly its own; or likened to what is told of it: then it may be something near. */
      by: z.enum(['name', 'words', 'likeness']).optional(),
    })
    .readonly(),
  /** Something is stated about the system, and what stands behind it. */
  z
    .object({
      kind: z.literal('claim'),
      signs: z.array(Sign).min(1).readonly(),
      span: Span,
      /** The part of it that one would take up, and what kind of statement that part is; none in logs from before they were read. */
      gist: z
        .object({
          span: Span,
          signs: z.array(Sign).readonly(),
          stances: z.array(Stance).readonly().optional(),
        })
        .readonly()
        .optional(),
    })
    .readonly(),
  /** What the interviewer put forward against the design is answered, in a way that holds or in one that does not. */
  z.object({ kind: z.literal('rebuttal'), challenge: z.string(), sound: z.boolean(), span: Span }).readonly(),
  /** Something is worked out aloud; where it does not hold, the answer is so many times too large. */
  z.object({ kind: z.literal('estimate'), holds: z.boolean(), off: z.number(), span: Span }).readonly(),
  /** Something is said that is known to be wrong. */
  z.object({ kind: z.literal('mistake'), mistake: z.string(), span: Span }).readonly(),
]);
export type Finding = z.infer<typeof Finding>;
