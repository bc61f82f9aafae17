import type { Here } from '../base/api.ts';
import { Dot } from '../base/dot.tsx';
import { Skeleton } from '../base/skeleton.tsx';

/** What works and what does not yet, told apart by words and by a mark that is filled or hollow. */
export const HereList = ({ here }: { readonly here: readonly Here[] }) => (
  <>
    <Part title="Works today" parts={here.filter(({ ready }) => ready)} />
    <Part title="Not yet" parts={here.filter(({ ready }) => !ready)} />
  </>
);

export const HereSkeleton = () => (
  <div className="pt-6">
    <Skeleton rows={6} row="h-12 grid-cols-[9.75rem_minmax(0,1fr)]" />
  </div>
);

const Part = ({ title, parts }: { readonly title: string; readonly parts: readonly Here[] }) =>
  parts.length > 0 && (
    <>
      <h3 className="mt-4 text-muted text-small first:mt-0">{title}</h3>
      <ul className="mt-1">
        {parts.map(({ name, ready, note }) => (
          <li
            key={name}
            className="grid grid-cols-[0.5rem_minmax(0,1fr)] gap-x-3 py-1 text-small sm:grid-cols-[0.5rem_9rem_minmax(0,1fr)]"
          >
            <Dot filled={ready} className="mt-1.5" />
            <span className={ready ? 'font-strong' : ''}>{name}</span>
            <span className="col-start-2 text-muted sm:col-start-3">{note}</span>
          </li>
        ))}
      </ul>
    </>
  );
