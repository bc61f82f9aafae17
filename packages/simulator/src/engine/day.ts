/** The rate of a diurnal class over its day. */
import { cosine, power } from '../kernel/arithmetic.ts';

export const HOURS = 256;

/** Times the mean rate over a day that begins at its quietest: a sine where that reaches the peak, a steeper hill beyond. */
export const dayOf = (peak: number): Float64Array => {
  const swell = (place: number) => (1 - cosine((2 * Math.PI * place) / HOURS)) / 2;
  const hill = (steep: number) =>
    Float64Array.from({ length: HOURS + 1 }, (_, place) => power(swell(place), steep));
  if (peak <= 2) return hill(1).map((height) => 1 + (peak - 1) * (2 * height - 1));
  const meanOf = (heights: Float64Array) =>
    heights.subarray(1).reduce((sum, height) => sum + height, 0) / HOURS;
  let [low, high] = [1, peak * peak];
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2;
    if (meanOf(hill(middle)) * peak > 1) low = middle;
    else high = middle;
  }
  return hill(high).map((height) => height * peak);
};
