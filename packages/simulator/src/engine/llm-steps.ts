/**
 * Stations that are servers of a language model: every request that is let in is in every step, and each step gives a
 * token to each. The step itself is llm/step.ts; here it gets its place on the agenda, and its tokens in the record.
 *
 *     join ─▶ (step ─▶ first tokens, last tokens ─▶ step …)       a server without requests takes no steps
 */
import { dueNext, enter, strike } from '../kernel/agenda.ts';
import { variate } from '../kernel/random.ts';
import { isIdle, newLlm, offer } from '../llm/state.ts';
import { step } from '../llm/step.ts';
import type { Length } from '../model.ts';
import { STEP } from './events.ts';
import { change, countStep, countWait } from './record.ts';
import { BUSY, QUEUE } from './record-places.ts';
import { BETWEEN, NO_STEP } from './stepping.ts';
import type { Stepping } from './stepping.ts';
import { JOBS, OF, SERVICE, STATION_SIZE } from './table-places.ts';
import { nodeStream } from './tables.ts';
import * as at from './visit-places.ts';
import { STARTED } from './visit-places.ts';
import type { World } from './world.ts';

/** False: it would never fit, however empty the server is. */
export const joinSteps = (world: World, visit: number): boolean => {
  const { v } = world.visits;
  const station = v[visit + at.STATION]!;
  const { tokens } = world.tables.model.classes[v[visit + at.KIND]!]!;
  const stream = nodeStream(v[visit + at.NODE]!, SERVICE);
  const prompt = drawn(world, stream, tokens.prompt);
  const answer = drawn(world, stream, tokens.answer);
  const stepping = world.llms[station]!;
  if (!offer(stepping.state, visit, world.clock[0]!, prompt, answer, 0)) return false;
  v[visit + at.FLAGS]! |= STARTED;
  v[visit + at.LEFT] = answer;
  world.stations[station * STATION_SIZE + JOBS]!++;
  change(world.record, v[visit + at.NODE]!, QUEUE, 1);
  if (stepping.event === NO_STEP) beginStep(world, station);
  return true;
};

const LOGNORMAL = 4;

const drawn = (world: World, stream: number, { mean, cv2, most }: Length): number => {
  const times = cv2 > 0 ? variate(world.streams, stream, LOGNORMAL, cv2) : 1;
  return Math.max(1, Math.min(most, Math.round(mean * times)));
};

/** The next step, unless there is nothing to do. What is due elsewhere by then bounds how far it may look ahead. */
export const beginStep = (world: World, station: number): void => {
  const stepping = world.llms[station]!;
  stepping.event = NO_STEP;
  if (isIdle(stepping.state)) return;
  const node = world.stations[station * STATION_SIZE + OF]!;
  const now = world.clock[0]!;
  stepping.took = step(stepping.state, now, dueNext(world.agenda)) * world.slow[node]!;
  stepping.event = enter(world.agenda, now + stepping.took, STEP, station);
  seat(world, node, stepping);
};

/** Those in its steps are busy, the others wait. */
const seat = (world: World, node: number, stepping: Stepping): void => {
  const busy = stepping.state.runningCount - stepping.state.leavingCount;
  if (busy === stepping.busy) return;
  change(world.record, node, BUSY, busy - stepping.busy);
  change(world.record, node, QUEUE, stepping.busy - busy);
  stepping.busy = busy;
};

/** The step is done: first tokens are told, and who got the last is handed back. */
export const stepDone = (world: World, station: number): readonly number[] => {
  const { visits, record, stations } = world;
  const { v, f } = visits;
  const stepping = world.llms[station]!;
  const { state } = stepping;
  const now = world.clock[0]!;
  const node = stations[station * STATION_SIZE + OF]!;
  for (let index = 0; index < state.firstCount; index++) {
    const visit = state.first[index]!;
    countWait(record, node, now - f[(visit >> 3) + at.ARRIVED]!);
    f[(visit >> 3) + at.DUE] = now;
  }
  const ended = Array.from(state.finished.subarray(0, state.finishedCount));
  let given = 0;
  for (const visit of ended) {
    const tokens = v[visit + at.LEFT]!;
    v[visit + at.LEFT] = 0;
    given += tokens;
    const root = v[visit + at.ROOT]! >> 3;
    const firstS = f[(visit >> 3) + at.DUE]!;
    f[root + at.FIRST] = firstS;
    f[root + at.EACH] = tokens > 1 ? (now - firstS) / (tokens - 1) : -1;
  }
  countStep(record, node, given, stepping.took);
  stations[station * STATION_SIZE + JOBS]! -= ended.length;
  // Whoever leaves a seat for good does not wait again.
  change(record, node, QUEUE, -ended.length);
  seat(world, node, stepping);
  stepping.event = BETWEEN;
  return ended;
};

/** It goes down with everything in it. */
export const forgetSteps = (world: World, station: number): void => {
  const stepping = world.llms[station]!;
  const node = world.stations[station * STATION_SIZE + OF]!;
  const inside = world.stations[station * STATION_SIZE + JOBS]!;
  if (stepping.event >= 0) strike(world.agenda, stepping.event);
  change(world.record, node, BUSY, -stepping.busy);
  change(world.record, node, QUEUE, stepping.busy - inside);
  world.stations[station * STATION_SIZE + JOBS] = 0;
  stepping.state = newLlm(stepping.state.server);
  stepping.event = NO_STEP;
  stepping.busy = 0;
};
