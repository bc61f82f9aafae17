/**
 * How a request flows: it reaches a station, waits, is served, makes its calls, and answers.
 *
 *     send ─▶ reach ─▶ (wait) ─▶ start ─▶ done ─▶ proceed ⇄ send … ─▶ end ─▶ deliver to the parent
 *
 * Replies that come while the parent is still sending only change its counts; the parent's own loop goes on from there.
 * So nothing recurses with the number of calls, and depth is bounded: beyond it, a call goes through the agenda.
 */
import { enter, strike } from '../kernel/agenda.ts';
import { below, exponential, uniform, variate } from '../kernel/random.ts';
import { hitsAt } from './cache-table.ts';
import { pick } from './pick.ts';
import { enqueue, joinShared, link, unlink, unqueue, worstInService } from './queues.ts';
import { countAnswer, countArrival, countFailure, countFinish, countOutcome, countWait, touch } from './record.ts';
import { BALANCER, CACHE, CHANCE, CHOICE, nodeStream, SERVICE } from './tables.ts';
import type { Pool } from './tables.ts';
import { takeCall, takeVisit } from './world.ts';
import type { World } from './world.ts';

export const ARRIVE = 0;
export const DONE = 1;
export const REACH = 2;
export const REPLY = 3;
export const DUE = 4;
export const HEDGE = 5;
export const RETRY = 6;
export const SHARED = 12;

const ISSUING = 1;
export const SERVING = 2;
const GOOD = 4;
const WRITE = 16;
const STARTED = 32;
export const WAITING = 64;

const DEPTH_MAX = 64;
const SHARING = 1;
const PREEMPTIVE = 3;

/** A request begins: the visit at its client. */
export const request = (world: World, of: number): void => {
  const visit = newVisit(world, world.tables.model.classes[of]!.from, -1, of, -1);
  const { visits } = world;
  visits.root[visit] = visit;
  visits.open[visit] = 1;
  visits.parent[visit] = -1;
  visits.call[visit] = -1;
  visits.arrived[visit] = world.now;
  proceed(world, visit);
};

const newVisit = (world: World, node: number, station: number, of: number, edge: number): number => {
  const { visits } = world;
  const visit = takeVisit(visits);
  visits.node[visit] = node;
  visits.station[visit] = station;
  visits.kind[visit] = of;
  visits.edge[visit] = edge;
  visits.step[visit] = 0;
  visits.left[visit] = 0;
  visits.pending[visit] = 0;
  visits.needed[visit] = 0;
  visits.flags[visit] = 0;
  visits.missed[visit] = -1;
  visits.event[visit] = -1;
  return visit;
};

/** One visit at a station of the pool; `parent` −1: nobody waits for it. */
const send = (world: World, from: number, pool: Pool, waits: boolean, call: number): void => {
  const { tables, visits } = world;
  const chooser = visits.node[from]!;
  const index = pick(world, pool, nodeStream(chooser, CHOICE));
  const edge = pool.edges[index]!;
  let station = pool.stations[index]!;
  const node = tables.stationNode[station]!;
  const of = visits.kind[from]!;
  let flags = 0;
  const database = tables.databases[node];
  if (database) {
    const share = tables.model.classes[of]!.writeShare ?? database.writeShare;
    if (share > 0 && uniform(world.streams, nodeStream(node, CHOICE)) < share) flags = WRITE;
    if (database.readReplicas > 0) {
      const primaries = tables.stationCount[node]! - database.readReplicas;
      const [first, count] = flags === WRITE ? [0, primaries] : [primaries, database.readReplicas];
      station = tables.stationFirst[node]! + first + (count > 1 ? below(world.streams, nodeStream(node, CHOICE), count) : 0);
    }
  }
  const child = newVisit(world, node, station, of, edge);
  const root = visits.root[from]!;
  visits.flags[child] = flags;
  visits.root[child] = root;
  visits.open[root]!++;
  visits.parent[child] = waits ? from : -1;
  visits.parentTag[child] = visits.tag[from]!;
  visits.call[child] = call;
  visits.callTag[child] = call < 0 ? 0 : world.calls.tag[call]!;
  const latencyS = tables.edgeLatency[edge]!;
  if (latencyS > 0 || !waits || world.depth > DEPTH_MAX) {
    enter(world.agenda, world.now + latencyS, REACH, child);
  } else {
    world.depth++;
    reach(world, child);
    world.depth--;
  }
};

