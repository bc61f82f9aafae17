import type { Exchange, HearContext, HeldContent, Wording } from '@dryrun/domain';
import type { Interview, Work } from './state.ts';

/** What the port `hear` is given for a turn: the answer, and what the interviewer said last before it. */
export const exchangeOf = (state: Interview, turn: number): Exchange | undefined => {
  const at = state.turns.findIndex((said) => said.turn === turn);
  const answer = state.turns[at];
  if (!answer) return undefined;
  return { answer, asked: state.turns.slice(0, at).findLast((said) => said.speaker === 'interviewer') };
};

/** What the port `hear` may know beside the words: how the turn before led to them. */
export const hearContextOf = (state: Interview, content: HeldContent, turn: number): HearContext => ({
  sheet: content.sheet,
  vocabulary: content.vocabulary ?? [],
  topic: `${content.system.title} ${content.system.prompt}`,
  askedAbout: state.askedAbout,
  before: state.turns.flatMap(({ turn: at, speaker, text }) =>
    speaker === 'candidate' && at < turn ? [text] : [],
  ),
});

/** What the port `say` is given for a chosen move. */
export const wordingOf = (
  state: Interview,
  work: Extract<Work, { kind: 'say' }>,
  content: HeldContent,
): Wording => ({
  chosen: work.chosen,
  terms: state.terms,
  content,
  turns: state.turns,
  run: state.reports.find(({ run }) => run === work.chosen.about.run),
});
