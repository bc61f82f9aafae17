/**
 * A run: the agenda is taken up event by event until enough has been seen.
 *
 *     startRun ─▶ advance ─▶ advance … ─▶ sample      the same seed takes the same path, whoever advances it and how far
 *
 * What has happened is hashed as it happens: two runs with the same hash had the same events at the same instants.
 */
import type { Design } from '@dryrun/design';
import type { Palette } from '@dryrun/domain';
import { enter, take, takenAt } from '../kernel/agenda.ts';
import { modelOf } from '../model-of.ts';
import type { Model } from '../model.ts';
import type { Engine, SimulateOptions } from '../report.ts';
import { isPrecise } from '../statistics/precision.ts';
import { arriveNext, begin, turn } from './arrivals.ts';
import * as on from './events.ts';
import { notice, plan, scale, strikeWith, switchOn, turnHours } from './faults.ts';
import { takeBatches } from './batches.ts';
import {
  deliver,
  done,
  doneBatch,
  doneSharing,
  doneStep,
  due,
  hedge,
  reach,
  request,
  retry,
  turned,
} from './flow.ts';
import { horizonOf } from './horizon.ts';
import type { Horizon } from './horizon.ts';
import { leaveShared } from './queues.ts';
import { classFigure, countRequest, endSlice, mergePairs, slicesOf } from './record.ts';
import type { Slices } from './record.ts';
import * as at from './visit-places.ts';
import { newWorld } from './world.ts';
import { takeStock } from './stations.ts';
import type { World } from './world.ts';
import { CAME, OK } from './record-places.ts';
import { ANSWERED } from './visit-places.ts';

export type Run = {
  /** At most so many events further. True once it has ended by itself. */
  readonly advance: (eventsMax: number) => boolean;
  /** `share` of the whole, 0 to 1, as far as can be told. */
  readonly progress: () => { readonly events: number; readonly simulatedS: number; readonly share: number };
  readonly cancel: () => void;
  readonly sample: () => Sample;
};

/** What a run has seen; it can be sent between threads. */
export type Sample = {
  readonly slices: Slices;
  readonly transient: boolean;
  readonly simulatedS: number;
  readonly events: number;
  readonly hash: number;
  readonly ended: Engine['ended'];
  readonly requests: Engine['requests'];
};

/** Slices without anything happening, after which nothing will. */
const STILL_MAX = 2000;
const CHECK_EVERY = 8;

export const startRun = (design: Design, palette: Palette, options: SimulateOptions): Run =>
  runOf(modelOf(design, palette, { load: options.load ?? 1 }), options);

export const runOf = (model: Model, options: SimulateOptions): Run => {
  const horizon = horizonOf(model, options);
  const world = newWorld(model, options.seed, options.replication ?? 0, horizon.slices);
  let events = 0;
  let hash = 0;
  let ended: Engine['ended'] | undefined;
  let sliceS = horizon.sliceS;
  let still = 0;
  let eventsThen = 0;

  model.classes.forEach((_, of) => begin(world, of));
  plan(world);
  enter(world.agenda, horizon.sliceS, on.SLICE, 0);

  const closeSlice = (): void => {
    takeStock(world);
    const full = endSlice(world.record);
    still = events - eventsThen <= 1 ? still + 1 : 0;
    eventsThen = events;
    const { slice } = world.record;
    if (world.clock[0]! >= horizon.endS) ended = 'seconds';
    else if (still > STILL_MAX) ended = 'budget';
    else if (
      horizon.precision &&
      slice % CHECK_EVERY === 0 &&
      isPrecise(slicesOf(world.record, false), horizon.precision)
    )
      ended = 'precision';
    else {
      if (full) {
        mergePairs(world.record);
        sliceS *= 2;
      }
      enter(world.agenda, endOfSlice(), on.SLICE, 0);
    }
  };
  const endOfSlice = (): number =>
    horizon.endS < Infinity
      ? horizon.endS * ((world.record.slice + 1) / horizon.slices)
      : world.clock[0]! + sliceS;

  const advance = (eventsMax: number): boolean => {
    const { agenda } = world;
    const { requests } = horizon;
    const until = Math.min(events + eventsMax, horizon.eventsMax);
    let path = hash;
    while (ended === undefined && events < until) {
      const slot = take(agenda);
      const what = agenda.what[slot]!;
      const now = takenAt(agenda);
      world.clock[0] = now;
      events++;
      path = mixed(path, what, now);
      if (what === on.SLICE) closeSlice();
      else happen(world, what, agenda.who[slot]!);
      if (world.ended >= requests) ended ??= 'requests';
    }
    hash = path;
    if (ended === undefined && events >= horizon.eventsMax) ended = 'budget';
    return ended !== undefined;
  };

  const sample = (): Sample => {
    if (world.clock[0]! > world.clock[1]! && world.record.slice < horizon.slices) {
      takeStock(world);
      endSlice(world.record);
    }
    return {
      slices: slicesOf(world.record, true),
      transient: horizon.transient,
      simulatedS: world.clock[0]!,
      events,
      hash,
      ended: ended ?? 'cancelled',
      requests: counted(world),
    };
  };

  return {
    advance,
    progress: () => ({ events, simulatedS: world.clock[0]!, share: shareOf(horizon, world, events) }),
    cancel: () => {
      ended ??= 'cancelled';
    },
    sample,
  };
};

