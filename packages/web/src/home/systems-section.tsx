import type { System } from '../base/api.ts';
import { KEY_AND_VALUE, MARGIN_AND_BODY } from '../base/columns.ts';
import { Dot } from '../base/dot.tsx';
import { Skeleton } from '../base/skeleton.tsx';
import { SystemList } from './system-list.tsx';

type Props = {
  readonly found: readonly System[] | undefined;
  readonly query: string;
  /** Something else than the words leaves some of them out. */
  readonly narrowed: boolean;
  /** Some of all systems have no fact sheet; supposed until they are known. */
  readonly someLack: boolean;
};

export const SystemsSection = ({ found, query, narrowed, someLack }: Props) => (
  <section id="systems" aria-labelledby="systems-title" className="min-h-64">
    <h2 id="systems-title" className="sr-only">
      Systems
    </h2>
    {someLack && <Legend />}
    {found === undefined && (
      <div aria-busy="true" className={`border-line border-t py-5 ${MARGIN_AND_BODY}`}>
        <div className="skeleton mt-2 h-4 w-24" />
        <Skeleton rows={12} row={`h-9 ${KEY_AND_VALUE}`} />
      </div>
    )}
    {found?.length === 0 && <NothingFound query={query.trim()} narrowed={narrowed} />}
    {found && <SystemList systems={found} query={query} />}
  </section>
);

/** What the marks before the names mean, before one begins. */
const Legend = () => (
  <ul className="mb-4 grid gap-y-1 text-muted text-small">
    <li className="flex max-w-[44rem] items-baseline gap-2.5 text-pretty">
      <Dot filled />
      Has a fact sheet: the interviewer knows its numbers, and tells them when you ask.
    </li>
    <li className="flex max-w-[44rem] items-baseline gap-2.5 text-pretty">
      <Dot filled={false} />
      Has none yet: what you would ask becomes an assumption of yours, and you are read with the vocabulary
      that all systems share.
    </li>
  </ul>
);

type NothingProps = { readonly query: string; readonly narrowed: boolean };

const NothingFound = ({ query, narrowed }: NothingProps) => (
  <div className="border-line border-t py-8">
    <p>
      {query === ''
        ? 'No system is all of that.'
        : `No system ${narrowed ? 'among these ' : ''}goes by “${query}”.`}
    </p>
    <p className="mt-1 text-muted">
      {query !== '' && 'Looked for in titles, families and other names. Try one word of it. '}
      Escape shows all of them again.
    </p>
  </div>
);
