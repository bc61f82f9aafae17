import type { Ref } from 'react';
import { tooltip } from '../base/actions.ts';
import type { Action } from '../base/actions.ts';
import { QUIET } from '../base/button.ts';
import type { ReplayActions } from './replay-actions.ts';
import { ReplayDeck } from './replay-deck.tsx';
import { ReplayedTalk } from './replayed-talk.tsx';
import type { Replay } from './use-replay.ts';

type Props = {
  readonly box: Ref<HTMLDivElement>;
  readonly replay: Replay;
  readonly actions: ReplayActions;
  /** The same with the board, on a page of its own. */
  readonly whole: Action;
  readonly path: string;
  readonly onBack: () => void;
};

/** The replay beside what is read of it: all that was said, until something is pressed. */
export const ReplayBeside = ({ box, replay, actions, whole, path, onBack }: Props) => (
  <div
    ref={box}
    className="min-w-0 print:hidden border-line max-lg:border-t lg:sticky lg:top-0 lg:flex lg:h-dvh lg:flex-col lg:border-l"
  >
    <div className="border-line border-b py-3 lg:pl-6">
      <ReplayDeck replay={replay} actions={actions}>
        <a href={path} title={tooltip(whole)} className={QUIET}>
          Larger
        </a>
      </ReplayDeck>
    </div>
    <ReplayedTalk replay={replay} pane="beside" onBack={onBack} />
  </div>
);
