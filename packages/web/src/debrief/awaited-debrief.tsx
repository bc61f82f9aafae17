import type { View } from '@dryrun/interview';
import { Skeleton } from '../base/skeleton.tsx';
import { ProblemNote } from '../base/problem-note.tsx';
import { DebriefPage } from './debrief-page.tsx';
import type { Press } from './evidence-list.tsx';
import { useDebrief } from './use-debrief.ts';

type Props = {
  readonly interview: string;
  readonly view: View;
  readonly onPress: Press;
  readonly onRun: (run: string) => void;
};

/** How often one looks before saying that it takes long. */
const LONG = 8;

export const AwaitedDebrief = ({ interview, view, onPress, onRun }: Props) => {
  const { awaited, retry } = useDebrief(interview);
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
