import { clockFace } from '../base/interview-time.ts';
import { comparePath } from '../base/route.ts';
import type { Branch } from './branches-api.ts';

type Props = { readonly branches: readonly Branch[]; readonly current: string | undefined };

/** An interview may be answered again more than once: each answer can stand beside it. */
export const BranchNav = ({ branches, current }: Props) => (
  <nav aria-label="Answers" className="flex flex-wrap gap-2 text-small">
    {branches.map(({ interview, atMs, status, lastAt }) => (
      <a
        key={interview}
        href={comparePath(interview)}
        aria-current={interview === current ? 'page' : undefined}
        title={new Date(lastAt).toLocaleString('en-GB')}
        className="inline-flex min-h-8 items-center gap-1.5 rounded border border-line px-3 transition-colors hover:border-edge aria-[current]:border-edge aria-[current]:bg-accent-soft"
      >
        again from <span className="font-mono">{clockFace(atMs)}</span>
        {status !== 'closed' && <span className="text-muted">still open</span>}
      </a>
    ))}
  </nav>
);
