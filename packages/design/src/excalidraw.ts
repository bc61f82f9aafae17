/**
 * Excalidraw files: shapes are boxes, named by the text bound to them or standing in them; arrows connect what they are bound to,
 * or else the nearest box within reach of their ends.
 *
 *     ┌───────┐   asks    ┌───────┐
 *     │  API  │ ────────▶·│ Model │      · an end near a box, bound to none
 *     └───────┘           └───────┘
 *
 * Text that stands free is a remark, unless an arrow is bound to it. Nothing in a file is trusted: what is no number is no place.
 */
import type { Board, BoardComponent, BoardConnection } from '@dryrun/domain';
import { BOARD_MAX } from './board.ts';
import type { DesignFinding } from './design.ts';
import { shortName } from './drawn-text.ts';
import { elementsIn } from './excalidraw-elements.ts';
import type { Arrow, End, Shape, Text } from './excalidraw-elements.ts';

const CHARACTERS_MAX = 5_000_000;
const { boxes: BOXES_MAX, arrows: ARROWS_MAX } = BOARD_MAX;
/** How far from a box, in the drawing's own pixels, an arrow's end still means it. */
const REACH = 40;

type Read = { readonly board?: Board; readonly findings: readonly DesignFinding[] };

export const readExcalidraw = (text: string): Read => {
  if (text.length > CHARACTERS_MAX)
    return refused(
      'too-large',
      `expected at most ${CHARACTERS_MAX} characters, without pictures; found ${text.length}`,
    );
  const elements = elementsIn(text);
  if (typeof elements === 'string') return refused('excalidraw-syntax', elements);
  const { shapes, texts, arrows } = elements;

  const boundTo = new Set(arrows.flatMap(({ start, end }) => [start.boundTo, end.boundTo]));
  const words = texts.filter(({ id, container }) => container === undefined && boundTo.has(id));
  const boxes: readonly Shape[] = [...shapes, ...words];
  if (boxes.length > BOXES_MAX)
    return refused('too-large', `expected at most ${BOXES_MAX} boxes; found ${boxes.length}`);
  if (arrows.length > ARROWS_MAX / 2) {
    const count = arrows.reduce((sum, { ways }) => sum + (ways === 'both' ? 2 : 1), 0);
    if (count > ARROWS_MAX)
      return refused('too-large', `expected at most ${ARROWS_MAX} arrows; found ${count}`);
  }

  const names = namesOf(boxes, texts);
  const labels = new Map<string, string[]>(arrows.map(({ id }) => [id, []]));
  for (const { container = '', words } of texts) labels.get(container)?.push(words);
  const components = boxes.map(
    (box): BoardComponent => ({ id: box.id, name: names.get(box.id) ?? '', ...placed(box) }),
  );
  const taken = new Set(boxes.map(({ id }) => id));
  const connections: BoardConnection[] = [];
  const findings: DesignFinding[] = [];
  const ends = endsOn(boxes, texts);
  for (const arrow of arrows) {
    const from = ends(arrow.start);
    const to = ends(arrow.end);
    const label = shortName((labels.get(arrow.id) ?? []).join(' '));
    const loose = from === to && (arrow.start.boundTo === undefined || arrow.end.boundTo === undefined);
    if (from === undefined || to === undefined || loose) {
      // A plain line that meets no two boxes only decorates.
      if (arrow.line) continue;
      findings.push(
        looseEnd(
          arrow,
          label,
          loose ? undefined : names.get(from ?? to ?? ''),
          from === undefined ? 'begin' : 'end',
          loose ? undefined : (from ?? to),
        ),
      );
      continue;
    }
    const connect = (one: string, other: string) => {
      connections.push({
        id: unused(taken, arrow.id),
        from: one,
        to: other,
        ...(label !== '' && { label }),
        ...(arrow.dashed && { settings: { mode: 'async' } }),
      });
    };
    if (arrow.ways !== 'back') connect(from, to);
    if (arrow.ways !== 'forth') connect(to, from);
  }
  return { board: { components, connections }, findings };
};

