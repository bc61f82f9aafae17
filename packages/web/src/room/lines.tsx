import { LINK } from '../base/button.ts';
import { clockFace, clockSaid } from '../base/interview-time.ts';
import { BranchButton } from './branch-button.tsx';
import type { Item, Pressed, Sending } from './conversation.ts';
import { TypedText } from './typed-text.tsx';
import { useArriving } from './use-arriving.ts';
import { useShown } from './use-shown.ts';

type Props = {
  readonly line: Extract<Item, { kind: 'said' }>;
  readonly onBranch: ((version: number) => void) | undefined;
  readonly pressed: Extract<Pressed, { turn: number }> | undefined;
  readonly onBack: (() => void) | undefined;
  /** Said while somebody was here to hear it. */
  readonly live: boolean;
};

const LINE = 'group grid gap-x-3 @min-[32rem]:grid-cols-[6.25rem_minmax(0,1fr)_2rem]';

/** The interviewer is read and set in serif; you speak in the voice of the controls. */
export const SaidLine = ({ line, onBranch, pressed, onBack, live }: Props) => {
  const item = useShown(pressed);

  const interviewer = line.speaker === 'interviewer';
  const arriving = useArriving(live && interviewer);
  return (
    <li
      ref={item}
      tabIndex={-1}
      data-turn={line.turn}
      className={`${LINE} scroll-my-8 ${line.goesOn ? 'mt-3' : 'mt-5'} -mx-3 rounded px-3 py-0.5 transition-colors ${pressed ? 'bg-accent-soft' : ''}`}
    >
      <p className="relative flex items-baseline gap-2 self-start text-small @max-[32rem]:col-start-1 @max-[32rem]:row-start-1 @min-[32rem]:pt-0.5">
        <span className={line.goesOn ? 'sr-only' : 'text-muted'}>{interviewer ? 'Interviewer' : 'You'}</span>
        {line.kept && <span className="-ml-1 text-muted">· kept</span>}
        <time className="font-mono text-muted text-small opacity-0 transition-opacity group-focus-within:opacity-100 group-hover:opacity-100 @min-[32rem]:absolute @min-[32rem]:top-full @min-[32rem]:left-0">
          <span aria-hidden="true">{clockFace(line.atMs)}</span>
          <span className="sr-only">at {clockSaid(line.atMs)}</span>
        </time>
      </p>
      <div className="min-w-0">
        <TypedText text={line.text} quote={pressed?.quote} serif={interviewer} arriving={arriving} />
        {pressed && onBack && (
          <button type="button" onClick={onBack} className={`mt-1 min-h-7 text-small ${LINK}`}>
            Back to the debrief
          </button>
        )}
      </div>
      {onBranch && <BranchButton text={line.text} onPress={() => onBranch(line.version)} />}
    </li>
  );
};

/** Words of yours that the interview does not hold yet: what is known of them is said. */
export const SendingLine = ({ text, state }: { readonly text: string; readonly state: Sending }) => (
  <li className={`${LINE} mt-5 py-0.5`}>
    <p className="flex items-baseline gap-2 self-start text-muted text-small @min-[32rem]:pt-0.5">
      You <span className="-ml-1">· {STATES[state]}</span>
    </p>
    <div className="min-w-0">
      <div className={state === 'kept' ? '' : 'text-muted'}>
        <TypedText text={text} />
      </div>
      {state === 'waiting' && (
        <p className="mt-1 text-muted text-small">
          Kept in this browser, and sent as soon as Dryrun answers.
        </p>
      )}
    </div>
  </li>
);

const STATES: Readonly<Record<Sending, string>> = {
  sending: 'sending…',
  waiting: 'waiting',
  kept: 'kept',
};
