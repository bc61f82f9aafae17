/**
 * Where everything of a board stands when it is drawn: boxes as the layout places them, arrows from edge to edge. All boards of
 * an interview are drawn on one desk, so that a box stays where it is from one moment to the next, wherever it is looked at.
 *
 *     boards ─layout─▶ desk: places, frame          board ─desk─▶ boxes, arrows          pure, in pixels from the frame's corner
 */
import type { Board, BoardComponent, BoardConnection } from '@dryrun/domain';
import type { Place } from './layout.ts';
import { placesThrough, wrapped } from './places.ts';

export const BOX = { width: 176, height: 60 } as const;
const MARGIN = 24;
/** How far an arrow that goes back keeps from the boxes it passes. */
const BOW = 18;
/** How far an arrow to another band keeps from the boxes that it passes, and how its corners are rounded. */
const BESIDE = 16;
const ROUND = 8;
/** From one box to the next, rightwards and downwards: as near as arrows and their heads can still be told apart. */
const RIGHTWARDS = { x: 236, y: 88 } as const;
const DOWNWARDS = { x: 196, y: 92 } as const;
const LINE_MAX = 21;

export type DrawnBox = {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly lines: readonly string[];
  readonly kind: string | undefined;
  readonly isStore: boolean;
};
export type DrawnArrow = {
  readonly id: string;
  readonly path: string;
  readonly dotted: boolean;
  readonly label: { readonly x: number; readonly y: number; readonly text: string } | undefined;
};
export type Drawing = {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly DrawnBox[];
  readonly arrows: readonly DrawnArrow[];
};
export type Desk = {
  readonly width: number;
  readonly height: number;
  readonly boxOf: (component: BoardComponent) => DrawnBox;
  /** Among the boxes that are there: what goes back goes around those it would pass. */
  readonly arrowOf: (
    connection: BoardConnection,
    from: DrawnBox,
    to: DrawnBox,
    among: readonly DrawnBox[],
  ) => DrawnArrow;
};
export type Room = { readonly width: number; readonly height: number };

/**
 * From left to right or from top to bottom as its author says, else whichever can be seen larger; in several bands where it would
 * be too small to be read in one. What somebody placed stays where they put it.
 */
export const deskIn = (boards: readonly Board[], room: Room): Desk => {
  const rightwards = deskOf(boards);
  if (isPlaced(boards)) return rightwards;
  const flow = boards.findLast((board) => board.flow !== undefined)?.flow;
  if (flow === 'down') return deskOf(boards, true);
  const whole = flow === 'right' ? [rightwards] : [rightwards, deskOf(boards, true)];
  const largest = whole.reduce((best, desk) => (scaleIn(desk, room) > scaleIn(best, room) ? desk : best));
  if (scaleIn(largest, room) >= READABLE) return largest;
  const bands = Array.from({ length: BAND_COLUMNS_MOST - 1 }, (_, index) => BAND_COLUMNS_MOST - index)
    .filter((columns) => columns * RIGHTWARDS.x < rightwards.width)
    .map((columns) => deskOf(boards, false, columns));
  const best = [largest, ...bands].reduce((found, desk) =>
    scaleIn(desk, room) > scaleIn(found, room) ? desk : found,
  );
  if (scaleIn(best, room) >= READABLE) return best;
  // It is moved about in its room anyway: then up and down alone, as a page is.
  return [largest, ...bands].find(({ width }) => width * READABLE <= room.width) ?? best;
};

/** Smaller than this, names are not read at a glance. */
export const READABLE = 0.8;
/** More columns than this beside each other are seen too small anyway. */
const BAND_COLUMNS_MOST = 8;

const scaleIn = (desk: Desk, { width, height }: Room): number =>
  Math.min(1, width / desk.width, height / desk.height);

/** `columns`: so many stand beside each other in a band, where they do not all stand in one. */
export const deskOf = (boards: readonly Board[], down = false, columns = Infinity): Desk => {
  const placeOf = placesOf(boards, down, columns);
  const all = boards.flatMap(({ components }) => components.map(placeOf));
  const left = most(all.map(({ x }) => -x)) + MARGIN;
  const top = most(all.map(({ y }) => -y)) + MARGIN;
  const width = most(all.map(({ x }) => x)) + left + BOX.width + MARGIN;
  return {
    width,
    height: most(all.map(({ y }) => y)) + top + BOX.height + MARGIN,
    boxOf: (component) => {
      const { id, name, kind, shape } = component;
      const { x, y } = placeOf(component);
      return {
        id,
        x: round(x + left),
        y: round(y + top),
        lines: linesOf(name || id),
        kind: kind?.replaceAll('-', ' '),
        isStore: shape === 'store',
      };
    },
    arrowOf: ({ id, label, settings }, from, to, among) => {
      const isLoop = from.x === to.x && from.y === to.y;
      const { path, middle } = isLoop ? loop(from) : between(from, to, down, among, columns < Infinity);
      return {
        id,
        path,
        dotted: settings?.['mode'] === 'async',
        label: label ? labelAt(middle, cut(label), width) : undefined,
      };
    },
  };
};

