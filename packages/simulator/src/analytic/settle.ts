/**
 * The fixed point behind an analysis: failures make retries, retries make load, load makes failures; what saturates takes
 * load off whatever is behind it. It starts from an empty system, so that of two stable states it finds the good one.
 */
import type { Model, Node } from '../model.ts';
import { closedPopulations, heldAt } from './kept.ts';
import type { ClosedResult } from './kept.ts';
import { gamma, NOTHING, plus } from './spread.ts';
import { replicasOf, serviceSpread, stationOf } from './station-load.ts';
import type { ClassStation } from './load.ts';
import type { Feed } from './station-load.ts';
import { nominal } from './together.ts';
import { callsOf, hitsOf, irregularity, rateOf, solveTraffic, takes } from './traffic.ts';
import type { Table, Traffic } from './traffic.ts';
import { visitsOf } from './visits.ts';
import type { Visits } from './visits.ts';

export type Settled = {
  readonly rates: readonly number[];
  readonly arrivals: Table;
  /** By node: all classes' arrivals; what is served; what wants to be served, without the refused. */
  readonly total: readonly number[];
  readonly served: readonly number[];
  readonly queued: readonly number[];
  readonly saturated: readonly boolean[];
  /** Offered over what it can do. */
  readonly offered: readonly (number | null)[];
  /** Of its servers' time. */
  readonly busy: readonly (number | null)[];
  readonly hits: readonly number[];
  /** By class, then node. */
  readonly stations: readonly (readonly ClassStation[])[];
  readonly visits: readonly Visits[];
  /** By class: the share of requests that saturation lets through. */
  readonly passing: readonly number[];
  readonly notes: readonly string[];
};

const STEPS_MAX = 40;

type Step = Omit<Settled, 'notes'> & {
  readonly notes: readonly string[];
  readonly passes: Table;
  readonly perVisit: Table;
};

export const settle = (drawn: Model, load: number): Settled => {
  const model = { ...drawn, nodes: drawn.nodes.map((node) => nominal(withoutTrifles(node), drawn.classes)) };
  let step: Step = oneStep(model, load, undefined);
  let moved = true;
  for (let round = 0; round < STEPS_MAX && moved; round++) {
    const next = oneStep(model, load, step);
    moved =
      differs(step.arrivals, next.arrivals) ||
      differs(step.passes, next.passes) ||
      differs([step.rates], [next.rates]) ||
      differs(step.perVisit, next.perVisit);
    step = next;
  }
  const general = generalNotes(model);
  const unsettled = moved
    ? ['Failures, retries and load still moved each other when the search was ended.']
    : [];
  return { ...step, notes: [...new Set([...general, ...step.notes, ...unsettled])] };
};

/** What takes less than this takes no time: there is nothing left to divide by. */
const TRIFLE_S = 1e-12;
const withoutTrifles = (node: Node): Node =>
  node.service.meanS > 0 && node.service.meanS < TRIFLE_S
    ? { ...node, service: { shape: 'none', meanS: 0, cv2: 0 } }
    : node;

const differs = (a: Table, b: Table): boolean =>
  a.some((row, k) =>
    row.some((value, i) => Math.abs(value - (b[k]?.[i] ?? 0)) > 1e-7 * (1e-9 + Math.abs(value))),
  );

