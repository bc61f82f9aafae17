import { clockFace, clockSaid } from '../base/interview-time.ts';
import type { Run } from './heard.ts';
import { runSaid } from './run-said.ts';

/** What came of a run, quietly, where it happened. */
export const RunCard = ({ run }: { readonly run: Run }) => (
  <li className="mt-5 @min-[32rem]:pl-28">
    <div
      className={`max-w-measure rounded border border-line border-l-2 bg-raised px-4 py-3 ${run.full === undefined ? 'border-l-edge' : 'border-l-overload'}`}
    >
      <p className="text-pretty">{runSaid(run)}</p>
      <p className="mt-1 text-muted text-small">
        Run <span className="font-mono">{run.hash.slice(0, 8)}</span>, at{' '}
        <time>
          <span aria-hidden="true" className="font-mono">
            {clockFace(run.atMs)}
          </span>
          <span className="sr-only">{clockSaid(run.atMs)}</span>
        </time>
      </p>
    </div>
  </li>
);