/** A visit is at its station. */
export const reach = (world: World, visit: number): void => {
  const { tables, visits, record, now } = world;
  const node = visits.node[visit]!;
  const station = visits.station[visit]!;
  visits.arrived[visit] = now;
  countArrival(record, node);
  if (world.up[station] === 0 || !letIn(world, node)) return end(world, visit, false);
  const shape = tables.shape[node]!;
  if (shape === 0) return served(world, visit);
  const written = (visits.flags[visit]! & WRITE) !== 0;
  const meanS = written ? tables.databases[node]!.writeService.meanS : tables.meanS[node]!;
  visits.demand[visit] =
    meanS * variate(world.streams, nodeStream(node, SERVICE), shape, tables.cv2[node]!) * world.slow[node]!;
  const discipline = tables.discipline[node]!;
  if (discipline === SHARING) {
    if (world.busy[station]! - tables.servers[node]! >= tables.queueLimit[node]!) return end(world, visit, false);
    visits.flags[visit]! |= SERVING;
    joinShared(world, visit, SHARED);
    countWait(record, node, 0);
    return undefined;
  }
  if (world.busy[station]! < tables.servers[node]!) return start(world, visit);
  const rank = discipline === 0 ? 0 : tables.rank[visits.kind[visit]!]!;
  if (discipline === PREEMPTIVE) {
    const worst = worstInService(world, station);
    if (worst >= 0 && tables.rank[visits.kind[worst]!]! > rank) {
      pause(world, worst);
      return start(world, visit);
    }
  }
  if (world.waiting[station]! >= tables.queueLimit[node]!) return end(world, visit, false);
  enqueue(world, visit, rank, false);
  return undefined;
};

/** The token bucket at the door. */
const letIn = (world: World, node: number): boolean => {
  const limit = world.tables.model.nodes[node]!.rateLimit;
  if (!limit) return true;
  const refilled = world.tokens[node]! + (world.now - world.tokensAt[node]!) * limit.rps;
  world.tokens[node] = Math.min(limit.burst, refilled);
  world.tokensAt[node] = world.now;
  if (world.tokens[node]! < 1) return false;
  world.tokens[node]! -= 1;
  return true;
};

const start = (world: World, visit: number): void => {
  const { visits, record, now, tables } = world;
  const node = visits.node[visit]!;
  const station = visits.station[visit]!;
  touch(record, node, now);
  world.busy[station]!++;
  record.busyNow[node]!++;
  if ((visits.flags[visit]! & STARTED) === 0) countWait(record, node, now - visits.arrived[visit]!);
  visits.flags[visit]! |= SERVING | STARTED;
  const due = now + visits.demand[visit]!;
  visits.due[visit] = due;
  visits.event[visit] = enter(world.agenda, due, DONE, visit);
  if (tables.discipline[node] === PREEMPTIVE) link(world, visit);
};

/** Put back to the front of its queue, to go on where it stopped. */
const pause = (world: World, visit: number): void => {
  const { visits } = world;
  strike(world.agenda, visits.event[visit]!);
  visits.event[visit] = -1;
  visits.demand[visit] = visits.due[visit]! - world.now;
  leaveServer(world, visit);
  enqueue(world, visit, world.tables.rank[visits.kind[visit]!]!, true);
};

const leaveServer = (world: World, visit: number): void => {
  const { visits, record } = world;
  const node = visits.node[visit]!;
  touch(record, node, world.now);
  world.busy[visits.station[visit]!]!--;
  record.busyNow[node]!--;
  visits.flags[visit]! &= ~SERVING;
  if (world.tables.discipline[node] === PREEMPTIVE) unlink(world, visit);
};

