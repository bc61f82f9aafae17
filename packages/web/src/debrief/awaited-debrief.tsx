import type { View } from '@dryrun/interview';
import { LINK } from '../base/button.ts';
import { Skeleton } from '../base/skeleton.tsx';
import { ProblemNote } from '../base/problem-note.tsx';
import { interviewPath } from '../base/route.ts';
import { DebriefPage } from './debrief-page.tsx';
import type { Press } from './evidence-list.tsx';
import type { Awaited } from './use-debrief.ts';

type Props = {
  readonly interview: string;
  readonly view: View;
  readonly awaited: Awaited;
  readonly retry: () => void;
  readonly onPress: Press;
  readonly onRun: (run: string) => void;
};

/** How often one looks before saying that it takes long. */
const LONG = 8;

export const AwaitedDebrief = ({ interview, view, awaited, retry, onPress, onRun }: Props) => {
  /** The interview that it branches from, if it does. */
  const from = view.forkedFrom?.interview;
  switch (awaited.state) {
    case 'asking':
      return (
        <div aria-busy="true" className="max-w-measure">
          <Skeleton rows={6} row="h-16" />
        </div>
      );
    case 'being-written':
      return (
        <div role="status" className="max-w-measure">
          <p className="font-serif text-large">The debrief is being written.</p>
          <p className="mt-2 text-muted">
            {awaited.times < LONG
              ? 'It appears here by itself. The conversation is all there already.'
              : 'It takes longer than it should. It is looked for every two seconds; the conversation is kept whatever happens.'}
          </p>
        </div>
      );
    case 'held-back':
      return (
        <div role="status" className="max-w-measure">
          <p className="font-serif text-large">The debrief waits for the interview this one branches from.</p>
          <p className="mt-2 text-muted">
            That one is still open, and what would be told here counts there.{' '}
            {from && (
              <a href={interviewPath(from)} className={LINK}>
                Go on with it
              </a>
            )}{' '}
            and end it; then both can be read.
          </p>
        </div>
      );
    case 'failed':
      return <ProblemNote problem={awaited.problem} retrying={false} onRetry={retry} />;
    case 'ready':
      return (
        <DebriefPage
          interview={interview}
          view={view}
          debrief={awaited.debrief}
          onPress={onPress}
          onRun={onRun}
        />
      );
  }
};
