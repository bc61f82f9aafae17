/** A bucket for each account: the busy ones are refused, and the others do not notice. */
import { power } from '../kernel/arithmetic.ts';
import type { RateLimit } from '../model.ts';

export type Accounts = {
  /** Of requests, that come from this one or one before it. */
  readonly shares: Float64Array;
  readonly left: Float64Array;
  readonly leftAt: Float64Array;
};

export const accountsOf = ({ accounts, burst }: RateLimit): Accounts | undefined => {
  if (!accounts) return undefined;
  const shares = new Float64Array(accounts.count);
  let sum = 0;
  for (let each = 0; each < accounts.count; each++) shares[each] = sum += power(each + 1, -accounts.skew);
  for (let each = 0; each < accounts.count; each++) shares[each]! /= sum;
  return {
    shares,
    left: new Float64Array(accounts.count).fill(burst),
    leftAt: new Float64Array(accounts.count),
  };
};

/** Whether the account that `drawn` says has as much left as this costs, and then takes it out. */
export const letAccountIn = (
  { shares, left, leftAt }: Accounts,
  { rps, burst }: RateLimit,
  { cost, drawn, now }: { readonly cost: number; readonly drawn: number; readonly now: number },
): boolean => {
  let [low, high] = [0, shares.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (shares[middle]! < drawn) low = middle + 1;
    else high = middle;
  }
  left[low] = Math.min(burst, left[low]! + (now - leftAt[low]!) * rps);
  leftAt[low] = now;
  if (left[low]! < cost) return false;
  left[low]! -= cost;
  return true;
};
