/**
 * A model as tables of numbers, made once before a run: the loop reads nothing else.
 *
 *     node n    its stations stationFirst[n] … + stationCount[n]      its edges outFirst[n] … outFirst[n + 1]
 *     pool      the stations that one call may go to, with the edge it goes by: of an edge, or of a balancer
 */
import { power } from '../kernel/arithmetic.ts';
import { hashOf, SHAPES } from '../kernel/random.ts';
import type { Batches, Database, Edge, Model, Node, Service } from '../model.ts';
import { BALANCES } from '../model.ts';
import { dayOf } from './day.ts';
import {
  BALANCING,
  BATCHED,
  BROKING,
  CACHING,
  CLASS_SIZE,
  CLOSED,
  DISTANT,
  EDGE_SIZE,
  FAILS_OPEN,
  GUARDED,
  HOLDING,
  LEAF,
  LIMITED,
  NODE_SIZE,
  OPEN_ENDED,
  PREEMPTIVE,
  RANKED,
  READIED,
  SHARING,
  SIDE_BY_SIDE,
  STEPPED,
  STOPPING,
  STORING,
  SYNC,
  TIMED,
  WINDOWED,
} from './table-places.ts';
import { cacheTable } from './cache-table.ts';
import type { CacheTable } from './cache-table.ts';

export type Pool = {
  readonly stations: Int32Array;
  readonly edges: Int32Array;
  readonly balance: number;
  readonly choices: number;
  /** Cumulated shares of the stations under consistent hashing; empty otherwise. */
  readonly shares: Float64Array;
  readonly bound: number;
  /** Where calls go when nobody of it can take them: a balancer's targets of probability 0. */
  readonly spare: Pool | undefined;
  next: number;
};

export type Tables = {
  readonly model: Model;
  readonly nodes: number;
  readonly stations: number;
  readonly node: Int32Array;
  readonly edge: Int32Array;
  readonly kind: Int32Array;
  readonly stationFirst: Int32Array;
  readonly stationCount: Int32Array;
  readonly meanS: Float64Array;
  readonly cv2: Float64Array;
  readonly waitFor: Float64Array;
  readonly errorRate: Float64Array;
  readonly out: Int32Array;
  readonly edgeLatency: Float64Array;
  readonly edgeCalls: Float64Array;
  readonly edgeProbability: Float64Array;
  readonly edgeMissOf: Int32Array;
  readonly edges: readonly Edge[];
  /** classes × edges: how many calls a visit makes; −1 where chance or a cache has a say. */
  readonly calls: Int32Array;
  readonly pools: readonly Pool[];
  /** Of a pool of one, its station; −1 where there is a choice. */
  readonly sole: Int32Array;
  /** By balancer node × class; −1 where nothing can be reached. */
  readonly poolOfBalancer: Int32Array;
  readonly ranks: number;
  /** Of the classes that come as Poisson has it; 0 of the others. */
  readonly poissonRps: Float64Array;
  readonly caches: readonly (CacheTable | undefined)[];
  readonly databases: readonly (Database | undefined)[];
  readonly batches: readonly (Batches | undefined)[];
  /** Of diurnal classes, the rate over the day. */
  readonly days: readonly (Float64Array | undefined)[];
  readonly streamNames: readonly string[];
};

export const nodeStream = (node: number, purpose: number): number => node * 3 + purpose;
export const classStream = (tables: Tables, of: number): number => tables.nodes * 3 + of;
export const edgeStream = (tables: Tables, edge: number): number =>
  tables.nodes * 3 + tables.model.classes.length + edge;

