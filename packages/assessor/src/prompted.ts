/** How something came: by itself, after a question that was about it, or after one that put it into the candidate's mouth. */
import type { Prompted } from '@dryrun/domain';
import { stemsOf, tellingWords } from '@dryrun/text';
import type { InterviewRecord } from './record.ts';

/** A question that names a way out and asks whether to take it. */
const LEADING =
  /\b(?:have you (?:considered|thought (?:of|about))|would(?:n['’]t)? you (?:use|add|consider|want to)|could(?:n['’]t)? you (?:use|add)|what about (?:using|a|an|the)|how about|did you think of|shouldn['’]t (?:you|there|it))\b/i;
/** Of the question's telling words, so many are taken up in what is about it. */
const TAKEN_UP = 2;

export const promptedIn = ({ turns }: InterviewRecord, turn: number, quote: string): Prompted => {
  const asked = turns.findLast((one) => one.turn < turn && one.speaker === 'interviewer');
  if (!asked) return 'unprompted';
  const theirs = new Set(stemsOf(asked.text));
  const shared = new Set(tellingWords(quote).flatMap(({ stem }) => (theirs.has(stem) ? [stem] : []))).size;
  if (asked.about?.rung !== undefined) return 'hinted';
  if (shared > 0 && LEADING.test(asked.text)) return 'hinted';
  return shared >= TAKEN_UP || asked.about?.item !== undefined ? 'prompted' : 'unprompted';
};
