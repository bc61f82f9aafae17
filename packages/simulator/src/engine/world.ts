/**
 * Everything that changes in a run, as typed arrays: stations, visits, guarded calls, and the record of the present slice.
 * A visit is one call being worked on at a node; the visit at a client is the request itself and outlives all it set off.
 *
 * `tag` rises whenever a visit moves on: an answer that comes back with an older tag is late and is dropped.
 */
import { newAgenda } from '../kernel/agenda.ts';
import type { Agenda } from '../kernel/agenda.ts';
import { streamsOf } from '../kernel/random.ts';
import type { Streams } from '../kernel/random.ts';
import { newRecord } from './record.ts';
import type { Record } from './record.ts';
import { tablesOf } from './tables.ts';
import type { Tables } from './tables.ts';
import type { Model } from '../model.ts';

export type World = {
  readonly tables: Tables;
  readonly agenda: Agenda;
  readonly streams: Streams;
  readonly record: Record;
  now: number;
  /** How deep calls are nested at this instant: beyond a bound they go through the agenda. */
  depth: number;

  // Stations.
  readonly busy: Int32Array;
  readonly waiting: Int32Array;
  readonly head: Int32Array;
  readonly tail: Int32Array;
  readonly inService: Int32Array;
  readonly active: Uint8Array;
  readonly up: Uint8Array;
  /** As callers believe. */
  readonly healthy: Uint8Array;
  /** Processor sharing: work done for each job so far, when that was, and the entry for the next to finish. */
  readonly shared: Float64Array;
  readonly sharedAt: Float64Array;
  readonly sharedEvent: Int32Array;

  // Nodes.
  readonly slow: Float64Array;
  readonly failing: Float64Array;
  readonly tokens: Float64Array;
  readonly tokensAt: Float64Array;
  readonly asked: Float64Array;
  readonly filledAt: Float64Array;
  readonly filledTime: Float64Array;
  readonly activeCount: Int32Array;

  // Edges.
  readonly budget: Float64Array;
  readonly openUntil: Float64Array;
  readonly windowFrom: Float64Array;
  readonly windowCalls: Float64Array;
  readonly windowErrors: Float64Array;
  readonly firstDue: Int32Array;
  readonly lastDue: Int32Array;
  readonly dueArmed: Uint8Array;

  // Classes.
  readonly rate: Float64Array;
  readonly generated: Float64Array;

  // Visits.
  visits: Visits;
  calls: Calls;
  requestsMax: number;
  arrivals: number;
};

export type Visits = {
  room: number;
  free: Int32Array;
  freeCount: number;
  node: Int32Array;
  station: Int32Array;
  kind: Int32Array;
  root: Int32Array;
  parent: Int32Array;
  parentTag: Int32Array;
  call: Int32Array;
  callTag: Int32Array;
  edge: Int32Array;
  tag: Int32Array;
  /** Where in the node's list of edges, and how many calls on this edge are still to come. */
  step: Int32Array;
  left: Int32Array;
  pending: Int32Array;
  needed: Int32Array;
  flags: Int32Array;
  missed: Int32Array;
  open: Int32Array;
  next: Int32Array;
  before: Int32Array;
  event: Int32Array;
  arrived: Float64Array;
  demand: Float64Array;
  due: Float64Array;
};

/** Guarded calls: those with a timeout, retries, a hedge or a breaker. */
export type Calls = {
  room: number;
  free: Int32Array;
  freeCount: number;
  parent: Int32Array;
  parentTag: Int32Array;
  edge: Int32Array;
  tag: Int32Array;
  attempt: Int32Array;
  flying: Int32Array;
  hedged: Int32Array;
  after: Int32Array;
  before: Int32Array;
  due: Float64Array;
};

