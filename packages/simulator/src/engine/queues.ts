/**
 * The lines at a station: those who wait, as linked lists by rank of priority; those in service where somebody may be
 * pre-empted; and those who share a server, ordered by how much work each still needs.
 */
import { enter, strike } from '../kernel/agenda.ts';
import { SHARED } from './events.ts';
import { change } from './record.ts';
import * as at from './visit-places.ts';
import type { World } from './world.ts';
import { BUSY, QUEUE } from './record-places.ts';
import { CLASS_SIZE, JOBS, LINE, NODE_SIZE, OF, RANK, SERVERS, STATION_SIZE } from './table-places.ts';

export const enqueue = (world: World, visit: number, rank: number, atFront: boolean): void => {
  const { lines, stations, tables } = world;
  const { v } = world.visits;
  const station = v[visit + at.STATION]!;
  const line = 2 * (station * tables.ranks + rank);
  stations[station * STATION_SIZE + LINE]!++;
  change(world.record, v[visit + at.NODE]!, QUEUE, 1);
  const head = lines[line]!;
  if (head < 0) {
    v[visit + at.NEXT] = -1;
    lines[line] = visit;
    lines[line + 1] = visit;
  } else if (atFront) {
    v[visit + at.NEXT] = head;
    lines[line] = visit;
  } else {
    v[visit + at.NEXT] = -1;
    v[lines[line + 1]! + at.NEXT] = visit;
    lines[line + 1] = visit;
  }
};

/** The first of the best rank; the caller knows that somebody waits. */
export const unqueue = (world: World, station: number): number => {
  const { lines, stations, tables } = world;
  const { v } = world.visits;
  let line = 2 * station * tables.ranks;
  while (lines[line]! < 0) line += 2;
  const visit = lines[line]!;
  lines[line] = v[visit + at.NEXT]!;
  stations[station * STATION_SIZE + LINE]!--;
  change(world.record, v[visit + at.NODE]!, QUEUE, -1);
  return visit;
};

/** Who is next; the caller knows that somebody waits. */
export const firstInLine = (world: World, station: number): number => {
  let line = 2 * station * world.tables.ranks;
  while (world.lines[line]! < 0) line += 2;
  return world.lines[line]!;
};

/** Who waits, in the order they would be taken. */
export const waitingAt = (world: World, station: number): readonly number[] => {
  const { ranks } = world.tables;
  const found: number[] = [];
  for (let line = station * ranks; line < (station + 1) * ranks; line++)
    for (let visit = world.lines[2 * line]!; visit >= 0; visit = world.visits.v[visit + at.NEXT]!)
      found.push(visit);
  return found;
};

export const link = (world: World, visit: number): void => {
  const { v } = world.visits;
  const station = v[visit + at.STATION]!;
  const first = world.inService[station]!;
  v[visit + at.BEFORE] = -1;
  v[visit + at.NEXT] = first;
  if (first >= 0) v[first + at.BEFORE] = visit;
  world.inService[station] = visit;
};

export const unlink = (world: World, visit: number): void => {
  const { v } = world.visits;
  const before = v[visit + at.BEFORE]!;
  const after = v[visit + at.NEXT]!;
  if (before >= 0) v[before + at.NEXT] = after;
  else world.inService[v[visit + at.STATION]!] = after;
  if (after >= 0) v[after + at.BEFORE] = before;
};

export const rankOf = (world: World, visit: number): number =>
  world.tables.kind[world.visits.v[visit + at.KIND]! * CLASS_SIZE + RANK]!;

/** Of the lowest priority in service, the one that came last; −1 where nobody is. */
export const worstInService = (world: World, station: number): number => {
  let worst = -1;
  for (let visit = world.inService[station]!; visit >= 0; visit = world.visits.v[visit + at.NEXT]!)
    if (worst < 0 || rankOf(world, visit) > rankOf(world, worst)) worst = visit;
  return worst;
};

const jobsAt = (world: World, station: number): number => world.stations[station * STATION_SIZE + JOBS]!;
const serversAt = (world: World, station: number): number =>
  world.tables.node[world.stations[station * STATION_SIZE + OF]! * NODE_SIZE + SERVERS]!;

/** Work done so far for each job that was there all the time. */
const shareUp = (world: World, station: number): void => {
  const jobs = jobsAt(world, station);
  if (jobs > 0)
    world.shared[station]! +=
      (world.clock[0]! - world.sharedAt[station]!) * Math.min(1, serversAt(world, station) / jobs);
  world.sharedAt[station] = world.clock[0]!;
};

/** `due` of a job that shares is the station's work-so-far at which it is done; the list is in that order. */
export const joinShared = (world: World, visit: number): void => {
  const { v, f } = world.visits;
  const station = v[visit + at.STATION]!;
  shareUp(world, station);
  const needs = world.shared[station]! + f[(visit >> 3) + at.DEMAND]!;
  f[(visit >> 3) + at.DUE] = needs;
  let before = -1;
  let after = world.inService[station]!;
  while (after >= 0 && f[(after >> 3) + at.DUE]! <= needs) {
    before = after;
    after = v[after + at.NEXT]!;
  }
  v[visit + at.NEXT] = after;
  if (before < 0) world.inService[station] = visit;
  else v[before + at.NEXT] = visit;
  countShared(world, station, 1);
  rearm(world, station);
};

/** The first to finish, out of the list; the rest goes on. */
export const leaveShared = (world: World, station: number): number => {
  world.sharedEvent[station] = -1;
  shareUp(world, station);
  const visit = world.inService[station]!;
  world.inService[station] = world.visits.v[visit + at.NEXT]!;
  countShared(world, station, -1);
  rearm(world, station);
  return visit;
};

/** Nobody shares it any more; what each of them still needed is forgotten. */
export const leaveAllShared = (world: World, station: number): void => {
  if (world.sharedEvent[station]! >= 0) strike(world.agenda, world.sharedEvent[station]!);
  while (jobsAt(world, station) > 0) countShared(world, station, -1);
  world.inService[station] = -1;
  world.sharedEvent[station] = -1;
  shareUp(world, station);
};

/** As many as there are servers count as busy, the others as waiting. */
const countShared = (world: World, station: number, by: 1 | -1): void => {
  const place = station * STATION_SIZE;
  const jobs = (world.stations[place + JOBS]! += by);
  const over = (by === 1 ? jobs : jobs + 1) > serversAt(world, station);
  change(world.record, world.stations[place + OF]!, over ? QUEUE : BUSY, by);
};

const rearm = (world: World, station: number): void => {
  if (world.sharedEvent[station]! >= 0) strike(world.agenda, world.sharedEvent[station]!);
  const first = world.inService[station]!;
  if (first < 0) {
    world.sharedEvent[station] = -1;
    return;
  }
  const pace = Math.min(1, serversAt(world, station) / jobsAt(world, station));
  const left = Math.max(0, world.visits.f[(first >> 3) + at.DUE]! - world.shared[station]!);
  world.sharedEvent[station] = enter(world.agenda, world.clock[0]! + left / pace, SHARED, station);
};
