/** The board as a drawing that holds every moment: each box and arrow says from which version to which it is there. */
import type { View } from '@dryrun/interview';
import type { Arrow, Box, Strokes } from '../board-strokes.ts';
import { escaped } from './escape.ts';

/** Of a box. */
const WIDTH = 184;
const HEIGHT = 64;
const MARGIN = 28;
/** How many letters a line of a box takes, and how many lines. */
const LETTERS = 22;
const LINES = 2;
const LABEL_LETTERS = 26;

export const boardHtml = ({ boxes, arrows }: Strokes, { board }: View): string => {
  if (boxes.length === 0) return '<p class="muted">Nothing was drawn.</p>';
  const { left, top, right, bottom } = edgesOf(boxes);
  const [width, height] = [right - left, bottom - top];
  return `<svg class="board" viewBox="${left} ${top} ${width} ${height}" role="img" aria-label="The board; below it stands in words"><defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto-start-reverse"><path d="M0 0 8 4 0 8z"/></marker></defs>${arrows.map(arrowSvg).join('')}${boxes.map(boxSvg).join('')}${arrows.map(labelSvg).join('')}</svg>${inWords(board)}`;
};

/** Of all that was ever drawn, so that the drawing does not move from one moment to the next. */
const edgesOf = (boxes: readonly Box[]) =>
  boxes.reduce(
    ({ left, top, right, bottom }, { place: { x, y } }) => ({
      left: Math.min(left, x - MARGIN),
      top: Math.min(top, y - MARGIN),
      right: Math.max(right, x + WIDTH + MARGIN),
      bottom: Math.max(bottom, y + HEIGHT + MARGIN),
    }),
    { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity },
  );

type Timed = { readonly from: number; readonly to?: number };

/** What is gone at the end is hidden from the start, for whoever has no script. */
const lifetime = ({ from, to }: Timed) =>
  `data-from="${from}"${to === undefined ? '' : ` data-to="${to}" hidden=""`}`;

const boxSvg = ({ component, place: { x, y }, ...timed }: Box & Timed): string => {
  const name = component.name === '' ? component.id : component.name;
  const { kind } = component;
  const written = wrapped(name, LETTERS, LINES);
  const middle = y + HEIGHT / 2 - ((written.length - 1) * 17 + (kind === undefined ? 0 : 15)) / 2 + 4;
  const texts = written.map(
    (line, index) => `<text x="${x + WIDTH / 2}" y="${middle + index * 17}">${escaped(line)}</text>`,
  );
  const below =
    kind === undefined
      ? ''
      : `<text class="below" x="${x + WIDTH / 2}" y="${middle + written.length * 17 - 2}">${escaped(cut(kind, LETTERS + 4))}</text>`;
  return `<g class="box" ${lifetime(timed)}><title>${escaped(titleOf(name, kind, component.settings))}</title><rect x="${x}" y="${y}" width="${WIDTH}" height="${HEIGHT}" rx="6"/>${texts.join('')}${below}</g>`;
};

type Settings = Readonly<Record<string, string | number | boolean>>;

const titleOf = (name: string, kind: string | undefined, settings: Settings = {}): string => {
  const set = Object.entries(settings).map(([setting, value]) => `${setting} ${value}`);
  return [`${name}${kind === undefined ? '' : ` (${kind})`}`, ...set].join(', ');
};

const arrowSvg = ({ connection, start, end, ...timed }: Arrow & Timed): string => {
  const { label = '', settings } = connection;
  const dashed = settings?.['mode'] === 'async' ? ' class="async"' : '';
  const title = escaped(`${nameOf(start)} to ${nameOf(end)}${label === '' ? '' : `: ${label}`}`);
  const [x, y] = [start.place.x + WIDTH, start.place.y];
  const { tail, tip } = endsOf(start, end);
  const line = isLoop(start, end)
    ? `<path${dashed} d="M${x - 40} ${y}c0 -32 60 -20 40 20" marker-end="url(#tip)"/>`
    : `<line${dashed} x1="${tail.x}" y1="${tail.y}" x2="${tip.x}" y2="${tip.y}" marker-end="url(#tip)"/>`;
  return `<g class="arrow" ${lifetime(timed)}><title>${title}</title>${line}</g>`;
};

/** Above the boxes, so that none hides it. */
const labelSvg = ({ connection, start, end, ...timed }: Arrow & Timed): string => {
  const { label = '' } = connection;
  if (label === '') return '';
  const { tail, tip } = endsOf(start, end);
  const [x, y] = isLoop(start, end)
    ? [start.place.x + WIDTH, start.place.y - 20]
    : [rounded((tail.x + tip.x) / 2), rounded((tail.y + tip.y) / 2 - 5)];
  return `<text class="label" ${lifetime(timed)} x="${x}" y="${y}">${escaped(cut(label, LABEL_LETTERS))}</text>`;
};

/** To itself, or to a box in the same place: over the upper right corner. */
const isLoop = (start: Box, end: Box) => start.place.x === end.place.x && start.place.y === end.place.y;

const endsOf = (start: Box, end: Box) => {
  const [from, to] = [centre(start), centre(end)];
  return { tail: edge(from, to), tip: edge(to, from) };
};

const nameOf = ({ component }: Box) => (component.name === '' ? component.id : component.name);

type Point = { readonly x: number; readonly y: number };

const centre = ({ place }: Box): Point => ({ x: place.x + WIDTH / 2, y: place.y + HEIGHT / 2 });

/** Where the line from a box's centre towards another leaves the box. */
const edge = (from: Point, to: Point): Point => {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const share = Math.min(WIDTH / 2 / Math.max(Math.abs(dx), 1e-9), HEIGHT / 2 / Math.max(Math.abs(dy), 1e-9));
  return { x: rounded(from.x + dx * share), y: rounded(from.y + dy * share) };
};

const rounded = (value: number) => Math.round(value * 10) / 10;

const cut = (text: string, most: number): string => {
  const letters = [...text.replaceAll(/\s+/g, ' ').trim()];
  return letters.length <= most
    ? letters.join('')
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
};

const wrapped = (text: string, most: number, linesMost: number): readonly string[] => {
  const lines: string[] = [];
  for (const word of text.replaceAll(/\s+/g, ' ').trim().split(' ')) {
    const last = lines.at(-1);
    const fits = last !== undefined && [...last].length + 1 + [...word].length <= most;
    if (fits) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const kept = lines.slice(0, linesMost).map((line) => cut(line, most));
  if (lines.length > linesMost) kept[linesMost - 1] = cut(`${lines.slice(linesMost - 1).join(' ')}`, most);
  return kept;
};

/** The last board for whoever does not see it. On paper it is open: the script sees to it. */
const inWords = ({ components, connections }: View['board']): string => {
  const nameIn = new Map(components.map(({ id, name }) => [id, name === '' ? id : name]));
  const boxes = components.map(
    ({ id, kind }) => `${escaped(nameIn.get(id) ?? id)}${kind === undefined ? '' : ` (${escaped(kind)})`}`,
  );
  const arrows = connections.map(
    ({ from, to, label = '' }) =>
      `${escaped(nameIn.get(from) ?? from)} to ${escaped(nameIn.get(to) ?? to)}${label === '' ? '' : `, “${escaped(label)}”`}`,
  );
  const told = [
    boxes.length === 0 ? 'At the end the board was empty.' : `At the end, boxes: ${boxes.join('; ')}.`,
    ...(arrows.length === 0 ? [] : [`Arrows: ${arrows.join('; ')}.`]),
  ];
  return `<details class="small muted words"><summary>The board in words</summary><p>${told.join(' ')}</p></details>`;
};
