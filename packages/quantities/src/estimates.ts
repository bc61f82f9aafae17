/**
 * Arithmetic that is said aloud, and whether it holds: “fifteen million times ten opens is a hundred fifty million a day,
 * that's seventeen hundred a second”. Only what is plainly a sum is read, and only slips that people make are called slips:
 * a factor of a thousand, of a day's seconds, of bits and bytes. Whatever else does not come out may be rounding, or a
 * figure that was left unsaid.
 */
import { quantitiesIn } from './prose.ts';
import type { Powers, ProseQuantity } from './prose.ts';

export type Estimate = {
  readonly start: number;
  readonly end: number;
  readonly holds: boolean;
  /** How many times too large the answer is, where it does not hold. */
  readonly off: number;
};

/** `unitS`: of a duration in it, the seconds of the unit it was said in. */
type Sum = { readonly value: number; readonly powers: Powers; readonly unitS?: number | undefined };

const GAP_MOST = 42;
const TIMES =
  /^(?:[\s,]*(?:[a-z'-]+\s+){0,4}?)(?:times|x|×|\*|multiplied by)\s*(?:about\s|the\s|an?\s)?(?:[a-z'-]+\s+){0,2}$/i;
const OVER = /^(?:[\s,]*(?:[a-z'-]+\s+){0,4}?)(?:divided by|÷|over|\/)\s*(?:about\s|the\s)?$/i;
const OF = /^\s*of\s+(?:the\s|those\s|these\s|all\s)?$/i;
const PLUS = /^(?:[\s,]*(?:[a-z'-]+\s+){0,3}?)(?:plus|\+)\s*(?:about\s|another\s)?$/i;
const IS =
  /^(?:[\s,]*(?:[a-z'-]+[\s,]+){0,4}?)(?:=|≈|~|→|->|is|are|that's|that is|equals?|gives?(?: us| me)?|makes?|comes? (?:out )?(?:to|at)|which is|so|works out (?:to|at)|we get|i get)\s*(?:[a-z'-]+\s+){0,3}(?:~|≈)?\s*$/i;

export const estimatesIn = (text: string): readonly Estimate[] => {
  const plain = text.replaceAll('’', "'");
  const all = quantitiesIn(plain);
  const found: Estimate[] = [];
  for (let at = 0; at < all.length; at++) {
    const read = sumFrom(plain, all, at);
    if (!read) continue;
    const { sum, next } = read;
    const result = all[next];
    const last = all[next - 1];
    if (!result || !last || !IS.test(gap(plain, last, result))) continue;
    const off = offBy(sum, result);
    if (off !== undefined) found.push({ start: all[at]!.start, end: result.end, holds: off === 1, off });
    at = next - 1;
  }
  return found;
};

const gap = (text: string, from: ProseQuantity, to: ProseQuantity): string => {
  const between = text.slice(from.end, to.start);
  return between.length > GAP_MOST || /[.!?;](?:\s|$)/.test(between) ? '\u0000' : between;
};

/** Two numbers at least with something done to them; or one with a unit, which the next one may only put otherwise. */
const sumFrom = (
  text: string,
  all: readonly ProseQuantity[],
  at: number,
): { readonly sum: Sum; readonly next: number } | undefined => {
  const first = all[at];
  if (!first) return undefined;
  let sum: Sum = { ...first, unitS: unitOf(first) };
  let next = at + 1;
  for (let other = all[next]; other; other = all[++next]) {
    const between = gap(text, all[next - 1] ?? first, other);
    if (TIMES.test(between) || ((all[next - 1]?.isShare ?? false) && OF.test(between)))
      sum = product(sum, other, 1);
    else if (OVER.test(between)) sum = isConversion(sum, other) ? sum : product(sum, other, -1);
    else if (PLUS.test(between) && same(sum.powers, other.powers))
      sum = { ...sum, value: sum.value + other.value };
    else break;
  }
  if (next > at + 1) return { sum, next };
  // One rate may be put otherwise, for another time; of the same time it is another thing.
  const other = all[next];
  const isRate = (one: ProseQuantity | undefined) => (one?.powers.second ?? 0) < 0;
  const isPutOtherwise = isRate(first) && isRate(other) && first.eachS !== other?.eachS;
  return isPutOtherwise ? { sum, next } : undefined;
};

/** “A day's” divided by a day's seconds: a rate is one already, and what is done here is only to say so. */
const isConversion = ({ powers }: Sum, { value, powers: own }: ProseQuantity): boolean =>
  powers.second === -1 &&
  own.second === 0 &&
  CONVERSIONS.some((seconds) => Math.abs(value / seconds - 1) < 0.2);
const CONVERSIONS = [60, 3600, 86_400, 2_628_000];

const unitOf = ({ powers, eachS }: ProseQuantity): number | undefined =>
  powers.second > 0 ? eachS : undefined;

const product = (a: Sum, b: ProseQuantity, sign: 1 | -1): Sum => ({
  unitS: a.unitS ?? unitOf(b),
  value: sign === 1 ? a.value * b.value : b.value === 0 ? Number.NaN : a.value / b.value,
  powers: {
    second: a.powers.second + sign * b.powers.second,
    byte: a.powers.byte + sign * b.powers.byte,
    dollar: a.powers.dollar + sign * b.powers.dollar,
  },
});

const same = (a: Powers, b: Powers): boolean =>
  a.second === b.second && a.byte === b.byte && a.dollar === b.dollar;

/** People round. */
const NEAR = 1.35;
/** Slips: places, and with them a thousand; the seconds of a day or an hour, where time is in it; bits for bytes. */
const PLACES = [10, 100, 1e3, 1e4, 1e5, 1e6, 1e9];
const OF_TIME = [60, 3600, 86_400];
const OF_BYTES = [8];
const SLIP_NEAR = 1.18;
/** What a count may have left unsaid: that it is of a second, an hour, a day, a month. */
const UNSAID = [1, 60, 3600, 86_400, 604_800, 2_628_000, 31_536_000];

/** 1: it holds. Undefined: it is no sum that can be checked. */
const offBy = (sum: Sum, result: ProseQuantity): number | undefined => {
  if (!Number.isFinite(sum.value) || sum.value <= 0 || result.value <= 0) return undefined;
  const { second } = sum.powers;
  const differs = second - result.powers.second;
  if (sum.powers.byte !== result.powers.byte && sum.powers.byte * result.powers.byte !== 0) return undefined;
  if (sum.powers.dollar !== result.powers.dollar && sum.powers.dollar * result.powers.dollar !== 0)
    return undefined;
  // Bytes or dollars on one side only: “two hundred million at 4 dollars” says the unit once, a change of subject says it too.
  if (sum.powers.byte === 0 && result.powers.byte !== 0) return undefined;
  if (sum.powers.dollar === 0 && result.powers.dollar !== 0) return undefined;
  // Dollars times hours: the price was of an hour, though nobody said so.
  const known = differs === 1 && sum.unitS !== undefined && result.powers.second === 0;
  const unsaid = differs === 0 ? [1] : known ? [sum.unitS ?? 1] : Math.abs(differs) === 1 ? UNSAID : [];
  const ratios = unsaid.map((times) => (result.value / sum.value) * (differs > 0 ? times : 1 / times));
  if (ratios.some((ratio) => ratio < NEAR && ratio > 1 / NEAR)) return 1;
  if (differs !== 0 && !known) return undefined;
  const [ratio = 1] = ratios;
  const size = ratio > 1 ? ratio : 1 / ratio;
  const slips = [
    ...PLACES,
    ...(result.powers.second === 0 ? [] : OF_TIME),
    ...(result.powers.byte === 0 ? [] : OF_BYTES),
  ];
  return slips.some((slip) => size < slip * SLIP_NEAR && size > slip / SLIP_NEAR) ? ratio : undefined;
};
