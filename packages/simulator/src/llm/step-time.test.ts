import { describe, expect, it } from 'vitest';
import { parameters } from './shape.ts';
import { stepSeconds } from './step-time.ts';
import type { LlmOptions, LlmServer } from './server.ts';
import type { Batch } from './state.ts';
import { A100, H100, LLAMA_70B, LLAMA_8B, QWEN3_30B_A3B, serverOf } from './testing/servers.ts';

const NOTHING: Batch = {
  tokens: 0,
  readTokens: 0,
  sampled: 0,
  decoding: 0,
  context: 0,
  windowContext: 0,
  pairs: 0,
  windowPairs: 0,
  readContext: 0,
};

/** So many that decode, each with so much behind it. */
const decoding = (sequences: number, context: number): Batch => ({
  ...NOTHING,
  tokens: sequences,
  sampled: sequences,
  decoding: sequences,
  context: sequences * context,
  windowContext: sequences * context,
});

const reading = (tokens: number): Batch => ({
  ...NOTHING,
  tokens,
  readTokens: tokens,
  sampled: 1,
  pairs: (tokens * (tokens + 1)) / 2,
});

/** Nothing that is fixed: roofs alone. */
const bare = (options: Partial<LlmOptions> = {}): LlmServer => {
  const server = serverOf(options);
  return {
    ...server,
    fixedS: 0,
    physics: { ...server.physics, stepS: 0, smallS: 0, attentionS: 0, knee: 16 },
  };
};

