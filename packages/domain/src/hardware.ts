/**
 * The two tables that a language model's server is computed from: cards as their vendors' datasheets have them, and
 * models as their published `config.json` has them. Experts write them in `content/gpus.yaml` and
 * `content/llm-models.yaml`.
 *
 * Arithmetic is *dense*: several datasheets print the figure with 2:4 sparsity first, which is twice that.
 */
import { z } from 'zod';
import { Slug } from './vocabulary.ts';

const Text = z.string().min(1);
const Positive = z.number().positive();
const Count = z.int().positive();
/** A page, a paper or a file of a repository, and the day it was read. */
const Sourced = { source: Text, date: z.iso.date() };

export const Gpu = z
  .strictObject({
    id: Slug,
    name: Text,
    /** Other names, however they are spelt: case, spaces and hyphens do not count. */
    called: z.array(Text).readonly().default([]),
    memoryGib: Positive,
    bandwidthGbPerS: Positive,
    /** Dense tera-operations a second of the matrix units, by the type of what is multiplied. */
    tflops: z
      .strictObject({
        fp16: Positive,
        fp8: Positive.optional(),
        int8: Positive.optional(),
        fp4: Positive.optional(),
      })
      .readonly(),
    /** Between the cards of one machine, one way. */
    link: z.strictObject({ name: Text, gbPerS: Positive }).readonly(),
    /** Of renting one card; what is paid is whoever uses it to set. */
    price: z.strictObject({ dollarsPerHour: Positive, ...Sourced }).readonly(),
    /** What its kernels reached of the datasheet, where somebody has measured them. */
    measured: z
      .strictObject({
        /** Of the bandwidth, where a matrix is only read. */
        bandwidth: Positive.max(1),
        /** Of the arithmetic, in large 16-bit products. */
        compute: Positive.max(1),
        ...Sourced,
      })
      .readonly()
      .optional(),
    note: Text.optional(),
    ...Sourced,
  })
  .readonly();
export type Gpu = z.infer<typeof Gpu>;

export const LlmModel = z
  .strictObject({
    /** The name on Hugging Face. */
    id: z.string().regex(/^[\w.-]+\/[\w.-]+$/),
    called: z.array(Text).readonly().default([]),
    layers: Count,
    hidden: Count,
    heads: Count,
    kvHeads: Count,
    headDim: Count,
    /** Of the gated feed-forward network between two attentions; of the dense layers only, where others have experts. */
    intermediate: Count,
    vocabulary: Count,
    /** The last matrix is the embedding again. */
    tied: z.boolean().default(false),
    experts: z
      .strictObject({
        count: Count,
        perToken: Count,
        intermediate: Count,
        /** Those that every token passes, as one: the sum of their widths. */
        shared: z.int().nonnegative().default(0),
        /** Layers at the beginning that have no experts. */
        denseLayers: z.int().nonnegative().default(0),
      })
      .readonly()
      .optional(),
    /** Keys and values are kept as one compressed vector a token (multi-head latent attention). */
    latent: z
      .strictObject({ rank: Count, rope: Count, queryRank: Count, nope: Count, value: Count })
      .readonly()
      .optional(),
    /** Most layers look back only so far; one of every `fullEvery` looks at everything. */
    window: z.strictObject({ tokens: Count, fullEvery: Count }).readonly().optional(),
    /** Bits of a weight as it is published, on average, where that is not 16; embeddings are always 16. */
    storedBits: Positive.optional(),
    /** As its publisher states them, in billions: what the sheet must add up to. */
    parametersB: Positive,
    ...Sourced,
  })
  .readonly();
export type LlmModel = z.infer<typeof LlmModel>;
