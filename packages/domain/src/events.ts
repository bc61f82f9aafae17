/**
 * Every event an interview is made of (docs/spec/log.md), in three families that are never mixed:
 *
 *     said and drawn   what people did                    facts, never superseded
 *     read             what a make found in the facts      stamped; superseded by later readings
 *     moved            what the interviewer decided        with its reason
 *
 * Shapes only grow. A change that an old log could not be read with is a new `LOG_SCHEMA` and a step in `upcast`.
 */
import { z } from 'zod';
import { BoardOperation } from './board.ts';
import { Finding, Make } from './findings.ts';
import { CommandId, ContentHash, Instant, InterviewId } from './ids.ts';
import { Plan, Terms } from './terms.ts';
import { Help, Move, Pace, Slug } from './vocabulary.ts';

export const LOG_SCHEMA = 1;

const event = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.strictObject({ type: z.literal(type), ...shape }).readonly();

/** A turn's number, from 0, counting both speakers. */
const Turn = z.int().nonnegative();
const Reason = z.string().max(500);
export const Utterance = z.string().min(1).max(100_000);
export const Consent = z.enum(['model', 'recording', 'sharing']);
export type Consent = z.infer<typeof Consent>;

/** What a move is about; the wording of the move is made from it and the content. */
export const MoveSubject = z
  .object({
    /** A question of the held format. */
    question: Slug.optional(),
    phase: Slug.optional(),
    /** Facts of the sheet that it tells. */
    facts: z.array(Slug).readonly().optional(),
    /** An item of the sheet that it asks for by consequence, or hints at on a rung. */
    item: Slug.optional(),
    rung: z.int().min(1).max(3).optional(),
    twist: Slug.optional(),
    /** It asks what the candidate would assume, of this heading or of anything. */
    assume: z.string().max(100).optional(),
    /** The candidate's own words that it takes up. */
    quote: z.string().max(400).optional(),
    /** A turn of the candidate's that it takes up or repeats. */
    turn: Turn.optional(),
    minutesLeft: z.int().nonnegative().optional(),
    /** Said into a silence this long; it does not end the silence. */
    afterSilenceMs: z.int().positive().optional(),
  })
  .readonly();
export type MoveSubject = z.infer<typeof MoveSubject>;

/** A line is made of parts that know where they come from, so that nothing hidden can be in one unseen. */
export const LinePart = z
  .object({ source: z.enum(['line', 'fact', 'quote', 'number']), text: z.string().max(20_000) })
  .readonly();
export type LinePart = z.infer<typeof LinePart>;

export const saidAndDrawn = [
  event('InterviewOpened', { terms: Terms, content: ContentHash, plan: Plan }),
  event('InterviewForked', {
    from: InterviewId,
    version: z.int().positive(),
    /** When the original's clock stood at that version: the time since is not the candidate's. */
    stoodAt: Instant,
  }),
  event('CandidateSpoke', {
    turn: Turn,
    text: Utterance,
    tookMs: z.int().nonnegative().optional(),
    channel: z.enum(['typed', 'spoken']),
  }),
  event('PresenceShown', {}),
  event('BoardChanged', { operations: z.array(BoardOperation).min(1).max(2000).readonly() }),
  event('HelpRequested', { help: Help }),
  event('NextPhaseRequested', {}),
  event('EndRequested', {}),
  event('ClockPaused', {
    /** Earlier than the event, when it is found out late that nobody was there. */
    since: Instant.optional(),
  }),
  event('ClockResumed', {}),
  event('PaceChanged', { pace: Pace }),
  event('ConsentRecorded', { to: Consent, given: z.boolean() }),
  event('NoteWritten', { text: z.string().max(20_000) }),
  event('ReadingContested', {
    debrief: ContentHash,
    mark: z.string().min(1).max(200),
    reason: z.string().min(1).max(2000),
  }),
] as const;

export const read = [
  event('FindingsRead', { turn: Turn, make: Make, findings: z.array(Finding).readonly() }),
  event('RunRead', {
    run: ContentHash,
    make: Make,
    load: z.number().positive(),
    bottleneck: z.string().max(120).optional(),
  }),
  event('DebriefRead', { debrief: ContentHash, make: Make }),
  event('MakeReplaced', { port: z.enum(['hear', 'say']), turn: Turn, wanted: Make, reason: Reason }),
] as const;

export const moved = [
  event('PhaseEntered', { phase: Slug, reason: Reason }),
  event('MoveChosen', { turn: Turn, move: Move, about: MoveSubject, reason: Reason }),
  event('LineSaid', { turn: Turn, make: Make, parts: z.array(LinePart).min(1).readonly() }),
  event('FactRevealed', { fact: Slug }),
  event('AssumptionHeld', {
    turn: Turn,
    heading: z.string().max(100).optional(),
    quote: z.string().max(400),
  }),
  event('HintGiven', { item: Slug, rung: z.int().min(1).max(3) }),
  event('TwistIntroduced', { twist: Slug }),
  event('TimeGranted', { untilMs: z.int().nonnegative() }),
  event('InterviewClosed', { reason: Reason }),
] as const;

export const InterviewEvent = z.discriminatedUnion('type', [...saidAndDrawn, ...read, ...moved]);
export type InterviewEvent = z.infer<typeof InterviewEvent>;
export type EventType = InterviewEvent['type'];
export type EventOf<Type extends EventType> = Extract<InterviewEvent, { type: Type }>;

/** An event as the store keeps it. */
export const StoredEvent = z
  .strictObject({
    interview: InterviewId,
    version: z.int().positive(),
    at: Instant,
    command: CommandId,
    schema: z.int().positive(),
    event: InterviewEvent,
  })
  .readonly();
export type StoredEvent = z.infer<typeof StoredEvent>;
