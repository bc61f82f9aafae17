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
import { Finding, Make, Sign } from './findings.ts';
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
    /** An item of the sheet that it asks for by consequence, or hints at on a rung; a rung with an area is a way of looking at that. */
    item: Slug.optional(),
    rung: z.int().min(1).max(3).optional(),
    twist: Slug.optional(),
    /** What is put forward against a decision. */
    challenge: Slug.optional(),
    /** What in the answer, or in how it was given, it follows from. */
    follows: Slug.optional(),
    /** The area that a deep dive is in. */
    area: Slug.optional(),
    /** A box of the board that it takes up, by its name. */
    component: z.string().max(200).optional(),
    /** A run that it reports. */
    run: ContentHash.optional(),
    /** What keeps the board from being run. */
    lacks: z.string().max(500).optional(),
    /** It asks what the candidate would assume, of this heading or of anything. */
    assume: z.string().max(100).optional(),
    /** The candidate's own words that it takes up. */
    quote: z.string().max(400).optional(),
    /** What was said along with them; only logs of before the weights of questions have it. */
    told: z.array(Sign).readonly().optional(),
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
  .object({ source: z.enum(['line', 'question', 'fact', 'quote', 'number']), text: z.string().max(20_000) })
  .readonly();
export type LinePart = z.infer<typeof LinePart>;

/** An entry of the agenda, and what it was worth when it was weighed. */
export const Weighed = z
  .object({
    move: Move,
    tier: z.enum(['obligation', 'course', 'commitment', 'coverage']),
    worth: z.number(),
    why: z.string().max(300),
  })
  .readonly();
export type Weighed = z.infer<typeof Weighed>;

/** What a run of the board says, as far as an interviewer would say it. Figures are in requests a second, and in the report's units. */
export const RunFigures = z
  .object({
    /** Workload by workload together, as it arrived. */
    arrivingRps: z.number().nonnegative(),
    /** One by one, where there are several or what they ask has a length. */
    workloads: z
      .array(
        z
          .object({
            name: z.string().max(200),
            rps: z.number().nonnegative(),
            inputTokens: z.number().nonnegative().optional(),
            outputTokens: z.number().nonnegative().optional(),
          })
          .readonly(),
      )
      .max(12)
      .readonly()
      .optional(),
    /** The place that was gone while it ran. */
    without: z.string().max(120).optional(),
    full: z
      .array(
        z
          .object({
            name: z.string().max(200),
            /** What it can do, where that is known. */
            capacityRps: z.number().nonnegative().optional(),
            backlogPerSecond: z.number().nonnegative(),
          })
          .readonly(),
      )
      .max(6)
      .readonly(),
    /** The busiest part, where nothing is full. */
    busiest: z
      .object({ name: z.string().max(200), utilisation: z.number().nonnegative() })
      .readonly()
      .optional(),
    /** Of what ended: refused, timed out or failed. */
    errorRate: z.number().min(0).max(1).optional(),
    answeredRps: z.number().nonnegative().optional(),
    p50Ms: z.number().nonnegative().optional(),
    p99Ms: z.number().nonnegative().optional(),
    /** Until the last that a request set off is done, whether or not anybody waits for it. */
    doneP99Ms: z.number().nonnegative().optional(),
    /** The slowest were still under way when it ended: latencies are lower bounds. */
    tooShort: z.boolean().optional(),
    /** Box by box; without a limit there is no utilisation. */
    components: z
      .array(
        z
          .object({
            id: z.string().max(120),
            utilisation: z.number().nonnegative().optional(),
            queue: z.number().nonnegative().optional(),
          })
          .readonly(),
      )
      .max(500)
      .readonly()
      .optional(),
    missed: z
      .array(
        z
          .object({
            measure: z.string().max(60),
            value: z.number(),
            limit: z.number(),
            of: z.string().max(200).optional(),
          })
          .readonly(),
      )
      .max(6)
      .readonly(),
  })
  .readonly();
export type RunFigures = z.infer<typeof RunFigures>;

export const RunFields = {
  run: ContentHash,
  make: Make,
  load: z.number().positive(),
  bottleneck: z.string().max(120).optional(),
  /** The twist it was run under, and how often the board had been changed by then. */
  twist: Slug.optional(),
  boards: z.int().nonnegative().optional(),
  /** The requests a second that were asked for, where it was run as it is. */
  rps: z.number().positive().optional(),
  /** In closed form, or simulated. */
  engine: z.enum(['analytic', 'simulated']).optional(),
  holds: z.boolean().optional(),
  figures: RunFigures.optional(),
} as const;

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
  event('RunRead', RunFields),
  event('RunFailed', { boards: z.int().nonnegative(), twist: Slug.optional(), reason: Reason }),
  event('DebriefRead', { debrief: ContentHash, make: Make }),
  event('MakeReplaced', { port: z.enum(['hear', 'say']), turn: Turn, wanted: Make, reason: Reason }),
] as const;

export const moved = [
  event('PhaseEntered', { phase: Slug, reason: Reason }),
  event('MoveChosen', {
    turn: Turn,
    move: Move,
    about: MoveSubject,
    reason: Reason,
    /** What else it could have been, the chosen one first. */
    weighed: z.array(Weighed).max(12).readonly().optional(),
  }),
  /** What a run did is told, and may be seen from here on. */
  event('RunTold', {
    run: ContentHash,
    load: z.number().positive(),
    bottleneck: z.string().max(120).optional(),
    holds: z.boolean(),
    /** The bottleneck cannot keep up. */
    full: z.boolean(),
    boards: z.int().nonnegative().optional(),
    figures: RunFigures.optional(),
  }),
  /** The board as it stands is to be run: as the twist would have it, or as it is, at so many requests a second. */
  event('RunWanted', {
    twist: Slug.optional(),
    boards: z.int().nonnegative(),
    rps: z.number().positive().optional(),
  }),
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
