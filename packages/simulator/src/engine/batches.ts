/**
 * Stations that work on many at once. Whoever comes waits in line; a batch is taken when it is full, when the first has
 * waited long enough, or at once where nobody is to be waited for.
 *
 *     line ─▶ first ─▶ next ─▶ … one server, one event       the first of a batch stands for all of it
 */
import { enter, strike } from '../kernel/agenda.ts';
import { variate } from '../kernel/random.ts';
import { BATCH, BATCH_DUE } from './events.ts';
import { enqueue, firstInLine, unqueue } from './queues.ts';
import { change, countWait } from './record.ts';
import { BUSY } from './record-places.ts';
import {
  JOBS,
  LINE,
  NODE_SIZE,
  OF,
  SERVERS,
  SERVICE,
  SHAPE,
  STATE,
  STATION_SIZE,
  UP,
  WORKING,
} from './table-places.ts';
import { nodeStream } from './tables.ts';
import * as at from './visit-places.ts';
import { SERVING, STARTED } from './visit-places.ts';
import type { World } from './world.ts';

export const joinBatch = (world: World, visit: number, rank: number): void => {
  enqueue(world, visit, rank, false);
  takeBatches(world, world.visits.v[visit + at.STATION]!, false);
};

/** As many batches as there are servers and reason for. `late`: the first has waited long enough. */
export const takeBatches = (world: World, station: number, late: boolean): void => {
  const { stations, tables } = world;
  const place = station * STATION_SIZE;
  if ((stations[place + STATE]! & WORKING) !== UP) return;
  const node = stations[place + OF]!;
  const batches = tables.batches[node]!;
  let forced = late;
  while (stations[place + LINE]! > 0 && stations[place + JOBS]! < tables.node[node * NODE_SIZE + SERVERS]!) {
    if (!forced && stations[place + LINE]! < batches.most) {
      const dueS = world.visits.f[(firstInLine(world, station) >> 3) + at.ARRIVED]! + batches.waitS;
      if (dueS > world.clock[0]!) {
        if (world.batchDue[station]! < 0)
          world.batchDue[station] = enter(world.agenda, dueS, BATCH_DUE, station);
        return;
      }
    }
    if (world.batchDue[station]! >= 0) strike(world.agenda, world.batchDue[station]!);
    world.batchDue[station] = -1;
    takeOne(world, station, node);
    forced = false;
  }
};

const takeOne = (world: World, station: number, node: number): void => {
  const { stations, tables, visits } = world;
  const place = station * STATION_SIZE;
  const { most, fixedS, eachS } = tables.batches[node]!;
  const now = world.clock[0]!;
  const count = Math.min(most, stations[place + LINE]!);
  const first = unqueue(world, station);
  let last = first;
  for (let taken = 1; ; taken++) {
    visits.v[last + at.FLAGS]! |= STARTED;
    countWait(world.record, node, now - visits.f[(last >> 3) + at.ARRIVED]!);
    if (taken === count) break;
    const next = unqueue(world, station);
    visits.v[last + at.NEXT] = next;
    last = next;
  }
  visits.v[last + at.NEXT] = -1;
  const varies = variate(
    world.streams,
    nodeStream(node, SERVICE),
    tables.node[node * NODE_SIZE + SHAPE]!,
    tables.cv2[node]!,
  );
  const tookS = (fixedS + count * eachS) * varies * world.slow[node]!;
  stations[place + JOBS]!++;
  change(world.record, node, BUSY, 1);
  visits.v[first + at.FLAGS]! |= SERVING;
  visits.v[first + at.EVENT] = enter(world.agenda, now + tookS, BATCH, first);
};

/** The batch is done: its server goes on to the next one; who was in it, in order. */
export const leaveBatch = (world: World, first: number): readonly number[] => {
  const { stations, visits } = world;
  const station = visits.v[first + at.STATION]!;
  visits.v[first + at.EVENT] = -1;
  visits.v[first + at.FLAGS]! &= ~SERVING;
  stations[station * STATION_SIZE + JOBS]!--;
  change(world.record, visits.v[first + at.NODE]!, BUSY, -1);
  const all: number[] = [];
  for (let visit = first; visit >= 0; visit = visits.v[visit + at.NEXT]!) all.push(visit);
  takeBatches(world, station, false);
  return all;
};
