/**
 * A model as tables of numbers, made once before a run: the loop reads nothing else.
 *
 *     node n    its stations stationFirst[n] … + stationCount[n]      its edges outFirst[n] … outFirst[n + 1]
 *     pool      the stations that one call may go to, with the edge it goes by: of an edge, or of a balancer
 */
import { power } from '../kernel/arithmetic.ts';
import { hashOf, SHAPES } from '../kernel/random.ts';
import type { Database, Edge, Model, Node, Service } from '../model.ts';
import { BALANCES } from '../model.ts';
import { cacheTable } from './cache-table.ts';
import type { CacheTable } from './cache-table.ts';

export const DISCIPLINES = ['fifo', 'processor-sharing', 'priority', 'priority-preemptive'] as const;
const BEHAVIOURS = ['client', 'station', 'balancer', 'cache', 'queue', 'stream', 'database', 'fan-out', 'bystander'] as const;
export const CACHE = 3;
export const BALANCER = 2;

export type Pool = {
  readonly stations: Int32Array;
  readonly edges: Int32Array;
  readonly balance: number;
  readonly choices: number;
  /** Cumulated shares of the stations under consistent hashing; empty otherwise. */
  readonly shares: Float64Array;
  readonly bound: number;
  next: number;
};

export type Tables = {
  readonly model: Model;
  readonly nodes: number;
  readonly stations: number;
  readonly behaves: Int32Array;
  readonly stationFirst: Int32Array;
  readonly stationCount: Int32Array;
  readonly stationNode: Int32Array;
  readonly servers: Float64Array;
  readonly shape: Int32Array;
  readonly meanS: Float64Array;
  readonly cv2: Float64Array;
  readonly discipline: Int32Array;
  readonly queueLimit: Float64Array;
  readonly holds: Uint8Array;
  readonly parallel: Uint8Array;
  readonly waitFor: Float64Array;
  readonly errorRate: Float64Array;
  readonly outFirst: Int32Array;
  readonly out: Int32Array;
  readonly edgeTo: Int32Array;
  readonly edgeSync: Uint8Array;
  readonly edgeGuarded: Uint8Array;
  readonly edgeLatency: Float64Array;
  readonly edgeCalls: Float64Array;
  readonly edgeFanout: Int32Array;
  readonly edgeProbability: Float64Array;
  readonly edgeMissOf: Int32Array;
  readonly edges: readonly Edge[];
  /** classes × edges: whether the class takes the edge. */
  readonly takes: Uint8Array;
  readonly pools: readonly Pool[];
  /** By edge, and by balancer node × class; −1 where nothing can be reached. */
  readonly poolOfEdge: Int32Array;
  readonly poolOfBalancer: Int32Array;
  /** Rank of each class's priority, 0 first. */
  readonly rank: Int32Array;
  readonly ranks: number;
  readonly caches: readonly (CacheTable | undefined)[];
  readonly databases: readonly (Database | undefined)[];
  readonly streamNames: readonly string[];
};

/** The random streams: for each node service, choice and chance; for each class arrivals and paths; for each edge delays. */
export const SERVICE = 0;
export const CHOICE = 1;
export const CHANCE = 2;
export const nodeStream = (node: number, purpose: number): number => node * 3 + purpose;

