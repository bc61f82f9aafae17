import type { PublicEvent } from '@dryrun/interview';
import { useRef, useState } from 'react';
import { PageHeader } from '../base/page-header.tsx';
import { PageKeys } from '../base/page-keys.tsx';
import { beginPath, comparePath, replayPath } from '../base/route.ts';
import { go } from '../base/router.ts';
import { useFrame } from '../base/use-frame.ts';
import { BranchLinks } from '../compare/branch-links.tsx';
import { useBranches } from '../compare/use-branches.ts';
import { headAtEnd } from '../replay/reel.ts';
import { ReplayBeside } from '../replay/replay-beside.tsx';
import { listOf, replayActions } from '../replay/replay-actions.ts';
import { useReplay } from '../replay/use-replay.ts';
import { ExportDialog } from '../export/export-dialog.tsx';
import { DeleteInterview } from '../room/delete-interview.tsx';
import type { Heard } from '../room/heard.ts';
import { AwaitedDebrief } from './awaited-debrief.tsx';
import { readingActions } from './reading-actions.ts';
import { ReadingHeading } from './reading-heading.tsx';
import { useDebrief } from './use-debrief.ts';

type Props = {
  readonly interview: string;
  readonly heard: Heard;
  readonly events: readonly PublicEvent[];
};

/** A closed interview: the debrief, and beside it the replay of what it quotes. */
export const ReadingRoom = ({ interview, heard, events }: Props) => {
  const { view } = heard;
  const [deleting, setDeleting] = useState(false);
  const [exporting, setExporting] = useState(false);
  const pressedFrom = useRef<Element>(null);
  const beside = useRef<HTMLDivElement>(null);
  const { awaited, retry } = useDebrief(interview);
  const branches = useBranches(interview);
  const title = view.plan?.title ?? 'Interview';
  const frame = useFrame(`Debrief: ${title} · Dryrun`);
  const replay = useReplay({
    interview,
    events,
    debrief: awaited.state === 'ready' ? awaited.debrief : undefined,
    first: (reel) => ({ head: headAtEnd(reel) }),
  });

  const press = (turn: number, quote?: string) => {
    pressedFrom.current = document.activeElement;
    replay.press(turn, quote);
  };
  const pressRun = (run: string) => {
    pressedFrom.current = document.activeElement;
    replay.toRun(run);
  };
  const back = () => {
    replay.toEnd();
    if (pressedFrom.current instanceof HTMLElement) pressedFrom.current.focus();
  };
  const other = view.forkedFrom
    ? interview
    : branches?.findLast(({ status }) => status === 'closed')?.interview;
  const actions = readingActions({
    pressed: replay.pressed !== undefined,
    back,
    again: () => go(beginPath(view.terms?.system)),
    exportIt: () => setExporting(true),
    remove: () => setDeleting(true),
    replay: () => go(replayPath(interview, replay.moment)),
    compare: other === undefined ? undefined : () => go(comparePath(other)),
  });
  const besides = replayActions(replay, () => beside.current?.contains(document.activeElement) === true);

  return (
    <div className="mx-auto max-w-[84rem] px-4 sm:px-6 lg:px-8">
      <PageHeader frame={frame} />
      <main className="grid gap-x-12 lg:grid-cols-[minmax(0,1fr)_minmax(0,36rem)]">
        <article className="@container min-w-0 pt-4 pb-8">
          <ReadingHeading interview={interview} view={view} actions={actions}>
            <BranchLinks
              interview={interview}
              view={view}
              branches={branches ?? []}
              compare={actions.compare}
            />
          </ReadingHeading>
          <AwaitedDebrief
            interview={interview}
            view={view}
            awaited={awaited}
            retry={retry}
            onPress={press}
            onRun={pressRun}
          />
        </article>
        <ReplayBeside
          box={beside}
          replay={replay}
          actions={besides}
          whole={actions.replay}
          path={replayPath(interview, replay.moment)}
          onBack={back}
        />
      </main>
      <ExportDialog interview={interview} open={exporting} onClose={() => setExporting(false)} />
      <DeleteInterview
        interview={interview}
        name={[title, view.terms?.level, view.plan?.formatTitle, view.forkedFrom && 'answered again']
          .filter(Boolean)
          .join(', ')}
        open={deleting}
        onStay={() => setDeleting(false)}
        onDeleted={() => go('/')}
      />
      <PageKeys frame={frame} actions={[...Object.values(actions), ...listOf(besides, replay.flagged)]} />
    </div>
  );
};
