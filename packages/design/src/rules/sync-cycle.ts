/**
 * Circles of calls that are waited for. Where every call of a circle is certain, no request ever ends, and the design cannot run;
 * where one is taken only sometimes, it ends, and is still likely not what was meant.
 *
 *     strongly connected parts of the sync arrows ─▶ in each, one circle that some workload can go round
 */
import { called, isCertain, listed, takes } from './graph.ts';
import type { Arrow, Graph } from './graph.ts';
import type { Found, Rule } from './rule.ts';

export const syncCycle: Rule = {
  code: 'sync-cycle',
  find: ({ workloads }, graph) =>
    partsOf(graph).flatMap((part): readonly Found[] => {
      const inside = new Set(part);
      const arrows = part.flatMap((node) =>
        (graph.out[node] ?? []).filter((arrow) => arrow.sync && inside.has(arrow.to)),
      );
      if (arrows.length === 0) return [];
      const certain = circleFor(workloads, part, arrows.filter(isCertain));
      const circle = certain ?? circleFor(workloads, part, arrows);
      if (!circle) return [];
      const [first] = circle;
      const names = circle.flatMap(({ from }) => graph.components[from] ?? []).map(called);
      const round =
        names.length === 1 ? `${names[0]} calls itself` : `${listed(names)} call each other in a circle`;
      const told = certain
        ? 'every call is certain, and no request ever ends. Make one of them async, give it a probability below 1, or take it away.'
        : 'a request can go round it and waits for itself. Make one of the calls async, or take it away.';
      return [
        {
          severity: certain ? 'error' : 'warning',
          component: first?.connection.from,
          connection: first?.connection.id,
          message: `${round}: ${told}`,
        },
      ];
    }),
};

const circleFor = (
  workloads: readonly { readonly name: string }[],
  part: readonly number[],
  arrows: readonly Arrow[],
): readonly Arrow[] | undefined => {
  if (!arrows.some(({ connection }) => connection.workloads !== undefined)) return circleIn(part, arrows);
  for (const { name } of workloads) {
    const circle = circleIn(
      part,
      arrows.filter((arrow) => takes(arrow, name)),
    );
    if (circle) return circle;
  }
  return undefined;
};

/** The first circle that a walk closes. */
const circleIn = (part: readonly number[], arrows: readonly Arrow[]): readonly Arrow[] | undefined => {
  const out = new Map<number, Arrow[]>(part.map((node) => [node, []]));
  for (const arrow of arrows) out.get(arrow.from)?.push(arrow);
  const state = new Map<number, 'open' | 'closed'>();
  for (const start of part) {
    if (state.has(start)) continue;
    const path: Arrow[] = [];
    const stack = [{ node: start, next: 0 }];
    state.set(start, 'open');
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const arrow = out.get(top.node)?.[top.next++];
      if (!arrow) {
        state.set(top.node, 'closed');
        stack.pop();
        path.pop();
      } else if (state.get(arrow.to) === 'open') {
        const circle = [...path, arrow];
        return circle.slice(circle.findIndex(({ from }) => from === arrow.to));
      } else if (!state.has(arrow.to)) {
        state.set(arrow.to, 'open');
        path.push(arrow);
        stack.push({ node: arrow.to, next: 0 });
      }
    }
  }
  return undefined;
};

/** Kosaraju: walking the arrows backwards in the order of callers first stays within a strongly connected part. */
const partsOf = ({ syncOrder, into }: Graph): readonly (readonly number[])[] => {
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
    return [part];
  });
};
