import { z } from 'zod';

/** A box's or an arrow's id on the board: what the candidate typed, not ours to restrict beyond sanity. */
const ElementId = z.string().min(1).max(120);
const Name = z.string().max(200);
const Coordinate = z.number().min(-1e6).max(1e6);
const Setting = z.union([z.string().max(500), z.number(), z.boolean()]);

export const BoardComponent = z
  .object({
    id: ElementId,
    /** From the palette; absent while nobody has said what the box is. */
    kind: z.string().max(60).optional(),
    name: Name,
    /** As it was drawn: what it looks like, and nothing of what it is. */
    shape: z.literal('store').optional(),
    x: Coordinate.optional(),
    y: Coordinate.optional(),
    settings: z.record(z.string().max(60), Setting).readonly().optional(),
  })
  .readonly();
export type BoardComponent = z.infer<typeof BoardComponent>;

export const BoardConnection = z
  .object({
    id: ElementId,
    from: ElementId,
    to: ElementId,
    label: Name.optional(),
    settings: z.record(z.string().max(60), Setting).readonly().optional(),
  })
  .readonly();
export type BoardConnection = z.infer<typeof BoardConnection>;

/** As written: whoever runs the board reads them, and says what is wrong. */
const Entries = z
  .array(
    z.record(
      z.string().max(60),
      z.union([Setting, z.record(z.string().max(60), Setting), z.array(Setting).max(200)]),
    ),
  )
  .max(200)
  .readonly();
export type BoardRequirements = {
  readonly workloads: z.infer<typeof Entries>;
  readonly objectives: z.infer<typeof Entries>;
};

/** One thing a hand does to a board. `place` and `connect` of a known id redraw it. */
export const BoardOperation = z.discriminatedUnion('op', [
  z.object({ op: z.literal('place'), component: BoardComponent }).readonly(),
  z.object({ op: z.literal('connect'), connection: BoardConnection }).readonly(),
  z.object({ op: z.literal('move'), id: ElementId, x: Coordinate, y: Coordinate }).readonly(),
  z.object({ op: z.literal('remove'), id: ElementId }).readonly(),
  /** What is drawn from here on runs to the right, or downwards, where its author says so. */
  z.object({ op: z.literal('clear'), flow: z.enum(['right', 'down']).optional() }).readonly(),
  /** What the design is to hold: workloads and objectives as a design document writes them. */
  z.object({ op: z.literal('require'), workloads: Entries, objectives: Entries }).readonly(),
]);
export type BoardOperation = z.infer<typeof BoardOperation>;

export type Board = {
  readonly components: readonly BoardComponent[];
  readonly connections: readonly BoardConnection[];
  /** Which way it runs, where its author said so. */
  readonly flow?: 'right' | 'down' | undefined;
  /** What it is to hold, where somebody said it. */
  readonly required?: BoardRequirements | undefined;
};
