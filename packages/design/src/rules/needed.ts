/**
 * What every request of a workload needs, along the calls that it waits for.
 *
 *     needs(n) = n ∪ needs(all that n certainly calls) ∪ what all of a balancer's targets need
 *
 * A call is certain unless it has a probability, follows a miss, or is one of several of which fewer must come back.
 * The sets are bits, so that thousands of components cost thousands of short rows.
 */
import { isCertain, numberOf, takes } from './graph.ts';
import type { Arrow, Graph } from './graph.ts';

export type Needed = (workload: string, from: number) => readonly number[];

/** Workloads that go the same way share one computation. */
export const neededIn = (graph: Graph): Needed => {
  const restricted = graph.arrows.some(({ connection }) => connection.workloads !== undefined);
  const known = new Map<string, readonly Uint32Array[]>();
  return (workload, from) => {
    const key = restricted ? workload : '';
    const rows = known.get(key) ?? rowsOf(graph, (arrow) => !restricted || takes(arrow, workload));
    known.set(key, rows);
    const row = rows[from];
    return graph.components.flatMap((_, at) => (row && has(row, at) ? [at] : []));
  };
};

const has = (row: Uint32Array, bit: number) => ((row[bit >>> 5] ?? 0) >>> (bit & 31)) & 1;

const rowsOf = (graph: Graph, lets: (arrow: Arrow) => boolean): readonly Uint32Array[] => {
  const words = Math.ceil(graph.components.length / 32);
  const rows = graph.components.map(() => new Uint32Array(words));
  for (const node of [...graph.syncOrder].reverse()) {
    const row = rows[node];
    if (!row) continue;
    const calls = (graph.out[node] ?? []).filter((arrow) => arrow.sync && lets(arrow));
    const targets = calls.flatMap(({ to }) => rows[to] ?? []);
    if (graph.behaves[node] === 'balancer') shared(row, targets);
    else if ((numberOf(graph.components[node]?.settings ?? {}, 'waitFor') ?? calls.length) >= calls.length)
      for (const arrow of calls) if (isCertain(arrow)) add(row, rows[arrow.to]);
    row[node >>> 5] = (row[node >>> 5] ?? 0) | (1 << (node & 31));
  }
  return rows;
};

const add = (row: Uint32Array, other: Uint32Array | undefined): void => {
  for (let word = 0; word < row.length; word++) row[word] = (row[word] ?? 0) | (other?.[word] ?? 0);
};

const shared = (row: Uint32Array, [first, ...others]: readonly Uint32Array[]): void => {
  add(row, first);
  for (const other of others)
    for (let word = 0; word < row.length; word++) row[word] = (row[word] ?? 0) & (other[word] ?? 0);
};
