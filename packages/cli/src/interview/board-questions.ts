/**
 * What a drawing leaves open, put to the candidate who drew it: a line for each question, a few at most. Only what could not be read
 * is asked here; what the design is worth is for the interview.
 */
import { applyOperations, emptyBoard, isMisfit, readBoard } from '@dryrun/design';
import type { Palette } from '@dryrun/domain';
import type { Drawing } from '../drawing.ts';
import { columnsOf } from './layout.ts';

const SHOWN_MAX = 3;
/** A board has no load: the interviewer has. */
const NOT_ASKED: ReadonlySet<string> = new Set(['no-workload']);

export const questionLines = (
  { operations, questions }: Drawing,
  palette: Palette,
  width: number,
): readonly string[] => {
  const board = applyOperations(emptyBoard, operations);
  const read = isMisfit(board) ? [] : readBoard(board, palette).findings;
  const asked = [...questions, ...read].filter(
    ({ severity, code }) => severity === 'question' && !NOT_ASKED.has(code),
  );
  const lines = asked.slice(0, SHOWN_MAX).map(({ message }) => `- ${short(message, width - 2)}`);
  const more = asked.length - lines.length;
  return more > 0 ? [...lines, `and ${more} more`] : lines;
};

/** The whole message on one line, or its question alone, or as much of that as fits. */
const short = (message: string, width: number): string => {
  const question = /^.*?\?(?=\s|$)/.exec(message)?.[0] ?? message;
  const fits = [message, question].find((line) => columnsOf(line) <= width);
  if (fits !== undefined) return fits;
  let cut = '';
  for (const character of question) {
    if (columnsOf(cut) + columnsOf(character) >= width) break;
    cut += character;
  }
  return `${cut}…`;
};
