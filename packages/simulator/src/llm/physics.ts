/**
 * The constants of the clock, each with where it is from. None was chosen by looking at a recorded server: the first set
 * was written down before the first comparison, and what was added since are kernels that somebody else measured one by
 * one (docs/decisions/0005-llm-server-without-fitting.md).
 */
export type Physics = {
  /** Of the datasheet's bandwidth, what reading a matrix reaches; where a card's own was measured, that is used. */
  readonly bandwidthShare: number;
  /** Of the datasheet's dense arithmetic, what a large product reaches; likewise. */
  readonly computeShare: number;
  /** Of that, what the products of experts reach: each works on few rows, padded to whole tiles. */
  readonly expertShare: number;
  /** Of that, what products of 8 bit or fewer reach, and each has its inputs rounded first, in a small kernel. */
  readonly narrowShare: number;
  /** Sharpness of the bend between the two roofs: (a^k + b^k)^(1/k). */
  readonly knee: number;
  /** Before and after each product, however small it is. */
  readonly matrixS: number;
  /** Of small kernels: norms, rotations, the gate, writing keys and values. */
  readonly smallS: number;
  readonly smallPerLayer: number;
  /** Reading keys and values: of the bandwidth, and fixed. */
  readonly attentionShare: number;
  readonly attentionS: number;
  /** Of the dense arithmetic, what attention over a prompt reaches. */
  readonly promptAttentionShare: number;
  /** Of a link's bandwidth where none is given: of one made for it, and of the bus all share; and before each exchange. */
  readonly linkShare: number;
  readonly busShare: number;
  readonly linkLatencyS: number;
  /** Of each step: inputs are put together and copied, tokens sampled and handed on. */
  readonly stepS: number;
  /** Of each card's memory: activations, graphs and buffers. */
  readonly reservedBytes: number;
};

export const PHYSICS: Physics = {
  bandwidthShare: 0.8, // Vidur's profiles (github.com/microsoft/vidur, data/profiling): A100 78 %, H100 86 % of a 70B model's matrices
  computeShare: 0.7, // the same profiles, 512 to 4096 tokens: 69 to 77 %
  expertShare: 0.6, // aiconfigurator's moe_perf (vLLM 0.19, bf16): H100 42–50 %, H200 47–58 %, RTX PRO 6000 53–68 % of the dense peak
  narrowShare: 0.7, // aiconfigurator's gemm_perf, fp8 against bf16: B200 0.44, H100 0.62, H200 0.69, L40S 0.70, RTX PRO 6000 0.97
  knee: 2.5, // the one number for six cards in aiconfigurator's gemm_perf; free for each it would be 1.2 to 3.9
  matrixS: 4e-6, // the same fit; Vidur's profiles give 5 µs (A100) and 4 µs (H100) by comparing one card with eight
  smallS: 3e-6, // aiconfigurator, systems/*.yaml: mem_empirical_constant_latency
  smallPerLayer: 5, // vLLM's Llama: two norms with their residuals, rotation, writing keys and values, the gate
  attentionShare: 0.9, // aiconfigurator's generation_attention_perf, median of six: A100 0.71, H200 0.77, L40S 0.86, RTX PRO 6000 and H100 0.92, B200 0.94
  attentionS: 11e-6, // the same, small kernels: B200 7.5, H100 and H200 11, L40S and RTX PRO 6000 13, A100 19 µs
  promptAttentionShare: 0.5, // the same, context_attention_perf at 4096 tokens: 45 to 63 %
  linkShare: 0.65, // the same, custom_allreduce_perf: NVLink at 55 to 73 % of one direction
  busShare: 0.25, // the same: two to four cards on PCIe reach 12 to 28 % (RTX PRO 6000) and 8 to 31 % (L40S) of it
  linkLatencyS: 14e-6, // the same, small messages: 13 to 25 µs
  stepS: 1e-3, // assumption: the middle of 0.5 to 2 ms
  reservedBytes: 1.7e9, // assumption: what vLLM reports beside weights and blocks
};
