/**
 * A design made ready for walking: components by number, connections at both ends, behaviours from the palette.
 *
 *     ids ──▶ numbers        out[n] ──▶ arrows that leave n        syncOrder: callers before what they call
 *
 * Everything here is made once, in time linear in the drawing. Arrows with an end that is not there are left out.
 */
import type { Behaviour, Palette } from '@dryrun/domain';
import type { Component, Connection, Design, Values } from '../design.ts';
import { quoted, shown } from '../written.ts';

export type Arrow = {
  readonly connection: Connection;
  readonly from: number;
  readonly to: number;
  readonly sync: boolean;
};

export type Graph = {
  readonly components: readonly Component[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly arrows: readonly Arrow[];
  readonly out: readonly (readonly Arrow[])[];
  readonly into: readonly (readonly Arrow[])[];
  readonly behaves: readonly Behaviour[];
  readonly clients: readonly number[];
  /** Callers first, along arrows that are waited on; within a cycle in the order of a walk. */
  readonly syncOrder: readonly number[];
};

export const graphOf = ({ components, connections }: Design, palette: Palette): Graph => {
  const behaviours = new Map(palette.kinds.map((kind) => [kind.id, kind.behaves]));
  const indexOf = new Map(components.map(({ id }, index) => [id, index]));
  const out: Arrow[][] = components.map(() => []);
  const into: Arrow[][] = components.map(() => []);
  const arrows: Arrow[] = [];
  for (const connection of connections) {
    const from = indexOf.get(connection.from);
    const to = indexOf.get(connection.to);
    if (from === undefined || to === undefined) continue;
    const arrow = { connection, from, to, sync: connection.mode === 'sync' };
    arrows.push(arrow);
    out[from]?.push(arrow);
    into[to]?.push(arrow);
  }
  const behaves = components.map(({ kind }) => behaviours.get(kind) ?? 'station');
  const clients = behaves.flatMap((behaviour, index) => (behaviour === 'client' ? [index] : []));
  const syncOrder = callersFirst(out);
  return { components, indexOf, arrows, out, into, behaves, clients, syncOrder };
};

/** Depth first without recursion, so that a chain of thousands is no deeper than a step. */
const callersFirst = (out: readonly (readonly Arrow[])[]): readonly number[] => {
  const seen = out.map(() => false);
  const finished: number[] = [];
  for (const start of out.keys()) {
    if (seen[start]) continue;
    seen[start] = true;
    const stack = [{ node: start, next: 0 }];
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const arrow = out[top.node]?.[top.next++];
      if (!arrow) {
        finished.push(top.node);
        stack.pop();
      } else if (arrow.sync && !seen[arrow.to]) {
        seen[arrow.to] = true;
        stack.push({ node: arrow.to, next: 0 });
      }
    }
  }
  return finished.reverse();
};

/** All that is reached from `starts` along the arrows that are let through, the starts included. */
export const reachedFrom = (
  graph: Graph,
  starts: Iterable<number>,
  lets: (arrow: Arrow) => boolean = () => true,
): ReadonlySet<number> => {
  const reached = new Set(starts);
  for (const node of reached)
    for (const arrow of graph.out[node] ?? []) if (lets(arrow)) reached.add(arrow.to);
  return reached;
};

/** Whether requests of the workload take the arrow. */
export const takes = ({ connection }: Arrow, workload: string): boolean =>
  connection.workloads === undefined || connection.workloads.includes(workload);

/** Whether each request that comes by makes the call. */
export const isCertain = ({ connection: { settings } }: Arrow): boolean =>
  (numberOf(settings, 'probability') ?? 1) >= 1 &&
  (numberOf(settings, 'calls') ?? 1) >= 1 &&
  settings['onMiss'] === undefined;

export const numberOf = (settings: Values, name: string): number | undefined => {
  const value = settings[name];
  return typeof value === 'number' ? value : undefined;
};

export const isBounded = (settings: Values, name: string): boolean =>
  Number.isFinite(numberOf(settings, name) ?? Number.POSITIVE_INFINITY);

/** As messages name it: by its name, and by its id where that is another word. */
export const called = ({ name, id }: Component): string =>
  name === '' || name === id ? quoted(id) : `${quoted(name)} (${shown(id)})`;

const LISTED_MAX = 6;

/** “a, b and c”; of many, the first few and how many more. */
export const listed = (words: readonly string[], joint = 'and'): string => {
  if (words.length > LISTED_MAX)
    return `${words.slice(0, LISTED_MAX - 1).join(', ')} ${joint} ${words.length - LISTED_MAX + 1} more`;
  const [last = ''] = words.slice(-1);
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${joint} ${last}`;
};

/** Seconds, as short as they can be said. */
export const inSeconds = (seconds: number): string =>
  seconds < 1 ? `${Number((seconds * 1000).toPrecision(3))} ms` : `${Number(seconds.toPrecision(4))} s`;
