/** Servers for tests: a few shapes and cards as the content has them, and one small enough to be filled. */
import { llmServerOf } from '../server.ts';
import type { LlmOptions, LlmServer } from '../server.ts';
import type { LlmShape } from '../shape.ts';
import { isIdle, newLlm, offer } from '../state.ts';
import type { LlmState } from '../state.ts';
import { step } from '../step.ts';

export const LLAMA_8B: LlmShape = {
  layers: 32,
  hidden: 4096,
  heads: 32,
  kvHeads: 8,
  headDim: 128,
  intermediate: 14_336,
  vocabulary: 128_256,
  tied: false,
};

export const LLAMA_70B: LlmShape = { ...LLAMA_8B, layers: 80, hidden: 8192, heads: 64, intermediate: 28_672 };

export const QWEN3_32B: LlmShape = {
  ...LLAMA_8B,
  layers: 64,
  hidden: 5120,
  heads: 64,
  intermediate: 25_600,
  vocabulary: 151_936,
};

export const QWEN3_30B_A3B: LlmShape = {
  layers: 48,
  hidden: 2048,
  heads: 32,
  kvHeads: 4,
  headDim: 128,
  intermediate: 6144,
  vocabulary: 151_936,
  tied: false,
  experts: { count: 128, perToken: 8, intermediate: 768, shared: 0, denseLayers: 0 },
};

export const H100: LlmOptions['gpu'] = {
  memoryGib: 80,
  bandwidthGbPerS: 3350,
  tflops: { fp16: 989.4, fp8: 1978.9 },
  link: { name: 'NVLink 4', gbPerS: 450 },
};

export const A100: LlmOptions['gpu'] = {
  memoryGib: 80,
  bandwidthGbPerS: 2039,
  tflops: { fp16: 312 },
  link: { name: 'NVLink 3', gbPerS: 300 },
};

export const serverOf = (options: Partial<LlmOptions> = {}): LlmServer => {
  const made = llmServerOf({ shape: LLAMA_8B, gpu: H100, ...options });
  if ('refusal' in made) throw new Error(made.refusal);
  return made;
};

/** Room for few: seats, tokens in a step and blocks can all run out. */
export const smallServer = (changes: Partial<LlmServer> = {}): LlmServer => ({
  ...serverOf(),
  maxSequences: 4,
  stepTokens: 64,
  blocks: 40,
  ...changes,
});

export type Asked = { readonly prompt: number; readonly output: number; readonly cached?: number };

/** All of them offered at once, in order; the state before the first step. */
export const offered = (server: LlmServer, asked: readonly Asked[], atS = 0): LlmState => {
  const state = newLlm(server);
  asked.forEach(({ prompt, output, cached = 0 }, handle) => {
    if (!offer(state, handle, atS, prompt, output, cached))
      throw new Error(`Request ${handle} does not fit.`);
  });
  return state;
};

/** What each step did, until nothing is left to do. */
export type Stepped = {
  readonly tookS: number;
  readonly first: readonly number[];
  readonly finished: readonly number[];
};

export const steppedThrough = (state: LlmState, after: (state: LlmState) => void = () => {}): Stepped[] => {
  const steps: Stepped[] = [];
  let nowS = 0;
  while (!isIdle(state)) {
    // A horizon at once: one step at a time.
    const tookS = step(state, nowS, nowS);
    nowS += tookS;
    steps.push({
      tookS,
      first: [...state.first.subarray(0, state.firstCount)],
      finished: [...state.finished.subarray(0, state.finishedCount)],
    });
    after(state);
    if (steps.length > 100_000) throw new Error('It goes on for ever.');
  }
  return steps;
};
