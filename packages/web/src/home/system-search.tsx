import type { ReactNode, Ref } from 'react';
import { tooltip } from '../base/actions.ts';
import type { Action } from '../base/actions.ts';
import { LINK } from '../base/button.ts';
import { plural } from '../base/plural.ts';
import { beginPath } from '../base/route.ts';
import { useSettled } from '../base/use-settled.ts';

type Props = {
  readonly field: Ref<HTMLInputElement>;
  readonly query: string;
  /** Something else than the words leaves some of them out. */
  readonly narrowed: boolean;
  readonly filters: ReactNode;
  /** How many interviews are kept; they are listed below all systems. */
  readonly kept: number;
  readonly onQuery: (query: string) => void;
  /** Undefined until the systems are there. */
  readonly found: number | undefined;
  readonly total: number | undefined;
  readonly search: Action;
  readonly clear: Action;
};

export const SystemSearch = (props: Props) => {
  const { field, query, narrowed, filters, kept, onQuery, found, total, search, clear } = props;
  const told = useSettled(
    (query.trim() || narrowed) && found !== undefined ? foundIn(found, total) : '',
    500,
  );
  return (
    <search>
      <div className="flex items-baseline justify-between gap-x-4">
        <label htmlFor="find" className="font-strong">
          {search.label}
        </label>
        {kept > 0 && (
          <a href="#interviews" className={`inline-flex min-h-7 items-center text-small ${LINK}`}>
            {kept === 1 ? 'Your interview' : `Your ${kept} interviews`}
          </a>
        )}
      </div>
      <input
        ref={field}
        id="find"
        type="search"
        value={query}
        onChange={(event) => onQuery(event.target.value)}
        placeholder="Feed, fraud, ChatGPT, vision…"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        aria-describedby="found"
        aria-keyshortcuts={search.keys.join(' ')}
        title={tooltip(search)}
        className="mt-2 h-12 w-full rounded border border-edge bg-raised px-4 placeholder:text-muted focus-visible:border-accent focus-visible:outline-offset-0 [&::-webkit-search-cancel-button]:hidden"
      />
      {filters}
      <p className="mt-2 flex min-h-5 flex-wrap gap-x-3 text-muted text-small tabular-nums">
        <span id="found">{found !== undefined && foundIn(found, total)}</span>
        {(query !== '' || narrowed) && (
          <button
            type="button"
            onClick={clear.run}
            title={tooltip(clear)}
            className="-my-1.5 h-8 px-1 text-accent underline underline-offset-4"
          >
            Show all
          </button>
        )}
        <a href={beginPath()} className={`-my-1.5 ml-auto inline-flex h-8 items-center ${LINK}`}>
          Surprise me
        </a>
      </p>
      <p role="status" className="sr-only">
        {told}
      </p>
    </search>
  );
};

const foundIn = (found: number, total: number | undefined) =>
  found === total ? plural(found, 'system') : `${found} of ${plural(total ?? 0, 'system')}`;
