import type { View } from '@dryrun/interview';
import { useRef, useState } from 'react';
import { remember, remembered } from '../base/storage.ts';
import { useBoardRun } from './use-board-run.ts';
import { useBoardText } from './use-board-text.ts';
import type { useRoom } from './use-room.ts';

/** The board's pane: how it is looked at, and what is written there. */
export const useBoard = (
  interview: string,
  view: View,
  room: Pick<ReturnType<typeof useRoom>, 'send' | 'showPresence'>,
) => {
  const { board, status, turns } = view;
  const paused = status === 'paused';
  const trying = useBoardRun(view, room.send);
  const [outlined, setOutlined] = useState(false);
  const openAs = `dryrun.board-open.${interview}`;
  // Whoever comes to an empty board has something to write.
  const [writing, setWriting] = useState(() =>
    board.components.length === 0 ? remembered(openAs) !== 'no' : remembered(openAs) === 'yes',
  );
  const become = (open: boolean) => {
    setWriting(open);
    remember(openAs, open ? 'yes' : 'no');
  };
  const field = useRef<HTMLTextAreaElement>(null);
  const written = useBoardText({
    interview,
    board,
    said: () => turns.map(({ text }) => text),
    paused,
    ...room,
  });
  return {
    outlined,
    writing,
    field,
    written,
    paused,
    trying,
    outline: () => setOutlined((on) => !on),
    /** The key opens the field and goes there; the button shuts it again. */
    write: () => {
      become(true);
      requestAnimationFrame(() => field.current?.focus());
    },
    shut: () => become(false),
  };
};
