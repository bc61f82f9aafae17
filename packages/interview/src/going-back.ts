/** Back to a part or an area that the candidate names: with a question of it that was not asked yet. */
import type { HeldContent, InterviewEvent, MoveSubject } from '@dryrun/domain';
import { tellingWords } from '@dryrun/text';
import { openIn, openingsOf } from './coverage.ts';
import { isAbout } from './follow-ups.ts';
import { move } from './moves.ts';
import type { Interview } from './state.ts';

/** How a question leads back, in the lines that name where to. */
export const GOES_BACK = 'asks-to-return';

export const goingBack = (state: Interview, content: HeldContent): readonly InterviewEvent[] | undefined => {
  const asked = state.heard.find((finding) => finding.kind === 'act' && finding.act === GOES_BACK);
  const text = state.turns.find(({ turn }) => turn === asked?.turn)?.text ?? '';
  const words = asked ? text.slice(asked.span.start, asked.span.end) : '';
  const to = questionOfPhase(words, state, content) ?? questionOfArea(words, state, content);
  const reason = 'the candidate asks to go back to it';
  return to && [move(state.nextTurn, 'refocus', { ...to, follows: GOES_BACK }, reason)];
};

/** Questions that end an interview are no way back. */
const ENDS: ReadonlySet<string> = new Set(['invite-questions', 'ask-summary', 'intake']);

const questionOfPhase = (words: string, state: Interview, content: HeldContent): MoveSubject | undefined => {
  const stems = new Set(tellingWords(words).map(({ stem }) => stem));
  const shared = (title: string) => tellingWords(title).filter(({ stem }) => stems.has(stem)).length;
  const [phase] = content.format.phases.toSorted((a, b) => shared(b.title) - shared(a.title));
  if (!phase || shared(phase.title) === 0) return undefined;
  const question = openIn(phase, state, content).find(({ move: made }) => !ENDS.has(made));
  return question && { phase: phase.id, question: question.id };
};

const questionOfArea = (words: string, state: Interview, content: HeldContent): MoveSubject | undefined =>
  openingsOf(state, content).find(({ area }) =>
    (content.areas ?? []).some((one) => one.id === area && isAbout(words, one)),
  );
