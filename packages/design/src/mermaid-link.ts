/**
 * One arrow of a flowchart, of any stroke and any length, its label after it or within it:
 *
 *     -->  ---  ==>  -.->  ~~~  --o  --x  <-->      -->|asks|      -- asks -->      == asks ==>      -. asks .->      e1@-->
 *
 * A dotted arrow does not wait for its answer. `~~~` only arranges, and connects nothing. A line without heads goes the way it
 * is written.
 */
import { labelText } from './drawn-text.ts';
import { isMisread, lineEnd, peekId, run, sees, skipSpaces, took, takeQuoted } from './mermaid-lexer.ts';
import type { Misread, Scanner } from './mermaid-lexer.ts';

export type Link = {
  readonly id?: string;
  readonly label?: string;
  readonly ways: 'none' | 'forth' | 'back' | 'both';
  readonly dotted: boolean;
  /** Where it stands in the text. */
  readonly at: number;
};

type Stroke = Omit<Link, 'at'>;

/** The next arrow; undefined where none begins. */
export const takeLink = (scanner: Scanner): Link | undefined | Misread => {
  skipSpaces(scanner);
  const from = scanner.at;
  const id = peekId(scanner);
  if (
    id !== undefined &&
    scanner.text[from + id.length] === '@' &&
    scanner.text[from + id.length + 1] !== '{'
  )
    scanner.at += id.length + 1;
  const named = scanner.at > from;
  const tail = takeTail(scanner);
  const drawn = takeStroke(scanner, tail);
  if (drawn === undefined) {
    scanner.at = from;
    return undefined;
  }
  if (isMisread(drawn)) return drawn;
  const label = takePiped(scanner);
  if (isMisread(label)) return label;
  return { ...drawn, id: named ? id : undefined, label: label ?? drawn.label, at: from };
};

const STROKES = ['--', '==', '-.', '~~~'] as const;

/** `<`, or an `o` or `x` that a stroke follows at once. */
const takeTail = (scanner: Scanner): string => {
  const tail = scanner.text[scanner.at] ?? '';
  if (tail === '' || !'<ox'.includes(tail)) return '';
  if (!STROKES.some((stroke) => scanner.text.startsWith(stroke, scanner.at + 1))) return '';
  scanner.at++;
  return tail;
};

const takeStroke = (scanner: Scanner, tail: string): Stroke | undefined | Misread => {
  if (run(scanner, '~') >= 3) return { ways: 'none', dotted: false };
  if (sees(scanner, '-.')) return takeDotted(scanner, tail);
  if (sees(scanner, '--')) return takeSolid(scanner, tail, '-');
  if (sees(scanner, '==')) return takeSolid(scanner, tail, '=');
  return undefined;
};

const takeSolid = (scanner: Scanner, tail: string, stroke: '-' | '='): Stroke | Misread => {
  const from = scanner.at;
  const length = run(scanner, stroke);
  const head = takeHead(scanner);
  if (head !== '' || length > 2) return { ways: waysOf(tail, head), dotted: false };

  const label = takeWithin(scanner, from, stroke.repeat(2), `${stroke}${stroke}>`);
  if (isMisread(label)) return label;
  const closing = scanner.at;
  const closed = run(scanner, stroke);
  const end = takeHead(scanner);
  if (end === '' && closed < 3) return { expected: `“${stroke}${stroke}>” to close the arrow`, at: closing };
  return { label, ways: waysOf(tail, end), dotted: false };
};

const takeDotted = (scanner: Scanner, tail: string): Stroke | Misread => {
  const from = scanner.at;
  scanner.at++;
  run(scanner, '.');
  if (took(scanner, '-')) return { ways: waysOf(tail, takeHead(scanner)), dotted: true };
  const label = takeWithin(scanner, from, '.-', '.->');
  if (isMisread(label)) return label;
  scanner.at += '.-'.length;
  return { label, ways: waysOf(tail, takeHead(scanner)), dotted: true };
};

const takeHead = (scanner: Scanner): string => {
  const head = scanner.text[scanner.at] ?? '';
  if (head === '' || !'>ox'.includes(head)) return '';
  scanner.at++;
  return head;
};

/** The same at both ends goes both ways; `<---` alone goes back. */
const waysOf = (tail: string, head: string): Link['ways'] => {
  if (tail !== '' && (tail === '<' ? '>' : tail) === head) return 'both';
  return tail === '<' && head === '' ? 'back' : 'forth';
};

/** The words in an arrow, up to where it goes on; in quotes if they hold a stroke themselves. */
const takeWithin = (
  scanner: Scanner,
  from: number,
  goesOn: string,
  closing: string,
): string | undefined | Misread => {
  skipSpaces(scanner);
  const unclosed = {
    expected: `an arrow such as “-->”, or one that opens here to be closed by “${closing}” on its line`,
    at: from,
  };
  if (sees(scanner, '"')) {
    const quoted = takeQuoted(scanner);
    if (isMisread(quoted)) return quoted;
    skipSpaces(scanner);
    return sees(scanner, goesOn) ? labelText(quoted) : unclosed;
  }
  const rest = scanner.text.slice(scanner.at, lineEnd(scanner));
  const end = rest.indexOf(goesOn);
  if (end < 0) return unclosed;
  scanner.at += end;
  // Of a long `...->` all the dots are the arrow's.
  let last = end;
  if (goesOn === '.-') while (last > 0 && rest[last - 1] === '.') last--;
  return labelText(rest.slice(0, last)) || undefined;
};

const takePiped = (scanner: Scanner): string | undefined | Misread => {
  const before = scanner.at;
  skipSpaces(scanner);
  const from = scanner.at;
  if (!took(scanner, '|')) {
    scanner.at = before;
    return undefined;
  }
  skipSpaces(scanner);
  if (sees(scanner, '"')) {
    const quoted = takeQuoted(scanner);
    if (isMisread(quoted)) return quoted;
    skipSpaces(scanner);
    if (!took(scanner, '|')) return { expected: '“|” after the quoted label', at: scanner.at };
    return labelText(quoted) || undefined;
  }
  const end = scanner.text.indexOf('|', scanner.at);
  if (end < 0 || end > lineEnd(scanner))
    return { expected: 'a second “|” on this line to close the label', at: from };
  const words = scanner.text.slice(scanner.at, end);
  scanner.at = end + 1;
  return labelText(words) || undefined;
};
