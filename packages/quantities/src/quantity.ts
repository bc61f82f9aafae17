/**
 * Quantities as experts write them: a number with its unit, “2M users”, “3 requests/user/day”, “$2.50/h”, “80 GB”.
 *
 *     value × base units to their powers        seconds, bytes, dollars, and every counted noun is a base of its own
 *
 * So `users × requests/user/day` is requests a second without a conversion being written, and a sum whose parts do
 * not belong together does not come out at all.
 */
export type Quantity = { readonly value: number; readonly dimension: Dimension };

/** Base unit → its power; a power of zero is left out. */
export type Dimension = Readonly<Record<string, number>>;

const SUFFIXES: Readonly<Record<string, number>> = { k: 1e3, K: 1e3, M: 1e6, B: 1e9, G: 1e9, T: 1e12 };

type Unit = { readonly base: string; readonly factor: number };
const unitsOf = (
  base: string,
  factors: Readonly<Record<string, number>>,
): readonly (readonly [string, Unit])[] =>
  Object.entries(factors).map(([name, factor]) => [name, { base, factor }]);

const UNITS: ReadonlyMap<string, Unit> = new Map([
  ...unitsOf('s', {
    ns: 1e-9,
    us: 1e-6,
    µs: 1e-6,
    ms: 1e-3,
    s: 1,
    sec: 1,
    second: 1,
    min: 60,
    minute: 60,
    h: 3600,
    hour: 3600,
    day: 86_400,
    week: 604_800,
    // Twelve to a year of 365 days.
    month: 2_628_000,
    year: 31_536_000,
  }),
  ...unitsOf('byte', {
    B: 1,
    byte: 1,
    kB: 1e3,
    KB: 1e3,
    MB: 1e6,
    GB: 1e9,
    TB: 1e12,
    PB: 1e15,
    KiB: 2 ** 10,
    MiB: 2 ** 20,
    GiB: 2 ** 30,
    TiB: 2 ** 40,
    bit: 1 / 8,
    kbit: 1e3 / 8,
    Mbit: 1e6 / 8,
    Gbit: 1e9 / 8,
  }),
  ...unitsOf('usd', { USD: 1, usd: 1, $: 1, '¢': 0.01 }),
  ...unitsOf('flop', { FLOP: 1, GFLOP: 1e9, TFLOP: 1e12, PFLOP: 1e15, EFLOP: 1e18 }),
  ...unitsOf('watt', { W: 1, kW: 1e3, MW: 1e6 }),
]);

const NUMBER = String.raw`(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:e([+-]?\d+))?`;
const WRITTEN = new RegExp(String.raw`^\s*(\$)?\s*${NUMBER}\s?(%|[kKMBGT](?![A-Za-z]))?\s*(.*?)\s*$`);

/** A quantity, or why the text is none. */
export const parseQuantity = (text: string): Quantity | string => {
  const match = WRITTEN.exec(text);
  if (!match) return `expected a number with its unit, such as “2M users” or “500 ms”; found “${text}”`;
  const [, dollars, digits = '', exponent, suffix, rest = ''] = match;
  const scale = suffix === '%' ? 0.01 : (SUFFIXES[suffix ?? ''] ?? 1);
  const number = Number(digits.replaceAll(',', '')) * 10 ** Number(exponent ?? 0) * scale;
  const unit = unitOf(
    `${dollars ? '$' : ''}${dollars && rest !== '' && !rest.startsWith('/') ? ' ' : ''}${rest}`,
  );
  return typeof unit === 'string' ? unit : { value: number * unit.value, dimension: unit.dimension };
};

/** “requests/user/day”, “GB/s”, “$/1M tokens”: factors are multiplied, everything behind a “/” divides. */
const unitOf = (text: string): Quantity | string => {
  if (text === '') return { value: 1, dimension: {} };
  let value = 1;
  const dimension: Record<string, number> = {};
  for (const [index, part] of text.split('/').entries()) {
    const power = index === 0 ? 1 : -1;
    for (const word of part.trim().split(/[\s·×*]+/)) {
      if (word === '' || word === 'per') continue;
      const scaled = /^(\d+(?:\.\d+)?)([kMBGT])?$/.exec(word);
      if (scaled) {
        value *= (Number(scaled[1]) * (SUFFIXES[scaled[2] ?? ''] ?? 1)) ** power;
        continue;
      }
      const squared = /^(.+?)([²2])$/.exec(word);
      const unit = baseOf(squared?.[1] ?? word);
      if (unit === undefined)
        return `expected a unit made of words, “/” and known abbreviations; found “${word}”`;
      const times = squared ? 2 * power : power;
      value *= unit.factor ** times;
      dimension[unit.base] = (dimension[unit.base] ?? 0) + times;
    }
  }
  return { value, dimension: withoutZeros(dimension) };
};

/** A known unit, or a noun that is counted: “tokens” and “token” are one. */
const baseOf = (word: string): Unit | undefined => {
  const known = UNITS.get(word) ?? UNITS.get(word.replace(/s$/, ''));
  if (known) return known;
  if (!/^[A-Za-z][A-Za-z-]*$/.test(word)) return undefined;
  const noun = word.toLowerCase();
  return { base: noun.endsWith('ies') ? `${noun.slice(0, -3)}y` : noun.replace(/(?<!s)s$/, ''), factor: 1 };
};

export const times = (a: Quantity, b: Quantity, power: 1 | -1 = 1): Quantity => {
  const dimension: Record<string, number> = { ...a.dimension };
  for (const [base, exponent] of Object.entries(b.dimension))
    dimension[base] = (dimension[base] ?? 0) + power * exponent;
  return { value: a.value * b.value ** power, dimension: withoutZeros(dimension) };
};

/** Undefined where the two do not belong together. */
export const plus = (a: Quantity, b: Quantity, sign: 1 | -1 = 1): Quantity | undefined =>
  sameDimension(a.dimension, b.dimension)
    ? { value: a.value + sign * b.value, dimension: a.dimension }
    : undefined;

export const sameDimension = (a: Dimension, b: Dimension): boolean =>
  describeDimension(a) === describeDimension(b);

/** “request/s”, in an order that does not depend on how it was written. */
export const describeDimension = (dimension: Dimension): string => {
  const side = (sign: 1 | -1) =>
    Object.entries(dimension)
      .filter(([, power]) => Math.sign(power) === sign)
      .map(([base, power]) => (Math.abs(power) === 1 ? base : `${base}^${Math.abs(power)}`))
      .sort();
  const above = side(1).join('·');
  const below = side(-1).join('·');
  if (above === '' && below === '') return 'a plain number';
  return below === '' ? above : `${above || '1'}/${below}`;
};

const withoutZeros = (dimension: Readonly<Record<string, number>>): Dimension =>
  Object.fromEntries(Object.entries(dimension).filter(([, power]) => power !== 0));
