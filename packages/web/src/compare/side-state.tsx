import type { View } from '@dryrun/interview';
import { LINK } from '../base/button.ts';
import { ProblemNote } from '../base/problem-note.tsx';
import { interviewPath } from '../base/route.ts';
import type { Awaited } from '../debrief/use-debrief.ts';

type Props = {
  readonly interview: string;
  readonly status: View['status'];
  readonly awaited: Awaited;
  readonly retry: () => void;
};

/** What one waits for on a side, as long as both are not there. */
export const SideState = ({ interview, status, awaited, retry }: Props) => {
  if (status !== 'closed') {
    return (
      <p className="max-w-measure text-pretty font-serif">
        This one is still open: its debrief is written when you{' '}
        <a href={interviewPath(interview)} className={LINK}>
          go on with it
        </a>{' '}
        and end it.
      </p>
    );
  }
  switch (awaited.state) {
    case 'asking':
      return (
        <div aria-busy="true">
          <div className="skeleton h-5 w-48" />
        </div>
      );
    case 'being-written':
      return (
        <p role="status" className="max-w-measure font-serif">
          The debrief is being written. It appears here by itself.
        </p>
      );
    case 'held-back':
      return (
        <p className="max-w-measure text-pretty font-serif">
          Its debrief waits for the interview it branches from to be ended.
        </p>
      );
    case 'failed':
      return <ProblemNote problem={awaited.problem} retrying={false} onRetry={retry} />;
    case 'ready':
      return <p className="max-w-measure font-serif text-muted">Its debrief is here.</p>;
  }
};
