/**
 * How long a step takes: the kernels that one pass through the model runs, one after the other, each at the nearer of
 * two roofs. A kernel that multiplies is bent between arithmetic and bandwidth; one that only moves data is bandwidth.
 *
 *     layers × ( qkv │ o │ gate-up │ down │ attention │ small kernels │ 2 exchanges between cards ) + last matrix + step
 *
 * All but the attention of those that decode depends on the number of tokens alone, so a run of decoding steps is linear in
 * its context: leaps rest on that.
 */
import { power } from '../kernel/arithmetic.ts';
import type { LlmServer } from './server.ts';
import { denseLayers, fullLayers, keptPerLayer } from './shape.ts';
import type { Batch } from './state.ts';

export const stepSeconds = (server: LlmServer, batch: Batch): number => {
  if (batch.tokens === 0) return 0;
  const { shape, physics } = server;
  const dense = denseLayers(shape);
  return (
    shape.layers * (attentionMatrices(server, batch.tokens) + small(server, batch.tokens)) +
    dense * feedForward(server, batch.tokens, shape.intermediate) +
    (shape.layers - dense) * experts(server, batch.tokens) +
    attention(server, batch) +
    2 * shape.layers * exchange(server, batch.tokens * shape.hidden * ACTIVATION_BYTES) +
    lastMatrix(server, batch.sampled) +
    drafting(server, batch) +
    physics.stepS
  );
};

/** Activations are 16 bit, whatever the weights are. */
const ACTIVATION_BYTES = 2;
/** Logits become 32 bit, are scaled and looked through: read and written in 2, 4 and 4 bytes, and read again. */
const LOGIT_BYTES = 14;

/** One product: rows × inner times inner × columns, on one card. */
export const productSeconds = (server: LlmServer, rows: number, inner: number, columns: number): number =>
  server.fixedS +
  bent(
    server.physics.knee,
    (2 * rows * inner * columns) / (server.flops * server.computeShare * server.narrowShare),
    ((inner * columns * server.weightBits) / 8 + rows * (inner + columns) * ACTIVATION_BYTES) /
      (server.bandwidth * server.bandwidthShare),
  );

/** The smooth maximum: near the larger of the two, and up to a third above it where they are equal. */
const bent = (knee: number, a: number, b: number): number => {
  const larger = Math.max(a, b);
  return larger === 0 ? 0 : larger * power(1 + power(Math.min(a, b) / larger, knee), 1 / knee);
};

const attentionMatrices = (server: LlmServer, tokens: number): number => {
  const { shape, tensorParallel } = server;
  const { hidden, heads, kvHeads, headDim, latent } = shape;
  if (latent) {
    const own = heads / tensorParallel;
    return (
      productSeconds(server, tokens, hidden, latent.queryRank + latent.rank + latent.rope) +
      productSeconds(server, tokens, latent.queryRank, own * (latent.nope + latent.rope)) +
      productSeconds(server, tokens, latent.rank, own * (latent.nope + latent.value)) +
      productSeconds(server, tokens, own * latent.value, hidden)
    );
  }
  const kv = Math.max(1, kvHeads / tensorParallel);
  return (
    productSeconds(server, tokens, hidden, (heads / tensorParallel + 2 * kv) * headDim) +
    productSeconds(server, tokens, (heads * headDim) / tensorParallel, hidden)
  );
};

const feedForward = (server: LlmServer, tokens: number, width: number): number =>
  productSeconds(server, tokens, server.shape.hidden, (2 * width) / server.tensorParallel) +
  productSeconds(server, tokens, width / server.tensorParallel, server.shape.hidden);

/** Those that are asked by any token of the batch are read; each token is multiplied with its own. */
const experts = (server: LlmServer, tokens: number): number => {
  const { shape, physics, tensorParallel } = server;
  if (!shape.experts) return 0;
  const { count, perToken, intermediate, shared } = shape.experts;
  const one = (3 * shape.hidden * intermediate) / tensorParallel;
  const touched = count * (1 - power(1 - perToken / count, tokens));
  const rows = tokens * perToken;
  return (
    (shared > 0 ? feedForward(server, tokens, shared) : 0) +
    productSeconds(server, tokens, shape.hidden, count) +
    2 * server.fixedS +
    bent(
      physics.knee,
      (2 * rows * one) / (server.flops * server.computeShare * server.narrowShare * physics.expertShare),
      ((touched * one * server.weightBits) / 8 +
        rows * (2 * shape.hidden + (3 * intermediate) / tensorParallel) * ACTIVATION_BYTES) /
        (server.bandwidth * server.bandwidthShare),
    )
  );
};

