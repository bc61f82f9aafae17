/** The places one steps to: utterances, and the beginnings of phases. */
import { headAt, headAtEnd, headOf } from './reel.ts';
import type { Frame, Playhead, Reel } from './reel.ts';

export type Direction = 1 | -1;

export const utteranceFrom = (reel: Reel, { version }: Playhead, direction: Direction): Playhead =>
  stepped(
    reel,
    reel.filter(({ event }) => event.type === 'spoke'),
    version,
    direction,
  );

export const phaseFrom = (reel: Reel, { version }: Playhead, direction: Direction): Playhead =>
  stepped(
    reel,
    reel.filter(({ event }) => event.type === 'phase'),
    version,
    direction,
  );

export const secondsFrom = (reel: Reel, { ms }: Playhead, seconds: number): Playhead =>
  headAt(reel, ms + 1000 * seconds);

/** Past the last place is the end, and before the first the beginning. */
const stepped = (reel: Reel, places: readonly Frame[], version: number, direction: Direction): Playhead => {
  const next =
    direction > 0
      ? places.find((place) => place.version > version)
      : places.findLast((place) => place.version < version);
  if (next) return headOf(next);
  return direction > 0 ? headAtEnd(reel) : headOf(reel[0]);
};
