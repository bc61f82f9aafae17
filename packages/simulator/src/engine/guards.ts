/**
 * What stands around guarded calls: the line of timeouts of each edge, its budget for retries, its circuit breaker.
 *
 * Timeouts of one edge end in the order they began, so they stand in line and only the first is on the agenda.
 */
import { enter, strike } from '../kernel/agenda.ts';
import { uniform } from '../kernel/random.ts';
import { DUE } from './events.ts';
import { edgeStream } from './tables.ts';
import type { World } from './world.ts';

/** Retries that may be saved up. */
const BUDGET_MAX = 10;

export const armTimeout = (world: World, guarded: number, edge: number): void => {
  const { calls } = world;
  const { timeoutS } = world.tables.edges[edge]!;
  if (timeoutS === Infinity) {
    calls.due[guarded] = -1;
    return;
  }
  calls.due[guarded] = world.clock[0]! + timeoutS;
  const last = world.lastDue[edge]!;
  calls.before[guarded] = last;
  calls.after[guarded] = -1;
  if (last >= 0) calls.after[last] = guarded;
  else world.firstDue[edge] = guarded;
  world.lastDue[edge] = guarded;
  arm(world, edge);
};

/** The first of the line is on the agenda, once. */
export const arm = (world: World, edge: number): void => {
  const first = world.firstDue[edge]!;
  if (first < 0 || world.dueArmed[edge] === 1) return;
  world.dueArmed[edge] = 1;
  enter(world.agenda, world.calls.due[first]!, DUE, edge);
};

/** An attempt is over: out of the line of timeouts, no hedge any more, late answers unheard, and the breaker told. */
export const settle = (world: World, guarded: number, ok: boolean): void => {
  const { calls } = world;
  const edge = calls.edge[guarded]!;
  if (calls.due[guarded]! >= 0) {
    const before = calls.before[guarded]!;
    const after = calls.after[guarded]!;
    if (before >= 0) calls.after[before] = after;
    else world.firstDue[edge] = after;
    if (after >= 0) calls.before[after] = before;
    else world.lastDue[edge] = before;
    calls.due[guarded] = -1;
  }
  if (calls.hedged[guarded]! >= 0) strike(world.agenda, calls.hedged[guarded]!);
  calls.hedged[guarded] = -1;
  calls.tag[guarded]!++;
  tellBreaker(world, edge, ok);
};

/** Each first call earns its share of a retry. */
export const earn = (world: World, edge: number): void => {
  const { retryBudget } = world.tables.edges[edge]!;
  if (retryBudget < Infinity) world.budget[edge] = Math.min(BUDGET_MAX, world.budget[edge]! + retryBudget);
};

export const spend = (world: World, edge: number): boolean => {
  if (world.tables.edges[edge]!.retryBudget === Infinity) return true;
  if (world.budget[edge]! < 1) return false;
  world.budget[edge]! -= 1;
  return true;
};

/** Exponential backoff with full jitter. */
export const pauseS = (world: World, edge: number, attempt: number): number => {
  const { baseS, maxS } = world.tables.edges[edge]!.backoff;
  return Math.min(maxS, baseS * 2 ** attempt) * uniform(world.streams, edgeStream(world.tables, edge));
};

/** Closed lets calls through; once the cool-down is over one is let through to see. */
export const isClosed = (world: World, edge: number): boolean => {
  const breaker = world.tables.edges[edge]!.breaker;
  if (!breaker || world.openUntil[edge]! < 0) return true;
  if (world.clock[0]! < world.openUntil[edge]!) return false;
  world.openUntil[edge] = world.clock[0]! + breaker.cooldownS;
  return true;
};

const tellBreaker = (world: World, edge: number, ok: boolean): void => {
  const breaker = world.tables.edges[edge]!.breaker;
  if (!breaker) return;
  const reopened = ok && world.openUntil[edge]! >= 0;
  if (reopened) world.openUntil[edge] = -1;
  if (reopened || world.clock[0]! - world.windowFrom[edge]! > breaker.windowS) {
    world.windowCalls[edge] = 0;
    world.windowErrors[edge] = 0;
    world.windowFrom[edge] = world.clock[0]!;
  }
  world.windowCalls[edge]!++;
  if (!ok) world.windowErrors[edge]!++;
  const share = world.windowErrors[edge]! / world.windowCalls[edge]!;
  if (world.windowCalls[edge]! >= breaker.least && share >= breaker.errorShare)
    world.openUntil[edge] = world.clock[0]! + breaker.cooldownS;
};