/** Its server is free, and the next one waiting takes it. */
const release = (world: World, visit: number): void => {
  const station = world.visits.station[visit]!;
  leaveServer(world, visit);
  if (world.waiting[station]! > 0 && world.up[station] === 1) start(world, unqueue(world, station));
};

/** The service time is over. */
export const done = (world: World, visit: number): void => {
  world.visits.event[visit] = -1;
  if (world.tables.holds[world.visits.node[visit]!] === 0) release(world, visit);
  served(world, visit);
};

/** After the service: an error, a hit, or the calls. */
export const served = (world: World, visit: number): void => {
  const { tables, visits, streams } = world;
  const node = visits.node[visit]!;
  const failing = world.failing[node]!;
  if (failing > 0 && uniform(streams, nodeStream(node, CHANCE)) < failing) return end(world, visit, false);
  if (tables.behaves[node] === CACHE) {
    if (isHit(world, node)) return end(world, visit, true);
    const parent = visits.parent[visit]!;
    if (parent >= 0 && visits.tag[parent] === visits.parentTag[visit]) visits.missed[parent] = node;
  }
  return proceed(world, visit);
};

const isHit = (world: World, node: number): boolean => {
  const cache = world.tables.caches[node];
  if (!cache) return false;
  const asked = world.asked[node]!++;
  let horizon = Math.min(cache.fullAt, asked - world.filledAt[node]!);
  if (cache.ttlS !== undefined && world.now > 0) horizon = Math.min(horizon, (asked / world.now) * cache.ttlS);
  return uniform(world.streams, nodeStream(node, CHANCE)) < hitsAt(cache, horizon);
};

/** Makes the calls of a visit as far as it can without waiting. */
const proceed = (world: World, visit: number): void => {
  const { tables, visits } = world;
  const node = visits.node[visit]!;
  visits.flags[visit]! |= ISSUING;
  let outcome = -1;
  if (tables.behaves[node] === BALANCER) {
    const pool = tables.poolOfBalancer[node * tables.model.classes.length + visits.kind[visit]!]!;
    if (visits.step[visit] === 0 && pool >= 0) {
      visits.step[visit] = 1;
      expect(world, visit, 1, 1);
      call(world, visit, tables.pools[pool]!.edges[0]!, tables.pools[pool]!);
      outcome = outcomeOf(world, visit);
    } else outcome = 1;
  } else if (tables.parallel[node] === 1) {
    if (visits.step[visit] === 0) outcome = all(world, visit);
    else outcome = 1;
  } else outcome = inSequence(world, visit);
  visits.flags[visit]! &= ~ISSUING;
  if (outcome >= 0) end(world, visit, outcome === 1);
};

const expect = (world: World, visit: number, pending: number, needed: number): void => {
  world.visits.pending[visit] = pending;
  world.visits.needed[visit] = needed;
};

/** 1: all it needs came back; 0: it no longer can; −1: it waits. */
const outcomeOf = (world: World, visit: number): number => {
  const needed = world.visits.needed[visit]!;
  if (needed <= 0) return 1;
  return world.visits.pending[visit]! < needed ? 0 : -1;
};

/** Edge by edge, call by call. */
const inSequence = (world: World, visit: number): number => {
  const { tables, visits } = world;
  const node = visits.node[visit]!;
  const first = tables.outFirst[node]!;
  const edges = tables.outFirst[node + 1]! - first;
  for (;;) {
    if (visits.left[visit] === 0) {
      const step = visits.step[visit]!;
      if (step === edges) return 1;
      visits.step[visit] = step + 1;
      visits.left[visit] = callsOf(world, visit, tables.out[first + step]!);
      continue;
    }
    visits.left[visit]!--;
    const edge = tables.out[first + visits.step[visit]! - 1]!;
    const pool = tables.pools[tables.poolOfEdge[edge]!]!;
    const fanout = tables.edgeFanout[edge]!;
    if (tables.edgeSync[edge] === 0) {
      for (let copy = 0; copy < fanout; copy++) send(world, visit, pool, false, -1);
      continue;
    }
    expect(world, visit, fanout, Math.min(fanout, tables.edges[edge]!.waitFor));
    for (let copy = 0; copy < fanout; copy++) call(world, visit, edge, pool);
    const outcome = outcomeOf(world, visit);
    if (outcome !== 1) return outcome;
    visits.tag[visit]!++;
  }
};

