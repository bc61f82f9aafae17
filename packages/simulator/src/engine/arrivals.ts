/**
 * When requests come: each open class has its next arrival on the agenda; each client of a closed loop has its own.
 *
 * A spike or a burst changes the rate at once: the next arrival is struck out and drawn again.
 */
import { enter, strike } from '../kernel/agenda.ts';
import { exponential, SHAPES, uniform, variate } from '../kernel/random.ts';
import type { Streams } from '../kernel/random.ts';
import type { Arrivals } from '../model.ts';
import { HOURS } from './day.ts';
import { ARRIVE, BURST } from './events.ts';
import { classStream } from './tables.ts';
import type { World } from './world.ts';

/** Of its mean rate, what comes between bursts. */
const CALM = 0.5;

/** The first arrivals of a class. */
export const begin = (world: World, of: number): void => {
  const { arrivals } = world.tables.model.classes[of]!;
  switch (arrivals.process) {
    case 'closed':
      for (let one = 0; one < arrivals.clients; one++) thinkAgain(world, of);
      return;
    case 'burst':
      // As in the long run: in a burst or not.
      if (uniform(world.streams, classStream(world.tables, of)) < burstShare(arrivals.peak))
        world.bursting[of] = 1;
      enter(world.agenda, world.clock[0]! + stayS(world, of, arrivals), BURST, of);
      arriveNext(world, of);
      return;
    case 'constant':
      if (arrivals.rps > 0) {
        const phase = uniform(world.streams, classStream(world.tables, of));
        world.nextArrival[of] = enter(world.agenda, world.clock[0]! + phase / arrivals.rps, ARRIVE, of);
      }
      return;
    default:
      arriveNext(world, of);
  }
};

/** Enters the next arrival of an open class; a closed one has none of its own. */
export const arriveNext = (world: World, of: number): void => {
  const { tables } = world;
  const rps = tables.poissonRps[of]!;
  const gapS =
    rps > 0
      ? exponential(world.streams, classStream(tables, of)) / (rps * world.spike[of]!)
      : gapOf(world, of);
  world.nextArrival[of] = gapS < Infinity ? enter(world.agenda, world.clock[0]! + gapS, ARRIVE, of) : -1;
};

const gapOf = (world: World, of: number): number => {
  const { tables, streams } = world;
  const now = world.clock[0]!;
  const { arrivals } = tables.model.classes[of]!;
  const stream = classStream(tables, of);
  const spike = world.spike[of]!;
  switch (arrivals.process) {
    case 'poisson':
    case 'constant':
      return 1 / (arrivals.rps * spike);
    case 'burst': {
      const times = world.bursting[of] === 1 ? arrivals.peak : CALM;
      return exponential(streams, stream) / (arrivals.rps * times * spike);
    }
    case 'diurnal':
      return arrivals.rps > 0 ? thinned(streams, stream, arrivals, tables.days[of]!, now, spike) : Infinity;
    case 'trace': {
      const index = world.generated[of]!++;
      const instant = arrivals.instants[index];
      return instant === undefined
        ? Infinity
        : Math.max(0, instant - (arrivals.instants[index - 1] ?? 0)) / spike;
    }
    case 'closed':
      return Infinity;
  }
};

/** Arrivals at the highest rate, of which each is kept as the hour has it. */
const thinned = (
  streams: Streams,
  stream: number,
  { rps, peak, periodS }: { readonly rps: number; readonly peak: number; readonly periodS: number },
  day: Float64Array,
  now: number,
  spike: number,
): number => {
  let gapS = 0;
  for (;;) {
    gapS += exponential(streams, stream) / (rps * peak * spike);
    const turns = (now + gapS) / periodS;
    const place = (turns - Math.floor(turns)) * HOURS;
    const hour = Math.floor(place);
    const times = day[hour]! + (day[hour + 1]! - day[hour]!) * (place - hour);
    if (uniform(streams, stream) * peak < times) return gapS;
  }
};

/** The share of time in bursts, so that the mean is the mean. */
const burstShare = (peak: number): number => (1 - CALM) / (peak - CALM);

const stayS = (
  world: World,
  of: number,
  { peak, burstS }: Arrivals & { readonly process: 'burst' },
): number => {
  const share = burstShare(peak);
  const meanS = world.bursting[of] === 1 ? burstS : (burstS * (1 - share)) / share;
  return meanS * exponential(world.streams, classStream(world.tables, of));
};

/** A burst begins, or ends. */
export const turn = (world: World, of: number): void => {
  const { arrivals } = world.tables.model.classes[of]!;
  if (arrivals.process !== 'burst' || arrivals.peak <= 1) return;
  world.bursting[of] = 1 - world.bursting[of]!;
  enter(world.agenda, world.clock[0]! + stayS(world, of, arrivals), BURST, of);
  redraw(world, of);
};

/** Its rate has changed. */
export const redraw = (world: World, of: number): void => {
  const { arrivals } = world.tables.model.classes[of]!;
  if (world.nextArrival[of]! < 0 || arrivals.process === 'trace') return;
  strike(world.agenda, world.nextArrival[of]!);
  arriveNext(world, of);
};

/** A client of a closed loop pauses, and asks again. */
export const thinkAgain = (world: World, of: number): void => {
  const { arrivals } = world.tables.model.classes[of]!;
  if (arrivals.process !== 'closed') return;
  const { shape, meanS, cv2 } = arrivals.think;
  const thinkS =
    meanS === 0
      ? 0
      : meanS * variate(world.streams, classStream(world.tables, of), SHAPES.indexOf(shape), cv2);
  enter(world.agenda, world.clock[0]! + thinkS / world.spike[of]!, ARRIVE, of);
};
