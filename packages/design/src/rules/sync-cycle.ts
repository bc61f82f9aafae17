/**
 * Rings of calls that wait for each other. Where every call of a ring is certain, no request ever ends: the reader refuses such a
 * design. Where one is only taken sometimes (a retry loop, another look at what a model said) a request goes round a geometric
 * number of times and ends: the design runs, and the rule asks whether that was meant.
 *
 *     strongly connected parts of the sync arrows ─▶ in each, one ring that some workload can go round, a certain one first
 */
import { called, isCertain, numberOf, takes } from './graph.ts';
import type { Arrow, Graph } from './graph.ts';
import type { Found, Rule } from './rule.ts';

export const syncCycle: Rule = {
  code: 'sync-cycle',
  find: ({ workloads }, graph) => {
    const ways = waysOf(workloads, graph);
    return partsOf(graph).flatMap((part): readonly Found[] => {
      const inside = new Set(part);
      const ringOn = (find: (calls: Calls) => Ring | undefined): Ring | undefined => {
        for (const lets of ways) {
          const ring = find((node) => (graph.out[node] ?? []).filter((arrow) => arrow.sync && lets(arrow)));
          if (ring) return ring;
        }
        return undefined;
      };
      const endless = ringOn((calls) => endlessIn(graph, part, calls));
      if (endless) return [told(graph, endless, 'error', ENDLESS)];
      const ending = ringOn((calls) =>
        ringIn(part, (node) => calls(node).filter(({ to }) => inside.has(to))),
      );
      return ending ? [told(graph, ending, 'warning', roundsOf(graph, ending))] : [];
    });
  },
};

type Ring = readonly Arrow[];
/** The calls that a component waits for, of those that some workload takes. */
type Calls = (node: number) => readonly Arrow[];

/** What each workload takes, because calls of different workloads make no ring together. */
const waysOf = (
  workloads: readonly { readonly name: string }[],
  { arrows }: Graph,
): readonly ((arrow: Arrow) => boolean)[] => {
  if (!arrows.some(({ connection }) => connection.workloads !== undefined)) return [() => true];
  const names = workloads.length > 0 ? workloads.map(({ name }) => name) : [''];
  return names.map((name) => (arrow) => takes(arrow, name));
};

const ENDLESS =
  'is a ring of calls that wait for each other, each of them certain: no request ever ends. Make one of them async, give it a probability below 1, or take it away.';

const RING_SHOWN = 8;

const told = (
  { components }: Graph,
  ring: readonly Arrow[],
  severity: 'error' | 'warning',
  what: string,
): Found => {
  const names = ring
    .map(({ from }) => components[from])
    .flatMap((component) => (component ? [called(component)] : []));
  const way = names.length > RING_SHOWN ? [...names.slice(0, RING_SHOWN), '…'] : names;
  const [first] = ring;
  return {
    severity,
    component: first?.connection.from,
    connection: first?.connection.id,
    closes: ring.at(-1)?.connection.id,
    message: `${[...way, ...names.slice(0, 1)].join(' → ')} ${what}`,
  };
};

/** What a request does on a ring that it leaves again, as far as the drawing says. */
const roundsOf = (graph: Graph, ring: readonly Arrow[]): string => {
  const again = ring.reduce((product, arrow) => product * expectedCalls(graph, arrow), 1);
  const asked =
    'If one of them only carries the answer back, take it away; if nobody waits for it, make it async.';
  if (Number.isNaN(again))
    return `is a ring of calls that wait for each other, which ends at a hit. ${asked}`;
  if (again >= 1)
    return `is a ring of calls that wait for each other, and each round makes ${short(again)} more: calls multiply until something gives way. Lower a probability or the number of calls on it.`;
  return `is a ring of calls that wait for each other: each request goes round it ${short(1 / (1 - again))} times on average. If that is a loop you mean, such as trying again, leave it. ${asked}`;
};

