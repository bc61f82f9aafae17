import type { BoardOperation } from '@dryrun/domain';
import { emptyView, foldView } from '@dryrun/interview';
import type { PublicEvent, View } from '@dryrun/interview';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { strokesOf } from './board-strokes.ts';
import type { Strokes } from './board-strokes.ts';

const drawn = (batches: readonly (readonly BoardOperation[])[]): readonly PublicEvent[] =>
  batches.map((operations, index) => ({ type: 'drew', version: index + 1, at: index, operations }));

const id = fc.constantFrom('a', 'b', 'c', 'd');
const place = (placed: boolean) =>
  fc.record({
    op: fc.constant('place' as const),
    component: fc.record({
      id,
      name: fc.constantFrom('One', 'Two'),
      ...(placed ? { x: fc.integer({ min: 0, max: 900 }), y: fc.integer({ min: 0, max: 900 }) } : {}),
    }),
  });
const other: fc.Arbitrary<BoardOperation> = fc.oneof(
  fc.record({
    op: fc.constant('connect' as const),
    connection: fc.record({
      id: fc.constantFrom('x', 'y'),
      from: id,
      to: id,
      label: fc.constantFrom('', 'asks'),
    }),
  }),
  fc.record({ op: fc.constant('remove' as const), id }),
  fc.record({ op: fc.constant('clear' as const) }),
);
const batches = (placed: boolean) =>
  fc.array(
    fc.array(fc.oneof({ weight: 3, arbitrary: place(placed) }, other), { minLength: 1, maxLength: 3 }),
    {
      maxLength: 12,
    },
  );

const at = ({ boxes, arrows }: Strokes, version: number) => {
  const there = ({ from, to = Infinity }: { readonly from: number; readonly to?: number }) =>
    from <= version && version < to;
  return {
    boxes: boxes.filter(there).map(({ component }) => component),
    arrows: arrows.filter(there).map(({ connection }) => connection),
  };
};
const sorted = (elements: readonly { readonly id: string }[]) =>
  elements.toSorted((a, b) => a.id.localeCompare(b.id));

describe('a board through time', () => {
  it.each([true, false])(
    'EX10 at each version is the fold of the events up to it, placed by hand: %s',
    (placed) => {
      fc.assert(
        fc.property(batches(placed), (all) => {
          const events = drawn(all);
          const strokes = strokesOf(events);
          let view: View = emptyView;
          for (const event of events) {
            view = foldView(view, event);
            const moment = at(strokes, event.version);
            expect(sorted(moment.boxes)).toEqual(sorted(view.board.components));
            expect(sorted(moment.arrows)).toEqual(sorted(view.board.connections));
          }
        }),
        { seed: 20_261_130, numRuns: 200 },
      );
    },
  );

  it('EX10 boxes that nobody placed keep their places, whatever comes and goes', () => {
    fc.assert(
      fc.property(batches(false), (all) => {
        const places = new Map<string, string>();
        for (const {
          component,
          box: { x, y },
        } of strokesOf(drawn(all)).boxes) {
          const where = { x, y };
          const before = places.get(component.id) ?? JSON.stringify(where);
          expect(JSON.stringify(where)).toBe(before);
          places.set(component.id, before);
        }
        // What comes when another is gone may stand where that stood, or the last board would have holes.
        for (let version = 1; version <= all.length; version++) {
          const there = at(strokesOf(drawn(all)), version).boxes.map(({ id: box }) => places.get(box));
          expect(new Set(there).size).toBe(there.length);
        }
      }),
      { seed: 20_261_130, numRuns: 200 },
    );
  });
});
