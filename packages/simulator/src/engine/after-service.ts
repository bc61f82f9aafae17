/** What becomes of a visit after its service, by chance and by the clock: a hit, an end, a wait for its window. */
import { enter } from '../kernel/agenda.ts';
import { uniform } from '../kernel/random.ts';
import { hitsNow } from './cache-table.ts';
import { WINDOW } from './events.ts';
import { CHANCE } from './table-places.ts';
import { nodeStream } from './tables.ts';
import * as at from './visit-places.ts';
import { STOPPED } from './visit-places.ts';
import type { World } from './world.ts';

export const isHit = (world: World, node: number): boolean => {
  const cache = world.tables.caches[node];
  if (!cache) return false;
  const asked = world.asked[node]!++;
  const rate = world.clock[0]! > 0 ? asked / world.clock[0]! : Infinity;
  const share = hitsNow(cache, asked - world.filledAt[node]!, rate);
  return uniform(world.streams, nodeStream(node, CHANCE)) < share;
};

/** Whoever asked makes no more calls: the request is turned down, and that is its answer. */
export const isStopped = (world: World, visit: number, node: number): boolean => {
  if (uniform(world.streams, nodeStream(node, CHANCE)) >= world.tables.model.nodes[node]!.stops) return false;
  const { v } = world.visits;
  const parent = v[visit + at.PARENT]!;
  if (parent >= 0 && v[parent + at.TAG] === v[visit + at.PARENT_TAG]) v[parent + at.FLAGS]! |= STOPPED;
  return true;
};

export const waitForWindow = (world: World, visit: number, node: number): void => {
  const { lengthS, lateS } = world.tables.model.nodes[node]!.window!;
  const overS = (Math.floor(world.clock[0]! / lengthS) + 1) * lengthS + lateS;
  world.visits.v[visit + at.EVENT] = enter(world.agenda, overS, WINDOW, visit);
};
