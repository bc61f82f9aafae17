import type { PublicEvent } from '@dryrun/interview';
import { useEffect, useState } from 'react';
import { follow } from './follow.ts';
import type { Link } from './follow.ts';
import { heardAfter, nothingHeard } from './heard.ts';
import type { Heard } from './heard.ts';

type Followed = {
  readonly heard: Heard;
  /** All of them, for whoever wants an earlier moment. */
  readonly events: readonly PublicEvent[];
  readonly link: Link;
};

const NOTHING = { heard: nothingHeard, events: [] };

/** What comes within one frame is drawn at once: a long log replays without a flicker. */
const GATHERED_MS = 16;

export const useHeard = (interview: string): Followed => {
  const [{ heard, events }, setFollowed] = useState<Omit<Followed, 'link'>>(NOTHING);
  const [link, setLink] = useState<Link>('connecting');

  useEffect(() => {
    let gathered: PublicEvent[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const fold = () => {
      const more = gathered;
      gathered = [];
      timer = undefined;
      setFollowed((before) => ({
        heard: more.reduce(heardAfter, before.heard),
        events: [...before.events, ...more],
      }));
    };
    const leave = follow({
      interview,
      onLink: setLink,
      onEvent: (event) => {
        gathered.push(event);
        timer ??= setTimeout(fold, GATHERED_MS);
      },
    });
    return () => {
      leave();
      clearTimeout(timer);
    };
  }, [interview]);

  return { heard, events, link };
};