export const tablesOf = (model: Model): Tables => {
  const { nodes, edges, classes } = model;
  const counts = nodes.map((node) => stationsOf(node));
  const firsts = counts.map((_, index) => counts.slice(0, index).reduce((sum, count) => sum + count, 0));
  const stations = counts.reduce((sum, count) => sum + count, 0);
  const stationNode = new Int32Array(stations);
  nodes.forEach((_, n) => stationNode.fill(n, firsts[n]!, firsts[n]! + counts[n]!));
  const out = nodes.flatMap((node) => node.out);
  const priorities = [...new Set(classes.map(({ priority }) => priority))].sort((a, b) => a - b);
  const takes = new Uint8Array(classes.length * edges.length);
  edges.forEach((edge, e) =>
    classes.forEach((_, c) => {
      takes[c * edges.length + e] = !edge.classes || edge.classes.includes(c) ? 1 : 0;
    }),
  );
  const pools: Pool[] = [];
  const poolOfEdge = Int32Array.from(edges, (edge) => {
    const node = nodes[edge.to]!;
    const ids = Array.from({ length: counts[edge.to]! }, (_, index) => firsts[edge.to]! + index);
    return pools.push(poolOf(node, ids, ids.map(() => edges.indexOf(edge)), node)) - 1;
  });
  const poolOfBalancer = new Int32Array(nodes.length * classes.length).fill(-1);
  nodes.forEach((node, n) => {
    if (node.behaves !== 'balancer') return;
    classes.forEach((_, c) => {
      const ways = node.out.filter((e) => edges[e]!.sync && takes[c * edges.length + e] === 1);
      const ids = ways.flatMap((e) =>
        Array.from({ length: counts[edges[e]!.to]! }, (_, index) => firsts[edges[e]!.to]! + index),
      );
      const by = ways.flatMap((e) => Array.from({ length: counts[edges[e]!.to]! }, () => e));
      if (ids.length > 0) poolOfBalancer[n * classes.length + c] = pools.push(poolOf(node, ids, by, node)) - 1;
    });
  });
  const number = (of: (node: Node) => number) => Float64Array.from(nodes, of);
  return {
    model,
    nodes: nodes.length,
    stations,
    behaves: Int32Array.from(nodes, ({ behaves }) => BEHAVIOURS.indexOf(behaves)),
    stationFirst: Int32Array.from(firsts),
    stationCount: Int32Array.from(counts),
    stationNode,
    servers: number(({ servers }) => servers),
    shape: Int32Array.from(nodes, ({ service }) => shapeOf(service)),
    meanS: number(({ service }) => service.meanS),
    cv2: number(({ service }) => service.cv2),
    discipline: Int32Array.from(nodes, ({ discipline }) => DISCIPLINES.indexOf(discipline)),
    queueLimit: number(({ queueLimit }) => queueLimit),
    holds: Uint8Array.from(nodes, ({ holds }) => (holds ? 1 : 0)),
    parallel: Uint8Array.from(nodes, ({ order, behaves }) => (order === 'parallel' || behaves === 'fan-out' ? 1 : 0)),
    waitFor: number(({ waitFor }) => waitFor),
    errorRate: number(({ errorRate }) => errorRate),
    outFirst: Int32Array.from([...nodes, undefined], (_, n) =>
      nodes.slice(0, n).reduce((sum, node) => sum + node.out.length, 0),
    ),
    out: Int32Array.from(out),
    edgeTo: Int32Array.from(edges, ({ to }) => to),
    edgeSync: Uint8Array.from(edges, ({ sync }) => (sync ? 1 : 0)),
    edgeGuarded: Uint8Array.from(edges, (edge) => (isGuarded(edge) ? 1 : 0)),
    edgeLatency: Float64Array.from(edges, ({ latencyS }) => latencyS),
    edgeCalls: Float64Array.from(edges, ({ calls }) => calls),
    edgeFanout: Int32Array.from(edges, ({ fanout }) => fanout),
    edgeProbability: Float64Array.from(edges, ({ probability }) => probability),
    edgeMissOf: Int32Array.from(edges, ({ onMissOf }) => onMissOf ?? -1),
    edges,
    takes,
    pools,
    poolOfEdge,
    poolOfBalancer,
    rank: Int32Array.from(classes, ({ priority }) => priorities.indexOf(priority)),
    ranks: Math.max(1, priorities.length),
    caches: nodes.map((node) => (node.cache ? cacheTable(node.cache) : undefined)),
    databases: nodes.map(({ database }) => database),
    streamNames: [
      ...nodes.flatMap(({ id }) => [`${id}/service`, `${id}/choice`, `${id}/chance`]),
      ...classes.flatMap(({ name }) => [`${name}/arrivals`, `${name}/writes`]),
      ...edges.map(({ id }) => `${id}/delay`),
    ],
  };
};

/** A database's read replicas are stations beside its primaries; an autoscaled node has room for the most it may have. */
const stationsOf = ({ replicas, autoscale, database }: Node): number =>
  Math.max(replicas, autoscale?.max ?? 0) + (database?.readReplicas ?? 0);

export const shapeOf = ({ shape, meanS }: Service): number => (meanS === 0 ? 0 : SHAPES.indexOf(shape));

const isGuarded = ({ timeoutS, retries, hedgeAfterS, breaker }: Edge): boolean =>
  timeoutS < Infinity || retries > 0 || hedgeAfterS < Infinity || breaker !== undefined;

const poolOf = (policy: Node, stations: readonly number[], edges: readonly number[], target: Node): Pool => ({
  stations: Int32Array.from(stations),
  edges: Int32Array.from(edges),
  balance: BALANCES.indexOf(policy.balance),
  choices: policy.choices,
  shares: policy.balance.startsWith('consistent-hash') || target.stream ? sharesOf(target, stations.length) : new Float64Array(0),
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
