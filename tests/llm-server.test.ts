// Proves docs/spec/llm-server.md on the tables that ship and against what others published.

import { join } from 'node:path';
import { loadHardware } from '@dryrun/app';
import { bitsInName, findGpu, findLlmModel, llmServerOf, parameterCount } from '@dryrun/simulator';
import { describe, expect, it } from 'vitest';
import {
  MLPERF,
  MLPERF_PROMPT,
  MLPERF_PROMPT_OFF,
  NIM,
  TENSORRT,
  VIDUR,
} from '../benchmarks/llm/published.ts';
import { isWithin, mlperfAt, mlperfOffline, nimAt, tensorrtAt, vidurShares } from '../benchmarks/llm/runs.ts';

const hardware = await loadHardware(join(import.meta.dirname, '../content'));
const { gpus, llmModels } = hardware;

const PROMPTS = [-1, 0, 1].map((way) => MLPERF_PROMPT + way * MLPERF_PROMPT_OFF);

describe('the tables that ship', () => {
  it.each(llmModels)('LS25 $id adds up to what its publisher says it has, within 2 %', (model) =>
    expect(Math.abs(parameterCount(model) / 1e9 / model.parametersB - 1)).toBeLessThan(0.02),
  );

  it('LS25 have a source and a day for each row, each price and each measured share', () => {
    const sourced = [
      ...gpus,
      ...gpus.map(({ price }) => price),
      ...gpus.flatMap(({ measured }) => measured ?? []),
      ...llmModels,
    ];
    expect(sourced.filter(({ source }) => !/^assumption: |\w\.\w+\/\w/.test(source))).toEqual([]);
    expect(gpus.length).toBeGreaterThanOrEqual(18);
    expect(llmModels.length).toBeGreaterThanOrEqual(45);
  });

  it('LS25 have dense figures: what 8 bits give is twice what 16 do, and no card has the sparse one', () => {
    for (const { tflops } of gpus)
      if (tflops.fp8 !== undefined) expect(tflops.fp8 / tflops.fp16).toBeCloseTo(2, 1);
    // The figures of two cards that are most often quoted with sparsity.
    expect(findGpu(gpus, 'H100')?.tflops).toMatchObject({ fp16: 989.4, fp8: 1978.9 });
    expect(findGpu(gpus, 'L4')?.tflops).toMatchObject({ fp16: 121, fp8: 242 });
  });

  it.each([
    ['T4', 16, 320, 65],
    ['L4', 24, 300, 121],
    ['L40S', 48, 864, 362],
    ['A100-80', 80, 2039, 312],
    ['H100', 80, 3350, 989],
    ['H200', 141, 4800, 989],
  ])('LS25 have %s as its datasheet does', (name, memoryGib, bandwidthGbPerS, fp16) => {
    const gpu = findGpu(gpus, name);
    expect(gpu).toMatchObject({ memoryGib, bandwidthGbPerS });
    expect(Math.floor(gpu?.tflops.fp16 ?? 0)).toBe(fp16);
  });

  it.each([
    ['RTXPRO6000', 'rtx-pro-6000-96gb'],
    ['NVIDIA GeForce RTX 4090', 'rtx-4090-24gb'],
    ['NVIDIA H100 80GB HBM3', 'h100-80gb'],
    ['NVIDIA A100-SXM4-80GB', 'a100-80gb'],
    ['NVIDIA L40S', 'l40s-48gb'],
    ['H200', 'h200-141gb'],
    ['AMD Instinct MI300X', 'mi300x-192gb'],
    ['TPU v6e', 'tpu-v6e-32gb'],
    ['RTX A6000', 'rtx-a6000-48gb'],
    ['A6000', 'rtx-a6000-48gb'],
  ])('LS2 find the card that is called %s', (name, id) => expect(findGpu(gpus, name)?.id).toBe(id));

  it.each([
    ['meta-llama/Llama-3.1-70B', 'meta-llama/Llama-3.1-70B', undefined],
    ['meta-llama/Meta-Llama-3.1-405B-Instruct-FP8', 'meta-llama/Llama-3.1-405B', 8],
    ['meta-llama/Llama-2-70b-chat-hf', 'meta-llama/Llama-2-70b-hf', undefined],
    ['Qwen/Qwen3-30B-A3B', 'Qwen/Qwen3-30B-A3B', undefined],
    ['Qwen/Qwen3-30B-A3B-Instruct-2507', 'Qwen/Qwen3-30B-A3B', undefined],
    ['Qwen/Qwen2.5-72B-Instruct-AWQ', 'Qwen/Qwen2.5-72B', 4],
    ['mistralai/Mixtral-8x7B-Instruct-v0.1', 'mistralai/Mixtral-8x7B-v0.1', undefined],
    ['google/gemma-2-9b-it', 'google/gemma-2-9b', undefined],
    ['openai/gpt-oss-120b', 'openai/gpt-oss-120b', undefined],
    ['deepseek-ai/DeepSeek-R1', 'deepseek-ai/DeepSeek-V3', undefined],
    ['deepseek-ai/DeepSeek-R1-Distill-Llama-70B', 'meta-llama/Llama-3.3-70B-Instruct', undefined],
  ])('LS2 find the model that is called %s', (name, id, bits) => {
    expect(findLlmModel(llmModels, name)?.id).toBe(id);
    expect(bitsInName(name)).toBe(bits);
  });

  it('LS2 find every row by each of its names, and by no name another', () => {
    for (const gpu of gpus)
      for (const name of [gpu.id, gpu.name, ...gpu.called])
        expect([name, findGpu(gpus, name)]).toEqual([name, gpu]);
    for (const model of llmModels)
      for (const name of [model.id, model.id.toUpperCase(), ...model.called])
        expect([name, findLlmModel(llmModels, name)]).toEqual([name, model]);
  });

  it('LS3 every model runs on enough of the largest cards', () => {
    const gpu = findGpu(gpus, 'MI300X');
    if (!gpu) throw new Error('Expected an MI300X.');
    for (const shape of llmModels) {
      const many = [1, 2, 4, 8].filter((cards) => shape.heads % cards === 0);
      const made = many.map((tensorParallel) =>
        llmServerOf({ shape, gpu, tensorParallel, weightBits: shape.storedBits ?? 16 }),
      );
      expect([shape.id, made.some((server) => 'blocks' in server)]).toEqual([shape.id, true]);
    }
  });
});

