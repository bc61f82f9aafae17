import type { PublicEvent } from '@dryrun/interview';
import { useEffect, useState } from 'react';
import { follow } from './follow.ts';
import type { Link } from './follow.ts';
import { heardAfter, nothingHeard } from './heard.ts';
import type { Heard } from './heard.ts';

/** What comes within one frame is drawn at once: a long log replays without a flicker. */
const GATHERED_MS = 16;

export const useHeard = (interview: string): { readonly heard: Heard; readonly link: Link } => {
  const [heard, setHeard] = useState(nothingHeard);
  const [link, setLink] = useState<Link>('connecting');

  useEffect(() => {
    let gathered: PublicEvent[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const fold = () => {
      const events = gathered;
      gathered = [];
      timer = undefined;
      setHeard((before) => events.reduce(heardAfter, before));
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

  return { heard, link };
};
