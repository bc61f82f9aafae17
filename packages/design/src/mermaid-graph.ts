/**
 * What a flowchart has said so far, and the board that it comes to. Groups are not drawn: an arrow to or from a group is one to
 * or from each of its boxes. What an arrow multiplies out to is counted before it is built, so that a short text cannot ask for
 * a million arrows.
 */
import type { Board, BoardComponent, BoardConnection } from '@dryrun/domain';
import { BOARD_MAX } from './board.ts';
import type { Mention } from './mermaid-box.ts';
import type { Link } from './mermaid-link.ts';
import type { TextPlace } from './mermaid-lexer.ts';

const { boxes: BOXES_MAX, arrows: ARROWS_MAX } = BOARD_MAX;
const GROUPS_MAX = 500;
const DEPTH_MAX = 50;

type Group = {
  readonly id: string;
  title: string;
  readonly mentioned: Set<string>;
  readonly inner: Group[];
};
type Arrow = { readonly from: string; readonly to: string; readonly link: Link };

export type Graph = {
  /** Every id that was mentioned, in order, with the last label it was given. */
  readonly boxes: Map<string, string | undefined>;
  /** Those that were last drawn as a cylinder. */
  readonly stores: Set<string>;
  /** Where in the text each of them got that label, or was first mentioned. */
  readonly mentionedAt: Map<string, number>;
  readonly groups: Map<string, Group>;
  /** The groups around the place that is being read, the innermost last. */
  readonly around: Group[];
  /** The group that each box belongs to: the first to close around it. */
  readonly homes: Map<string, Group>;
  readonly arrows: Arrow[];
  readonly arrowIds: Set<string>;
  /** Which way it was said to run. */
  flow?: 'right' | 'down';
};

export const emptyGraph = (): Graph => ({
  boxes: new Map(),
  stores: new Set(),
  mentionedAt: new Map(),
  groups: new Map(),
  around: [],
  homes: new Map(),
  arrows: [],
  arrowIds: new Set(),
});

/** Each of these answers with what there is too much of, if there is. */
export type TooLarge = string | undefined;

export const mention = (
  { boxes, stores, mentionedAt, groups, around }: Graph,
  { id, label, isStore, at }: Mention,
): TooLarge => {
  if (label !== undefined || !boxes.has(id)) mentionedAt.set(id, at);
  boxes.set(id, label ?? boxes.get(id));
  if (isStore === true) stores.add(id);
  if (isStore === false) stores.delete(id);
  around.at(-1)?.mentioned.add(id);
  return boxes.size > BOXES_MAX + groups.size ? `more than ${BOXES_MAX} boxes` : undefined;
};

export const connect = (
  { arrows, arrowIds }: Graph,
  from: readonly Mention[],
  link: Link,
  to: readonly Mention[],
): TooLarge => {
  if (link.id !== undefined) arrowIds.add(link.id);
  if (link.ways === 'none') return undefined;
  if (arrows.length + from.length * to.length * (link.ways === 'both' ? 2 : 1) > ARROWS_MAX)
    return `more than ${ARROWS_MAX} arrows`;
  for (const { id: one } of from)
    for (const { id: other } of to) {
      if (link.ways !== 'back') arrows.push({ from: one, to: other, link });
      if (link.ways !== 'forth') arrows.push({ from: other, to: one, link });
    }
  return undefined;
};

export const openGroup = (graph: Graph, id: string | undefined, title: string | undefined): TooLarge => {
  const known = id === undefined ? undefined : graph.groups.get(id);
  // Opened within itself it would be its own inner group.
  const again = known && !graph.around.includes(known) ? known : undefined;
  const group: Group = again ?? {
    // No id can hold a space, so nothing can point at a group without one.
    id: known || id === undefined ? `group ${graph.groups.size + 1}` : id,
    title: title ?? id ?? '',
    mentioned: new Set(),
    inner: [],
  };
  if (again && title !== undefined) again.title = title;
  graph.groups.set(group.id, group);
  if (!again) graph.around.at(-1)?.inner.push(group);
  graph.around.push(group);
  if (graph.groups.size > GROUPS_MAX) return `more than ${GROUPS_MAX} subgraphs`;
  return graph.around.length > DEPTH_MAX ? `subgraphs more than ${DEPTH_MAX} deep` : undefined;
};

/** False where none is open. */
export const closeGroup = ({ around, homes }: Graph): boolean => {
  const group = around.pop();
  for (const id of group?.mentioned ?? []) if (!homes.has(id)) homes.set(id, group!);
  return group !== undefined;
};

/** A board, and where in the text each of its boxes and arrows stands, by id. */
export const boardOf = (
  graph: Graph,
  placeOf: (at: number) => TextPlace,
):
  | { readonly board: Board; readonly places: ReadonlyMap<string, TextPlace> }
  | { readonly tooLarge: string } => {
  const { boxes, stores, mentionedAt, groups, arrows } = graph;
  const ends = endsOf(graph);
  let count = 0;
  for (const { from, to } of arrows) count += ends(from).length * ends(to).length;
  if (count > ARROWS_MAX)
    return { tooLarge: `more than ${ARROWS_MAX} arrows, counting each box of a subgraph` };

  const components: BoardComponent[] = [];
  for (const [id, label] of boxes) {
    const group = groups.get(id);
    // An empty group that an arrow meets stands for itself.
    if (!group) components.push({ id, name: label ?? id, ...(stores.has(id) && { shape: 'store' }) });
    else if (ends(id).includes(id)) components.push({ id, name: group.title });
  }
  if (components.length > BOXES_MAX) return { tooLarge: `more than ${BOXES_MAX} boxes` };

  const places = new Map(components.map(({ id }) => [id, placeOf(mentionedAt.get(id) ?? 0)]));
  const connections: BoardConnection[] = [];
  for (const { from, to, link } of arrows)
    for (const one of ends(from))
      for (const other of ends(to)) {
        // A group's arrow to a box within it is not that box's arrow to itself.
        if (one === other && from !== to) continue;
        const id =
          link.id !== undefined && !places.has(link.id) ? link.id : `arrow ${connections.length + 1}`;
        places.set(id, placeOf(link.at));
        connections.push({
          id,
          from: one,
          to: other,
          ...(link.label !== undefined && { label: link.label }),
          ...(link.dotted && { settings: { mode: 'async' } }),
        });
      }
  return { board: { components, connections, ...(graph.flow && { flow: graph.flow }) }, places };
};

/** The boxes that an id stands for: itself, or those of its group; of a group with only groups in it, theirs. */
const endsOf = ({ boxes, groups, homes }: Graph): ((id: string) => readonly string[]) => {
  const own = new Map<Group, string[]>();
  for (const id of boxes.keys()) {
    const home = homes.get(id);
    if (home && !groups.has(id)) own.set(home, [...(own.get(home) ?? []), id]);
  }
  const within = (group: Group): readonly string[] => own.get(group) ?? group.inner.flatMap(within);
  const known = new Map<string, readonly string[]>();
  return (id) => {
    const group = groups.get(id);
    if (!group) return [id];
    const ends = known.get(id) ?? within(group);
    known.set(id, ends);
    return ends.length > 0 ? ends : [id];
  };
};
