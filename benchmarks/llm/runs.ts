/**
 * Runs of the simulated server beside what others published: the same card and model rows as the product's, the servers set
 * up as their publishers describe them. TensorRT-LLM lets a request in when there is room for its whole answer.
 */
import type { Gpu, LlmModel } from '@dryrun/domain';
import {
  closedLoop,
  coursesOf,
  findGpu,
  findLlmModel,
  llmServerOf,
  productSeconds,
  replay,
  timesOf,
} from '@dryrun/simulator';
import type { LlmOptions, LlmRequest, LlmRun, LlmServer, LlmTimes } from '@dryrun/simulator';
import { MLPERF_ANSWER, MLPERF_SAMPLES } from './published.ts';
import type { MLPERF, Throughput, VIDUR } from './published.ts';

export type Hardware = { readonly gpus: readonly Gpu[]; readonly llmModels: readonly LlmModel[] };

const serverOf = (
  { gpus, llmModels }: Hardware,
  gpuName: string,
  modelName: string,
  options: Omit<LlmOptions, 'gpu' | 'shape'>,
): LlmServer => {
  const gpu = findGpu(gpus, gpuName);
  const shape = findLlmModel(llmModels, modelName);
  if (!gpu || !shape) throw new Error(`Expected ${gpuName} and ${modelName} in the tables.`);
  const server = llmServerOf({ gpu, shape, ...options });
  if ('refusal' in server) throw new Error(server.refusal);
  return server;
};

/** FP8 for weights, keys and values. */
const TENSORRT_LLM = {
  weightBits: 8,
  kvBits: 8,
  reserve: 'answer',
  maxSequences: 2048,
  stepTokens: 8192,
} as const satisfies Partial<LlmOptions>;

/** Of the datasheet's bandwidth or arithmetic, what the four products of a layer reach. */
export const vidurShares = (hardware: Hardware, row: (typeof VIDUR)[number]) => {
  const share = (cards: number): number => {
    const gpu = findGpu(hardware.gpus, row.gpu);
    if (!gpu) throw new Error(`Expected ${row.gpu} in the table.`);
    // The products of one layer alone: whether the model fits is another question.
    const server = serverOf(hardware, row.gpu, 'meta-llama/Llama-2-70b-hf', {
      tensorParallel: Math.max(4, cards),
    });
    const { hidden, heads, kvHeads, headDim, intermediate } = server.shape;
    const products = [
      [hidden, ((heads + 2 * kvHeads) * headDim) / cards],
      [(heads * headDim) / cards, hidden],
      [hidden, (2 * intermediate) / cards],
      [intermediate / cards, hidden],
    ] as const;
    const tookS = products.reduce(
      (sum, [inner, columns]) => sum + productSeconds(server, row.tokens, inner, columns),
      0,
    );
    const weights = products.reduce((sum, [inner, columns]) => sum + inner * columns, 0);
    return row.of === 'bandwidth'
      ? (weights * 2) / server.bandwidth / tookS
      : (2 * row.tokens * weights) / server.flops / tookS;
  };
  return { one: share(1), eight: share(8) };
};

/** Even steps round the circle by the golden ratio and its kin: spread like chance, and the same each time. */
const spread = (index: number, step: number): number => (0.5 + index * step) % 1;
const STEPS = { prompt: 0.7548776662466927, answer: 0.5698402909980532 };

/** An exponential answer cut at 1024, whose mean is what the logs have; prompts from a fifth to nine fifths of their mean. */
const mlperfRequest = (index: number, prompt: number): Omit<LlmRequest, 'arrivalS'> => {
  const answer = -Math.log(1 - spread(index, STEPS.answer)) * MLPERF_ANSWER * 1.035;
  return {
    promptTokens: Math.max(1, Math.round(prompt * (0.2 + 1.6 * spread(index, STEPS.prompt)))),
    outputTokens: Math.max(1, Math.min(1024, Math.round(answer))),
  };
};

type MlperfRow = (typeof MLPERF)[number];

const mlperfServer = (hardware: Hardware, { gpu, together }: MlperfRow): LlmServer =>
  serverOf(hardware, gpu, 'meta-llama/Llama-2-70b-hf', {
    ...TENSORRT_LLM,
    tensorParallel: together,
    maxSequences: 1024,
    memoryUtilisation: 0.95,
  });

