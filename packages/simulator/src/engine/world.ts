/** Everything that changes in a run, as typed arrays: stations, visits, guarded calls, and the record of the present slice. */
import { accountsOf } from './accounts.ts';
import type { Accounts } from './accounts.ts';
import { newAgenda } from '../kernel/agenda.ts';
import type { Agenda } from '../kernel/agenda.ts';
import { streamsOf } from '../kernel/random.ts';
import type { Streams } from '../kernel/random.ts';
import { newLlm } from '../llm/state.ts';
import { newStepping } from './stepping.ts';
import type { Stepping } from './stepping.ts';
import { newRecord } from './record.ts';
import type { Record } from './record.ts';
import { tablesOf } from './tables.ts';
import type { Tables } from './tables.ts';
import { HEALTHY, OF, ON, STATE, STATION_SIZE, UP } from './table-places.ts';
import { newVisits } from './visit.ts';
import type { Visits } from './visit.ts';
import type { Model, Node } from '../model.ts';

export type World = {
  readonly tables: Tables;
  readonly agenda: Agenda;
  readonly streams: Streams;
  readonly record: Record;
  /** Now, and when this slice began. In an array: a number that is not whole and changes costs the loop a box each time. */
  readonly clock: Float64Array;
  /** How deep calls are nested at this instant: beyond a bound they go through the agenda. */
  depth: number;

  // Stations.
  /** Four numbers of each. */
  readonly stations: Int32Array;
  /** First and last of each line, by station and rank. */
  readonly lines: Int32Array;
  readonly inService: Int32Array;
  /** Processor sharing: work done for each job so far, when that was, and the entry for the next to finish. */
  readonly shared: Float64Array;
  readonly sharedAt: Float64Array;
  readonly sharedEvent: Int32Array;
  /** Of stations that work in batches: the entry at which the first has waited long enough. */
  readonly batchDue: Int32Array;
  /** Of those that keep some ready: how many are. */
  readonly readyCount: Int32Array;
  /** By station; of language models’ servers only. */
  readonly llms: readonly (Stepping | undefined)[];

  // Nodes.
  readonly slow: Float64Array;
  readonly failing: Float64Array;
  readonly tokens: Float64Array;
  readonly tokensAt: Float64Array;
  /** Of gateways that count by account. */
  readonly accounts: readonly (Accounts | undefined)[];
  readonly asked: Float64Array;
  readonly filledAt: Float64Array;
  readonly activeCount: Int32Array;
  readonly starting: Int32Array;
  /** Busy server-seconds at the autoscaler's last look. */
  readonly lookedBusy: Float64Array;

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
  /** Times its own rate: spikes, and bursts. */
  readonly spike: Float64Array;
  readonly bursting: Uint8Array;
  readonly nextArrival: Int32Array;
  /** Of a trace, how many instants are gone. */
  readonly generated: Int32Array;

  // Visits.
  readonly visits: Visits;
  readonly calls: Calls;
  /** Requests that were answered, well or not. */
  ended: number;
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
  const record = newRecord(model, slices);
  return {
    tables,
    agenda: newAgenda(),
    streams: streamsOf(seed, replication, tables.streamNames),
    record,
    clock: record.clock,
    depth: 0,
    stations: stationsOf(tables),
    lines: new Int32Array(2 * stations * ranks).fill(-1),
    inService: new Int32Array(stations).fill(-1),
    shared: new Float64Array(stations),
    sharedAt: new Float64Array(stations),
    sharedEvent: new Int32Array(stations).fill(-1),
    batchDue: new Int32Array(stations).fill(-1),
    readyCount: byStation(tables, ({ ready }) => ready?.count ?? 0),
    llms: llmsOf(tables),
    slow: new Float64Array(nodes).fill(1),
    failing: Float64Array.from(tables.errorRate),
    tokens: Float64Array.from(model.nodes, ({ rateLimit }) => rateLimit?.burst ?? 0),
    tokensAt: new Float64Array(nodes),
    accounts: model.nodes.map(({ rateLimit }) => rateLimit && accountsOf(rateLimit)),
    asked: new Float64Array(nodes),
    filledAt: Float64Array.from(tables.caches, (cache) => (cache && !cache.cold ? -Infinity : 0)),
    activeCount: Int32Array.from(model.nodes, ({ replicas }) => replicas),
    starting: new Int32Array(nodes),
    lookedBusy: new Float64Array(nodes),
    budget: new Float64Array(edges.length).fill(10),
    openUntil: new Float64Array(edges.length).fill(-1),
    windowFrom: new Float64Array(edges.length),
    windowCalls: new Float64Array(edges.length),
    windowErrors: new Float64Array(edges.length),
    firstDue: new Int32Array(edges.length).fill(-1),
    lastDue: new Int32Array(edges.length).fill(-1),
    dueArmed: new Uint8Array(edges.length),
    spike: new Float64Array(model.classes.length).fill(1),
    bursting: new Uint8Array(model.classes.length),
    nextArrival: new Int32Array(model.classes.length).fill(-1),
    generated: new Int32Array(model.classes.length),
    visits: newVisits(256),
    calls: newCalls(16),
    ended: 0,
  };
};

