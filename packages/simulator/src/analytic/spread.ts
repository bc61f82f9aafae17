/**
 * How long something takes, as far as an answer in closed form needs to know: a few alternatives, each a certain time
 * and a gamma-distributed one on top, fitted to mean and variance.
 *
 *     with weight   floor ──certain──┤~~~~ gamma(mean − floor, variance) ~~~~        a hit | a miss that waits | …
 *
 * A lone exponential station stays exactly exponential. Alternatives never become many: the nearest are merged.
 */
export type Part = {
  readonly weight: number;
  readonly floor: number;
  /** With the floor. */
  readonly mean: number;
  readonly variance: number;
};

export type Spread = {
  readonly parts: readonly Part[];
  /** Where the quantile is known in closed form. */
  readonly exact?: (p: number) => number;
};

const PARTS_MAX = 8;

export const certain = (time: number): Spread => ({
  parts: [{ weight: 1, floor: time, mean: time, variance: 0 }],
});
export const NOTHING = certain(0);

/** By mean and squared coefficient of variation. */
export const gamma = (mean: number, cv2: number): Spread =>
  mean <= 0 || cv2 <= 0
    ? certain(Math.max(0, mean))
    : { parts: [{ weight: 1, floor: 0, mean, variance: cv2 * mean ** 2 }] };

export const meanOf = ({ parts }: Spread): number =>
  parts.reduce((sum, { weight, mean }) => sum + weight * mean, 0);

export const varianceOf = (spread: Spread): number => {
  const mean = meanOf(spread);
  return spread.parts.reduce((sum, part) => sum + part.weight * (part.variance + (part.mean - mean) ** 2), 0);
};

/** One after the other, independently. */
export const plus = (a: Spread, b: Spread): Spread => {
  const parts = a.parts.flatMap((x) =>
    b.parts.map((y) => ({
      weight: x.weight * y.weight,
      floor: x.floor + y.floor,
      mean: x.mean + y.mean,
      variance: x.variance + y.variance,
    })),
  );
  return { parts: merged(parts), exact: shifted(a, b) ?? shifted(b, a) };
};

const shifted = ({ exact }: Spread, by: Spread): Spread['exact'] => {
  const [only] = by.parts;
  return exact && only && by.parts.length === 1 && only.variance === 0
    ? (p) => exact(p) + only.mean
    : undefined;
};

/** The same thing `count` times, one after the other; a part of a time counts as its share of mean and variance. */
export const times = (spread: Spread, count: number): Spread => {
  if (count === 1) return spread;
  if (count <= 0) return NOTHING;
  let sum = NOTHING;
  const whole = Math.min(3, Math.floor(count));
  for (let k = 0; k < whole; k++) sum = plus(sum, spread);
  const rest = count - whole;
  if (rest <= 0) return sum;
  const floor = Math.min(...spread.parts.map((part) => part.floor));
  return plus(sum, {
    parts: [
      {
        weight: 1,
        floor: floor * rest,
        mean: meanOf(spread) * rest,
        variance: varianceOf(spread) * rest,
      },
    ],
  });
};

/** Every time taken `factor` times. */
export const scaled = ({ parts }: Spread, factor: number): Spread => ({
  parts: parts.map(({ weight, floor, mean, variance }) => ({
    weight,
    floor: floor * factor,
    mean: mean * factor,
    variance: variance * factor ** 2,
  })),
});

/** One of several, by their shares. */
export const oneOf = (choices: readonly { readonly share: number; readonly spread: Spread }[]): Spread => {
  const taken = choices.filter(({ share }) => share > 0);
  const total = taken.reduce((sum, { share }) => sum + share, 0);
  const [only] = taken;
  if (!only || total <= 0) return NOTHING;
  if (taken.length === 1) return only.spread;
  return {
    parts: merged(
      taken.flatMap(({ share, spread }) =>
        spread.parts.map((part) => ({ ...part, weight: (part.weight * share) / total })),
      ),
    ),
  };
};

/** Sorted by mean; of neighbours those are merged whose merging moves least. */
const merged = (parts: readonly Part[]): readonly Part[] => {
  const left = parts.filter(({ weight }) => weight > 1e-12).sort((a, b) => a.mean - b.mean);
  while (left.length > PARTS_MAX) {
    let [best, cost] = [0, Infinity];
    for (let i = 0; i + 1 < left.length; i++) {
      const [a, b] = [left[i], left[i + 1]];
      if (!a || !b) continue;
      const moved = ((a.weight * b.weight) / (a.weight + b.weight)) * (b.mean - a.mean) ** 2;
      if (moved < cost) [best, cost] = [i, moved];
    }
    const [a, b] = [left[best], left[best + 1]];
    if (!a || !b) break;
    left.splice(best, 2, together(a, b));
  }
  return left;
};

const together = (a: Part, b: Part): Part => {
  const weight = a.weight + b.weight;
  const mean = (a.weight * a.mean + b.weight * b.mean) / weight;
  const about = (part: Part): number => part.weight * (part.variance + (part.mean - mean) ** 2);
  return { weight, floor: Math.min(a.floor, b.floor), mean, variance: (about(a) + about(b)) / weight };
};

