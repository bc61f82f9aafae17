/** What reads and writes drawings, apart from the page: it comes when somebody writes one. */
import { applyOperations, drawAny, emptyBoard, isMisfit } from '@dryrun/design';
import type { Board, BoardOperation, Palette } from '@dryrun/domain';
import { ratesIn } from '@dryrun/interview';

export { boardToMermaid, drawAny } from '@dryrun/design';

/** Whether it says itself what arrives, or anybody has: without it, it cannot be run. */
export const hasRate = (operations: readonly BoardOperation[], said: readonly string[]): boolean =>
  operations.some((operation) => operation.op === 'require' && operation.workloads.length > 0) ||
  said.some((text) => ratesIn(text).length > 0);

/** The board that a text draws, if it draws one. */
export const boardOfText = (text: string, palette: Palette): Board | undefined => {
  const drawing = drawAny(text, palette);
  if ('misreadings' in drawing) return undefined;
  const board = applyOperations(emptyBoard, drawing.operations);
  return isMisfit(board) ? undefined : board;
};
