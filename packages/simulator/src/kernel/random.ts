/**
 * Named streams of random numbers. A stream belongs to a component and a purpose and is seeded by their names, never by
 * the order of creation: adding a box leaves every other box's luck as it was, so that two designs can be compared in pairs.
 *
 *     (run seed, “ranker”, “service”, replication) ──FNV, splitmix32──▶ four words of xoshiro128**
 */
import { exp, log } from './arithmetic.ts';

/** Four words a stream, side by side. */
export type Streams = Int32Array;

export const streamsOf = (seed: number, replication: number, names: readonly string[]): Streams => {
  const states = new Int32Array(names.length * 4);
  names.forEach((name, index) => {
    let state = hashOf(`${seed}/${replication}/${name}`);
    for (let word = 0; word < 4; word++) {
      state = (state + 0x9e3779b9) | 0;
      let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
      mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
      states[index * 4 + word] = mixed ^ (mixed >>> 15);
    }
  });
  return states;
};

/** FNV-1a over code units. */
export const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
};

/** xoshiro128**, Blackman and Vigna 2018: 32 bits. */
export const next = (streams: Streams, stream: number): number => {
  const at = stream * 4;
  const s0 = streams[at]!;
  const s1 = streams[at + 1]!;
  const s2 = streams[at + 2]! ^ s0;
  const s3 = streams[at + 3]! ^ s1;
  const five = Math.imul(s1, 5);
  streams[at] = s0 ^ s3;
  streams[at + 1] = s1 ^ s2;
  streams[at + 2] = s2 ^ (s1 << 9);
  streams[at + 3] = (s3 << 11) | (s3 >>> 21);
  return Math.imul((five << 7) | (five >>> 25), 9) >>> 0;
};

/** In (0, 1), never an end. */
export const uniform = (streams: Streams, stream: number): number =>
  (next(streams, stream) + 0.5) * 2.3283064365386963e-10;

/** Below `count`. */
export const below = (streams: Streams, stream: number, count: number): number =>
  Math.floor(next(streams, stream) * 2.3283064365386963e-10 * count);

/**
 * The exponential's ziggurat, Marsaglia and Tsang 2000: 256 layers of one area, of which each is nearly all inside, so
 * that a logarithm is rarely needed. `edge[i]` is how far layer i reaches, and `inside[i]` the share of it that is below
 * the next one's.
 */
const LAYERS = 256;
const TAIL = 7.69711747013105;
const AREA = 0.003949659822581557;
const edge = new Float64Array(LAYERS + 1);
const inside = new Float64Array(LAYERS);
const height = new Float64Array(LAYERS + 1);
edge[0] = AREA * exp(TAIL);
edge[1] = TAIL;
for (let layer = 1; layer < LAYERS - 1; layer++)
  edge[layer + 1] = -log(exp(-edge[layer]!) + AREA / edge[layer]!);
for (let layer = 0; layer <= LAYERS; layer++) height[layer] = exp(-edge[layer]!);
for (let layer = 0; layer < LAYERS; layer++) inside[layer] = edge[layer + 1]! / edge[layer]!;

/** With mean 1. */
export const exponential = (streams: Streams, stream: number): number => {
  for (;;) {
    const drawn = next(streams, stream);
    const layer = drawn & 255;
    const share = ((drawn >>> 8) + 0.5) * 5.960464477539063e-8;
    const value = share * edge[layer]!;
    if (share < inside[layer]!) return value;
    if (layer === 0) return TAIL - log(uniform(streams, stream));
    const low = height[layer]!;
    if (low + uniform(streams, stream) * (height[layer + 1]! - low) < exp(-value)) return value;
  }
};

/** Standard normal, by Marsaglia's polar method; the second of the pair is dropped so that a stream has no memory. */
export const normal = (streams: Streams, stream: number): number => {
  for (;;) {
    const x = 2 * uniform(streams, stream) - 1;
    const y = 2 * uniform(streams, stream) - 1;
    const square = x * x + y * y;
    if (square < 1 && square > 0) return x * Math.sqrt((-2 * log(square)) / square);
  }
};

export const SHAPES = ['none', 'constant', 'exponential', 'erlang', 'lognormal', 'hyperexponential'] as const;

/** A variate of the shape (an index of `SHAPES`) with mean 1 and squared coefficient of variation `cv2`. */
export const variate = (streams: Streams, stream: number, shape: number, cv2: number): number => {
  switch (shape) {
    case 0:
      return 0;
    case 1:
      return 1;
    case 2:
      return exponential(streams, stream);
    case 3: {
      const stages = Math.max(1, Math.round(1 / cv2));
      let product = 1;
      let sum = 0;
      for (let stage = 0; stage < stages; stage++) {
        product *= uniform(streams, stream);
        if (product < 1e-200) {
          sum -= log(product);
          product = 1;
        }
      }
      return (sum - log(product)) / stages;
    }
    case 4: {
      const variance = log(1 + cv2);
      return exp(Math.sqrt(variance) * normal(streams, stream) - variance / 2);
    }
    default: {
      // Two exponentials with balanced means: p/m1 = (1 − p)/m2.
      const p = (1 + Math.sqrt((cv2 - 1) / (cv2 + 1))) / 2;
      const first = uniform(streams, stream) < p;
      return exponential(streams, stream) / (2 * (first ? p : 1 - p));
    }
  }
};
