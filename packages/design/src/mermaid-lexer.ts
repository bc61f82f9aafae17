/**
 * A hand that moves over a flowchart's text, never backwards by more than a word:
 *
 *     api[API] -->|asks| model
 *        ^ at
 *
 * What reads with it either moves it on, or leaves a misreading that says what was expected, and where. Every step costs what it
 * passes over, so a text is read in time that grows with its length.
 */
export type Scanner = { readonly text: string; at: number };

/** What was expected, and the place where it was not found. */
export type Misread = { readonly expected: string; readonly at: number };

export const isMisread = (read: unknown): read is Misread =>
  typeof read === 'object' && read !== null && 'expected' in read;

export const sees = ({ text, at }: Scanner, words: string): boolean => text.startsWith(words, at);

/** Moves past these words, if they are next. */
export const took = (scanner: Scanner, words: string): boolean => {
  if (!sees(scanner, words)) return false;
  scanner.at += words.length;
  return true;
};

export const skipSpaces = (scanner: Scanner): void => {
  while (scanner.at < scanner.text.length && ' \t\r\u00a0'.includes(scanner.text[scanner.at] ?? ''))
    scanner.at++;
};

export const skipBlank = (scanner: Scanner): void => {
  while (scanner.at < scanner.text.length && ' \t\r\n\u00a0\ufeff'.includes(scanner.text[scanner.at] ?? ''))
    scanner.at++;
};

export const lineEnd = ({ text, at }: Scanner): number => {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
};

/** How often this character comes next; moves past them. */
export const run = (scanner: Scanner, character: string): number => {
  const from = scanner.at;
  while (scanner.text[scanner.at] === character) scanner.at++;
  return scanner.at - from;
};

/** Words joined by `-`, `.` and the like, so that `feature-store` is one id and `a-->b` is two. */
const ID = /[\p{L}\p{N}\p{M}_](?:[\p{L}\p{N}\p{M}_$]|[-./+*'%!?](?=[\p{L}\p{N}_]))*/uy;

export const peekId = ({ text, at }: Scanner): string | undefined => {
  ID.lastIndex = at;
  return ID.exec(text)?.[0];
};

/** From one quote to the next; over lines, if need be. */
export const takeQuoted = (scanner: Scanner, quote = '"'): string | Misread => {
  const end = scanner.text.indexOf(quote, scanner.at + 1);
  if (end < 0) return { expected: `a closing ${quote} for the one that opens here`, at: scanner.at };
  const inside = scanner.text.slice(scanner.at + 1, end);
  scanner.at = end + 1;
  return inside;
};

/** A line and a column, counted from 1. */
export type TextPlace = { readonly line: number; readonly column: number };

/** Looks places up in a text whose lines are counted once. */
export const placesIn = (text: string): ((at: number) => TextPlace) => {
  const starts = [0];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return (at) => {
    let [first, last] = [0, starts.length - 1];
    while (first < last) {
      const middle = Math.ceil((first + last) / 2);
      if ((starts[middle] ?? 0) <= at) first = middle;
      else last = middle - 1;
    }
    return { line: first + 1, column: at - (starts[first] ?? 0) + 1 };
  };
};

export const placeOf = (text: string, at: number): TextPlace => placesIn(text)(at);

/** What stands at a place, short enough to quote. */
export const foundAt = (text: string, at: number): string => {
  if (at >= text.length) return 'the end of the text';
  const rest = text.slice(at, lineEnd({ text, at })).trim();
  if (rest === '') return 'the end of the line';
  return `“${rest.length > 40 ? `${rest.slice(0, 39)}…` : rest}”`;
};
