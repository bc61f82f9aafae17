import { useRef, useState } from 'react';
import { PageHeader } from '../base/page-header.tsx';
import { PageKeys } from '../base/page-keys.tsx';
import { beginPath } from '../base/route.ts';
import { go } from '../base/router.ts';
import { useFrame } from '../base/use-frame.ts';
import { conversationOf } from '../room/conversation.ts';
import type { Pressed } from '../room/conversation.ts';
import { Conversation } from '../room/conversation-list.tsx';
import { DeleteInterview } from '../room/delete-interview.tsx';
import type { Heard } from '../room/heard.ts';
import { RoomNotes } from '../room/room-notes.tsx';
import { useBranch } from '../room/use-branch.ts';
import { AwaitedDebrief } from './awaited-debrief.tsx';
import { readingActions } from './reading-actions.ts';
import { ReadingHeading } from './reading-heading.tsx';

type Props = { readonly interview: string; readonly heard: Heard };

/** A closed interview: the debrief, and beside it the conversation that it quotes. */
export const ReadingRoom = ({ interview, heard }: Props) => {
  const { view } = heard;
  const [pressed, setPressed] = useState<Pressed>();
  const [deleting, setDeleting] = useState(false);
  const pressedFrom = useRef<Element>(null);
  const saving = useRef<HTMLAnchorElement>(null);
  const branching = useBranch(interview, view.status);
  const title = view.plan?.title ?? 'Interview';
  const frame = useFrame(`Debrief: ${title} · Dryrun`);

  const press = (turn: number, quote?: string) => {
    pressedFrom.current = document.activeElement;
    setPressed({ turn, quote });
  };
  const pressRun = (run: string) => {
    pressedFrom.current = document.activeElement;
    setPressed({ run });
  };
  const back = () => {
    setPressed(undefined);
    if (pressedFrom.current instanceof HTMLElement) pressedFrom.current.focus();
  };
  const actions = readingActions({
    pressed: pressed !== undefined,
    back,
    again: () => go(beginPath(view.terms?.system)),
    save: () => saving.current?.click(),
    remove: () => setDeleting(true),
  });

  return (
    <div className="mx-auto max-w-[84rem] px-4 sm:px-6 lg:px-8">
      <PageHeader frame={frame} />
      <main className="grid gap-x-12 lg:grid-cols-[minmax(0,1fr)_minmax(0,34rem)]">
        <article className="@container min-w-0 pt-4 pb-8">
          <ReadingHeading interview={interview} view={view} actions={actions} saving={saving} />
          <AwaitedDebrief interview={interview} view={view} onPress={press} onRun={pressRun} />
        </article>
        <div className="min-w-0 border-line max-lg:border-t lg:sticky lg:top-0 lg:flex lg:h-dvh lg:flex-col lg:border-l">
          <RoomNotes branching={branching} />
          <Conversation
            pane="beside"
            items={conversationOf(heard, [])}
            onBranch={branching.branch}
            pressed={pressed}
            onBack={back}
          />
        </div>
      </main>
      <DeleteInterview
        interview={interview}
        title={title}
        open={deleting}
        onStay={() => setDeleting(false)}
        onDeleted={() => go('/')}
      />
      <PageKeys frame={frame} actions={Object.values(actions)} />
    </div>
  );
};
