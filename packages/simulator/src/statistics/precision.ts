/** Whether a running run may end: every class's mean and 99th percentile are known well enough. */
import { classFigure } from '../engine/record.ts';
import type { Slices } from '../engine/record.ts';
import type { Precision } from '../engine/horizon.ts';
import type { Figure } from '../report.ts';
import { quantilesOf, ratio, sum } from './observed.ts';
import { isTooShort, warmUpOf } from './warm-up.ts';
import { OK, TOOK } from '../engine/record-places.ts';

const SLICES_MIN = 32;

export const isPrecise = (slices: Slices, precision: Precision): boolean => {
  if (slices.count < SLICES_MIN || isTooShort(slices)) return false;
  const observed = { runs: [{ slices, from: warmUpOf(slices) }], transient: false };
  for (let of = 0; of < slices.classes; of++) {
    const answers = (each: Slices, slice: number) => classFigure(each, slice, of, OK);
    if (sum(observed, answers) === 0) continue;
    if (
      !within(
        ratio(observed, (each, slice) => classFigure(each, slice, of, TOOK), answers),
        precision.mean,
      )
    )
      return false;
    const lines = ({ took, classes }: Slices) => [{ histograms: took, index: of, per: classes }];
    const p99 = quantilesOf(observed, lines, [0.99])?.[0] ?? null;
    if (!within(p99, precision.p99)) return false;
  }
  return true;
};

const within = (figure: Figure | null, share: number): boolean =>
  figure !== null && figure.halfWidth !== null && figure.halfWidth <= share * figure.value;
