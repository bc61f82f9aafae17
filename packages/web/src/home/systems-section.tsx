import type { System } from '../base/api.ts';
import { KEY_AND_VALUE, MARGIN_AND_BODY } from '../base/columns.ts';
import { Skeleton } from '../base/skeleton.tsx';
import { SystemList } from './system-list.tsx';

type Props = { readonly found: readonly System[] | undefined; readonly query: string };

export const SystemsSection = ({ found, query }: Props) => (
  <section id="systems" aria-labelledby="systems-title" className="min-h-64">
    <h2 id="systems-title" className="sr-only">
      Systems
    </h2>
    {found === undefined && (
      <div aria-busy="true" className={`border-line border-t py-5 ${MARGIN_AND_BODY}`}>
        <div className="skeleton mt-2 h-4 w-24" />
        <Skeleton rows={12} row={`h-9 ${KEY_AND_VALUE}`} />
      </div>
    )}
    {found?.length === 0 && <NothingFound query={query} />}
    {found && <SystemList systems={found} query={query} />}
  </section>
);

const NothingFound = ({ query }: { readonly query: string }) => (
  <div className="border-line border-t py-8">
    <p>No system goes by “{query.trim()}”.</p>
    <p className="mt-1 text-muted">
      Looked for in titles, families and other names. Try one word of it, or press Escape to see all.
    </p>
  </div>
);
