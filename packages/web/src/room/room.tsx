import type { View } from '@dryrun/interview';
import { useEffect, useRef, useState } from 'react';
import { ConfirmDialog } from '../base/confirm-dialog.tsx';
import { PageKeys } from '../base/page-keys.tsx';
import { replayPath } from '../base/route.ts';
import { go } from '../base/router.ts';
import { useFrame } from '../base/use-frame.ts';
import { Announcer } from './announcer.tsx';
import { ClosedFoot } from './closed-foot.tsx';
import { Composer } from './composer.tsx';
import { Conversation } from './conversation-list.tsx';
import { conversationOf } from './conversation.ts';
import type { Link } from './follow.ts';
import type { Heard } from './heard.ts';
import { LatestButton } from './latest-button.tsx';
import { NotesPanel } from './notes-panel.tsx';
import { QuickActions } from './quick-actions.tsx';
import { roomActions } from './room-actions.ts';
import { RoomHeader } from './room-header.tsx';
import { RoomNotes } from './room-notes.tsx';
import { useBranch } from './use-branch.ts';
import { useFollowing } from './use-following.ts';
import { useRoom } from './use-room.ts';

type Props = {
  readonly interview: string;
  readonly heard: Heard;
  readonly link: Link;
  /** How it stood when the page came. */
  readonly first: View;
  readonly onRead: () => void;
};

export const Room = ({ interview, heard, link, first, onRead }: Props) => {
  const { view } = heard;
  const room = useRoom(interview, heard, link);
  const branching = useBranch(interview, view.status);
  const [notesOpen, setNotesOpen] = useState(false);
  const [ending, setEnding] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const frame = useFrame(`${view.plan?.title ?? 'Interview'} · Dryrun`);
  const items = conversationOf(heard, room.unseen);
  const following = useFollowing(items.at(-1)?.key);
  const actions = roomActions({
    status: view.status,
    field: () => field.current,
    send: room.send,
    notes: () => setNotesOpen((open) => !open),
    end: () => setEnding(true),
    latest: following.toLatest,
    read: onRead,
    replay: () => go(replayPath(interview)),
  });
  const closed = view.status === 'closed';

  useEffect(() => {
    if (!matchMedia('(pointer: coarse)').matches) field.current?.focus({ preventScroll: true });
  }, []);

  return (
    <div className="flex h-dvh flex-col short:h-auto">
      <RoomHeader view={view} pause={actions.pause} />
      <main className={`grid min-h-0 flex-1 ${notesOpen ? WITH_NOTES : 'grid-rows-[minmax(0,1fr)]'}`}>
        <div className="flex min-h-0 min-w-0 flex-col">
          <div className="relative min-h-0 flex-1">
            <Conversation
              box={following.box}
              items={items}
              onBranch={closed ? undefined : branching.branch}
              thinking={view.moving.length > 0}
            />
            {following.away && <LatestButton latest={actions.latest} />}
          </div>
          <div className="mx-auto w-full max-w-[46rem] px-4 pb-3 sm:px-6">
            <RoomNotes room={room} branching={branching} />
            {closed ? (
              <ClosedFoot read={actions.read} replay={actions.replay} />
            ) : (
              <>
                <Composer field={field} room={room} view={view} link={link} resume={actions.pause} />
                <QuickActions actions={actions} help={frame.actions.help} notes={view.notes.length} />
              </>
            )}
          </div>
        </div>
        {notesOpen && <NotesPanel interview={interview} notes={view.notes} send={room.send} />}
      </main>
      <Announcer view={view} versions={heard.versions} first={first} />
      <ConfirmDialog
        open={ending}
        title="End the interview?"
        stay="Go on"
        go="End it"
        onStay={() => setEnding(false)}
        onGo={() => {
          setEnding(false);
          room.send({ type: 'End' });
        }}
      >
        The interviewer says goodbye, and what you showed is read. It cannot be taken up again, but you can
        answer again from any line of it.
      </ConfirmDialog>
      <PageKeys frame={frame} actions={Object.values(actions)} />
    </div>
  );
};

const WITH_NOTES =
  'grid-rows-[minmax(0,1fr)_auto] lg:grid-rows-[minmax(0,1fr)] lg:grid-cols-[minmax(0,1fr)_20rem]';
