import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Design } from './design.ts';
import { COLUMN, layout, ROW } from './layout.ts';

const design = (count: number, arrows: readonly (readonly [number, number])[]): Design => ({
  name: 'drawn',
  components: Array.from({ length: count }, (_, at) => ({
    id: `n${at}`,
    kind: at === 0 ? 'client' : 'server',
    name: `n${at}`,
    settings: {},
    written: {},
  })),
  connections: arrows.map(([from, to], at) => ({
    id: `c${at}`,
    from: `n${from}`,
    to: `n${to}`,
    mode: 'sync',
    settings: {},
    written: {},
  })),
  workloads: [],
  objectives: [],
  faults: [],
});

describe('laying out', () => {
  it('DG50 goes from left to right by the longest way', () => {
    const places = layout(
      design(4, [
        [0, 1],
        [1, 2],
        [0, 2],
        [2, 3],
      ]),
    );
    expect([0, 1, 2, 3].map((at) => (places.get(`n${at}`)?.x ?? -1) / COLUMN)).toEqual([0, 1, 2, 3]);
  });

  it('DG50 DG51 places every box of any drawing, apart from all others and always alike', () => {
    const count = 14;
    const ends = fc.tuple(fc.nat(count - 1), fc.nat(count - 1));
    fc.assert(
      fc.property(fc.array(ends, { maxLength: 40 }), (arrows) => {
        const drawn = design(count, arrows);
        const places = layout(drawn);
        expect(places.size).toBe(count);
        const spots = [...places.values()];
        for (const [index, a] of spots.entries())
          for (const b of spots.slice(index + 1))
            expect(Math.abs(a.x - b.x) >= COLUMN || Math.abs(a.y - b.y) >= ROW).toBe(true);
        expect([...layout(drawn)]).toEqual([...places]);
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  it('DG51 uncrosses what need not cross', () => {
    const places = layout(
      design(5, [
        [0, 1],
        [0, 2],
        [1, 4],
        [2, 3],
      ]),
    );
    const y = (at: number) => places.get(`n${at}`)?.y ?? 0;
    expect(Math.sign(y(1) - y(2))).toBe(Math.sign(y(4) - y(3)));
  });

  it('DG52 keeps places where every box has one', () => {
    const plain = design(2, [[0, 1]]);
    const placed = { ...plain, components: plain.components.map((one, at) => ({ ...one, x: at, y: 7 })) };
    expect([...layout(placed).values()]).toEqual([
      { x: 0, y: 7 },
      { x: 1, y: 7 },
    ]);
  });

  it('DG51 is fast with thousands of boxes', () => {
    const arrows = Array.from({ length: 10_000 }, (_, at) => [at % 2000, (at * 31 + 7) % 2000] as const);
    const began = performance.now();
    expect(layout(design(2000, arrows)).size).toBe(2000);
    expect(performance.now() - began).toBeLessThan(1500);
  });
});
