/**
 * Follows an interview over server-sent events. The browser comes back by itself and resumes after the last event;
 * where it gave up (the server answered with something else) a new stream is opened, unless the interview is gone.
 */
import type { PublicEvent } from '@dryrun/interview';
import { problemOf } from '../base/api-problem.ts';
import { apiPathOf } from '../base/api.ts';
import { fetchView, isPublicEvent } from './room-api.ts';

export type Link = 'connecting' | 'live' | 'lost' | 'gone';

type Following = {
  readonly interview: string;
  readonly onEvent: (event: PublicEvent) => void;
  readonly onLink: (link: Link) => void;
};

const AGAIN_MS = 1000;

export const follow = ({ interview, onEvent, onLink }: Following): (() => void) => {
  let last = 0;
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let left = false;

  const hear = ({ data }: MessageEvent<string>) => {
    const event: unknown = JSON.parse(data);
    if (!isPublicEvent(event)) return;
    last = Math.max(last, event.version);
    onEvent(event);
  };
  const end = () => {
    source?.close();
    clearTimeout(timer);
  };
  const gone = () => {
    end();
    onLink('gone');
  };
  const open = () => {
    end();
    const stream = new EventSource(apiPathOf(interview, `/events?after=${last}`));
    source = stream;
    stream.addEventListener('open', () => onLink('live'));
    for (const type of TYPES) stream.addEventListener(type, hear);
    stream.addEventListener('gone', gone);
    stream.addEventListener('error', () => {
      onLink('lost');
      if (stream.readyState === EventSource.CLOSED) timer = setTimeout(reopen, AGAIN_MS);
    });
  };
  const reopen = () =>
    fetchView(interview).then(
      () => !left && open(),
      (reason: unknown) => {
        if (left) return;
        if (problemOf(reason).answer?.status === 404) gone();
        else timer = setTimeout(reopen, AGAIN_MS);
      },
    );

  open();
  return () => {
    left = true;
    end();
  };
};

const TYPES = Object.keys({
  opened: true,
  forked: true,
  spoke: true,
  moving: true,
  drew: true,
  'asked-for': true,
  paused: true,
  resumed: true,
  pace: true,
  consent: true,
  noted: true,
  phase: true,
  ran: true,
  running: true,
  'not-run': true,
  closed: true,
  contested: true,
} satisfies Record<PublicEvent['type'], true>);
