import type { ApiProblem } from './api.ts';

type Props = { readonly problem: ApiProblem; readonly retrying: boolean; readonly onRetry: () => void };

/** What was expected, what was found, what to do; and the doing. */
export const ProblemNote = ({ problem, retrying, onRetry }: Props) => (
  <div role="alert" className="max-w-measure border-concern border-l-2 pl-4">
    <p className="font-strong">This could not be loaded</p>
    <dl className="mt-2 grid grid-cols-[5rem_minmax(0,1fr)] gap-x-3 gap-y-1 text-small">
      <Row title="Expected" text={problem.expected} />
      <Row title="Found" text={problem.found} />
      <Row title="To do" text={problem.todo} />
    </dl>
    <button
      type="button"
      aria-disabled={retrying}
      onClick={() => !retrying && onRetry()}
      className="mt-4 h-9 min-w-28 rounded border border-edge px-4 transition-colors hover:bg-accent-soft"
    >
      {retrying ? 'Trying…' : 'Try again'}
    </button>
  </div>
);

const Row = ({ title, text }: { readonly title: string; readonly text: string }) => (
  <>
    <dt className="text-muted">{title}</dt>
    <dd className="wrap-anywhere">{text}</dd>
  </>
);