export const tablesOf = (model: Model): Tables => {
  const { nodes, edges, classes } = model;
  const counts = nodes.map((node) => stationsOf(node));
  const firsts = summedUp(counts);
  const stations = firsts.at(-1)!;
  const outFirst = summedUp(nodes.map((node) => node.out.length));
  const openEnded = openEndedOf(model);
  const priorities = [...new Set(classes.map(({ priority }) => priority))].sort((a, b) => a - b);
  const calls = new Int32Array(classes.length * edges.length);
  edges.forEach((edge, e) =>
    classes.forEach((_, c) => {
      calls[c * edges.length + e] = callsOn(edge, c);
    }),
  );
  const pools: Pool[] = [];
  const poolOfEdge = edges.map(({ to }, e) => {
    const ids = Array.from({ length: counts[to]! }, (_, index) => firsts[to]! + index);
    const by = Array.from(ids, () => e);
    return pools.push(poolOf(nodes[to]!, ids, by, nodes[to]!)) - 1;
  });
  const poolOfBalancer = new Int32Array(nodes.length * classes.length).fill(-1);
  nodes.forEach((node, n) => {
    if (node.behaves !== 'balancer') return;
    classes.forEach((_, c) => {
      const ways = node.out.filter((e) => edges[e]!.sync && calls[c * edges.length + e] !== 0);
      const among = (targets: readonly number[], spare?: Pool): Pool | undefined => {
        const ids = targets.flatMap((e) =>
          Array.from({ length: counts[edges[e]!.to]! }, (_, index) => firsts[edges[e]!.to]! + index),
        );
        const by = targets.flatMap((e) => Array.from({ length: counts[edges[e]!.to]! }, () => e));
        return ids.length > 0 ? poolOf(node, ids, by, node, spare) : undefined;
      };
      const spares = among(ways.filter((e) => edges[e]!.probability === 0));
      const pool =
        among(
          ways.filter((e) => edges[e]!.probability > 0),
          spares,
        ) ?? spares;
      if (pool) poolOfBalancer[n * classes.length + c] = pools.push(pool) - 1;
    });
  });
  const number = (of: (node: Node) => number) => Float64Array.from(nodes, of);
  return {
    model,
    nodes: nodes.length,
    stations,
    node: packed(nodes, NODE_SIZE, (node, n) => [
      waysOf(node),
      whole(node.servers),
      whole(node.queueLimit),
      shapeOf(node.service),
      outFirst[n]!,
      node.out.length,
    ]),
    edge: packed(edges, EDGE_SIZE, (edge, e) => [
      (edge.sync ? SYNC : 0) |
        (isGuarded(edge) ? GUARDED : 0) |
        (edge.latencyS > 0 ? DISTANT : 0) |
        (edge.failsOpen ? FAILS_OPEN : 0),
      edge.fanout,
      Math.min(edge.fanout, edge.waitFor),
      poolOfEdge[e]!,
    ]),
    kind: packed(classes, CLASS_SIZE, ({ from, arrivals, priority }, c) => [
      from,
      (arrivals.process === 'closed' ? CLOSED : 0) | (openEnded[c] === 1 ? OPEN_ENDED : 0),
      priorities.indexOf(priority),
    ]),
    stationFirst: Int32Array.from(firsts.slice(0, -1)),
    stationCount: Int32Array.from(counts),
    meanS: number(({ service }) => service.meanS),
    cv2: number(({ service }) => service.cv2),
    waitFor: number(({ waitFor }) => waitFor),
    errorRate: number(({ errorRate }) => errorRate),
    out: Int32Array.from(nodes.flatMap((node) => node.out)),
    edgeLatency: Float64Array.from(edges, ({ latencyS }) => latencyS),
    edgeCalls: Float64Array.from(edges, ({ calls }) => calls),
    edgeProbability: Float64Array.from(edges, ({ probability }) => probability),
    edgeMissOf: Int32Array.from(edges, ({ onMissOf }) => onMissOf ?? -1),
    edges,
    calls,
    pools,
    sole: Int32Array.from(pools, ({ stations: ids, spare }) => (ids.length === 1 && !spare ? ids[0]! : -1)),
    poolOfBalancer,
    poissonRps: Float64Array.from(classes, ({ arrivals }) =>
      arrivals.process === 'poisson' ? arrivals.rps : 0,
    ),
    ranks: Math.max(1, priorities.length),
    caches: nodes.map((node) => (node.cache ? cacheTable(node.cache) : undefined)),
    databases: nodes.map(({ database }) => database),
    batches: nodes.map(({ work }) => (work?.how === 'batches' ? work : undefined)),
    days: classes.map(({ arrivals }) => (arrivals.process === 'diurnal' ? dayOf(arrivals.peak) : undefined)),
    streamNames: [
      ...nodes.flatMap(({ id }) => [`${id}/service`, `${id}/choice`, `${id}/chance`]),
      ...classes.map(({ name }) => `${name}/arrivals`),
      ...edges.map(({ id }) => `${id}/pauses`),
    ],
  };
};

/** Rows of whole numbers, one after the other. */
const packed = <Row>(
  rows: readonly Row[],
  size: number,
  numbers: (row: Row, index: number) => readonly number[],
): Int32Array => {
  const all = new Int32Array(rows.length * size);
  rows.forEach((row, index) => all.set(numbers(row, index), index * size));
  return all;
};

