/**
 * What a cache has, without asking it for a single key: keys are asked for independently, by Zipf's law.
 *
 *     Σ (1 − e^(−p_i t)) = capacity        Che: t is how many requests a key survives that nobody asks for
 *
 * Keys far down the list differ so little that neighbours are counted together: a hundred million cost what ten thousand do.
 */

import { exp, log, power } from '../kernel/arithmetic.ts';

/** `count` keys that are each asked for with probability `p`. */
export type Keys = { readonly count: number; readonly p: number };

const APART = 512;
const BUCKET = 1.01;

export const zipfKeys = (items: number, skew: number): readonly Keys[] => {
  const groups: { count: number; weight: number }[] = [];
  const apart = Math.min(items, APART);
  for (let rank = 1; rank <= apart; rank++) groups.push({ count: 1, weight: power(rank, -skew) });
  for (let first = apart + 1; first <= items; ) {
    const last = Math.min(items, Math.max(first, Math.floor(first * BUCKET)));
    groups.push({ count: last - first + 1, weight: between(first - 0.5, last + 0.5, skew) });
    first = last + 1;
  }
  const sum = groups.reduce((total, { weight }) => total + weight, 0);
  return groups.map(({ count, weight }) => ({ count, p: weight / sum / count }));
};

/** ∫ r^−skew dr. */
const between = (low: number, high: number, skew: number): number =>
  Math.abs(skew - 1) < 1e-9 ? log(high / low) : (power(high, 1 - skew) - power(low, 1 - skew)) / (1 - skew);

/** Newton from zero: the sum is concave, so that no step goes too far. Infinity where everything fits. */
export const cheTime = (keys: readonly Keys[], capacity: number): number => {
  const items = keys.reduce((sum, { count }) => sum + count, 0);
  if (capacity >= items) return Infinity;
  let time = 0;
  for (let step = 0; step < 200; step++) {
    let [held, slope] = [0, 0];
    for (const { count, p } of keys) {
      const gone = exp(-p * time);
      held += count * (1 - gone);
      slope += count * p * gone;
    }
    const move = (capacity - held) / slope;
    time += move;
    if (!(Math.abs(move) > 1e-12 * time)) break;
  }
  return time;
};

const hitRatio = (keys: readonly Keys[], has: (p: number) => number): number =>
  keys.reduce((sum, { count, p }) => sum + count * p * has(p), 0);

/** Least recently used, by Che's approximation. */
export const lruHitRatio = (keys: readonly Keys[], capacity: number): number => {
  if (capacity <= 0) return 0;
  const time = cheTime(keys, capacity);
  return time === Infinity ? 1 : hitRatio(keys, (p) => 1 - exp(-p * time));
};

/** What was fetched is kept for `ttlS`, asked for again or not (`renewed`: from when it was last asked for). */
export const ttlHitRatio = (keys: readonly Keys[], lambda: number, ttlS: number, renewed: boolean): number =>
  hitRatio(keys, (p) => {
    const asked = p * lambda * ttlS;
    return renewed ? 1 - exp(-asked) : asked / (1 + asked);
  });

/** A bounded cache whose entries also expire: each key has the worse of both. */
export const lruTtlHitRatio = (
  keys: readonly Keys[],
  capacity: number,
  lambda: number,
  ttlS: number,
): number => {
  if (capacity <= 0) return 0;
  const time = cheTime(keys, capacity);
  return hitRatio(keys, (p) => {
    const asked = p * lambda * ttlS;
    return Math.min(1 - exp(-p * time), asked / (1 + asked));
  });
};

/** First in, first out (and random replacement): the characteristic time is of the first fetch, not the last asking. */
export const fifoHitRatio = (keys: readonly Keys[], capacity: number): number => {
  const items = keys.reduce((sum, { count }) => sum + count, 0);
  if (capacity <= 0) return 0;
  if (capacity >= items) return 1;
  let [low, high] = [0, 1];
  const held = (time: number): number =>
    keys.reduce((sum, { count, p }) => sum + (count * p * time) / (1 + p * time), 0);
  while (held(high) < capacity) high *= 2;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (held(middle) < capacity) low = middle;
    else high = middle;
  }
  return hitRatio(keys, (p) => (p * high) / (1 + p * high));
};
