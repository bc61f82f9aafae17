import { LINK } from '../base/button.ts';
import { clockFace, clockSaid } from '../base/interview-time.ts';
import type { Run } from './heard.ts';
import { runSaid } from './run-said.ts';
import { useShown } from './use-shown.ts';

type Props = {
  readonly run: Run;
  readonly pressed: boolean;
  readonly onBack: (() => void) | undefined;
};

/** What came of a run, quietly, where it happened. */
export const RunCard = ({ run, pressed, onBack }: Props) => (
  <li ref={useShown(pressed)} tabIndex={-1} className="mt-5 scroll-my-8 rounded @min-[32rem]:pl-28">
    <div
      className={`max-w-measure rounded border border-line border-l-2 px-4 py-3 transition-colors ${pressed ? 'bg-accent-soft' : 'bg-raised'} ${run.full ? 'border-l-overload' : 'border-l-edge'}`}
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
      {pressed && onBack && (
        <button type="button" onClick={onBack} className={`mt-1 min-h-7 text-small ${LINK}`}>
          Back to the debrief
        </button>
      )}
    </div>
  </li>
);