/** All edges side by side. */
const all = (world: World, visit: number): number => {
  const { tables, visits } = world;
  const node = visits.node[visit]!;
  visits.step[visit] = 1;
  const edges: number[] = [];
  let waited = 0;
  for (let at = tables.outFirst[node]!; at < tables.outFirst[node + 1]!; at++) {
    const edge = tables.out[at]!;
    const copies = callsOf(world, visit, edge) * tables.edgeFanout[edge]!;
    for (let copy = 0; copy < copies; copy++) edges.push(edge);
    if (tables.edgeSync[edge] === 1) waited += copies;
  }
  expect(world, visit, waited, Math.min(waited, tables.waitFor[node]!));
  for (const edge of edges) {
    const pool = tables.pools[tables.poolOfEdge[edge]!]!;
    if (tables.edgeSync[edge] === 1) call(world, visit, edge, pool);
    else send(world, visit, pool, false, -1);
  }
  return outcomeOf(world, visit);
};

/** How many calls a visit makes on an edge: none where it is not its to take. */
const callsOf = (world: World, visit: number, edge: number): number => {
  const { tables, visits } = world;
  const of = visits.kind[visit]!;
  if (tables.takes[of * tables.edges.length + edge] === 0) return 0;
  const missOf = tables.edgeMissOf[edge]!;
  if (missOf >= 0 && visits.missed[visit] !== missOf) return 0;
  const stream = nodeStream(visits.node[visit]!, CHANCE);
  const probability = tables.edgeProbability[edge]!;
  if (probability < 1 && uniform(world.streams, stream) >= probability) return 0;
  const calls = tables.edgeCalls[edge]!;
  const whole = Math.floor(calls);
  return calls > whole && uniform(world.streams, stream) < calls - whole ? whole + 1 : whole;
};

const call = (world: World, visit: number, edge: number, pool: Pool): void => {
  if (world.tables.edgeGuarded[edge] === 0) send(world, visit, pool, true, -1);
  else guard(world, visit, edge, pool);
};

/** A visit is over: it answers, well or not. */
export const end = (world: World, visit: number, ok: boolean): void => {
  const { visits, record, tables, now } = world;
  if ((visits.flags[visit]! & SERVING) !== 0 && visits.event[visit]! < 0) release(world, visit);
  visits.tag[visit]!++;
  const node = visits.node[visit]!;
  const tookS = now - visits.arrived[visit]!;
  if (visits.root[visit] === visit) {
    const of = visits.kind[visit]!;
    countOutcome(record, of, ok, tookS);
    const { arrivals } = tables.model.classes[of]!;
    if (arrivals.process === 'closed') {
      const stream = tables.nodes * 3 + of * 2;
      const think = arrivals.think.shape === 'exponential' ? exponential(world.streams, stream) : 1;
      enter(world.agenda, now + arrivals.think.meanS * think, ARRIVE, of);
    }
    close(world, visit);
    return;
  }
  if (ok) countAnswer(record, node, tookS);
  else countFailure(record, node);
  if (visits.parent[visit]! < 0) {
    dispose(world, visit);
    return;
  }
  if (ok) visits.flags[visit]! |= GOOD;
  const latencyS = tables.edgeLatency[visits.edge[visit]!]!;
  if (latencyS > 0 || world.depth > DEPTH_MAX) enter(world.agenda, now + latencyS, REPLY, visit);
  else {
    world.depth++;
    deliver(world, visit);
    world.depth--;
  }
};

