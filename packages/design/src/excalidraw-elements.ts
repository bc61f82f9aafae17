/** What an Excalidraw file holds, as far as a board cares: shapes, texts and arrows, every number a sane one or absent. */
export type Shape = {
  readonly id: string;
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
};
export type Text = Shape & { readonly words: string; readonly container?: string };
export type End = { readonly boundTo?: string; readonly x?: number; readonly y?: number };
export type Arrow = {
  readonly id: string;
  readonly start: End;
  readonly end: End;
  readonly ways: 'forth' | 'back' | 'both';
  readonly dashed: boolean;
  /** A line without heads. */
  readonly line: boolean;
};
export type Elements = {
  readonly shapes: readonly Shape[];
  readonly texts: readonly Text[];
  readonly arrows: readonly Arrow[];
};

const ELEMENTS_MAX = 5000;
const ID_MAX = 120;
/** As far out as a board reaches. */
const COORDINATE_MAX = 1e6;

/** The elements that were not deleted; or what is wrong with the file. */
export const elementsIn = (text: string): Elements | string => {
  const document = parsed(text);
  if (document === undefined) return 'expected JSON; found something else';
  const { type, elements } = recordOf(document);
  if (type !== 'excalidraw' || !Array.isArray(elements))
    return 'expected “"type": "excalidraw"” and a list of “elements”; found a document without them';
  if (elements.length > ELEMENTS_MAX)
    return `expected at most ${ELEMENTS_MAX} elements; found ${elements.length}`;

  const ids = new Set<string>();
  const containers = new Map<string, string>();
  const kept: { readonly id: string; readonly element: Element }[] = [];
  for (const [index, given] of elements.entries()) {
    const element = recordOf(given);
    if (element.isDeleted === true || !READ.includes(textOf(element.type) ?? '')) continue;
    const id = textOf(element.id);
    if (id === undefined || id === '' || id.length > ID_MAX)
      return `expected an id of 1 to ${ID_MAX} characters for element ${index + 1}; found another`;
    if (ids.has(id)) return `expected each element to have its own id; found “${id}” twice`;
    ids.add(id);
    kept.push({ id, element });
    for (const bound of listOf(element.boundElements)) {
      const { type, id: inner } = recordOf(bound);
      if (type === 'text' && typeof inner === 'string') containers.set(inner, id);
    }
  }

  const shapes: Shape[] = [];
  const texts: Text[] = [];
  const arrows: Arrow[] = [];
  for (const { id, element } of kept) {
    const { type } = element;
    if (type === 'arrow' || type === 'line') arrows.push(arrowOf(id, element));
    else if (type === 'text') {
      const words = textOf(element.originalText) ?? textOf(element.text) ?? '';
      const container = textOf(element.containerId) ?? containers.get(id);
      texts.push({
        ...shapeOf(id, element),
        words,
        container: container !== undefined && ids.has(container) ? container : undefined,
      });
    } else shapes.push(shapeOf(id, element));
  }
  return { shapes, texts, arrows };
};

const READ: readonly string[] = ['rectangle', 'ellipse', 'diamond', 'text', 'arrow', 'line'];

type Element = Readonly<Record<string, unknown>>;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const recordOf = (value: unknown): Element =>
  typeof value === 'object' && value !== null ? { ...value } : {};
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const coordinateOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Math.abs(value) <= COORDINATE_MAX ? value : undefined;

const shapeOf = (id: string, { x, y, width, height }: Element): Shape => ({
  id,
  x: coordinateOf(x),
  y: coordinateOf(y),
  width: Math.abs(coordinateOf(width) ?? 0),
  height: Math.abs(coordinateOf(height) ?? 0),
});

const arrowOf = (id: string, element: Element): Arrow => {
  const heads = {
    start: textOf(element.startArrowhead) !== undefined,
    // An arrow of which nothing is said points forth.
    end:
      textOf(element.endArrowhead) !== undefined ||
      (element.type === 'arrow' && element.endArrowhead === undefined),
  };
  const points = listOf(element.points);
  const end = (point: unknown, binding: unknown): End => {
    const [x, y] = listOf(point);
    return {
      boundTo: textOf(recordOf(binding).elementId),
      x: sum(element.x, x),
      y: sum(element.y, y),
    };
  };
  return {
    id,
    start: end(points[0], element.startBinding),
    end: end(points.at(-1), element.endBinding),
    ways: heads.start ? (heads.end ? 'both' : 'back') : 'forth',
    dashed: element.strokeStyle === 'dashed' || element.strokeStyle === 'dotted',
    line: element.type === 'line' && !heads.start && !heads.end,
  };
};

const sum = (one: unknown, other: unknown): number | undefined => {
  const [a, b] = [coordinateOf(one), coordinateOf(other)];
  return a === undefined || b === undefined ? undefined : a + b;
};
