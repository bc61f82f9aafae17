/**
 * How much of a run is its beginning: a design starts empty, and its first figures are too good. White's rule (MSER): cut
 * where the mean of the rest is known best, and never before the longest answer could have come: until then only the quick ones
 * are there to be counted. At most half is cut; more would mean that the run is too short to say.
 */
import { lowerEdge } from '../kernel/histogram.ts';
import { nodeFigure, timeOf } from '../engine/record.ts';
import type { Slices } from '../engine/record.ts';
import { BUSY, QUEUE } from '../engine/record-places.ts';

export const warmUpOf = (slices: Slices): number => {
  const longestS = longestAnswerS(slices);
  let [cut, passedS] = [settledAt(slices), 0];
  for (let slice = 0; slice < cut; slice++) passedS += timeOf(slices, slice);
  for (; passedS < longestS && cut + 1 <= slices.count / 2; cut++) passedS += timeOf(slices, cut);
  return cut;
};

/** Answers take longer than half of what was seen: the slow ones among them are still under way. */
export const isTooShort = (slices: Slices): boolean => {
  let wholeS = 0;
  for (let slice = 0; slice < slices.count; slice++) wholeS += timeOf(slices, slice);
  return longestAnswerS(slices) > wholeS / 2;
};

/** All but one in a thousand take no longer. */
const NEARLY_ALL = 0.999;

const longestAnswerS = ({ count, classes, took }: Slices): number => {
  const { bits, from, width, counts } = took;
  const bins = new Float64Array(width);
  let all = 0;
  for (let line = 0; line < count * classes; line++)
    for (let bin = 0; bin < width; bin++) {
      const times = counts[line * width + bin]!;
      bins[bin]! += times;
      all += times;
    }
  let left = all * (1 - NEARLY_ALL);
  for (let bin = width - 1; bin >= 0; bin--) {
    left -= bins[bin]!;
    if (left < 0) return lowerEdge(from + bin, bits);
  }
  return 0;
};

const settledAt = (slices: Slices): number => {
  const { count, nodes } = slices;
  if (count < 4) return 0;
  const inside = Array.from({ length: count }, (_, slice) => {
    let area = 0;
    for (let node = 0; node < nodes; node++)
      area += nodeFigure(slices, slice, node, QUEUE) + nodeFigure(slices, slice, node, BUSY);
    return area / timeOf(slices, slice);
  });
  let [best, bestError] = [1, Infinity];
  let [total, squares] = [0, 0];
  for (let cut = count - 1; cut >= 1; cut--) {
    total += inside[cut]!;
    squares += inside[cut]! ** 2;
    const kept = count - cut;
    if (cut > count / 2) continue;
    const error = (squares - (total * total) / kept) / (kept * kept);
    if (error <= bestError) [best, bestError] = [cut, error];
  }
  return best;
};
