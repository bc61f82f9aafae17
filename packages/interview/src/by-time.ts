/**
 * What the interviewer does by time alone. One list says what is due when; waking takes the first entry that is
 * due, and `wakeAt` is the earliest of them, so that nobody is ever woken for nothing.
 */
import type { HeldContent, InterviewEvent } from '@dryrun/domain';
import { budgetMs, cueBeforeEndMs, totalMs } from './clock.ts';
import { nextQuestion } from './coverage.ts';
import { closing, nextPhase, repeat, timeCue } from './director.ts';
import { move, plannedPhase } from './moves.ts';
import type { Interview } from './state.ts';

/** Interview and phase are left when they are a fifth over their minutes and nobody speaks. */
const OVERRUN = 1.2;

type Due = { readonly what: 'end' | 'leave-phase' | 'time-cue' | 'nudge'; readonly atMs: number };

/** In the order of what comes first when several are due. */
export const dueTimes = (state: Interview): readonly Due[] => {
  const { pace } = state.terms;
  const { sinceMs, nudges } = state.silence;
  const patience = state.plan.patienceMs;
  const total = totalMs(state.plan, pace);
  const phase = plannedPhase(state);
  const due: Due[] = [{ what: 'end', atMs: total * OVERRUN }];
  if (phase && state.phase) {
    const overrun = state.phase.enteredMs + budgetMs(phase.budgetMs, pace) * OVERRUN;
    due.push({ what: 'leave-phase', atMs: Math.max(overrun, sinceMs + (patience[0] ?? 0)) });
  }
  if (!state.timeCued) due.push({ what: 'time-cue', atMs: Math.max(total - cueBeforeEndMs(total), sinceMs) });
  const nudge = patience[nudges];
  if (nudge !== undefined) due.push({ what: 'nudge', atMs: sinceMs + nudge });
  return due.filter(({ atMs }) => Number.isFinite(atMs));
};

export const wake = (state: Interview, content: HeldContent, nowMs: number): readonly InterviewEvent[] => {
  if (state.status !== 'running' || state.closing || state.awaiting.some(({ kind }) => kind !== 'run'))
    return [];
  const due = dueTimes(state).find(({ atMs }) => atMs <= nowMs);
  switch (due?.what) {
    case undefined:
      return [];
    case 'end':
      return closing(state, 'the time is over');
    case 'leave-phase':
      return nextPhase(state, content, 'the phase ran over in silence');
    case 'time-cue':
      return [timeCue(state, nowMs)];
    case 'nudge':
      return [nudge(state, content)];
  }
};

/** Patience first, then the question again, then another way in. */
const nudge = (state: Interview, content: HeldContent): InterviewEvent => {
  const { nudges } = state.silence;
  const afterSilenceMs = state.plan.patienceMs[nudges] ?? 0;
  const reason = `silent for ${Math.round(afterSilenceMs / 1000)} s`;
  if (nudges === 1) {
    const again = repeat(state, content, reason);
    return { ...again, about: { ...again.about, afterSilenceMs } };
  }
  const question = nudges > 1 ? nextQuestion(state, content) : undefined;
  return question
    ? move(state.nextTurn, 'refocus', { ...question.about, afterSilenceMs }, reason)
    : move(state.nextTurn, 'wait', { afterSilenceMs }, reason);
};
