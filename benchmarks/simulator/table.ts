/** Tables in Markdown, and figures as they stand in them. */
export const table = (head: readonly string[], rows: readonly (readonly (string | boolean)[])[]): string =>
  [
    head,
    head.map(() => '---'),
    ...rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : cell ? 'yes' : '**no**'))),
  ]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

export const shown = (value: number | string | null): string => {
  if (value === null) return '–';
  return typeof value === 'string' ? value : String(Number(value.toPrecision(6)));
};
