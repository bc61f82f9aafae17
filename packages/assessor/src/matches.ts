/** Every match of some words in a text, in lower case. */
const allIn = (text: string, words: RegExp): readonly string[] =>
  [...text.matchAll(new RegExp(words, 'gi'))].map(([word]) => word.toLowerCase());

export const distinctIn = (text: string, patterns: readonly RegExp[]): readonly string[] => [
  ...new Set(patterns.flatMap((words) => allIn(text, words))),
];

export const timesIn = (text: string, words: RegExp): number => allIn(text, words).length;
