import { ago } from '../base/ago.ts';
import { tooltip } from '../base/actions.ts';
import type { Action } from '../base/actions.ts';
import type { Interview } from '../base/api.ts';
import { LINK } from '../base/button.ts';
import { interviewPath } from '../base/route.ts';

type Props = {
  /** The open interview that something happened in last. */
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
          Go on with {of.title}
        </a>
        <span className="text-muted text-small">
          {of.level}, {of.status === 'paused' ? 'paused ' : ''}
          {ago(of.lastAt, now)}
        </span>
      </>
    )}
  </p>
);

/** What is open, and what something happened in last. */
export const leftOpen = (interviews: readonly Interview[]): Interview | undefined =>
  interviews.filter(({ status }) => status !== 'closed').toSorted((a, b) => b.lastAt - a.lastAt)[0];