const oneStep = (model: Model, load: number, before: Step | undefined): Step => {
  const { nodes, classes } = model;
  const hits = nodes.map((node, v) =>
    before && node.cache?.ttlS === undefined ? (before.hits[v] ?? 0) : hitsOf(node, before?.total[v] ?? 0),
  );
  const perVisit = classes.map((_, k) =>
    model.edges.map(
      (_, e) =>
        callsOf(model, e, k, hits) *
        (before?.visits[k]?.edges[e]?.sent ?? 1) *
        reachedInTurn(model, e, before?.visits[k]),
    ),
  );
  const passes = before?.passes ?? classes.map(() => nodes.map(({ errorRate }) => 1 - errorRate));

  const closed = closedOf(model, load, perVisit, passes, before);
  const rates = classes.map((each, k) => closed.get(k)?.throughput ?? rateOf(each) * load);
  const sources = classes.map(({ from }, k) => nodes.map((_, v) => (v === from ? (rates[k] ?? 0) : 0)));
  const traffic = solveTraffic(model, sources, perVisit, passes);
  const { arrivals } = traffic;
  const total = nodes.map((_, v) => arrivals.reduce((sum, own) => sum + (own[v] ?? 0), 0));
  const closedFlow = classes.map((_, k) => {
    const one = closed.get(k);
    return nodes.map((_, v) =>
      one ? Math.min(arrivals[k]?.[v] ?? 0, one.throughput * (one.visits[v] ?? 0)) : 0,
    );
  });

  const irregular = irregularity(model, sources, traffic, before?.busy.map((busy) => busy ?? 0) ?? []);
  const notes: string[] = [];
  const keptS: (number | undefined)[] = nodes.map(() => undefined);
  const offered: (number | null)[] = [];
  const byNode = nodes.map((node, v) => {
    const loads = classes.map((each, k) => ({
      lambda: (arrivals[k]?.[v] ?? 0) - (closedFlow[k]?.[v] ?? 0),
      priority: each.priority,
      tokens: each.tokens,
      writeShare: each.writeShare ?? node.database?.writeShare ?? 0,
    }));
    const open = loads.reduce((sum, { lambda }) => sum + lambda, 0);
    const station = stationOf(node, loads, feedOf(model, traffic, v, irregular[v] ?? 1));
    notes.push(...station.notes);
    const shut = (total[v] ?? 0) - open;
    const servers = node.servers * replicasOf(node, total[v] ?? 0);
    const closedBusy = station.offered === null || servers <= 0 ? 0 : (shut * node.service.meanS) / servers;
    offered.push(station.offered === null ? null : station.offered + closedBusy);
    const own = station.classes.map((one, k) =>
      closed.has(k) && (closedFlow[k]?.[v] ?? 0) > 0 ? closedStation(model, v, closed.get(k), one) : one,
    );
    const crowd = [...closed.values()].reduce(
      (sum, one) =>
        sum + Math.max(0, (one.timesS[v] ?? 0) - node.service.meanS) * one.throughput * (one.visits[v] ?? 0),
      0,
    );
    const room = Math.max(0.001, 1 - (station.offered ?? 0));
    const behind =
      servers < Infinity && servers > 0 ? ((crowd + closedBusy) * node.service.meanS) / (servers * room) : 0;
    const delayed = own.map((one, k) =>
      behind > 0 && !closed.has(k) && one.stable
        ? { ...one, waitS: one.waitS + behind, sojourn: plus(one.sojourn, gamma(behind, 1)) }
        : one,
    );
    const share = classes.map((_, k) =>
      (total[v] ?? 0) > 0 ? (arrivals[k]?.[v] ?? 0) / (total[v] ?? 1) : 0,
    );
    const mix = model.edges.map((_, e) =>
      share.reduce((sum, part, k) => sum + part * (perVisit[k]?.[e] ?? 0), 0),
    );
    const pass = nodes.map((_, at) => share.reduce((sum, part, k) => sum + part * (passes[k]?.[at] ?? 1), 0));
    const held = shut > 0 ? null : heldAt(model, v, total[v] ?? 0, mix, pass, total);
    if (!held) return delayed;
    notes.push(
      `${node.id}: servers kept during calls are seen from its queue as one whose rate grows with how many are kept.`,
    );
    const servable = held.most > 0 ? Math.min(1, held.most / (total[v] ?? 1)) : 0;
    offered[v] = held.most > 0 ? (total[v] ?? 0) / held.most : 1e12;
    if (!held.holding) return delayed.map((one) => ({ ...one, stable: false, served: servable }));
    const { holding } = held;
    const waitS = holding.waiting / (total[v] ?? 1);
    keptS[v] = holding.kept / (total[v] ?? 1);
    offered[v] = Math.min(offered[v] ?? 0, Math.max(holding.kept / servers, 0));
    return delayed.map((one) => ({
      ...one,
      stable: true,
      served: 1,
      waitS,
      sojourn: plus(
        waitS > 0 && holding.waits > 0
          ? {
              parts: [
                {
                  weight: 1,
                  floor: 0,
                  mean: waitS,
                  variance: (waitS ** 2 * (2 - holding.waits)) / holding.waits,
                },
              ],
            }
          : NOTHING,
        serviceSpread(node.service),
      ),
    }));
  });

  const stations = classes.map((_, k) => byNode.map((own) => own[k] ?? IDLE));
  const visits = classes.map((_, k) =>
    visitsOf(
      model,
      k,
      { hits, stations: stations[k] ?? [], keptS },
      (v) => v === classes[k]?.from || (arrivals[k]?.[v] ?? 0) > 0,
    ),
  );
  for (const each of visits) notes.push(...each.notes);
  const flowing = (of: (one: ClassStation) => number): readonly number[] =>
    nodes.map((_, v) =>
      classes.reduce((sum, _, k) => sum + (arrivals[k]?.[v] ?? 0) * of(stations[k]?.[v] ?? IDLE), 0),
    );
  const served = flowing((one) => one.served);
  return {
    rates,
    arrivals,
    total,
    served,
    queued: flowing((one) => 1 - one.refused),
    saturated: nodes.map((_, v) =>
      classes.some((_, k) => (arrivals[k]?.[v] ?? 0) > 0 && stations[k]?.[v]?.stable === false),
    ),
    offered,
    busy: offered.map((load, v) =>
      load === null ? null : Math.min(1, load * carried(stations, arrivals, v)),
    ),
    hits,
    stations,
    visits,
    passing: classes.map(({ from }, k) => passingOf(model, k, from, stations[k] ?? [], perVisit[k] ?? [])),
    passes: stations.map((own) => own.map((one, v) => one.served * (1 - (nodes[v]?.errorRate ?? 0)))),
    perVisit,
    notes,
  };
};

