/**
 * Quantities as people write and say them: “1.5k”, “$2.50”, “seventeen hundred a second”, “a hundred fifty million a day”,
 * “three and a half gigabytes”. What is counted (users, requests, tokens) has no dimension here: people leave it out.
 */
export type ProseQuantity = {
  readonly value: number;
  /** Powers of seconds, bytes, dollars and floating-point operations. */
  readonly powers: Powers;
  readonly isShare: boolean;
  /** It can be read in one way only: “5m” may be minutes, “1.500” has two readings, “40 Mtok” is a unit that is not known. */
  readonly isSure: boolean;
  /** Of a rate or a duration, the seconds of its unit: 86,400 of “a day” and of “two days”. */
  readonly eachS: number | undefined;
  readonly start: number;
  readonly end: number;
};
export type Powers = {
  readonly second: number;
  readonly byte: number;
  readonly dollar: number;
  readonly flop: number;
};

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
const SUFFIXES: Readonly<Record<string, number>> = {
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  b: 1e9,
  bn: 1e9,
  g: 1e9,
  t: 1e12,
};
/** They may be minutes, bytes, bits or tonnes as well. */
const DOUBTED_SUFFIX = /^[mbtgGT]$/;

const WORD = [...Object.keys(ONES), ...Object.keys(SCALES).map((scale) => `${scale}s?`)].join('|');
const SPOKEN = `(?:(?:a |half a |a quarter of a |three quarters of a )?(?:${WORD})\\b|half a(?=\\s)|point (?:${WORD})\\b)(?:(?:[ -]|,? and (?:a )?| point )(?:${WORD}|half|quarter)\\b)*`;
const DIGITS = String.raw`\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?![\d.,]*\d)(?:\.\d+)?|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?(?:e[+-]?\d+|(?:\^|\*\*)\d+|[⁰¹²³⁴-⁹]+)?`;
const NUMBER = new RegExp(
  `([$€£])?(?:(${DIGITS})(?:\\s?(k|mn|m|bn|b|g|t)(?![a-z]))?((?:\\s(?:hundreds?|thousands?|millions?|billions?|trillions?))?)|(\\b${SPOKEN}))`,
  'gi',
);