/** Norms, rotations and the gate: each has its kernel, and together they read and write the activations some times. */
const small = (server: LlmServer, tokens: number): number => {
  const { shape, physics, tensorParallel } = server;
  const width = shape.experts
    ? shape.experts.perToken * shape.experts.intermediate + shape.experts.shared
    : shape.intermediate;
  // Two norms read and write a token and its residual; rotation and keys go once in and out; the gate makes one of two.
  const numbers =
    8 * shape.hidden + (2 * shape.headDim * (shape.heads + 2 * shape.kvHeads) + 3 * width) / tensorParallel;
  return (
    physics.smallPerLayer * physics.smallS +
    (tokens * numbers * ACTIVATION_BYTES) / (server.bandwidth * server.bandwidthShare)
  );
};

/** Those that decode read their keys and values; those being read compare each token with all before it. */
const attention = (server: LlmServer, batch: Batch): number => {
  const { shape, physics } = server;
  const { layers } = shape;
  const full = fullLayers(shape);
  const launches =
    (batch.decoding > 0 ? layers * physics.attentionS : 0) +
    (batch.readTokens > 0 ? layers * physics.attentionS : 0);
  const kept = full * (batch.context + batch.readContext) + (layers - full) * batch.windowContext;
  const pairs = full * batch.pairs + (layers - full) * batch.windowPairs;
  return (
    launches +
    (kept * keptBytes(server)) / (server.bandwidth * physics.attentionShare) +
    (pairs * flopsPerPair(server)) / (server.flops16 * physics.promptAttentionShare)
  );
};

/** Of one token in one layer on one card. */
const keptBytes = ({ shape, kvBits, tensorParallel }: LlmServer): number =>
  (keptPerLayer(shape) * kvBits) / 8 / (shape.latent ? 1 : Math.min(tensorParallel, shape.kvHeads));

const flopsPerPair = ({ shape, tensorParallel }: LlmServer): number => {
  const { heads, headDim, latent } = shape;
  const numbers = latent ? latent.nope + latent.rope + latent.value : 2 * headDim;
  return (2 * heads * numbers) / tensorParallel;
};

/** All cards add up what each has: twice round a ring, less the own part. */
const exchange = ({ tensorParallel, link }: LlmServer, bytes: number): number =>
  tensorParallel === 1
    ? 0
    : link.latencyS + (2 * (tensorParallel - 1) * bytes) / (tensorParallel * link.gbPerS * 1e9);

/** From the last layer to a token, in 16 bit: only for those that get one. */
const lastMatrix = (server: LlmServer, sampled: number): number => {
  const { shape, tensorParallel, link, physics, bandwidth, bandwidthShare } = server;
  if (sampled === 0) return 0;
  const logits = sampled * shape.vocabulary;
  const weights = (shape.hidden * shape.vocabulary) / tensorParallel;
  const numbers = weights + sampled * (shape.hidden + shape.vocabulary / tensorParallel);
  const gathered =
    tensorParallel === 1
      ? 0
      : link.latencyS +
        ((tensorParallel - 1) * logits * ACTIVATION_BYTES) / (tensorParallel * link.gbPerS * 1e9);
  return (
    physics.matrixS +
    bent(
      physics.knee,
      (2 * sampled * weights) / (server.flops16 * server.computeShare),
      (numbers * ACTIVATION_BYTES) / (bandwidth * bandwidthShare),
    ) +
    gathered +
    (logits * LOGIT_BYTES) / (bandwidth * bandwidthShare)
  );
};

/** Guesses are made one after the other by a smaller model, of which each costs a share of reading the large one. */
const drafting = (server: LlmServer, { decoding }: Batch): number => {
  const { speculation, weightBytes, tensorParallel, bandwidth, bandwidthShare } = server;
  if (!speculation || decoding === 0) return 0;
  return (
    (speculation.tokens * speculation.draftShare * weightBytes) /
    (tensorParallel * bandwidth * bandwidthShare)
  );
};
