/**
 * Text in columns, never wider than the page: the first column, which holds names, gives way. Colour is put on when
 * widths are settled, and says nothing that the words do not.
 */
export type Tone = 'plain' | 'strong' | 'good' | 'bad' | 'faint';
export type Paint = (text: string, tone: Tone) => string;
export type Cell = string | { readonly text: string; readonly tone: Tone };
export type Column = { readonly title: string; readonly align: 'left' | 'right' };

export const WIDTH = 80;

const CODES = { strong: '1', good: '32', bad: '31', faint: '2' } as const;

export const paintOf =
  (colour: boolean): Paint =>
  (text, tone) =>
    colour && tone !== 'plain' ? `\u001B[${CODES[tone]}m${text}\u001B[0m` : text;

export const table = (
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  paint: Paint,
): readonly string[] => {
  const widths = columns.map(({ title }, index) =>
    Math.max(title.length, ...rows.map((row) => textOf(row[index]).length)),
  );
  const spare = WIDTH - widths.slice(1).reduce((sum, width) => sum + width + GAP, 0);
  widths[0] = Math.max(NAME_MIN, Math.min(widths[0] ?? 0, spare));
  const line = (cells: readonly Cell[], tone: Tone | undefined) =>
    columns
      .map(({ align }, index) => {
        const cell = cells[index] ?? '';
        const width = widths[index] ?? 0;
        const text = shortened(textOf(cell), width);
        const padded = align === 'right' ? text.padStart(width) : text.padEnd(width);
        return paint(padded, tone ?? (typeof cell === 'string' ? 'plain' : cell.tone));
      })
      .join(' '.repeat(GAP))
      .trimEnd();
  const titles = columns.map(({ title }) => title);
  return [line(titles, 'faint'), ...rows.map((row) => line(row, undefined))];
};

const GAP = 2;
const NAME_MIN = 8;

/** Lines of words at most `WIDTH` wide; those after the first are set in. */
export const wrapped = (text: string, indent = ''): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line.trim() !== '' && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = indent + word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
};

const BAR_CELLS = 8;
const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** A share of a line, to an eighth of a character. */
export const bar = (part: number): string => {
  const eighths = Math.round(Math.min(1, Math.max(0, part)) * BAR_CELLS * 8);
  return ('█'.repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? '')).padEnd(BAR_CELLS);
};

const HEIGHTS = '▁▂▃▄▅▆▇█';
export const SPARK_CELLS = 40;

/** Over time, from nothing to its highest; a blank where nothing happened. */
export const sparkline = (values: readonly (number | null)[]): string => {
  const size = Math.max(1, Math.ceil(values.length / SPARK_CELLS));
  const cells = Array.from({ length: Math.ceil(values.length / size) }, (_, index) => {
    const known = values.slice(index * size, (index + 1) * size).filter((value) => value !== null);
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
  });
  const highest = Math.max(0, ...cells.filter((value) => value !== null));
  return cells
    .map((value) => {
      if (value === null) return ' ';
      const height = highest === 0 ? 0 : Math.round((value / highest) * (HEIGHTS.length - 1));
      return HEIGHTS[Math.max(0, height)];
    })
    .join('');
};

const textOf = (cell: Cell | undefined): string => (typeof cell === 'object' ? cell.text : (cell ?? ''));

const shortened = (text: string, width: number): string =>
  text.length <= width ? text : `${text.slice(0, width - 1)}…`;
