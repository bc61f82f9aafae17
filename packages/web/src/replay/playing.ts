/** How a replay goes on by itself: as fast as is asked for, except that a long silence passes in a second. */
import type { Stretch } from './tracks.ts';

export const SPEEDS = [1, 2, 4, 8] as const;
export type Speed = (typeof SPEEDS)[number];

/** How long a long silence lasts at speed 1. */
export const SHORTENED_MS = 1000;

/** Where one is after so many milliseconds of watching. */
export const advanced = (
  silences: readonly Stretch[],
  ms: number,
  watchedMs: number,
  speed: Speed,
): number => {
  let [at, left] = [ms, watchedMs];
  for (const { from, to } of silences) {
    if (to <= at) continue;
    const talked = Math.max(0, from - at) / speed;
    if (left < talked) break;
    at = Math.max(at, from);
    left -= talked;
    const rate = (speed * (to - from)) / SHORTENED_MS;
    const quiet = (to - at) / rate;
    if (left < quiet) return at + left * rate;
    at = to;
    left -= quiet;
  }
  return at + left * speed;
};

export const silenceAt = (silences: readonly Stretch[], ms: number): Stretch | undefined =>
  silences.find(({ from, to }) => from <= ms && ms < to);
