/**
 * A design in whatever it is written, as a hand would draw it, for a board that need not run:
 *
 *     text ─▶ what keeps it from being drawn, with line and column       (misreadings)
 *          └▶ operations that draw the whole of it, and what is asked    (questions)
 *
 * Nothing is said of what the design is worth.
 */
import type { BoardOperation, Palette } from '@dryrun/domain';
import { parse } from 'yaml';
import { drawDesign } from './design-board.ts';
import type { DesignFinding } from './design.ts';
import { drawBoard } from './draw-board.ts';
import { readExcalidraw } from './excalidraw.ts';
import { readMermaid } from './mermaid.ts';
import type { ReadMermaid } from './mermaid.ts';
import { formatOf, tooLong } from './read-any.ts';
import { readBoard } from './read-board.ts';
import { readDrawing } from './read-design.ts';
import { openDesignText } from './read-design-text.ts';

export type AnyDrawing =
  | { readonly operations: readonly BoardOperation[]; readonly questions: readonly DesignFinding[] }
  | { readonly misreadings: readonly DesignFinding[] };

export const drawAny = (text: string, palette: Palette): AnyDrawing => {
  const long = tooLong(text);
  if (long) return { misreadings: [long] };
  const plain = text.replace(/^\uFEFF/, '');
  switch (formatOf(plain)) {
    case 'mermaid':
      return drawn(readMermaid(plain), palette);
    case 'excalidraw':
      return drawn(readExcalidraw(plain), palette);
    case 'document':
      return drawnDocument(plain, palette);
  }
};

const drawn = ({ board, places, findings }: ReadMermaid, palette: Palette): AnyDrawing => {
  if (!board) return { misreadings: findings };
  const asked = [...findings, ...readBoard(board, palette).findings].filter(isQuestion).map((finding) => ({
    ...finding,
    ...(places?.get(finding.connection ?? '') ?? places?.get(finding.component ?? '')),
  }));
  return { operations: drawBoard(board), questions: asked };
};

const drawnDocument = (text: string, palette: Palette): AnyDrawing => {
  const { findings } = openDesignText(text, palette, readDrawing);
  const misreadings = findings.filter(({ severity }) => severity === 'error');
  if (misreadings.length > 0) return { misreadings };
  const operations = drawDesign(parse(text));
  return typeof operations === 'string'
    ? { misreadings: [{ code: 'wrong-form', severity: 'error', message: operations, line: 1, column: 1 }] }
    : { operations, questions: findings.filter(isQuestion) };
};

/** Whether it runs, and under what load, is asked of those who run it. */
const isQuestion = ({ severity, code }: DesignFinding): boolean =>
  severity === 'question' && code !== 'no-client' && code !== 'no-workload';
