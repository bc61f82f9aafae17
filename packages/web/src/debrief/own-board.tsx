import type { Board } from '@dryrun/domain';
import type { Ref } from 'react';
import { LINK } from '../base/button.ts';
import { DebriefPart } from './debrief-part.tsx';
import { DrawnBoard } from './drawn-board.tsx';

type Props = {
  readonly board: Board;
  /** What a piece of evidence points at. */
  readonly marked: string | undefined;
  readonly part: Ref<HTMLDivElement>;
  readonly onBack: () => void;
};

/** The board as it stood at the end. */
export const OwnBoard = ({ board, marked, part, onBack }: Props) => (
  <DebriefPart id="board" title="Your board">
    <DrawnBoard board={board} name="Your board" marked={marked} frame={part} />
    {marked !== undefined && (
      <p className="mt-1 text-small">
        Marked: <span className="font-mono">{marked}</span>.{' '}
        <button type="button" onClick={onBack} className={`min-h-7 ${LINK}`}>
          Back to the mark
        </button>
      </p>
    )}
  </DebriefPart>
);
