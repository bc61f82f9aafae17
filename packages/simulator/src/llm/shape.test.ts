import { describe, expect, it } from 'vitest';
import { bitsInName, findGpu, findLlmModel } from './names.ts';
import { llmServerOf } from './server.ts';
import { activeParameters, kvBytesPerToken, parameters } from './shape.ts';
import { blocksFor } from './state.ts';
import { A100, H100, LLAMA_70B, LLAMA_8B, QWEN3_30B_A3B, QWEN3_32B, serverOf } from './testing/servers.ts';

describe('a model', () => {
  it.each([
    ['Llama 3.1 8B', LLAMA_8B, 131_072],
    ['Llama 3 70B', LLAMA_70B, 327_680],
    ['Qwen3 32B', QWEN3_32B, 262_144],
  ])('LS1 %s leaves so many bytes behind with each token', (_, shape, bytes) =>
    expect(kvBytesPerToken(shape, 2)).toBe(bytes),
  );

  it('LS1 keeps one compressed vector where its attention is latent', () =>
    expect(
      kvBytesPerToken(
        { ...LLAMA_8B, layers: 61, latent: { rank: 512, rope: 64, queryRank: 1536, nope: 128, value: 128 } },
        2,
      ),
    ).toBe(61 * 576 * 2));

  it('LS1 of experts has all in memory and multiplies with a few', () => {
    expect(parameters(QWEN3_30B_A3B) / 1e9).toBeCloseTo(30.53, 2);
    expect(activeParameters(QWEN3_30B_A3B) / 1e9).toBeCloseTo(3.04, 2);
  });
});

describe('names', () => {
  const gpus = [
    row('h100-80gb', 'NVIDIA H100 SXM', ['H100', 'H100-SXM5', 'H100 80GB HBM3']),
    row('rtx-pro-6000-96gb', 'NVIDIA RTX PRO 6000 Blackwell Server Edition', ['RTX PRO 6000']),
  ];

  it.each([
    ['H100', 'h100-80gb'],
    ['NVIDIA H100 80GB HBM3', 'h100-80gb'],
    ['h100_sxm5', 'h100-80gb'],
    ['RTXPRO6000', 'rtx-pro-6000-96gb'],
    ['NVIDIA RTX PRO 6000 Blackwell Server Edition', 'rtx-pro-6000-96gb'],
    ['H1000', undefined],
  ])('LS2 the card %s is %s', (name, id) => expect(findGpu(gpus, name)?.id).toBe(id));

  const models = [
    model('meta-llama/Llama-3.1-8B', ['meta-llama/Meta-Llama-3.1-8B']),
    model('Qwen/Qwen3-30B-A3B', []),
    model('mistralai/Mistral-7B-v0.1', []),
    model('mistralai/Mistral-7B-v0.3', []),
  ];

  it.each([
    ['meta-llama/Llama-3.1-8B', 'meta-llama/Llama-3.1-8B'],
    ['meta-llama/Meta-Llama-3.1-8B-Instruct', 'meta-llama/Llama-3.1-8B'],
    ['RedHatAI/Llama-3.1-8B-Instruct-FP8-dynamic', 'meta-llama/Llama-3.1-8B'],
    ['llama3.1:8b', 'meta-llama/Llama-3.1-8B'],
    ['qwen/qwen3-30b-a3b-instruct-2507', 'Qwen/Qwen3-30B-A3B'],
    ['mistralai/Mistral-7B-v0.3', 'mistralai/Mistral-7B-v0.3'],
    ['meta-llama/Llama-3.1-80B', undefined],
  ])('LS2 the model %s is %s', (name, id) => expect(findLlmModel(models, name)?.id).toBe(id));

  it.each([
    ['Qwen/Qwen3-32B-FP8', 8],
    ['Qwen2.5-7B-Instruct-AWQ', 4],
    ['meta-llama/Llama-3.1-8B', undefined],
  ])('LS2 %s says how many bits a weight has', (name, bits) => expect(bitsInName(name)).toBe(bits));
});

describe('a server', () => {
  it('LS3 has as many blocks as are left beside weights and buffers', () => {
    const { blocks, physics } = serverOf();
    const left = 80 * 2 ** 30 * 0.9 - parameters(LLAMA_8B) * 2 - physics.reservedBytes;
    expect(blocks).toBe(Math.floor(left / (131_072 * 16)));
  });

  it('LS3 shares weights and heads out among its cards, and copies heads where there are too few', () => {
    const four = serverOf({ shape: LLAMA_70B, tensorParallel: 4 });
    const left = 80 * 2 ** 30 * 0.9 - (parameters(LLAMA_70B) * 2) / 4 - four.physics.reservedBytes;
    expect(four.blocks).toBe(Math.floor(left / ((327_680 / 4) * 16)));
    const sixteen = serverOf({ shape: LLAMA_70B, tensorParallel: 16 });
    const each = 80 * 2 ** 30 * 0.9 - (parameters(LLAMA_70B) * 2) / 16 - sixteen.physics.reservedBytes;
    expect(sixteen.blocks).toBe(Math.floor(each / ((327_680 / 8) * 16)));
  });

  it('LS3 keeps only a window where a layer looks back no further', () => {
    const all = serverOf();
    const half = serverOf({ shape: { ...LLAMA_8B, window: { tokens: 128, fullEvery: 2 } } });
    expect(half.blocks / all.blocks).toBeCloseTo(2, 3);
    // Of 1600 tokens: 100 blocks where everything is looked at, and 8 for the window; of 64: 4 and 4.
    expect([1600, 64].map((tokens) => blocksFor(half, tokens))).toEqual([108, 8]);
    expect([1600, 64].map((tokens) => blocksFor(all, tokens))).toEqual([100, 4]);
    const mostly = serverOf({ shape: { ...LLAMA_8B, window: { tokens: 128, fullEvery: 4 } } });
    expect(blocksFor(mostly, 1600)).toBe(100 + 8 * 3);
  });

  it.each([
    [{ shape: LLAMA_70B, gpu: H100 }, /141\.1 GB.*1 × 80 GiB/],
    [{ shape: LLAMA_8B, gpu: H100, tensorParallel: 3 }, /divides the 32 attention heads; found 3/],
    [{ shape: LLAMA_8B, gpu: A100, mathBits: 8 as const }, /multiplies 8 bit numbers/],
  ])('LS3 is refused where it cannot be', (options, message) =>
    expect(llmServerOf(options)).toMatchObject({ refusal: expect.stringMatching(message) }),
  );
});

function row(id: string, name: string, called: readonly string[]) {
  const sourced = { source: 'a datasheet', date: '2026-01-31' };
  return { id, name, called, ...H100, price: { dollarsPerHour: 1, ...sourced }, ...sourced };
}

function model(id: string, called: readonly string[]) {
  return { ...LLAMA_8B, id, called, parametersB: 8, source: 'its config.json', date: '2026-01-31' };
}
