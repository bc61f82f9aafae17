/**
 * A design in whatever it is written: what it is is told by how it begins, never by a file's name.
 *
 *     flowchart LR …  ──▶ Mermaid ────┐
 *     { "elements": … ──▶ Excalidraw ─┴▶ board ──▶ design, with questions
 *     anything else   ──▶ document (YAML, JSON) ──▶ design
 */
import type { Board, Palette } from '@dryrun/domain';
import type { DesignFinding, ReadDesign } from './design.ts';
import { readExcalidraw } from './excalidraw.ts';
import { readMermaid } from './mermaid.ts';
import { readBoard } from './read-board.ts';
import { readDesignText } from './read-design-text.ts';

export const DESIGN_FORMATS = ['document', 'mermaid', 'excalidraw'] as const;
export type DesignFormat = (typeof DESIGN_FORMATS)[number];

export const readAny = (text: string, palette: Palette): ReadDesign => {
  const plain = text.replace(/^\uFEFF/, '');
  switch (formatOf(plain)) {
    case 'mermaid':
      return fromDrawing(readMermaid(plain), palette);
    case 'excalidraw':
      return fromDrawing(readExcalidraw(plain), palette);
    case 'document':
      return readDesignText(plain, palette);
  }
};

export const formatOf = (text: string): DesignFormat => {
  if (MERMAID.test(text)) return 'mermaid';
  return /^\s*\{/.test(text) && isExcalidraw(text) ? 'excalidraw' : 'document';
};

/** After a title between dashes, and comments. */
const MERMAID =
  /^\s*(?:---\n(?:(?!---).*\n)*---\s*)?(?:%%.*\n\s*)*(?:flowchart|graph)(?:-elk)?(?:[ \t;]+[^\s:]|\s*$|[ \t]*\n)/;

/** A drawing has its elements at the top; a design may have them nowhere. */
const isExcalidraw = (text: string): boolean => {
  try {
    const value: unknown = JSON.parse(text);
    return (
      typeof value === 'object' &&
      value !== null &&
      !('components' in value) &&
      (('type' in value && value.type === 'excalidraw') ||
        ('elements' in value && Array.isArray(value.elements)))
    );
  } catch {
    // Cut off or mistyped: whoever wrote that it is a drawing is told by the reader of drawings what is wrong.
    return /^\s*\{\s*"type"\s*:\s*"excalidraw/.test(text);
  }
};

const fromDrawing = (
  { board, findings }: { readonly board?: Board; readonly findings: readonly DesignFinding[] },
  palette: Palette,
): ReadDesign => {
  if (!board) return { findings };
  const read = readBoard(board, palette);
  return { ...read, findings: [...findings, ...read.findings] };
};
