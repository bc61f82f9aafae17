import { PLAIN } from '../base/button.ts';
import type { Action } from '../base/actions.ts';
import { tooltip } from '../base/actions.ts';
import type { useBoardRun } from './use-board-run.ts';

type Props = {
  readonly trying: ReturnType<typeof useBoardRun>;
  readonly action: Action;
  readonly isEmpty: boolean;
};

/** Where the board is run as it stands. What keeps it from running is told here, and stays until it is mended. */
export const BoardRun = ({ trying, action, isEmpty }: Props) => {
  const { field, text, type, run, asks, paused, optional, trial, stale } = trying;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        run();
      }}
      className="flex flex-wrap items-center gap-x-2 gap-y-1 px-4 text-small sm:px-6"
    >
      <label htmlFor="board-rps" className="text-muted">
        Requests a second
      </label>
      <input
        ref={field}
        id="board-rps"
        value={text}
        inputMode="decimal"
        autoComplete="off"
        placeholder={optional ? 'as drawn' : 'such as 700'}
        onChange={(event) => type(event.target.value)}
        aria-describedby="board-run-told"
        aria-invalid={asks}
        className="min-h-8 w-28 rounded border border-edge bg-raised px-2 placeholder:text-muted"
      />
      <button
        type="submit"
        title={tooltip(action)}
        aria-keyshortcuts={action.keys.join(' ')}
        aria-disabled={isEmpty}
        className={`${PLAIN} min-h-8 px-3 aria-disabled:opacity-50`}
      >
        {paused ? 'Resume and run' : 'Run'}
      </button>
      <p id="board-run-told" role="status" className="min-w-0 flex-1 basis-60 text-pretty wrap-anywhere">
        {asks ? (
          'How many requests a second arrive? One number is enough.'
        ) : trial?.reason !== undefined ? (
          <>
            <span className="font-strong">It cannot be run yet.</span> {trial.reason}
          </>
        ) : trial ? (
          'It is running…'
        ) : stale ? (
          <span className="text-muted">The board was changed since its last run.</span>
        ) : null}
      </p>
    </form>
  );
};
