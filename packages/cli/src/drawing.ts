/** Drawings of other programs, as a hand would draw them; or what is wrong with them. */
import { drawBoard, readExcalidraw, readMermaid } from '@dryrun/design';
import type { DesignFinding } from '@dryrun/design';
import type { Board, BoardOperation } from '@dryrun/domain';

export const drawMermaid = (text: string): readonly BoardOperation[] | string => drawn(readMermaid(text));

export const drawExcalidraw = (text: string): readonly BoardOperation[] | string =>
  drawn(readExcalidraw(text));

const drawn = ({
  board,
  findings,
}: {
  readonly board?: Board;
  readonly findings: readonly DesignFinding[];
}): readonly BoardOperation[] | string =>
  board ? drawBoard(board) : findings.map(({ message }) => message).join('\n');
