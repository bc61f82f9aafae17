import { ago } from '../base/ago.ts';
import { tooltip } from '../base/actions.ts';
import type { Action } from '../base/actions.ts';
import type { Interview } from '../base/api.ts';
import { LINK } from '../base/button.ts';
import { interviewPath } from '../base/route.ts';

type Props = {
  /** The one to go back to. */
  readonly of: Interview | undefined;
  readonly now: number;
  readonly action: Action;
};

/** The way back to what was left, where the eye is first. Its room is kept, so that nothing moves when it comes. */
export const Resume = ({ of, now, action }: Props) => (
  <p className="mb-4 flex min-h-8 flex-wrap items-baseline gap-x-2">
    {of && (
      <>
        <a
          href={interviewPath(of.interview)}
          title={tooltip(action)}
          aria-keyshortcuts={action.keys.join(' ')}
          className={`min-h-7 text-accent ${LINK}`}
        >
          {of.status === 'closed' ? 'Read the debrief of' : 'Go on with'} {of.title}
        </a>
        <span className="text-muted text-small">
          {of.level}, {of.status === 'paused' ? 'paused ' : ''}
          {ago(of.lastAt, now)}
        </span>
      </>
    )}
  </p>
);

/** The open interview that something happened in last; where none is open, the closed one. */
export const lastLeft = (interviews: readonly Interview[]): Interview | undefined =>
  interviews.toSorted((a, b) => Number(isOpen(b)) - Number(isOpen(a)) || b.lastAt - a.lastAt)[0];

const isOpen = ({ status }: Interview) => status !== 'closed';
