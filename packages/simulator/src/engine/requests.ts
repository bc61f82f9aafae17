/**
 * The visits of a request: they are made, know how many calls they make and wait for, and are given back. With the last
 * of them the request is finished.
 */
import { uniform } from '../kernel/random.ts';
import { thinkAgain } from './arrivals.ts';
import { countFinish, countOutcome, countTokens } from './record.ts';
import * as has from './table-places.ts';
import { nodeStream } from './tables.ts';
import * as at from './visit-places.ts';
import { takeVisit } from './visit.ts';
import type { World } from './world.ts';

/** Whoever takes a visit reads `visits.v` again: there may be more of them than before, in another place. */
export const newVisit = (world: World, node: number, station: number, of: number, edge: number): number => {
  const visit = takeVisit(world.visits);
  const { v } = world.visits;
  v[visit + at.NODE] = node;
  v[visit + at.STATION] = station;
  v[visit + at.KIND] = of;
  v[visit + at.EDGE] = edge;
  v[visit + at.STEP] = 0;
  v[visit + at.LEFT] = 0;
  v[visit + at.MISSED] = -1;
  v[visit + at.EVENT] = -1;
  return visit;
};

export const expect = (world: World, visit: number, pending: number, needed: number): void => {
  const { v } = world.visits;
  v[visit + at.PENDING] = pending;
  v[visit + at.NEEDED] = needed;
};

/** 1: all it needs came back; 0: it no longer can; −1: it waits. */
export const outcomeOf = (world: World, visit: number): number => {
  const { v } = world.visits;
  const needed = v[visit + at.NEEDED]!;
  if (needed <= 0) return 1;
  return v[visit + at.PENDING]! < needed ? 0 : -1;
};

/** How many calls a visit makes on an edge: none where it is not its to take. */
export const callsOf = (world: World, visit: number, edge: number): number => {
  const { tables, visits } = world;
  const fixed = tables.calls[visits.v[visit + at.KIND]! * tables.edges.length + edge]!;
  if (fixed >= 0) return fixed;
  const missOf = tables.edgeMissOf[edge]!;
  if (missOf >= 0 && visits.v[visit + at.MISSED] !== missOf) return 0;
  const stream = nodeStream(visits.v[visit + at.NODE]!, has.CHANCE);
  const probability = tables.edgeProbability[edge]!;
  if (probability < 1 && uniform(world.streams, stream) >= probability) return 0;
  const calls = tables.edgeCalls[edge]!;
  const whole = Math.floor(calls);
  return calls > whole && uniform(world.streams, stream) < calls - whole ? whole + 1 : whole;
};

/** A request is answered. What it set off may still go on. */
export const answer = (world: World, root: number, ok: boolean, tookS: number): void => {
  const { v } = world.visits;
  const of = v[root + at.KIND]!;
  v[root + at.FLAGS]! |= at.ANSWERED;
  world.ended++;
  countOutcome(world.record, of, ok, tookS);
  const floats = root >> 3;
  if (ok && world.visits.f[floats + at.FIRST]! > 0)
    countTokens(
      world.record,
      of,
      world.visits.f[floats + at.FIRST]! - world.visits.f[floats + at.ARRIVED]!,
      world.visits.f[floats + at.EACH]!,
    );
  if ((world.tables.kind[of * has.CLASS_SIZE + has.TRAITS]! & has.CLOSED) !== 0) thinkAgain(world, of);
  close(world, root);
};

export const dispose = (world: World, visit: number): void => {
  const { visits } = world;
  const { v } = visits;
  v[visit + at.STATION] = -1;
  v[visit + at.NODE] = -1;
  visits.free[visits.freeCount++] = visit;
  close(world, v[visit + at.ROOT]!);
};

/** One thing less of a request is open; with the last one it is finished. */
const close = (world: World, root: number): void => {
  const { visits } = world;
  const { v } = visits;
  const open = v[root + at.OPEN]! - 1;
  v[root + at.OPEN] = open;
  if (open > 0) return;
  const of = v[root + at.KIND]!;
  if ((world.tables.kind[of * has.CLASS_SIZE + has.TRAITS]! & has.OPEN_ENDED) !== 0)
    countFinish(world.record, of, world.clock[0]! - visits.f[(root >> 3) + at.ARRIVED]!);
  v[root + at.NODE] = -1;
  visits.free[visits.freeCount++] = root;
};
