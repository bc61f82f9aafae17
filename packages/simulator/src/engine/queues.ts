/**
 * The lines at a station: those who wait, as linked lists by rank of priority; those in service where somebody may be
 * pre-empted; and those who share a server, ordered by how much work each still needs.
 */
import { enter, strike } from '../kernel/agenda.ts';
import { touch } from './record.ts';
import type { World } from './world.ts';

export const enqueue = (world: World, visit: number, rank: number, atFront: boolean): void => {
  const { visits, record, tables } = world;
  const station = visits.station[visit]!;
  const node = visits.node[visit]!;
  const line = station * tables.ranks + rank;
  touch(record, node, world.now);
  world.waiting[station]!++;
  record.queueNow[node]!++;
  const head = world.head[line]!;
  if (head < 0) {
    visits.next[visit] = -1;
    world.head[line] = world.tail[line] = visit;
  } else if (atFront) {
    visits.next[visit] = head;
    world.head[line] = visit;
  } else {
    visits.next[visit] = -1;
    visits.next[world.tail[line]!] = visit;
    world.tail[line] = visit;
  }
};

/** The first of the best rank; the caller knows that somebody waits. */
export const unqueue = (world: World, station: number): number => {
  const { visits, record, tables } = world;
  let line = station * tables.ranks;
  while (world.head[line]! < 0) line++;
  const visit = world.head[line]!;
  world.head[line] = visits.next[visit]!;
  if (world.head[line]! < 0) world.tail[line] = -1;
  const node = visits.node[visit]!;
  touch(record, node, world.now);
  world.waiting[station]!--;
  record.queueNow[node]!--;
  return visit;
};

export const link = (world: World, visit: number): void => {
  const { visits } = world;
  const station = visits.station[visit]!;
  const first = world.inService[station]!;
  visits.before[visit] = -1;
  visits.next[visit] = first;
  if (first >= 0) visits.before[first] = visit;
  world.inService[station] = visit;
};

export const unlink = (world: World, visit: number): void => {
  const { visits } = world;
  const before = visits.before[visit]!;
  const after = visits.next[visit]!;
  if (before >= 0) visits.next[before] = after;
  else world.inService[visits.station[visit]!] = after;
  if (after >= 0) visits.before[after] = before;
};

/** Of the lowest priority in service, the one that came last; −1 where nobody is. */
export const worstInService = (world: World, station: number): number => {
  const { visits, tables } = world;
  let worst = -1;
  for (let visit = world.inService[station]!; visit >= 0; visit = visits.next[visit]!)
    if (worst < 0 || tables.rank[visits.kind[visit]!]! > tables.rank[visits.kind[worst]!]!) worst = visit;
  return worst;
};

/** Work done so far for each job that was there all the time. */
const shareUp = (world: World, station: number): void => {
  const jobs = world.busy[station]!;
  const servers = world.tables.servers[world.tables.stationNode[station]!]!;
  if (jobs > 0)
    world.shared[station]! += (world.now - world.sharedAt[station]!) * Math.min(1, servers / jobs);
  world.sharedAt[station] = world.now;
};

/** `due` of a job that shares is the station's work-so-far at which it is done; the list is in that order. */
export const joinShared = (world: World, visit: number, code: number): void => {
  const { visits, record } = world;
  const station = visits.station[visit]!;
  const node = visits.node[visit]!;
  shareUp(world, station);
  touch(record, node, world.now);
  const needs = world.shared[station]! + visits.demand[visit]!;
  visits.due[visit] = needs;
  let before = -1;
  let after = world.inService[station]!;
  while (after >= 0 && visits.due[after]! <= needs) {
    before = after;
    after = visits.next[after]!;
  }
  visits.next[visit] = after;
  if (before < 0) world.inService[station] = visit;
  else visits.next[before] = visit;
  world.busy[station]!++;
  countShared(world, node, station, 1);
  rearm(world, station, code);
};

/** The first to finish, out of the list; the rest goes on. */
export const leaveShared = (world: World, station: number, code: number): number => {
  const { visits, record } = world;
  world.sharedEvent[station] = -1;
  shareUp(world, station);
  const visit = world.inService[station]!;
  const node = visits.node[visit]!;
  touch(record, node, world.now);
  world.inService[station] = visits.next[visit]!;
  world.busy[station]!--;
  countShared(world, node, station, -1);
  rearm(world, station, code);
  return visit;
};

/** As many as there are servers count as busy, the others as waiting. */
const countShared = (world: World, node: number, station: number, change: 1 | -1): void => {
  const jobs = world.busy[station]!;
  const over = change === 1 ? jobs > world.tables.servers[node]! : jobs >= world.tables.servers[node]!;
  if (over) world.record.queueNow[node]! += change;
  else world.record.busyNow[node]! += change;
};

const rearm = (world: World, station: number, code: number): void => {
  if (world.sharedEvent[station]! >= 0) strike(world.agenda, world.sharedEvent[station]!);
  const first = world.inService[station]!;
  if (first < 0) {
    world.sharedEvent[station] = -1;
    return;
  }
  const servers = world.tables.servers[world.tables.stationNode[station]!]!;
  const pace = Math.min(1, servers / world.busy[station]!);
  const left = Math.max(0, world.visits.due[first]! - world.shared[station]!);
  world.sharedEvent[station] = enter(world.agenda, world.now + left / pace, code, station);
};
