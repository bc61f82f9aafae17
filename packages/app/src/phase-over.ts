import type { Action, Refusal } from '@dryrun/domain';
import { hasBegun } from '@dryrun/interview';
import type { InterviewState } from '@dryrun/interview';

/** Whoever asks to leave a phase that the interviewer has left already is told so: it must not skip the next one. */
export const phaseOver = (action: Action, state: InterviewState): Refusal | undefined => {
  if (action.type !== 'RequestNextPhase' || action.phase === undefined) return undefined;
  const now = hasBegun(state) ? state.plan.phases[state.phase?.index ?? -1] : undefined;
  if (now === undefined || now.id === action.phase) return undefined;
  return {
    code: 'phase-over',
    message: `The interviewer has gone on already, to “${now.title}”. Ask once more to leave that too.`,
  };
};
