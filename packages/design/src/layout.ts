/**
 * Where boxes go when nobody has put them anywhere: layered from left to right.
 *
 *     longest way from the clients ─▶ layer (x)        mean place of the neighbours, a few sweeps ─▶ place in it (y)
 *
 * Arrows that close a circle are passed over. What is joined to nothing stands below in rows. No two boxes overlap, the same
 * design gives the same picture, and a design in which every box has its place keeps it.
 */

/** What is laid out: a design, or a board on which nobody has said yet what the boxes are. */
type Drawn = {
  readonly components: readonly {
    readonly id: string;
    readonly kind?: string;
    readonly x?: number;
    readonly y?: number;
  }[];
  readonly connections: readonly { readonly from: string; readonly to: string }[];
};

export type Place = { readonly x: number; readonly y: number };

/** From one box to the next; a box is no wider and no higher than this less a gap. */
export const COLUMN = 240;
export const ROW = 120;
const SWEEPS = 4;

export const layout = (design: Drawn): ReadonlyMap<string, Place> => {
  const placed = design.components.flatMap(({ id, x, y }) =>
    x === undefined || y === undefined ? [] : [[id, { x, y }] as const],
  );
  if (placed.length === design.components.length) return new Map(placed);

  const links = linksOf(design);
  const layers = ordered(layersOf(links), links);
  const tallest = Math.max(0, ...layers.map((layer) => layer.length));
  const places = new Map<number, Place>();
  for (const [column, layer] of layers.entries())
    for (const [row, node] of layer.entries())
      places.set(node, { x: column * COLUMN, y: (row + (tallest - layer.length) / 2) * ROW });

  const alone = links.out.flatMap((out, node) =>
    out.length === 0 && links.into[node]?.length === 0 ? [node] : [],
  );
  const columns = Math.max(layers.length, Math.ceil(Math.sqrt(alone.length)));
  for (const [index, node] of alone.entries())
    places.set(node, {
      x: (index % columns) * COLUMN,
      y: (tallest + Math.floor(index / columns)) * ROW,
    });
  return new Map(
    design.components.map(({ id }, node): [string, Place] => [id, places.get(node) ?? { x: 0, y: 0 }]),
  );
};

/** Arrows without those that close a circle, by the number of their ends. */
type Links = {
  readonly out: readonly (readonly number[])[];
  readonly into: readonly (readonly number[])[];
  /** Every node before those it leads to. */
  readonly order: readonly number[];
};

const linksOf = ({ components, connections }: Drawn): Links => {
  const indexOf = new Map(components.map(({ id }, index) => [id, index]));
  const drawn: Set<number>[] = components.map(() => new Set());
  const led = components.map(() => false);
  for (const { from, to } of connections) {
    const [source, target] = [indexOf.get(from), indexOf.get(to)];
    if (source === undefined || target === undefined || source === target) continue;
    drawn[source]?.add(target);
    led[target] = true;
  }
  const all = [...components.keys()];
  const clients = all.filter((node) => components[node]?.kind === 'client');
  // Hands begin with who asks: what leads back there is what closes the circle.
  const begun = clients.length === 0 && (drawn[0]?.size ?? 0) > 0 ? [0] : [];
  const first = [...new Set([...clients, ...begun, ...all.filter((node) => !led[node]), ...all])];
  const out: number[][] = components.map(() => []);
  const into: number[][] = components.map(() => []);
  const order = acyclic(
    first,
    drawn.map((targets) => [...targets]),
    (from, to) => {
      out[from]?.push(to);
      into[to]?.push(from);
    },
  );
  return { out, into, order };
};

/** Walks depth first, keeps every link that does not lead back into the walk, and answers in topological order. */
const acyclic = (
  starts: readonly number[],
  targets: readonly (readonly number[])[],
  keep: (from: number, to: number) => void,
): readonly number[] => {
  const state: ('open' | 'closed' | undefined)[] = targets.map(() => undefined);
  const finished: number[] = [];
  for (const start of starts) {
    if (state[start]) continue;
    state[start] = 'open';
    const stack = [{ node: start, next: 0 }];
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const target = targets[top.node]?.[top.next++];
      if (target === undefined) {
        state[top.node] = 'closed';
        finished.push(top.node);
        stack.pop();
      } else if (state[target] !== 'open') {
        keep(top.node, target);
        if (state[target] === undefined) {
          state[target] = 'open';
          stack.push({ node: target, next: 0 });
        }
      }
    }
  }
  return finished.reverse();
};

const layersOf = ({ out, into, order }: Links): readonly (readonly number[])[] => {
  const depth = out.map(() => 0);
  for (const node of order)
    for (const target of out[node] ?? [])
      depth[target] = Math.max(depth[target] ?? 0, (depth[node] ?? 0) + 1);
  // What nothing leads to stands just before what it leads to, not far off on the left.
  for (const node of order) {
    const targets = out[node] ?? [];
    if (into[node]?.length === 0 && targets.length > 0)
      depth[node] = targets.reduce((least, target) => Math.min(least, depth[target] ?? 0), Infinity) - 1;
  }
  const layers: number[][] = [];
  for (const node of out.keys()) {
    if (out[node]?.length === 0 && into[node]?.length === 0) continue;
    const layer = depth[node] ?? 0;
    while (layers.length <= layer) layers.push([]);
    layers[layer]?.push(node);
  }
  return layers;
};

const ordered = (layers: readonly (readonly number[])[], { out, into }: Links) => {
  let sorted = layers;
  const at = new Map<number, number>();
  // From the middle, so that layers of different heights can be compared.
  const note = (layer: readonly number[]) => {
    for (const [row, node] of layer.entries()) at.set(node, row - (layer.length - 1) / 2);
  };
  for (const layer of layers) note(layer);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const rightwards = sweep % 2 === 0;
    const neighbours = rightwards ? into : out;
    const centre = (node: number): number => {
      const near = neighbours[node] ?? [];
      const own = at.get(node) ?? 0;
      return near.length === 0 ? own : near.reduce((sum, one) => sum + (at.get(one) ?? 0), 0) / near.length;
    };
    const done = (rightwards ? sorted : sorted.toReversed()).map((layer) => {
      const next = layer
        .map((node, row) => ({ node, row, centre: centre(node) }))
        .sort((a, b) => a.centre - b.centre || a.row - b.row)
        .map(({ node }) => node);
      note(next);
      return next;
    });
    sorted = rightwards ? done : done.reverse();
  }
  return sorted;
};
