import { describe, expect, it } from 'vitest';
import { arrowBetween, boundsOf, BOX, freshAt, placed } from './desk.ts';
import { reel } from './testing/reel.ts';

describe('the board of a moment', () => {
  it('RP5 has one frame for all moments', () => {
    expect(boundsOf(reel)).toEqual({ x: -24, y: -24, width: 400 + BOX.width + 48, height: BOX.height + 48 });
    expect(boundsOf([]).width).toBe(BOX.width);
  });

  it('RP5 marks what the newest stroke touched', () => {
    expect([...freshAt(reel, 8)]).toEqual(['api']);
    expect([...freshAt(reel, 12)]).toEqual(['cache']);
    expect([...freshAt(reel, 5)]).toEqual([]);
  });

  it('RP5 gives a place to boxes that have none, and leaves the others where they are', () => {
    const loose = ['b', 'c', 'd', 'e', 'f'].map((id) => ({ id, name: id }));
    const boxes = placed({ components: [{ id: 'a', name: 'a', x: 10, y: 20 }, ...loose], connections: [] });
    expect(boxes[0]).toMatchObject({ x: 10, y: 20 });
    expect(new Set(boxes.map(({ x, y }) => `${x} ${y}`)).size).toBe(6);
    expect(boxes.slice(1).every(({ y }) => y > 20 + BOX.height)).toBe(true);
  });

  it('draws arrows from edge to edge', () => {
    const [a, b] = placed({
      components: [
        { id: 'a', name: 'a', x: 0, y: 0 },
        { id: 'b', name: 'b', x: 400, y: 0 },
      ],
      connections: [],
    });
    if (!a || !b) throw new Error('two boxes');
    expect(arrowBetween(a, b)).toEqual({
      start: { x: BOX.width, y: BOX.height / 2 },
      end: { x: 400, y: BOX.height / 2 },
    });
  });
});