export const drawnOn = (
  { width, height, boxOf, arrowOf }: Desk,
  { components, connections }: Board,
): Drawing => {
  const boxes = components.map(boxOf);
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const arrows = connections.flatMap((connection) => {
    const [from, to] = [byId.get(connection.from), byId.get(connection.to)];
    return from && to ? [arrowOf(connection, from, to, boxes)] : [];
  });
  return { width, height, boxes, arrows };
};

const isPlaced = (boards: readonly Board[]): boolean =>
  boards.every(({ components }) => components.every(({ x, y }) => x !== undefined && y !== undefined));

/** Where the hand put them, if it put them all somewhere; else where a layout puts them. */
const placesOf = (
  boards: readonly Board[],
  down: boolean,
  columns: number,
): ((component: BoardComponent) => Place) => {
  if (isPlaced(boards)) return ({ x = 0, y = 0 }) => ({ x, y });
  const through = placesThrough(boards);
  const places = columns < Infinity ? wrapped(through, columns) : through;
  return ({ id }) => {
    const { x: along, y: across } = places.get(id) ?? { x: 0, y: 0 };
    return down
      ? { x: across * DOWNWARDS.x, y: along * DOWNWARDS.y }
      : { x: along * RIGHTWARDS.x, y: across * RIGHTWARDS.y };
  };
};

const most = (values: readonly number[]) =>
  values.reduce((found, value) => Math.max(found, value), values[0] ?? 0);

/** How far the lid of a store bends. */
const LID = 7;

/** Whatever keeps data has the shape that everybody draws it with: a can, and the rim of its lid. */
export const storeOutline = ({ x, y }: Place): string => {
  const { width, height } = BOX;
  const bend = (sweep: 0 | 1, by: number) => `a${width / 2} ${LID} 0 0 ${sweep} ${by} 0`;
  const rim = `M${x} ${y + LID}${bend(0, width)}`;
  return `M${x} ${y + LID}${bend(1, width)}V${y + height - LID}${bend(1, -width)}Z${rim}`;
};

type Point = { readonly x: number; readonly y: number };
type Way = { readonly path: string; readonly middle: Point };

const round = (value: number) => Math.round(value * 10) / 10;
const curve = (a: Point, b: Point, c: Point, d: Point): Way => ({
  path: `M${round(a.x)} ${round(a.y)}C${round(b.x)} ${round(b.y)} ${round(c.x)} ${round(c.y)} ${round(d.x)} ${round(d.y)}`,
  middle: { x: round((a.x + 3 * b.x + 3 * c.x + d.x) / 8), y: round((a.y + 3 * b.y + 3 * c.y + d.y) / 8) },
});

/** From the side that faces the other box to the side that faces this one. */
const between = (from: Point, to: Point, down: boolean, among: readonly Point[], inBands: boolean): Way => {
  const { width, height } = BOX;
  const [fromX, fromY] = [from.x + width / 2, from.y + height / 2];
  const [toX, toY] = [to.x + width / 2, to.y + height / 2];
  // From the end of a band to the beginning of the next, as an eye goes from line to line.
  if (inBands && toX <= fromX && toY > fromY + height)
    return overTheGap({ x: fromX, y: from.y + height }, { x: to.x, y: toY }, topOfBand(to, among) - BESIDE);
  const sideways = down ? Math.abs(toY - fromY) < height : Math.abs(toX - fromX) >= width;
  if (inBands && toX <= fromX && toY < fromY - height)
    return underTheGap(
      from,
      { x: to.x, y: toY },
      topOfBand(from, among) - BESIDE,
      Math.min(...among.map(({ x }) => x)) - BESIDE,
    );
  if (down && toY < fromY - height) {
    const x = beyond(
      from.x,
      to.x,
      among.filter(({ y }) => y >= to.y && y <= from.y).map((box) => box.x),
    );
    return curve({ x: from.x, y: fromY }, { x, y: fromY }, { x, y: toY }, { x: to.x, y: toY });
  }
  if (!down && sideways && toX < fromX) {
    const y = beyond(
      from.y,
      to.y,
      among.filter(({ x }) => x >= to.x && x <= from.x).map((box) => box.y),
    );
    return curve({ x: fromX, y: from.y }, { x: fromX, y }, { x: toX, y }, { x: toX, y: to.y });
  }
  const sign = (sideways ? Math.sign(toX - fromX) : Math.sign(toY - fromY)) || 1;
  if (sideways) {
    const start = { x: fromX + (sign * width) / 2, y: fromY };
    const end = { x: toX - (sign * width) / 2, y: toY };
    const reach = Math.max(24, Math.abs(end.x - start.x) / 2);
    return curve(
      start,
      { x: start.x + sign * reach, y: start.y },
      { x: end.x - sign * reach, y: end.y },
      end,
    );
  }
  const start = { x: fromX, y: fromY + (sign * height) / 2 };
  const end = { x: toX, y: toY - (sign * height) / 2 };
  const reach = Math.max(16, Math.abs(end.y - start.y) / 2);
  return curve(start, { x: start.x, y: start.y + sign * reach }, { x: end.x, y: end.y - sign * reach }, end);
};

