import type { Debrief } from '@dryrun/domain';
import { QUIET } from '../base/button.ts';

/** The way to the parts of a page that is long; the letter is where one is. */
export const DebriefNav = ({ of }: { readonly of: Debrief }) => (
  <nav
    aria-label="On this page"
    className="-mt-4 mb-8 flex flex-wrap items-baseline gap-x-1 border-line border-y py-1 print:hidden"
  >
    <span aria-hidden="true" className="mr-1 text-muted text-small">
      On this page:
    </span>
    {PARTS.filter(({ id }) => id !== 'missed' || of.missed.length > 0).map(({ id, name }) => (
      <a key={id} href={`#${id}-title`} className={QUIET}>
        {name}
      </a>
    ))}
  </nav>
);

const PARTS = [
  { id: 'level', name: 'Level' },
  { id: 'dimensions', name: 'Marks' },
  { id: 'safety', name: 'Safety' },
  { id: 'missed', name: 'Moments' },
  { id: 'reference', name: 'Reference' },
  { id: 'next', name: 'What to practise' },
] as const;
