import type { CandidateAction } from '@dryrun/domain';
import type { View } from '@dryrun/interview';
import type { Action } from '../base/actions.ts';
import { isWriting, nothingFloats } from '../base/floating.ts';
import type { Side } from './panes.ts';

export type RoomParts = {
  readonly status: View['status'];
  readonly write: () => void;
  readonly send: (action: CandidateAction) => void;
  readonly next: () => void;
  readonly notes: () => void;
  readonly end: () => void;
  readonly latest: () => void;
  readonly read: () => void;
  readonly give: (side: Side) => void;
  readonly pace: () => void;
  readonly outline: () => void;
  readonly board: () => void;
  readonly trial: () => void;
  readonly replay: () => void;
};

/** Everything one can do in the room besides writing. A field keeps its letters: Escape leaves it first. */
export const roomActions = (parts: RoomParts) => {
  const { status, write, send, next, notes, end, latest, read, give, pace, outline, board, trial, replay } =
    parts;
  const open = () => nothingFloats() && (status === 'running' || status === 'paused');
  const running = () => nothingFloats() && status === 'running';
  const closed = () => nothingFloats() && status === 'closed';
  const action = (name: string, label: string, key: string, enabled: () => boolean, run: () => void) => ({
    name,
    label,
    keys: [key],
    enabled,
    run,
  });
  return {
    write: action('write', 'Write', 'w', open, write),
    leave: action(
      'leave',
      'Leave the field, for the keys below',
      'Escape',
      () => nothingFloats() && isWriting(),
      () => document.activeElement instanceof HTMLElement && document.activeElement.blur(),
    ),
    repeat: action('repeat', 'Hear the question again', 'r', running, () =>
      send({ type: 'RequestHelp', help: 'repeat' }),
    ),
    hint: action('hint', 'Ask for a hint', 'h', running, () => send({ type: 'RequestHelp', help: 'hint' })),
    minute: action('minute', 'Take a minute to think', 'm', running, () =>
      send({ type: 'RequestHelp', help: 'time' }),
    ),
    next: action('next', 'Go on to the next phase', 'n', running, next),
    pause: action('pause', status === 'paused' ? 'Let the clock go on' : 'Stop the clock', 'p', open, () =>
      send({ type: status === 'paused' ? 'Resume' : 'Pause' }),
    ),
    pace: action('pace', 'Stretch the time, or take the clock away', 'c', open, pace),
    talk: action('talk', 'Everything for the conversation, or both again', '[', nothingFloats, () =>
      give('talk'),
    ),
    desk: action('desk', 'Everything for the board, or both again', ']', nothingFloats, () => give('board')),
    board: action('board', 'Write the board as text', 'b', open, board),
    trial: action('trial', 'Run the board as it stands', 'x', open, trial),
    outline: action('outline', 'The board in words', 'u', nothingFloats, outline),
    notes: action('notes', 'Your own notes', 'o', nothingFloats, notes),
    latest: action('latest', 'Go to the latest line', 'l', nothingFloats, latest),
    end: action('end', 'End the interview', 'e', open, end),
    read: action('read', 'Read the debrief', 'd', closed, read),
    replay: action('replay', 'Replay it', 'v', closed, replay),
  } satisfies Record<string, Action>;
};

export type RoomActions = ReturnType<typeof roomActions>;
