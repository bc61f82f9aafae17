/**
 * How a request flows: it reaches a station, waits, is served, makes its calls, and answers.
 *
 *     send ─▶ reach ─▶ (wait) ─▶ start ─▶ done ─▶ proceed ⇄ send … ─▶ end ─▶ deliver to the parent
 *
 * Replies that come while the parent is still sending only change its counts; the parent's own loop goes on from there.
 * So nothing recurses with the number of calls, and depth is bounded: beyond it, a call goes through the agenda.
 */
import { enter } from '../kernel/agenda.ts';
import { uniform, variate } from '../kernel/random.ts';
import { isHit, isStopped, waitForWindow } from './after-service.ts';
import { joinBatch, leaveBatch } from './batches.ts';
import { HEDGE, REACH, REPLY, RETRY } from './events.ts';
import { arm, armTimeout, earn, isClosed, pauseS, settle, spend } from './guards.ts';
import { beginStep, joinSteps, stepDone } from './llm-steps.ts';
import { enqueue, joinShared, rankOf, worstInService } from './queues.ts';
import { countAnswer, countArrival, countFailure, countHit, countWait } from './record.ts';
import { answer, callsOf, dispose, expect, newVisit, outcomeOf } from './requests.ts';
import { route } from './route.ts';
import { letIn, pause, release, start } from './stations.ts';
import { nodeStream } from './tables.ts';
import * as at from './visit-places.ts';
import { takeCall } from './world.ts';
import type { World } from './world.ts';
import * as has from './table-places.ts';
import { AWAY, GOOD, ISSUING, SERVING, STARTED, STOPPED, TURNED, WRITE } from './visit-places.ts';

const DEPTH_MAX = 64;

/** A request begins: the visit at its client. */
export const request = (world: World, of: number): void => {
  const root = newVisit(world, world.tables.kind[of * has.CLASS_SIZE + has.FROM]!, -1, of, -1);
  const { v, f } = world.visits;
  v[root + at.ROOT] = root;
  v[root + at.OPEN] = 1;
  v[root + at.PARENT] = -1;
  v[root + at.CALL] = -1;
  v[root + at.FLAGS] = 0;
  f[(root >> 3) + at.ARRIVED] = world.clock[0]!;
  f[(root >> 3) + at.FIRST] = 0;
  proceed(world, root);
};

/** One visit at a station of the pool; where nobody `waits` for it, it is a message. False: nobody is there to take it. */
const send = (
  world: World,
  from: number,
  edge: number,
  way: number,
  waits: boolean,
  call: number,
): boolean => {
  const child = route(world, from, edge, way, waits);
  if (child < 0) return false;
  const { tables, visits } = world;
  const { v } = visits;
  const root = v[from + at.ROOT]!;
  v[root + at.OPEN]!++;
  v[child + at.ROOT] = root;
  v[child + at.PARENT] = waits ? from : -1;
  v[child + at.PARENT_TAG] = v[from + at.TAG]!;
  v[child + at.CALL] = call;
  if (call >= 0) v[child + at.CALL_TAG] = world.calls.tag[call]!;
  const by = v[child + at.EDGE]!;
  if ((tables.edge[by * has.EDGE_SIZE + has.HOW]! & has.DISTANT) !== 0 || !waits || world.depth > DEPTH_MAX) {
    v[child + at.FLAGS]! |= AWAY;
    enter(world.agenda, world.clock[0]! + tables.edgeLatency[by]!, REACH, child);
  } else {
    const node = v[child + at.NODE]!;
    world.depth++;
    come(world, child, node, tables.node[node * has.NODE_SIZE + has.WAYS]!);
    world.depth--;
  }
  return true;
};

/** A visit is at its station. */
export const reach = (world: World, visit: number): void => {
  const { v } = world.visits;
  const node = v[visit + at.NODE]!;
  v[visit + at.FLAGS]! &= ~AWAY;
  come(world, visit, node, world.tables.node[node * has.NODE_SIZE + has.WAYS]!);
};

const come = (world: World, visit: number, node: number, ways: number): void => {
  const { tables, visits } = world;
  const floats = visit >> 3;
  visits.f[floats + at.ARRIVED] = world.clock[0]!;
  countArrival(world.record, node);
  if ((ways & has.LIMITED) !== 0 && !letIn(world, node, visits.v[visit + at.KIND]!)) {
    end(world, visit, false);
    return;
  }
  if ((ways & has.TIMED) !== 0) {
    const written = (visits.v[visit + at.FLAGS]! & WRITE) !== 0;
    const meanS = written ? tables.databases[node]!.writeService.meanS : tables.meanS[node]!;
    const shape = tables.node[node * has.NODE_SIZE + has.SHAPE]!;
    visits.f[floats + at.DEMAND] =
      meanS *
      variate(world.streams, nodeStream(node, has.SERVICE), shape, tables.cv2[node]!) *
      world.slow[node]!;
  }
  enterStation(world, visit, node, ways);
};

