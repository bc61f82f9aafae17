/** A language model's server from its settings: a card and a model of the tables, or a model by its few numbers. */
import type { Values } from '@dryrun/design';
import { findGpu, findLlmModel } from '../llm/names.ts';
import { PHYSICS } from '../llm/physics.ts';
import { llmServerOf } from '../llm/server.ts';
import type { LlmServer } from '../llm/server.ts';
import { attentionParameters, embeddingParameters, parameters } from '../llm/shape.ts';
import type { LlmShape } from '../llm/shape.ts';
import { blocksFor } from '../llm/state.ts';
import type { Length } from '../model.ts';
import { number, word } from '../settings.ts';
import type { Around, Sized } from './sized.ts';

export const llmServer = (settings: Values, { palette, classes }: Around): Sized => {
  const gpu = findGpu(palette.gpus, word(settings, 'gpu') ?? '');
  if (!gpu) return { notes: [`its card “${word(settings, 'gpu')}” is not in the table: it has no service.`] };
  const named = word(settings, 'model');
  const model = named === undefined ? undefined : findLlmModel(palette.llmModels, named);
  const notes: string[] = [];
  if (named !== undefined && !model)
    notes.push(`its model “${named}” is not in the table: its parameters and layers are used instead.`);
  const shape = model ?? shapeBy(settings);
  const cards = number(settings, 'gpusPerReplica') ?? 1;
  const weightBits = (number(settings, 'weightBytes') ?? 2) * 8;
  const speculated = number(settings, 'speculation.tokens');
  const server = llmServerOf({
    shape,
    gpu,
    tensorParallel: cards,
    weightBits,
    kvBits: (number(settings, 'kvBytes') ?? 2) * 8,
    maxSequences: number(settings, 'maxSequences') ?? 256,
    stepTokens: number(settings, 'stepTokens') ?? 2048,
    memoryUtilisation: number(settings, 'memoryUtilisation') ?? 0.9,
    prefixHit: number(settings, 'prefixHit') ?? 0,
    ...(speculated === undefined || speculated === 0
      ? {}
      : {
          speculation: {
            tokens: speculated,
            acceptance: number(settings, 'speculation.acceptance') ?? 0.7,
            draftShare: number(settings, 'speculation.draft') ?? 0.05,
          },
        }),
    physics: {
      ...PHYSICS,
      stepS: number(settings, 'stepOverhead') ?? PHYSICS.stepS,
      reservedBytes:
        (number(settings, 'bufferMemory') ?? PHYSICS.reservedBytes) +
        ((number(settings, 'adapters') ?? 0) * ADAPTER_SHARE * weightBits * parameters(shape)) / 8 / cards,
    },
  });
  if ('refusal' in server) return { notes: [...notes, `it cannot start. ${server.refusal}`], errorRate: 1 };
  const reached = reachedBy(server, settings);
  return {
    work: { how: 'steps', server: reached },
    servers: seatsOf(
      reached,
      classes.map(({ tokens }) => tokens),
    ),
    facts: { memoryBytes: server.weightBytes },
    notes,
  };
};

/** Shares of the datasheet that somebody gives are of the whole, whatever the number of bits. */
const reachedBy = (server: LlmServer, settings: Values): LlmServer => {
  const compute = number(settings, 'efficiencyCompute');
  return {
    ...server,
    ...(compute === undefined ? {} : { computeShare: compute, narrowShare: 1 }),
    bandwidthShare: number(settings, 'efficiencyBandwidth') ?? server.bandwidthShare,
  };
};

/**
 * Requests that fit in at a time: as many as may be in one step, or as find room for their keys and values, on average
 * with half of their answers.
 */
const seatsOf = (
  server: LlmServer,
  lengths: readonly { readonly prompt: Length; readonly answer: Length }[],
): number => {
  const mean = (of: (length: (typeof lengths)[number]) => number) =>
    lengths.length === 0 ? 1 : lengths.reduce((sum, each) => sum + of(each), 0) / lengths.length;
  const tokens =
    mean(({ prompt }) => prompt.mean) * (1 - server.prefixHit) + mean(({ answer }) => answer.mean) / 2;
  return Math.max(
    1,
    Math.min(server.maxSequences, Math.floor(server.blocks / blocksFor(server, Math.max(1, tokens)))),
  );
};

/** Of the weights, what one fine-tuned version of rank 16 adds: an assumption. */
const ADAPTER_SHARE = 0.0025;
const VOCABULARY = 128_256;

/** The feed-forward part is as wide as the parameters leave it. */
const shapeBy = (settings: Values): LlmShape => {
  const hidden = number(settings, 'hiddenSize') ?? 4096;
  const headDim = number(settings, 'headDim') ?? 128;
  const shape: LlmShape = {
    layers: number(settings, 'layers') ?? 32,
    hidden,
    heads: Math.max(1, Math.round(hidden / headDim)),
    kvHeads: number(settings, 'kvHeads') ?? 8,
    headDim,
    intermediate: 0,
    vocabulary: VOCABULARY,
    tied: false,
  };
  const wanted = number(settings, 'parameters') ?? 8e9;
  const rest = wanted - shape.layers * attentionParameters(shape) - 2 * embeddingParameters(shape);
  return { ...shape, intermediate: Math.max(1, Math.round(rest / (3 * hidden * shape.layers))) };
};
