/**
 * Printed weights for what a passage is like: a bias, and the weight of each word and mark that speaks for it or against it. They are
 * content, fitted once on passages that readers judged, and can be worked through by hand:
 *
 *     chance = 1 / (1 + e^−(bias + Σ weight of what the passage has))
 */
import { z } from 'zod';

const Weights = z.record(z.string(), z.number()).readonly();

export const Weighing = z
  .strictObject({
    bias: z.number(),
    /** As they are said, in lower case; `#` is any figure and `$` an amount of money. */
    words: Weights,
    /** Signs, ways of speaking, and how long and where it was said. */
    marks: Weights,
  })
  .readonly();
export type Weighing = z.infer<typeof Weighing>;

export type Features = { readonly words: readonly string[]; readonly marks: readonly string[] };

export const chanceOf = (weighing: Weighing, { words, marks }: Features): number => {
  const sum = [
    ...words.map((word) => weightOf(weighing.words, word)),
    ...marks.map((mark) => weightOf(weighing.marks, mark)),
  ].reduce((a, b) => a + b, weighing.bias);
  return 1 / (1 + Math.exp(-sum));
};

/** Somebody may say “constructor”. */
const weightOf = (weights: Readonly<Record<string, number>>, name: string): number =>
  Object.hasOwn(weights, name) ? (weights[name] ?? 0) : 0;
