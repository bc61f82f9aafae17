/** What was typed, in Markdown, as it was typed: nothing in it is markup (EX6). */

/** Within a line: emphasis, code, links, tags, entities, tables, formulas. */
const INLINE = /[\\`*<|$]|~(?=~)|(?<=\])[([:]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)/gu;

/** On a line of its own, in a list or in a quotation: line breaks become spaces. */
export const inline = (text: string): string => lineText(text.replaceAll(/\s+/g, ' ').trim());

/** A block of its own: lines stay lines, empty ones part paragraphs, and no line begins something else. */
export const block = (text: string): string =>
  text
    .trim()
    .split(/\r\n?|\n/)
    .map((line) => lineText(indented(line.trimEnd())))
    .map((line, index, lines) => (line !== '' && (lines[index + 1] ?? '') !== '' ? `${line}  ` : line))
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n');

/** Four spaces would begin a block of code. */
const indented = (line: string): string =>
  line.replace(/^[ \t]+/, (margin) => '\u00a0'.repeat(margin.replaceAll('\t', '    ').length));

const lineText = (line: string): string =>
  line
    .replaceAll(INLINE, '\\$&')
    .replace(/^(#{1,6}(?=\s|$)|[>=]|[-+](?=[\s+-]|$))/, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
