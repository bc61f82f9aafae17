/** What a passage is weighed by: its words, and its ways of speaking; what people think with carries nothing. */
import { smoothed } from './clauses.ts';
import * as wording from './wording.ts';

const WAYS = Object.entries(wording).filter((entry): entry is [string, RegExp] => entry[1] instanceof RegExp);

/** As they are said, in lower case, each once; `#` is any figure and `$` an amount of money. */
export const wordsOf = (text: string): readonly string[] => [
  ...new Set(
    smoothed(text)
      .toLowerCase()
      .replaceAll(/[$€£]\s?[\d.,]+/g, ' $ ')
      .replaceAll(/\d[\d.,]*/g, ' # ')
      .match(/[a-z']+|[#$?=%]|->/g),
  ),
];

/** By the names of wording.ts. */
export const waysOf = (text: string): readonly string[] => {
  const own = smoothed(text).trim();
  return WAYS.flatMap(([name, way]) => (way.test(own) ? [name] : []));
};

const TEN_WORDS_MOST = 4;

export const lengthOf = (text: string): string =>
  `tens of words ${Math.min(TEN_WORDS_MOST, Math.floor(smoothed(text).trim().split(' ').length / 10))}`;
