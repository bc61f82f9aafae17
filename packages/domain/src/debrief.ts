/**
 * What an interview showed, with its evidence. The shape is a contract: other tools read it (`dryrun assess --json`).
 * A band rests on evidence that exists: the exact words of a turn, an element of the board, a run, or an opportunity
 * that was given and not taken. *Not shown* means that no opportunity was offered.
 */
import { z } from 'zod';
import { Depth, Make, Prompted } from './findings.ts';
import { Dimension, Level } from './vocabulary.ts';

const Turn = z.int().nonnegative();
export const Polarity = z.enum(['strength', 'concern']);
export const BAND = ['below', 'meets', 'exceeds', 'not-shown'] as const;
export const Band = z.enum(BAND);
export type Band = z.infer<typeof Band>;

const reading = { polarity: Polarity, reading: z.string().min(1) };
export const Evidence = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('quote'),
      turn: Turn,
      quote: z.string().min(1),
      prompted: Prompted,
      ...reading,
    })
    .readonly(),
  z.object({ kind: z.literal('board'), element: z.string().min(1), ...reading }).readonly(),
  z.object({ kind: z.literal('run'), run: z.string().min(1), ...reading }).readonly(),
  z.object({ kind: z.literal('absence'), opportunity: z.object({ turn: Turn }), ...reading }).readonly(),
]);
export type Evidence = z.infer<typeof Evidence>;

export const DimensionReading = z
  .object({
    id: Dimension,
    band: Band,
    evidence: z.array(Evidence).readonly(),
    wouldMove: z.array(z.string()).readonly(),
  })
  .readonly();
export type DimensionReading = z.infer<typeof DimensionReading>;

export const Debrief = z
  .object({
    make: Make,
    scenario: z.string(),
    /** On what it was judged: the scenario's own sheet, or the shared vocabulary. */
    sheet: z.enum(['scenario', 'general']),
    level: Level,
    dimensions: z.array(DimensionReading).readonly(),
    levelReading: z
      .object({ low: Level.nullable(), most: Level.nullable(), high: Level.nullable(), why: z.string() })
      .readonly(),
    missed: z
      .array(z.object({ item: z.string(), turn: Turn.nullable(), nextLevelSays: z.string() }))
      .readonly(),
    hints: z.array(z.object({ turn: Turn, rung: z.int().min(1).max(3), ledTo: z.string() })).readonly(),
    redFlags: z
      .array(
        z.object({
          id: z.string(),
          severity: z.enum(['disqualifier', 'warning', 'note']),
          evidence: z.array(Evidence).readonly(),
        }),
      )
      .readonly(),
    concepts: z
      .array(
        z.object({
          id: z.string(),
          depth: Depth,
          mistaken: z.boolean(),
          prompted: Prompted,
          evidence: z.array(Evidence).readonly(),
        }),
      )
      .readonly(),
    safety: z.string(),
    debrief: z
      .object({
        decisions: z.array(z.string()).readonly(),
        modelling: z.string(),
        architecture: z.string(),
        production: z.string(),
        strengths: z.array(z.string()).readonly(),
        explore: z.array(z.string()).readonly(),
        overall: z.string(),
        next: z.array(z.string()).readonly(),
      })
      .readonly(),
    /** What this make cannot read yet, in plain words: nobody should take silence for a judgement. */
    cannotRead: z.array(z.string()).readonly(),
  })
  .readonly();
export type Debrief = z.infer<typeof Debrief>;
