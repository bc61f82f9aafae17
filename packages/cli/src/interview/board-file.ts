import { drawDesign } from '@dryrun/design';
import type { BoardOperation } from '@dryrun/domain';
import { UsageFault } from '../command.ts';
import { drawExcalidraw, drawMermaid } from '../drawing.ts';
import type { Terminal } from '../terminal.ts';

/** A drawing kept in a file, as operations on the board; or what is wrong with it. */
export const boardIn = async (
  file: string,
  { readFile }: Terminal,
): Promise<{ readonly operations: readonly BoardOperation[]; readonly told: string } | string> => {
  const operations = await read(file, readFile);
  if (typeof operations === 'string') return operations;
  const count = (op: BoardOperation['op']) => operations.filter((operation) => operation.op === op).length;
  return {
    operations,
    told: `The board shows ${counted(count('place'), 'box', 'boxes')} and ${counted(count('connect'), 'arrow', 'arrows')}.`,
  };
};

const read = async (file: string, readFile: Terminal['readFile']) => {
  try {
    const text = await readFile(file);
    if (!text.trimStart().startsWith('{')) return drawMermaid(text);
    const document: unknown = JSON.parse(text);
    return isExcalidraw(document) ? drawExcalidraw(text) : drawDesign(document);
  } catch (fault) {
    if (fault instanceof UsageFault) return fault.message;
    if (fault instanceof SyntaxError) return `${file} is not JSON: ${fault.message}.`;
    throw fault;
  }
};

const isExcalidraw = (document: unknown) =>
  typeof document === 'object' && document !== null && 'type' in document && document.type === 'excalidraw';

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
