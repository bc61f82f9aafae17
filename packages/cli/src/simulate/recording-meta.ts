/**
 * What a recorded server ran on: its model and card by name, or by their numbers where no table knows them, and how it was
 * started. Numbers that stand here go before the tables'; what is not known here is passed over.
 */
import type { Gpu, LlmModel } from '@dryrun/domain';
import { bitsInName, findGpu, findLlmModel } from '@dryrun/simulator';
import type { LlmOptions, LlmShape } from '@dryrun/simulator';
import { didYouMean } from '@dryrun/text';
import { z } from 'zod';
import { UsageFault } from '../command.ts';
import { wrongIn } from '../wrong-in.ts';

export type Tables = { readonly gpus: readonly Gpu[]; readonly llmModels: readonly LlmModel[] };

export type RecordedServer = {
  readonly options: LlmOptions;
  readonly model: string;
  readonly gpu: string;
  readonly dollarsPerCardHour: number;
};

const Count = z.int().positive();
const Positive = z.number().positive();
const Share = z.number().positive().max(1);

const Meta = z.object({
  model: z.string().min(1).optional(),
  vllm: z.string().optional(),
  gpu: z.string().min(1).optional(),
  gpu_memory_gib: Positive.optional(),
  gpu_memory_gb_per_s: Positive.optional(),
  /** Dense, 16 bit. */
  gpu_tflops: Positive.optional(),
  gpu_memory_utilisation: Share.optional(),
  gpu_memory_utilization: Share.optional(),
  gpu_dollars_per_hour: Positive.optional(),
  tensor_parallel: Count.optional(),
  link_gb_per_s: Positive.optional(),
  link_latency_ns: z.number().nonnegative().optional(),
  max_num_seqs: Count.optional(),
  max_num_batched_tokens: Count.optional(),
  block_size: Count.optional(),
  enable_chunked_prefill: z.boolean().optional(),
  async_scheduling: z.boolean().optional(),
  prefix_hit: z.number().min(0).max(1).optional(),
  dtype: z.enum(['auto', 'bfloat16', 'bf16', 'float16', 'fp16', 'half', 'fp8']).optional(),
  kv_cache_dtype: z
    .enum(['auto', 'bfloat16', 'float16', 'half', 'fp8', 'fp8_e4m3', 'fp8_e5m2', 'int8'])
    .optional(),
  quantization: z.string().nullable().optional(),
  // A model's shape, as its config.json has it.
  num_hidden_layers: Count.optional(),
  hidden_size: Count.optional(),
  num_attention_heads: Count.optional(),
  num_key_value_heads: Count.optional(),
  head_dim: Count.optional(),
  intermediate_size: Count.optional(),
  vocab_size: Count.optional(),
  tie_word_embeddings: z.boolean().optional(),
  num_experts: Count.optional(),
  num_experts_per_tok: Count.optional(),
  moe_intermediate_size: Count.optional(),
});
type Meta = z.infer<typeof Meta>;

export const readMeta = (text: string, file: string, tables: Tables): RecordedServer => {
  const meta = parsed(text, file);
  const model = meta.model === undefined ? undefined : findLlmModel(tables.llmModels, meta.model);
  const shape = shapeOf(meta, model, file, tables);
  const card = cardOf(meta, file, tables);
  const weightBits = weightBitsOf(meta, model, file);
  return {
    model: model?.id ?? meta.model ?? 'the model described',
    gpu: card.name,
    dollarsPerCardHour: card.price.dollarsPerHour,
    options: {
      shape,
      gpu: card,
      tensorParallel: meta.tensor_parallel,
      weightBits,
      kvBits: /^(fp8|int8)/.test(meta.kv_cache_dtype ?? '') ? 8 : 16,
      maxSequences: meta.max_num_seqs,
      stepTokens: meta.max_num_batched_tokens,
      blockTokens: meta.block_size,
      memoryUtilisation: meta.gpu_memory_utilisation ?? meta.gpu_memory_utilization,
      chunkedPrefill: meta.enable_chunked_prefill,
      asynchronous: meta.async_scheduling ?? isAsynchronous(meta.vllm),
      prefixHit: meta.prefix_hit,
      ...(meta.link_gb_per_s === undefined
        ? {}
        : { link: { gbPerS: meta.link_gb_per_s, latencyS: (meta.link_latency_ns ?? 14_000) * 1e-9 } }),
    },
  };
};

const parsed = (text: string, file: string): Meta => {
  const json = (() => {
    try {
      return JSON.parse(text);
    } catch (fault) {
      throw new UsageFault(
        `${file}: expected the server as one JSON object; ${fault instanceof Error ? fault.message : 'it is unreadable'}.`,
      );
    }
  })();
  const read = Meta.safeParse(json);
  if (read.success) return read.data;
  throw new UsageFault(wrongIn(read.error, file));
};

