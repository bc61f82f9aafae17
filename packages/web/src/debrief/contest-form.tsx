import { useEffect, useId, useRef, useState } from 'react';
import { problemOf } from '../base/api-problem.ts';
import type { ApiProblem } from '../base/api-problem.ts';
import { PLAIN, QUIET } from '../base/button.ts';
import { onEnter } from '../base/on-enter.ts';
import { ProblemNote } from '../base/problem-note.tsx';
import { useKept } from '../base/use-kept.ts';
import { REASON_MAX } from './contesting.ts';

type Props = {
  readonly keptAs: string;
  readonly name: string;
  readonly onKeep: (reason: string) => Promise<void>;
  readonly onClose: () => void;
};

/** What is typed stays in this browser until it is kept in the interview. */
export const ContestForm = ({ keptAs, name, onKeep, onClose }: Props) => {
  const [text, setText] = useKept(keptAs);
  const [state, setState] = useState<{ readonly busy: boolean; readonly problem?: ApiProblem }>({
    busy: false,
  });
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  useEffect(() => field.current?.focus(), []);
  const keep = async () => {
    const reason = text.trim();
    if (reason === '' || state.busy) return;
    setState({ busy: true });
    try {
      await onKeep(reason);
      setText('');
      onClose();
    } catch (thrown) {
      setState({ busy: false, problem: problemOf(thrown) });
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onClose();
      }}
      className="mt-1 mb-3 max-w-measure"
    >
      <label htmlFor={id} className="text-small">
        What do you see differently in {name}, and why?
      </label>
      <textarea
        ref={field}
        id={id}
        value={text}
        rows={2}
        maxLength={REASON_MAX}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onEnter(() => void keep())}
        aria-describedby={`${id}-note`}
        className="mt-1 block w-full resize-none field-sizing-content rounded border border-edge bg-raised px-3 py-2"
      />
      <p id={`${id}-note`} className="mt-1 text-muted text-small">
        It stands beside the mark and goes with the interview. The mark itself stays as it was read.
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        <button
          type="submit"
          aria-disabled={text.trim() === '' || state.busy}
          className={`min-h-8 text-small ${PLAIN}`}
        >
          {state.busy ? 'Keeping…' : 'Keep it'}
        </button>
        <button type="button" onClick={onClose} className={QUIET}>
          Leave it
        </button>
      </div>
      {state.problem && (
        <div className="mt-3">
          <ProblemNote
            title="It was not kept; what you typed is still here"
            problem={state.problem}
            retrying={state.busy}
            onRetry={() => void keep()}
          />
        </div>
      )}
    </form>
  );
};
