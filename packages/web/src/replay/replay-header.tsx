import type { View } from '@dryrun/interview';
import { tooltip } from '../base/actions.ts';
import type { Action } from '../base/actions.ts';
import { LINK, QUIET } from '../base/button.ts';
import { LookMenu } from '../base/look-menu.tsx';
import type { Frame } from '../base/use-frame.ts';
import { Mark } from '../base/wordmark.tsx';
import { interviewPath } from '../base/route.ts';
import type { Link } from '../room/follow.ts';

type Props = {
  readonly interview: string;
  readonly view: View;
  readonly link: Link;
  readonly leave: Action;
  readonly frame: Frame;
};

export const ReplayHeader = ({ interview, view, link, leave, frame }: Props) => {
  const open = view.status !== 'closed';
  return (
    <header className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-b px-4 py-2.5 sm:px-6">
      <a href="/" title="Home" aria-label="Dryrun, home" className="flex size-8 shrink-0 items-center">
        <Mark />
      </a>
      <h1 className="min-w-0 truncate" title={view.plan?.title}>
        <span className="font-strong">{view.plan?.title}</span>
        <span className="text-muted text-small"> Replay{open && ', up to now'}</span>
      </h1>
      <p className="hidden shrink-0 text-muted text-small md:block">
        {view.terms?.level}, {view.plan?.formatTitle}
      </p>
      <p role="status" className="text-muted text-small">
        {link === 'lost' && 'Dryrun does not answer. What is here can be replayed all the same.'}
      </p>
      <div className="ml-auto flex items-center gap-x-2">
        <a href={interviewPath(interview)} title={tooltip(leave)} className={`text-small ${LINK}`}>
          {open ? 'Back to the room' : 'Read the debrief'}
        </a>
        <LookMenu frame={frame} />
        <button
          type="button"
          onClick={frame.actions.help.run}
          title={tooltip(frame.actions.help)}
          aria-keyshortcuts="?"
          className={QUIET}
        >
          Keys
        </button>
      </div>
    </header>
  );
};
