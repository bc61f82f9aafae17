/**
 * What the interviewer does next. The agenda has tiers, and the best entry of the highest tier that has one is taken:
 *
 *     obligations   what was asked of the interviewer; the end of the time
 *     course        a phase that is over
 *     commitments   the twist that is due; the open thread in the candidate's words
 *     coverage      the next question of this phase, or a consequence of what has not come up
 *
 * Plans only: the director gives events, `decide` adds them. One question a turn, never one asked before.
 */
import type { FormatPhase, HeldContent, InterviewEvent, Move, MoveSubject } from '@dryrun/domain';
import { budgetMs, cueBeforeEndMs, totalMs } from './clock.ts';
import { move, phaseNow, plannedPhase } from './moves.ts';
import type { MoveChosen } from './moves.ts';
import { answersTo, factsFor, hintFor, probeFor, threadOf, twistDue } from './sheet-moves.ts';
import type { Interview } from './state.ts';

/** How long “a minute” is: silence until then is thinking. */
const GRANTED_MS = 120_000;

/** The first turns: what to expect, then the problem with the first question; or, where the format asks for it, the background. */
export const opening = (state: Interview, content: HeldContent): readonly InterviewEvent[] => {
  const [phase] = content.format.phases;
  if (!phase) return [];
  const begins = [
    { type: 'PhaseEntered', phase: phase.id, reason: 'the interview begins' } satisfies InterviewEvent,
    move(state.nextTurn, 'set-expectations', {}, 'the first turn says format, minutes and what is looked at'),
  ];
  const first = firstQuestion(phase, content);
  return isIntake(phase)
    ? [...begins, move(state.nextTurn + 1, 'intake', first, 'the format asks for background first')]
    : [...begins, move(state.nextTurn + 1, 'present-problem', first, `a ${content.format.opening} opening`)];
};

/** A phase that asks who somebody is, before the problem is put. */
const isIntake = (phase: FormatPhase | undefined): boolean => phase?.questions[0]?.move === 'intake';

/** After the candidate's words were heard. */
export const answer = (state: Interview, content: HeldContent, nowMs: number): readonly InterviewEvent[] => {
  if (state.closing) return [];
  const asked = state.heard.flatMap((finding) => (finding.kind === 'act' ? [finding.act] : []));
  if (asked.includes('asks-to-end')) return closing(state, 'the candidate asked to end');
  if (asked.includes('asks-time')) return grantTime(state, nowMs, 'time was asked for');
  if (asked.includes('asks-repeat')) return [repeat(state, content, 'it was asked for')];
  // Whoever says that they are stuck is helped, in every mode.
  if (asked.includes('asks-hint'))
    return hintFor(state, content, 'the candidate is stuck') ?? [declineHint(state)];
  if (asked.includes('asks-next-phase')) return nextPhase(state, content, 'the candidate asked to go on');
  const held = assumptionHeld(state);
  // Once the candidate was invited to ask, what they ask is of the interviewer and not of the problem.
  const invited = INVITED.has(state.turns.findLast(({ speaker }) => speaker === 'interviewer')?.move ?? '');
  if (
    invited &&
    state.heard.some(({ kind }) => kind === 'question') &&
    phaseOver(state, nowMs) === undefined
  ) {
    return [move(state.nextTurn, 'answer-candidate', {}, 'the candidate was invited to ask')];
  }
  // With its time over, a phase is left whatever was asked: what the sheet says is still told on the way.
  if (timeOver(state, nowMs)) {
    const told = factsFor(state) ?? [];
    const turns = told.filter(({ type }) => type === 'MoveChosen').length;
    return [...held, ...told, ...proceed({ ...state, nextTurn: state.nextTurn + turns }, content, nowMs)];
  }
  return [...held, ...(answersTo(state) ?? proceed(state, content, nowMs))];
};

const INVITED: ReadonlySet<string> = new Set(['invite-questions', 'answer-candidate']);

export const grantTime = (state: Interview, nowMs: number, reason: string): readonly InterviewEvent[] => [
  move(state.nextTurn, 'wait', {}, reason),
  { type: 'TimeGranted', untilMs: nowMs + GRANTED_MS },
];

/** Says again what stands: the twist or the consequence that was asked about last, else the phase's question. */
export const repeat = (state: Interview, content: HeldContent, reason: string): MoveChosen => {
  const { item, rung, twist } = state.askedAbout ?? {};
  const phase = phaseNow(state, content);
  const about = phase ? { phase: phase.id } : {};
  if (twist !== undefined) return move(state.nextTurn, 'repeat', { ...about, twist }, reason);
  if (item !== undefined && rung === undefined)
    return move(state.nextTurn, 'repeat', { ...about, item }, reason);
  const standing = state.phase?.question ?? phase?.questions[0]?.id;
  return move(state.nextTurn, 'repeat', standing && phase ? { ...about, question: standing } : {}, reason);
};

