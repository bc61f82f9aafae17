/**
 * What others measured on LLM servers and published, read from the sources named. None of it was used to choose a constant of
 * the simulator (docs/decisions/0005-llm-server-without-fitting.md).
 */

/**
 * The four products of one layer of Llama 2 70B, from Vidur's profiles (github.com/microsoft/vidur, data/profiling): of the
 * datasheet's bandwidth where few tokens are multiplied, of its arithmetic where many are; on one card, and on each of eight.
 */
export const VIDUR = [
  { gpu: 'A100', tokens: 1, of: 'bandwidth', one: 0.78, eight: 0.69 },
  { gpu: 'A100', tokens: 64, of: 'bandwidth', one: 0.75, eight: 0.63 },
  { gpu: 'A100', tokens: 512, of: 'arithmetic', one: 0.72, eight: 0.6 },
  { gpu: 'A100', tokens: 2048, of: 'arithmetic', one: 0.77, eight: 0.71 },
  { gpu: 'A100', tokens: 4096, of: 'arithmetic', one: 0.76, eight: 0.75 },
  { gpu: 'H100', tokens: 1, of: 'bandwidth', one: 0.86, eight: 0.73 },
  { gpu: 'H100', tokens: 64, of: 'bandwidth', one: 0.85, eight: 0.69 },
  { gpu: 'H100', tokens: 512, of: 'arithmetic', one: 0.76, eight: 0.61 },
  { gpu: 'H100', tokens: 2048, of: 'arithmetic', one: 0.71, eight: 0.71 },
  { gpu: 'H100', tokens: 4096, of: 'arithmetic', one: 0.69, eight: 0.76 },
] as const;

/**
 * Llama 2 70B in FP8, NVIDIA's closed division, from each mlperf_log_summary.txt (github.com/mlcommons/inference_results_v4.0 and
 * v4.1, run_1). The server scenario is the highest rate with the 99th percentile of the first token within 2 s and of a token
 * after it within 200 ms. That H100 work in pairs and H200 alone is an assumption: two H100 give a quarter of what eight do.
 */
export const MLPERF = [
  { system: '2 × H100 SXM', gpu: 'H100', cards: 2, together: 2, offline: 5539.5, server: 5272 },
  { system: '8 × H100 SXM', gpu: 'H100', cards: 8, together: 2, offline: 21_805.8, server: 20_556.4 },
  { system: '8 × H200 SXM', gpu: 'H200', cards: 8, together: 1, offline: 31_302.7, server: 29_228.2 },
] as const;

/** Answers, as the logs have them. */
export const MLPERF_ANSWER = 292;
/** Prompts are not in the logs: an assumption, and how far it may be off either way. They have at most 1024 tokens. */
export const MLPERF_PROMPT = 225;
export const MLPERF_PROMPT_OFF = 75;
/** Of its 24,576 samples each group of cards gets its share. */
export const MLPERF_SAMPLES = 24_576;

/**
 * NVIDIA NIM 1.8.0, Llama 3.3 70B in FP8 on two H100, 5000 tokens in and 500 out, so many clients in a closed loop
 * (docs.nvidia.com/nim/benchmarking/llm/1.0.0/performance).
 */
export const NIM = [
  { clients: 1, ttftMs: 406.8, itlMs: 18.58, tokensPerS: 51.7 },
  { clients: 5, ttftMs: 546.7, itlMs: 21.83, tokensPerS: 218.5 },
  { clients: 25, ttftMs: 688.7, itlMs: 38.75, tokensPerS: 623.4 },
  { clients: 50, ttftMs: 834.5, itlMs: 59.73, tokensPerS: 814.4 },
  { clients: 100, ttftMs: 7996, itlMs: 92.91, tokensPerS: 917.3 },
  { clients: 150, ttftMs: 34_794, itlMs: 92.86, tokensPerS: 920.9 },
  { clients: 200, ttftMs: 61_680, itlMs: 93.06, tokensPerS: 920.5 },
  { clients: 250, ttftMs: 88_605, itlMs: 93.2, tokensPerS: 920.1 },
] as const;

export type Throughput = {
  readonly model: string;
  readonly gpu: string;
  /** Cards that work as one. */
  readonly together: number;
  /** Tokens in, tokens out, and the most tokens a second out. */
  readonly rows: readonly (readonly [number, number, number])[];
};

/** TensorRT-LLM 1.0 in FP8, performance overview (nvidia.github.io/TensorRT-LLM). */
export const TENSORRT: readonly Throughput[] = [
  {
    model: 'meta-llama/Llama-3.3-70B-Instruct',
    gpu: 'H100',
    together: 2,
    rows: [
      [128, 2048, 6651],
      [1000, 1000, 4205],
      [2048, 128, 762],
      [2048, 2048, 3082],
      [5000, 500, 898],
      [20_000, 2000, 437],
    ],
  },
  {
    model: 'meta-llama/Llama-3.3-70B-Instruct',
    gpu: 'H200',
    together: 1,
    rows: [
      [128, 2048, 4336],
      [1000, 1000, 2909],
      [2048, 128, 442],
      [2048, 2048, 2003],
      [5000, 500, 566],
      [20_000, 2000, 283],
    ],
  },
  {
    model: 'meta-llama/Llama-3.1-8B',
    gpu: 'H100',
    together: 1,
    rows: [
      [128, 128, 28_312],
      [1000, 1000, 15_220],
      [2048, 128, 3450],
      [5000, 500, 3459],
      [20_000, 2000, 1351],
    ],
  },
  {
    model: 'meta-llama/Llama-3.1-8B',
    gpu: 'H200',
    together: 1,
    rows: [
      [128, 128, 27_911],
      [1000, 1000, 17_744],
      [2048, 128, 3538],
      [5000, 500, 3902],
      [20_000, 2000, 1804],
    ],
  },
];
