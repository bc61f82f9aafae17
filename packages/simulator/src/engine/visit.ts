/**
 * A visit is one call being worked on at a node; the visit at a client is the request itself and outlives all it set off.
 * Each has twenty numbers that are used together, so they lie together: a visit is the place of its first.
 *
 *     v[visit + NODE]          f[(visit >> 3) + ARRIVED]
 */
import { widened } from '../kernel/agenda.ts';
import { SIZE } from './visit-places.ts';

const FLOATS = 4;

export type Visits = {
  v: Int32Array;
  f: Float64Array;
  free: Int32Array;
  freeCount: number;
};

export const newVisits = (room: number): Visits => ({
  v: new Int32Array(room * SIZE).fill(-1),
  f: new Float64Array(room * FLOATS),
  free: freeFrom(0, room),
  freeCount: room,
});

export const takeVisit = (visits: Visits): number => {
  if (visits.freeCount === 0) widen(visits);
  return visits.free[--visits.freeCount]!;
};

/** Lowest last, so that it is taken first. */
const freeFrom = (first: number, room: number): Int32Array => {
  const free = new Int32Array(room);
  for (let index = 0; index < room - first; index++) free[index] = (room - 1 - index) * SIZE;
  return free;
};

/** In place: whoever holds the visits sees the wider ones. */
const widen = (visits: Visits): void => {
  const room = visits.v.length / SIZE;
  visits.v = widened(visits.v, new Int32Array(2 * room * SIZE).fill(-1));
  visits.f = widened(visits.f, new Float64Array(2 * room * FLOATS));
  visits.free = freeFrom(room, 2 * room);
  visits.freeCount = room;
};
