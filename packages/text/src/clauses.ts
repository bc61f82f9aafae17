/** Sounds and words that people think with. They carry nothing, wherever they stand. */
const FILLER = /\b(?:um+|uh+|erm?|hmm+|mhm|you know|i mean|sort of|kind of|like)\b,?/gi;

/** Every filler as so many spaces, so that places stay what they were. */
export const withoutFillers = (text: string): string =>
  text.replaceAll(FILLER, (filler) => ' '.repeat(filler.length));

/** With the apostrophe that a keyboard has, so that “don’t” and “don't” are one word. */
export const inPlainMarks = (text: string): string => text.replaceAll('’', "'");

/** In plain marks, without what one thinks with, and with one space between words. */
export const smoothed = (text: string): string => withoutFillers(inPlainMarks(text)).replaceAll(/\s+/g, ' ');

/**
 * A text in clauses: what somebody says in one go. Written text has its marks; spoken text often has none, and is cut
 * where a speaker takes a new breath (“and then”, “so”, “but”, “because”). No clause is longer than thirty words.
 */
import type { Stretch } from './sentences.ts';

const WORDS_LEAST = 3;
const WORDS_MOST = 30;

const BREAK =
  /(?<![.!?…])[.!?…]+(?=\s|$)|(?<![;:\n])[;:\n]+|(?<=\w)\s+(?=(?:and then|and so|so then|and the|right so|but|because|okay|so)\b)/gi;

export const clauses = (text: string): readonly Stretch[] => {
  const found: Stretch[] = [];
  let start = 0;
  const plain = withoutFillers(text);
  for (const match of plain.matchAll(BREAK)) {
    push(found, text, plain, start, match.index);
    start = match.index + match[0].length;
  }
  push(found, text, plain, start, text.length);
  return found;
};

const push = (found: Stretch[], text: string, plain: string, from: number, to: number): void => {
  const words = [...plain.slice(from, to).matchAll(/\S+/g)];
  for (let first = 0; first < words.length; first += WORDS_MOST) {
    const own = words.slice(first, first + WORDS_MOST);
    const [head, tail] = [own[0], own.at(-1)];
    if (!head || !tail || own.length < WORDS_LEAST) continue;
    const start = from + head.index;
    const end = from + tail.index + tail[0].length;
    found.push({ text: text.slice(start, end), start, end });
  }
};
