/**
 * How surely a passage can be cited under a dimension, to somebody who sees its words alone: for each dimension a bias, and the weight
 * of each word and mark that speaks for it or against it. It is content, fitted once on passages that readers placed.
 *
 *     chance = 1 / (1 + e^−(bias + Σ weight of what the passage has))
 */
import { z } from 'zod';
import { Dimension } from './vocabulary.ts';

const Weights = z.record(z.string(), z.number()).readonly();

export const Citing = z
  .record(
    Dimension,
    z
      .strictObject({
        bias: z.number(),
        /** As they are said, in lower case; `#` is any figure and `$` an amount of money. */
        words: Weights,
        /** Signs, ways of speaking, and how long and where it was said. */
        marks: Weights,
      })
      .readonly(),
  )
  .readonly();
export type Citing = z.infer<typeof Citing>;
