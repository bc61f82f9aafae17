/** Where the timeline says the time: at round minutes, and not more often than there is room for. */
const STEPS_S = [5, 10, 30, 60, 120, 300, 600, 1200, 3600, 7200, 36_000];

export const rulerOf = (lengthMs: number, most: number): readonly number[] => {
  const step = 1000 * (STEPS_S.find((seconds) => lengthMs / (1000 * seconds) < most) ?? 86_400);
  return Array.from({ length: Math.floor(lengthMs / step) + 1 }, (_, index) => index * step);
};
