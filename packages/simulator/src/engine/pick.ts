/** Which station a call goes to: of a pool, by its policy, among those that are on and believed healthy. */
import { below, uniform } from '../kernel/random.ts';
import type { Pool } from './tables.ts';
import type { World } from './world.ts';

const RANDOM = 0;
const ROUND_ROBIN = 1;
const LEAST = 2;
const POWER_OF_TWO = 3;
const HASH = 4;
const HASH_BOUNDED = 5;

/** An index into the pool. Where all are down one of them is tried, and refuses. */
export const pick = (world: World, pool: Pool, stream: number): number => {
  const count = pool.stations.length;
  if (count === 1) return 0;
  switch (pool.balance) {
    case RANDOM:
      return onwards(world, pool, below(world.streams, stream, count));
    case LEAST:
      return least(world, pool);
    case POWER_OF_TWO: {
      let best = onwards(world, pool, below(world.streams, stream, count));
      for (let choice = 1; choice < pool.choices; choice++) {
        const other = onwards(world, pool, below(world.streams, stream, count));
        if (load(world, pool, other) < load(world, pool, best)) best = other;
      }
      return best;
    }
    case HASH:
    case HASH_BOUNDED: {
      const first = onwards(world, pool, byShare(pool, uniform(world.streams, stream)));
      return pool.bound < Infinity ? bounded(world, pool, first) : first;
    }
    case ROUND_ROBIN: {
      const index = onwards(world, pool, pool.next);
      pool.next = (index + 1) % count;
      return index;
    }
    default:
      return nearest(world, pool);
  }
};

const usable = (world: World, pool: Pool, index: number): boolean => {
  const station = pool.stations[index]!;
  return world.active[station] === 1 && world.healthy[station] === 1;
};

const load = (world: World, pool: Pool, index: number): number => {
  const station = pool.stations[index]!;
  return world.busy[station]! + world.waiting[station]!;
};

/** The index, or the next after it that can be used. */
const onwards = (world: World, pool: Pool, index: number): number => {
  const count = pool.stations.length;
  for (let tried = 0; tried < count; tried++) {
    const at = index + tried < count ? index + tried : index + tried - count;
    if (usable(world, pool, at)) return at;
  }
  return index;
};

const least = (world: World, pool: Pool): number => {
  const count = pool.stations.length;
  let best = -1;
  let bestLoad = Infinity;
  for (let tried = 0; tried < count; tried++) {
    const index = (pool.next + tried) % count;
    if (!usable(world, pool, index)) continue;
    const found = load(world, pool, index);
    if (found < bestLoad) {
      best = index;
      bestLoad = found;
    }
  }
  const picked = best < 0 ? pool.next : best;
  pool.next = (picked + 1) % count;
  return picked;
};

const byShare = ({ shares }: Pool, u: number): number => {
  let low = 0;
  let high = shares.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (shares[middle]! < u) low = middle + 1;
    else high = middle;
  }
  return low;
};

const bounded = (world: World, pool: Pool, first: number): number => {
  const count = pool.stations.length;
  let total = 1;
  for (let index = 0; index < count; index++) total += load(world, pool, index);
  const most = Math.ceil((pool.bound * total) / count);
  for (let tried = 0; tried < count; tried++) {
    const index = (first + tried) % count;
    if (usable(world, pool, index) && load(world, pool, index) < most) return index;
  }
  return first;
};

const nearest = (world: World, pool: Pool): number => {
  const count = pool.stations.length;
  let best = -1;
  let bestS = Infinity;
  for (let tried = 0; tried < count; tried++) {
    const index = (pool.next + tried) % count;
    const awayS = world.tables.edgeLatency[pool.edges[index]!]!;
    if (usable(world, pool, index) && awayS < bestS) {
      best = index;
      bestS = awayS;
    }
  }
  const picked = best < 0 ? pool.next : best;
  pool.next = (picked + 1) % count;
  return picked;
};
