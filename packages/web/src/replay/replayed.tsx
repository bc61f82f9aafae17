import type { PublicEvent } from '@dryrun/interview';
import { useMemo } from 'react';
import { nothingFloats } from '../base/floating.ts';
import { PageKeys } from '../base/page-keys.tsx';
import { interviewPath, momentIn } from '../base/route.ts';
import { go } from '../base/router.ts';
import { useFrame } from '../base/use-frame.ts';
import { useDebrief } from '../debrief/use-debrief.ts';
import type { Link } from '../room/follow.ts';
import { boardsIn, freshAt } from './desk.ts';
import { DeskPane } from './desk-pane.tsx';
import { frameOfTurn, headOf } from './reel.ts';
import type { Reel } from './reel.ts';
import { listOf, replayActions } from './replay-actions.ts';
import { ReplayDeck } from './replay-deck.tsx';
import { ReplayHeader } from './replay-header.tsx';
import { ReplayedTalk } from './replayed-talk.tsx';
import { utteranceFrom } from './steps.ts';
import { useReplay } from './use-replay.ts';

type Props = {
  readonly interview: string;
  readonly events: readonly PublicEvent[];
  readonly link: Link;
  readonly closed: boolean;
};

export const Replayed = ({ interview, events, link, closed }: Props) => {
  const { awaited } = useDebrief(closed ? interview : undefined);
  const replay = useReplay({
    interview,
    events,
    debrief: awaited.state === 'ready' ? awaited.debrief : undefined,
    first: beginning,
  });
  const { reel, head, heard } = replay;
  const whole = reel.at(-1)?.heard.view ?? heard.view;
  const frame = useFrame(`Replay: ${whole.plan?.title ?? 'Interview'} · Dryrun`);
  const actions = replayActions(replay);
  const leave = {
    name: 'leave',
    label: closed ? 'Read the debrief' : 'Back to the room',
    keys: ['d'],
    enabled: nothingFloats,
    run: () => go(interviewPath(interview)),
  };
  const boards = useMemo(() => boardsIn(reel), [reel]);
  const fresh = useMemo(() => freshAt(reel, head.version), [reel, head.version]);
  const listed = reel.some(({ event: { type } }) => type === 'ran' || type === 'noted');
  const hasDesk = listed || boards.length > 0;

  return (
    <div className="flex h-dvh min-h-[36rem] flex-col short:h-auto short:min-h-0">
      <ReplayHeader interview={interview} view={whole} link={link} leave={leave} frame={frame} />
      <main className="flex min-h-0 flex-1 flex-col">
        <div className={`grid min-h-0 flex-1 ${hasDesk ? WITH_DESK : 'grid-rows-[minmax(0,1fr)]'}`}>
          <div className="min-h-0 min-w-0">
            {whole.turns.length === 0 ? (
              <Wordless open={!closed} />
            ) : (
              <ReplayedTalk
                replay={replay}
                {...(closed ? { onBack: () => go(interviewPath(interview)) } : {})}
              />
            )}
          </div>
          {hasDesk && <DeskPane view={heard.view} boards={boards} fresh={fresh} listed={listed} />}
        </div>
        <div className="border-line border-t px-4 pt-2 pb-3 sm:px-6">
          <ReplayDeck replay={replay} actions={actions} />
        </div>
      </main>
      <PageKeys frame={frame} actions={[...listOf(actions, replay.flagged), leave]} />
    </div>
  );
};

/** At the words an address names, or at the first words there are. */
const beginning = (reel: Reel) => {
  const pressed = momentIn(location.search);
  const frame = pressed && frameOfTurn(reel, pressed.turn);
  return frame ? { head: headOf(frame), pressed } : { head: utteranceFrom(reel, headOf(undefined), 1) };
};

const Wordless = ({ open }: { readonly open: boolean }) => (
  <p className="mx-auto max-w-[46rem] px-6 pt-8 text-pretty font-serif text-large">
    {open
      ? 'Nothing has been said in this interview yet. What is said appears here by itself.'
      : 'Nothing was said in this interview, so there is nothing to hear again.'}
  </p>
);

const WITH_DESK =
  'grid-rows-[minmax(0,3fr)_minmax(0,2fr)] lg:grid-rows-[minmax(0,1fr)] lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] short:grid-rows-none';