/** Everything but the end of a slice. */
const happen = (world: World, what: number, who: number): void => {
  switch (what) {
    case on.ARRIVE:
      countRequest(world.record, who);
      arriveNext(world, who);
      request(world, who);
      return;
    case on.DONE:
      done(world, who);
      return;
    case on.REACH:
      reach(world, who);
      return;
    case on.REPLY:
      deliver(world, who);
      return;
    case on.DUE:
      due(world, who);
      return;
    case on.HEDGE:
      hedge(world, who);
      return;
    case on.RETRY:
      retry(world, who);
      return;
    case on.SHARED:
      doneSharing(world, leaveShared(world, who));
      return;
    case on.FAULT:
      strikeWith(world, who, false);
      return;
    case on.MENDED:
      strikeWith(world, who, true);
      return;
    case on.NOTICED:
      notice(world, who);
      return;
    case on.SCALE:
      scale(world, who);
      return;
    case on.SWITCHED_ON:
      switchOn(world, who);
      return;
    case on.BURST:
      turn(world, who);
      return;
    case on.BATCH:
      doneBatch(world, who);
      return;
    case on.BATCH_DUE:
      world.batchDue[who] = -1;
      takeBatches(world, who, true);
      return;
    case on.STEP:
      doneStep(world, who);
      return;
    case on.READY:
      world.readyCount[who]!++;
      return;
    case on.WINDOW:
      turned(world, who);
      return;
    case on.HOURS:
      turnHours(world, who);
  }
};

const number = new Float64Array(1);
const words = new Uint32Array(number.buffer);

const mixed = (hash: number, what: number, time: number): number => {
  number[0] = time;
  const low = Math.imul(hash ^ words[0]!, 0x9e3779b1);
  return Math.imul(low ^ (low >>> 15) ^ words[1]! ^ what, 0x85ebca77);
};

const shareOf = (
  { endS, requests, eventsMax, precision }: Horizon,
  { clock, ended }: World,
  events: number,
): number => {
  const spent = events / eventsMax;
  const share = precision
    ? spent
    : Math.max(endS < Infinity ? clock[0]! / endS : 0, requests < Infinity ? ended / requests : 0, spent);
  return Math.min(1, share);
};

/** Who is still inside is counted among those inside, not by subtraction. */
const counted = ({ record, visits, tables, ended }: World): Engine['requests'] => {
  const slices = slicesOf(record, false);
  let [arrived, answered, inFlight] = [0, 0, 0];
  for (let slice = 0; slice < slices.count; slice++)
    for (let of = 0; of < tables.model.classes.length; of++) {
      arrived += classFigure(slices, slice, of, CAME);
      answered += classFigure(slices, slice, of, OK);
    }
  for (let visit = 0; visit < visits.v.length; visit += at.SIZE)
    if (
      visits.v[visit + at.NODE]! >= 0 &&
      visits.v[visit + at.ROOT] === visit &&
      (visits.v[visit + at.FLAGS]! & ANSWERED) === 0
    )
      inFlight++;
  return { arrived, answered, failed: ended - answered, inFlight };
};
