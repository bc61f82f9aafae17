/** A vector index: how long a search takes, what it finds of what it should, and the memory that its vectors are in. */
import type { Values } from '@dryrun/design';
import { exp, log } from '../kernel/arithmetic.ts';
import { number, serviceOf, word } from '../settings.ts';
import { freshness } from './sized.ts';
import type { Sizing } from './sized.ts';

/** Of HNSW (M = 16, 1.18 million vectors, ten asked for), the share not found by effort: docs.rs/vicinity on GloVe-25. */
const MISSED_BY_EFFORT: readonly (readonly [effort: number, missed: number])[] = [
  [10, 0.37],
  [50, 0.116],
  [100, 0.057],
  [200, 0.024],
  [400, 0.009],
];
const CITED_VECTORS = 1.18e6;
const CITED_TOP = 10;
/** A vector that is not in the processor’s cache, and what a core reads in a row: assumptions, within 2 of faiss on SIFT1M and hnswlib on GloVe. */
const JUMP_S = 80e-9;
const READ_PER_S = 10e9;
/** Of a list's codes: faiss’s 4-bit scan one query at a time, 0.8 ns × 3 for 16 bytes. */
const CODE_PER_S = 16 / 2.4e-9;
/** Of what quantised lists find, with the best looked at again in full: faiss IVF1024,PQ32x4fs on SIFT1M levels off there. */
const QUANTISED_MOST = 0.962;
const AGAIN = 100;

export const vectorIndex: Sizing = (settings) => {
  const vectors = number(settings, 'vectors');
  const fresh = freshness(settings);
  if (vectors === undefined) return { facts: fresh };
  const index = word(settings, 'index') ?? 'hnsw';
  const sized = BY_INDEX[index]?.(settings, vectors) ?? exact(settings, vectors);
  const fits = inMemory(settings, sized.bytes);
  return {
    ...fits,
    service: serviceOf(
      sized.takesS,
      word(settings, 'service.distribution') ?? 'lognormal',
      number(settings, 'service.cv2') ?? SPREAD,
    ),
    facts: { memoryBytes: sized.bytes, recall: sized.recall, ...fresh },
  };
};

type Search = { readonly takesS: number; readonly recall: number; readonly bytes: number };
/** How far searches differ in length: an assumption. */
const SPREAD = 0.1;

const dimensionsOf = (settings: Values): number => number(settings, 'dimensions') ?? 768;
const bytesOf = (settings: Values): number =>
  dimensionsOf(settings) * (number(settings, 'bytesPerDimension') ?? 4);

/** Every vector is read. */
const exact = (settings: Values, vectors: number): Search => ({
  takesS: (vectors * bytesOf(settings)) / READ_PER_S,
  recall: 1,
  bytes: vectors * bytesOf(settings),
});

/** From neighbour to neighbour: about ln n steps to get near, and as many as the effort around there, each past 2 M links. */
const hnsw = (settings: Values, vectors: number): Search => {
  const links = number(settings, 'links') ?? 16;
  const effort = Math.max(number(settings, 'effort') ?? 100, number(settings, 'top') ?? CITED_TOP);
  const near = log(Math.max(2, vectors));
  const looks = Math.min(vectors, 2 * links * (near + effort));
  // The larger the graph and the more are asked for, the less the same effort finds.
  const like = (effort * log(CITED_VECTORS) * CITED_TOP) / (near * (number(settings, 'top') ?? CITED_TOP));
  return {
    takesS: looks * (JUMP_S + bytesOf(settings) / READ_PER_S),
    recall: 1 - missedBy(like),
    bytes: vectors * (bytesOf(settings) + 8 * links),
  };
};

/** Between two that were measured in a straight line on logarithms; beyond them by the nearest slope. */
const missedBy = (effort: number): number => {
  const after = MISSED_BY_EFFORT.findIndex(([at]) => at >= effort);
  const to = after === -1 ? MISSED_BY_EFFORT.length - 1 : Math.max(1, after);
  const [[a, missedA], [b, missedB]] = [MISSED_BY_EFFORT[to - 1]!, MISSED_BY_EFFORT[to]!];
  const slope = log(missedB / missedA) / log(b / a);
  return Math.min(1, missedA * exp(slope * log(effort / a)));
};

/** The nearest lists are read: the share of neighbours that lie in them grows with how many. */
const lists = (settings: Values, vectors: number, codeBytes: number | undefined): Search => {
  const many = number(settings, 'lists') ?? Math.max(1, Math.round(4 * Math.sqrt(vectors)));
  const probes = Math.min(many, number(settings, 'probes') ?? 16);
  const inLists = probes >= many ? 1 : 1 - 1 / (1 + exp(1.25 * log(probes)));
  const seen = (vectors * probes) / many;
  const whole = bytesOf(settings);
  const centres = (many * whole) / READ_PER_S;
  return codeBytes === undefined
    ? {
        takesS: centres + (seen * whole) / READ_PER_S,
        recall: inLists,
        bytes: (vectors + many) * whole + vectors * 8,
      }
    : {
        takesS: centres + (seen * codeBytes) / CODE_PER_S + AGAIN * (JUMP_S + whole / READ_PER_S),
        recall: inLists * QUANTISED_MOST,
        bytes: vectors * (codeBytes + 8) + many * whole,
      };
};

const BY_INDEX: Readonly<Record<string, (settings: Values, vectors: number) => Search>> = {
  hnsw,
  ivf: (settings, vectors) => lists(settings, vectors, undefined),
  'ivf-pq': (settings, vectors) =>
    lists(settings, vectors, number(settings, 'codeBytes') ?? dimensionsOf(settings) / 8),
  flat: exact,
};

/** What does not fit does not start. */
const inMemory = (
  settings: Values,
  bytes: number,
): { readonly errorRate?: number; readonly notes: readonly string[] } => {
  const memory = number(settings, 'memory');
  if (memory === undefined || bytes <= memory) return { notes: [] };
  const note = `it needs ${(bytes / 1e9).toFixed(1)} GB of memory and has ${(memory / 1e9).toFixed(1)}: it cannot start. Divide it over several, or keep codes instead of vectors.`;
  return { errorRate: 1, notes: [note] };
};
