import type { View } from '@dryrun/interview';
import { QUIET } from '../base/button.ts';
import { interviewPath, replayPath } from '../base/route.ts';

type Props = { readonly title: string; readonly interview: string; readonly view: View };

/** Whose column it is, and the ways to the whole of it. */
export const SideHead = ({ title, interview, view }: Props) => (
  <div className="flex flex-wrap items-center gap-x-3">
    <h2 className="font-strong">{title}</h2>
    <div className="-ml-1 flex">
      <a
        href={interviewPath(interview)}
        aria-label={`${title}: ${view.status === 'closed' ? 'debrief' : 'room'}`}
        className={QUIET}
      >
        {view.status === 'closed' ? 'Debrief' : 'Room'}
      </a>
      <a href={replayPath(interview)} aria-label={`${title}: replay`} className={QUIET}>
        Replay
      </a>
    </div>
  </div>
);
