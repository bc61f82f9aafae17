/** A stretch of a text with its place in it: code-unit offsets, so that it can be quoted to the letter. */
export type Stretch = { readonly text: string; readonly start: number; readonly end: number };

/**
 * A text's sentences. A dot ends one only before a space and a beginning: “50 ms. Then …” does, “3.5 GB”, “e.g. this”
 * and “vs. that” do not. A line break ends one too.
 */
export const sentences = (text: string): readonly Stretch[] => {
  const found: Stretch[] = [];
  let start = 0;
  const end = (at: number) => {
    const raw = text.slice(start, at);
    const from = start + (raw.length - raw.trimStart().length);
    const trimmed = raw.trim();
    if (trimmed !== '') found.push({ text: trimmed, start: from, end: from + trimmed.length });
    start = at;
  };
  for (const match of text.matchAll(/(?<![.!?…])[.!?…]+["”’)]*(?=\s|$)|(?<!\n)\n+/g)) {
    const at = match.index + match[0].length;
    if (!match[0].startsWith('\n') && ABBREVIATED.test(text.slice(start, at))) continue;
    end(at);
  }
  end(text.length);
  return found;
};

const ABBREVIATED = /(?:\b(?:e\.g|i\.e|etc|vs|approx|cf|Dr|Mr|Ms|No|Fig)|\b[A-Za-z])\.$/;

/** Words that carry no subject of their own. */
const EMPTY = new Set(
  `a about actually again all also am an and any are as at basically be because been but by can could did do does for from get
  go had has have having here how i if in into is it its just kind let like maybe me might more most much my need of okay on or
  our out really right should so some sort than that the their them then there these they thing things this those to too up us
  use used using very want was we well were what when where which who why will with would yeah yes you your`.split(
    /\s+/,
  ),
);

export type Word = { readonly stem: string; readonly start: number; readonly end: number };

/** The telling words of a text, each by its stem and with its place. */
export const tellingWords = (text: string): readonly Word[] =>
  [...text.matchAll(/[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu)].flatMap((match) => {
    const lower = match[0].toLowerCase();
    if (EMPTY.has(lower)) return [];
    return [
      { stem: stem(lower.replace(/['’].*$/, '')), start: match.index, end: match.index + match[0].length },
    ];
  });

/** Their stems alone, in their order. */
export const stemsOf = (text: string): readonly string[] => tellingWords(text).map(({ stem: own }) => own);

/** Ways of saying something, each by its stems; a single word tells nothing by itself. */
export const waysBy = (texts: readonly string[]): readonly (readonly string[])[] =>
  texts.map((way) => [...new Set(stemsOf(way))]).filter((way) => way.length > 1);

/** People and vocabularies say the same few thousand words over and over. */
const STEMS_KEPT = 20_000;
const stems = new Map<string, string>();

/** Cuts the endings that number, tense and spelling put on a word; both sides of a comparison are cut alike. */
export const stem = (word: string): string => {
  const before = stems.get(word);
  if (before !== undefined) return before;
  if (stems.size >= STEMS_KEPT) stems.clear();
  const cut = stemmed(word);
  stems.set(word, cut);
  return cut;
};

const stemmed = (word: string): string => {
  if (word.length < 4 || /\d/.test(word)) return word;
  return word
    .replace(/(?<=...)(isations?|izations?|ising|izing|ised|ized|ises|izes|ise|ize)$/, 'is')
    .replace(/(?<=...)ies$/, 'y')
    .replace(/(?<=...)(ations?|ings?|ed|es|er|ers|ly|ment|s)$/, '')
    .replace(/([^aeiou])\1$/, '$1')
    .replace(/(?<=...)e$/, '');
};