const refused = (code: string, what: string): Read => ({
  findings: [{ code, severity: 'error', message: `Of the Excalidraw file, ${what}.` }],
});

const looseEnd = (
  { id, start, end }: Arrow,
  label: string,
  other: string | undefined,
  verb: 'begin' | 'end',
  component: string | undefined,
): DesignFinding => {
  const called = label === '' ? 'an arrow' : `the arrow “${label}”`;
  const { x, y } = verb === 'begin' ? start : end;
  const near =
    x === undefined || y === undefined
      ? 'That end has no place'
      : `No other box is within ${REACH} pixels of ${Math.round(x)}, ${Math.round(y)}`;
  const side = other === undefined ? '' : verb === 'begin' ? ` to “${other}”` : ` from “${other}”`;
  return {
    code: 'loose-arrow',
    severity: 'question',
    message: `At which box does ${called}${side} ${verb}? ${near}; it is left out.`,
    connection: id,
    component,
  };
};

const placed = ({ x, y }: Shape): { readonly x?: number; readonly y?: number } =>
  x !== undefined && y !== undefined ? { x, y } : {};

/** Bound text first; a box without gets the free texts whose middle lies in it, if it is the smallest around them. */
const namesOf = (boxes: readonly Shape[], texts: readonly Text[]): ReadonlyMap<string, string> => {
  const written = new Map<string, string[]>();
  const write = (id: string, words: string) =>
    written.set(id, [...(written.get(id) ?? []), words].slice(0, 20));
  const own = new Set(boxes.map(({ id }) => id));
  for (const { id, container, words } of texts) {
    const named = container ?? id;
    if (own.has(named)) write(named, words);
  }
  const unnamed = boxes.filter(({ id }) => !written.has(id));
  for (const text of texts) {
    if (text.container !== undefined || own.has(text.id) || text.x === undefined || text.y === undefined)
      continue;
    const middle = { x: text.x + text.width / 2, y: text.y + text.height / 2 };
    const around = smallest(unnamed.filter((box) => distance(box, middle) === 0));
    if (around) write(around.id, text.words);
  }
  return new Map([...written].map(([id, words]) => [id, shortName(words.join(' '))]));
};

const endsOn = (boxes: readonly Shape[], texts: readonly Text[]): ((end: End) => string | undefined) => {
  const own = new Set(boxes.map(({ id }) => id));
  const containers = new Map(texts.map(({ id, container }) => [id, container]));
  return ({ boundTo, x, y }) => {
    if (boundTo !== undefined) {
      const bound = containers.get(boundTo) ?? boundTo;
      if (own.has(bound)) return bound;
    }
    if (x === undefined || y === undefined) return undefined;
    const near = boxes
      .map((box) => ({ box, away: distance(box, { x, y }) }))
      .filter(({ away }) => away <= REACH);
    const nearest = Math.min(...near.map(({ away }) => away));
    return smallest(near.filter(({ away }) => away === nearest).map(({ box }) => box))?.id;
  };
};

const smallest = (boxes: readonly Shape[]): Shape | undefined =>
  boxes.reduce<Shape | undefined>(
    (least, box) => (least && least.width * least.height <= box.width * box.height ? least : box),
    undefined,
  );

/** How far a point is from a box; 0 within it, endless for a box without a place. */
const distance = (box: Shape, { x, y }: { readonly x: number; readonly y: number }): number =>
  box.x === undefined || box.y === undefined
    ? Number.POSITIVE_INFINITY
    : Math.hypot(
        Math.max(box.x - x, 0, x - box.x - box.width),
        Math.max(box.y - y, 0, y - box.y - box.height),
      );

const unused = (taken: Set<string>, wanted: string): string => {
  let id = wanted;
  for (let count = 2; taken.has(id); count++) id = `${wanted.slice(0, 110)} ${count}`;
  taken.add(id);
  return id;
};
