/** Drawings of other programs, as a hand would draw them, with what is asked about them; or what is wrong with them. */
import { drawBoard, readExcalidraw, readMermaid } from '@dryrun/design';
import type { DesignFinding } from '@dryrun/design';
import type { Board, BoardOperation } from '@dryrun/domain';

export type Drawing = {
  readonly operations: readonly BoardOperation[];
  readonly questions: readonly DesignFinding[];
};

export const drawMermaid = (text: string): Drawing | string => drawn(readMermaid(text));

export const drawExcalidraw = (text: string): Drawing | string => drawn(readExcalidraw(text));

const drawn = ({
  board,
  findings,
}: {
  readonly board?: Board;
  readonly findings: readonly DesignFinding[];
}): Drawing | string =>
  board
    ? { operations: drawBoard(board), questions: findings }
    : findings.map(({ message }) => message).join('\n');