/** Into service, into the line, or turned away. A station that is down keeps who comes in its line. */
export const admit = (world: World, visit: number): void => {
  const node = world.visits.v[visit + at.NODE]!;
  enterStation(world, visit, node, world.tables.node[node * has.NODE_SIZE + has.WAYS]!);
};

const enterStation = (world: World, visit: number, node: number, ways: number): void => {
  const { stations, visits, tables } = world;
  const place = visits.v[visit + at.STATION]! * has.STATION_SIZE;
  const servers = tables.node[node * has.NODE_SIZE + has.SERVERS]!;
  const limit = tables.node[node * has.NODE_SIZE + has.LIMIT]!;
  if ((stations[place + has.STATE]! & has.WORKING) === has.UP) {
    if ((ways & has.STEPPED) !== 0) {
      if (stations[place + has.JOBS]! - servers >= limit || !joinSteps(world, visit))
        end(world, visit, false);
      return;
    }
    if ((ways & has.BATCHED) !== 0) {
      if (stations[place + has.LINE]! >= limit) end(world, visit, false);
      else joinBatch(world, visit, (ways & has.RANKED) === 0 ? 0 : rankOf(world, visit));
      return;
    }
    if ((ways & has.TIMED) === 0) {
      served(world, visit, node, ways);
      return;
    }
    if ((ways & has.SHARING) !== 0) {
      if (stations[place + has.JOBS]! - servers >= limit) {
        end(world, visit, false);
        return;
      }
      visits.v[visit + at.FLAGS]! |= SERVING | STARTED;
      joinShared(world, visit);
      countWait(world.record, node, 0);
      return;
    }
    if (stations[place + has.JOBS]! < servers) {
      start(world, visit, node, ways);
      return;
    }
    if ((ways & has.PREEMPTIVE) !== 0) {
      const worst = worstInService(world, visits.v[visit + at.STATION]!);
      if (worst >= 0 && rankOf(world, worst) > rankOf(world, visit)) {
        pause(world, worst, node, ways);
        start(world, visit, node, ways);
        return;
      }
    }
  }
  if (stations[place + has.LINE]! >= limit) end(world, visit, false);
  else enqueue(world, visit, (ways & has.RANKED) === 0 ? 0 : rankOf(world, visit), false);
};

/** The service time is over. */
export const done = (world: World, visit: number): void => {
  const { v } = world.visits;
  v[visit + at.EVENT] = -1;
  const node = v[visit + at.NODE]!;
  const ways = world.tables.node[node * has.NODE_SIZE + has.WAYS]!;
  if ((ways & has.HOLDING) === 0) release(world, visit, node, ways);
  served(world, visit, node, ways);
};

/** The first of those who share a station's servers is done. */
export const doneSharing = (world: World, visit: number): void => {
  const { v } = world.visits;
  v[visit + at.FLAGS]! &= ~SERVING;
  const node = v[visit + at.NODE]!;
  served(world, visit, node, world.tables.node[node * has.NODE_SIZE + has.WAYS]!);
};

/** A batch is done, with all who are in it; or a step, with those who got their last token in it. */
const doneTogether = (world: World, all: readonly number[]): void => {
  for (const visit of all) {
    const node = world.visits.v[visit + at.NODE]!;
    served(world, visit, node, world.tables.node[node * has.NODE_SIZE + has.WAYS]!);
  }
};
export const doneBatch = (world: World, first: number): void => doneTogether(world, leaveBatch(world, first));
export const doneStep = (world: World, station: number): void => {
  doneTogether(world, stepDone(world, station));
  beginStep(world, station);
};

/** The window that it fell into is over. */
export const turned = (world: World, visit: number): void => {
  const { v } = world.visits;
  v[visit + at.EVENT] = -1;
  v[visit + at.FLAGS]! |= TURNED;
  const node = v[visit + at.NODE]!;
  served(world, visit, node, world.tables.node[node * has.NODE_SIZE + has.WAYS]!);
};

