import type { Action } from '../base/actions.ts';
import { nothingFloats } from '../base/floating.ts';
import { SPEEDS } from './playing.ts';
import type { Replay } from './use-replay.ts';

/** Everything one can do in a replay. `here` says whether its keys mean it: in the debrief it is one of two things. */
export const replayActions = (replay: Replay, here: () => boolean = () => true) => {
  const free = () => nothingFloats() && here();
  const action = (
    name: string,
    label: string,
    key: string,
    run: () => void,
    enabled: () => boolean = () => true,
  ): Action => ({ name, label, keys: [key], enabled: () => free() && enabled(), run });
  const anyFlags = () => replay.flags.length > 0;
  return {
    play: action('play', replay.going ? 'Stop' : 'Play', ' ', replay.toggle, notOnControl),
    next: action('next', 'Next utterance', 'ArrowRight', () => replay.utterance(1)),
    before: action('before', 'Utterance before', 'ArrowLeft', () => replay.utterance(-1)),
    later: action('later', 'Five seconds on', '.', () => replay.seconds(5)),
    earlier: action('earlier', 'Five seconds back', ',', () => replay.seconds(-5)),
    phase: action('phase', 'Next phase, on the timeline', 'PageDown', () => replay.phase(1), onTimeline),
    phaseBefore: action(
      'phase-before',
      'Phase before, on the timeline',
      'PageUp',
      () => replay.phase(-1),
      onTimeline,
    ),
    beginning: action('beginning', 'To the beginning', 'Home', replay.toBeginning),
    end: action('end', 'To the end', 'End', replay.toEnd),
    speeds: SPEEDS.map((speed) =>
      action(`speed-${speed}`, `Speed ${speed}`, String(speed), () => replay.setSpeed(speed)),
    ),
    flag: action('flag', 'Next piece of evidence', 'n', () => replay.flagBy(1), anyFlags),
    flagBefore: action('flag-before', 'Piece of evidence before', 'p', () => replay.flagBy(-1), anyFlags),
    fork: action('fork', 'Answer again from here', 'f', replay.answerAgain, () => replay.fork !== undefined),
  };
};

export type ReplayActions = ReturnType<typeof replayActions>;

export const listOf = ({ speeds, flag, flagBefore, ...others }: ReplayActions, flagged: boolean) => [
  ...Object.values(others),
  ...speeds,
  ...(flagged ? [flag, flagBefore] : []),
];

/** Space presses the button one is on. */
const notOnControl = () => document.activeElement?.matches('button, a, summary, input') !== true;
const onTimeline = () => document.activeElement?.matches('[role=slider]') === true;
