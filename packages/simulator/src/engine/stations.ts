/**
 * A station's servers: who gets one, who is put back, who leaves, and what becomes of them when the station goes down.
 *
 *     reach ─▶ (line) ─▶ start ─▶ DONE ─▶ release ─▶ next of the line
 */
import { enter, strike } from '../kernel/agenda.ts';
import { uniform } from '../kernel/random.ts';
import { letAccountIn } from './accounts.ts';
import { DONE, READY } from './events.ts';
import { forgetSteps } from './llm-steps.ts';
import { enqueue, leaveAllShared, link, rankOf, unlink, unqueue, waitingAt } from './queues.ts';
import { change, countWait } from './record.ts';
import * as at from './visit-places.ts';
import { nodeStream } from './tables.ts';
import type { World } from './world.ts';
import { BUSY } from './record-places.ts';
import {
  CHANCE,
  CLOSED_NOW,
  JOBS,
  LINE,
  NODE_SIZE,
  OF,
  ON,
  PREEMPTIVE,
  SERVERS,
  SHARING,
  STATE,
  STATION_SIZE,
  READIED,
  STEPPED,
  UP,
  WAYS,
  WORKING,
} from './table-places.ts';
import { AWAY, SERVING, STARTED } from './visit-places.ts';

/** `ways` are its node's. */
export const start = (world: World, visit: number, node: number, ways: number): void => {
  world.stations[world.visits.v[visit + at.STATION]! * STATION_SIZE + JOBS]!++;
  change(world.record, node, BUSY, 1);
  serve(world, visit, node, ways);
};

/** A server of its own it has already. */
const serve = (world: World, visit: number, node: number, ways: number): void => {
  const now = world.clock[0]!;
  const { v, f } = world.visits;
  const floats = visit >> 3;
  const flags = v[visit + at.FLAGS]!;
  if ((ways & READIED) !== 0 && (flags & STARTED) === 0) takeReady(world, visit, node);
  const due = now + f[floats + at.DEMAND]!;
  f[floats + at.DUE] = due;
  v[visit + at.FLAGS] = flags | SERVING | STARTED;
  if ((flags & STARTED) === 0) countWait(world.record, node, now - f[floats + at.ARRIVED]!);
  v[visit + at.EVENT] = enter(world.agenda, due, DONE, visit);
  if ((ways & PREEMPTIVE) !== 0) link(world, visit);
};

/** One that is ready, and another one is started in its place; or one is started, and that is waited for. */
const takeReady = (world: World, visit: number, node: number): void => {
  const { coldS } = world.tables.model.nodes[node]!.ready!;
  const station = world.visits.v[visit + at.STATION]!;
  const ready = world.readyCount[station]!;
  if (ready === 0) {
    world.visits.f[(visit >> 3) + at.DEMAND]! += coldS;
    return;
  }
  world.readyCount[station] = ready - 1;
  enter(world.agenda, world.clock[0]! + coldS, READY, station);
};

/** Put back to the front of its line, to go on where it stopped. */
export const pause = (world: World, visit: number, node: number, ways: number): void => {
  const { v, f } = world.visits;
  strike(world.agenda, v[visit + at.EVENT]!);
  v[visit + at.EVENT] = -1;
  f[(visit >> 3) + at.DEMAND] = f[(visit >> 3) + at.DUE]! - world.clock[0]!;
  leaveServer(world, visit, node, ways);
  enqueue(world, visit, rankOf(world, visit), true);
};

const leaveServer = (world: World, visit: number, node: number, ways: number): void => {
  const { v } = world.visits;
  world.stations[v[visit + at.STATION]! * STATION_SIZE + JOBS]!--;
  change(world.record, node, BUSY, -1);
  v[visit + at.FLAGS]! &= ~SERVING;
  if ((ways & PREEMPTIVE) !== 0) unlink(world, visit);
};