const IDLE: ClassStation = { sojourn: NOTHING, waitS: 0, stable: true, refused: 0, served: 1 };

/** Of arrivals, what was not refused. */
const carried = (stations: readonly (readonly ClassStation[])[], arrivals: Table, v: number): number => {
  let [came, stayed] = [0, 0];
  for (const [k, own] of stations.entries()) {
    const flow = arrivals[k]?.[v] ?? 0;
    came += flow;
    stayed += flow * (1 - (own[v]?.refused ?? 0));
  }
  return came > 0 ? stayed / came : 1;
};

/** Calls made one after the other end with the first that fails. */
const reachedInTurn = (model: Model, e: number, visits: Visits | undefined): number => {
  const edge = model.edges[e];
  const from = edge && model.nodes[edge.from];
  if (!edge || !from || !visits || from.order === 'parallel' || from.behaves === 'balancer') return 1;
  let good = 1;
  for (const earlier of from.out) {
    if (earlier === e) break;
    if (model.edges[earlier]?.sync)
      good *= 1 - (visits.edges[earlier]?.failure ?? 0) * Math.min(1, model.edges[earlier]?.probability ?? 1);
  }
  return good;
};

/** The narrowest place that a request of the class has to come through. */
const passingOf = (
  model: Model,
  k: number,
  from: number,
  stations: readonly ClassStation[],
  perVisit: readonly number[],
): number => {
  const seen = new Set<number>();
  const walk = (v: number): number => {
    if (seen.has(v)) return 1;
    seen.add(v);
    const one = stations[v];
    const own = one && !one.stable ? one.served : 1;
    const out = (model.nodes[v]?.out ?? []).filter((e) => model.edges[e]?.sync && (perVisit[e] ?? 0) > 0);
    const chance = (e: number): number => Math.min(1, perVisit[e] ?? 0);
    return (
      own * out.reduce((product, e) => product * (1 - chance(e) * (1 - walk(model.edges[e]?.to ?? -1))), 1)
    );
  };
  return k >= 0 ? walk(from) : 1;
};

