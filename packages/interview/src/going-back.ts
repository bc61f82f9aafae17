/** To a part of the interview that the candidate names: back, with a question that was not asked yet, or ahead. */
import { textOf } from '@dryrun/domain';
import type { Act, FormatPhase, HeldContent, InterviewEvent, MoveSubject } from '@dryrun/domain';
import { stemsOf, tellingWords } from '@dryrun/text';
import { openIn, openingsOf } from './coverage.ts';
import { isAbout } from './follow-ups.ts';
import { GOES_BACK } from './made-for.ts';
import { move } from './moves.ts';
import { isNamed } from './phase-kinds.ts';
import type { Interview } from './state.ts';

export const goingBack = (state: Interview, content: HeldContent): readonly InterviewEvent[] | undefined => {
  const words = wordsOf(GOES_BACK, state)[0] ?? '';
  const to = questionOfPhase(words, state, content) ?? questionOfArea(words, state, content);
  const reason = 'the candidate asks to go back to it';
  return to && [move(state.nextTurn, 'refocus', { ...to, follows: GOES_BACK }, reason)];
};

/** The words of an act, as they were said, each time that it was. */
export const wordsOf = (act: Act, { heard, turns }: Interview): readonly string[] =>
  heard.flatMap((finding) =>
    finding.kind === 'act' && finding.act === act
      ? textOf(turns, finding.turn).slice(finding.span.start, finding.span.end)
      : [],
  );

/** Where to, behind the words that ask. */
const placeIn = (words: string): string =>
  /\b(?:to|into|with|revisit)\b (.*)$/is.exec(words)?.[1]?.split(/[,:;.!?–—]| on /)[0] ?? '';

const NEXT = /\b(?:next|another)\b/i;

/** The later phase that the candidate asks for, by its place in the format. */
export const phaseAhead = (state: Interview, content: HeldContent): number | undefined => {
  const words = wordsOf('asks-next-phase', state)[0] ?? '';
  const now = state.phase?.index ?? -1;
  const named = content.format.phases.findIndex(
    (phase, index) => index > now && isNamed(phase, placeIn(words)),
  );
  if (named >= 0) return named;
  return NEXT.test(words) || placeIn(words) === '' ? now + 1 : undefined;
};

/** Questions that end an interview are no way back. */
const ENDS: ReadonlySet<string> = new Set(['invite-questions', 'ask-summary', 'intake']);

/** The last phase, where it is there to end with. */
export const endingPhase = ({ phases }: HeldContent['format']): number | undefined =>
  phases.at(-1)?.questions.some(({ move: made }) => ENDS.has(made)) ? phases.length - 1 : undefined;

const questionOfPhase = (words: string, state: Interview, content: HeldContent): MoveSubject | undefined => {
  const stems = new Set(stemsOf(words));
  const shared = ({ title }: FormatPhase) => tellingWords(title).filter(({ stem }) => stems.has(stem)).length;
  const { phases } = content.format;
  const phase =
    phases.find((one) => isNamed(one, placeIn(words))) ??
    phases.filter((one) => shared(one) > 0).toSorted((a, b) => shared(b) - shared(a))[0];
  if (!phase) return undefined;
  const question = openIn(phase, state, content).find(({ move: made }) => !ENDS.has(made));
  return question && { phase: phase.id, question: question.id };
};

const questionOfArea = (words: string, state: Interview, content: HeldContent): MoveSubject | undefined =>
  openingsOf(state, content).find(({ area }) =>
    (content.areas ?? []).some((one) => one.id === area && isAbout(words, one)),
  );