/** P(time ≤ t). */
export const within = ({ parts }: Spread, t: number): number =>
  Math.min(
    1,
    parts.reduce((sum, part) => sum + part.weight * partWithin(part, t), 0),
  );

/** Of a part's shape: a distribution function is asked for at many times. */
const logGammas = new WeakMap<Part, number>();
const logGammaOf = (part: Part, shape: number): number => {
  const known = logGammas.get(part);
  if (known !== undefined) return known;
  const found = logGamma(shape);
  logGammas.set(part, found);
  return found;
};

const partWithin = (part: Part, t: number): number => {
  const { floor, mean, variance } = part;
  const rest = mean - floor;
  if (rest <= 1e-15 || variance <= 1e-18 * mean ** 2) return t >= mean ? 1 : 0;
  if (t <= floor) return 0;
  const shape = rest ** 2 / variance;
  // So narrow that its width is of no interest, and the series for it long.
  if (shape > 1e6) return t >= mean ? 1 : 0;
  if (Math.abs(shape - 1) < 1e-9) return 1 - Math.exp(-(t - floor) / rest);
  return gammaWithin(shape, ((t - floor) * rest) / variance, logGammaOf(part, shape));
};

export const quantile = (spread: Spread, p: number): number => {
  if (spread.exact) return spread.exact(p);
  const [only] = spread.parts;
  if (only && spread.parts.length === 1 && only.variance === 0) return only.mean;
  let low = 0;
  let high = Math.max(...spread.parts.map((part) => part.mean + 4 * Math.sqrt(part.variance)), 1e-12);
  for (let step = 0; step < 60 && within(spread, high) < p; step++) high *= 2;
  // Between the ends as a line would have it; an end that stays pulls half as hard (Illinois). Every fourth step halves.
  let below = within(spread, low) - p;
  let above = within(spread, high) - p;
  for (let step = 1; step < 80 && high - low > 1e-8 * high && above > 0; step++) {
    const middle =
      step % 4 === 0 ? (low + high) / 2 : high - (above * (high - low)) / Math.max(above - below, 1e-300);
    const off = within(spread, middle) - p;
    if (off < 0) {
      low = middle;
      below = off;
      above /= 2;
    } else {
      high = middle;
      above = off;
      below /= 2;
    }
  }
  return high;
};

/** A spread from its distribution function, by the first two moments of what lies above `floor`. */
export const spreadOf = (cdf: (t: number) => number, floor: number, top: number): Spread => {
  const width = top - floor;
  if (!(width > 0)) return certain(floor);
  const steps = 128;
  let [mean, square] = [0, 0];
  // Simpson over u, t = floor + width u³: close together where the distribution function bends.
  for (let i = 0; i <= steps; i++) {
    const u = i / steps;
    const t = width * u ** 3;
    const weight = (i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2) / (3 * steps);
    const above = (1 - cdf(floor + t)) * weight * 3 * width * u ** 2;
    mean += above;
    square += 2 * t * above;
  }
  return {
    parts: [{ weight: 1, floor, mean: floor + mean, variance: Math.max(0, square - mean ** 2) }],
  };
};

export const topOf = (spread: Spread): number =>
  Math.max(...spread.parts.map((part) => part.mean + 14 * Math.sqrt(part.variance)));
export const floorOf = (spread: Spread): number => Math.min(...spread.parts.map((part) => part.floor));

/** Lanczos, g = 7, as in every table of it. */
const LANCZOS = [
  0.999_999_999_999_809_9, 676.520_368_121_885_1, -1259.139_216_722_402_8, 771.323_428_777_653_1,
  -176.615_029_162_140_6, 12.507_343_278_686_905, -0.138_571_095_265_720_12, 9.984_369_578_019_572e-6,
  1.505_632_735_149_311_6e-7,
];
const logGamma = (x: number): number => {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const at = x - 1;
  const sum = LANCZOS.reduce((total, c, i) => (i === 0 ? c : total + c / (at + i)), 0);
  const shifted = at + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (at + 0.5) * Math.log(shifted) - shifted + Math.log(sum);
};

/** The regularised lower incomplete gamma function, by series below the mean and by continued fraction above. */
export const gammaWithin = (shape: number, x: number, logGammaShape = logGamma(shape)): number => {
  if (x <= 0) return 0;
  const front = Math.exp(shape * Math.log(x) - x - logGammaShape);
  if (x < shape + 1) {
    let [term, sum] = [1 / shape, 1 / shape];
    for (let k = 1; k < 5000 && term > 1e-12 * sum; k++) {
      term *= x / (shape + k);
      sum += term;
    }
    return Math.min(1, front * sum);
  }
  let b = x + 1 - shape;
  let c = 1e300;
  let d = 1 / b;
  let fraction = d;
  for (let k = 1; k < 5000; k++) {
    const a = -k * (k - shape);
    b += 2;
    d = 1 / nonZero(a * d + b);
    c = nonZero(b + a / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-12) break;
  }
  return Math.max(0, 1 - front * fraction);
};
const nonZero = (value: number): number => (Math.abs(value) < 1e-300 ? 1e-300 : value);
