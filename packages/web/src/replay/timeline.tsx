import { useRef } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { flagTitle } from './flags.ts';
import type { Flag } from './flags.ts';
import { TimelineLanes } from './timeline-lanes.tsx';
import { saidOfMoment } from './tracks.ts';
import type { Replay } from './use-replay.ts';

type Props = { readonly replay: Replay };

/** How near to a flag one must press, and how far up. */
const FLAG_REACH_PX = 14;

/** One timeline for talk, board and runs: a slider whose value is a moment. */
export const Timeline = ({ replay }: Props) => {
  const { tracks, head, flags, flagged } = replay;
  const slider = useRef<HTMLDivElement>(null);
  const lane = useRef<HTMLDivElement>(null);
  const length = Math.max(1, tracks.lengthMs);
  const place = (100 * head.ms) / length;

  const msAt = (x: number) => {
    const { left, width } = slider.current?.getBoundingClientRect() ?? { left: 0, width: 1 };
    return (length * (x - left)) / width;
  };
  const flagAt = (x: number, y: number): Flag | undefined => {
    const box = lane.current?.getBoundingClientRect();
    if (!box || y < box.top || y > box.bottom) return undefined;
    const reach = msAt(FLAG_REACH_PX) - msAt(0);
    const distance = (flag: Flag) => Math.abs(flag.atMs - msAt(x));
    return flags.filter((flag) => distance(flag) <= reach).toSorted((a, b) => distance(a) - distance(b))[0];
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    const flag = flagAt(event.clientX, event.clientY);
    if (flag) {
      // The words get the focus, and a press would take it from them.
      event.preventDefault();
      replay.show(flag);
      return;
    }
    event.currentTarget.setPointerCapture(event.pointerId);
    replay.toMs(msAt(event.clientX));
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) replay.toMs(msAt(event.clientX));
  };
  /** What every slider does, beside the keys of the page. */
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    replay.seconds(event.key === 'ArrowUp' ? 5 : -5);
  };

  return (
    <div className={`grid gap-x-3 sm:grid-cols-[5rem_minmax(0,1fr)] ${flagged ? FLAGGED : PLAIN}`}>
      <ul
        aria-hidden="true"
        className="row-span-full grid grid-rows-subgrid text-muted text-small leading-4 max-sm:hidden"
      >
        {['', ...(flagged ? ['Evidence'] : []), 'Interviewer', 'You', 'Board', 'Runs', ''].map(
          (name, index) => (
            <li key={index} className="self-center text-right">
              {name}
            </li>
          ),
        )}
      </ul>
      <div
        ref={slider}
        role="slider"
        tabIndex={0}
        aria-label="Moment of the interview"
        aria-valuemin={0}
        aria-valuemax={Math.ceil(tracks.lengthMs / 1000)}
        aria-valuenow={Math.floor(head.ms / 1000)}
        aria-valuetext={saidOfMoment(tracks, head)}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onKeyDown={onKeyDown}
        className="relative row-span-full grid cursor-pointer touch-pan-y select-none grid-rows-subgrid rounded-[2px]"
      >
        <TimelineLanes tracks={tracks} flags={flagged ? flags : undefined} lane={lane} />
        <div
          aria-hidden="true"
          className={`pointer-events-none absolute right-0 bottom-5 bg-paper opacity-60 forced-colors:hidden ${flagged ? 'top-11' : 'top-5'}`}
          style={{ left: `${place}%` }}
        />
        {replay.flag && (
          <div
            aria-hidden="true"
            title={flagTitle(replay.flag)}
            className="pointer-events-none absolute top-5 size-6 -translate-x-1/2 rounded-full border-2 border-accent"
            style={{ left: `${(100 * replay.flag.atMs) / length}%` }}
          />
        )}
        <div
          aria-hidden="true"
          className="pointer-events-none absolute top-5 bottom-3.5 w-0.5 -translate-x-1/2 bg-accent forced-colors:bg-[Highlight]"
          style={{ left: `${place}%` }}
        >
          <span className="absolute -bottom-1.5 -left-1.25 size-3 rounded-full bg-accent forced-colors:bg-[Highlight]" />
        </div>
      </div>
    </div>
  );
};

const PLAIN = 'grid-rows-[1.25rem_repeat(4,1rem)_1.25rem]';
const FLAGGED = 'grid-rows-[1.25rem_1.5rem_repeat(4,1rem)_1.25rem]';
