import { memo } from 'react';
import type { Ref } from 'react';
import { clockFace } from '../base/interview-time.ts';
import type { Flag } from './flags.ts';
import { rulerOf } from './ruler.ts';
import type { Block, Point, Stretch, Tracks } from './tracks.ts';

type Props = {
  readonly tracks: Tracks;
  /** Of an open interview there is no row for them. */
  readonly flags: readonly Flag[] | undefined;
  readonly lane: Ref<HTMLDivElement>;
};

/** The part of the whole below which a band has no room for its title. */
const LEAST_TITLED = 0.05;

/** What stands still on the timeline while the playhead moves over it. */
export const TimelineLanes = memo(({ tracks, flags, lane }: Props) => {
  const length = Math.max(1, tracks.lengthMs);
  const at = (ms: number) => ({ left: `${(100 * ms) / length}%` });
  const over = ({ from, to }: Stretch) => ({ ...at(from), width: `${(100 * (to - from)) / length}%` });
  return (
    <>
      {tracks.bands.map((band, index) => (
        <div
          key={band.version}
          aria-hidden="true"
          className={`absolute inset-y-0 overflow-hidden border-line border-l ${index % 2 === 0 ? 'bg-raised' : ''}`}
          style={over(band)}
        >
          {band.to - band.from > LEAST_TITLED * length && (
            <p className="truncate px-1.5 text-muted text-small first-letter:uppercase">{band.title}</p>
          )}
        </div>
      ))}
      <div />
      {flags && (
        <div ref={lane} aria-hidden="true" className="relative">
          {flags.map((flag, index) => (
            <FlagMark key={index} flag={flag} style={at(flag.atMs)} />
          ))}
        </div>
      )}
      {(['interviewer', 'candidate'] as const).map((speaker) => (
        <div key={speaker} aria-hidden="true" className="relative">
          {tracks.talk
            .filter((block) => block.speaker === speaker)
            .map((block) => (
              <TalkBlock key={block.version} block={block} style={over(block)} />
            ))}
        </div>
      ))}
      <div aria-hidden="true" className="relative">
        {tracks.board.map((stroke) => (
          <Tick key={stroke.version} point={stroke} style={at(stroke.atMs)} />
        ))}
      </div>
      <div aria-hidden="true" className="relative">
        {tracks.runs.map((run) => (
          <span
            key={run.version}
            title={`Run at ${run.load}×`}
            className="absolute top-1 size-2 -translate-x-1/2 rotate-45 bg-ink forced-colors:bg-[CanvasText]"
            style={at(run.atMs)}
          />
        ))}
      </div>
      <div aria-hidden="true" className="relative border-line border-t">
        {rulerOf(length, 8).map((ms) => (
          <span
            key={ms}
            className={`absolute top-0.5 font-mono text-muted text-small leading-4.5 ${ms === 0 ? '' : ms > 0.94 * length ? '-translate-x-full' : '-translate-x-1/2'}`}
            style={at(ms)}
          >
            {clockFace(ms)}
          </span>
        ))}
      </div>
    </>
  );
});

type Style = { readonly left: string; readonly width?: string };

/** Two rows, and two fills: who speaks is told without colour. */
const TalkBlock = ({ block, style }: { readonly block: Block; readonly style: Style }) => (
  <span
    className={`absolute inset-y-0.5 min-w-0.5 rounded-[2px] ${block.speaker === 'candidate' ? 'bg-ink opacity-75 forced-colors:bg-[CanvasText]' : 'bg-edge opacity-75 forced-colors:bg-[GrayText]'}`}
    style={style}
  />
);

const Tick = ({ style }: { readonly point: Point; readonly style: Style }) => (
  <span
    className="absolute inset-y-0.5 w-0.5 -translate-x-1/2 bg-muted forced-colors:bg-[CanvasText]"
    style={style}
  />
);

/** A strength flies from its pole filled, a concern hollow. */
const FlagMark = ({ flag, style }: { readonly flag: Flag; readonly style: Style }) => (
  <svg
    viewBox="0 0 12 16"
    className={`absolute top-1 -ml-px h-4 w-3 ${flag.polarity === 'strength' ? 'text-strength' : 'text-concern'}`}
    style={style}
    stroke="currentColor"
    strokeWidth="1.5"
    strokeLinejoin="round"
  >
    <path d="M1 15V1.5" fill="none" strokeLinecap="round" />
    <path d="M1 1.5 10 4.75 1 8Z" fill={flag.polarity === 'strength' ? 'currentColor' : 'var(--paper)'} />
  </svg>
);
