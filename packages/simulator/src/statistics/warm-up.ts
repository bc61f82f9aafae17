/**
 * How much of a run is its beginning: a design starts empty, and its first figures are too good. White's rule (MSER): cut
 * where the mean of the rest is known best. At most half is cut; more would mean that the run is too short to say.
 */
import { nodeFigure, timeOf } from '../engine/record.ts';
import type { Slices } from '../engine/record.ts';
import { BUSY, QUEUE } from '../engine/record-places.ts';

export const warmUpOf = (slices: Slices): number => {
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
