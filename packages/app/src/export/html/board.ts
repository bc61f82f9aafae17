/** The board as a drawing that holds every moment: each box and arrow says from which version to which it is there. */
import { BOX, storeOutline } from '@dryrun/design';
import { idSaid } from '@dryrun/domain';
import type { View } from '@dryrun/interview';
import type { Arrow, Box, Strokes } from '../board-strokes.ts';
import { escaped } from './escape.ts';

export const boardHtml = ({ width, height, boxes, arrows }: Strokes, { board }: View): string => {
  if (boxes.length === 0) return '<p class="muted">Nothing was drawn.</p>';
  return `<svg class="board" viewBox="0 0 ${width} ${height}" role="img" aria-label="The board; below it stands in words"><defs><marker id="tip" viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M1 1 7.5 4 1 7"/></marker></defs>${arrows.map(arrowSvg).join('')}${boxes.map(boxSvg).join('')}${arrows.map(labelSvg).join('')}</svg>${inWords(board)}`;
};

type Timed = { readonly from: number; readonly to?: number };

/** What is gone at the end is hidden from the start, for whoever has no script. */
const lifetime = ({ from, to }: Timed) =>
  `data-from="${from}"${to === undefined ? '' : ` data-to="${to}" hidden=""`}`;

const boxSvg = ({ component, box, ...timed }: Box & Timed): string => {
  const { x, y, lines, kind, isStore } = box;
  const rows = lines.length + (kind === undefined ? 0 : 1);
  const [middle, first] = [x + BOX.width / 2, y + BOX.height / 2 - (rows - 1) * 9 + (isStore ? 9 : 5)];
  const texts = lines.map(
    (line, index) => `<text x="${middle}" y="${first + index * 18}">${escaped(line)}</text>`,
  );
  const below =
    kind === undefined
      ? ''
      : `<text class="below" x="${middle}" y="${first + lines.length * 18}">${escaped(idSaid(kind))}</text>`;
  const outline = isStore
    ? `<path d="${storeOutline(box)}"/>`
    : `<rect x="${x}" y="${y}" width="${BOX.width}" height="${BOX.height}" rx="6"/>`;
  const { name, id, settings } = component;
  return `<g class="box" ${lifetime(timed)}><title>${escaped(titleOf(name === '' ? id : name, component.kind, settings))}</title>${outline}${texts.join('')}${below}</g>`;
};

type Settings = Readonly<Record<string, string | number | boolean>>;

const titleOf = (name: string, kind: string | undefined, settings: Settings = {}): string => {
  const set = Object.entries(settings).map(([setting, value]) => `${setting} ${value}`);
  return [`${name}${kind === undefined ? '' : ` (${kind})`}`, ...set].join(', ');
};

const arrowSvg = ({ connection, start, end, arrow, ...timed }: Arrow & Timed): string => {
  const { label = '' } = connection;
  const title = escaped(`${nameOf(start)} to ${nameOf(end)}${label === '' ? '' : `: ${label}`}`);
  return `<g class="arrow" ${lifetime(timed)}><title>${title}</title><path${arrow.dotted ? ' class="async"' : ''} d="${arrow.path}" marker-end="url(#tip)"/></g>`;
};

/** Above the boxes, so that none hides it. */
const labelSvg = ({
  connection: _,
  start: __,
  end: ___,
  arrow: { label },
  ...timed
}: Arrow & Timed): string =>
  label === undefined
    ? ''
    : `<text class="label" ${lifetime(timed)} x="${label.x}" y="${label.y + 4}">${escaped(label.text)}</text>`;

const nameOf = ({ component }: Box) => (component.name === '' ? component.id : component.name);

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