/** Its server goes to the next one waiting, or is free. */
export const release = (world: World, visit: number, node: number, ways: number): void => {
  const { v } = world.visits;
  const station = v[visit + at.STATION]!;
  const place = station * STATION_SIZE;
  if (world.stations[place + LINE] === 0 || (world.stations[place + STATE]! & WORKING) !== UP) {
    leaveServer(world, visit, node, ways);
    return;
  }
  v[visit + at.FLAGS]! &= ~SERVING;
  if ((ways & PREEMPTIVE) !== 0) unlink(world, visit);
  serve(world, unqueue(world, station), node, ways);
};

/** The token bucket at the door. */
export const letIn = (world: World, node: number, of: number): boolean => {
  const limit = world.tables.model.nodes[node]!.rateLimit;
  if (!limit) return true;
  const accounts = world.accounts[node];
  if (accounts)
    return letAccountIn(accounts, limit, {
      cost: limit.costs?.[of] ?? 1,
      drawn: uniform(world.streams, nodeStream(node, CHANCE)),
      now: world.clock[0]!,
    });
  const refilled = world.tokens[node]! + (world.clock[0]! - world.tokensAt[node]!) * limit.rps;
  world.tokens[node] = Math.min(limit.burst, refilled);
  world.tokensAt[node] = world.clock[0]!;
  if (world.tokens[node]! < 1) return false;
  world.tokens[node]! -= 1;
  return true;
};

/** Everybody a station that goes down was working for, out of service already; those who wait stay in line. */
export const thoseLost = (world: World, station: number): readonly number[] => {
  const { v } = world.visits;
  const node = world.stations[station * STATION_SIZE + OF]!;
  const ways = world.tables.node[node * NODE_SIZE + WAYS]!;
  const shares = (ways & SHARING) !== 0;
  const waiting = new Set(waitingAt(world, station));
  if (shares) leaveAllShared(world, station);
  if ((ways & STEPPED) !== 0) forgetSteps(world, station);
  const lost: number[] = [];
  for (let visit = 0; visit < v.length; visit += at.SIZE) {
    const flags = v[visit + at.FLAGS]!;
    if (v[visit + at.STATION] !== station || waiting.has(visit) || (flags & AWAY) !== 0) continue;
    if (v[visit + at.EVENT]! >= 0) strike(world.agenda, v[visit + at.EVENT]!);
    v[visit + at.EVENT] = -1;
    if (shares) v[visit + at.FLAGS]! &= ~SERVING;
    else if ((flags & SERVING) !== 0) leaveServer(world, visit, node, ways);
    lost.push(visit);
  }
  return lost;
};

/** How many servers of a node are busy now. */
export const busyAt = (world: World, node: number): number => {
  const { stationFirst, stationCount, node: numbers } = world.tables;
  let busy = 0;
  if ((numbers[node * NODE_SIZE + WAYS]! & STEPPED) !== 0) {
    for (let index = 0; index < stationCount[node]!; index++)
      busy += world.llms[stationFirst[node]! + index]!.busy;
    return busy;
  }
  for (let index = 0; index < stationCount[node]!; index++)
    busy += Math.min(
      world.stations[(stationFirst[node]! + index) * STATION_SIZE + JOBS]!,
      numbers[node * NODE_SIZE + SERVERS]!,
    );
  return busy;
};

/** For the end of a slice: how many of each node are busy, wait, and are on. */
export const takeStock = (world: World): void => {
  const { tables, record, stations } = world;
  for (let node = 0; node < tables.nodes; node++) {
    const busy = busyAt(world, node);
    let [inside, on] = [0, 0];
    for (let index = 0; index < tables.stationCount[node]!; index++) {
      const place = (tables.stationFirst[node]! + index) * STATION_SIZE;
      inside += stations[place + JOBS]! + stations[place + LINE]!;
      if ((stations[place + STATE]! & (ON | CLOSED_NOW)) === ON) on++;
    }
    record.busyNow[node] = busy;
    record.queueNow[node] = inside - busy;
    record.onNow[node] = on;
  }
};
