/**
 * The traffic equations: how often each component is visited, class by class.
 *
 *     arrivals(v) = source(v) + Σ over edges into v of  arrivals(from) × served(from) × calls a visit(edge)
 *
 * Linear in the sources, so that a cycle through async edges is summed like a geometric series. What a saturated
 * component does not serve does not go on.
 */
import { lruHitRatio, lruTtlHitRatio, ttlHitRatio, zipfKeys } from './caches.ts';
import type { Edge, Model, Node, WorkClass } from '../model.ts';

/** By class, then by node or edge. */
export type Table = readonly (readonly number[])[];

/** Nothing real is larger, and a cycle that feeds itself stays a number. */
const MOST = 1e15;
const ROUNDS_MAX = 500;

export const takes = (edge: Edge, classIndex: number): boolean =>
  edge.classes === undefined || edge.classes.includes(classIndex);

/** Of a visit at a balancer, the share that goes along an edge; 1 elsewhere; 0 where the class does not take it. */
export const shareOf = (model: Model, e: number, classIndex: number): number => {
  const edge = model.edges[e];
  const from = edge && model.nodes[edge.from];
  if (!edge || !from || !takes(edge, classIndex)) return 0;
  if (from.behaves !== 'balancer') return 1;
  const targets = targetsOf(model, from, classIndex);
  return targets.includes(e) ? 1 / targets.length : 0;
};

/** The edges that a balancer picks from; `nearest` picks from its own zone or region if anything is there. */
export const targetsOf = (model: Model, balancer: Node, classIndex: number): readonly number[] => {
  const taken = balancer.out.filter((e) => {
    const edge = model.edges[e];
    return edge !== undefined && takes(edge, classIndex);
  });
  // What is only there for when nobody else can take it gets nothing.
  const ordinary = taken.filter((e) => model.edges[e]?.probability !== 0);
  const all = ordinary.length > 0 ? ordinary : taken;
  if (balancer.balance !== 'nearest') return all;
  const near = (place: 'zone' | 'region'): readonly number[] =>
    balancer[place] === undefined
      ? []
      : all.filter((e) => model.nodes[model.edges[e]?.to ?? -1]?.[place] === balancer[place]);
  const zone = near('zone');
  if (zone.length > 0) return zone;
  const region = near('region');
  return region.length > 0 ? region : all;
};

/** Calls along an edge for one visit that is served, before retries and hedges. */
export const callsOf = (model: Model, e: number, classIndex: number, hits: readonly number[]): number => {
  const edge = model.edges[e];
  if (!edge) return 0;
  return edge.calls * edge.fanout * takenOf(model, e, classIndex, hits);
};

/** The probability that the edge is taken at all. */
export const takenOf = (model: Model, e: number, classIndex: number, hits: readonly number[]): number => {
  const edge = model.edges[e];
  if (!edge) return 0;
  const own = 1 - (model.nodes[edge.from]?.cache ? (hits[edge.from] ?? 0) : 0);
  const before = edge.onMissOf === undefined ? 1 : 1 - (hits[edge.onMissOf] ?? 0);
  return Math.max(0, edge.probability) * shareOf(model, e, classIndex) * own * before;
};

export type Traffic = { readonly arrivals: Table; readonly calls: Table };

/** `perVisit`: calls a served visit, by class and edge. `served`: the share of arrivals that is served, by class and node. */
export const solveTraffic = (model: Model, sources: Table, perVisit: Table, served: Table): Traffic => {
  const solved = sources.map((source, k) => solveClass(model, source, perVisit[k] ?? [], served[k] ?? []));
  return { arrivals: solved.map(({ arrivals }) => arrivals), calls: solved.map(({ calls }) => calls) };
};

const solveClass = (
  model: Model,
  source: readonly number[],
  perVisit: readonly number[],
  served: readonly number[],
): { readonly arrivals: readonly number[]; readonly calls: readonly number[] } => {
  let arrivals = [...source];
  const calls = model.edges.map(() => 0);
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const next = [...source];
    for (const [e, { from, to }] of model.edges.entries()) {
      calls[e] = Math.min(MOST, (arrivals[from] ?? 0) * (served[from] ?? 1) * (perVisit[e] ?? 0));
      next[to] = Math.min(MOST, (next[to] ?? 0) + calls[e]);
    }
    const still = next.every((value, v) => Math.abs(value - (arrivals[v] ?? 0)) <= 1e-12 * value);
    arrivals = next;
    if (still) break;
  }
  return { arrivals, calls };
};

