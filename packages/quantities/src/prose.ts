/**
 * Quantities as people write and say them: “1.5k”, “$2.50”, “seventeen hundred a second”, “a hundred fifty million a day”,
 * “three and a half gigabytes”. What is counted (users, requests, tokens) has no dimension here: people leave it out.
 */
export type ProseQuantity = {
  readonly value: number;
  /** Powers of seconds, bytes and dollars. */
  readonly powers: Powers;
  readonly isShare: boolean;
  /** Of a rate or a duration, the seconds of its unit: 86,400 of “a day” and of “two days”. */
  readonly eachS: number | undefined;
  readonly start: number;
  readonly end: number;
};
export type Powers = { readonly second: number; readonly byte: number; readonly dollar: number };

const ONES: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};
const SUFFIXES: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, mn: 1e6, b: 1e9, bn: 1e9, t: 1e12 };

const WORD = [...Object.keys(ONES), ...Object.keys(SCALES).map((scale) => `${scale}s?`)].join('|');
const SPOKEN = `(?:(?:a |half a |a quarter of a |three quarters of a )?(?:${WORD})\\b|half a(?=\\s)|point (?:${WORD})\\b)(?:(?:[ -]|,? and (?:a )?| point )(?:${WORD}|half|quarter)\\b)*`;
const DIGITS = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?(?:e\d+)?`;
const NUMBER = new RegExp(
  `([$€£])?(?:(${DIGITS})(?:\\s?(k|mn|m|bn|b|t)(?![a-z]))?((?:\\s(?:hundreds?|thousands?|millions?|billions?|trillions?))?)|(\\b${SPOKEN}))`,
  'gi',
);

const BYTES: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, g: 1e9, t: 1e12, p: 1e15 };
const BYTE_WORDS: Readonly<Record<string, number>> = {
  kilo: 1e3,
  mega: 1e6,
  giga: 1e9,
  tera: 1e12,
  peta: 1e15,
};
const TIMES: readonly (readonly [RegExp, number])[] = [
  [/^(?:ms|milliseconds?|millis)\b/i, 1e-3],
  [/^(?:us|µs|microseconds?)\b/i, 1e-6],
  [/^(?:ns|nanoseconds?)\b/i, 1e-9],
  [/^(?:s|secs?|seconds?)\b/i, 1],
  [/^(?:mins?|minutes?)\b/i, 60],
  [/^(?:h|hrs?|hours?)\b/i, 3600],
  [/^days?\b/i, 86_400],
  [/^weeks?\b/i, 604_800],
  [/^months?\b/i, 2_628_000],
  [/^years?\b/i, 31_536_000],
];
/** “a day”, “per second”, “/s”, “every month”; with what is counted before it: “requests a second”. */
const EACH =
  /^\s*(?:[a-z-]+\s){0,2}?(?:(?:an?|per|each|every)\s|\/\s?)(?=(?:s|sec|second|min|minute|h|hour|day|week|month|year)s?\b)/i;

export const quantitiesIn = (text: string): readonly ProseQuantity[] => {
  const found: ProseQuantity[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const [whole, currency, digits, suffix, scale = '', spoken] = match;
    const plain = digits === undefined ? spokenValue(spoken ?? '') : Number(digits.replaceAll(',', ''));
    if (plain === undefined || !Number.isFinite(plain)) continue;
    const value =
      plain *
      (SUFFIXES[suffix?.toLowerCase() ?? ''] ?? 1) *
      (SCALES[scale.trim().toLowerCase().replace(/s$/, '')] ?? 1);
    found.push(withUnit(text, { value, currency, start: match.index, end: match.index + whole.length }));
  }
  return found;
};

type Bare = {
  readonly value: number;
  readonly currency: string | undefined;
  readonly start: number;
  readonly end: number;
};

const withUnit = (text: string, { value, currency, start, end }: Bare): ProseQuantity => {
  let powers: Powers = { second: 0, byte: 0, dollar: currency === undefined ? 0 : 1 };
  let factor = 1;
  let at = end;
  let isShare = false;
  let eachS = powers.second < 0 ? 1 : undefined;
  const rest = () => text.slice(at, at + 40);
  const take = (pattern: RegExp): string | undefined => {
    const [taken] = pattern.exec(rest()) ?? [];
    if (taken !== undefined) at += taken.length;
    return taken;
  };
  if (take(/^\s?(?:%|percent\b|per cent\b)/i) !== undefined) {
    factor = 0.01;
    isShare = true;
  } else {
    const size = take(/^\s?(?:[kmgtp]i?b\b|(?:kilo|mega|giga|tera|peta)bytes?\b|bytes?\b|gigs?\b)/i)
      ?.trim()
      .toLowerCase();
    const time = size === undefined ? timeAt(rest()) : undefined;
    if (size !== undefined) {
      factor = bytesOf(size);
      powers = { ...powers, byte: 1 };
    } else if (time) {
      at += time.length;
      factor = time.seconds;
      eachS = time.seconds;
      powers = { ...powers, second: 1 };
    } else if (take(/^\s?(?:dollars?|bucks|usd)\b/i) !== undefined) powers = { ...powers, dollar: 1 };
    else if (take(/^\s?cents?\b/i) !== undefined) {
      factor = 0.01;
      powers = { ...powers, dollar: 1 };
    } else if (take(/^\s?(?:qps|rps|tps)\b/i) !== undefined) {
      powers = { ...powers, second: -1 };
      eachS = 1;
    } else if (take(/^\s?[Bb](?= (?:params?|parameters|model|times|tokens)\b)/) !== undefined) factor = 1e9;
  }
  if (take(EACH) !== undefined) {
    const time = timeAt(rest());
    if (time) {
      at += time.length;
      factor /= time.seconds;
      eachS = time.seconds;
      powers = { ...powers, second: powers.second - 1 };
    }
  }
  return { value: value * factor, powers, isShare, eachS, start, end: at };
};

const timeAt = (text: string): { readonly seconds: number; readonly length: number } | undefined => {
  const space = /^\s?/.exec(text)?.[0].length ?? 0;
  for (const [pattern, seconds] of TIMES) {
    const [word] = pattern.exec(text.slice(space)) ?? [];
    if (word !== undefined) return { seconds, length: space + word.length };
  }
  return undefined;
};

const bytesOf = (size: string): number => {
  if (size.startsWith('gig')) return 1e9;
  const word = Object.entries(BYTE_WORDS).find(([prefix]) => size.startsWith(prefix));
  return word?.[1] ?? BYTES[size[0] ?? ''] ?? 1;
};

/** “seventeen hundred”, “two and a half million”, “point seven four”, “twelve hundred fifty”. */
const spokenValue = (said: string): number | undefined => {
  const words = said.toLowerCase().split(/[\s,-]+/);
  let total = 0;
  let group = 0;
  let decimals: number | undefined;
  let part = 0;
  let last: number | undefined;
  for (const word of words) {
    const one = ONES[word];
    const scale = SCALES[word.replace(/s$/, '')];
    if (word === 'point') decimals = 0;
    else if (word === 'half') part = group > 0 || total > 0 ? 0.5 : ((group = 0.5), 0);
    else if (word === 'quarter') part = group > 0 || total > 0 ? 0.25 : ((group = 0.25), 0);
    else if (word === 'quarters') group *= 0.25;
    else if (one !== undefined && decimals !== undefined) {
      decimals++;
      group += one / 10 ** (one >= 10 ? ++decimals : decimals);
    } else if (one !== undefined) {
      // “twenty five” goes on, “five twenty” is two numbers that were said in one breath.
      if (last !== undefined && last < 20 && last > 0 && group % 100 !== 0) group *= 100;
      group += one;
      last = one;
    } else if (scale !== undefined) {
      const count = (group === 0 ? 1 : group) + part;
      part = 0;
      decimals = undefined;
      if (scale === 100) group = count * 100;
      else {
        total += count * scale;
        group = 0;
      }
      last = undefined;
    }
  }
  const value = total + group + part;
  return words.includes('zero') || value > 0 ? value : undefined;
};
