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
type Sum = {
  readonly value: number;
  readonly powers: Powers;
  readonly isShare: boolean;
  /** Its numbers that have no unit. */
  readonly plain: readonly number[];
  readonly unitS?: number | undefined;
};

const GAP_MOST = 42;
const TIMES =
  /^(?:[\s,]*(?:[a-z'-]+\s+){0,4}?)(?:times|x|×|\*|multiplied by)\s*(?:about\s|the\s|an?\s)?(?:[a-z'-]+\s+){0,2}$/i;
const OVER = /^(?:[\s,]*(?:[a-z'-]+\s+){0,4}?)(?:divided by|÷|over|per|\/)\s*(?:about\s|the\s)?$/i;
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
    const between = result && last && gap(plain, last, result);
    if (!result || between === undefined || !IS.test(between)) continue;
    const off = offBy(sum, result);
    const isTold =
      off === 1 || (off !== undefined && isUnderstood(plain, all.slice(at, next), result, between));
    if (isTold)
      found.push({
        start: all[at]!.start,
        end: withWhatItIs(plain, result.end),
        holds: off === 1,
        off,
      });
    at = next - 1;
  }
  return found;
};

/** What a number is of stands behind it, and a quote has it: “140 GFLOP a token”. */
const withWhatItIs = (text: string, end: number): number => {
  const [rest = ''] =
    /^(?:[^\s,;:!?()]|[ ](?!(?:and|so|but|which|because|we|it|i|that|then|if|or)\b|[-–—=→≈]))*/i.exec(
      text.slice(end, end + FURTHER_MOST),
    ) ?? [];
  const whole =
    end + rest.length < text.length && rest.length === FURTHER_MOST ? rest.replace(/\S*$/, '') : rest;
  return end + whole.replace(/\.(?:\s.*)?$|\s+$/s, '').length;
};
const FURTHER_MOST = 40;

/** Behind it stands something that was done before, by or with what was not read: “users × 20”, “(100 − 90) × 2”. */
const GOES_ON_FROM =
  /(?:[×x*÷/+^(−–-]|\d[.,]|\b(?:times|over|by|per|of|plus|minus|less|than|to|and|or|between|from))\s*$/i;
/** What is done to the answer, or that it is of each of something. */
const GOES_ON_TO =
  /^\s*(?:[a-z]+\s+)?(?:[×x*÷/+^(−–-]|times\b|divided\b|over\b|of\b|plus\b|minus\b|or\b|to\b|out of\b|(?:per|each|an?|every|for|on|in|by|at|with|after|if|once|when|without|across)\b)/i;
/** Who takes it back in the same breath has said nothing that is not so. */
const CORRECTS =
  /\b(?:no,? wait|wait,? no|wait|sorry|hang on|hold on|scratch that|i mean|correction|let me (?:redo|correct|check)|that(?:'s| is) (?:not right|wrong|off)|oops|no,? (?:that|it|so|sorry|hang|a|an|one|\d))\b|[,.;–—-]\s*no\b/i;
const CORRECTED_WITHIN = 48;
/** Words that do something to a number, or say under what it holds, and that are not worked out here. */
const DOES_MORE =
  /\b(?:half|halves|halved|twice|doubled?|tripled?|minus|less|without|squared|cubed|thirds?|quarters?|fraction|remaining|except|log|after|with|if|when|once|at|in|for|on|over|across|because|since|before|under|by|compress\w*|cached?|averag\w*|per)\b|[()]/i;
/** “… × 10, so 8 shards”: what follows may be another thing. */
const WEAK_IS = /\b(?:so|that's|that is|which is|makes?|gives?|we get|i get)\b|→|->/i;

/** Every number and unit was read in one way, and nothing was done that was not followed. */
const isUnderstood = (
  text: string,
  parts: readonly ProseQuantity[],
  result: ProseQuantity,
  between: string,
): boolean => {
  const [first] = parts;
  if (!first || ![...parts, result].every(({ isSure }) => isSure)) return false;
  if (GOES_ON_FROM.test(text.slice(Math.max(0, first.start - 12), first.start))) return false;
  if (CORRECTS.test(text.slice(result.end, result.end + CORRECTED_WITHIN))) return false;
  if (GOES_ON_TO.test(text.slice(result.end, result.end + 24))) return false;
  const done = parts.slice(1).map((part, at) => text.slice(parts[at]!.end, part.start));
  const operated = done.map((one) => one.replace(OPERATION, ''));
  if ([...operated, between.replace(COUNTED_PER, '')].some((one) => DOES_MORE.test(one))) return false;
  // Who adds and then multiplies, or divides and then multiplies, may mean either.
  const kinds = done
    .map((one) => (PLUS.test(one) ? '+' : OVER.test(one) && !/\bper\b/i.test(one) ? '/' : '*'))
    .join('');
  if (/\+[*/]|\/\*/.test(kinds)) return false;
  if (!WEAK_IS.test(between) || hasUnit(result)) return true;
  const noun = nounAfter(text, result);
  return noun === undefined || parts.some((part) => nounAfter(text, part) === noun);
};
const OPERATION = /times|multiplied by|divided by|÷|over|\/|percent of|of|plus|per/i;
/** “Per token” says what the parts are of. */
const COUNTED_PER = /\bper [a-z]+\b/i;

const hasUnit = ({ powers, isShare }: ProseQuantity): boolean =>
  isShare || Object.values(powers).some((power) => power !== 0);

const nounAfter = (text: string, { end }: ProseQuantity): string | undefined => {
  const [, noun] = /^[\s-]([a-z]{3,})/i.exec(text.slice(end, end + 24)) ?? [];
  return noun === undefined || NO_NOUN.test(noun) ? undefined : noun.toLowerCase().replace(/s$/, '');
};
const NO_NOUN =
  /^(?:and|so|but|which|that|is|are|then|times|plus|over|divided|per|we|it|because|gives|makes)$/i;

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
  let sum: Sum = { ...first, unitS: unitOf(first), plain: plainOf(first) };
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

const plainOf = (one: ProseQuantity): readonly number[] => (hasUnit(one) ? [] : [one.value]);

const product = (a: Sum, b: ProseQuantity, sign: 1 | -1): Sum => ({
  isShare: a.isShare || b.isShare,
  plain: [...a.plain, ...plainOf(b)],
  unitS: a.unitS ?? unitOf(b),
  value: sign === 1 ? a.value * b.value : b.value === 0 ? Number.NaN : a.value / b.value,
  powers: {
    second: a.powers.second + sign * b.powers.second,
    byte: a.powers.byte + sign * b.powers.byte,
    dollar: a.powers.dollar + sign * b.powers.dollar,
    flop: a.powers.flop + sign * b.powers.flop,
  },
});

const same = (a: Powers, b: Powers): boolean => a.second === b.second && sameBut(a, b);

const sameBut = (a: Omit<Powers, 'second'>, b: Omit<Powers, 'second'>): boolean =>
  a.byte === b.byte && a.dollar === b.dollar && a.flop === b.flop;

/** People round. */
const NEAR = 1.35;
/** Slips: places, and with them a thousand; the seconds of a day or an hour, where time is in it; bits for bytes. */
const PLACES = [10, 100, 1e3, 1e4, 1e5, 1e6, 1e9];
const OF_TIME = [60, 3600, 86_400];
const BITS_OF_A_BYTE = 8;
const SLIP_NEAR = 1.18;
/** What a count may have left unsaid: that it is of a second, an hour, a day, a month. */
const UNSAID = [1, 60, 3600, 86_400, 604_800, 2_628_000, 31_536_000];

/** 1: it holds. Undefined: it is no sum that can be checked. */
const offBy = (sum: Sum, result: ProseQuantity): number | undefined => {
  if (!Number.isFinite(sum.value) || sum.value <= 0 || result.value <= 0) return undefined;
  // Bytes or dollars on one side only: a unit is said once, and a change of subject has another.
  if (!sameBut(sum.powers, result.powers)) return undefined;
  const differs = sum.powers.second - result.powers.second;
  // Dollars times hours: the price was of an hour, though nobody said so.
  const known = differs === 1 && sum.unitS !== undefined && result.powers.second === 0;
  const unsaid = differs === 0 ? [1] : known ? [sum.unitS ?? 1] : Math.abs(differs) === 1 ? UNSAID : [];
  const ratios = unsaid.map((times) => (result.value / sum.value) * (differs > 0 ? times : 1 / times));
  const isNear = (ratio: number) => ratio < NEAR && ratio > 1 / NEAR;
  if (ratios.some(isNear)) return 1;
  if (differs !== 0 && !known) return undefined;
  const [ratio = 1] = ratios;
  // A number of the sum may be what lies between the units of the two sides: a day's seconds.
  const isTimed = sum.powers.second !== 0 || result.powers.second !== 0;
  if (isTimed && sum.plain.some((one) => CONVERTS.some(([least, most]) => one >= least && one <= most)))
    return undefined;
  // Parts of a hundred are said with and without their sign.
  if (SHARES.some((share) => isNear(ratio * share)) && (sum.isShare || result.isShare || sum.value <= 1))
    return undefined;
  const size = ratio > 1 ? ratio : 1 / ratio;
  const slips = [
    ...PLACES,
    ...(result.powers.second === 0 ? [] : OF_TIME),
    ...(result.powers.byte === 0 || sum.plain.includes(BITS_OF_A_BYTE) ? [] : [BITS_OF_A_BYTE]),
  ];
  return slips.some((slip) => size < slip * SLIP_NEAR && size > slip / SLIP_NEAR) ? ratio : undefined;
};

const SHARES = [100, 1 / 100];
/** How many of one unit of time are another, as people round them: days of a week, hours of a year, seconds of a day. */
const CONVERTS: readonly (readonly [least: number, most: number])[] = [
  [7, 7],
  [12, 12],
  [24, 24],
  [30, 31],
  [52, 52],
  [60, 60],
  [360, 366],
  [168, 168],
  [720, 744],
  [8700, 8800],
  [1440, 1440],
  [3600, 3600],
  [80_000, 100_000],
  [600_000, 604_800],
  [2.5e6, 2.7e6],
  [3e7, 3.2e7],
];
