import type { Instant, Pace, Plan } from '@dryrun/domain';

/**
 * Interview time: milliseconds since the first word, pauses left out. Events carry instants; everything the
 * interviewer reasons about (budgets, silences, cues) is interview time.
 */
export type Clock = {
  readonly startedAt: Instant;
  readonly pausedMs: number;
  readonly pausedAt: Instant | undefined;
};

export const interviewMs = (clock: Clock, at: Instant): number =>
  Math.max(0, (clock.pausedAt ?? at) - clock.startedAt - clock.pausedMs);

export const stopped = (clock: Clock, at: Instant): Clock => ({ ...clock, pausedAt: clock.pausedAt ?? at });

/** Going again at an instant, after standing since another. */
export const going = (clock: Clock, at: Instant, since = clock.pausedAt ?? at): Clock => ({
  ...clock,
  pausedMs: clock.pausedMs + Math.max(0, at - since),
  pausedAt: undefined,
});

/** The instant at which running interview time will be `ms`. */
export const instantOf = (clock: Clock, ms: number): Instant => clock.startedAt + clock.pausedMs + ms;

/** A phase's minutes at the candidate's pace; untimed has none. */
export const budgetMs = (nominalMs: number, pace: Pace): number =>
  pace === 'untimed' ? Number.POSITIVE_INFINITY : nominalMs * pace;

export const totalMs = (plan: Plan, pace: Pace): number =>
  plan.phases.reduce((sum, phase) => sum + budgetMs(phase.budgetMs, pace), 0);

/** How long before the end the interviewer says so: five minutes, or a fifth of a short interview. */
export const cueBeforeEndMs = (total: number): number => Math.min(300_000, total / 5);
