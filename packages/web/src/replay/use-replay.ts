import type { Debrief } from '@dryrun/domain';
import type { PublicEvent } from '@dryrun/interview';
import { useMemo, useState } from 'react';
import type { Pressed } from '../room/conversation.ts';
import { useBranch } from '../room/use-branch.ts';
import { flagFrom, flagsOf } from './flags.ts';
import type { Flag } from './flags.ts';
import { forkPoint } from './fork-point.ts';
import { frameOf, frameOfTurn, headAt, headAtEnd, headOf, heardAt, reelOf } from './reel.ts';
import type { Playhead, Reel } from './reel.ts';
import { phaseFrom, secondsFrom, utteranceFrom } from './steps.ts';
import type { Direction } from './steps.ts';
import { tracksOf } from './tracks.ts';
import { usePlayer } from './use-player.ts';

type Parts = {
  readonly interview: string;
  readonly events: readonly PublicEvent[];
  /** Only of a closed interview. */
  readonly debrief: Debrief | undefined;
  /** Where it stands when the page comes. */
  readonly first: (reel: Reel) => { readonly head: Playhead; readonly pressed?: Pressed | undefined };
};

/** A replay: the reel, the playhead in it, what is pressed, and everything that moves them. */
export const useReplay = ({ interview, events, debrief, first }: Parts) => {
  const reel = useMemo(() => reelOf(events), [events]);
  const tracks = useMemo(() => tracksOf(reel), [reel]);
  const flags = useMemo(() => (debrief ? flagsOf(debrief, reel) : []), [debrief, reel]);
  const [begun] = useState(() => first(reel));
  const player = usePlayer(reel, tracks, () => begun.head);
  const [pressed, setPressed] = useState(begun.pressed);
  const moment = pressed?.turn === undefined ? undefined : pressed;
  const [chosen, setChosen] = useState<Flag>();
  // The debrief may come after the words were pressed.
  const flag =
    chosen ?? flags.find((one) => moment && one.turn === moment.turn && one.quote === moment.quote);
  const status = reel.at(-1)?.heard.view.status ?? 'not-begun';
  const branching = useBranch(interview, status);
  const { head } = player;
  const fork = useMemo(() => forkPoint(reel, head), [reel, head]);

  const move = (next: Playhead) => {
    setPressed(undefined);
    setChosen(undefined);
    player.move(next);
  };
  /** Words of a turn, wherever one came upon them. */
  const press = (turn: number, quote?: string) => {
    const frame = frameOfTurn(reel, turn);
    if (!frame) return;
    player.move(headOf(frame));
    setPressed({ turn, quote });
    setChosen(flags.find((one) => one.turn === turn && one.quote === quote));
  };
  const toRun = (run: string) => {
    const frame = reel.find(({ event }) => event.type === 'ran' && event.run === run);
    if (!frame) return;
    move(headOf(frame));
    setPressed({ run });
  };
  const show = (next: Flag | undefined) => {
    if (!next) return;
    player.move(headOf(frameOf(reel, next.version)));
    setPressed(next.turn === undefined ? undefined : { turn: next.turn, quote: next.quote });
    setChosen(next);
  };

  return {
    reel,
    tracks,
    flags,
    flag,
    pressed,
    status,
    /** Whether evidence is shown, when it is there. */
    flagged: status === 'closed',
    awaitsFlags: debrief === undefined,
    heard: useMemo(() => heardAt(reel, head.version), [reel, head.version]),
    head,
    going: player.going,
    speed: player.speed,
    fork,
    branching,
    /** The words that are pressed, if it is words. */
    moment,
    press,
    toRun,
    show,
    toMs: (ms: number) => move(headAt(reel, ms)),
    toBeginning: () => move(headOf(reel[0])),
    toEnd: () => move(headAtEnd(reel)),
    utterance: (direction: Direction) => move(utteranceFrom(reel, head, direction)),
    phase: (direction: Direction) => move(phaseFrom(reel, head, direction)),
    seconds: (seconds: number) => move(secondsFrom(reel, head, seconds)),
    flagBy: (direction: Direction) => show(flagFrom(flags, flag, head.version, direction)),
    toggle: player.toggle,
    setSpeed: player.setSpeed,
    answerAgain: () => fork && void branching.branch(fork.version),
  };
};

export type Replay = ReturnType<typeof useReplay>;
