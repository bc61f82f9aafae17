/** What a design costs, and how much of the time it is up. */
import type { Model } from '../model.ts';
import type { Cost } from '../report.ts';
import { available, kOfN } from './reliability.ts';
import { targetsOf, takes } from './traffic.ts';

/** Twelve to a year of 365 days. */
export const MONTH_S = 2_628_000;

export const costOf = (
  model: Model,
  replicas: readonly number[],
  answered: readonly number[],
  requestsRps: number,
): Cost => {
  const components = model.nodes
    .map((node, v) => ({
      id: node.id,
      perMonth: ((replicas[v] ?? 0) * node.pricePerS + (answered[v] ?? 0) * node.pricePerRequest) * MONTH_S,
    }))
    .sort((a, b) => b.perMonth - a.perMonth);
  const perMonth = components.reduce((sum, each) => sum + each.perMonth, 0);
  const requests = requestsRps * MONTH_S;
  return {
    perMonth,
    perThousandRequests: requests > 0 ? (perMonth / requests) * 1000 : null,
    currency: 'USD',
    components,
  };
};

/**
 * Of one class: everything that its requests wait for is needed, once; of a balancer's targets one is enough, and what
 * all of them need is needed anyway.
 */
export const availabilityOf = (model: Model, classIndex: number, replicas: readonly number[]): number => {
  const own = (v: number): number => {
    const node = model.nodes[v];
    if (!node || node.mtbfS === undefined || node.mttrS === undefined) return 1;
    return kOfN(node.needs, Math.round(replicas[v] ?? node.replicas), available(node.mtbfS, node.mttrS));
  };
  const callsOf = (v: number): readonly number[] => {
    const node = model.nodes[v];
    if (!node) return [];
    const out = node.behaves === 'balancer' ? targetsOf(model, node, classIndex) : node.out;
    return out.flatMap((e) => {
      const edge = model.edges[e];
      return edge?.sync && takes(edge, classIndex) && edge.probability > 0 && edge.calls * edge.fanout > 0
        ? [edge.to]
        : [];
    });
  };
  const reach = (v: number, seen = new Set<number>()): Set<number> => {
    if (seen.has(v)) return seen;
    seen.add(v);
    for (const to of callsOf(v)) reach(to, seen);
    return seen;
  };
  const up = (v: number, counted: Set<number>): number => {
    if (counted.has(v)) return 1;
    counted.add(v);
    const targets = [...new Set(callsOf(v))];
    if (model.nodes[v]?.behaves !== 'balancer' || targets.length < 2)
      return targets.reduce((product, to) => product * up(to, counted), own(v));
    const reaches = targets.map((to) => reach(to));
    let product = own(v);
    for (const shared of reaches[0] ?? [])
      if (!targets.includes(shared) && reaches.every((each) => each.has(shared)))
        product *= up(shared, counted);
    const down = targets.reduce((all, to) => all * (1 - up(to, new Set(counted))), 1);
    for (const each of reaches) for (const to of each) counted.add(to);
    return product * (1 - down);
  };
  return up(model.classes[classIndex]?.from ?? -1, new Set());
};