/** After the service: an error, a hit, or the calls. */
const served = (world: World, visit: number, node: number, ways: number): void => {
  if ((ways & has.WINDOWED) !== 0 && (world.visits.v[visit + at.FLAGS]! & TURNED) === 0) {
    waitForWindow(world, visit, node);
    return;
  }
  const failing = world.failing[node]!;
  if (failing > 0 && uniform(world.streams, nodeStream(node, has.CHANCE)) < failing) {
    end(world, visit, false);
    return;
  }
  if ((ways & has.CACHING) !== 0) {
    const { v } = world.visits;
    const hit = isHit(world, node);
    countHit(world.record, node, hit);
    if (hit) {
      end(world, visit, true);
      return;
    }
    const parent = v[visit + at.PARENT]!;
    if (parent >= 0 && v[parent + at.TAG] === v[visit + at.PARENT_TAG]) v[parent + at.MISSED] = node;
  }
  if ((ways & has.STOPPING) !== 0 && isStopped(world, visit, node)) end(world, visit, true);
  else if ((ways & has.LEAF) !== 0) end(world, visit, true);
  else proceed(world, visit);
};

const proceed = (world: World, visit: number): void => {
  const outcome = goOn(world, visit);
  if (outcome >= 0) end(world, visit, outcome === 1);
};

/** Makes the calls of a visit as far as it can. 1: all is back; 0: it no longer can be; −1: it waits. */
const goOn = (world: World, visit: number): number => {
  const { tables, visits } = world;
  const node = visits.v[visit + at.NODE]!;
  const ways = tables.node[node * has.NODE_SIZE + has.WAYS]!;
  visits.v[visit + at.FLAGS]! |= ISSUING;
  let outcome = 1;
  if ((ways & (has.BALANCING | has.SIDE_BY_SIDE)) === 0) outcome = inSequence(world, visit, node);
  else if (visits.v[visit + at.STEP] === 0)
    outcome = (ways & has.BALANCING) === 0 ? all(world, visit) : balanced(world, visit, node);
  visits.v[visit + at.FLAGS]! &= ~ISSUING;
  return outcome;
};

const balanced = (world: World, visit: number, node: number): number => {
  const { tables, visits } = world;
  const pool = tables.poolOfBalancer[node * tables.model.classes.length + visits.v[visit + at.KIND]!]!;
  if (pool < 0) return 1;
  visits.v[visit + at.STEP] = 1;
  expect(world, visit, 1, 1);
  call(world, visit, tables.pools[pool]!.edges[0]!, pool);
  return outcomeOf(world, visit);
};

/** Edge by edge, call by call. */
const inSequence = (world: World, visit: number, node: number): number => {
  const { tables, visits } = world;
  const first = tables.node[node * has.NODE_SIZE + has.OUT]!;
  const edges = tables.node[node * has.NODE_SIZE + has.OUTS]!;
  for (;;) {
    const { v } = visits;
    const step = v[visit + at.STEP]!;
    const left = (v[visit + at.FLAGS]! & STOPPED) === 0 ? v[visit + at.LEFT]! : 0;
    if (left === 0) {
      if (step === edges || (v[visit + at.FLAGS]! & STOPPED) !== 0) return 1;
      v[visit + at.STEP] = step + 1;
      v[visit + at.LEFT] = callsOf(world, visit, tables.out[first + step]!);
      continue;
    }
    v[visit + at.LEFT] = left - 1;
    const edge = tables.out[first + step - 1]!;
    const place = edge * has.EDGE_SIZE;
    const way = tables.edge[place + has.POOL]!;
    const fanout = tables.edge[place + has.FANOUT]!;
    if ((tables.edge[place + has.HOW]! & has.SYNC) === 0) {
      for (let copy = 0; copy < fanout; copy++) send(world, visit, edge, way, false, -1);
      continue;
    }
    v[visit + at.PENDING] = fanout;
    v[visit + at.NEEDED] = tables.edge[place + has.NEEDS]!;
    for (let copy = 0; copy < fanout; copy++) call(world, visit, edge, way);
    const outcome = outcomeOf(world, visit);
    if (outcome !== 1) return outcome;
    visits.v[visit + at.TAG]!++;
  }
};

