/**
 * The closed-form answer for a whole model, at once.
 *
 *     rates ─▶ traffic ─▶ stations ─▶ visits ─▶ failures, retries, saturation ─┐
 *                 ▲──────────────────────────────────────────────────────────┘    until nothing moves
 *
 * Never NaN or Infinity: what has no answer is null. Faults and cold starts are not part of a steady state.
 */
import type { Model } from '../model.ts';
import type { AnalyticComponent, AnalyticRequest, Analysis } from '../report.ts';
import { backlogGrowth } from './networks.ts';
import { meanOf, oneOf, quantile } from './spread.ts';
import { replicasOf } from './station-load.ts';
import { settle } from './settle.ts';
import type { Settled } from './settle.ts';
import { availabilityOf, costOf } from './whole.ts';

/** Less than this is nothing to be a bottleneck of. */
const IDLE_MAX = 1e-12;

export const analyse = (model: Model, options: { readonly load?: number } = {}): Analysis => {
  const settled = settle(model, options.load ?? 1);
  const replicas = model.nodes.map((node, v) => replicasOf(node, settled.total[v] ?? 0));
  const requests = model.classes.map((_, k) => requestOf(model, settled, k));
  const components = model.nodes.map((_, v) => componentOf(model, settled, v));
  const loads = model.nodes.map((_, v) => settled.offered[v] ?? 0);
  const most = Math.max(0, ...loads);
  const rate = requests.reduce((sum, { offered }) => sum + offered, 0);
  const weight = (k: number): number =>
    rate > 0 ? (requests[k]?.offered ?? 0) / rate : 1 / Math.max(1, requests.length);
  const available = model.classes.map((_, k) => availabilityOf(model, k, replicas));
  return {
    request: togetherOf(requests),
    workloads: Object.fromEntries(
      model.classes.map(({ name }, k) => [
        name,
        { ...figuresOf(requests[k]), availability: available[k] ?? 1 },
      ]),
    ),
    components,
    bottleneck: most > IDLE_MAX ? (model.nodes[loads.indexOf(most)]?.id ?? null) : null,
    headroom: most > IDLE_MAX ? 1 / most : null,
    overload: model.nodes.flatMap(({ id }, v) => {
      const growth = backlogGrowth(settled.queued[v] ?? 0, settled.served[v] ?? 0);
      return settled.saturated[v] ? [{ component: id, backlogPerSecond: growth }] : [];
    }),
    availability:
      model.classes.length === 0 ? 1 : available.reduce((sum, each, k) => sum + weight(k) * each, 0),
    cost: costOf(model, replicas, settled.served, rate),
    notes: settled.notes,
  };
};

type Request = { readonly offered: number; readonly spread: ReturnType<typeof oneOf> | null } & Pick<
  AnalyticRequest,
  'throughputRps' | 'errorRate'
>;

const requestOf = (model: Model, settled: Settled, k: number): Request => {
  const from = model.classes[k]?.from ?? -1;
  const visit = settled.visits[k]?.visits[from];
  const offered = settled.rates[k] ?? 0;
  const errorRate = offered > 0 ? (visit?.failure ?? 0) : 0;
  const throughputRps = offered * (1 - errorRate) * (settled.passing[k] ?? 1);
  return {
    offered,
    throughputRps,
    errorRate,
    spread: throughputRps > 0 && errorRate < 1 - 1e-9 ? (visit?.spread ?? null) : null,
  };
};

const figuresOf = (request: Request | undefined): AnalyticRequest => ({
  throughputRps: request?.throughputRps ?? 0,
  errorRate: request?.errorRate ?? 0,
  latencyMs: request?.spread
    ? {
        mean: meanOf(request.spread) * 1000,
        p50: quantile(request.spread, 0.5) * 1000,
        p90: quantile(request.spread, 0.9) * 1000,
        p95: quantile(request.spread, 0.95) * 1000,
        p99: quantile(request.spread, 0.99) * 1000,
      }
    : null,
});

const togetherOf = (requests: readonly Request[]): AnalyticRequest => {
  const offered = requests.reduce((sum, each) => sum + each.offered, 0);
  const answered = requests.filter(({ throughputRps }) => throughputRps > 0);
  const whole = answered.length > 0 && answered.every(({ spread }) => spread !== null);
  return figuresOf({
    offered,
    throughputRps: requests.reduce((sum, each) => sum + each.throughputRps, 0),
    errorRate:
      offered > 0 ? requests.reduce((sum, each) => sum + each.offered * each.errorRate, 0) / offered : 0,
    spread: whole
      ? oneOf(
          answered.flatMap(({ throughputRps, spread }) => (spread ? [{ share: throughputRps, spread }] : [])),
        )
      : null,
  });
};

const componentOf = (model: Model, settled: Settled, v: number): AnalyticComponent => {
  const node = model.nodes[v];
  const flows = settled.arrivals.map((own) => own[v] ?? 0);
  const total = flows.reduce((sum, flow) => sum + flow, 0);
  const stations = model.classes.map((_, k) => settled.stations[k]?.[v]);
  const admitted = flows.map((flow, k) => flow * (1 - (stations[k]?.refused ?? 0)));
  const inside = admitted.reduce((sum, flow) => sum + flow, 0);
  const stable = flows.every((flow, k) => flow <= 0 || (stations[k]?.stable ?? true));
  const waiting = admitted.reduce((sum, flow, k) => sum + flow * (stations[k]?.waitS ?? 0), 0);
  const comesBack = flows.every((flow, k) => flow <= 0 || settled.visits[k]?.visits[v]?.spread);
  const time = admitted.reduce((sum, flow, k) => {
    const spread = flow > 0 ? settled.visits[k]?.visits[v]?.spread : null;
    return sum + (spread ? flow * meanOf(spread) : 0);
  }, 0);
  return {
    id: node?.id ?? '',
    utilisation: settled.busy[v] ?? null,
    queueMean: stable ? waiting : null,
    throughputRps: settled.served[v] ?? 0,
    waitMs: stable && inside > 0 && total > 0 ? { mean: (waiting / inside) * 1000 } : null,
    latencyMs: stable && comesBack && inside > 0 ? { mean: (time / inside) * 1000 } : null,
    ...(node?.cache ? { hitRatio: settled.hits[v] ?? 0 } : {}),
  };
};
