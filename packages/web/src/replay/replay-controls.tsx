import type { ReactNode } from 'react';
import { tooltip } from '../base/actions.ts';
import type { Action } from '../base/actions.ts';
import { PLAIN, QUIET } from '../base/button.ts';
import { clockFace, clockSaid } from '../base/interview-time.ts';
import { LONG_SILENCE_MS } from './tracks.ts';
import { SHORTENED_MS, silenceAt, SPEEDS } from './playing.ts';
import type { ReplayActions } from './replay-actions.ts';
import type { Replay } from './use-replay.ts';

type Props = {
  readonly replay: Replay;
  readonly actions: ReplayActions;
  readonly children?: ReactNode;
};

export const ReplayControls = ({ replay, actions, children }: Props) => {
  const { head, tracks, going, speed, fork } = replay;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
      <button
        type="button"
        onClick={actions.play.run}
        aria-keyshortcuts="Space"
        title={tooltip(actions.play)}
        className={`w-20 ${PLAIN}`}
      >
        {going ? 'Stop' : 'Play'}
      </button>
      <div role="group" aria-label="By utterance" className="flex">
        <Step action={actions.before} text="←" />
        <Step action={actions.next} text="→" />
      </div>
      <div role="group" aria-label="Speed" className="flex rounded border border-line p-0.5">
        {SPEEDS.map((each, index) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === speed}
            aria-label={`Speed ${each}`}
            onClick={() => replay.setSpeed(each)}
            title={actions.speeds[index] && tooltip(actions.speeds[index])}
            className="h-7 min-w-8 rounded-[4px] font-mono text-muted text-small transition-colors hover:text-ink aria-pressed:bg-accent-soft aria-pressed:text-ink aria-pressed:inset-ring aria-pressed:inset-ring-edge forced-colors:aria-pressed:bg-[Highlight] forced-colors:aria-pressed:text-[HighlightText] forced-colors:aria-pressed:forced-color-adjust-none"
          >
            {each}×
          </button>
        ))}
      </div>
      <p className="whitespace-nowrap font-mono">
        <time aria-label={clockSaid(head.ms)}>{clockFace(head.ms)}</time>
        <span className="text-muted text-small"> / {clockFace(tracks.lengthMs)}</span>
      </p>
      <p className="text-muted text-small">
        <SilenceNote replay={replay} />
      </p>
      <div className="ml-auto flex flex-wrap items-center gap-x-2 gap-y-1.5">
        {children}
        <button
          type="button"
          onClick={actions.fork.run}
          aria-disabled={fork === undefined}
          aria-keyshortcuts="f"
          title={`${tooltip(actions.fork)}${fork ? `: begins at ${clockFace(fork.atMs)}` : ''}`}
          className={`aria-disabled:opacity-50 ${PLAIN}`}
        >
          Answer again from here
        </button>
      </div>
    </div>
  );
};

const SilenceNote = ({ replay: { tracks, head, going } }: { readonly replay: Replay }) => {
  const silence = going ? silenceAt(tracks.silences, head.ms) : undefined;
  return silence
    ? `A silence of ${clockFace(silence.to - silence.from)}, shortened`
    : `Silences over ${LONG_SILENCE_MS / 1000} s pass in ${SHORTENED_MS / 1000} s`;
};

const Step = ({ action, text }: { readonly action: Action; readonly text: string }) => (
  <button
    type="button"
    onClick={action.run}
    aria-label={action.label}
    aria-keyshortcuts={action.keys.join(' ')}
    title={tooltip(action)}
    className={`min-w-8 justify-center ${QUIET}`}
  >
    <span aria-hidden="true">{text}</span>
  </button>
);