/** The answer is back at whoever asked. */
export const deliver = (world: World, visit: number): void => {
  const { visits } = world;
  const ok = (visits.flags[visit]! & GOOD) !== 0;
  const parent = visits.parent[visit]!;
  const parentTag = visits.parentTag[visit]!;
  const guarded = visits.call[visit]!;
  const guardedTag = visits.callTag[visit]!;
  dispose(world, visit);
  if (guarded >= 0) answered(world, guarded, guardedTag, ok);
  else reply(world, parent, parentTag, ok);
};

const dispose = (world: World, visit: number): void => {
  const root = world.visits.root[visit]!;
  world.visits.free[world.visits.freeCount++] = visit;
  close(world, root);
};

/** One thing less of a request is open; with the last one it is finished. */
const close = (world: World, root: number): void => {
  const { visits } = world;
  if (--visits.open[root]! > 0) return;
  countFinish(world.record, visits.kind[root]!, world.now - visits.arrived[root]!);
  visits.free[visits.freeCount++] = root;
};

/** A parent hears of one of its calls. */
const reply = (world: World, parent: number, tag: number, ok: boolean): void => {
  const { visits } = world;
  if (visits.tag[parent] !== tag) return;
  visits.pending[parent]!--;
  if (ok) visits.needed[parent]!--;
  if ((visits.flags[parent]! & ISSUING) !== 0) return;
  const outcome = outcomeOf(world, parent);
  if (outcome < 0) return;
  if (outcome === 0) {
    end(world, parent, false);
    return;
  }
  visits.tag[parent]!++;
  proceed(world, parent);
};

// Guarded calls.

const guard = (world: World, visit: number, edge: number, pool: Pool): void => {
  const { visits, calls, tables } = world;
  if (!isClosed(world, edge)) {
    reply(world, visit, visits.tag[visit]!, false);
    return;
  }
  const { retryBudget } = tables.edges[edge]!;
  if (retryBudget < Infinity) world.budget[edge] = Math.min(10, world.budget[edge]! + retryBudget);
  const guarded = takeCall(calls);
  calls.parent[guarded] = visit;
  calls.parentTag[guarded] = visits.tag[visit]!;
  calls.edge[guarded] = edge;
  calls.attempt[guarded] = 0;
  attempt(world, guarded, pool);
};

/** Timeouts of one edge end in the order they began, so they stand in line and only the first is on the agenda. */
const attempt = (world: World, guarded: number, pool: Pool): void => {
  const { calls, tables } = world;
  const edge = calls.edge[guarded]!;
  const { timeoutS, hedgeAfterS } = tables.edges[edge]!;
  calls.flying[guarded] = 1;
  calls.hedged[guarded] = -1;
  calls.due[guarded] = timeoutS < Infinity ? world.now + timeoutS : -1;
  if (timeoutS < Infinity) {
    const last = world.lastDue[edge]!;
    calls.before[guarded] = last;
    calls.after[guarded] = -1;
    if (last >= 0) calls.after[last] = guarded;
    else world.firstDue[edge] = guarded;
    world.lastDue[edge] = guarded;
    if (world.dueArmed[edge] === 0) {
      world.dueArmed[edge] = 1;
      enter(world.agenda, calls.due[guarded]!, DUE, edge);
    }
  }
  if (hedgeAfterS < Infinity) calls.hedged[guarded] = enter(world.agenda, world.now + hedgeAfterS, HEDGE, guarded);
  send(world, calls.parent[guarded]!, pool, true, guarded);
};

export const hedge = (world: World, guarded: number): void => {
  const { calls, visits } = world;
  calls.hedged[guarded] = -1;
  if (visits.tag[calls.parent[guarded]!] !== calls.parentTag[guarded]) return;
  calls.flying[guarded]!++;
  send(world, calls.parent[guarded]!, poolOf(world, guarded), true, guarded);
};