export const newWorld = (model: Model, seed: number, replication: number, slices: number): World => {
  const tables = tablesOf(model);
  const { nodes, stations, edges, ranks } = tables;
  const active = new Uint8Array(stations);
  model.nodes.forEach((node, n) => {
    const first = tables.stationFirst[n]!;
    const on = node.replicas + (node.database?.readReplicas ?? 0);
    active.fill(1, first, first + on);
  });
  return {
    tables,
    agenda: newAgenda(),
    streams: streamsOf(seed, replication, tables.streamNames),
    record: newRecord(model, slices),
    now: 0,
    depth: 0,
    busy: new Int32Array(stations),
    waiting: new Int32Array(stations),
    head: new Int32Array(stations * ranks).fill(-1),
    tail: new Int32Array(stations * ranks).fill(-1),
    inService: new Int32Array(stations).fill(-1),
    active,
    up: new Uint8Array(stations).fill(1),
    healthy: new Uint8Array(stations).fill(1),
    shared: new Float64Array(stations),
    sharedAt: new Float64Array(stations),
    sharedEvent: new Int32Array(stations).fill(-1),
    slow: new Float64Array(nodes).fill(1),
    failing: Float64Array.from(tables.errorRate),
    tokens: Float64Array.from(model.nodes, ({ rateLimit }) => rateLimit?.burst ?? 0),
    tokensAt: new Float64Array(nodes),
    asked: new Float64Array(nodes),
    filledAt: Float64Array.from(tables.caches, (cache) => (cache && !cache.cold ? -Infinity : 0)),
    filledTime: new Float64Array(nodes),
    activeCount: Int32Array.from(model.nodes, ({ replicas }) => replicas),
    budget: new Float64Array(edges.length).fill(10),
    openUntil: new Float64Array(edges.length).fill(-1),
    windowFrom: new Float64Array(edges.length),
    windowCalls: new Float64Array(edges.length),
    windowErrors: new Float64Array(edges.length),
    firstDue: new Int32Array(edges.length).fill(-1),
    lastDue: new Int32Array(edges.length).fill(-1),
    dueArmed: new Uint8Array(edges.length),
    rate: new Float64Array(model.classes.length).fill(1),
    generated: new Float64Array(model.classes.length),
    visits: newVisits(256),
    calls: newCalls(16),
    requestsMax: Infinity,
    arrivals: 0,
  };
};

const newVisits = (room: number): Visits => ({
  room,
  free: Int32Array.from({ length: room }, (_, index) => room - 1 - index),
  freeCount: room,
  ...ints(room, [
    'node',
    'station',
    'kind',
    'root',
    'parent',
    'parentTag',
    'call',
    'callTag',
    'edge',
    'tag',
    'step',
    'left',
    'pending',
    'needed',
    'flags',
    'missed',
    'open',
    'next',
    'before',
    'event',
  ]),
  arrived: new Float64Array(room),
  demand: new Float64Array(room),
  due: new Float64Array(room),
});

const newCalls = (room: number): Calls => ({
  room,
  free: Int32Array.from({ length: room }, (_, index) => room - 1 - index),
  freeCount: room,
  ...ints(room, ['parent', 'parentTag', 'edge', 'tag', 'attempt', 'flying', 'hedged', 'after', 'before']),
  due: new Float64Array(room),
});

const ints = <Name extends string>(room: number, names: readonly Name[]): { [name in Name]: Int32Array } => {
  const made: Partial<{ [name in Name]: Int32Array }> = {};
  for (const name of names) made[name] = new Int32Array(room);
  return made as { [name in Name]: Int32Array };
};

export const takeVisit = (visits: Visits): number => {
  if (visits.freeCount === 0) widen(visits, newVisits(visits.room * 2));
  return visits.free[--visits.freeCount]!;
};

export const takeCall = (calls: Calls): number => {
  if (calls.freeCount === 0) widen(calls, newCalls(calls.room * 2));
  return calls.free[--calls.freeCount]!;
};

/** In place: the loop holds the object, not its arrays. */
const widen = <Pooled extends Visits | Calls>(pooled: Pooled, wide: Pooled): void => {
  const old = pooled.room;
  for (const [name, value] of Object.entries(wide)) {
    const had: unknown = Reflect.get(pooled, name);
    if (ArrayBuffer.isView(value) && ArrayBuffer.isView(had) && name !== 'free') Reflect.apply(value.constructor.prototype.set, value, [had]);
    Reflect.set(pooled, name, value);
  }
  pooled.free = Int32Array.from({ length: pooled.room }, (_, index) => pooled.room - 1 - index);
  pooled.freeCount = pooled.room - old;
};
