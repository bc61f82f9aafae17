import { describe, expect, it } from 'vitest';
import type { Board } from '@dryrun/domain';
import { BOX, deskIn, deskOf, drawnOn } from './drawing.ts';

const drawingOf = (drawn: Board) => drawnOn(deskOf([drawn]), drawn);

const board = {
  components: [
    { id: 'users', name: 'Users', kind: 'client' },
    { id: 'api', name: 'The API that everybody calls first of all things' },
    { id: 'log', name: '' },
  ],
  connections: [
    { id: '1', from: 'users', to: 'api', label: 'asks' },
    { id: '2', from: 'api', to: 'log', settings: { mode: 'async' } },
    { id: '3', from: 'api', to: 'api' },
    { id: '4', from: 'api', to: 'nowhere' },
  ],
};

describe('a drawing', () => {
  it('WB3 has every box inside its frame, apart from the others', () => {
    const { width, height, boxes } = drawingOf(board);
    for (const { x, y } of boxes) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(x + BOX.width).toBeLessThanOrEqual(width);
      expect(y + BOX.height).toBeLessThanOrEqual(height);
    }
    expect(new Set(boxes.map(({ x, y }) => `${x} ${y}`)).size).toBe(3);
  });

  it('WB3 goes from left to right or downwards, whichever is seen larger, and leaves what somebody placed', () => {
    const wide = deskIn([board], { width: 1200, height: 300 });
    const tall = deskIn([board], { width: 300, height: 1200 });
    expect([wide.width > wide.height, tall.width > tall.height]).toEqual([true, false]);
    const placed = {
      ...board,
      components: board.components.map((box, index) => ({ ...box, x: 300 * index, y: 0 })),
    };
    expect(drawnOn(deskIn([placed], { width: 300, height: 1200 }), placed)).toEqual(drawingOf(placed));
  });

  it('WB3 wraps a long name, and cuts what two lines do not hold', () => {
    expect(drawingOf(board).boxes.map(({ lines }) => lines)).toEqual([
      ['Users'],
      ['The API that', 'everybody calls firs…'],
      ['log'],
    ]);
  });

  it('WB28 draws as a store what was typed as one, whatever it is called', () => {
    const stored = { components: [{ id: 'a', name: 'Foo', shape: 'store' as const }], connections: [] };
    expect(drawingOf(stored).boxes.map(({ isStore }) => isStore)).toEqual([true]);
  });

  it('WB3 draws an arrow from edge to edge, dotted where nobody waits, and none to nowhere', () => {
    const { arrows, boxes } = drawingOf(board);
    expect(arrows.map(({ id, dotted }) => [id, dotted])).toEqual([
      ['1', false],
      ['2', true],
      ['3', false],
    ]);
    const users = boxes[0]!;
    expect(arrows[0]?.path.startsWith(`M${users.x + BOX.width} ${users.y + BOX.height / 2}C`)).toBe(true);
    expect(arrows[0]?.label?.text).toBe('asks');
  });

  it('WB3 leads what goes back around the boxes it would pass, within the frame', () => {
    const arrow = (from: string, to: string) => ({ id: `${from}${to}`, from, to });
    const fan = {
      components: ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, name: id })),
      connections: [
        arrow('a', 'b'),
        arrow('b', 'c'),
        arrow('b', 'd'),
        arrow('b', 'e'),
        { ...arrow('d', 'a'), label: 'told of what went wrong' },
      ],
    };
    const { arrows, boxes } = drawnOn(deskOf([fan], true), fan);
    const back = arrows.find(({ id }) => id === 'da')?.path ?? '';
    const [from = 0, , drawnOut = 0, , , , to = 0] = back.slice(1).split(/[ C]/).map(Number);
    const reached = (from + to) / 8 + 0.75 * drawnOut;
    expect(reached).toBeLessThan(Math.min(...boxes.map(({ x }) => x)));
    expect(reached).toBeGreaterThan(0);
    const label = arrows.find(({ id }) => id === 'da')?.label;
    expect(label?.x).toBeGreaterThan(60);
  });

  it('RP5 keeps the place of each box, whatever else is drawn before and after it', () => {
    const few = { components: board.components.slice(0, 2), connections: board.connections.slice(0, 1) };
    const desk = deskOf([few, board]);
    expect(drawnOn(desk, few).boxes).toEqual(drawnOn(desk, board).boxes.slice(0, 2));
    expect(drawnOn(desk, few).width).toBe(drawnOn(desk, board).width);
  });

  it('RP5 has a frame around all the places to which a hand moved a box', () => {
    const at = (x: number) => ({ components: [{ id: 'a', name: 'a', x, y: 0 }], connections: [] });
    const desk = deskOf([at(10), at(400)]);
    expect(desk.width).toBe(400 - 10 + BOX.width + 48);
    expect(drawnOn(desk, at(400)).boxes[0]?.x).toBe(24 + 390);
  });

  const chain = (count: number): Board => ({
    flow: 'right',
    components: Array.from({ length: count }, (_, index) => ({ id: `b${index}`, name: `Box ${index}` })),
    connections: Array.from({ length: count - 1 }, (_, index) => ({
      id: `${index}`,
      from: `b${index}`,
      to: `b${index + 1}`,
    })),
  });

  it('WB37 goes the way its author says, in whatever room', () => {
    const three = chain(3);
    const narrow = deskIn([three], { width: 700, height: 1200 });
    expect(narrow.width).toBeGreaterThan(narrow.height);
    const down = deskIn([{ ...three, flow: 'down' }], { width: 1200, height: 300 });
    expect(down.height).toBeGreaterThan(down.width);
  });

  it('WB37 goes on below where it would be too small to be read in one band, from left to right again', () => {
    const nine = chain(9);
    const room = { width: 640, height: 420 };
    const desk = deskIn([nine], room);
    expect(Math.min(room.width / desk.width, room.height / desk.height)).toBeGreaterThan(0.7);
    const { boxes } = drawnOn(desk, nine);
    expect(boxes[1]!.x).toBeGreaterThan(boxes[0]!.x);
    expect(boxes[8]!.y).toBeGreaterThan(boxes[0]!.y);
    expect(new Set(boxes.map(({ x, y }) => `${x} ${y}`)).size).toBe(9);
  });

  it('WB37 leads from band to band around the boxes, within the frame', () => {
    const nine = chain(9);
    const back = { ...nine, connections: [...nine.connections, { id: 'back', from: 'b8', to: 'b0' }] };
    const { arrows, width, height } = drawnOn(deskIn([back], { width: 640, height: 420 }), back);
    const turning = arrows.filter(({ path }) => path.includes('q'));
    expect(turning.length).toBeGreaterThan(1);
    for (const { path } of turning)
      for (const [, way, at] of path.matchAll(/([VH])(-?[\d.]+)/g)) {
        expect(Number(at)).toBeGreaterThan(0);
        expect(Number(at)).toBeLessThan(way === 'V' ? height : width);
      }
  });

  it('EX10 draws the last board as it is drawn alone, whatever stood there before it', () => {
    const before = {
      ...chain(6),
      components: chain(6).components.map((box) => ({ ...box, id: `old ${box.id}` })),
    };
    const last = chain(4);
    const alone = drawnOn(deskOf([last]), last);
    expect(drawnOn(deskOf([{ ...before, connections: [] }, last]), last).boxes).toEqual(alone.boxes);
  });
});
