/**
 * A design in whatever it is written: what it is is told by how it begins, never by a file's name.
 *
 *     flowchart LR …  ──▶ Mermaid ────┐
 *     { "elements": … ──▶ Excalidraw ─┴▶ board ──▶ design, with questions
 *     anything else   ──▶ document (YAML, JSON) ──▶ design
 */
import type { Palette } from '@dryrun/domain';
import type { DesignFinding, ReadDesign } from './design.ts';
import { readExcalidraw } from './excalidraw.ts';
import { readMermaid } from './mermaid.ts';
import type { ReadMermaid } from './mermaid.ts';
import { readBoard } from './read-board.ts';
import { openDesignText } from './read-design-text.ts';
import type { OpenedDesign } from './read-design-text.ts';
import { checkDesign } from './rules/check.ts';

export const DESIGN_FORMATS = ['document', 'mermaid', 'excalidraw'] as const;
export type DesignFormat = (typeof DESIGN_FORMATS)[number];

export const readAny = (text: string, palette: Palette): ReadDesign => {
  const { design, findings } = open(text, palette);
  return design ? { design, findings } : { findings };
};

/** As `readAny`, and what is likely wrong with what could be read; each finding with its line and column where the text has one. */
export const checkAny = (text: string, palette: Palette): ReadDesign => {
  const { design, findings, placed } = open(text, palette);
  return design
    ? { design, findings: [...findings, ...checkDesign(design, palette).map(placed)] }
    : { findings };
};

const open = (text: string, palette: Palette): OpenedDesign => {
  // Before anybody looks at what it is: to see that, an Excalidraw file is parsed.
  const long = tooLong(text);
  if (long) return { findings: [long], placed: (finding) => finding };
  const plain = text.replace(/^\uFEFF/, '');
  switch (formatOf(plain)) {
    case 'mermaid':
      return openDrawing(readMermaid(plain), palette);
    case 'excalidraw':
      return openDrawing(readExcalidraw(plain), palette);
    case 'document':
      return openDesignText(plain, palette);
  }
};

/** As many as the reader of the wordiest form takes. */
const CHARACTERS_MAX = 5_000_000;

export const tooLong = ({ length }: string): DesignFinding | undefined =>
  length <= CHARACTERS_MAX
    ? undefined
    : {
        code: 'too-large',
        severity: 'error',
        message: `A design's text may have ${CHARACTERS_MAX} characters as an Excalidraw file, 2000000 as YAML or JSON and 200000 as a flowchart; found ${length}. Draw copies as one component with replicas.`,
        line: 1,
        column: 1,
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

const openDrawing = ({ board, places, findings }: ReadMermaid, palette: Palette): OpenedDesign => {
  const placed = (finding: DesignFinding): DesignFinding => {
    const place = places?.get(finding.connection ?? '') ?? places?.get(finding.component ?? '');
    return place ? { ...finding, ...place } : finding;
  };
  if (!board) return { findings, placed };
  const read = readBoard(board, palette);
  return { ...read, findings: [...findings, ...read.findings.map(placed)], placed };
};
