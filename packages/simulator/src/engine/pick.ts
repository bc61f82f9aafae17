/** Which station a call goes to: of a pool, by its policy, among those that are on and believed healthy. */
import { below, uniform } from '../kernel/random.ts';
import type { Pool } from './tables.ts';
import type { World } from './world.ts';
import { JOBS, LINE, STATE, STATION_SIZE, USABLE } from './table-places.ts';

const RANDOM = 0;
const ROUND_ROBIN = 1;
const LEAST = 2;
const POWER_OF_TWO = 3;
const HASH = 4;
const HASH_BOUNDED = 5;

/** An index into the pool; −1 where none can be used. */
export const pick = (world: World, pool: Pool, stream: number): number => {
  const count = pool.stations.length;
  if (count === 1) return usable(world, pool, 0) ? 0 : -1;
  switch (pool.balance) {
    case RANDOM:
      return onwards(world, pool, below(world.streams, stream, count));
    case LEAST:
      return least(world, pool);
    case POWER_OF_TWO: {
      let best = onwards(world, pool, below(world.streams, stream, count));
      for (let choice = 1; choice < pool.choices; choice++) {
        const other = onwards(world, pool, below(world.streams, stream, count));
        if (best < 0) return -1;
        if (load(world, pool, other) < load(world, pool, best)) best = other;
      }
      return best;
    }
    case HASH:
    case HASH_BOUNDED: {
      const first = onwards(world, pool, byShare(pool, uniform(world.streams, stream)));
      return pool.bound < Infinity && first >= 0 ? bounded(world, pool, first) : first;
    }
    case ROUND_ROBIN: {
      const index = onwards(world, pool, pool.next);
      if (index >= 0) pool.next = (index + 1) % count;
      return index;
    }
    default:
      return nearest(world, pool);
  }
};

export const isUsable = (world: World, station: number): boolean =>
  (world.stations[station * STATION_SIZE + STATE]! & USABLE) === USABLE;

const usable = (world: World, pool: Pool, index: number): boolean => isUsable(world, pool.stations[index]!);

const load = (world: World, pool: Pool, index: number): number => {
  const station = pool.stations[index]! * STATION_SIZE;
  return world.stations[station + JOBS]! + world.stations[station + LINE]!;
};

/** The index, or the next after it that can be used. */
const onwards = (world: World, pool: Pool, index: number): number => {
  const count = pool.stations.length;
  for (let tried = 0; tried < count; tried++) {
    const at = index + tried < count ? index + tried : index + tried - count;
    if (usable(world, pool, at)) return at;
  }
  return -1;
};

/** One of `count` stations from `first`, at random; −1 where none can be used. */
export const pickAmong = (world: World, first: number, count: number, stream: number): number => {
  const from = count > 1 ? below(world.streams, stream, count) : 0;
  for (let tried = 0; tried < count; tried++) {
    const station = first + ((from + tried) % count);
    if (isUsable(world, station)) return station;
  }
  return -1;
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
  if (best >= 0) pool.next = (best + 1) % count;
  return best;
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
  if (best >= 0) pool.next = (best + 1) % count;
  return best;
};
