/** Where a call goes: a station of its pool, or of a database its primary or one of its copies. */
import { uniform } from '../kernel/random.ts';
import { isUsable, pick, pickAmong } from './pick.ts';
import { newVisit } from './requests.ts';
import * as has from './table-places.ts';
import { nodeStream } from './tables.ts';
import * as at from './visit-places.ts';
import { WRITE } from './visit-places.ts';
import type { World } from './world.ts';

/** Whoever comes now would be refused. */
const isFull = (world: World, station: number): boolean => {
  const place = station * has.STATION_SIZE;
  const node = world.stations[place + has.OF]! * has.NODE_SIZE;
  const { stations, tables } = world;
  return stations[place + has.LINE]! > 0 && stations[place + has.LINE]! >= tables.node[node + has.LIMIT]!;
};

/** A visit at the station that takes it; −1 where nobody is there to. */
export const route = (world: World, from: number, edge: number, way: number, waits: boolean): number => {
  const { tables, visits } = world;
  let by = edge;
  let station = tables.sole[way]!;
  if (station < 0 || !isUsable(world, station)) {
    const node = visits.v[from + at.NODE]!;
    let pool = tables.pools[way]!;
    let index = pick(world, pool, nodeStream(node, has.CHOICE));
    if (pool.spare && (index < 0 || isFull(world, pool.stations[index]!))) {
      const spare = pick(world, pool.spare, nodeStream(node, has.CHOICE));
      if (spare >= 0) [pool, index] = [pool.spare, spare];
    }
    if (index < 0) {
      // A broker keeps what nobody can take now.
      if (waits || (tables.node[node * has.NODE_SIZE + has.WAYS]! & has.BROKING) === 0) return -1;
      index = 0;
    }
    station = pool.stations[index]!;
    by = pool.edges[index]!;
  }
  const node = world.stations[station * has.STATION_SIZE + has.OF]!;
  const of = visits.v[from + at.KIND]!;
  let flags = 0;
  if ((tables.node[node * has.NODE_SIZE + has.WAYS]! & has.STORING) !== 0) {
    const database = tables.databases[node]!;
    const stream = nodeStream(node, has.CHOICE);
    const share = tables.model.classes[of]!.writeShare ?? database.writeShare;
    if (share > 0 && uniform(world.streams, stream) < share) flags = WRITE;
    if (database.readReplicas > 0) {
      const primaries = tables.stationCount[node]! - database.readReplicas;
      const first = tables.stationFirst[node]!;
      station =
        flags === WRITE
          ? pickAmong(world, first, primaries, stream)
          : pickAmong(world, first + primaries, database.readReplicas, stream);
      if (station < 0) return -1;
    }
  }
  const child = newVisit(world, node, station, of, by);
  world.visits.v[child + at.FLAGS] = flags;
  return child;
};
