import { useCallback } from 'react';
import { LINK, PLAIN } from '../base/button.ts';
import { Nowhere } from '../base/nowhere.tsx';
import { PlainPage } from '../base/plain-page.tsx';
import { ProblemNote } from '../base/problem-note.tsx';
import { useRemote } from '../base/remote.ts';
import { interviewPath } from '../base/route.ts';
import { BranchNav } from './branch-nav.tsx';
import { fetchPair } from './compare-api.ts';
import type { Pair } from './compare-api.ts';
import { CompareSkeleton } from './compare-skeleton.tsx';
import { Compared } from './compared.tsx';

/** A branch beside the interview it branches from; of an interview that has several, the choice among them. */
export const ComparePage = ({ interview }: { readonly interview: string }) => {
  const load = useCallback((signal: AbortSignal) => fetchPair(interview, signal), [interview]);
  const { remote, retry } = useRemote(load);
  switch (remote.state) {
    case 'loading':
      return <CompareSkeleton />;
    case 'failed':
      if (remote.problem.answer?.status === 404) return <NotHere />;
      return (
        <PlainPage title="The debriefs could not be opened">
          <div className="mt-8">
            <ProblemNote problem={remote.problem} retrying={remote.retrying} onRetry={retry} />
          </div>
        </PlainPage>
      );
    case 'ready':
      return <Opened pair={remote.value} />;
  }
};

const Opened = ({ pair }: { readonly pair: Pair }) => {
  const { interview, view, first, branches } = pair;
  if (first) return <Compared interview={interview} view={view} first={first} branches={branches} />;
  if (view.forkedFrom) return <FirstIsGone interview={interview} />;
  return branches.length > 0 ? <Choice branches={branches} /> : <NeverAgain interview={interview} />;
};

const NotHere = () => (
  <Nowhere title="This interview is not here">
    Interviews are kept on the machine they were held on. This one was deleted, or it was held elsewhere.
  </Nowhere>
);

const FirstIsGone = ({ interview }: { readonly interview: string }) => (
  <PlainPage title="There is nothing to compare with any more">
    <p className="mt-4 max-w-measure text-pretty font-serif text-large">
      The interview that this one branches from was deleted. Its own debrief stands by itself.
    </p>
    <a href={interviewPath(interview)} className={`mt-8 ${PLAIN}`}>
      To the debrief
    </a>
  </PlainPage>
);

const NeverAgain = ({ interview }: { readonly interview: string }) => (
  <PlainPage title="It was answered once">
    <p className="mt-4 max-w-measure text-pretty font-serif text-large">
      Two debriefs can be compared when an interview was answered again from one of its moments.{' '}
      <a href={`${interviewPath(interview)}/replay`} className={LINK}>
        Choose a moment in its replay
      </a>
      .
    </p>
  </PlainPage>
);

const Choice = ({ branches }: Pick<Pair, 'branches'>) => (
  <PlainPage title="Which answer shall stand beside it?">
    <div className="mt-6">
      <BranchNav branches={branches} current={undefined} />
    </div>
  </PlainPage>
);
