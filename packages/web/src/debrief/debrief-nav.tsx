import type { Debrief } from '@dryrun/domain';
import { QUIET } from '../base/button.ts';

/** The way to the parts of a page that is long; the letter is where one is. */
export const DebriefNav = ({ of }: { readonly of: Debrief }) => (
  <nav aria-label="On this page" className="-mt-4 mb-8 -ml-2 flex flex-wrap gap-x-1 print:hidden">
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
