import type { Debrief, Dimension } from '@dryrun/domain';
import { DIMENSION_TITLES } from '@dryrun/domain';
import { BandMark } from './band-mark.tsx';

/** All marks at a glance; each leads to what it rests on. */
export const MarksOverview = ({ of }: { readonly of: Debrief['dimensions'] }) => (
  <nav aria-label="The marks at a glance" className="mb-8 print:hidden">
    <ul className="grid gap-x-8 text-small @min-[38rem]:grid-cols-2">
      {of.map(({ id, band }) => (
        <li key={id}>
          <a
            href={`#${dimensionId(id)}`}
            className="-mx-2 flex min-h-8 items-center justify-between gap-x-4 rounded px-2 transition-colors hover:bg-accent-soft"
          >
            {DIMENSION_TITLES[id]}
            <span className="w-36 shrink-0">
              <BandMark band={band} />
            </span>
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

export const dimensionId = (id: Dimension): string => `dimension-${id}`;
