import type { Board } from '@dryrun/domain';
import { useEffect, useMemo, useState } from 'react';
import type { kindsOn } from './board-kinds.ts';
import { fetchPalette } from './palette.ts';

type Kinds = ReturnType<typeof kindsOn>;
type Read = (board: Board) => Kinds;

const NONE: Kinds = new Map();

/** What the boxes are, when what tells them apart is here; until then, and without it, they are boxes. */
export const useKinds = (board: Board): Kinds => {
  const [read, setRead] = useState<Read>();
  const isEmpty = board.components.length === 0;
  useEffect(() => {
    if (isEmpty) return;
    let left = false;
    const came = Promise.all([import('./board-kinds.ts'), fetchPalette()]);
    came.then(
      ([{ kindsOn: on }, palette]) => !left && setRead(() => (drawn: Board) => on(drawn, palette)),
      () => {},
    );
    return () => {
      left = true;
    };
  }, [isEmpty]);
  return useMemo(() => read?.(board) ?? NONE, [read, board]);
};
