import { drawDesign } from '@dryrun/design';
import type { BoardOperation, Palette } from '@dryrun/domain';
import { UsageFault } from '../command.ts';
import { drawExcalidraw, drawMermaid } from '../drawing.ts';
import type { Drawing } from '../drawing.ts';
import type { Terminal } from '../terminal.ts';
import { questionLines } from './board-questions.ts';

/** A drawing kept in a file, as operations on the board with what there is to say about it; or what is wrong with it. */
export const boardIn = async (
  file: string,
  { readFile }: Terminal,
  palette: Palette,
  width: number,
): Promise<{ readonly operations: readonly BoardOperation[]; readonly told: string } | string> => {
  const drawing = await read(file, readFile);
  if (typeof drawing === 'string') return drawing;
  const { operations } = drawing;
  const count = (op: BoardOperation['op']) => operations.filter((operation) => operation.op === op).length;
  const shows = `The board shows ${counted(count('place'), 'box', 'boxes')} and ${counted(count('connect'), 'arrow', 'arrows')}.`;
  return { operations, told: [shows, ...questionLines(drawing, palette, width)].join('\n') };
};

const read = async (file: string, readFile: Terminal['readFile']): Promise<Drawing | string> => {
  try {
    const text = await readFile(file);
    if (!text.trimStart().startsWith('{')) return drawMermaid(text);
    if (text.length > CHARACTERS_MAX)
      return `${file} has ${text.length} characters, and a drawing at most ${CHARACTERS_MAX}: leave pictures and copies out.`;
    const document: unknown = JSON.parse(text);
    if (isExcalidraw(document)) return drawExcalidraw(text);
    const operations = drawDesign(document);
    return typeof operations === 'string' ? operations : { operations, questions: [] };
  } catch (fault) {
    if (fault instanceof UsageFault) return fault.message;
    if (fault instanceof SyntaxError) return `${file} is not JSON: ${fault.message}.`;
    throw fault;
  }
};

/** As many as the largest of the readers takes. */
const CHARACTERS_MAX = 5_000_000;

const isExcalidraw = (document: unknown) =>
  typeof document === 'object' && document !== null && 'type' in document && document.type === 'excalidraw';

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
