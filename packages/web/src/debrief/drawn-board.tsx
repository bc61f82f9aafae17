import type { Board } from '@dryrun/domain';
import type { Ref } from 'react';
import { BoardOutline } from '../room/board-outline.tsx';
import { LazyDrawing } from '../room/lazy-drawing.tsx';

type Props = {
  readonly board: Board;
  readonly name: string;
  readonly marked?: string | undefined;
  readonly frame?: Ref<HTMLDivElement>;
};

/** A board to look at, and the same in words. */
export const DrawnBoard = ({ board, name, marked, frame }: Props) => (
  <>
    <div
      ref={frame}
      // What scrolls must be reachable with the keyboard.
      tabIndex={0}
      role="group"
      aria-label={name}
      className="grid min-h-40 overflow-auto rounded border border-line p-2"
    >
      <LazyDrawing
        board={board}
        name={name}
        highest={HIGHEST}
        {...(marked !== undefined && { marked: new Set([marked]) })}
      />
    </div>
    <details className="mt-2">
      <summary className="min-h-7 w-fit text-small">
        <span className="underline decoration-edge underline-offset-4">In words</span>
      </summary>
      <div className="mt-2">
        <BoardOutline board={board} />
      </div>
    </details>
  </>
);

/** As much of a page as leaves the words around it in sight. */
const HIGHEST = 560;
