/**
 * What a model's shape costs: parameters, and the keys and values that each token leaves behind. Everything follows from
 * the few numbers of its `config.json`.
 *
 *     layer = attention (q, k, v in one matrix; o) + feed-forward (gate and up in one; down), the latter once or per expert
 */
import type { LlmModel } from '@dryrun/domain';

export type LlmShape = Omit<LlmModel, 'id' | 'called' | 'storedBits' | 'parametersB' | 'source' | 'date'>;

/** Of one layer's attention. */
export const attentionParameters = ({ hidden, heads, kvHeads, headDim, latent }: LlmShape): number =>
  latent
    ? hidden * latent.queryRank +
      latent.queryRank * heads * (latent.nope + latent.rope) +
      hidden * (latent.rank + latent.rope) +
      latent.rank * heads * (latent.nope + latent.value) +
      heads * latent.value * hidden
    : hidden * headDim * (heads + 2 * kvHeads) + heads * headDim * hidden;

/** Of a gated feed-forward network: gate, up and down. */
export const gatedParameters = (hidden: number, width: number): number => 3 * hidden * width;

export const denseLayers = ({ layers, experts }: LlmShape): number =>
  experts ? experts.denseLayers : layers;

export const embeddingParameters = ({ vocabulary, hidden }: LlmShape): number => vocabulary * hidden;

/** All of them, as they lie in memory. */
export const parameters = (shape: LlmShape): number => {
  const { layers, hidden, intermediate, experts } = shape;
  const dense = denseLayers(shape);
  const sparse = experts
    ? gatedParameters(hidden, experts.count * experts.intermediate + experts.shared) + hidden * experts.count
    : 0;
  return (
    layers * attentionParameters(shape) +
    dense * gatedParameters(hidden, intermediate) +
    (layers - dense) * sparse +
    embeddingParameters(shape) * (shape.tied ? 1 : 2)
  );
};

/** Those that one token is multiplied with: its experts only, and the last matrix once. */
export const activeParameters = (shape: LlmShape): number => {
  const { layers, hidden, intermediate, experts } = shape;
  const dense = denseLayers(shape);
  const sparse = experts
    ? gatedParameters(hidden, experts.perToken * experts.intermediate + experts.shared) +
      hidden * experts.count
    : 0;
  return (
    layers * attentionParameters(shape) +
    dense * gatedParameters(hidden, intermediate) +
    (layers - dense) * sparse +
    embeddingParameters(shape)
  );
};

/** Numbers that one token leaves behind in one layer. */
export const keptPerLayer = ({ kvHeads, headDim, latent }: LlmShape): number =>
  latent ? latent.rank + latent.rope : 2 * kvHeads * headDim;

/** Layers that look at everything, and those that look back over a window. */
export const fullLayers = ({ layers, window }: LlmShape): number =>
  window ? Math.max(1, Math.floor(layers / window.fullEvery)) : layers;

/** Bytes of keys and values that a token takes while everything is looked at. */
export const kvBytesPerToken = (shape: LlmShape, bytes: number): number =>
  shape.layers * keptPerLayer(shape) * bytes;
