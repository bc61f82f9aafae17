/** Rules about how calls wait and try again. */
import { called, inSeconds, listed, numberOf } from './graph.ts';
import type { Arrow, Graph } from './graph.ts';
import { isModel, isThirdParty } from './roles.ts';
import type { Found, Rule } from './rule.ts';

const timeoutOf = ({ connection }: Arrow): number | undefined => {
  const timeout = numberOf(connection.settings, 'timeout');
  return timeout !== undefined && Number.isFinite(timeout) ? timeout : undefined;
};

const retriesOf = ({ connection }: Arrow): number => numberOf(connection.settings, 'retries') ?? 0;

const ends = ({ components }: Graph, { from, to }: Arrow): string =>
  [components[from], components[to]].map((component) => (component ? called(component) : '')).join(' → ');

/**
 * Balancers that only wait while somebody waits for them: each call of them has a timeout, or comes from another such balancer.
 * When the caller hangs up, so do they. (Those in a ring of balancers are taken not to.)
 */
const passingOn = ({ syncOrder, into, behaves }: Graph): ReadonlySet<number> => {
  const bounded = new Set<number>();
  for (const node of syncOrder) {
    const calls = (into[node] ?? []).filter(({ sync }) => sync);
    const ends = (arrow: Arrow) => timeoutOf(arrow) !== undefined || bounded.has(arrow.from);
    if (behaves[node] === 'balancer' && calls.length > 0 && calls.every(ends)) bounded.add(node);
  }
  return bounded;
};

const noTimeout: Rule = {
  code: 'no-timeout',
  find: (_, graph) => {
    const hangsUp = passingOn(graph);
    return graph.arrows.flatMap((arrow): readonly Found[] => {
      const callee = graph.components[arrow.to];
      const caller = graph.components[arrow.from];
      if (!arrow.sync || !callee || !caller || graph.behaves[arrow.from] === 'client') return [];
      if (!isThirdParty(callee.kind) && !isModel(callee.kind)) return [];
      if (timeoutOf(arrow) !== undefined || hangsUp.has(arrow.from)) return [];
      return [
        {
          severity: 'warning',
          connection: arrow.connection.id,
          setting: 'timeout',
          message: `${called(caller)} waits for ${called(callee)} for ever. Set a timeout on the connection, above its p99 and below what its own caller waits.`,
        },
      ];
    });
  },
};

/** How many times over the deepest call can be made, by the worst way to it. */
type Tries = { readonly times: number; readonly layers: number; readonly last: Layer | undefined };
type Layer = { readonly arrow: Arrow; readonly before: Layer | undefined };

const NONE: Tries = { times: 1, layers: 0, last: undefined };

const retriesWithoutBudget: Rule = {
  code: 'retries-without-budget',
  find: (_, graph) => {
    const retriesBelow = graph.components.map(() => false);
    for (const node of [...graph.syncOrder].reverse())
      retriesBelow[node] = (graph.out[node] ?? []).some(
        (arrow) => arrow.sync && (retriesOf(arrow) > 0 || retriesBelow[arrow.to]),
      );
    const tries: Tries[] = graph.components.map(() => NONE);
    const found: Found[] = [];
    for (const node of graph.syncOrder)
      for (const arrow of graph.out[node] ?? []) {
        if (!arrow.sync) continue;
        const before = tries[node] ?? NONE;
        const after = tried(before, arrow);
        if (after.times > (tries[arrow.to] ?? NONE).times) tries[arrow.to] = after;
        if (after !== before && after.layers > 1 && !retriesBelow[arrow.to])
          found.push(told(graph, arrow, after));
      }
    return found;
  },
};

const tried = (before: Tries, arrow: Arrow): Tries => {
  const retries = retriesOf(arrow);
  const budget = numberOf(arrow.connection.settings, 'retryBudget');
  if (retries <= 0 || (budget !== undefined && Number.isFinite(budget))) return before;
  return {
    times: before.times * (1 + retries),
    layers: before.layers + 1,
    last: { arrow, before: before.last },
  };
};

const told = (graph: Graph, arrow: Arrow, { times, last }: Tries): Found => {
  const layers: string[] = [];
  for (let layer = last; layer; layer = layer.before)
    layers.unshift(`${ends(graph, layer.arrow)} tries ${1 + retriesOf(layer.arrow)} times`);
  const callee = graph.components[arrow.to];
  return {
    severity: 'warning',
    component: callee?.id,
    connection: arrow.connection.id,
    setting: 'retryBudget',
    message: `When ${callee ? called(callee) : 'it'} fails, one request becomes up to ${times} calls of it: ${listed(layers)}. Retry at one layer only, or set a retryBudget, such as 10 %.`,
  };
};

const timeoutInversion: Rule = {
  code: 'timeout-inversion',
  find: (_, graph) => {
    /** How long a component may be waiting for what it calls, and for which arrow. */
    const waits: { readonly seconds: number; readonly arrow: Arrow | undefined }[] = graph.components.map(
      () => ({ seconds: 0, arrow: undefined }),
    );
    for (const node of [...graph.syncOrder].reverse())
      for (const arrow of graph.out[node] ?? []) {
        if (!arrow.sync) continue;
        const timeout = timeoutOf(arrow);
        const below = waits[arrow.to];
        const wait =
          timeout === undefined
            ? { seconds: below?.seconds ?? 0, arrow: below?.arrow }
            : { seconds: timeout * (1 + retriesOf(arrow)), arrow };
        if (wait.seconds > (waits[node]?.seconds ?? 0)) waits[node] = wait;
      }
    return graph.arrows.flatMap((arrow): readonly Found[] => {
      const timeout = timeoutOf(arrow);
      const below = waits[arrow.to];
      if (!arrow.sync || timeout === undefined || !below?.arrow || timeout >= below.seconds) return [];
      const attempts = 1 + retriesOf(below.arrow);
      return [
        {
          severity: 'warning',
          connection: arrow.connection.id,
          setting: 'timeout',
          message: `${ends(graph, arrow)} gives up after ${inSeconds(timeout)}, while ${ends(graph, below.arrow)} may still be at it for ${inSeconds(below.seconds)}${attempts > 1 ? ` (${attempts} attempts of ${inSeconds(below.seconds / attempts)})` : ''}: work goes on that nobody waits for. Make the outer timeout longer, or the inner one shorter.`,
        },
      ];
    });
  },
};

export const CALL_RULES: readonly Rule[] = [noTimeout, retriesWithoutBudget, timeoutInversion];