/** Asynchronous scheduling is vLLM's default from 0.14 on. */
const isAsynchronous = (version: string | undefined): boolean => {
  const [, major, minor] = /^v?(\d+)\.(\d+)/.exec(version ?? '') ?? [];
  return major === undefined || Number(major) > 0 || Number(minor) >= 14;
};

const SHAPE = [
  'num_hidden_layers',
  'hidden_size',
  'num_attention_heads',
  'num_key_value_heads',
  'intermediate_size',
  'vocab_size',
] as const;

const shapeOf = (meta: Meta, model: LlmModel | undefined, file: string, { llmModels }: Tables): LlmShape => {
  if (model && meta.num_hidden_layers === undefined) return model;
  const {
    num_hidden_layers: layers,
    hidden_size: hidden,
    num_attention_heads: heads,
    num_key_value_heads: kvHeads,
    intermediate_size: intermediate,
    vocab_size: vocabulary,
  } = meta;
  if (!layers || !hidden || !heads || !kvHeads || !intermediate || !vocabulary) {
    const missing = SHAPE.filter((name) => meta[name] === undefined);
    const found = meta.model === undefined ? 'neither' : `the model “${meta.model}”, which no table has`;
    const near = meta.model === undefined ? '' : didYouMean(meta.model, namesOf(llmModels));
    throw new UsageFault(
      `${file}: expected a model that llm-models.yaml has, or its shape; found ${found}.${near} Give ${missing.join(', ')} as its config.json has them (and head_dim, tie_word_embeddings, num_experts, num_experts_per_tok, moe_intermediate_size where it has those).`,
    );
  }
  const { num_experts: count, num_experts_per_tok: perToken } = meta;
  return {
    layers,
    hidden,
    heads,
    kvHeads,
    headDim: meta.head_dim ?? Math.floor(hidden / heads),
    intermediate,
    vocabulary,
    tied: meta.tie_word_embeddings ?? false,
    ...(count && perToken
      ? {
          experts: {
            count,
            perToken,
            intermediate: meta.moe_intermediate_size ?? intermediate,
            shared: 0,
            denseLayers: 0,
          },
        }
      : {}),
  };
};

const namesOf = (rows: readonly { readonly id: string; readonly called: readonly string[] }[]) =>
  rows.flatMap(({ id, called }) => [id, ...called]);

const cardOf = (meta: Meta, file: string, { gpus }: Tables): Gpu => {
  const row = meta.gpu === undefined ? undefined : findGpu(gpus, meta.gpu);
  const { gpu_memory_gib: memoryGib, gpu_memory_gb_per_s: bandwidthGbPerS, gpu_tflops: fp16 } = meta;
  const price = row?.price ?? { dollarsPerHour: 1, source: 'assumption', date: '2026-11-26' };
  const dollarsPerHour = meta.gpu_dollars_per_hour ?? price.dollarsPerHour;
  if (row)
    return {
      ...row,
      memoryGib: memoryGib ?? row.memoryGib,
      bandwidthGbPerS: bandwidthGbPerS ?? row.bandwidthGbPerS,
      tflops: fp16 === undefined ? row.tflops : { ...row.tflops, fp16 },
      price: { ...price, dollarsPerHour },
    };
  if (!memoryGib || !bandwidthGbPerS || !fp16) {
    const found = meta.gpu === undefined ? 'neither' : `the card “${meta.gpu}”, which no table has`;
    const near = meta.gpu === undefined ? '' : didYouMean(meta.gpu, namesOf(gpus));
    throw new UsageFault(
      `${file}: expected a card that gpus.yaml has, or its numbers; found ${found}.${near} Give gpu_memory_gib, gpu_memory_gb_per_s and gpu_tflops (dense, 16 bit) from its datasheet.`,
    );
  }
  return {
    id: 'described',
    name: meta.gpu ?? 'the card described',
    called: [],
    memoryGib,
    bandwidthGbPerS,
    tflops: { fp16 },
    link: { name: 'PCIe', gbPerS: 32 },
    price: { ...price, dollarsPerHour },
    source: file,
    date: price.date,
  };
};

const weightBitsOf = (meta: Meta, model: LlmModel | undefined, file: string): number => {
  if (meta.dtype === 'fp8') return 8;
  const asked = meta.quantization ?? undefined;
  if (asked !== undefined && !/^(none|null|)$/.test(asked)) {
    const bits = bitsInName(asked.replaceAll('_', '-'));
    if (bits !== undefined) return bits;
    throw new UsageFault(
      `${file}: expected quantization as fp8, int8, awq, gptq or another whose bits its name says; found “${asked}”.`,
    );
  }
  return bitsInName(meta.model ?? '') ?? model?.storedBits ?? 16;
};