/** A hint by the button: in coach mode whenever it is wanted; in a real interview only to who was seen to be blocked. */
export const help = (state: Interview, content: HeldContent, blocked: boolean): readonly InterviewEvent[] => {
  const given =
    state.terms.mode === 'coach' || blocked ? hintFor(state, content, 'a hint was asked for') : undefined;
  return given ?? [declineHint(state)];
};

const declineHint = (state: Interview): MoveChosen =>
  move(state.nextTurn, 'decline', {}, 'a hint was asked for, and there is none to give now');

/** What was said after “what would you assume?” is what is assumed from now on. */
const assumptionHeld = ({ askedAbout, heardTurns, turns }: Interview): readonly InterviewEvent[] => {
  const last = heardTurns.at(-1);
  const text = turns.flatMap(({ turn, text: said }) => (heardTurns.includes(turn) ? said : [])).join(' ');
  if (askedAbout?.assume === undefined || last === undefined || text === '') return [];
  return [{ type: 'AssumptionHeld', turn: last, heading: askedAbout.assume, quote: text.slice(0, 400) }];
};

export const closing = (state: Interview, reason: string): readonly InterviewEvent[] => [
  move(state.nextTurn, 'next-steps', {}, reason),
  move(state.nextTurn + 1, 'close', {}, reason),
];

export const nextPhase = (
  state: Interview,
  content: HeldContent,
  reason: string,
): readonly InterviewEvent[] => {
  const phase = content.format.phases[(state.phase?.index ?? -1) + 1];
  if (!phase) return closing(state, reason);
  return [
    { type: 'PhaseEntered', phase: phase.id, reason },
    isIntake(phaseNow(state, content))
      ? move(
          state.nextTurn,
          'present-problem',
          firstQuestion(phase, content),
          `a ${content.format.opening} opening`,
        )
      : move(state.nextTurn, 'transition', firstQuestion(phase, content), reason),
  ];
};

const proceed = (state: Interview, content: HeldContent, nowMs: number): readonly InterviewEvent[] => {
  const total = totalMs(state.plan, state.terms.pace);
  if (nowMs >= total) return closing(state, 'the time is over');
  const told = !state.timeCued && nowMs >= total - cueBeforeEndMs(total) ? [timeCue(state, nowMs)] : [];
  const then = { ...state, nextTurn: state.nextTurn + told.length };
  const over = phaseOver(state, nowMs);
  if (over) return [...told, ...nextPhase(then, content, over)];
  const commitment = twistDue(then, content) ?? threadOf(then, content) ?? probeFor(then, content);
  if (commitment) return [...told, ...commitment];
  const question = nextQuestion(state, content);
  if (!question) return [...told, ...nextPhase(then, content, 'nothing in this phase is left to ask')];
  return [...told, move(then.nextTurn, question.move, question.about, 'the next area of this phase')];
};

const phaseOver = (state: Interview, nowMs: number): string | undefined => {
  const phase = plannedPhase(state);
  if (!phase || !state.phase) return undefined;
  if (state.phase.exchanges >= phase.exchanges) return `${phase.exchanges} exchanges were had`;
  return phaseTimeOver(state, nowMs) ? 'the minutes of this phase are over' : undefined;
};

const phaseTimeOver = (state: Interview, nowMs: number): boolean => {
  const phase = plannedPhase(state);
  if (!phase || !state.phase) return false;
  return nowMs - state.phase.enteredMs >= budgetMs(phase.budgetMs, state.terms.pace);
};

const timeOver = (state: Interview, nowMs: number): boolean =>
  nowMs >= totalMs(state.plan, state.terms.pace) || phaseTimeOver(state, nowMs);

/** Said once, at the candidate's turn or by the clock. */
export const timeCue = (state: Interview, nowMs: number): MoveChosen => {
  const leftMs = totalMs(state.plan, state.terms.pace) - nowMs;
  return move(
    state.nextTurn,
    'time-cue',
    { minutesLeft: Math.max(1, Math.round(leftMs / 60_000)) },
    'near the end',
  );
};

export const nextQuestion = (
  state: Interview,
  content: HeldContent,
): { move: Move; about: MoveSubject } | undefined => {
  const phase = phaseNow(state, content);
  const question =
    phase && questionsOf(phase, content).find(({ id }) => !state.asked.includes(`${phase.id}/${id}`));
  return phase && question && { move: question.move, about: { phase: phase.id, question: question.id } };
};

const firstQuestion = (phase: FormatPhase, content: HeldContent): MoveSubject => {
  const [question] = questionsOf(phase, content);
  return question ? { phase: phase.id, question: question.id } : { phase: phase.id };
};

/** A phase's questions, but for those that the sheet says make no sense for its system. */
const questionsOf = (phase: FormatPhase, { sheet }: HeldContent): FormatPhase['questions'] => {
  const sensible = phase.questions.filter(({ id }) => !sheet?.skips.includes(`${phase.id}/${id}`));
  return sensible.length > 0 ? sensible : phase.questions.slice(0, 1);
};
