import type { View } from '@dryrun/interview';
import { tooltip } from '../base/actions.ts';
import type { Action } from '../base/actions.ts';
import { LINK } from '../base/button.ts';
import { clockFace } from '../base/interview-time.ts';
import { comparePath, interviewPath } from '../base/route.ts';
import type { Branch } from './branches-api.ts';

type Props = {
  readonly interview: string;
  readonly view: View;
  readonly branches: readonly Branch[];
  readonly compare: Action;
};

/** Where this interview was answered again, and what it answers again itself. */
export const BranchLinks = ({ interview, view, branches, compare }: Props) =>
  (view.forkedFrom || branches.length > 0) && (
    <div className="mt-4 grid max-w-measure gap-y-1 text-small">
      {view.forkedFrom && (
        <p>
          It answers{' '}
          <a href={interviewPath(view.forkedFrom.interview)} className={LINK}>
            another interview
          </a>{' '}
          again.{' '}
          <a href={comparePath(interview)} title={tooltip(compare)} className={LINK}>
            Compare both debriefs
          </a>
        </p>
      )}
      {branches.length > 0 && (
        <ul aria-label="Answered again" className="grid gap-y-1">
          {branches.map(({ interview: branch, status, atMs }) => (
            <li key={branch}>
              You answered it again from <span className="font-mono">{clockFace(atMs)}</span>.{' '}
              {status === 'closed' ? (
                <a href={comparePath(branch)} title={tooltip(compare)} className={LINK}>
                  Compare both debriefs
                </a>
              ) : (
                <a href={interviewPath(branch)} className={LINK}>
                  Go on with it
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
