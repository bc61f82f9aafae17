import type { View } from '@dryrun/interview';
import type { ReactNode } from 'react';
import { tooltip } from '../base/actions.ts';
import { QUIET } from '../base/button.ts';
import { clockFace } from '../base/interview-time.ts';
import { replayPath } from '../base/route.ts';
import type { readingActions } from './reading-actions.ts';

type Props = {
  readonly view: View;
  readonly actions: ReturnType<typeof readingActions>;
  readonly interview: string;
  readonly children: ReactNode;
};

export const ReadingHeading = ({ interview, view, actions, children }: Props) => {
  const { clock, terms, plan } = view;
  const held = clock && new Date(clock.startedAt);
  const lasted = clock?.pausedAt === undefined ? 0 : clock.pausedAt - clock.startedAt - clock.pausedMs;
  return (
    <div className="mb-8">
      <h1 className="text-balance font-serif text-display">{plan?.title}</h1>
      <p className="mt-2 text-muted text-small">
        Debrief, {terms?.level}, {plan?.formatTitle}
        {held && (
          <>
            ,{' '}
            <time dateTime={held.toISOString()}>
              {held.toLocaleDateString('en-GB', { dateStyle: 'long' })}
            </time>
          </>
        )}
        , <span className="font-mono">{clockFace(lasted)}</span> long
      </p>
      <div className="mt-3 -ml-2 flex flex-wrap gap-x-1 print:hidden">
        <a href={replayPath(interview)} title={tooltip(actions.replay)} className={QUIET}>
          Replay
        </a>
        <button type="button" onClick={actions.again.run} title={tooltip(actions.again)} className={QUIET}>
          Sit it again
        </button>
        <button
          type="button"
          onClick={actions.exportIt.run}
          title={tooltip(actions.exportIt)}
          aria-haspopup="dialog"
          className={QUIET}
        >
          Export
        </button>
        <button type="button" onClick={actions.remove.run} title={tooltip(actions.remove)} className={QUIET}>
          Delete
        </button>
      </div>
      {children}
    </div>
  );
};
