import type { EventOf, FormatPhase, HeldContent, Move, MoveSubject } from '@dryrun/domain';
import type { Interview } from './state.ts';

export type MoveChosen = EventOf<'MoveChosen'>;

export const move = (turn: number, chosen: Move, about: MoveSubject, reason: string): MoveChosen => ({
  type: 'MoveChosen',
  turn,
  move: chosen,
  about,
  reason,
});

export const phaseNow = (state: Interview, content: HeldContent): FormatPhase | undefined =>
  content.format.phases[state.phase?.index ?? -1];