/** All edges side by side. */
const all = (world: World, visit: number): number => {
  const { tables, visits } = world;
  const node = visits.v[visit + at.NODE]! * has.NODE_SIZE;
  visits.v[visit + at.STEP] = 1;
  const edges: number[] = [];
  let waited = 0;
  for (let place = 0; place < tables.node[node + has.OUTS]!; place++) {
    const edge = tables.out[tables.node[node + has.OUT]! + place]!;
    const copies = callsOf(world, visit, edge) * tables.edge[edge * has.EDGE_SIZE + has.FANOUT]!;
    for (let copy = 0; copy < copies; copy++) edges.push(edge);
    if ((tables.edge[edge * has.EDGE_SIZE + has.HOW]! & has.SYNC) !== 0) waited += copies;
  }
  expect(world, visit, waited, Math.min(waited, tables.waitFor[node / has.NODE_SIZE]!));
  for (const edge of edges) {
    const way = tables.edge[edge * has.EDGE_SIZE + has.POOL]!;
    if ((tables.edge[edge * has.EDGE_SIZE + has.HOW]! & has.SYNC) !== 0) call(world, visit, edge, way);
    else send(world, visit, edge, way, false, -1);
  }
  return outcomeOf(world, visit);
};

const call = (world: World, visit: number, edge: number, way: number): void => {
  if ((world.tables.edge[edge * has.EDGE_SIZE + has.HOW]! & has.GUARDED) !== 0)
    guard(world, visit, edge, way);
  else if (!send(world, visit, edge, way, true, -1))
    reply(world, visit, world.visits.v[visit + at.TAG]!, failsOpen(world, edge));
};

const failsOpen = (world: World, edge: number): boolean =>
  (world.tables.edge[edge * has.EDGE_SIZE + has.HOW]! & has.FAILS_OPEN) !== 0;

/** A visit is over: it answers, well or not; and with it, perhaps, whoever asked. */
export const end = (world: World, ended: number, well: boolean): void => {
  const { visits, record, tables } = world;
  const now = world.clock[0]!;
  let visit = ended;
  let ok = well;
  for (;;) {
    const { v } = visits;
    const node = v[visit + at.NODE]!;
    if ((v[visit + at.FLAGS]! & SERVING) !== 0 && v[visit + at.EVENT]! < 0)
      release(world, visit, node, tables.node[node * has.NODE_SIZE + has.WAYS]!);
    v[visit + at.TAG]!++;
    const tookS = now - visits.f[(visit >> 3) + at.ARRIVED]!;
    if (v[visit + at.ROOT] === visit) {
      answer(world, visit, ok, tookS);
      return;
    }
    if (ok) countAnswer(record, node, tookS);
    else countFailure(record, node);
    const parent = v[visit + at.PARENT]!;
    if (parent < 0) {
      dispose(world, visit);
      return;
    }
    const edge = v[visit + at.EDGE]!;
    const guarded = v[visit + at.CALL]!;
    if (!ok && guarded < 0) ok = failsOpen(world, edge);
    if ((tables.edge[edge * has.EDGE_SIZE + has.HOW]! & has.DISTANT) !== 0 || guarded >= 0) {
      v[visit + at.FLAGS]! |= ok ? GOOD | AWAY : AWAY;
      if ((tables.edge[edge * has.EDGE_SIZE + has.HOW]! & has.DISTANT) !== 0)
        enter(world.agenda, now + tables.edgeLatency[edge]!, REPLY, visit);
      else deliver(world, visit);
      return;
    }
    const tag = v[visit + at.PARENT_TAG]!;
    dispose(world, visit);
    const outcome = heard(world, parent, tag, ok);
    if (outcome < 0) return;
    visit = parent;
    ok = outcome === 1;
  }
};

/** The answer is back at whoever asked. */
export const deliver = (world: World, visit: number): void => {
  const { v } = world.visits;
  const ok = (v[visit + at.FLAGS]! & GOOD) !== 0;
  const parent = v[visit + at.PARENT]!;
  const parentTag = v[visit + at.PARENT_TAG]!;
  const guarded = v[visit + at.CALL]!;
  const guardedTag = v[visit + at.CALL_TAG]!;
  dispose(world, visit);
  if (guarded >= 0) answered(world, guarded, guardedTag, ok);
  else reply(world, parent, parentTag, ok);
};

const reply = (world: World, parent: number, tag: number, ok: boolean): void => {
  const outcome = heard(world, parent, tag, ok);
  if (outcome >= 0) end(world, parent, outcome === 1);
};

/** A parent hears of one of its calls, and goes on. 1 or 0: it is over with this; −1: it is not, or does not care any more. */
const heard = (world: World, parent: number, tag: number, ok: boolean): number => {
  const { v } = world.visits;
  if (v[parent + at.TAG] !== tag) return -1;
  const pending = v[parent + at.PENDING]! - 1;
  const needed = v[parent + at.NEEDED]! - (ok ? 1 : 0);
  v[parent + at.PENDING] = pending;
  v[parent + at.NEEDED] = needed;
  if ((v[parent + at.FLAGS]! & ISSUING) !== 0) return -1;
  if (needed > 0) return pending < needed ? 0 : -1;
  v[parent + at.TAG] = tag + 1;
  return goOn(world, parent);
};

