import type { EventOf, FormatPhase, HeldContent, Move, MoveSubject, Plan } from '@dryrun/domain';
import type { Interview } from './state.ts';

export type MoveChosen = EventOf<'MoveChosen'>;

export const move = (turn: number, chosen: Move, about: MoveSubject, reason: string): MoveChosen => ({
  type: 'MoveChosen',
  turn,
  move: chosen,
  about,
  reason,
});

/** The phase it is in, as the candidate was told of it. */
export const plannedPhase = (state: Interview): Plan['phases'][number] | undefined =>
  state.plan.phases[state.phase?.index ?? -1];

/** The phase it is in, with its questions. */
export const phaseNow = (state: Interview, content: HeldContent): FormatPhase | undefined =>
  content.format.phases[state.phase?.index ?? -1];