const PREFIXES: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, g: 1e9, t: 1e12, p: 1e15, e: 1e18 };
const PREFIX_WORDS: Readonly<Record<string, number>> = {
  kilo: 1e3,
  mega: 1e6,
  giga: 1e9,
  tera: 1e12,
  peta: 1e15,
  exa: 1e18,
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
/** “a day”, “per second”, “/s”, “every month”; with what is counted before it: “requests a second”, “tokens/s”. */
const EACH =
  /^\s*(?:[a-z-]+\s){0,2}?(?:[a-z-]+(?:\/[a-z-]+)?(?=\s?\/))?\s?(?:(?:an?|per|each|every)\s|\/\s?)(?=(?:s|sec|second|min|minute|h|hr|hour|day|week|month|year)s?\b)/i;

export const quantitiesIn = (text: string): readonly ProseQuantity[] => {
  const found: ProseQuantity[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const [whole, currency, digits, suffix, scale = '', spoken] = match;
    const plain = digits === undefined ? spokenValue(spoken ?? '') : digitsValue(digits);
    if (plain === undefined || !Number.isFinite(plain)) continue;
    const value =
      plain *
      (SUFFIXES[suffix?.toLowerCase() ?? ''] ?? 1) *
      (SCALES[scale.trim().toLowerCase().replace(/s$/, '')] ?? 1);
    const isSure = !DOUBTED_DIGITS.test(digits ?? '') && !DOUBTED_SUFFIX.test(suffix ?? '');
    found.push(
      withUnit(text, { value, currency, isSure, start: match.index, end: match.index + whole.length }),
    );
  }
  return found;
};

/** “1.500” is one and a half here and fifteen hundred elsewhere; a space may stand between two numbers. */
const DOUBTED_DIGITS = /^\d{1,3}\.\d{3}$|\s/;
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** “1,250,000”, “70e9”, “10^9”, “10⁹”. */
const digitsValue = (digits: string): number => {
  const [base = '', power] = digits.replaceAll(/[,\s]/g, '').split(/\^|\*\*|(?=[⁰¹²³⁴-⁹])/, 2);
  if (power === undefined) return Number(base);
  const raised = /[⁰¹²³⁴-⁹].*$/.exec(digits)?.[0];
  return Number(base) ** Number(raised ? [...raised].map((one) => RAISED.indexOf(one)).join('') : power);
};

type Bare = {
  readonly value: number;
  readonly currency: string | undefined;
  readonly isSure: boolean;
  readonly start: number;
  readonly end: number;
};

type Unit = {
  readonly says: RegExp;
  readonly factor: (said: string) => number;
  readonly powers: Partial<Powers>;
};

const prefixOf = (said: string): number =>
  Object.entries(PREFIX_WORDS).find(([prefix]) => said.startsWith(prefix))?.[1] ??
  PREFIXES[said[0] ?? ''] ??
  1;

const UNITS: readonly Unit[] = [
  {
    says: /^\s?(?:[kmgtp]i?b\b|(?:kilo|mega|giga|tera|peta)bytes?\b|bytes?\b|gigs?\b)/i,
    factor: (said) => (said.startsWith('byte') ? 1 : prefixOf(said)),
    powers: { byte: 1 },
  },
  {
    says: /^[\s-]?(?:[kmgt]|kilo|mega|giga|tera)?bits?\b/i,
    factor: (said) => (said.startsWith('bit') ? 1 : prefixOf(said)) / 8,
    powers: { byte: 1 },
  },
  { says: /^\s?[kmgt]bps\b/i, factor: (said) => prefixOf(said) / 8, powers: { byte: 1, second: -1 } },
  {
    says: /^\s?(?:[kmgtpe]|mega|giga|tera|peta|exa)?flops?\b/i,
    factor: (said) => (said.startsWith('flop') ? 1 : prefixOf(said)),
    powers: { flop: 1 },
  },
  { says: /^\s?(?:dollars?|bucks|usd)\b/i, factor: () => 1, powers: { dollar: 1 } },
  { says: /^\s?cents?\b/i, factor: () => 0.01, powers: { dollar: 1 } },
  { says: /^\s?(?:qps|rps|tps)\b/i, factor: () => 1, powers: { second: -1 } },
  { says: /^\s?B(?= (?:params?|parameters|model|times|tokens)\b)/i, factor: () => 1e9, powers: {} },
];
/** “Gb” is a gigabit to some. */
const DOUBTED_UNIT = /^[KMGTP]b$/;
/** A letter that goes on, a power, or a unit with a size before it that is none of the known. */
const UNKNOWN_UNIT =
  /^(?:(?!x(?![A-Za-z]))[A-Za-z²³^µ]|\s?(?:[kKMGTPEµ](?:OPs?|Hz|Wh?|J|V|A|px|pps|[Tt]ok\w*|[Rr]eq\w*|[Pp]arams?|[Pp]ix\w*)\b|(?:[Kk]ilo|[Mm]ega|[Gg]iga|[Tt]era|[Pp]eta|[Ee]xa|[Mm]illi|[Mm]icro|[Nn]ano)[a-z]|(?:lakhs?|crores?|dozens?|basis|bps|pp|ppm|MM|mm)\b))/;

const withUnit = (
  text: string,
  { value, currency, isSure: isSureNumber, start, end }: Bare,
): ProseQuantity => {
  let powers: Powers = { second: 0, byte: 0, dollar: currency === undefined ? 0 : 1, flop: 0 };
  let factor = 1;
  let at = end;
  let isSure = isSureNumber;
  let eachS: number | undefined;
  const rest = () => text.slice(at, at + 40);
  const take = (pattern: RegExp): string | undefined => {
    const [taken] = pattern.exec(rest()) ?? [];
    if (taken !== undefined) at += taken.length;
    return taken;
  };
  const isShare = take(/^\s?(?:%|percent\b|per cent\b)/i) !== undefined;
  const unit = isShare ? undefined : UNITS.find(({ says }) => says.test(rest()));
  const time = isShare || unit ? undefined : timeAt(rest());
  if (isShare) factor = 0.01;
  else if (unit) {
    const said = (take(unit.says) ?? '').replace(/^[\s-]/, '');
    factor = unit.factor(said.toLowerCase());
    powers = { ...powers, ...unit.powers };
    if (unit.powers.second === -1) eachS = 1;
    if (DOUBTED_UNIT.test(said)) isSure = false;
  } else if (time) {
    at += time.length;
    factor = time.seconds;
    eachS = time.seconds;
    powers = { ...powers, second: 1 };
  }
  if (take(EACH) !== undefined) {
    const each = timeAt(rest());
    if (each) {
      at += each.length;
      factor /= each.seconds;
      eachS = each.seconds;
      powers = { ...powers, second: powers.second - 1 };
    }
  }
  if (UNKNOWN_UNIT.test(rest())) isSure = false;
  return { value: value * factor, powers, isShare, isSure, eachS, start, end: at };
};

const timeAt = (text: string): { readonly seconds: number; readonly length: number } | undefined => {
  const space = /^\s?/.exec(text)?.[0].length ?? 0;
  for (const [pattern, seconds] of TIMES) {
    const [word] = pattern.exec(text.slice(space)) ?? [];
    if (word !== undefined) return { seconds, length: space + word.length };
  }
  return undefined;
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
