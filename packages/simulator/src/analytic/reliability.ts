/** The algebra of what is up and what is tried again. Probabilities in, probabilities out; failures are independent. */

export const available = (mtbfS: number, mttrS: number): number =>
  mtbfS + mttrS > 0 ? mtbfS / (mtbfS + mttrS) : 1;

/** All are needed. */
export const inSeries = (parts: readonly number[]): number =>
  parts.reduce((product, part) => product * part, 1);

/** One is enough. */
export const inParallel = (parts: readonly number[]): number =>
  1 - parts.reduce((product, part) => product * (1 - part), 1);

/** The probability that at least `needed` of independent events happen; they need not be equally likely. */
export const atLeast = (needed: number, chances: readonly number[]): number => {
  if (needed <= 0) return 1;
  if (needed > chances.length) return 0;
  let happened = [1];
  for (const chance of chances)
    happened = Array.from(
      { length: happened.length + 1 },
      (_, k) => (happened[k] ?? 0) * (1 - chance) + (happened[k - 1] ?? 0) * chance,
    );
  return Math.min(
    1,
    happened.slice(needed).reduce((sum, p) => sum + p, 0),
  );
};

/** At least `needed` of `count` alike. */
export const kOfN = (needed: number, count: number, each: number): number => {
  if (needed <= 1) return count > 0 ? 1 - (1 - each) ** count : needed <= 0 ? 1 : 0;
  return atLeast(
    needed,
    Array.from({ length: count }, () => each),
  );
};

/** Of the failures a share `beta` hits all replicas at once: an element in series with the rest. */
export const withSharedCause = (each: number, count: number, needed: number, beta: number): number =>
  (1 - beta * (1 - each)) * kOfN(needed, count, 1 - (1 - beta) * (1 - each));

/** Mean attempts where each fails with `failure` and is tried again up to `retries` times. */
export const meanAttempts = (failure: number, retries: number): number => {
  if (failure >= 1) return retries + 1;
  return (1 - failure ** (retries + 1)) / (1 - failure);
};

/** What a deep call chain makes of one request when everything fails: attempts a layer, to the power of layers. */
export const amplification = (attempts: number, layers: number): number => attempts ** layers;

/** The share of fan-outs of `count` that see at least one of a rare slow answer. */
export const anyOf = (share: number, count: number): number => 1 - (1 - share) ** count;

export const downMinutesPerMonth = (availability: number): number => (1 - availability) * 43_800;
