import type { ApiProblem } from './api-problem.ts';
import { PLAIN } from './button.ts';

type Props = {
  readonly title?: string;
  readonly problem: ApiProblem;
  readonly retrying: boolean;
  readonly onRetry: () => void;
  readonly again?: string;
};

/** What was expected, what was found, what to do; and the doing. */
export const ProblemNote = ({
  title = 'This could not be loaded',
  problem,
  retrying,
  onRetry,
  again = 'Try again',
}: Props) => (
  <div role="alert" className="max-w-measure border-concern border-l-2 pl-4">
    <p className="font-strong">{title}</p>
    <dl className="mt-2 grid grid-cols-[5rem_minmax(0,1fr)] gap-x-3 gap-y-1 text-small">
      <Row title="Expected" text={problem.expected} />
      <Row title="Found" text={problem.found} />
      <Row title="To do" text={problem.todo} />
    </dl>
    <button
      type="button"
      aria-disabled={retrying}
      onClick={() => !retrying && onRetry()}
      className={`mt-4 min-w-28 ${PLAIN}`}
    >
      {retrying ? 'Trying…' : again}
    </button>
  </div>
);

const Row = ({ title, text }: { readonly title: string; readonly text: string }) => (
  <>
    <dt className="text-muted">{title}</dt>
    <dd className="wrap-anywhere">{text}</dd>
  </>
);
