/**
 * Populations that are limited: clients that wait for their answer before they ask again, and servers that are kept while
 * their calls are out. Both are closed networks over what they wait for.
 */
import type { Model } from '../model.ts';
import { closedClasses, closedNetwork, heldStation } from './networks.ts';
import type { ClosedStation, Holding } from './networks.ts';
import { replicasOf } from './station-load.ts';
import { solveTraffic } from './traffic.ts';
import type { Table } from './traffic.ts';

/** More clients than these are not counted up one by one. */
const COUNTED_MAX = 3000;

/** Visits for one request that somebody waits for, and the seconds that pass between components. */
export const waitedFor = (
  model: Model,
  from: number,
  perVisit: readonly number[],
  served: readonly number[],
): { readonly visits: readonly number[]; readonly travelS: number } => {
  const source = model.nodes.map((_, v) => (v === from ? 1 : 0));
  const sync = perVisit.map((calls, e) => (model.edges[e]?.sync ? calls : 0));
  const { arrivals, calls } = solveTraffic(model, [source], [sync], [served]);
  const travelS = model.edges.reduce((sum, { latencyS }, e) => sum + (calls[0]?.[e] ?? 0) * 2 * latencyS, 0);
  return { visits: arrivals[0] ?? [], travelS };
};

const room = (model: Model, v: number, othersRps: number): ClosedStation & { readonly room: number } => {
  const node = model.nodes[v];
  if (!node || node.servers === Infinity || node.service.meanS <= 0)
    return { demandS: node?.service.meanS ?? 0, servers: Infinity, room: 1 };
  const servers = Math.max(1, node.servers * replicasOf(node, othersRps));
  const busy = (othersRps * node.service.meanS) / servers;
  // Others take their share of the servers' time.
  return { demandS: node.service.meanS, servers, room: Math.max(0.001, 1 - busy) };
};

export type ClosedPopulation = {
  readonly clients: number;
  readonly thinkS: number;
  readonly from: number;
  readonly classIndex: number;
};
export type ClosedResult = {
  readonly clients: number;
  readonly throughput: number;
  readonly visits: readonly number[];
  /** A visit's time, by node. */
  readonly timesS: readonly number[];
};

/** `others`: what else comes to each node, a second. */
export const closedPopulations = (
  model: Model,
  populations: readonly ClosedPopulation[],
  perVisit: Table,
  served: Table,
  others: readonly number[],
): readonly ClosedResult[] => {
  const walks = populations.map(({ from, classIndex }) =>
    waitedFor(model, from, perVisit[classIndex] ?? [], served[classIndex] ?? []),
  );
  const rooms = model.nodes.map((_, v) => room(model, v, others[v] ?? 0));
  const demand = (k: number, v: number): number =>
    ((walks[k]?.visits[v] ?? 0) * (rooms[v]?.demandS ?? 0)) / (rooms[v]?.room ?? 1);
  const servers = rooms.map((each) => each.servers);
  const results = (): readonly { readonly throughput: number; readonly times: readonly number[] }[] => {
    const [only] = populations;
    if (only && populations.length === 1 && only.clients <= COUNTED_MAX) {
      const stations = rooms.map((each, v) => ({ demandS: demand(0, v), servers: each.servers }));
      const { throughputs, times } = closedNetwork(
        stations,
        only.clients,
        only.thinkS + (walks[0]?.travelS ?? 0),
      );
      return [{ throughput: throughputs.at(-1) ?? 0, times }];
    }
    return closedClasses(
      populations.map(({ clients, thinkS }, k) => ({
        clients,
        thinkS: thinkS + (walks[k]?.travelS ?? 0),
        demandsS: rooms.map((_, v) => demand(k, v)),
      })),
      servers,
    );
  };
  return results().map(({ throughput, times }, k) => {
    const visits = walks[k]?.visits ?? [];
    return {
      clients: populations[k]?.clients ?? 0,
      throughput,
      visits,
      timesS: times.map((time, v) => ((visits[v] ?? 0) > 0 ? time / (visits[v] ?? 1) : 0)),
    };
  });
};

export type Held = { readonly most: number; readonly holding: Holding | null };

/** A holding component at node `v` with `lambda` visits a second; null where nothing is held or there are too many to count. */
export const heldAt = (
  model: Model,
  v: number,
  lambda: number,
  perVisit: readonly number[],
  served: readonly number[],
  arrivals: readonly number[],
): Held | null => {
  const node = model.nodes[v];
  if (!node?.holds || node.servers === Infinity || lambda <= 0) return null;
  const servers = node.servers * replicasOf(node, lambda);
  if (servers < 1 || servers > COUNTED_MAX) return null;
  const { visits, travelS } = waitedFor(
    model,
    v,
    perVisit,
    served.map((share, at) => (at === v ? 1 : share)),
  );
  const thinkS = node.service.meanS + travelS;
  const stations = model.nodes.flatMap((_, at) => {
    const count = visits[at] ?? 0;
    if (at === v || count <= 0) return [];
    const each = room(model, at, Math.max(0, (arrivals[at] ?? 0) - lambda * count));
    return [{ demandS: (count * each.demandS) / each.room, servers: each.servers }];
  });
  if (thinkS <= 0 && stations.every(({ demandS }) => demandS <= 0)) return null;
  const { throughputs } = closedNetwork(stations, servers, thinkS);
  return { most: throughputs.at(-1) ?? 0, holding: heldStation(lambda, throughputs) };
};