/** Mean requests a second, over the whole day or trace; a closed class has none of its own. */
export const rateOf = ({ arrivals }: WorkClass): number => {
  switch (arrivals.process) {
    case 'poisson':
    case 'constant':
    case 'diurnal':
    case 'burst':
      return Math.max(0, arrivals.rps);
    case 'trace': {
      const last = arrivals.instants.at(-1) ?? 0;
      return last > 0 ? arrivals.instants.length / last : 0;
    }
    case 'closed':
      return 0;
  }
};

/** What a cache has under `lambda` requests a second; null for what is none. */
export const hitsOf = ({ cache }: Node, lambda: number): number => {
  if (!cache) return 0;
  if (cache.hitRatio !== undefined) return Math.min(1, Math.max(0, cache.hitRatio));
  if (cache.items <= 0) return 0;
  const keys = zipfKeys(cache.items, cache.skew);
  if (cache.ttlS === undefined || cache.ttlS === Infinity) return lruHitRatio(keys, cache.capacity);
  return cache.capacity >= cache.items
    ? ttlHitRatio(keys, lambda, cache.ttlS, false)
    : lruTtlHitRatio(keys, cache.capacity, lambda, cache.ttlS);
};

/**
 * How irregular arrivals are, by node: 1 Poisson, 0 a metronome. What leaves a busy station looks like its services, what
 * is split at random is more like Poisson (Whitt's network analyser).
 */
export const irregularity = (
  model: Model,
  sources: Table,
  { calls }: Traffic,
  busy: readonly number[],
): readonly number[] => {
  let arriving = model.nodes.map(() => 1);
  const flow = (e: number): number => calls.reduce((sum, own) => sum + (own[e] ?? 0), 0);
  const flows = model.edges.map((_, e) => flow(e));
  for (let round = 0; round < 20; round++) {
    const sum = model.nodes.map(() => 0);
    const rate = model.nodes.map(() => 0);
    const add = (v: number, lambda: number, cv2: number): void => {
      sum[v] = (sum[v] ?? 0) + lambda * cv2;
      rate[v] = (rate[v] ?? 0) + lambda;
    };
    for (const [k, source] of sources.entries())
      for (const [v, lambda] of source.entries())
        if (lambda > 0) add(v, lambda, model.classes[k]?.arrivals.process === 'constant' ? 0 : 1);
    const through = [...rate];
    for (const [e, { to }] of model.edges.entries()) through[to] = (through[to] ?? 0) + (flows[e] ?? 0);
    for (const [e, { from, to }] of model.edges.entries()) {
      const lambda = flows[e] ?? 0;
      const leaving = departing(model.nodes[from], arriving[from] ?? 1, busy[from] ?? 0);
      const part = Math.min(1, lambda / Math.max(lambda, through[from] ?? 0, 1e-300));
      const inTurn =
        model.nodes[from]?.behaves === 'balancer' && model.nodes[from]?.balance === 'round-robin';
      add(to, lambda, part * leaving + (inTurn ? 0 : 1 - part));
    }
    const next = arriving.map((_, v) => ((rate[v] ?? 0) > 0 ? (sum[v] ?? 0) / (rate[v] ?? 1) : 1));
    const still = next.every((value, v) => Math.abs(value - (arriving[v] ?? 0)) < 1e-9);
    arriving = next;
    if (still) break;
  }
  return arriving;
};

const departing = (node: Node | undefined, arriving: number, busy: number): number => {
  if (!node || node.service.meanS <= 0) return arriving;
  if (node.servers === Infinity) return node.service.cv2 === 0 ? arriving : 1;
  const u = Math.min(1, busy);
  const cs2 = node.discipline === 'processor-sharing' ? 1 : Math.max(0.2, node.service.cv2);
  const out =
    1 + (1 - u ** 2) * (arriving - 1) + (u ** 2 * (cs2 - 1)) / Math.sqrt(node.servers * node.replicas);
  return Math.max(0, out);
};
