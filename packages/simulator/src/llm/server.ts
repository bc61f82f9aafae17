/**
 * A server of one language model, with everything about it that does not change while it runs: what fits into its
 * cards' memory, and what its matrices weigh. `llmServerOf` makes it once, or says why there can be none.
 */
import type { Gpu } from '@dryrun/domain';
import { PHYSICS } from './physics.ts';
import type { Physics } from './physics.ts';
import { embeddingParameters, fullLayers, keptPerLayer, parameters } from './shape.ts';
import type { LlmShape } from './shape.ts';

export type Speculation = {
  /** Guessed in each step. */
  readonly tokens: number;
  /** The chance that a guess is right, given that those before it were. */
  readonly acceptance: number;
  /** What a guess costs, as a share of reading the whole model once. */
  readonly draftShare: number;
};

export type Link = { readonly gbPerS: number; readonly latencyS: number };

/** Whatever is left out is as vLLM has it by default, and 16 bit. */
export type LlmOptions = {
  readonly shape: LlmShape;
  readonly gpu: Pick<Gpu, 'memoryGib' | 'bandwidthGbPerS' | 'tflops' | 'link' | 'measured'>;
  readonly tensorParallel?: number;
  readonly weightBits?: number;
  readonly kvBits?: number;
  /** What is multiplied with what; 16 where the weights are only stored smaller, or the card has nothing for 8. */
  readonly mathBits?: 16 | 8 | 4;
  readonly maxSequences?: number;
  readonly stepTokens?: number;
  readonly blockTokens?: number;
  readonly memoryUtilisation?: number;
  readonly chunkedPrefill?: boolean;
  /** The next step is put together while this one runs, so that whoever comes now is in the one after it. */
  readonly asynchronous?: boolean;
  /** Room that is found before a request is let in: for its prompt, or for the answer too, so that none is pre-empted. */
  readonly reserve?: 'prompt' | 'answer';
  /** Of each prompt, the share whose keys and values are there already. */
  readonly prefixHit?: number;
  readonly speculation?: Speculation;
  readonly link?: Link;
  readonly physics?: Physics;
};

export type LlmServer = Required<Omit<LlmOptions, 'gpu' | 'speculation' | 'link'>> & {
  readonly speculation: Speculation | undefined;
  readonly link: Link;
  /** Of one card. */
  readonly bandwidth: number;
  /** With the weights, and with what is always multiplied in 16 bit: keys, values and the last matrix. */
  readonly flops: number;
  readonly flops16: number;
  /** Reached, of the two. */
  readonly bandwidthShare: number;
  readonly computeShare: number;
  /** Of the arithmetic that 16 bit reach, what the weights' own do. */
  readonly narrowShare: number;
  /** Before and after each product with the weights. */
  readonly fixedS: number;
  readonly weightBytes: number;
  /** Places for keys and values of so many tokens in the layers that look at everything. */
  readonly blocks: number;
  /** Layers with a window take of them too: for each token in the window, as many as there are to one of the others. */
  readonly windowShare: number;
};

export type LlmRefusal = { readonly refusal: string };

const GIB = 2 ** 30;

export const llmServerOf = (options: LlmOptions): LlmServer | LlmRefusal => {
  const { shape, gpu } = options;
  const physics = options.physics ?? PHYSICS;
  const tensorParallel = options.tensorParallel ?? 1;
  const weightBits = options.weightBits ?? 16;
  const mathBits = options.mathBits ?? (weightBits === 8 && gpu.tflops.fp8 !== undefined ? 8 : 16);
  const blockTokens = options.blockTokens ?? 16;
  const maxSequences = options.maxSequences ?? 256;
  const memoryUtilisation = options.memoryUtilisation ?? 0.9;
  const kvBits = options.kvBits ?? 16;
  if (shape.heads % tensorParallel !== 0)
    return {
      refusal: `Expected a number of cards that divides the ${shape.heads} attention heads; found ${tensorParallel}.`,
    };
  const flops = flopsOf(gpu.tflops, mathBits);
  if (flops === undefined)
    return { refusal: `Expected a card that multiplies ${mathBits} bit numbers; this one does not.` };
  const weightBytes = bytesOf(shape, weightBits);
  const memory = gpu.memoryGib * GIB * memoryUtilisation;
  // Keys and values are shared out by heads; where there are fewer heads than cards, each card has a copy.
  const kept = shape.latent
    ? keptPerLayer(shape)
    : keptPerLayer(shape) / Math.min(tensorParallel, shape.kvHeads);
  const tokenBytes = (kept * kvBits) / 8;
  const full = fullLayers(shape);
  const left = memory - weightBytes / tensorParallel - physics.reservedBytes;
  const blocks = Math.floor(left / (full * tokenBytes * blockTokens));
  if (blocks < 1)
    return {
      refusal: `Expected room for the model's ${gigabytes(weightBytes)} and its keys and values on ${tensorParallel} × ${gpu.memoryGib} GiB, of which ${memoryUtilisation * 100} % may be used: take more or larger cards, or fewer bits a weight.`,
    };
  return {
    shape,
    physics,
    tensorParallel,
    weightBits,
    kvBits,
    mathBits,
    maxSequences,
    stepTokens: options.stepTokens ?? 2048,
    blockTokens,
    memoryUtilisation,
    chunkedPrefill: options.chunkedPrefill ?? true,
    asynchronous: options.asynchronous ?? true,
    reserve: options.reserve ?? 'prompt',
    prefixHit: options.prefixHit ?? 0,
    speculation: options.speculation,
    link: options.link ?? {
      gbPerS: gpu.link.gbPerS * (gpu.link.name.startsWith('PCIe') ? physics.busShare : physics.linkShare),
      latencyS: physics.linkLatencyS,
    },
    bandwidth: gpu.bandwidthGbPerS * 1e9,
    flops,
    flops16: gpu.tflops.fp16 * 1e12,
    bandwidthShare: gpu.measured?.bandwidth ?? physics.bandwidthShare,
    computeShare: gpu.measured?.compute ?? physics.computeShare,
    narrowShare: mathBits < 16 ? physics.narrowShare : 1,
    fixedS: physics.matrixS + (mathBits < 16 ? physics.smallS : 0),
    weightBytes,
    blocks,
    windowShare: (shape.layers - full) / full,
  };
};

/** Embeddings and the last matrix stay in 16 bit, however few the others are rounded to. */
const bytesOf = (shape: LlmShape, weightBits: number): number => {
  const ends = embeddingParameters(shape) * (shape.tied ? 1 : 2);
  return ((parameters(shape) - ends) * weightBits + ends * 16) / 8;
};

const flopsOf = (tflops: Gpu['tflops'], bits: 16 | 8 | 4): number | undefined => {
  const found = { 16: tflops.fp16, 8: tflops.fp8 ?? tflops.int8, 4: tflops.fp4 }[bits];
  return found === undefined ? undefined : found * 1e12;
};

const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(1)} GB`;
