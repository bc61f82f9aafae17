/**
 * Where “answer again from here” begins. Words of yours that nobody has answered yet are what is answered again, so it
 * begins before them; once the interviewer has begun to close there is nothing to answer, so it begins before that.
 *
 *     question · yours · yours ▲            begins after the question
 *     question · yours · question ▲         begins after the second question
 *     question · yours · goodbye · over ▲   begins after the question
 */
import type { Frame, Playhead, Reel } from './reel.ts';

/** Undefined where nothing has begun, and where there is nothing that could be answered. */
export const forkPoint = (reel: Reel, { version }: Playhead): Frame | undefined => {
  const closing = reel.findIndex(isClosing);
  const until = reel.findLastIndex((frame) => frame.version <= version);
  let index = closing < 0 ? until : Math.min(until, closing - 1);
  const asked = reel.findLastIndex(({ event }, at) => at <= index && isQuestion(event));
  const answered = reel.findIndex(({ event }, at) => at > asked && at <= index && isAnswer(event));
  if (answered >= 0) index = answered - 1;
  return reel[index];
};

const isClosing = ({ event }: Frame) =>
  event.type === 'closed' ||
  (event.type === 'asked-for' && event.what === 'end') ||
  (event.type === 'moving' && (event.move === 'next-steps' || event.move === 'close'));

const isQuestion = (event: Frame['event']) => event.type === 'spoke' && event.speaker === 'interviewer';
const isAnswer = (event: Frame['event']) => event.type === 'spoke' && event.speaker === 'candidate';
