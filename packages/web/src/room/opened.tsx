import type { View } from '@dryrun/interview';
import { useCallback } from 'react';
import type { ReactNode } from 'react';
import { Nowhere } from '../base/nowhere.tsx';
import { PlainPage } from '../base/plain-page.tsx';
import { ProblemNote } from '../base/problem-note.tsx';
import { useRemote } from '../base/remote.ts';
import { fetchView } from './room-api.ts';
import { useHeard } from './use-heard.ts';

type Props = {
  readonly interview: string;
  readonly skeleton: ReactNode;
  readonly children: (opened: ReturnType<typeof useHeard> & { readonly first: View }) => ReactNode;
};

/** An interview with all that was there when the page came; before that, or without it, what there is to say. */
export const Opened = ({ interview, skeleton, children }: Props) => {
  const load = useCallback((signal: AbortSignal) => fetchView(interview, signal), [interview]);
  const { remote: first, retry } = useRemote(load);
  const followed = useHeard(interview);

  if (first.state === 'failed') {
    if (first.problem.answer?.status === 404) return <NotHere />;
    return (
      <PlainPage title="The interview could not be opened">
        <p className="mt-4 mb-8 max-w-measure text-pretty font-serif text-large">
          What was said in it is kept, and so is what you typed in this browser.
        </p>
        <ProblemNote problem={first.problem} retrying={first.retrying} onRetry={retry} />
      </PlainPage>
    );
  }
  if (followed.link === 'gone') return <Gone />;
  // What was there when the page came is drawn at once, when all of it is here.
  if (first.state === 'loading' || followed.heard.view.version < first.value.version) return skeleton;
  return children({ ...followed, first: first.value });
};

const Gone = () => (
  <Nowhere title="This interview was deleted">
    Nothing of it is left here. If you saved it as a file before, it can be brought in again on the first
    page.
  </Nowhere>
);

const NotHere = () => (
  <Nowhere title="This interview is not here">
    Interviews are kept on the machine they were held on. This one was deleted, or it was held elsewhere:
    bring its file in on the first page.
  </Nowhere>
);
