/**
 * How marks are made of what was shown: small linear models over counts, which anybody can read and check by hand. They are
 * content, fitted once on labelled interviews; nothing of them is in the code.
 *
 *     strength = bias + Σ weight × ln(1 + answers that show the sign) + specific and commanding × those of the best answers
 *     level    = how many of `above` the strength is over, and never over the level that was asked for
 *     band     = bias + gap × (strength − asked) + asked × asked’s place + Σ weight × share of answers that show the sign
 *                + own × what the average answer says of the dimension itself
 */
import { z } from 'zod';
import { Sign } from './findings.ts';
import { Dimension } from './vocabulary.ts';

const Weights = z.partialRecord(Sign, z.number()).readonly();

export const Judgement = z
  .strictObject({
    /** Answers for which the counts are made; longer interviews are scaled down to it. */
    answers: z.int().min(1),
    level: z
      .strictObject({
        bias: z.number(),
        weights: Weights,
        /** For how surely the best answers say something specific, and what only somebody with command says. */
        specific: z.number().optional(),
        commanding: z.number().optional(),
        /** Over the first it is L5, over the second L6, over the third what is above, if that was asked for. */
        above: z.tuple([z.number(), z.number(), z.number()]).readonly(),
        /** Less than so many answers that show anything: no level is read. */
        least: z.int().min(1),
        /** How far readings of interviews that were not fitted on lay from their labels, on the scale of strength. */
        spread: z.number().nonnegative(),
      })
      .readonly(),
    /** Where the levels stand on the scale of strength, lowest first. */
    places: z.tuple([z.number(), z.number(), z.number(), z.number(), z.number()]).readonly(),
    bands: z
      .record(
        Dimension,
        z
          .strictObject({
            bias: z.number(),
            gap: z.number(),
            asked: z.number(),
            weights: Weights,
            own: z.number().optional(),
          })
          .readonly(),
      )
      .readonly(),
    /** From here on a band is *meets*, and *exceeds*. */
    cuts: z.tuple([z.number(), z.number()]).readonly(),
  })
  .readonly();
export type Judgement = z.infer<typeof Judgement>;
