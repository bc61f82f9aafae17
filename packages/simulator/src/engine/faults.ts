/**
 * What happens to a running design: stations go down and come back, and their callers see it later; services slow down,
 * fail, forget; classes come more often; autoscalers look and switch stations on and off.
 */
import { enter } from '../kernel/agenda.ts';
import { redraw } from './arrivals.ts';
import { FAULT, MENDED, NOTICED, SCALE, SWITCHED_ON } from './events.ts';
import { takeBatches } from './batches.ts';
import { admit, end } from './flow.ts';
import { keepHours } from './hours.ts';
import { enqueue, unqueue } from './queues.ts';
import { busySoFar, change } from './record.ts';
import { busyAt, thoseLost } from './stations.ts';
import * as at from './visit-places.ts';
import type { World } from './world.ts';
import type { TimedFault } from '../model.ts';
import { ON as ON_FIGURE } from './record-places.ts';
import {
  BATCHED,
  BROKING,
  HEALTHY,
  JOBS,
  LINE,
  NODE_SIZE,
  OF,
  ON,
  SERVERS,
  SHARING,
  STATE,
  STATION_SIZE,
  STEPPED,
  UP,
  WAYS,
  WORKING,
} from './table-places.ts';

export const plan = (world: World): void => {
  world.tables.model.faults.forEach(({ fromS, forS }, fault) => {
    enter(world.agenda, fromS, FAULT, fault);
    if (forS !== undefined) enter(world.agenda, fromS + forS, MENDED, fault);
  });
  world.tables.model.nodes.forEach(({ autoscale, servers, hours }, node) => {
    if (autoscale && servers < Infinity) enter(world.agenda, autoscale.intervalS, SCALE, node);
    if (hours) keepHours(world, node);
  });
};

const faultAt = (world: World, index: number): TimedFault => world.tables.model.faults[index]!;

/** It begins or, `over`, it ends. */
export const strikeWith = (world: World, index: number, over: boolean): void => {
  const fault = faultAt(world, index);
  const { kind, by = 1, nodes, classIndex } = fault;
  switch (kind) {
    case 'down':
      for (const node of nodes) {
        for (const station of stationsOf(world, fault, node)) {
          if (over) rise(world, station);
          else fall(world, station);
        }
        enter(world.agenda, world.clock[0]! + world.tables.model.nodes[node]!.healthS, NOTICED, node);
      }
      return;
    case 'slow':
      for (const node of nodes) world.slow[node] = world.slow[node]! * (over ? 1 / by : by);
      return;
    case 'errors':
      for (const node of nodes)
        world.failing[node] = over ? world.tables.errorRate[node]! : Math.max(by, world.failing[node]!);
      return;
    case 'flush':
      if (!over) for (const node of nodes) world.filledAt[node] = world.asked[node]!;
      return;
    case 'spike':
      world.spike.forEach((times, of) => {
        if (classIndex !== undefined && classIndex !== of) return;
        world.spike[of] = over ? times / by : times * by;
        redraw(world, of);
      });
  }
};

const stationsOf = (world: World, { replicas = Infinity }: TimedFault, node: number): readonly number[] => {
  const first = world.tables.stationFirst[node]!;
  return Array.from(
    { length: Math.min(replicas, world.tables.stationCount[node]!) },
    (_, index) => first + index,
  );
};

/** Callers believe what they see now. */
export const notice = (world: World, node: number): void => {
  const first = world.tables.stationFirst[node]!;
  for (let station = first; station < first + world.tables.stationCount[node]!; station++) {
    const place = station * STATION_SIZE + STATE;
    const state = world.stations[place]!;
    world.stations[place] = (state & UP) !== 0 ? state | HEALTHY : state & ~HEALTHY;
  }
};

/** A station goes down: who was being served has failed, but what a broker had handed out it hands out again. */
const fall = (world: World, station: number): void => {
  const { tables, visits } = world;
  world.stations[station * STATION_SIZE + STATE]! &= ~UP;
  for (const visit of thoseLost(world, station)) {
    const sender = tables.edges[visits.v[visit + at.EDGE]!]!.from;
    if (visits.v[visit + at.PARENT]! < 0 && (tables.node[sender * NODE_SIZE + WAYS]! & BROKING) !== 0) {
      visits.v[visit + at.TAG]!++;
      visits.v[visit + at.STEP] = 0;
      visits.v[visit + at.LEFT] = 0;
      enqueue(world, visit, 0, true);
    } else end(world, visit, false);
  }
};

/** It is up again, and takes up its line. */
const rise = (world: World, station: number): void => {
  world.stations[station * STATION_SIZE + STATE]! |= UP;
  takeUp(world, station);
};

/** A node's hours turn. */
export const turnHours = (world: World, node: number): void => {
  if (!keepHours(world, node)) return;
  const first = world.tables.stationFirst[node]!;
  for (let index = 0; index < world.tables.stationCount[node]!; index++) takeUp(world, first + index);
};

/** The line of a station that works again. */
const takeUp = (world: World, station: number): void => {
  const place = station * STATION_SIZE;
  const { stations, tables } = world;
  const node = stations[place + OF]! * NODE_SIZE;
  if ((stations[place + STATE]! & WORKING) !== UP) return;
  if ((tables.node[node + WAYS]! & BATCHED) !== 0) {
    takeBatches(world, station, false);
    return;
  }
  for (let waiting = stations[place + LINE]!; waiting > 0; waiting--) {
    const full = stations[place + JOBS]! >= tables.node[node + SERVERS]!;
    if (full && (tables.node[node + WAYS]! & (SHARING | STEPPED)) === 0) return;
    admit(world, unqueue(world, station));
  }
};

/** As Kubernetes does: as many as would be busy at the target. More after a start-up; fewer by one at a time. */
export const scale = (world: World, node: number): void => {
  const { servers, autoscale } = world.tables.model.nodes[node]!;
  if (!autoscale) return;
  const { intervalS, startUpS, target, min, max } = autoscale;
  const busy = busySoFar(world.record, node, busyAt(world, node));
  const active = world.activeCount[node]!;
  const usedS = busy - world.lookedBusy[node]!;
  world.lookedBusy[node] = busy;
  const wanted = Math.min(max, Math.max(min, Math.ceil(usedS / (servers * intervalS * target) - 1e-9)));
  for (let more = active + world.starting[node]!; more < wanted; more++) {
    world.starting[node]!++;
    enter(world.agenda, world.clock[0]! + startUpS, SWITCHED_ON, node);
  }
  if (wanted < active && world.starting[node] === 0) switchOver(world, node, 1, 0);
  enter(world.agenda, world.clock[0]! + intervalS, SCALE, node);
};

export const switchOn = (world: World, node: number): void => {
  world.starting[node]!--;
  switchOver(world, node, 0, 1);
};

/** The first station that is off goes on, or the last that is on takes nobody new. */
const switchOver = (world: World, node: number, from: 0 | 1, to: 0 | 1): void => {
  const { stations, tables } = world;
  const first = tables.stationFirst[node]!;
  const own = Array.from({ length: tables.stationCount[node]! }, (_, index) => first + index);
  const isFrom = (station: number) =>
    (stations[station * STATION_SIZE + STATE]! & ON) === (from === 1 ? ON : 0);
  const station = from === 0 ? own.find(isFrom) : own.reverse().find(isFrom);
  if (station === undefined) return;
  stations[station * STATION_SIZE + STATE]! ^= ON;
  const by = to - from;
  world.activeCount[node]! += by;
  change(world.record, node, ON_FIGURE, by);
};
