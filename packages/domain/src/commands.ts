/**
 * Everything that can be asked of an interview (docs/spec/log.md). A command says what is wanted and when;
 * `decide` says what comes of it. `at` and `id` come in as values: nothing below level 3 makes either.
 */
import { z } from 'zod';
import { BoardOperation } from './board.ts';
import { Consent, LinePart, RunFields } from './events.ts';
import { Finding, Make } from './findings.ts';
import { ContentHash, InterviewId } from './ids.ts';
import type { CommandId, Instant } from './ids.ts';
import { Plan, Terms } from './terms.ts';
import { Help, Pace, Slug } from './vocabulary.ts';

const command = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.strictObject({ type: z.literal(type), ...shape }).readonly();

/** A make that should have answered and did not; the built-in one stood in. */
const Replaced = z
  .object({ wanted: Make, reason: z.string().max(500) })
  .readonly()
  .optional();
const Turn = z.int().nonnegative();

/** What a candidate's client may send to a running interview. */
export const candidateCommands = [
  command('Say', {
    text: z.string().max(100_000),
    tookMs: z.int().nonnegative().optional(),
    channel: z.enum(['typed', 'spoken']).default('typed'),
  }),
  /** Somebody types, speaks or draws and has not sent it yet: that is no silence. */
  command('ShowPresence', {}),
  command('ChangeBoard', { operations: z.array(BoardOperation).max(2000).readonly() }),
  /** The board as it stands, under what was said to arrive, or under so many requests a second. */
  command('RunBoard', { rps: z.number().positive().max(1e9).optional() }),
  command('RequestHelp', { help: Help }),
  /** From which phase: it may be over by the time that the press arrives. */
  command('RequestNextPhase', { phase: z.string().min(1).max(200).optional() }),
  command('End', {}),
  command('Pause', {}),
  command('Resume', {}),
  command('ChangePace', { pace: Pace }),
  command('RecordConsent', { to: Consent, given: z.boolean() }),
  command('WriteNote', { text: z.string().max(20_000) }),
  command('ContestReading', {
    debrief: ContentHash,
    mark: z.string().min(1).max(200),
    reason: z.string().min(1).max(2000),
  }),
] as const;

/** What only the application sends. */
export const applicationCommands = [
  command('OpenInterview', { terms: Terms, content: ContentHash, plan: Plan }),
  command('ForkInterview', { from: InterviewId, version: z.int().positive() }),
  command('Wake', {}),
  command('ReportFindings', {
    turn: Turn,
    make: Make,
    findings: z.array(Finding).readonly(),
    replaced: Replaced,
  }),
  command('ReportLine', {
    turn: Turn,
    make: Make,
    parts: z.array(LinePart).min(1).readonly(),
    replaced: Replaced,
  }),
  command('ReportRun', RunFields),
  /** The board cannot be run: it does not say enough. */
  command('ReportNoRun', {
    boards: z.int().nonnegative(),
    twist: Slug.optional(),
    reason: z.string().max(500),
  }),
  command('ReportDebrief', { debrief: ContentHash, make: Make }),
] as const;

export const CandidateAction = z.discriminatedUnion('type', candidateCommands);
export type CandidateAction = z.infer<typeof CandidateAction>;

export const Action = z.discriminatedUnion('type', [...candidateCommands, ...applicationCommands]);
export type Action = z.infer<typeof Action>;

/** An action with its id and its instant: what `decide` takes. */
export type Command<A extends Action = Action> = {
  readonly id: CommandId;
  readonly at: Instant;
  readonly action: A;
};

/** The domain says no: a value, never thrown. */
export type Refusal = { readonly code: string; readonly message: string };