const perS = (run: LlmRun): number => run.outputTokens.reduce((sum, tokens) => sum + tokens, 0) / run.endS;

/** All of them there at once; tokens a second of all cards. */
export const mlperfOffline = (hardware: Hardware, row: MlperfRow, prompt: number): number => {
  const groups = row.cards / row.together;
  const requests = Array.from({ length: MLPERF_SAMPLES / groups }, (_, index) => ({
    arrivalS: 0,
    ...mlperfRequest(index, prompt),
  }));
  return perS(replay(mlperfServer(hardware, row), requests)) * groups;
};

/** As long as MLPerf asks a run to be. */
const MLPERF_S = 600;

/** At so many tokens a second of all cards, coming at random: the times of all but the first quarter. */
export const mlperfAt = (
  hardware: Hardware,
  row: MlperfRow,
  prompt: number,
  tokensPerS: number,
): LlmTimes => {
  const rate = (tokensPerS / MLPERF_ANSWER / row.cards) * row.together;
  let arrivalS = 0;
  const requests = Array.from({ length: Math.round(rate * MLPERF_S) }, (_, index) => {
    arrivalS -= Math.log(1 - chance(index)) / rate;
    return { arrivalS, ...mlperfRequest(index, prompt) };
  });
  const courses = coursesOf(replay(mlperfServer(hardware, row), requests));
  return timesOf(courses.slice(Math.round(courses.length / 4)));
};

/** Within what the server scenario allows. */
export const isWithin = ({ ttftMs, tpotMs }: LlmTimes): boolean => ttftMs.p99 <= 2000 && tpotMs.p99 <= 200;

/** The highest rate within what is allowed, to a hundredth. */
export const mlperfServed = (hardware: Hardware, row: MlperfRow, prompt: number): number => {
  let least = row.server / 4;
  let most = row.server * 2;
  while (most / least > 1.01) {
    const middle = (least + most) / 2;
    if (isWithin(mlperfAt(hardware, row, prompt, middle))) least = middle;
    else most = middle;
  }
  return least;
};

/** Between 0 and 1, by mixing the bits of its place: neighbours have nothing to do with each other. */
const chance = (index: number): number => {
  let bits = Math.imul(index + 1, 0x9e3779b9);
  bits = Math.imul(bits ^ (bits >>> 16), 0x21f0aaad);
  bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
  return ((bits ^ (bits >>> 15)) >>> 0) / 2 ** 32;
};

export type Concurrency = { readonly ttftMs: number; readonly itlMs: number; readonly tokensPerS: number };

/** So many clients, four requests of each; the first of each, which all come at once, are left out. */
export const nimAt = (hardware: Hardware, clients: number): Concurrency => {
  const server = serverOf(hardware, 'H100', 'meta-llama/Llama-3.3-70B-Instruct', {
    ...TENSORRT_LLM,
    tensorParallel: 2,
    maxSequences: 256,
  });
  const requests = Array.from({ length: Math.max(5 * clients, 40) }, () => ({
    promptTokens: 5000,
    outputTokens: 500,
  }));
  const courses = coursesOf(closedLoop(server, clients, requests));
  const { ttftMs, tpotMs, e2eMs } = timesOf(courses.slice(clients, -clients));
  return { ttftMs: ttftMs.mean, itlMs: tpotMs.mean, tokensPerS: (clients * 500) / (e2eMs.mean / 1000) };
};

/** Tokens a second out, of as many requests as are enough to fill it. */
export const tensorrtAt = (
  hardware: Hardware,
  { gpu, model, together }: Throughput,
  promptTokens: number,
  outputTokens: number,
): number => {
  const server = serverOf(hardware, gpu, model, { ...TENSORRT_LLM, tensorParallel: together });
  const count = Math.max(200, Math.min(4000, Math.round(4e6 / (promptTokens + outputTokens))));
  return perS(
    replay(
      server,
      Array.from({ length: count }, () => ({ arrivalS: 0, promptTokens, outputTokens })),
    ),
  );
};
