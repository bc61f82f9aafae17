/**
 * Code of one’s own stops now and then: its memory is cleared up, its neighbours are busy. With pauses of length L every E,
 * a request meets one with L ÷ E and waits half of it on average, so that the mean grows by L² ÷ 2E and the tail by all of L.
 */
import { number, serviceOf, word } from '../settings.ts';
import type { Sizing } from './sized.ts';

export const service: Sizing = (settings) => {
  const every = number(settings, 'pause.every');
  const length = number(settings, 'pause.length') ?? 0;
  const own = serviceOf(
    number(settings, 'service.mean'),
    word(settings, 'service.distribution'),
    number(settings, 'service.cv2'),
  );
  if (every === undefined || every <= 0 || length === 0) return {};
  const share = Math.min(1, length / every);
  const mean = own.meanS + (share * length) / 2;
  const square = own.meanS ** 2 * (1 + own.cv2) + share * own.meanS * length + (share * length * length) / 3;
  return { service: serviceOf(mean, 'lognormal', Math.max(0.0001, square / (mean * mean) - 1)) };
};
