import type { ReactNode } from 'react';
import { RoomNotes } from '../room/room-notes.tsx';
import { EvidenceStrip } from './evidence-strip.tsx';
import type { ReplayActions } from './replay-actions.ts';
import { ReplayControls } from './replay-controls.tsx';
import { Timeline } from './timeline.tsx';
import type { Replay } from './use-replay.ts';

type Props = {
  readonly replay: Replay;
  readonly actions: ReplayActions;
  readonly children?: ReactNode;
};

/** The timeline with what moves one along it. */
export const ReplayDeck = ({ replay, actions, children }: Props) => (
  <section aria-label="Replay">
    <RoomNotes branching={replay.branching} />
    <Timeline replay={replay} />
    {replay.flagged && <EvidenceStrip replay={replay} actions={actions} />}
    <div className="mt-2">
      <ReplayControls replay={replay} actions={actions}>
        {children}
      </ReplayControls>
    </div>
  </section>
);
