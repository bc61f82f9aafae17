/** The board of a moment as a picture: where each box stands, and the frame that holds the boards of all moments. */
import type { Board } from '@dryrun/domain';
import type { Reel } from './reel.ts';

export const BOX = { width: 172, height: 60 } as const;
const GAP = { x: 48, y: 40 } as const;
const PER_ROW = 4;
const MARGIN = 24;

export type PlacedBox = Board['components'][number] & { readonly x: number; readonly y: number };
export type Bounds = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** A box that nobody put anywhere stands in rows under the others, in the order they were drawn. */
export const placed = ({ components }: Board): readonly PlacedBox[] => {
  const own = components.flatMap(({ x, y }) => (x === undefined || y === undefined ? [] : [{ x, y }]));
  const left = own.length > 0 ? Math.min(...own.map(({ x }) => x)) : 0;
  const top = own.length > 0 ? Math.max(...own.map(({ y }) => y)) + BOX.height + GAP.y : 0;
  let loose = 0;
  return components.map((box) => {
    if (box.x !== undefined && box.y !== undefined) return { ...box, x: box.x, y: box.y };
    const [column, row] = [loose % PER_ROW, Math.floor(loose / PER_ROW)];
    loose += 1;
    return { ...box, x: left + column * (BOX.width + GAP.x), y: top + row * (BOX.height + GAP.y) };
  });
};

/** One frame for the whole interview, so that a box stays where it is while others come and go. */
export const boundsOf = (reel: Reel): Bounds => {
  const boxes = reel
    .filter(({ event }) => event.type === 'drew')
    .flatMap(({ heard }) => placed(heard.view.board));
  const [xs, ys] = [boxes.map(({ x }) => x), boxes.map(({ y }) => y)];
  if (boxes.length === 0) return { x: 0, y: 0, width: BOX.width, height: BOX.height };
  const [x, y] = [least(xs) - MARGIN, least(ys) - MARGIN];
  return {
    x,
    y,
    width: most(xs) + BOX.width + MARGIN - x,
    height: most(ys) + BOX.height + MARGIN - y,
  };
};

/** What the newest stroke touched: that is *now*. */
export const freshAt = (reel: Reel, version: number): ReadonlySet<string> => {
  const stroke = reel.findLast((frame) => frame.version <= version && frame.event.type === 'drew');
  if (stroke?.event.type !== 'drew') return new Set();
  return new Set(
    stroke.event.operations.flatMap((operation) => {
      switch (operation.op) {
        case 'place':
          return [operation.component.id];
        case 'connect':
          return [operation.connection.id];
        case 'move':
          return [operation.id];
        case 'remove':
        case 'require':
        case 'clear':
          return [];
      }
    }),
  );
};

/** Where an arrow leaves one box and meets another: on their edges, on the line between their middles. */
export const arrowBetween = (from: PlacedBox, to: PlacedBox) => {
  const [a, b] = [middleOf(from), middleOf(to)];
  return { start: edgeTowards(a, b), end: edgeTowards(b, a) };
};

type Spot = { readonly x: number; readonly y: number };

const middleOf = ({ x, y }: PlacedBox): Spot => ({ x: x + BOX.width / 2, y: y + BOX.height / 2 });

const edgeTowards = (from: Spot, to: Spot): Spot => {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const reach = Math.max(Math.abs(dx) / (BOX.width / 2), Math.abs(dy) / (BOX.height / 2));
  return reach === 0 ? from : { x: from.x + dx / reach, y: from.y + dy / reach };
};

const least = (values: readonly number[]) =>
  values.reduce((found, value) => Math.min(found, value), Infinity);
const most = (values: readonly number[]) =>
  values.reduce((found, value) => Math.max(found, value), -Infinity);
