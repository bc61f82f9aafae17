/**
 * A cache by Che's approximation, over time: a key is there if it was asked for within the last n requests, so the share
 * of hits after a flush is h(n) = Σ pᵢ (1 − e^(−pᵢ n)), until the cache is full. With a time to live T it is at most what
 * that lets stay at the present rate: Σ pᵢ min(1 − e^(−pᵢ n), pᵢ λT / (1 + pᵢ λT)).
 */
import { cheTime, lruHitRatio, zipfKeys } from '../analytic/caches.ts';
import type { Keys } from '../analytic/caches.ts';
import { exp, log, power } from '../kernel/arithmetic.ts';
import type { Cache } from '../model.ts';

export type CacheTable = {
  /** Of a cache that has been asked for long enough. */
  readonly full: number;
  /** After so many requests since a flush it is; Infinity where everything fits. */
  readonly fullAt: number;
  readonly ttlS: number;
  readonly cold: boolean;
  /** h at n = 2^(i / STEPS) since a flush. */
  readonly filling: Float64Array;
  /** The same at λT = 2^(i / STEPS), with a time to live; empty without. */
  readonly living: Float64Array;
};

const STEPS = 4;
const OCTAVES = 44;
const LN2 = 0.6931471805599453;

export const cacheTable = ({ items, capacity, skew, ttlS, cold, hitRatio }: Cache): CacheTable => {
  if (hitRatio !== undefined) return fixed(hitRatio);
  if (items <= 0 || capacity <= 0) return fixed(0);
  const keys = zipfKeys(items, skew);
  const fullAt = cheTime(keys, capacity);
  return {
    full: lruHitRatio(keys, capacity),
    fullAt,
    ttlS: ttlS ?? Infinity,
    cold,
    filling: curve(keys, (p, n) => 1 - exp(-p * n)),
    living:
      ttlS === undefined || ttlS === Infinity
        ? new Float64Array(0)
        : curve(keys, (p, n) => Math.min(1 - exp(-p * fullAt), (p * n) / (1 + p * n))),
  };
};

const fixed = (share: number): CacheTable => ({
  full: share,
  fullAt: 0,
  ttlS: Infinity,
  cold: false,
  filling: new Float64Array(STEPS * OCTAVES).fill(share),
  living: new Float64Array(0),
});

const curve = (keys: readonly Keys[], has: (p: number, n: number) => number): Float64Array =>
  Float64Array.from({ length: STEPS * OCTAVES }, (_, index) => {
    const n = power(2, index / STEPS);
    return keys.reduce((sum, { count, p }) => sum + count * p * has(p, n), 0);
  });

/** The share of hits, `asked` requests after a flush, at `rate` requests a second. */
export const hitsNow = (
  { full, fullAt, ttlS, filling, living }: CacheTable,
  asked: number,
  rate: number,
): number => {
  const there = asked >= fullAt ? full : at(filling, asked);
  return living.length === 0 ? there : Math.min(there, at(living, rate * ttlS));
};

const at = (curved: Float64Array, n: number): number => {
  if (n <= 1) return n <= 0 ? 0 : curved[0]! * n;
  const place = Math.min((log(n) / LN2) * STEPS, curved.length - 1);
  const index = Math.floor(place);
  const from = curved[index]!;
  return from + ((curved[index + 1] ?? from) - from) * (place - index);
};
