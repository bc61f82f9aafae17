/**
 * Where everything of a drawing stands: boxes as the design's layout places them, arrows from edge to edge.
 *
 *     board ─layout─▶ places ─▶ boxes, arrows, the frame around them        pure, in pixels from the frame's corner
 */
import { layout } from '@dryrun/design';
import type { Board } from '@dryrun/domain';

export const BOX = { width: 176, height: 64 } as const;
const MARGIN = 32;
/** How far an arrow that goes back keeps from the boxes it passes. */
const BOW = 40;
/** From one place of the layout to the next, and what they are when it is turned. */
const COLUMN = 240;
const ROW = 120;
const ACROSS = 208;
const DOWN = 112;
const LINE_MAX = 21;

export type DrawnBox = {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly lines: readonly string[];
  readonly kind: string | undefined;
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

export type Room = { readonly width: number; readonly height: number };

/** From left to right or from top to bottom, whichever can be seen larger; what somebody placed stays where they put it. */
export const drawingIn = (board: Board, room: Room): Drawing => {
  const rightwards = drawingOf(board);
  if (board.components.every(({ x, y }) => x !== undefined && y !== undefined)) return rightwards;
  const downwards = drawingOf(board, true);
  return scaleIn(downwards, room) > scaleIn(rightwards, room) ? downwards : rightwards;
};

const scaleIn = (drawing: Drawing, { width, height }: Room): number =>
  Math.min(1, width / drawing.width, height / drawing.height);

export const drawingOf = (board: Board, down = false): Drawing => {
  const places = down ? turned(layout(board)) : layout(board);
  const all = [...places.values()];
  const left = Math.min(...all.map(({ x }) => x)) - MARGIN;
  const top = Math.min(...all.map(({ y }) => y)) - MARGIN;
  const boxes = board.components.map(({ id, name, kind }): DrawnBox => {
    const place = places.get(id);
    return {
      id,
      x: (place?.x ?? 0) - left,
      y: (place?.y ?? 0) - top,
      lines: linesOf(name || id),
      kind: kind?.replaceAll('-', ' '),
    };
  });
  const byId = new Map(boxes.map((box) => [box.id, box]));
  return {
    width: Math.max(...all.map(({ x }) => x)) - left + BOX.width + MARGIN,
    height: Math.max(...all.map(({ y }) => y)) - top + BOX.height + MARGIN,
    boxes,
    arrows: board.connections.flatMap(({ id, from, to, label, settings }) => {
      const [source, target] = [byId.get(from), byId.get(to)];
      if (!source || !target) return [];
      const { path, middle } = source === target ? loop(source) : between(source, target, down);
      return {
        id,
        path,
        dotted: settings?.['mode'] === 'async',
        label: label ? { ...middle, text: cut(label) } : undefined,
      };
    }),
  };
};

/** The columns of the layout as rows. */
const turned = (places: ReadonlyMap<string, Point>): ReadonlyMap<string, Point> =>
  new Map([...places].map(([id, { x, y }]) => [id, { x: y * (ACROSS / ROW), y: x * (DOWN / COLUMN) }]));

type Point = { readonly x: number; readonly y: number };
type Way = { readonly path: string; readonly middle: Point };

const round = (value: number) => Math.round(value * 10) / 10;
const curve = (a: Point, b: Point, c: Point, d: Point): Way => ({
  path: `M${round(a.x)} ${round(a.y)}C${round(b.x)} ${round(b.y)} ${round(c.x)} ${round(c.y)} ${round(d.x)} ${round(d.y)}`,
  middle: { x: round((a.x + 3 * b.x + 3 * c.x + d.x) / 8), y: round((a.y + 3 * b.y + 3 * c.y + d.y) / 8) },
});

/** From the side that faces the other box to the side that faces this one. */
const between = (from: Point, to: Point, down: boolean): Way => {
  const { width, height } = BOX;
  const [fromX, fromY] = [from.x + width / 2, from.y + height / 2];
  const [toX, toY] = [to.x + width / 2, to.y + height / 2];
  const sideways = down ? Math.abs(toY - fromY) < height : Math.abs(toX - fromX) >= width;
  if (down && toY < fromY - height) {
    const x = Math.min(from.x, to.x) - BOW;
    return curve({ x: from.x, y: fromY }, { x, y: fromY }, { x, y: toY }, { x: to.x, y: toY });
  }
  if (!down && sideways && toX < fromX) {
    const y = Math.min(from.y, to.y) - BOW;
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

/** A box that calls itself: out at its right, in at its top. */
const loop = ({ x, y }: Point): Way =>
  curve(
    { x: x + BOX.width, y: y + BOX.height / 3 },
    { x: x + BOX.width + 36, y: y + 4 },
    { x: x + BOX.width * 0.8, y: y - 32 },
    { x: x + BOX.width * 0.75, y },
  );

/** A name on at most two lines; what does not fit is cut, and stands whole in the outline. */
const linesOf = (name: string): readonly string[] => {
  if (name.length <= LINE_MAX) return [name];
  const space = name.lastIndexOf(' ', LINE_MAX);
  const at = space > LINE_MAX / 3 ? space : LINE_MAX;
  return [name.slice(0, at).trim(), cut(name.slice(at).trim())];
};

const cut = (text: string): string => (text.length <= LINE_MAX ? text : `${text.slice(0, LINE_MAX - 1)}…`);