const short = (value: number): string => String(Number(value.toPrecision(3)));

/** Calls for each visit; not a number where a cache decides, of which the drawing does not say how often it hits. */
const expectedCalls = ({ components, behaves, out }: Graph, { connection, from }: Arrow): number => {
  const { settings } = connection;
  if (settings['onMiss'] !== undefined) return Number.NaN;
  const hits =
    behaves[from] === 'cache' ? (numberOf(components[from]?.settings ?? {}, 'hitRatio') ?? Number.NaN) : 0;
  const targets = behaves[from] === 'balancer' ? (out[from] ?? []).filter(({ sync }) => sync).length : 1;
  const each = ['probability', 'calls', 'fanout'].map((name) => numberOf(settings, name) ?? 1);
  return each.reduce((product, factor) => product * factor, (1 - hits) / Math.max(1, targets));
};

/**
 * A ring that nothing leaves. What ends is taken off, and then whatever only called that, until all that is left calls something
 * that is left. A balancer picks one target, so that one which ends is its way out.
 */
const endlessIn = ({ into, behaves }: Graph, part: readonly number[], calls: Calls): Ring | undefined => {
  const goingOn = new Map<number, number>();
  const ended: number[] = [];
  const isSure = (arrow: Arrow) => isCertain(arrow) && behaves[arrow.from] !== 'cache';
  const within = new Set(part);
  for (const node of part) {
    const all = calls(node);
    const sure = all.filter((arrow) => within.has(arrow.to) && isSure(arrow)).length;
    const needed = behaves[node] !== 'balancer' ? sure : sure === all.length ? Math.min(1, sure) : 0;
    goingOn.set(node, needed);
    if (needed === 0) ended.push(node);
  }
  const taken = new Set(part.flatMap(calls));
  for (const node of ended)
    for (const arrow of into[node] ?? []) {
      const left = goingOn.get(arrow.from) ?? 0;
      if (left === 0 || !taken.has(arrow) || !isSure(arrow)) continue;
      goingOn.set(arrow.from, left - 1);
      if (left === 1) ended.push(arrow.from);
    }
  const left = part.filter((node) => (goingOn.get(node) ?? 0) > 0);
  return ringIn(left, (node) =>
    calls(node).filter((arrow) => isSure(arrow) && (goingOn.get(arrow.to) ?? 0) > 0),
  );
};

/** The first ring that a walk closes. */
const ringIn = (part: readonly number[], calls: Calls): Ring | undefined => {
  const state = new Map<number, 'open' | 'closed'>();
  for (const start of part) {
    if (state.has(start)) continue;
    const path: Arrow[] = [];
    const stack = [{ node: start, out: calls(start), next: 0 }];
    state.set(start, 'open');
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const arrow = top.out[top.next++];
      if (!arrow) {
        state.set(top.node, 'closed');
        stack.pop();
        path.pop();
      } else if (state.get(arrow.to) === 'open') {
        const ring = [...path, arrow];
        return ring.slice(ring.findIndex(({ from }) => from === arrow.to));
      } else if (!state.has(arrow.to)) {
        state.set(arrow.to, 'open');
        path.push(arrow);
        stack.push({ node: arrow.to, out: calls(arrow.to), next: 0 });
      }
    }
  }
  return undefined;
};

/** Kosaraju: walking the arrows backwards in the order of callers first stays within a strongly connected part. */
const partsOf = ({ syncOrder, into, out }: Graph): readonly (readonly number[])[] => {
  const seen = into.map(() => false);
  return syncOrder.flatMap((root) => {
    if (seen[root]) return [];
    seen[root] = true;
    const part = [root];
    for (const node of part)
      for (const { from, sync } of into[node] ?? [])
        if (sync && !seen[from]) {
          seen[from] = true;
          part.push(from);
        }
    const alone = part.length === 1 && !out[root]?.some(({ sync, to }) => sync && to === root);
    return alone ? [] : [part];
  });
};
