/** Words that were listed to be left out: “Acme, Big Corp”. */
import { asWord, escaped } from './names.ts';

/** Up to this length a word is in too many others: “Arc” is in “architecture”. */
const SHORT = 3;
export const LISTED_LEAST = 2;

export const listOf = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/[,;\n]/)
      .map((word) => word.trim().replaceAll(/\s+/g, ' '))
      .filter((word) => word !== ''),
  ),
];

/** In any case, composed or not, and however its parts are joined: “Big Corp”, “big-corp”, “BigCorp”. */
export const listedWord = (word: string): RegExp => {
  const forms = [...new Set([word.normalize('NFC'), word.normalize('NFD')])];
  const source = `(?:${forms
    .map((form) =>
      form
        .split(/[\s_-]+/u)
        .filter(Boolean)
        .map(escaped)
        .join('[\\s_.-]{0,3}'),
    )
    .join('|')})`;
  return [...word].length <= SHORT ? asWord(source, 'giu') : new RegExp(source, 'giu');
};
