import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyOperations, emptyBoard, isMisfit } from './board.ts';
import { drawBoard } from './draw-board.ts';
import { readExcalidraw } from './excalidraw.ts';

const file = (...elements: unknown[]) => JSON.stringify({ type: 'excalidraw', version: 2, elements });
const box = (id: string, x: number, more: object = {}) => ({
  id,
  type: 'rectangle',
  x,
  y: 0,
  width: 100,
  height: 50,
  ...more,
});
const text = (id: string, words: string, more: object = {}) => ({
  id,
  type: 'text',
  text: words,
  x: 0,
  y: 900,
  width: 40,
  height: 20,
  ...more,
});
const arrow = (id: string, x: number, to: number, more: object = {}) => ({
  id,
  type: 'arrow',
  x,
  y: 25,
  points: [
    [0, 0],
    [to - x, 0],
  ],
  ...more,
});
const bound = (from: string, to: string) => ({
  startBinding: { elementId: from },
  endBinding: { elementId: to },
});

const told = (...elements: unknown[]) => {
  const { board, findings } = readExcalidraw(file(...elements));
  return {
    boxes: board?.components.map(({ id, name }) => `${id}=${name}`),
    arrows: board?.connections.map(
      ({ from, to, label, settings }) =>
        `${from}${settings?.mode === 'async' ? '~' : ''}>${to}${label === undefined ? '' : `:${label}`}`,
    ),
    findings: findings.map(({ code, severity }) => `${severity} ${code}`),
  };
};
const two = [box('a', 0), box('b', 300)];

describe('an Excalidraw file', () => {
  it.each([
    ['bound text', [box('a', 0), text('t', 'Fast\nAPI', { containerId: 'a' })], ['a=Fast API']],
    [
      'text that its box tells of',
      [box('a', 0, { boundElements: [{ type: 'text', id: 't' }] }), text('t', 'API')],
      ['a=API'],
    ],
    [
      'text that stands in it',
      [box('a', 0, { type: 'ellipse' }), text('t', 'API', { x: 30, y: 15 })],
      ['a=API'],
    ],
    ['no remark beside it', [box('a', 0, { type: 'diamond' }), text('t', 'mine')], ['a=']],
    ['nothing deleted', [box('a', 0), box('b', 9, { isDeleted: true })], ['a=']],
    [
      'text with an arrow to it',
      [box('a', 0), text('t', 'log'), arrow('e', 100, 300, bound('a', 't'))],
      ['a=', 't=log'],
    ],
  ])('DG80 names a box by %s', (_, elements, boxes) => expect(told(...elements).boxes).toEqual(boxes));

  it('DG80 keeps where a box stands', () => {
    const { board } = readExcalidraw(file(box('a', 12.5)));
    expect(board?.components).toEqual([{ id: 'a', name: '', x: 12.5, y: 0 }]);
  });

  it.each([
    ['what it is bound to', arrow('e', 700, 900, bound('a', 'b')), ['a>b']],
    ['the nearest boxes', arrow('e', 139, 261), ['a>b']],
    [
      'a box it is bound to and one that is near',
      arrow('e', 700, 290, { startBinding: { elementId: 'a' } }),
      ['a>b'],
    ],
    ['boxes by a line', arrow('e', 100, 300, { type: 'line' }), ['a>b']],
    ['both ways', arrow('e', 100, 300, { startArrowhead: 'arrow', endArrowhead: 'arrow' }), ['a>b', 'b>a']],
    ['backwards', arrow('e', 100, 300, { startArrowhead: 'arrow', endArrowhead: null }), ['b>a']],
    ['without waiting', arrow('e', 100, 300, { strokeStyle: 'dashed' }), ['a~>b']],
    ['a box with itself', arrow('e', 100, 300, bound('a', 'a')), ['a>a']],
  ])('DG81 connects %s', (_, drawn, arrows) =>
    expect(told(...two, drawn)).toMatchObject({ arrows, findings: [] }),
  );

  it('DG81 labels an arrow with the text bound to it', () => {
    expect(told(...two, arrow('e', 100, 300), text('t', 'asks', { containerId: 'e' })).arrows).toEqual([
      'a>b:asks',
    ]);
  });

  it.each([
    ['ends nowhere', arrow('e', 100, 259), ['question loose-arrow']],
    ['begins nowhere', arrow('e', 900, 300), ['question loose-arrow']],
    ['meets one box twice', arrow('e', 101, 120), ['question loose-arrow']],
    ['has no points', arrow('e', 100, 300, { points: 'none' }), ['question loose-arrow']],
    ['only decorates', arrow('e', 700, 900, { type: 'line' }), []],
  ])('DG82 asks about an arrow that %s', (_, drawn, findings) =>
    expect(told(...two, drawn)).toMatchObject({ arrows: [], findings }),
  );

  it.each([
    ['{', 'excalidraw-syntax'],
    ['[]', 'excalidraw-syntax'],
    ['{"type":"excalidraw"}', 'excalidraw-syntax'],
    [file(box('a', 0), box('a', 9)), 'excalidraw-syntax'],
    [file(box('', 0)), 'excalidraw-syntax'],
    [file(...Array.from({ length: 501 }, (_, at) => box(`b${at}`, at))), 'too-large'],
    [file(...two, ...Array.from({ length: 1401 }, (_, at) => arrow(`e${at}`, 100, 300))), 'too-large'],
    [' '.repeat(5_000_001), 'too-large'],
  ])('DG83 refuses case %#', (written, code) => {
    const { board, findings } = readExcalidraw(written);
    expect([board, findings.map(({ code }) => code)]).toEqual([undefined, [code]]);
  });

  it('DG83 gives a box without a sane place none', () => {
    const written = file(box('a', 0)).replace('"x":0', '"x":1e999');
    expect(readExcalidraw(written).board?.components).toEqual([{ id: 'a', name: '' }]);
  });

  it('DG84 survives any elements, and what is read can be drawn', () => {
    const number = fc.oneof(fc.double(), fc.constantFrom(1e300, -1e7, 0, 50), fc.constant('1'));
    const id = fc.constantFrom('a', 'b', 'c', 'd', '__proto__', 'e 2', 'e');
    const element = fc.record(
      {
        id,
        type: fc.constantFrom('rectangle', 'text', 'arrow', 'line', 'image'),
        x: number,
        y: number,
        width: number,
        height: number,
        text: fc.string(),
        containerId: id,
        points: fc.oneof(fc.array(fc.array(number, { maxLength: 3 }), { maxLength: 3 }), fc.jsonValue()),
        startBinding: fc.oneof(fc.record({ elementId: id }), fc.jsonValue()),
        endBinding: fc.oneof(fc.record({ elementId: id }), fc.jsonValue()),
        boundElements: fc.jsonValue(),
        startArrowhead: fc.constantFrom(null, 'arrow'),
      },
      { requiredKeys: ['id', 'type'] },
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 9, arbitrary: element }, fc.jsonValue()), { maxLength: 8 }),
        (elements) => {
          const { board, findings } = readExcalidraw(file(...elements));
          expect(board !== undefined || findings.length > 0).toBe(true);
          if (!board) return;
          expect(isMisfit(applyOperations(emptyBoard, drawBoard(board)))).toBe(false);
          for (const { x = 0, y = 0 } of board.components)
            expect(Math.abs(x) + Math.abs(y)).toBeLessThanOrEqual(2e6);
        },
      ),
      { seed: 84, numRuns: 500 },
    );
  });
});
