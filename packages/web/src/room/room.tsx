import type { CandidateAction } from '@dryrun/domain';
import type { View } from '@dryrun/interview';
import { useEffect, useRef, useState } from 'react';
import { PageKeys } from '../base/page-keys.tsx';
import { replayPath } from '../base/route.ts';
import { go } from '../base/router.ts';
import { toEndOf } from '../base/to-end-of.ts';
import { useFrame } from '../base/use-frame.ts';
import { Announcer } from './announcer.tsx';
import { BoardPane } from './board-pane.tsx';
import { ClosedFoot } from './closed-foot.tsx';
import { Composer } from './composer.tsx';
import { Conversation } from './conversation-list.tsx';
import { conversationOf } from './conversation.ts';
import { EndDialog } from './end-dialog.tsx';
import type { Link } from './follow.ts';
import type { Heard } from './heard.ts';
import { LatestButton } from './latest-button.tsx';
import { NotesPanel } from './notes-panel.tsx';
import { given, isShown } from './panes.ts';
import { QuickActions } from './quick-actions.tsx';
import { roomActions } from './room-actions.ts';
import { RoomHeader } from './room-header.tsx';
import { RoomNotes } from './room-notes.tsx';
import { RoomPanes } from './room-panes.tsx';
import { useBoard } from './use-board.ts';
import { useBranch } from './use-branch.ts';
import { useFollowing } from './use-following.ts';
import { useNotes } from './use-notes.ts';
import { useNoticedPhase } from './use-noticed-phase.ts';
import { usePanes } from './use-panes.ts';
import { useRoom } from './use-room.ts';
import { useUnheard } from './use-unheard.ts';

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
  const desk = useBoard(interview, view, room);
  const { panes, become, roomForBoth, roomForThree } = usePanes();
  const notes = useNotes();
  const notesOnBoard = notes.open && roomForBoth && !roomForThree && panes.whole === undefined;
  const phase = useNoticedPhase(view.phase?.id, room.refusal?.isLate === true);
  const [ending, setEnding] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const paceField = useRef<HTMLSelectElement>(null);
  const frame = useFrame(`${view.plan?.title ?? 'Interview'} · Dryrun`);
  const items = conversationOf(heard, room.unseen);
  const following = useFollowing(items.at(-1)?.key);
  const shown = (side: 'talk' | 'board') =>
    isShown(panes, side, roomForBoth) && !(side === 'board' && notesOnBoard);
  const unheard = useUnheard(view.turns, shown('talk'));
  const bring = (side: 'talk' | 'board') => {
    if (side === 'board' && notesOnBoard) notes.close();
    else if (!shown(side)) become({ ...panes, whole: undefined, tab: side });
  };
  const send: typeof room.send = (action) => {
    room.send(action);
    if (ANSWERED.has(action.type)) following.follow();
  };
  const say = () => {
    room.say();
    following.follow();
  };
  const actions = roomActions({
    status: view.status,
    write: () => {
      bring('talk');
      requestAnimationFrame(() => field.current?.focus());
    },
    send,
    next: () => send({ type: 'RequestNextPhase', ...(phase === undefined ? {} : { phase }) }),
    notes: notes.toggle,
    end: () => setEnding(true),
    latest: following.toLatest,
    read: onRead,
    replay: () => go(replayPath(interview)),
    give: (side) => become(given(panes, side, roomForBoth)),
    pace: () => paceField.current?.focus(),
    outline: () => {
      bring('board');
      desk.outline();
    },
    board: () => {
      bring('board');
      desk.write();
    },
    trial: () => {
      bring('board');
      desk.trying.run();
    },
  });
  const closed = view.status === 'closed';
  const undone = <RoomNotes room={room} branching={branching} />;
  const notesPanel = (
    <NotesPanel
      interview={interview}
      notes={view.notes}
      send={room.send}
      field={notes.field}
      shut={actions.notes}
      onBoard={notesOnBoard}
    />
  );

  useEffect(() => {
    const answer = field.current;
    if (!answer) return;
    toEndOf(answer);
    if (!matchMedia('(pointer: coarse)').matches) answer.focus({ preventScroll: true });
  }, []);

  return (
    <div className="flex h-dvh flex-col short:h-auto">
      <RoomHeader
        view={view}
        pause={actions.pause}
        pace={actions.pace}
        onPace={(pace) => room.send({ type: 'ChangePace', pace })}
        paceField={paceField}
        frame={frame}
      />
      <main
        className={`grid min-h-0 flex-1 ${notes.open && !notesOnBoard ? WITH_NOTES : 'grid-rows-[minmax(0,1fr)]'}`}
      >
        <RoomPanes
          panes={panes}
          roomForBoth={roomForBoth}
          onChange={become}
          tabs={{ talk: actions.talk, board: actions.desk }}
          talk={
            <>
              <div className="min-h-0 flex-1">
                <Conversation
                  box={following.box}
                  items={items}
                  onBranch={closed ? undefined : branching.branch}
                  thinking={view.moving.length > 0}
                  since={first.version}
                />
              </div>
              {following.away && <LatestButton latest={actions.latest} />}
              <div className="mx-auto w-full max-w-[46rem] px-4 pb-3 sm:px-6">
                {shown('talk') && undone}
                {closed ? (
                  <ClosedFoot read={actions.read} replay={actions.replay} />
                ) : (
                  <>
                    <Composer
                      field={field}
                      room={{ ...room, say }}
                      view={view}
                      link={link}
                      resume={actions.pause}
                    />
                    <QuickActions actions={actions} help={frame.actions.help} notes={view.notes.length} />
                  </>
                )}
              </div>
            </>
          }
          board={
            notesOnBoard ? (
              notesPanel
            ) : (
              <>
                {!shown('talk') && <div className="px-4 pt-3 empty:hidden sm:px-6">{undone}</div>}
                <BoardPane
                  board={view.board}
                  desk={desk}
                  closed={closed}
                  outline={actions.outline}
                  write={actions.board}
                  run={actions.trial}
                  unheard={unheard ? actions.talk : undefined}
                />
              </>
            )
          }
        />
        {notes.open && !notesOnBoard && notesPanel}
      </main>
      <Announcer view={view} versions={heard.versions} marks={heard.marks} first={first} />
      <EndDialog open={ending} onStay={() => setEnding(false)} onEnd={() => send({ type: 'End' })} />
      <PageKeys frame={frame} actions={Object.values(actions)} />
    </div>
  );
};

/** What is done to be answered: the answer comes into sight. */
const ANSWERED: ReadonlySet<CandidateAction['type']> = new Set(['RequestHelp', 'RequestNextPhase', 'End']);

const WITH_NOTES =
  'grid-rows-[minmax(0,1fr)_auto] lg:grid-rows-[minmax(0,1fr)] lg:grid-cols-[minmax(0,1fr)_20rem]';
