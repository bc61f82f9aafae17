import { useEffect, useState } from 'react';
import { advanced } from './playing.ts';
import type { Speed } from './playing.ts';
import { headAt, headOf } from './reel.ts';
import type { Playhead, Reel } from './reel.ts';
import type { Tracks } from './tracks.ts';

/** The playhead, moved by hand or going on by itself. Moved by hand it stands still: somebody wants to look. */
export const usePlayer = (reel: Reel, { lengthMs, silences }: Tracks, first: () => Playhead) => {
  const [head, setHead] = useState(first);
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<Speed>(1);
  const going = playing && head.ms < lengthMs;

  useEffect(() => {
    if (!going) return;
    let last = performance.now();
    let request = requestAnimationFrame(function tick(now) {
      const watched = Math.max(0, now - last);
      last = now;
      setHead(({ ms }) => headAt(reel, advanced(silences, ms, watched, speed)));
      request = requestAnimationFrame(tick);
    });
    return () => cancelAnimationFrame(request);
  }, [going, reel, silences, speed]);

  return {
    head,
    going,
    speed,
    setSpeed,
    move: (next: Playhead) => {
      setPlaying(false);
      setHead(next);
    },
    /** From the end it plays from the beginning. */
    toggle: () => {
      if (!going && head.ms >= lengthMs) setHead(headOf(reel[0]));
      setPlaying(!going);
    },
  };
};
