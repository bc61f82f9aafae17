import type { Pace } from '@dryrun/domain';
import { interviewMs } from '@dryrun/interview';
import type { View } from '@dryrun/interview';
import type { Ref } from 'react';
import { tooltip } from '../base/actions.ts';
import type { Action } from '../base/actions.ts';
import { PLAIN, PRIMARY } from '../base/button.ts';
import { clockFace, clockSaid } from '../base/interview-time.ts';
import { LookMenu } from '../base/look-menu.tsx';
import type { Frame } from '../base/use-frame.ts';
import { useNow } from '../base/use-now.ts';
import { Mark } from '../base/wordmark.tsx';
import { PaceChoice } from './pace-choice.tsx';
import { goalOf, isNearEnd, lengthMs, stretchesOf } from './phase-line.ts';
import { PhaseLine } from './phase-strip.tsx';

type Props = {
  readonly view: View;
  readonly pause: Action;
  readonly pace: Action;
  readonly onPace: (pace: Pace) => void;
  readonly paceField: Ref<HTMLSelectElement>;
  readonly frame: Frame;
};

/** What the interview is about, where in it one is, and the clock: a line, and not an alarm. */
export const RoomHeader = ({ view, pause, pace, onPace, paceField, frame }: Props) => {
  const now = useNow(view.status === 'running');
  const nowMs = view.clock ? interviewMs(view.clock, now) : 0;
  const length = lengthMs(view);
  const paused = view.status === 'paused';
  return (
    <header className="border-line border-b px-4 pt-3 pb-3 sm:px-6">
      <div className="flex min-h-9 items-center gap-x-4 gap-y-1 max-md:flex-wrap">
        <a
          href="/"
          title="Home"
          aria-label="Dryrun, home"
          className="flex size-8 shrink-0 items-center max-sm:-mr-2"
        >
          <Mark />
        </a>
        <h1 className="min-w-0 truncate font-strong max-sm:text-small" title={view.plan?.title}>
          {view.plan?.title}
        </h1>
        <p className="shrink-0 text-muted text-small max-md:sr-only">
          {view.terms?.level}, {view.plan?.formatTitle}, {view.terms && MODES[view.terms.mode]}
        </p>
        <p className="ml-auto shrink-0 whitespace-nowrap font-mono">
          {paused && <span className="mr-3 font-sans text-muted text-small max-sm:sr-only">Paused</span>}
          <time role="timer" aria-label={clockSaid(nowMs)} className={paused ? 'text-muted' : ''}>
            {clockFace(nowMs)}
          </time>
          {length !== undefined && (
            <span className="text-muted text-small max-sm:hidden"> / {clockFace(length)}</span>
          )}
        </p>
        {view.status !== 'closed' && view.terms && (
          <PaceChoice pace={view.terms.pace} choose={onPace} action={pace} field={paceField} />
        )}
        {view.status !== 'closed' && (
          <button
            type="button"
            onClick={pause.run}
            title={tooltip(pause)}
            aria-keyshortcuts={pause.keys.join(' ')}
            className={`${paused ? PRIMARY : PLAIN} min-h-8 shrink-0 sm:w-24 text-small`}
          >
            {paused ? 'Resume' : 'Pause'}
          </button>
        )}
        <LookMenu frame={frame} />
      </div>
      <PhaseLine stretches={stretchesOf(view, nowMs)} thick={isNearEnd(view, nowMs)} goal={goalOf(view)} />
    </header>
  );
};

const MODES = { real: 'real mode', coach: 'coach mode' } as const;
