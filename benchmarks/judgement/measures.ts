/** How far readings agree with labels. */
export type Pair = readonly [number, number];

export const exact = (pairs: readonly Pair[]): number =>
  pairs.filter(([a, b]) => a === b).length / pairs.length;

export const withinOne = (pairs: readonly Pair[]): number =>
  pairs.filter(([a, b]) => Math.abs(a - b) <= 1).length / pairs.length;

/** Cohen's kappa with quadratic weights, over `classes` ordered classes. */
export const kappa = (pairs: readonly Pair[], classes: number): number => {
  const weight = (a: number, b: number) => (a - b) ** 2;
  const share = (of: (pair: Pair) => number, value: number) =>
    pairs.filter((pair) => of(pair) === value).length / pairs.length;
  let expected = 0;
  for (let a = 0; a < classes; a++)
    for (let b = 0; b < classes; b++)
      expected += weight(a, b) * share(([left]) => left, a) * share(([, right]) => right, b);
  const observed = pairs.reduce((sum, [a, b]) => sum + weight(a, b), 0) / pairs.length;
  return expected === 0 ? 1 : 1 - observed / expected;
};

const SAMPLES = 1000;

/** 95 % of what samples of the same size, drawn with replacement, give. */
export const interval = <One>(all: readonly One[], of: (drawn: readonly One[]) => number): Pair => {
  let state = 1;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const found = Array.from({ length: SAMPLES }, () =>
    of(all.map((one) => all[Math.floor(next() * all.length)] ?? one)),
  ).sort((a, b) => a - b);
  return [found[Math.floor(SAMPLES * 0.025)] ?? 0, found[Math.floor(SAMPLES * 0.975)] ?? 0];
};

export const correlation = (a: readonly number[], b: readonly number[]): number => {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [ma, mb] = [mean(a), mean(b)];
  const product = (x: readonly number[], mx: number, y: readonly number[], my: number) =>
    x.reduce((sum, value, at) => sum + (value - mx) * ((y[at] ?? 0) - my), 0);
  return product(a, ma, b, mb) / Math.sqrt(product(a, ma, a, ma) * product(b, mb, b, mb));
};

/** Of a with b, while c is held fast. */
export const partial = (a: readonly number[], b: readonly number[], c: readonly number[]): number => {
  const [ab, ac, bc] = [correlation(a, b), correlation(a, c), correlation(b, c)];
  return (ab - ac * bc) / Math.sqrt((1 - ac ** 2) * (1 - bc ** 2));
};