const poolOf = (world: World, guarded: number): Pool => {
  const { tables, calls, visits } = world;
  const parent = calls.parent[guarded]!;
  const node = visits.node[parent]!;
  const balanced = tables.poolOfBalancer[node * tables.model.classes.length + visits.kind[parent]!]!;
  return tables.pools[tables.behaves[node] === BALANCER ? balanced : tables.poolOfEdge[calls.edge[guarded]!]!]!;
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
  const { retries, retryBudget, backoff } = tables.edges[edge]!;
  const wanted = visits.tag[calls.parent[guarded]!] === calls.parentTag[guarded];
  const affordable = retryBudget === Infinity || world.budget[edge]! >= 1;
  if (!wanted || calls.attempt[guarded]! >= retries || !affordable) {
    conclude(world, guarded, false);
    return;
  }
  settle(world, guarded, false);
  if (retryBudget < Infinity) world.budget[edge]! -= 1;
  const stream = tables.nodes * 3 + tables.model.classes.length * 2 + edge;
  const most = Math.min(backoff.maxS, backoff.baseS * 2 ** calls.attempt[guarded]!);
  calls.attempt[guarded]!++;
  enter(world.agenda, world.now + most * uniform(world.streams, stream), RETRY, guarded);
};

export const retry = (world: World, guarded: number): void => {
  const { calls, visits } = world;
  if (visits.tag[calls.parent[guarded]!] === calls.parentTag[guarded]) attempt(world, guarded, poolOf(world, guarded));
  else calls.free[calls.freeCount++] = guarded;
};

const conclude = (world: World, guarded: number, ok: boolean): void => {
  const { calls } = world;
  settle(world, guarded, ok);
  calls.free[calls.freeCount++] = guarded;
  reply(world, calls.parent[guarded]!, calls.parentTag[guarded]!, ok);
};

/** Out of the line of timeouts, no hedge any more, late answers unheard, and the breaker told. */
const settle = (world: World, guarded: number, ok: boolean): void => {
  const { calls } = world;
  const edge = calls.edge[guarded]!;
  if (calls.due[guarded]! >= 0) {
    const before = calls.before[guarded]!;
    const after = calls.after[guarded]!;
    if (before >= 0) calls.after[before] = after;
    else world.firstDue[edge] = after;
    if (after >= 0) calls.before[after] = before;
    else world.lastDue[edge] = before;
    calls.due[guarded] = -1;
  }
  if (calls.hedged[guarded]! >= 0) strike(world.agenda, calls.hedged[guarded]!);
  calls.hedged[guarded] = -1;
  calls.tag[guarded]!++;
  tellBreaker(world, edge, ok);
};

export const due = (world: World, edge: number): void => {
  const { calls } = world;
  world.dueArmed[edge] = 0;
  for (;;) {
    const first = world.firstDue[edge]!;
    if (first < 0) return;
    if (calls.due[first]! > world.now) break;
    failed(world, first);
  }
  if (world.dueArmed[edge] === 1) return;
  world.dueArmed[edge] = 1;
  enter(world.agenda, calls.due[world.firstDue[edge]!]!, DUE, edge);
};

/** Closed lets calls through; once the cool-down is over one is let through to see. */
const isClosed = (world: World, edge: number): boolean => {
  const breaker = world.tables.edges[edge]!.breaker;
  if (!breaker || world.openUntil[edge]! < 0) return true;
  if (world.now < world.openUntil[edge]!) return false;
  world.openUntil[edge] = world.now + breaker.cooldownS;
  return true;
};

const tellBreaker = (world: World, edge: number, ok: boolean): void => {
  const breaker = world.tables.edges[edge]!.breaker;
  if (!breaker) return;
  if (ok && world.openUntil[edge]! >= 0) {
    world.openUntil[edge] = -1;
    world.windowCalls[edge] = world.windowErrors[edge] = 0;
    world.windowFrom[edge] = world.now;
  }
  if (world.now - world.windowFrom[edge]! > breaker.windowS) {
    world.windowCalls[edge] = world.windowErrors[edge] = 0;
    world.windowFrom[edge] = world.now;
  }
  world.windowCalls[edge]!++;
  if (!ok) world.windowErrors[edge]!++;
  const share = world.windowErrors[edge]! / world.windowCalls[edge]!;
  if (world.windowCalls[edge]! >= breaker.least && share >= breaker.errorShare)
    world.openUntil[edge] = world.now + breaker.cooldownS;
};