const byStation = ({ model, stations, stationFirst, stationCount }: Tables, of: (node: Node) => number) => {
  const all = new Int32Array(stations);
  model.nodes.forEach((node, n) => all.fill(of(node), stationFirst[n]!, stationFirst[n]! + stationCount[n]!));
  return all;
};

const llmsOf = ({ model, stationCount }: Tables): readonly (Stepping | undefined)[] =>
  model.nodes.flatMap(({ work }, n) =>
    Array.from({ length: stationCount[n]! }, () =>
      work?.how === 'steps' ? newStepping(newLlm(work.server)) : undefined,
    ),
  );

const stationsOf = ({ model, stations, stationFirst, stationCount }: Tables): Int32Array => {
  const all = new Int32Array(stations * STATION_SIZE);
  model.nodes.forEach(({ replicas, database }, n) => {
    for (let index = 0; index < stationCount[n]!; index++) {
      const station = (stationFirst[n]! + index) * STATION_SIZE;
      all[station + OF] = n;
      all[station + STATE] = UP | HEALTHY | (index < replicas + (database?.readReplicas ?? 0) ? ON : 0);
    }
  });
  return all;
};

/** Written out: an object that is filled name by name becomes a slow one. */
const newCalls = (room: number): Calls => ({
  room,
  free: lastFirst(room),
  freeCount: room,
  parent: new Int32Array(room),
  parentTag: new Int32Array(room),
  edge: new Int32Array(room),
  tag: new Int32Array(room),
  attempt: new Int32Array(room),
  flying: new Int32Array(room),
  hedged: new Int32Array(room),
  after: new Int32Array(room),
  before: new Int32Array(room),
  due: new Float64Array(room),
});

const lastFirst = (room: number): Int32Array => {
  const free = new Int32Array(room);
  for (let index = 0; index < room; index++) free[index] = room - 1 - index;
  return free;
};

export const takeCall = (calls: Calls): number => {
  if (calls.freeCount === 0) widen(calls);
  return calls.free[--calls.freeCount]!;
};

/** In place: the loop holds the object, not its arrays. */
const widen = (calls: Calls): void => {
  const old = calls.room;
  const wide = newCalls(old * 2);
  wide.parent.set(calls.parent);
  wide.parentTag.set(calls.parentTag);
  wide.edge.set(calls.edge);
  wide.tag.set(calls.tag);
  wide.attempt.set(calls.attempt);
  wide.flying.set(calls.flying);
  wide.hedged.set(calls.hedged);
  wide.after.set(calls.after);
  wide.before.set(calls.before);
  wide.due.set(calls.due);
  Object.assign(calls, wide, { freeCount: old });
};
