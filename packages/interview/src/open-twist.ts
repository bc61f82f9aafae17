/** A twist that was told while the candidate was still at the question before it: it stays open, and is come back to once. */
import type { GeneralTwist } from '@dryrun/domain';
import { stemsOf } from '@dryrun/text';
import type { Entry } from './agenda.ts';
import { move } from './moves.ts';
import { timesMade } from './state.ts';
import type { Interview } from './state.ts';

/** How a question comes back to the twist, in the lines that say it again. */
export const OPEN_TWIST = 'open-twist';

export const openTwistEntries = (state: Interview, twist: GeneralTwist | undefined): readonly Entry[] => {
  if (!twist || !isOpen(state, twist.says) || (state.followed[OPEN_TWIST] ?? 0) > 0) return [];
  if (timesMade(state.turns, 'invite-questions') > 0) return [];
  const why = 'the twist was told and the answer was to the question before it';
  const about = { twist: twist.id, follows: OPEN_TWIST };
  // What the board did under it is told when it was thought about.
  return [{ tier: 'commitment', worth: 39, why, events: [move(state.nextTurn, 'refocus', about, why)] }];
};

/** Words that say which question one is at. */
const AT_THE_OTHER =
  /\b(?:(?:your|the) (?:earlier|previous|last|first) (?:question|point|one)|before (?:that|I get to (?:that|it))|(?:let me )?first (?:finish|answer|go back)|(?:finish|finishing) (?:my|the) (?:last|previous|earlier|thought|point))\b/i;
const SHARED_LEAST = 2;

/** All that was said since is about the question before the twist, and none of it about the twist. */
const isOpen = ({ turns, boards, reports }: Interview, says: string): boolean => {
  const at = turns.findLastIndex(({ move: made }) => made === 'twist');
  if (at < 0 || reports.some(({ twist, boards: of = boards }) => twist !== undefined && of < boards))
    return false;
  const before = turns
    .slice(0, at)
    .findLast(({ speaker, text }) => speaker === 'interviewer' && text.includes('?'));
  const answers = turns.slice(at + 1).filter(({ speaker }) => speaker === 'candidate');
  const ofTwist = new Set(stemsOf(says));
  const ofBefore = new Set(stemsOf(before?.core ?? before?.text ?? ''));
  const shared = (text: string, with_: ReadonlySet<string>) =>
    [...new Set(stemsOf(text))].filter((stem) => with_.has(stem)).length;
  return (
    answers.length > 0 &&
    answers.every(
      ({ text }) =>
        shared(text, ofTwist) === 0 && (AT_THE_OTHER.test(text) || shared(text, ofBefore) >= SHARED_LEAST),
    )
  );
};
