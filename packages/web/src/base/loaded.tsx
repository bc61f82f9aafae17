import type { ReactNode } from 'react';
import { ProblemNote } from './problem-note.tsx';
import type { Remote } from './remote.ts';

type Props<Value> = {
  readonly of: Remote<Value>;
  readonly retry: () => void;
  readonly skeleton: ReactNode;
  readonly children: (value: Value) => ReactNode;
};

/** The three states of something asked for, wherever it stands on a page. */
export const Loaded = <Value,>({ of, retry, skeleton, children }: Props<Value>) => {
  switch (of.state) {
    case 'loading':
      return <div aria-busy="true">{skeleton}</div>;
    case 'failed':
      return <ProblemNote problem={of.problem} retrying={of.retrying} onRetry={retry} />;
    case 'ready':
      return children(of.value);
  }
};