// Guarded calls.

const guard = (world: World, visit: number, edge: number, way: number): void => {
  const { visits, calls } = world;
  if (!isClosed(world, edge)) {
    reply(world, visit, visits.v[visit + at.TAG]!, failsOpen(world, edge));
    return;
  }
  earn(world, edge);
  const guarded = takeCall(calls);
  calls.parent[guarded] = visit;
  calls.parentTag[guarded] = visits.v[visit + at.TAG]!;
  calls.edge[guarded] = edge;
  calls.attempt[guarded] = 0;
  attempt(world, guarded, way);
};

const attempt = (world: World, guarded: number, way: number): void => {
  const { calls, tables } = world;
  const edge = calls.edge[guarded]!;
  const { hedgeAfterS } = tables.edges[edge]!;
  calls.flying[guarded] = 1;
  armTimeout(world, guarded, edge);
  calls.hedged[guarded] =
    hedgeAfterS < Infinity ? enter(world.agenda, world.clock[0]! + hedgeAfterS, HEDGE, guarded) : -1;
  const tag = calls.tag[guarded]!;
  if (!send(world, calls.parent[guarded]!, edge, way, true, guarded)) answered(world, guarded, tag, false);
};

export const hedge = (world: World, guarded: number): void => {
  const { calls, visits } = world;
  calls.hedged[guarded] = -1;
  if (visits.v[calls.parent[guarded]! + at.TAG] !== calls.parentTag[guarded]) return;
  calls.flying[guarded]!++;
  const tag = calls.tag[guarded]!;
  if (!send(world, calls.parent[guarded]!, calls.edge[guarded]!, wayOf(world, guarded), true, guarded))
    answered(world, guarded, tag, false);
};

const wayOf = (world: World, guarded: number): number => {
  const { tables, calls, visits } = world;
  const parent = calls.parent[guarded]!;
  const node = visits.v[parent + at.NODE]!;
  if ((tables.node[node * has.NODE_SIZE + has.WAYS]! & has.BALANCING) === 0)
    return tables.edge[calls.edge[guarded]! * has.EDGE_SIZE + has.POOL]!;
  return tables.poolOfBalancer[node * tables.model.classes.length + visits.v[parent + at.KIND]!]!;
};

const answered = (world: World, guarded: number, tag: number, ok: boolean): void => {
  const { calls } = world;
  if (calls.tag[guarded] !== tag) return;
  calls.flying[guarded]!--;
  if (ok) conclude(world, guarded, true);
  else if (calls.flying[guarded]! <= 0) failed(world, guarded);
};

/** An attempt came to nothing: again after a pause, or not. */
const failed = (world: World, guarded: number): void => {
  const { calls, tables, visits } = world;
  const edge = calls.edge[guarded]!;
  const wanted = visits.v[calls.parent[guarded]! + at.TAG] === calls.parentTag[guarded];
  if (!wanted || calls.attempt[guarded]! >= tables.edges[edge]!.retries || !spend(world, edge)) {
    conclude(world, guarded, false);
    return;
  }
  settle(world, guarded, false);
  enter(world.agenda, world.clock[0]! + pauseS(world, edge, calls.attempt[guarded]!), RETRY, guarded);
  calls.attempt[guarded]!++;
};

export const retry = (world: World, guarded: number): void => {
  const { calls, visits } = world;
  if (visits.v[calls.parent[guarded]! + at.TAG] === calls.parentTag[guarded])
    attempt(world, guarded, wayOf(world, guarded));
  else calls.free[calls.freeCount++] = guarded;
};

const conclude = (world: World, guarded: number, ok: boolean): void => {
  const { calls } = world;
  settle(world, guarded, ok);
  calls.free[calls.freeCount++] = guarded;
  const told = ok || failsOpen(world, calls.edge[guarded]!);
  reply(world, calls.parent[guarded]!, calls.parentTag[guarded]!, told);
};

/** Every timeout of an edge that is over by now. */
export const due = (world: World, edge: number): void => {
  world.dueArmed[edge] = 0;
  for (
    let first = world.firstDue[edge]!;
    first >= 0 && world.calls.due[first]! <= world.clock[0]!;
    first = world.firstDue[edge]!
  )
    failed(world, first);
  arm(world, edge);
};