describe('what others measured', () => {
  it('LS26 products reach what Vidur profiled within a quarter each, and a tenth on the whole', () => {
    const errors = VIDUR.flatMap((row) => {
      const { one, eight } = vidurShares(hardware, row);
      return [Math.abs(one / row.one - 1), Math.abs(eight / row.eight - 1)];
    });
    expect(errors.filter((error) => error > 0.25)).toEqual([]);
    expect(errors.reduce((sum, error) => sum + error, 0) / errors.length).toBeLessThan(0.1);
  });

  it.each(MLPERF.flatMap((row) => PROMPTS.map((prompt) => ({ row, ...row, prompt }))))(
    'LS27 MLPerf offline, $system, prompts of $prompt tokens: within 30 %',
    ({ row, prompt }) =>
      expect(Math.abs(mlperfOffline(hardware, row, prompt) / row.offline - 1)).toBeLessThan(0.3),
  );

  it.each(MLPERF)(
    'LS27 MLPerf server, $system: keeps its limits at 70 % of the rate, and not at 130 %',
    (row) => {
      expect(isWithin(mlperfAt(hardware, row, MLPERF_PROMPT, row.server * 0.7))).toBe(true);
      expect(isWithin(mlperfAt(hardware, row, MLPERF_PROMPT, row.server * 1.3))).toBe(false);
    },
  );

  it('LS28 NIM saturates within 15 % of what was measured, and a client more waits as Little’s law says', () => {
    const [at200, at250] = [nimAt(hardware, 200), nimAt(hardware, 250)];
    const measured = NIM.at(-1)?.tokensPerS ?? 0;
    expect(Math.abs(at250.tokensPerS / measured - 1)).toBeLessThan(0.15);
    const slopeMs = (at250.ttftMs - at200.ttftMs) / 50;
    expect(Math.abs(slopeMs / ((500 / at250.tokensPerS) * 1000) - 1)).toBeLessThan(0.05);
    // More clients wait longer and get no slower.
    expect(at250.itlMs / at200.itlMs).toBeCloseTo(1, 2);
  });

  it.each(
    TENSORRT.flatMap((server) =>
      server.rows.map(([input, output, published]) => ({ ...server, input, output, published })),
    ),
  )('LS29 TensorRT-LLM, $model on $gpu, $input in and $output out: within 20 %', (row) =>
    expect(Math.abs(tensorrtAt(hardware, row, row.input, row.output) / row.published - 1)).toBeLessThan(0.2),
  );
});