describe('a step', () => {
  it('LS4 of one sequence takes as long as reading the weights takes', () => {
    const server = bare();
    const roofS = (server.weightBytes - 128_256 * 4096 * 2) / (server.bandwidth * server.bandwidthShare);
    const tookS = stepSeconds(server, decoding(1, 1));
    expect(tookS).toBeGreaterThan(roofS);
    expect(tookS).toBeLessThan(roofS * 1.01);
  });

  it('LS4 on an A100 of 40 GB answers one user of Llama 3.1 8B at about 75 tokens a second', () => {
    const server = serverOf({ gpu: { ...A100, memoryGib: 40, bandwidthGbPerS: 1555 } });
    const perSecond = 1 / stepSeconds(server, decoding(1, 500));
    expect(perSecond).toBeGreaterThan(75 * 0.85);
    expect(perSecond).toBeLessThan(75 * 1.15);
  });

  it.each([
    ['A100', A100, 153],
    ['H100', H100, 295],
  ])('LS5 on an %s arithmetic takes over where the roofs cross', (_, gpu, batch) => {
    const server = serverOf({ gpu });
    const even = { ...server, bandwidthShare: 1, computeShare: 1 };
    // One more layer is one more layer's products: all else falls out of the difference.
    const layerS = (tokens: number) =>
      stepSeconds({ ...bareOf(even), shape: { ...LLAMA_8B, layers: 33 } }, weights(tokens)) -
      stepSeconds({ ...bareOf(even), shape: LLAMA_8B }, weights(tokens));
    const products = 218_103_808;
    const readS = (products * 2) / server.bandwidth;
    expect((batch * 2 * products) / server.flops / readS).toBeCloseTo(1, 1);
    expect(layerS(Math.round(batch / 8))).toBeLessThan(readS * 1.15);
    const far = batch * 8;
    const multipliedS = (far * 2 * products) / server.flops;
    expect(layerS(far)).toBeGreaterThan(multipliedS);
    expect(layerS(far)).toBeLessThan(multipliedS * 1.35);
  });

  it('LS5 is never faster than either roof, and slower near the bend', () => {
    const server = serverOf();
    const times = [1, 64, 128, 256, 512, 1024].map((tokens) => stepSeconds(server, reading(tokens)));
    for (const [index, tookS] of times.entries())
      if (index > 0) expect(tookS).toBeGreaterThan(times[index - 1]!);
  });

  it('LS6 reads the keys and values of those that decode, as a straight line', () => {
    const server = serverOf();
    const at = (context: number) => stepSeconds(server, decoding(64, context));
    const perTokenS = (at(2000) - at(1000)) / 1000;
    expect(perTokenS).toBeCloseTo((64 * 131_072) / (server.bandwidth * server.physics.attentionShare), 12);
    expect(at(3000) - at(2000)).toBeCloseTo(at(2000) - at(1000), 9);
  });

  it('LS6 compares each token of a prompt with all before it, and reads what earlier pieces left behind', () => {
    const server = serverOf();
    const { flops16, bandwidth, physics } = server;
    const whole = reading(1024);
    // The second half of a prompt: as many tokens, three times as many pairs as the first half.
    const half = { ...reading(512), pairs: 512 * 512 + (512 * 513) / 2, readContext: 512 };
    const more = stepSeconds(server, half) - stepSeconds(server, reading(512));
    const pairsS = (32 * 512 * 512 * 4 * 32 * 128) / (flops16 * physics.promptAttentionShare);
    const keptS = (512 * 131_072) / (bandwidth * physics.attentionShare);
    expect(more).toBeCloseTo(pairsS + keptS, 9);
    expect(half.pairs + reading(512).pairs).toBe(whole.pairs);
  });

  it('LS6 looks back no further than the window in layers that have one', () => {
    const shape = { ...LLAMA_8B, window: { tokens: 1000, fullEvery: 4 } };
    const server = serverOf({ shape });
    const at = (context: number) =>
      stepSeconds(server, {
        ...decoding(1, context),
        windowContext: Math.min(context, 1000),
      });
    const perTokenS = 131_072 / (server.bandwidth * server.physics.attentionShare);
    expect(at(900) - at(800)).toBeCloseTo(100 * perTokenS, 12);
    expect(at(3000) - at(2900)).toBeCloseTo((100 * perTokenS) / 4, 12);
  });

  it('LS7 on two cards exchanges twice a layer, round a ring', () => {
    const slow = { gbPerS: 16, latencyS: 20e-6 };
    const fast = { gbPerS: 1e9, latencyS: 0 };
    const two = serverOf({ tensorParallel: 2, link: slow });
    const apart = stepSeconds(two, reading(512)) - stepSeconds({ ...two, link: fast }, reading(512));
    const ringS = 20e-6 + (512 * 4096 * 2) / 16e9;
    const logitsS = 20e-6 + 128_256 / 16e9;
    expect(apart).toBeCloseTo(64 * ringS + logitsS, 8);
    const one = serverOf({ link: slow });
    expect(stepSeconds(one, reading(512))).toBe(stepSeconds({ ...one, link: fast }, reading(512)));
  });

  it('LS7 where no link is given has two thirds of one made for it, and a quarter of a bus', () => {
    const gbPerS = (name: string) =>
      serverOf({ gpu: { ...H100, link: { name, gbPerS: 64 } }, tensorParallel: 2 }).link.gbPerS;
    expect(gbPerS('NVLink 4')).toBeCloseTo(64 * 0.65, 9);
    expect(gbPerS('PCIe 5.0 x16')).toBeCloseTo(64 * 0.25, 9);
  });

  it('LS7 on eight cards is faster than on four, and less than twice', () => {
    const on = (tensorParallel: number) =>
      stepSeconds(serverOf({ shape: LLAMA_70B, tensorParallel }), decoding(16, 1000));
    expect(on(4) / on(8)).toBeGreaterThan(1.2);
    expect(on(4) / on(8)).toBeLessThan(2);
  });

  it('LS8 with weights of 8 bit reads half, but for the last matrix, and of 8 bit keeps twice as many', () => {
    const [half, whole] = [bare({ weightBits: 8 }), bare()].map((server) =>
      stepSeconds(server, decoding(1, 1)),
    );
    const ends = 128_256 * 4096;
    const others = parameters(LLAMA_8B) - 2 * ends;
    expect(half! / whole!).toBeCloseTo((others + 2 * ends) / (2 * others + 2 * ends), 2);
    expect(serverOf({ weightBits: 8 }).weightBytes).toBe(others + 2 * 2 * ends);
    expect(serverOf({ kvBits: 8 }).blocks / serverOf().blocks).toBeCloseTo(2, 3);
  });

  it('LS8 multiplies 8 bit faster only where the card can', () => {
    const large = reading(4096);
    const [h100, h100In8] = [16, 8].map((weightBits) => stepSeconds(serverOf({ weightBits }), large));
    const [a100, a100In8] = [16, 8].map((weightBits) =>
      stepSeconds(serverOf({ weightBits, gpu: A100 }), large),
    );
    expect(h100In8! / h100!).toBeLessThan(0.8);
    expect(a100In8! / a100!).toBeGreaterThan(0.98);
  });

  it('LS9 of experts reads those that its tokens ask for, each once', () => {
    const server = bare({ shape: QWEN3_30B_A3B });
    const expertBytes = 3 * 2048 * 768 * 2;
    const readS = (count: number) => (48 * count * expertBytes) / (server.bandwidth * server.bandwidthShare);
    const none = { ...server, shape: { ...QWEN3_30B_A3B, experts: undefined, intermediate: 1 } };
    const ofExpertsS = (sequences: number) =>
      stepSeconds(server, decoding(sequences, 1)) - stepSeconds(none, decoding(sequences, 1));
    expect(ofExpertsS(1) / readS(8)).toBeCloseTo(1, 1);
    expect(ofExpertsS(64) / readS(128)).toBeCloseTo(1, 1);
  });

  it('LS9 with nothing in it takes no time', () => expect(stepSeconds(serverOf(), NOTHING)).toBe(0));
});

const bareOf = (server: LlmServer): LlmServer => ({
  ...server,
  fixedS: 0,
  physics: { ...server.physics, stepS: 0, smallS: 0, attentionS: 0, knee: 8 },
});

/** Tokens that look at nothing behind them. */
function weights(tokens: number): Batch {
  return { ...NOTHING, tokens, sampled: 0 };
}
