/** What reads and writes drawings, apart from the page: it comes when somebody writes one. */
import { applyOperations, drawAny, emptyBoard, isMisfit } from '@dryrun/design';
import type { Board, Palette } from '@dryrun/domain';

export { boardToMermaid, drawAny } from '@dryrun/design';

/** The board that a text draws, if it draws one. */
export const boardOfText = (text: string, palette: Palette): Board | undefined => {
  const drawing = drawAny(text, palette);
  if ('misreadings' in drawing) return undefined;
  const board = applyOperations(emptyBoard, drawing.operations);
  return isMisfit(board) ? undefined : board;
};