/** Infinity as the most there is. */
const whole = (value: number): number => Math.min(value, 0x7fffffff);

const waysOf = (node: Node): number => {
  const { behaves, discipline, work } = node;
  const ranked = discipline === 'priority' || discipline === 'priority-preemptive';
  return (
    (shapeOf(node.service) > 0 ? TIMED : 0) |
    (node.out.length === 0 ? LEAF : 0) |
    (node.rateLimit ? LIMITED : 0) |
    (discipline === 'processor-sharing' && !work ? SHARING : 0) |
    (ranked ? RANKED : 0) |
    (discipline === 'priority-preemptive' && !work ? PREEMPTIVE : 0) |
    (behaves === 'balancer' ? BALANCING : 0) |
    (behaves === 'cache' ? CACHING : 0) |
    (behaves === 'queue' || behaves === 'stream' ? BROKING : 0) |
    (node.order === 'parallel' || behaves === 'fan-out' ? SIDE_BY_SIDE : 0) |
    (node.holds ? HOLDING : 0) |
    (node.database ? STORING : 0) |
    (work?.how === 'batches' ? BATCHED : 0) |
    (work?.how === 'steps' ? STEPPED : 0) |
    (node.ready ? READIED : 0) |
    (node.window ? WINDOWED : 0) |
    (node.stops > 0 ? STOPPING : 0)
  );
};

/** Where each begins when they are laid end to end, and where the last one ends. */
const summedUp = (counts: readonly number[]): readonly number[] => {
  let sum = 0;
  return [0, ...counts.map((count) => (sum += count))];
};

/** A database's read replicas are stations beside its primaries; an autoscaled node has room for the most it may have. */
const stationsOf = ({ replicas, autoscale, database }: Node): number =>
  Math.max(replicas, autoscale?.max ?? 0) + (database?.readReplicas ?? 0);

export const shapeOf = ({ shape, meanS }: Service): number => (meanS === 0 ? 0 : SHAPES.indexOf(shape));

const callsOn = ({ classes, calls, probability, onMissOf }: Edge, of: number): number => {
  if (classes && !classes.includes(of)) return 0;
  return onMissOf === undefined && probability === 1 && Number.isInteger(calls) ? calls : -1;
};

/** By class: 1 where its requests set off something that may outlast the answer. */
export const openEndedOf = ({ classes, edges }: Model): Uint8Array =>
  Uint8Array.from(classes, (_, c) =>
    edges.some((edge) => callsOn(edge, c) !== 0 && (!edge.sync || mayLeaveBehind(edge))) ? 1 : 0,
  );

/** A call may be given up while it goes on. */
const mayLeaveBehind = (edge: Edge): boolean =>
  edge.waitFor < edge.fanout || edge.timeoutS < Infinity || edge.hedgeAfterS < Infinity;

const isGuarded = ({ timeoutS, retries, hedgeAfterS, breaker }: Edge): boolean =>
  timeoutS < Infinity || retries > 0 || hedgeAfterS < Infinity || breaker !== undefined;

const poolOf = (
  policy: Node,
  stations: readonly number[],
  edges: readonly number[],
  target: Node,
  spare?: Pool,
): Pool => ({
  spare,
  stations: Int32Array.from(stations),
  edges: Int32Array.from(edges),
  balance: BALANCES.indexOf(policy.balance),
  choices: policy.choices,
  shares:
    policy.balance.startsWith('consistent-hash') || target.stream
      ? sharesOf(target, stations.length)
      : new Float64Array(0),
  bound: policy.balance === 'consistent-hash-bounded' ? policy.keys.bound : Infinity,
  next: 0,
});

/** What each station gets: partitions dealt round, or keys with Zipf's popularity scattered by a hash. */
const sharesOf = ({ keys, stream }: Node, stations: number): Float64Array => {
  const shares = new Float64Array(stations);
  const count = stream ? stream.partitions : Math.min(keys.count, 100_000);
  const skew = stream ? stream.skew : keys.skew;
  for (let key = 0; key < count; key++) {
    const station = stream ? key % stations : hashOf(`key ${key}`) % stations;
    shares[station]! += power(key + 1, -skew);
  }
  let sum = 0;
  for (let s = 0; s < stations; s++) sum = shares[s] = sum + shares[s]!;
  for (let s = 0; s < stations; s++) shares[s]! /= sum;
  return shares;
};
