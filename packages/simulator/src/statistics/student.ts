/** Quantiles of Student's distribution: what a mean over few batches has to be widened by. */

/** The 97.5 % quantiles for 1 to 30 degrees of freedom; beyond, an expansion that is right to four digits. */
const TABLE = [
  12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.306, 2.2622, 2.2281, 2.201, 2.1788, 2.1604,
  2.1448, 2.1314, 2.1199, 2.1098, 2.1009, 2.093, 2.086, 2.0796, 2.0739, 2.0687, 2.0639, 2.0595, 2.0555,
  2.0518, 2.0484, 2.0452, 2.0423,
];
const NORMAL = 1.959964;

export const student95 = (freedom: number): number => {
  if (freedom < 1) return Infinity;
  if (freedom <= TABLE.length) {
    const low = Math.floor(freedom);
    const [from, to] = [TABLE[low - 1]!, TABLE[low] ?? TABLE[low - 1]!];
    return from + (to - from) * (freedom - low);
  }
  return (
    NORMAL +
    (NORMAL ** 3 + NORMAL) / (4 * freedom) +
    (5 * NORMAL ** 5 + 16 * NORMAL ** 3 + 3 * NORMAL) / (96 * freedom ** 2)
  );
};
