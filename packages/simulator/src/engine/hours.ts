/** Working hours: at the end of the day nobody takes up anything new, and what waits then waits until the morning. */
import { enter } from '../kernel/agenda.ts';
import type { Hours } from '../model.ts';
import { HOURS } from './events.ts';
import { change } from './record.ts';
import { ON as ON_FIGURE } from './record-places.ts';
import { CLOSED_NOW, ON, STATE, STATION_SIZE } from './table-places.ts';
import type { World } from './world.ts';

const DAY_S = 86_400;

export const isOpenAt = ({ fromS, untilS }: Hours, timeS: number): boolean => {
  const ofDay = timeS % DAY_S;
  return fromS < untilS ? ofDay >= fromS && ofDay < untilS : ofDay >= fromS || ofDay < untilS;
};

/** The next opening or closing after now. */
const turnsAt = ({ fromS, untilS }: Hours, nowS: number): number => {
  const midnightS = Math.floor(nowS / DAY_S) * DAY_S;
  return Math.min(
    ...[fromS, untilS, fromS + DAY_S, untilS + DAY_S].map((ofDay) =>
      midnightS + ofDay > nowS ? midnightS + ofDay : Infinity,
    ),
  );
};

/** Opens or closes by the clock, and knows when it does so next. True: it is open now, and was not. */
export const keepHours = (world: World, node: number): boolean => {
  const hours = world.tables.model.nodes[node]!.hours!;
  const now = world.clock[0]!;
  enter(world.agenda, turnsAt(hours, now), HOURS, node);
  const open = isOpenAt(hours, now);
  const { stationFirst, stationCount } = world.tables;
  let opened = false;
  for (let index = 0; index < stationCount[node]!; index++) {
    const place = (stationFirst[node]! + index) * STATION_SIZE + STATE;
    const state = world.stations[place]!;
    if (((state & CLOSED_NOW) === 0) === open) continue;
    world.stations[place] = state ^ CLOSED_NOW;
    if ((state & ON) !== 0) change(world.record, node, ON_FIGURE, open ? 1 : -1);
    opened ||= open;
  }
  return opened;
};