/** Down to the gap above its band, along it, and down to it on the left. */
const overTheGap = (from: Point, to: Point, gap: number): Way => {
  const left = to.x - BESIDE;
  const path = [
    `M${round(from.x)} ${round(from.y)}`,
    `V${round(gap - ROUND)}`,
    `q0 ${ROUND} -${ROUND} ${ROUND}`,
    `H${round(left + ROUND)}`,
    `q-${ROUND} 0 -${ROUND} ${ROUND}`,
    `V${round(to.y - ROUND)}`,
    `q0 ${ROUND} ${ROUND} ${ROUND}`,
    `H${round(to.x)}`,
  ].join('');
  return { path, middle: { x: round((from.x + left) / 2), y: round(gap) } };
};

/** Back to a band above: up to the gap above its own, and along the left of all boxes. */
const underTheGap = (from: Point, to: Point, gap: number, left: number): Way => {
  const { width, height } = BOX;
  // Nothing stands to the left of the first column.
  const out =
    from.x - BESIDE <= left
      ? `M${round(from.x)} ${round(from.y + height / 2)}`
      : `M${round(from.x + width / 2)} ${round(from.y)}V${round(gap + ROUND)}q0 -${ROUND} -${ROUND} -${ROUND}`;
  const path = [
    out,
    `H${round(left + ROUND)}`,
    `q-${ROUND} 0 -${ROUND} -${ROUND}`,
    `V${round(to.y + ROUND)}`,
    `q0 -${ROUND} ${ROUND} -${ROUND}`,
    `H${round(to.x)}`,
  ].join('');
  return { path, middle: { x: round((from.x + left) / 2), y: round(gap) } };
};

/** Bands stand further apart than rows. */
const topOfBand = (box: Point, among: readonly Point[]): number => {
  const rows = among
    .map(({ y }) => y)
    .filter((y) => y <= box.y)
    .toSorted((a, b) => b - a);
  let top = box.y;
  for (const y of rows) if (top - y <= RIGHTWARDS.y * 1.1) top = y;
  return top;
};

/** Where a curve between two places is drawn to so that its middle passes before the first of some edges. */
const beyond = (from: number, to: number, edges: readonly number[]): number =>
  (Math.min(from, to, ...edges) - BOW - (from + to) / 8) / 0.75;

/** A box that calls itself: out at its right, in at its top. */
const loop = ({ x, y }: Point): Way =>
  curve(
    { x: x + BOX.width, y: y + BOX.height / 3 },
    { x: x + BOX.width + 36, y: y + 4 },
    { x: x + BOX.width * 0.8, y: y - 32 },
    { x: x + BOX.width * 0.75, y },
  );

/** About as wide as a letter of a label is. */
const LETTER = 6.6;

/** On the middle of its arrow, or as near to it as the frame lets it be whole. */
const labelAt = ({ x, y }: Point, text: string, width: number) => {
  const half = (text.length * LETTER) / 2;
  return { x: round(Math.max(half, Math.min(width - half, x))), y, text };
};

/** A name on at most two lines; what does not fit is cut, and stands whole in the outline. */
const linesOf = (name: string): readonly string[] => {
  const plain = name.replaceAll(/\s+/g, ' ').trim();
  if (plain.length <= LINE_MAX) return [plain];
  const space = plain.lastIndexOf(' ', LINE_MAX);
  const at = space > LINE_MAX / 3 ? space : LINE_MAX;
  return [plain.slice(0, at).trim(), cut(plain.slice(at).trim())];
};

const cut = (text: string): string => (text.length <= LINE_MAX ? text : `${text.slice(0, LINE_MAX - 1)}…`);
