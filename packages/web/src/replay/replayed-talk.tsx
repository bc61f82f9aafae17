import { useLayoutEffect, useMemo } from 'react';
import { conversationOf } from '../room/conversation.ts';
import { Conversation } from '../room/conversation-list.tsx';
import { useFollowing } from '../room/use-following.ts';
import type { Replay } from './use-replay.ts';

type Props = {
  readonly replay: Replay;
  readonly pane?: 'beside' | 'tall';
  readonly onBack?: () => void;
};

/** The conversation as it stood: its newest line is in sight, or the words that are pressed. */
export const ReplayedTalk = ({ replay, pane = 'tall', onBack }: Props) => {
  const { heard, head, going, pressed, branching } = replay;
  const { branch } = branching;
  const items = useMemo(
    () => conversationOf(heard, []).map((item) => (item.kind === 'said' ? { ...item, kept: false } : item)),
    [heard],
  );
  // Below that width it stands under the debrief: there the page scrolls, and not this.
  const follows = pane === 'tall' || matchMedia('(min-width: 64rem)').matches;
  const { box, toLatest } = useFollowing(pressed || !follows ? undefined : items.at(-1)?.key);

  // Playing, it is followed like a conversation that goes on; moved by hand, one wants to see where one came to.
  useLayoutEffect(() => {
    if (!pressed && !going && follows) toLatest();
  }, [head.version, pressed, going, follows, toLatest]);

  return items.length === 0 ? (
    <p className="mx-auto max-w-[46rem] px-6 pt-8 text-muted">Nothing has been said at this moment.</p>
  ) : (
    <Conversation
      {...(follows ? { box } : {})}
      pane={pane}
      items={items}
      onBranch={branch}
      thinking={heard.view.moving.length > 0}
      pressed={pressed}
      {...(onBack ? { onBack } : {})}
    />
  );
};
