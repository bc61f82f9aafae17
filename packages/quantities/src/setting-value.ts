/**
 * One value of a setting, from what was written to base units, by the setting's type. Whoever reads values reads them here, so that
 * a palette's default and a design's value mean the same, and what is wrong with either is told in the same words.
 *
 *     “10ms” ── duration ──▶ 0.01        “30 %” ── share ──▶ 0.3        10 ── duration ──▶ needs a unit
 *
 * A number that comes out is finite and within the setting's bounds; nothing is guessed from a number without its unit.
 */
import { describeDimension, parseQuantity } from './quantity.ts';
import type { Dimension } from './quantity.ts';

export type Scalar = number | string | boolean;

export const isScalar = (value: unknown): value is Scalar =>
  typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean';

/** What a value has to be. Bounds are in base units. */
export type Expected = {
  readonly type:
    | 'count'
    | 'number'
    | 'share'
    | 'duration'
    | 'size'
    | 'rate'
    | 'price'
    | 'money'
    | 'quantity'
    | 'word'
    | 'flag'
    | 'text';
  readonly oneOf?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  /** What a `quantity` measures, as `describeDimension` puts it. */
  readonly dimension?: string;
  /** A plain number is understood, because the name says what it counts: `rps: 720`. */
  readonly plain?: boolean;
};

/** What is wrong, as the middle of a sentence: “servers of “api” *must be at least 1*; found 0.” */
export type WrongValue = {
  readonly code: 'missing-unit' | 'wrong-unit' | 'out-of-range' | 'not-a-word' | 'wrong-form';
  readonly expected: string;
};
export type ReadValue = { readonly value: Scalar } | WrongValue;

/** What a board can hold of a text. */
const TEXT_MAX = 500;

export const readValue = (expected: Expected, raw: unknown): ReadValue => {
  if (!isScalar(raw)) return { code: 'wrong-form', expected: `must be one value, ${exampleOf(expected)}` };
  if (typeof raw === 'string' && raw.length > TEXT_MAX)
    return { code: 'out-of-range', expected: `must be no longer than ${TEXT_MAX} characters` };
  switch (expected.type) {
    case 'text':
      return { value: String(raw) };
    case 'word':
      return wordOf(expected, raw);
    case 'flag':
      return flagOf(raw);
    case 'count':
    case 'number':
    case 'share':
    case 'duration':
    case 'size':
    case 'rate':
    case 'price':
    case 'money':
    case 'quantity':
      return typeof raw === 'boolean'
        ? { code: 'wrong-form', expected: `must be a number, ${exampleOf(expected)}` }
        : amountOf(expected, raw);
  }
};

const wordOf = ({ oneOf }: Expected, raw: Scalar): ReadValue => {
  const word = String(raw).trim();
  if (word === '') return { code: 'not-a-word', expected: 'must be a word' };
  if (!oneOf || oneOf.includes(word)) return { value: word };
  const meant = oneOf.find((one) => one === word.toLowerCase().replaceAll(/[\s_]+/g, '-'));
  return meant === undefined
    ? { code: 'not-a-word', expected: `must be ${oneOf.length === 1 ? '' : 'one of '}${oneOf.join(', ')}` }
    : { value: meant };
};

const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['yes', true],
  ['on', true],
  ['false', false],
  ['no', false],
  ['off', false],
]);

const flagOf = (raw: Scalar): ReadValue => {
  const value = FLAGS.get(String(raw).trim().toLowerCase());
  return value === undefined ? { code: 'not-a-word', expected: 'must be true or false' } : { value };
};

const amountOf = (expected: Expected, raw: string | number): ReadValue => {
  const text = String(raw).trim();
  if (/^[+-]?\.?(nan|inf(inity)?)$/i.test(text))
    return { code: 'out-of-range', expected: `must be a finite number, ${exampleOf(expected)}` };
  if (typeof raw === 'number') return unitless(expected, raw);
  // As digits, because 99.9 × 0.01 is not 0.999.
  const percent = /^(-?\d+(?:\.\d+)?)\s?%$/.exec(text);
  if (percent && fits(expected, {})) return bounded(expected, Number(`${percent[1]}e-2`));
  const negative = text.startsWith('-');
  const quantity = parseQuantity(respelled(expected, text.replace(/^[-+]/, '')));
  if (typeof quantity === 'string') {
    const code = /^[-+]?\$?\s?\d/.test(text) ? 'wrong-unit' : 'wrong-form';
    return { code, expected: `must be ${nounOf(expected)}, ${exampleOf(expected)}` };
  }
  const value = negative ? -quantity.value : quantity.value;
  if (Object.keys(quantity.dimension).length === 0 && !text.includes('%')) return unitless(expected, value);
  if (!fits(expected, quantity.dimension)) {
    return { code: 'wrong-unit', expected: `must be ${nounOf(expected)}, ${exampleOf(expected)}` };
  }
  return bounded(expected, value);
};

