/**
 * The palette: what a box on the board can be, and what can be set on it. Experts write it in `content/components.yaml`;
 * the readers of `design` check a drawing against it, and fill in what was left open from it. Every number in it says
 * where it comes from.
 *
 *     kind ──groups──▶ settings it shares with others      name → type, default, source
 *       └───settings──▶ its own, and its own defaults
 */
import { z } from 'zod';
import type { Gpu, LlmModel } from './hardware.ts';
import { Slug } from './vocabulary.ts';

/**
 * How a value is written, and what it becomes: a duration seconds, a size bytes, a rate things a second, a price dollars
 * a second, money dollars, a share a number from 0 to 1; `quantity` names its dimension itself.
 */
export const SettingType = z.enum([
  'count',
  'number',
  'share',
  'duration',
  'size',
  'rate',
  'price',
  'money',
  'quantity',
  'word',
  'flag',
  'text',
]);
export type SettingType = z.infer<typeof SettingType>;

/** Where a default comes from: a page, a paper or a datasheet with the day it was read, or plainly an assumption. */
const Source = { source: z.string().min(1).optional(), date: z.iso.date().optional() };
const Written = z.union([z.string(), z.number(), z.boolean()]);

export const Setting = z
  .strictObject({
    type: SettingType,
    says: z.string().min(1),
    default: Written.optional(),
    /** The words a `word` may be. */
    oneOf: z.array(z.string()).min(1).readonly().optional(),
    /** Bounds, in base units. */
    min: z.number().optional(),
    max: z.number().optional(),
    /** What a `quantity` measures, as `describeDimension` puts it: `token`, `flop/s`. */
    dimension: z.string().optional(),
    /** False: it tells readers something, and a run says that it did not use it. */
    run: z.boolean().optional(),
    ...Source,
  })
  .readonly();
export type Setting = z.infer<typeof Setting>;

/** A setting's dotted name, as a flat board has it: `servers`, `service.mean`. */
const SettingName = z.string().regex(/^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)*$/);
export const Settings = z.record(SettingName, Setting).readonly();
export type Settings = z.infer<typeof Settings>;

/** What the simulator has a behaviour of its own for. */
export const Behaviour = z.enum([
  'client',
  'station',
  'balancer',
  'cache',
  'queue',
  'stream',
  'database',
  'fan-out',
  /** It is drawn, costs something and takes no requests: a monitor, a registry. */
  'bystander',
]);
export type Behaviour = z.infer<typeof Behaviour>;

export const Kind = z
  .strictObject({
    id: Slug,
    name: z.string().min(1),
    says: z.string().min(1),
    behaves: Behaviour,
    groups: z.array(Slug).readonly().default([]),
    settings: Settings.default({}),
    /** Defaults of its own for settings of its groups. */
    defaults: z
      .record(SettingName, z.strictObject({ value: Written, ...Source }).readonly())
      .readonly()
      .default({}),
    /** Names by which people mean this kind, lower case: products and common nouns. */
    called: z.array(z.string().min(1)).readonly().default([]),
  })
  .readonly();
export type Kind = z.infer<typeof Kind>;

/** Round-trip times between places: `[us-east, eu]`. */
export const Distance = z
  .strictObject({ between: z.tuple([Slug, Slug]).readonly(), roundTrip: z.string(), ...Source })
  .readonly();

/** `components.yaml`. */
export const PaletteFile = z
  .strictObject({
    groups: z.record(Slug, Settings).readonly(),
    kinds: z.array(Kind).min(1).readonly(),
    connection: Settings,
    workload: Settings,
    /** What a design cannot choose, over months. */
    world: Settings.default({}),
    /** Round trips where nothing nearer is known, and between named regions. */
    distances: z
      .strictObject({
        sameZone: z.strictObject({ roundTrip: z.string(), ...Source }).readonly(),
        otherZone: z.strictObject({ roundTrip: z.string(), ...Source }).readonly(),
        otherRegion: z.strictObject({ roundTrip: z.string(), ...Source }).readonly(),
        regions: z.array(Distance).readonly(),
      })
      .readonly(),
  })
  .readonly();
export type PaletteFile = z.infer<typeof PaletteFile>;

/** What a box can be, with the cards and the models that language models' servers are made of. */
export type Palette = PaletteFile & {
  readonly gpus: readonly Gpu[];
  readonly llmModels: readonly LlmModel[];
};
