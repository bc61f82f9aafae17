/** The shapes of the content that all systems share. An id is for ever: retired (`retired: true`), never reused. */
import { ACTS, Ask, Dimension, Level, Move, Slug, Stance } from '@dryrun/domain';
import { z } from 'zod';
import { TwistRunEntry } from './scenario-files.ts';

const Text = z.string().min(1);
const Texts = z.array(Text).min(1).readonly();
const retired = { retired: z.literal(true).optional() };

/** The five phases of the principal-level guide, which other formats' phases are read as. */
export const SharedPhase = z.enum([
  'explore',
  'high-level-design',
  'deep-dive',
  'trade-offs',
  'wrap-up',
  'any',
]);

/** Something the source documents tell interviewers to watch for. */
export const Signal = z
  .strictObject({
    id: Slug,
    kind: z.enum(['signal', 'differentiator', 'expert-move', 'tip', 'red-flag', 'warning', 'disqualifier']),
    /** In the words of its source. */
    says: Text,
    dimension: Dimension,
    phase: SharedPhase,
    /** The level from which it is expected, or held against somebody. */
    level: Level,
    /** Ways of showing it that a listener can tell: what somebody who shows it says or draws. */
    shown: Texts,
    /** The move that would bring it out, and the question it could ask: an area or a consequence, never the thing itself. */
    elicits: z.strictObject({ move: Move, ask: Text }).readonly(),
    /** Of what speaks against somebody. */
    severity: z.enum(['disqualifier', 'warning', 'note']).optional(),
    /** What it consists of, where its source lists parts: part id → the part's own words. */
    parts: z.record(Slug, Text).optional(),
    sources: z.array(Slug).min(1).readonly(),
    ...retired,
  })
  .readonly();
export type Signal = z.infer<typeof Signal>;

/** A clause in its source's words; where the source lists parts, `says` and the parts by id. */
export const Clause = z.union([Text, z.record(Slug, Text)]);
const Band = z.record(Slug, Clause);

/** What each band of a dimension looks like: the principal bar clause by clause, and what changes at each level. */
export const RubricDimension = z
  .strictObject({
    id: Dimension,
    title: Text,
    /** Clause id → clause, in the words of the principal-level guide. */
    exceeds: Band,
    meets: Band,
    below: Band,
    /** The same bar worked out for each level: what somebody does who meets or exceeds it there, or is below. */
    levels: z.record(Level, z.strictObject({ exceeds: Text, meets: Text, below: Text })),
    /** Evaluation bullets of the other documents that are read under this dimension: id → their words. */
    also: z.record(Slug, Clause),
  })
  .readonly();
export type RubricDimension = z.infer<typeof RubricDimension>;

/** The rows of the level guide's comparison. */
const COMPARED = [
  'clarifications',
  'architecture',
  'tech-choices',
  'trade-offs',
  'experience',
  'scope',
  'depth',
] as const;

export const LevelEntry = z
  .strictObject({
    id: Level,
    title: Text,
    distinction: Text,
    /** What is asked of it in the brief's pools. */
    pool: Text.optional(),
    /** Where it stands beside management. */
    track: Text.optional(),
    /** The level guide's comparison, a cell for each of its seven rows; ours for the levels that it leaves out. */
    compared: z.record(z.enum(COMPARED), Text),
    /** What each level is expected to show: id → clause. */
    expects: z.record(Slug, Clause),
    /** What the next level up does that this one need not. */
    next: Text,
    sources: z.array(Slug).readonly(),
  })
  .readonly();
export type LevelEntry = z.infer<typeof LevelEntry>;

/** A trade-off, or two technologies that are alternatives to each other. */
export const Pair = z
  .strictObject({
    id: Slug,
    kind: z.enum(['trade-off', 'technology']),
    between: z.array(Text).min(2).readonly(),
    /** What weighing it sounds like: when the one, when the other, and what the choice costs. */
    weighed: Text,
    /** Questions that decide it. */
    decides: Texts,
    sources: z.array(Slug).readonly(),
    ...retired,
  })
  .readonly();
export type Pair = z.infer<typeof Pair>;

/** A question that follows from something said or drawn; which voice says which line is told by where it stands. */
export const FollowUpEntry = z
  .strictObject({
    id: Slug,
    /** A kind of statement, an act, something named and not explained, a box that was drawn, a rebuttal that does not hold, what was said before the last answer. */
    of: z
      .array(
        z.enum([
          ...Stance.options,
          ...ACTS,
          'claim',
          'named',
          'listed',
          'drawn',
          'rebuts-unsoundly',
          'earlier',
          'holds',
          'breaks',
          'lacks-rate',
          'lacks-run',
          'begins-run',
          'leaves-open',
        ]),
      )
      .min(1)
      .readonly(),
    /** What it asks of the words that it takes up. */
    asks: Ask.optional(),
    move: Move,
    dimension: Dimension,
    /** Before anything else is known of the interview. */
    worth: z.int().min(0).max(5),
    lines: Texts,
    warm: Texts,
    sceptical: Texts,
  })
  .readonly();
export type FollowUpEntry = z.infer<typeof FollowUpEntry>;

export const AreaEntry = z
  .strictObject({
    id: Slug,
    title: Text,
    items: z.array(Slug).min(1).readonly(),
    words: Texts,
    opens: Texts,
    hints: z.array(Text).min(2).max(3).readonly(),
  })
  .readonly();

/** What some questions are about, and ways of telling it unasked. */
export const SubjectEntry = z
  .strictObject({ id: Slug, asks: Texts, least: z.int().min(2), heard: Texts })
  .readonly();

/** A change in the middle for systems whose sheet brings none. */
export const GeneralTwistEntry = z
  .strictObject({
    id: Slug,
    kind: Slug,
    from: Level,
    says: Text,
    run: TwistRunEntry.optional(),
  })
  .readonly();

/** One thing of the trade, shared by all systems. */
export const Concept = z
  .strictObject({
    id: Slug,
    name: Text,
    /** How people really say it: names, and descriptions that use none of them. */
    said: Texts,
    /** What explaining it sounds like: mechanism or reason. */
    explained: Text,
    mistakes: z
      .array(z.strictObject({ id: Slug, says: Text, heard: Texts, because: Text }).readonly())
      .readonly()
      .default([]),
    pairs: z.array(Slug).readonly().default([]),
    ...retired,
  })
  .readonly();
export type Concept = z.infer<typeof Concept>;
