/**
 * An interview as a reel: after each public event one frame, with what was to be seen then. A frame's view is folded by
 * the same function as the server's, so that any moment shows what was on the screen at that moment and nothing else.
 *
 *     version   1  2  3  4     5        7  8         time is interview time: pauses are left out of it,
 *     atMs      0  0  0  0     60 s    61 s 80 s     and it never goes back
 */
import { interviewMs } from '@dryrun/interview';
import type { PublicEvent, View } from '@dryrun/interview';
import { heardAfter, nothingHeard } from '../room/heard.ts';
import type { Heard } from '../room/heard.ts';

export type Frame = {
  readonly version: number;
  readonly atMs: number;
  readonly event: PublicEvent;
  readonly heard: Heard;
};
export type Reel = readonly Frame[];

/** Where one is: an instant, and the last event of it that is seen (several may have one instant). */
export type Playhead = { readonly ms: number; readonly version: number };

export const reelOf = (events: readonly PublicEvent[]): Reel => {
  const frames: Frame[] = [];
  let heard = nothingHeard;
  let atMs = 0;
  for (const event of events) {
    if (event.version <= heard.view.version) continue;
    atMs = Math.max(atMs, msOf(heard.view, event));
    heard = heardAfter(heard, event);
    frames.push({ version: event.version, atMs, event, heard });
  }
  return frames;
};

export const lengthOf = (reel: Reel): number => reel.at(-1)?.atMs ?? 0;

/** What was seen at a version; before the first event, nothing. */
export const heardAt = (reel: Reel, version: number): Heard => frameOf(reel, version)?.heard ?? nothingHeard;

export const frameOf = (reel: Reel, version: number): Frame | undefined =>
  reel.findLast((frame) => frame.version <= version);

export const headAt = (reel: Reel, ms: number): Playhead => {
  const within = Math.max(0, Math.min(lengthOf(reel), ms));
  return { ms: within, version: reel.findLast(({ atMs }) => atMs <= within)?.version ?? 0 };
};

export const headOf = (frame: Frame | undefined): Playhead => ({
  ms: frame?.atMs ?? 0,
  version: frame?.version ?? 0,
});

export const headAtEnd = (reel: Reel): Playhead => headOf(reel.at(-1));

/** The frame in which a turn was said. */
export const frameOfTurn = (reel: Reel, turn: number): Frame | undefined =>
  reel.find(({ event }) => event.type === 'spoke' && event.turn === turn);

/** A pause found out late began earlier, and a branch goes on where the other interview's clock stood. */
const msOf = ({ clock }: View, event: PublicEvent): number => {
  if (!clock) return 0;
  if (event.type === 'paused') return interviewMs(clock, event.since);
  return interviewMs(clock, event.type === 'forked' ? event.stoodAt : event.at);
};
