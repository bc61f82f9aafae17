/** The words on an arrow one by one, with the value that a word is, if it is one: “50 ms”, “20%”, “3x”, “x3”, “two”. */
export type Token = {
  readonly text: string;
  readonly value?: string;
  /** A number in letters, which counts only what comes right after it. */
  readonly spelt?: boolean;
};

const NUMBER = String.raw`(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?(?:e[+-]?\d+)?|\.\d+)`;
const UNIT = '%|ns|us|µs|ms|s|secs?|seconds?|mins?|minutes?|h|hours?|k';
const VALUE = new RegExp(`^~?${NUMBER}(${UNIT}|x|×|-way)?$`);
const TIMES = new RegExp(`^[x×]${NUMBER}$`);
const LONE_UNIT = new RegExp(`^(?:${UNIT}|x|×)$`);
const PLAIN = new RegExp(`^~?${NUMBER}$`);

const SPELT: ReadonlyMap<string, string> = new Map(
  'one two three four five six seven eight nine ten'.split(' ').map((word, at) => [word, String(at + 1)]),
);

export const tokensOf = (text: string): readonly Token[] => {
  const words = text.match(/[=:]|[^\s=:]+/g) ?? [];
  const tokens: Token[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const next = words[at + 1] ?? '';
    const joined = (PLAIN.test(word) && LONE_UNIT.test(next)) || (/^[x×~]$/.test(word) && PLAIN.test(next));
    const whole = joined ? `${word}${next}` : word;
    if (joined) at += 1;
    tokens.push({ text: whole, ...valueOf(whole) });
  }
  return tokens;
};

const valueOf = (word: string): Omit<Token, 'text'> => {
  const spelt = SPELT.get(word);
  if (spelt !== undefined) return { value: spelt, spelt: true };
  const [, number, unit = ''] = VALUE.exec(word) ?? TIMES.exec(word) ?? [];
  if (number === undefined) return {};
  const written = number.startsWith('.') ? `0${number}` : number;
  return { value: /^(?:x|×|-way)$/.test(unit) ? written : `${written}${unit}` };
};

const FILLERS: ReadonlySet<string> = new Set(
  'of is are after at to in up max maximum about most with'.split(' '),
);

/** Stands between a name and its value, and says nothing of its own. */
export const isFiller = (word: string): boolean => FILLERS.has(word);
