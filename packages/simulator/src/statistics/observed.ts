/**
 * Figures with their uncertainty, from the slices of one run or of several.
 *
 *     steady      each slice is a batch; what is warm-up is left out; neighbours may be alike, and the interval grows by it
 *     transient   each run is a batch: a moment cannot be repeated within a run
 *
 * A mean is a ratio of two sums, such as time taken over answers; a quantile is where the share above it is what it should
 * be, and its interval is where that share's interval ends.
 */
import { lowerEdge } from '../kernel/histogram.ts';
import type { Histograms, Slices } from '../engine/record.ts';
import type { Figure } from '../report.ts';
import { student95 } from './student.ts';

export type Observed = {
  readonly runs: readonly { readonly slices: Slices; readonly from: number }[];
  readonly transient: boolean;
};

/** Something that each slice has a number of. */
export type Measured = (slices: Slices, slice: number) => number;

/** Fewer batches say nothing about how far off they are. */
const BATCHES_MIN = 5;
const RUNS_MIN = 2;
/** Neighbours more alike than this are not batches any more. */
const ALIKE_MAX = 0.9;

export const sum = ({ runs }: Observed, measured: Measured): number => {
  let total = 0;
  for (const { slices, from } of runs)
    for (let slice = from; slice < slices.count; slice++) total += measured(slices, slice);
  return total;
};

/** Σ above / Σ below; null where there is nothing below. */
export const ratio = (observed: Observed, above: Measured, below: Measured): Figure | null => {
  const batches = batchesOf(observed, above, below);
  let [sumAbove, sumBelow] = [0, 0];
  for (const run of batches)
    for (const { y, x } of run) {
      sumAbove += y;
      sumBelow += x;
    }
  if (!(sumBelow > 0)) return null;
  const value = sumAbove / sumBelow;
  return { value, halfWidth: halfWidthOf(batches, value, sumBelow, observed.transient) };
};

type Batch = { readonly y: number; readonly x: number };

const batchesOf = (
  { runs, transient }: Observed,
  above: Measured,
  below: Measured,
): readonly (readonly Batch[])[] =>
  runs.map(({ slices, from }) => {
    const batches: Batch[] = [];
    for (let slice = from; slice < slices.count; slice++)
      batches.push({ y: above(slices, slice), x: below(slices, slice) });
    if (!transient) return batches;
    return [batches.reduce((total, { y, x }) => ({ y: total.y + y, x: total.x + x }), { y: 0, x: 0 })];
  });

const halfWidthOf = (
  runs: readonly (readonly Batch[])[],
  value: number,
  below: number,
  transient: boolean,
): number | null => {
  let [count, squares, neighbours] = [0, 0, 0];
  for (const run of runs) {
    let before = 0;
    for (const { y, x } of run) {
      const off = y - value * x;
      count++;
      squares += off * off;
      neighbours += off * before;
      before = off;
    }
  }
  if (count < (transient ? RUNS_MIN : BATCHES_MIN)) return null;
  if (squares === 0) return 0;
  const alike = transient ? 0 : Math.min(ALIKE_MAX, Math.max(0, neighbours / squares + 1 / count));
  const wider = (1 + alike) / (1 - alike);
  const deviation = Math.sqrt((count / (count - 1)) * squares * wider) / below;
  return student95(Math.max(1, (count - 1) / wider)) * deviation;
};

export const QUANTILES = [0.5, 0.9, 0.95, 0.99] as const;

/** Where latencies are counted: line `slice × per + index` of the histograms. */
export type Lines = (
  slices: Slices,
) => readonly { readonly histograms: Histograms; readonly index: number; readonly per: number }[];

/** The quantiles asked for, over all lines together; null where nothing was counted. */
export const quantilesOf = (
  observed: Observed,
  linesOf: Lines,
  shares: readonly number[],
): readonly Figure[] | null => {
  const merged = merge(observed, linesOf);
  if (merged.total === 0) return null;
  const every =
    (count: (histograms: Histograms, line: number) => number): Measured =>
    (slices, slice) =>
      linesOf(slices).reduce(
        (all, { histograms, index, per }) => all + count(histograms, slice * per + index),
        0,
      );
  const all = every(countAll);
  return shares.map((share) => {
    const value = merged.at(share);
    const atMost = every((histograms, line) => countBelow(histograms, line, value));
    const off = ratio(observed, atMost, all)?.halfWidth ?? null;
    if (off === null || share + off >= 1) return { value, halfWidth: null };
    return { value, halfWidth: (merged.at(share + off) - merged.at(Math.max(0, share - off))) / 2 };
  });
};

const merge = (
  { runs }: Observed,
  linesOf: Lines,
): { readonly total: number; readonly at: (share: number) => number } => {
  const counts = new Map<number, number>();
  let bits = 0;
  for (const { slices, from } of runs)
    for (const { histograms, index, per } of linesOf(slices)) {
      bits = histograms.bits;
      for (let slice = from; slice < slices.count; slice++) {
        const at = (slice * per + index) * histograms.width;
        for (let bin = 0; bin < histograms.width; bin++) {
          const count = histograms.counts[at + bin]!;
          if (count > 0) counts.set(histograms.from + bin, (counts.get(histograms.from + bin) ?? 0) + count);
        }
      }
    }
  const bins = [...counts].sort(([a], [b]) => a - b);
  const total = bins.reduce((all, [, count]) => all + count, 0);
  const at = (share: number): number => {
    const wanted = share * total;
    let passed = 0;
    for (const [bin, count] of bins) {
      if (passed + count >= wanted) {
        const low = lowerEdge(bin, bits);
        return bin === 0 ? 0 : low + ((lowerEdge(bin + 1, bits) - low) * (wanted - passed)) / count;
      }
      passed += count;
    }
    return lowerEdge((bins.at(-1)?.[0] ?? 0) + 1, bits);
  };
  return { total, at };
};

const countAll = ({ width, counts }: Histograms, line: number): number => {
  let all = 0;
  for (let at = line * width; at < (line + 1) * width; at++) all += counts[at]!;
  return all;
};

/** Within the bin of the value itself, as if its counts were spread evenly. */
const countBelow = ({ bits, from, width, counts }: Histograms, line: number, value: number): number => {
  let below = 0;
  for (let bin = 0; bin < width; bin++) {
    const count = counts[line * width + bin]!;
    if (count === 0) continue;
    const low = lowerEdge(from + bin, bits);
    const high = lowerEdge(from + bin + 1, bits);
    if (high <= value) below += count;
    else if (low < value) below += (count * (value - low)) / (high - low);
    else break;
  }
  return below;
};
