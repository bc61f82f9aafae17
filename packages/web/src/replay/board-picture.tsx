import type { Board } from '@dryrun/domain';
import { memo } from 'react';
import { BoardDrawing } from '../room/board-drawing.tsx';

type Props = {
  readonly board: Board;
  readonly boards: readonly Board[];
  readonly fresh: ReadonlySet<string>;
};

/** The board as it was, to be looked at. What the newest stroke changed is *now*. */
export const BoardPicture = memo(({ board, boards, fresh }: Props) => (
  <BoardDrawing board={board} name="The board" told={told(board)} among={boards} marked={fresh} />
));

/** The picture in words: boxes, then what leads where. */
const told = ({ components, connections }: Board): string => {
  const nameOf = new Map(components.map(({ id, name }) => [id, name || id]));
  const boxes = components.map(({ id }) => nameOf.get(id)).join(', ');
  const arrows = connections.map(({ from, to }) => `${nameOf.get(from)} to ${nameOf.get(to)}`).join(', ');
  return `The board: ${boxes}${arrows ? `. Arrows: ${arrows}` : ''}.`;
};
