import type { Connection } from './design.ts';

/**
 * Rings of calls that wait for each other, one for each knot of components: the ids in the order of the calls. Tarjan's
 * strongly connected components, on a stack of our own because a chain may be as long as a design.
 */
export const syncRings = (
  ids: readonly string[],
  connections: readonly Pick<Connection, 'from' | 'to' | 'mode'>[],
): readonly (readonly string[])[] => {
  const next = new Map<string, string[]>(ids.map((id) => [id, []]));
  for (const { from, to, mode } of connections) if (mode === 'sync' && next.has(to)) next.get(from)?.push(to);
  return knotsOf(ids, next).flatMap((knot) => {
    const [start] = knot;
    const alone = knot.length === 1 && !(start !== undefined && next.get(start)?.includes(start));
    return start === undefined || alone ? [] : [ringFrom(start, new Set(knot), next)];
  });
};

type Next = ReadonlyMap<string, readonly string[]>;

const knotsOf = (ids: readonly string[], next: Next): readonly (readonly string[])[] => {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const knots: string[][] = [];
  const enter = (id: string, work: { id: string; at: number }[]) => {
    low.set(id, order.size);
    order.set(id, order.size);
    open.push(id);
    isOpen.add(id);
    work.push({ id, at: 0 });
  };
  const lower = (id: string, to: number) => low.set(id, Math.min(low.get(id) ?? to, to));
  for (const root of ids) {
    if (order.has(root)) continue;
    const work: { id: string; at: number }[] = [];
    enter(root, work);
    for (let top = work.at(-1); top; top = work.at(-1)) {
      const target = next.get(top.id)?.[top.at];
      top.at += 1;
      if (target !== undefined) {
        if (!order.has(target)) enter(target, work);
        else if (isOpen.has(target)) lower(top.id, order.get(target) ?? 0);
        continue;
      }
      work.pop();
      const caller = work.at(-1);
      const own = low.get(top.id) ?? 0;
      if (caller) lower(caller.id, own);
      if (own !== order.get(top.id)) continue;
      const knot = open.splice(open.lastIndexOf(top.id));
      for (const id of knot) isOpen.delete(id);
      knots.push(knot);
    }
  }
  return knots;
};

/** The shortest way back to `start` within its knot. */
const ringFrom = (start: string, knot: ReadonlySet<string>, next: Next): readonly string[] => {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const id of queue) {
    for (const target of next.get(id) ?? []) {
      if (target === start) {
        const ring = [id];
        for (let at = id; at !== start; ) {
          at = cameFrom.get(at) ?? start;
          ring.push(at);
        }
        return ring.reverse();
      }
      if (!knot.has(target) || cameFrom.has(target)) continue;
      cameFrom.set(target, id);
      queue.push(target);
    }
  }
  return [start];
};
