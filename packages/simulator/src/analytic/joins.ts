/**
 * Things side by side: the slowest of all, the k-th of n, the faster of two tries.
 *
 *     P(all done by t) = Π F_i(t)        P(k of n done by t): Poisson–binomial over the F_i(t)
 */
import { atLeast } from './reliability.ts';
import { certain, floorOf, meanOf, NOTHING, spreadOf, topOf, within } from './spread.ts';
import type { Spread } from './spread.ts';

/** Where each of `count` alike must be, for the largest of them to be at `p`. */
export const leafQuantile = (p: number, count: number): number => p ** (1 / count);

/** Until the slowest of independent branches is back. */
export const slowest = (branches: readonly { readonly spread: Spread; readonly count: number }[]): Spread => {
  const [first] = branches;
  if (!first) return NOTHING;
  if (branches.length === 1 && first.count === 1) return first.spread;
  const floor = Math.max(...branches.map(({ spread }) => floorOf(spread)));
  const top = Math.max(
    ...branches.map(({ spread, count }) => topOf(spread) + Math.log(count) * meanOf(spread)),
  );
  return spreadOf(
    (t) => branches.reduce((p, { spread, count }) => p * within(spread, t) ** count, 1),
    floor,
    top,
  );
};

/** Until `needed` of them are back. */
export const kthOf = (needed: number, branches: readonly Spread[]): Spread => {
  if (branches.length === 0) return NOTHING;
  if (needed >= branches.length) return slowest(branches.map((spread) => ({ spread, count: 1 })));
  const floors = branches.map(floorOf).sort((a, b) => a - b);
  const top = Math.max(...branches.map(topOf));
  return spreadOf(
    (t) =>
      atLeast(
        needed,
        branches.map((branch) => within(branch, t)),
      ),
    floors[Math.max(0, needed - 1)] ?? 0,
    top,
  );
};

/** A second try is sent after `afterS`; the first answer counts. */
export const hedged = (spread: Spread, afterS: number): Spread => {
  if (within(spread, afterS) >= 1 - 1e-9) return spread;
  const floor = floorOf(spread);
  const top = topOf(spread);
  if (top <= floor) return certain(floor);
  return spreadOf(
    (t) => 1 - (1 - within(spread, t)) * (t > afterS ? 1 - within(spread, t - afterS) : 1),
    floor,
    top,
  );
};