const unitless = (expected: Expected, value: number): ReadValue =>
  value === 0 || expected.plain || fits(expected, {})
    ? bounded(expected, value)
    : { code: 'missing-unit', expected: `needs a unit, ${exampleOf(expected)}` };

/** Two ways of writing that a table of units cannot know: “rps” is a rate, and a size's lone “B” no billion. */
const respelled = ({ type }: Expected, text: string): string => {
  if (type === 'rate') return text.replace(/(?<![A-Za-z])[rq]ps$/i, 'requests/s');
  return type === 'size' ? text.replace(/^([\d.,]+)\s*B$/, '$1 byte') : text;
};

const bounded = (expected: Expected, value: number): ReadValue => {
  const { type } = expected;
  const min = expected.min ?? (type === 'number' ? Number.NEGATIVE_INFINITY : 0);
  const max = expected.max ?? (type === 'share' ? 1 : Number.POSITIVE_INFINITY);
  const wrong = (text: string): WrongValue => ({ code: 'out-of-range', expected: text });
  if (!Number.isFinite(value)) return wrong(`must be a finite number, ${exampleOf(expected)}`);
  if (type === 'count' && !Number.isInteger(value)) return wrong('must be a whole number');
  if (value < min) return wrong(`must be at least ${min}${baseOf(expected)}`);
  if (value > max) {
    const percent = type === 'share' && max === 1 && value <= 100 ? `, such as 30 % or 0.3` : '';
    return wrong(`must be at most ${max}${baseOf(expected)}${percent}`);
  }
  return { value: value === 0 ? 0 : value };
};

const BASES: ReadonlySet<string> = new Set(['s', 'byte', 'usd', 'flop', 'watt']);

/** Whether the dimension is `wanted` and at most one counted noun to the power `noun` beside it. */
const isWithNoun = (dimension: Dimension, wanted: Dimension, noun: 1 | -1 | 0): boolean => {
  const rest = Object.entries(dimension).filter(([base, power]) => wanted[base] !== power);
  const all = Object.keys(wanted).every((base) => dimension[base] === wanted[base]);
  const [one] = rest;
  return all && (one === undefined || (rest.length === 1 && one[1] === noun && !BASES.has(one[0])));
};

const fits = (expected: Expected, dimension: Dimension): boolean => {
  switch (expected.type) {
    case 'count':
    case 'number':
      return isWithNoun(dimension, {}, 1);
    case 'share':
      return isWithNoun(dimension, {}, 0);
    case 'duration':
      return isWithNoun(dimension, { s: 1 }, 0);
    case 'size':
      return isWithNoun(dimension, { byte: 1 }, 0);
    case 'rate':
      return isWithNoun(dimension, { s: -1 }, 1) || isWithNoun(dimension, { byte: 1, s: -1 }, 0);
    case 'price':
      return isWithNoun(dimension, { usd: 1, s: -1 }, -1);
    case 'money':
      return isWithNoun(dimension, { usd: 1 }, -1);
    case 'quantity':
      return describeDimension(dimension) === (expected.dimension ?? describeDimension({}));
    case 'word':
    case 'flag':
    case 'text':
      return false;
  }
};

const nounOf = ({ type, dimension }: Expected): string => {
  switch (type) {
    case 'count':
      return 'a whole number';
    case 'number':
      return 'a plain number';
    case 'share':
      return 'a share';
    case 'duration':
      return 'a duration';
    case 'size':
      return 'a size';
    case 'rate':
      return 'a rate';
    case 'price':
      return 'a price for a time';
    case 'money':
      return 'an amount of dollars';
    case 'quantity':
      return `in ${dimension ?? 'plain numbers'}`;
    case 'word':
      return 'a word';
    case 'flag':
      return 'true or false';
    case 'text':
      return 'a text';
  }
};

const exampleOf = ({ type, dimension, oneOf }: Expected): string => {
  switch (type) {
    case 'count':
      return 'such as 3';
    case 'number':
      return 'such as 1.5';
    case 'share':
      return 'such as 30 % or 0.3';
    case 'duration':
      return 'such as 10ms';
    case 'size':
      return 'such as 4 GB';
    case 'rate':
      return 'such as 500/s';
    case 'price':
      return 'such as $2.50/h';
    case 'money':
      return 'such as $0.01';
    case 'quantity':
      return `such as 10 ${dimension ?? ''}`.trim();
    case 'word':
      return `such as ${oneOf?.[0] ?? 'a name'}`;
    case 'flag':
      return 'true or false';
    case 'text':
      return 'such as a sentence';
  }
};

/** The base unit that bounds are given in, behind the number. */
const baseOf = ({ type, dimension }: Expected): string => {
  const units: Partial<Record<Expected['type'], string>> = {
    duration: ' s',
    size: ' bytes',
    rate: '/s',
    price: ' $/s',
    money: ' $',
    quantity: dimension === undefined ? '' : ` ${dimension}`,
  };
  return units[type] ?? '';
};
