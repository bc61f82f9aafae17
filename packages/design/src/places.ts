/**
 * One place for each box on all the boards of an interview. The last board is laid out as it is alone, so that it looks the same
 * wherever it is drawn; what stood on earlier ones gets a place that was free while it was there.
 *
 *     last board ─layout─▶ places ◀─ free rows ◀─layout─ boards before it, the latest first          in columns and rows
 */
import type { Board, BoardComponent } from '@dryrun/domain';
import { COLUMN, layout, ROW } from './layout.ts';
import type { Place } from './layout.ts';

export const placesThrough = (boards: readonly Board[]): ReadonlyMap<string, Place> => {
  const places = new Map<string, Place>();
  const there = spansOf(boards);
  const held = new Map<string, string[]>();
  for (const board of boards.toReversed()) {
    const unknown = board.components.filter(({ id }) => !places.has(id));
    if (unknown.length === 0) continue;
    const own = layoutOf(board);
    for (const { id } of unknown) {
      const wanted = own.get(id) ?? { x: 0, y: 0 };
      const isTaken = (place: Place) =>
        (held.get(keyOf(place)) ?? []).some((other) => meet(there.get(id), there.get(other)));
      let place = wanted;
      while (isTaken(place)) place = { x: place.x, y: place.y + 1 };
      places.set(id, place);
      held.set(keyOf(place), [...(held.get(keyOf(place)) ?? []), id]);
    }
  }
  return places;
};

/** Half rows: a layer of two stands between three. */
const keyOf = ({ x, y }: Place): string => `${x} ${Math.floor(y)}`;

type Span = { readonly first: number; readonly last: number };

const meet = (a: Span | undefined, b: Span | undefined): boolean =>
  a !== undefined && b !== undefined && a.first <= b.last && b.first <= a.last;

const spansOf = (boards: readonly Board[]): ReadonlyMap<string, Span> => {
  const spans = new Map<string, Span>();
  for (const [index, { components }] of boards.entries())
    for (const { id } of components) spans.set(id, { first: spans.get(id)?.first ?? index, last: index });
  return spans;
};

const layoutOf = ({ components, connections }: Board): ReadonlyMap<string, Place> => {
  const bare = components.map(({ id, kind }: BoardComponent) => (kind === undefined ? { id } : { id, kind }));
  const laid = layout({ components: bare, connections });
  return new Map([...laid].map(([id, { x, y }]) => [id, { x: x / COLUMN, y: y / ROW }]));
};

/** Columns as lines of a text: where so many have no room beside each other, the next ones begin again below. */
export const wrapped = (places: ReadonlyMap<string, Place>, columns: number): ReadonlyMap<string, Place> => {
  const bandOf = ({ x }: Place) => Math.floor(x / columns);
  const bands = new Map<number, { least: number; most: number }>();
  for (const place of places.values()) {
    const band = bands.get(bandOf(place)) ?? { least: place.y, most: place.y };
    bands.set(bandOf(place), { least: Math.min(band.least, place.y), most: Math.max(band.most, place.y) });
  }
  const begins = new Map<number, number>();
  let below = 0;
  for (const [band, { least, most }] of [...bands].toSorted(([a], [b]) => a - b)) {
    begins.set(band, below - least);
    below += most - least + 1 + BETWEEN;
  }
  return new Map(
    [...places].map(([id, place]) => [
      id,
      { x: place.x % columns, y: place.y + (begins.get(bandOf(place)) ?? 0) },
    ]),
  );
};

/** So much of a row is kept free between them, for the arrows that lead from one to the next. */
const BETWEEN = 0.35;
