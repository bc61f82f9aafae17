/**
 * One box of a flowchart: an id, then perhaps a label in a shape, then perhaps a class.
 *
 *     api      api[API]      db[("Feature store")]:::hot      db@{ shape: cyl, label: "Feature store" }
 *
 * The shape says nothing of what a box is: a cylinder is drawn for databases, queues and disks alike, and guessing would be wrong
 * too often. It is kept, so that what was drawn as a store looks like one.
 */
import { labelText } from './drawn-text.ts';
import {
  isMisread,
  lineEnd,
  peekId,
  run,
  sees,
  skipBlank,
  skipSpaces,
  took,
  takeQuoted,
} from './mermaid-lexer.ts';
import type { Misread, Scanner } from './mermaid-lexer.ts';

/** `label` is absent where the box is only mentioned; `at` is where it stands in the text. */
export type Mention = Look & { readonly id: string; readonly at: number };
type Look = { readonly label?: string; readonly isStore?: boolean };

const ID_MAX = 120;

export const takeBox = (scanner: Scanner): Mention | Misread => {
  const { at } = scanner;
  const id = takeBoxId(scanner);
  if (isMisread(id)) return id;
  const look = sees(scanner, '@{') ? takeProperties(scanner) : takeLook(scanner);
  if (isMisread(look)) return look;
  skipSpaces(scanner);
  if (took(scanner, ':::')) {
    const name = peekId(scanner);
    if (name === undefined) return { expected: 'the name of a class after “:::”', at: scanner.at };
    scanner.at += name.length;
  }
  return { id, ...look, at };
};

export const takeBoxId = (scanner: Scanner): string | Misread => {
  const id = peekId(scanner);
  if (id === undefined) return { expected: 'a box, such as “api[API]”', at: scanner.at };
  if (id.length > ID_MAX) return { expected: `an id of at most ${ID_MAX} characters`, at: scanner.at };
  scanner.at += id.length;
  return id;
};

/** Longest first: what opens a shape, and what may close it. */
const SHAPES: readonly (readonly [open: string, ...closes: string[]])[] = [
  ['(((', ')))'],
  ['((', '))'],
  ['([', '])'],
  ['(', ')'],
  ['[[', ']]'],
  ['[(', ')]'],
  ['[/', '/]', '\\]'],
  ['[\\', '\\]', '/]'],
  ['[', ']'],
  ['{{', '}}'],
  ['{', '}'],
  ['>', ']'],
];

const takeLook = (scanner: Scanner): Look | Misread => {
  const isStore = sees(scanner, '[(');
  const label = takeShape(scanner);
  if (isMisread(label)) return label;
  return label === undefined ? {} : { label, isStore };
};

/** The label in its shape, or undefined where no shape follows. */
export const takeShape = (scanner: Scanner): string | undefined | Misread => {
  const from = scanner.at;
  const shape = SHAPES.find(([open]) => sees(scanner, open));
  if (!shape) return undefined;
  const [open, ...closes] = shape;
  scanner.at += open.length;
  skipBlank(scanner);
  if (sees(scanner, '"')) {
    const quoted = takeQuoted(scanner);
    if (isMisread(quoted)) return quoted;
    skipBlank(scanner);
    if (closes.some((close) => took(scanner, close))) return labelText(quoted);
    return { expected: `“${closes.join('” or “')}” after the quoted label`, at: scanner.at };
  }
  const end = lineEnd(scanner);
  const line = scanner.text.slice(scanner.at, end);
  const inside = open.length === 1 ? balanced(line, open, closes[0] ?? '') : upTo(line, closes);
  if (inside === undefined)
    return {
      expected: `“${closes.join('” or “')}” on this line for the “${open}” that opens here; text with brackets goes in quotes`,
      at: from,
    };
  scanner.at += inside.length + (closes[0]?.length ?? 0);
  return labelText(inside);
};

/** `reads (fast)` of `reads (fast))`: brackets of the shape's own sort are counted. */
const balanced = (line: string, open: string, close: string): string | undefined => {
  let depth = 0;
  for (let at = 0; at < line.length; at++) {
    if (line[at] === close && depth-- === 0) return line.slice(0, at);
    if (line[at] === open && open !== '>') depth++;
  }
  return undefined;
};

/** Up to the nearest close; of `f(x)))` the last two close, so that what is called in a circle keeps its own bracket. */
const upTo = (line: string, closes: readonly string[]): string | undefined => {
  const ends = closes.map((close) => {
    const first = line.indexOf(close);
    if (first < 0 || close[0] !== close[1]) return first;
    let end = first;
    while (line[end + close.length] === close[0]) end++;
    return end;
  });
  const nearest = Math.min(...ends.filter((end) => end >= 0));
  return Number.isFinite(nearest) ? line.slice(0, nearest) : undefined;
};

/** What Mermaid calls a cylinder. */
const STORES: ReadonlySet<string> = new Set(['cyl', 'cylinder', 'database', 'db']);

/** `@{ shape: cyl, label: "x" }`, over lines if need be. */
export const takeProperties = (scanner: Scanner): Look | Misread => {
  const from = scanner.at;
  scanner.at += '@{'.length;
  let look: Look = {};
  for (;;) {
    while ((skipBlank(scanner), took(scanner, ',')));
    if (took(scanner, '}')) return look;
    const key = peekId(scanner);
    if (key === undefined)
      return scanner.at >= scanner.text.length
        ? { expected: 'a closing “}” for the “@{” that opens here', at: from }
        : { expected: 'a property such as “label: "API"”, or “}”', at: scanner.at };
    scanner.at += key.length;
    skipSpaces(scanner);
    if (!took(scanner, ':')) return { expected: `“:” after “${key}”`, at: scanner.at };
    skipSpaces(scanner);
    const value = takeValue(scanner);
    if (isMisread(value)) return value;
    if (key === 'label') look = { ...look, label: labelText(value) };
    if (key === 'shape') look = { ...look, isStore: STORES.has(value) };
  }
};

const takeValue = (scanner: Scanner): string | Misread => {
  if (sees(scanner, '"')) return takeQuoted(scanner);
  if (sees(scanner, "'")) return takeQuoted(scanner, "'");
  const from = scanner.at;
  while (scanner.at < scanner.text.length && !',}\n'.includes(scanner.text[scanner.at] ?? '')) scanner.at++;
  return scanner.text.slice(from, scanner.at).trim();
};

/** `A & B[Label]` */
export const takeGroup = (scanner: Scanner): readonly Mention[] | Misread => {
  const mentions: Mention[] = [];
  do {
    skipSpaces(scanner);
    const box = takeBox(scanner);
    if (isMisread(box)) return box;
    mentions.push(box);
    skipSpaces(scanner);
  } while (run(scanner, '&') > 0);
  return mentions;
};
