import { tooltip } from '../base/actions.ts';
import type { Action } from '../base/actions.ts';
import { QUIET } from '../base/button.ts';
import { plural } from '../base/plural.ts';
import { flagTitle } from './flags.ts';
import type { ReplayActions } from './replay-actions.ts';
import type { Replay } from './use-replay.ts';

type Props = { readonly replay: Replay; readonly actions: ReplayActions };

/** The flag one is at, and what it shows. It has its room before there is anything in it, so that nothing moves. */
export const EvidenceStrip = ({ replay: { flags, flag, awaitsFlags }, actions }: Props) => (
  <div className="flex min-h-16 items-start gap-3 pt-2">
    <div role="group" aria-label="Evidence" className="-ml-2 flex shrink-0">
      <Step action={actions.flagBefore} text="‹" none={flags.length === 0} />
      <Step action={actions.flag} text="›" none={flags.length === 0} />
    </div>
    <p role="status" className="max-w-[46rem] pt-1.5 text-pretty text-small">
      {flag ? (
        <>
          <span className="font-strong">{flagTitle(flag)}</span>{' '}
          <span className="font-mono text-muted">
            {flags.indexOf(flag) + 1}/{flags.length}
          </span>
          <span className="line-clamp-2 first-letter:uppercase" title={flag.reading}>
            {flag.reading}
          </span>
        </>
      ) : (
        <span className="text-muted">
          {awaitsFlags
            ? 'The evidence comes with the debrief.'
            : `The debrief rests on ${plural(flags.length, 'piece')} of evidence. A filled flag is a strength, a hollow one a concern.`}
        </span>
      )}
    </p>
  </div>
);

type StepProps = { readonly action: Action; readonly text: string; readonly none: boolean };

const Step = ({ action, text, none }: StepProps) => (
  <button
    type="button"
    onClick={action.run}
    aria-disabled={none}
    aria-label={action.label}
    aria-keyshortcuts={action.keys.join(' ')}
    title={tooltip(action)}
    className={`min-w-8 justify-center text-base ${QUIET}`}
  >
    <span aria-hidden="true">{text}</span>
  </button>
);
