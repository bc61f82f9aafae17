/**
 * A cache by Che's approximation: a key is there if it was asked for within the last `n` requests, so the share of hits
 * is h(n) = Σ pᵢ (1 − e^(−pᵢ n)), and a full cache is the n at which the expected number of different keys is its
 * capacity. A flushed cache is the same curve with n counted from the flush; a time to live bounds n by rate × ttl.
 */
import { exp, log, power } from '../kernel/arithmetic.ts';
import type { Cache } from '../model.ts';

export type CacheTable = {
  /** The n of a full cache; Infinity where everything fits. */
  readonly fullAt: number;
  readonly ttlS: number | undefined;
  readonly cold: boolean;
  /** h at n = 2^(i / STEPS). */
  readonly hits: Float64Array;
};

const STEPS = 8;
const OCTAVES = 40;

export const cacheTable = ({ items, capacity, skew, ttlS, cold, hitRatio }: Cache): CacheTable => {
  if (hitRatio !== undefined)
    return { fullAt: 0, ttlS: undefined, cold: false, hits: new Float64Array(STEPS * OCTAVES).fill(hitRatio) };
  const classes = popularity(items, skew);
  const hits = Float64Array.from({ length: STEPS * OCTAVES }, (_, index) => {
    const n = power(2, index / STEPS);
    return classes.reduce((sum, { share, count }) => sum + count * share * (1 - exp(-share * n)), 0);
  });
  return { fullAt: fullAt(classes, items, capacity), ttlS, cold, hits };
};

/** The share of hits where keys stay for `n` requests. */
export const hitsAt = ({ hits }: CacheTable, n: number): number => {
  if (n <= 1) return n <= 0 ? 0 : hits[0]! * n;
  const place = Math.min((log(n) / Math.LN2) * STEPS, hits.length - 1);
  const index = Math.floor(place);
  const from = hits[index]!;
  return from + ((hits[index + 1] ?? from) - from) * (place - index);
};

type Popular = { readonly share: number; readonly count: number };

/** Zipf's law; keys beyond the first 4,096 are taken together in groups of nearly equal popularity. */
export const popularity = (items: number, skew: number): readonly Popular[] => {
  const groups: { weight: number; count: number }[] = [];
  for (let first = 1; first <= items; ) {
    const width = first <= 4096 ? 1 : Math.ceil(first / 512);
    const last = Math.min(items, first + width - 1);
    groups.push({ weight: power((first + last) / 2, -skew), count: last - first + 1 });
    first = last + 1;
  }
  const total = groups.reduce((sum, { weight, count }) => sum + weight * count, 0);
  return groups.map(({ weight, count }) => ({ share: weight / total, count }));
};

const fullAt = (classes: readonly Popular[], items: number, capacity: number): number => {
  if (capacity >= items) return Infinity;
  if (capacity <= 0) return 0;
  const different = (n: number) => classes.reduce((sum, { share, count }) => sum + count * (1 - exp(-share * n)), 0);
  let low = 0;
  let high = capacity;
  while (different(high) < capacity && high < 1e15) high *= 2;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (different(middle) < capacity) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};