const closedOf = (
  model: Model,
  load: number,
  perVisit: Table,
  passes: Table,
  before: Step | undefined,
): ReadonlyMap<number, ClosedResult> => {
  const populations = model.classes.flatMap(({ arrivals, from }, classIndex) =>
    arrivals.process === 'closed'
      ? [
          {
            clients: Math.max(0, Math.round(arrivals.clients * load)),
            thinkS: arrivals.think.meanS,
            from,
            classIndex,
          },
        ]
      : [],
  );
  if (populations.length === 0) return new Map();
  const shut = model.nodes.map((_, v) =>
    populations.reduce((sum, { classIndex }) => {
      const flow = before?.arrivals[classIndex]?.[v] ?? 0;
      return sum + flow;
    }, 0),
  );
  const others = model.nodes.map((_, v) => Math.max(0, (before?.total[v] ?? 0) - (shut[v] ?? 0)));
  const results = closedPopulations(model, populations, perVisit, passes, others);
  return new Map(
    populations.map(({ classIndex }, i) => [
      classIndex,
      results[i] ?? { clients: 0, throughput: 0, visits: [], timesS: [] },
    ]),
  );
};

/**
 * A visit of a closed class: its mean is exact, its variance is that of as many services as are in front, whose number is
 * geometric where there are many clients and certain where all of them stand here.
 */
const closedStation = (
  model: Model,
  v: number,
  closed: ClosedResult | undefined,
  one: ClassStation,
): ClassStation => {
  const node = model.nodes[v];
  const meanS = node?.service.meanS ?? 0;
  const time = closed?.timesS[v] ?? 0;
  if (!node || time <= 0) return { ...one, stable: true };
  const wait = Math.max(0, time - meanS);
  if (wait <= 1e-12)
    return { ...one, sojourn: serviceSpread(node.service), waitS: 0, stable: true, served: 1 };
  const stepS = meanS / Math.max(1, node.servers * node.replicas);
  const ahead = wait / stepS;
  const most = Math.max(1, (closed?.clients ?? 1) - 1);
  const variance = stepS ** 2 * ahead * (1 + (1 + ahead) * Math.max(0, 1 - ahead / most));
  return {
    ...one,
    sojourn: plus(gamma(wait, variance / wait ** 2), serviceSpread(node.service)),
    waitS: wait,
    stable: true,
    served: 1,
  };
};

const feedOf = (model: Model, { calls }: Traffic, v: number, arrivalCv2: number): Feed => {
  const feeding = model.edges.flatMap((edge, e) =>
    edge.to === v && calls.some((own) => (own[e] ?? 0) > 0) ? [edge] : [],
  );
  const from = feeding.flatMap((edge) => model.nodes[edge.from] ?? []);
  const [first] = from;
  const balancer = first && from.length === 1 && first.behaves === 'balancer' ? first : undefined;
  const count =
    balancer?.out.filter((e) => model.classes.some((_, k) => model.edges[e] && takes(model.edges[e], k)))
      .length ?? 0;
  return {
    arrivalCv2,
    siblings:
      balancer && count > 1 && balancer.balance !== 'round-robin' && balancer.balance !== 'nearest'
        ? { count, balance: balancer.balance, choices: balancer.choices }
        : undefined,
    pooled: from.some(({ behaves }) => behaves === 'queue'),
    stream: from.find(({ stream }) => stream)?.stream,
  };
};

const generalNotes = (model: Model): readonly string[] => {
  const notes: string[] = [];
  for (const { name, arrivals } of model.classes) {
    if (arrivals.process === 'diurnal' || arrivals.process === 'burst' || arrivals.process === 'trace')
      notes.push(`${name}: its mean rate, as if it were steady.`);
    if (arrivals.process === 'closed')
      notes.push(`${name}: mean value analysis, with services taken as exponential.`);
  }
  if (model.faults.length > 0) notes.push('Faults are left out: this is the steady state without them.');
  for (const { id, cache } of model.nodes)
    if (cache && cache.hitRatio === undefined)
      notes.push(`${id}: its hit ratio is Che’s, for keys asked for independently.`);
  if (model.edges.some(({ breaker }) => breaker))
    notes.push('Circuit breakers are left out: none opens in a steady state without faults.');
  return notes;
};
