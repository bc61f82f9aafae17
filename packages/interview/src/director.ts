/**
 * What the interviewer does next. The agenda has tiers, and the best entry of the highest tier that has one is taken:
 *
 *     obligations   what was asked of the interviewer; an answer that leaves nothing to go on from; the end of the time
 *     course        a phase that is over
 *     commitments   a run to be told of; the twist that is due; the open thread in the candidate's words or board
 *     coverage      an area to go into; the next question of this phase; a consequence of what has not come up
 *
 * Plans only: the director gives events, `decide` adds them. One question a turn, never one asked before.
 */
import type { Act, FormatPhase, HeldContent, InterviewEvent, Move } from '@dryrun/domain';
import { takeBest } from './agenda.ts';
import { budgetMs, cueBeforeEndMs, totalMs } from './clock.ts';
import { commitmentEntries, concession, runAsked, runEntries, twistEntries } from './commitments.ts';
import { anotherWay, coverageEntries, firstQuestion, wasTold } from './coverage.ts';
import { isDue, threadEntries } from './follow-ups.ts';
import { endingPhase, goingBack, phaseAhead, wordsOf } from './going-back.ts';
import { hintFor, wayOfLooking } from './hints.ts';
import { VERDICT, WHY } from './made-for.ts';
import { move, phaseNow, plannedPhase } from './moves.ts';
import type { MoveChosen } from './moves.ts';
import { answersTo, factsFor } from './sheet-moves.ts';
import { timesMade } from './state.ts';
import type { Heard, Interview } from './state.ts';

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
  const first = firstQuestion(phase, state, content);
  return isIntake(phase)
    ? [...begins, move(state.nextTurn + 1, 'intake', first, 'the format asks for background first')]
    : [...begins, move(state.nextTurn + 1, 'present-problem', first, `a ${content.format.opening} opening`)];
};

/** A phase that asks who somebody is, before the problem is put. */
const isIntake = (phase: FormatPhase | undefined): boolean => phase?.questions[0]?.move === 'intake';

/** After the candidate's words were heard. */
export const answer = (state: Interview, content: HeldContent, nowMs: number): readonly InterviewEvent[] => {
  if (state.closing) return [];
  const acts = new Set(state.heard.flatMap((finding) => (finding.kind === 'act' ? [finding.act] : [])));
  if (acts.has('asks-to-end')) return toTheEnd(state, content);
  if (acts.has('asks-time')) return grantTime(state, nowMs, 'time was asked for');
  if (acts.has('asks-repeat')) return [repeat(state, content, 'it was asked for')];
  // Whoever says that they are stuck is helped, in every mode.
  if (acts.has('asks-hint')) return hintFor(state, content, 'the candidate is stuck') ?? [declineHint(state)];
  const ahead = acts.has('asks-next-phase') ? phaseAhead(state, content) : undefined;
  if (ahead !== undefined) return nextPhase(state, content, 'the candidate asked to go on', ahead);
  if (wasInvited(state) && asksInterviewer(state)) return answerCandidate(state, nowMs);
  // Whoever says something of the design beside it has answered.
  const claims = state.heard.some((finding) => finding.kind === 'claim' && !isInAsking(finding, state));
  const strange = STRANGE.find((act) => acts.has(act) && !(claims && BESIDE.has(act)));
  if (strange && !(strange === 'is-enormous' && (state.followed['enormous'] ?? 0) >= ENORMOUS_MOST))
    return back(state, content, nowMs, strange);
  // Why it was put is told before what stood beside it is taken up.
  const told = acts.has('questions-the-question') ? [toldWhy(state)] : [];
  return [...told, ...answerWords(after(state, told), content, nowMs, acts, claims)];
};

/** What was asked of the problem and of the way through it, and what was said. */
const answerWords = (
  state: Interview,
  content: HeldContent,
  nowMs: number,
  acts: ReadonlySet<Act>,
  claims: boolean,
): readonly InterviewEvent[] => {
  const held = assumptionHeld(state);
  const run = runAsked(state, content);
  if (run) return [...held, ...run];
  // What was asked of the problem in the same breath is answered first.
  const asksProblem = state.heard.some(
    (finding) => finding.kind === 'question' && (finding.fact !== undefined || finding.heading !== undefined),
  );
  const asks = state.heard.some(({ kind }) => kind === 'question');
  const kept = asks ? undefined : KEPT.find((act) => acts.has(act));
  if (kept) {
    const about = kept === 'asks-verdict' ? { follows: VERDICT } : {};
    return [move(state.nextTurn, 'decline', about, `the candidate ${kept}`)];
  }
  const returned = acts.has('asks-to-return') && !asksProblem ? goingBack(state, content) : undefined;
  if (returned && nowMs < totalMs(state.plan, state.terms.pace)) return [...held, ...returned];
  // With its time over, a phase is left whatever was asked: what the sheet says is still told on the way.
  if (timeOver(state, nowMs)) {
    const told = factsFor(state) ?? leftOpen(state, content);
    return [...held, ...told, ...proceed(after(state, told), content, nowMs)];
  }
  // Of what nobody can read in one go no question is looked for.
  const answered = acts.has('is-enormous') ? undefined : answersTo(state);
  if (answered) return [...held, ...answered];
  if (acts.has('asks-meaning'))
    return [...held, repeat(state, content, 'the candidate asks what it means', 'rephrase')];
  if (acts.has('does-not-know')) return [...held, ...unsure(state, content, nowMs)];
  // Who goes back with something to say wants it taken up, where nothing is left to ask there.
  const brings = acts.has('asks-to-return') && claims;
  const asksWay = acts.has('asks-the-way') || (acts.has('asks-to-return') && !brings);
  // Whoever is told that it is theirs to choose has the word, unless that was said just before.
  if (asksWay && !wasToldTheWay(state) && phaseOver(state, nowMs) === undefined)
    return [
      ...held,
      move(state.nextTurn, 'acknowledge', { follows: 'the-way' }, 'the candidate asks which way'),
    ];
  const first = brings
    ? [move(state.nextTurn, 'acknowledge', {}, 'the candidate goes back and says what for')]
    : concession(state);
  return [...held, ...first, ...proceed(after(state, first), content, nowMs)];
};

/** What nobody knows is not passed over: it is the candidate's to assume, and there is no time to say what. */
const leftOpen = (state: Interview, content: HeldContent): readonly InterviewEvent[] => {
  const asks = state.heard.some((finding) => finding.kind === 'question' && !finding.premise);
  // What an interview was begun with has no words for it.
  const follows = asks && content.followUps?.find(({ of }) => of.includes('leaves-open'))?.id;
  return follows
    ? [move(state.nextTurn, 'acknowledge', { follows }, 'its time is over, and the sheet is silent on it')]
    : [];
};

/** What is asked of the interviewer. */
const ASKS: readonly Act[] = [
  'asks-verdict',
  'asks-solution',
  'asks-meaning',
  'asks-the-way',
  'asks-to-return',
  'questions-the-question',
];

const asksInterviewer = ({ heard }: Interview): boolean =>
  heard.some((one) => one.kind === 'question' || (one.kind === 'act' && ASKS.includes(one.act)));

/** Once the candidate was invited to ask, what they ask is of the interviewer and not of the problem. */
const wasInvited = ({ turns }: Interview): boolean => timesMade(turns, 'invite-questions') > 0;

/** An answer, and with the time over the end behind it. */
const answerCandidate = (state: Interview, nowMs: number): readonly InterviewEvent[] => {
  const told = [move(state.nextTurn, 'answer-candidate', {}, 'the candidate was invited to ask')];
  const over = phaseOver(state, nowMs);
  return over ? [...told, ...closing(after(state, told), over)] : told;
};

const toldWhy = ({ nextTurn }: Interview): MoveChosen =>
  move(nextTurn, 'acknowledge', { follows: WHY }, 'the candidate asks why it is put');

const wasToldTheWay = ({ turns, followed }: Interview): boolean =>
  (followed['the-way'] ?? 0) > 0 &&
  turns.findLast(({ speaker }) => speaker === 'interviewer')?.move === 'acknowledge';

/** The words that ask are no statement. */
const isInAsking = ({ span, turn }: Heard, { heard }: Interview): boolean =>
  heard.some(
    (finding) =>
      finding.kind === 'act' &&
      finding.act === 'questions-the-question' &&
      finding.turn === turn &&
      span.start < finding.span.end &&
      span.end > finding.span.start,
  );

/** Ways of speaking that leave nothing to go on from: the interviewer says so and comes back to the system. */
const STRANGE: readonly Act[] = [
  'is-enormous',
  'is-foreign',
  'is-gibberish',
  'addresses-system',
  'is-hostile',
  'repeats',
  'questions-the-question',
  'wanders',
];

/** So often somebody is asked what the heart of it is. */
const ENORMOUS_MOST = 2;

/** What may stand beside an answer without spoiling it. */
const BESIDE: ReadonlySet<Act> = new Set(['is-hostile', 'addresses-system', 'questions-the-question']);

/** What is kept back: whether it was right, and what the answer is. */
const KEPT: readonly Act[] = ['asks-verdict', 'asks-solution'];

/** As it will be when these moves have been made. */
const after = (state: Interview, events: readonly InterviewEvent[]): Interview => ({
  ...state,
  nextTurn: state.nextTurn + events.filter(({ type }) => type === 'MoveChosen').length,
});

/** Back to the system, with something that was not asked yet. */
const back = (state: Interview, content: HeldContent, nowMs: number, act: Act): readonly InterviewEvent[] => {
  const told = act === 'questions-the-question' ? [toldWhy(state)] : [];
  const then = after(state, told);
  if (timeOver(state, nowMs) || phaseOver(state, nowMs)) return [...told, ...proceed(then, content, nowMs)];
  const followUp = told.length > 0 ? undefined : content.followUps?.find(({ of }) => of.includes(act));
  const about = followUp ? { follows: followUp.id } : {};
  if (act === 'is-enormous') return [move(state.nextTurn, 'refocus', about, `the answer ${act}`)];
  // What every interview has comes all the same.
  const due = takeBest([...runEntries(then), ...twistEntries(then, content)], then);
  if (due) return [...told, ...due];
  const question = anotherWay(state, content);
  return question
    ? [...told, move(then.nextTurn, 'refocus', { ...question, ...about }, `the answer ${act}`)]
    : [...told, ...proceed(then, content, nowMs)];
};

/** Who does not get on after a hint is led on elsewhere first. */
const HINTS_APART = 3;

/** Who does not know is not pressed: first a way to reason it out, in coach mode or when it happens again a hint; then another way in. */
const unsure = (state: Interview, content: HeldContent, nowMs: number): readonly InterviewEvent[] => {
  const moves = state.turns.flatMap(({ move: made }) => made ?? []);
  const wanted = state.terms.mode === 'coach' || state.askedAbout?.follows === 'lost';
  const hint =
    wanted && !moves.slice(-HINTS_APART).includes('hint')
      ? hintFor(state, content, 'the candidate does not know')
      : undefined;
  if (hint) return hint;
  const look =
    state.askedAbout?.rung === undefined && state.askedAbout?.follows !== 'lost' && !timeOver(state, nowMs)
      ? wayOfLooking(state, content)
      : undefined;
  return look
    ? [move(state.nextTurn, 'refocus', look, 'a way to reason it out')]
    : back(state, content, nowMs, 'does-not-know');
};

export const grantTime = (state: Interview, nowMs: number, reason: string): readonly InterviewEvent[] => [
  move(state.nextTurn, 'wait', {}, reason),
  { type: 'TimeGranted', untilMs: nowMs + GRANTED_MS },
];

/** Says again what stands, and the second time it is led up to otherwise: the twist or the consequence that was asked about last, else the phase's question. */
export const repeat = (
  state: Interview,
  content: HeldContent,
  reason: string,
  wanted: 'repeat' | 'rephrase' = 'repeat',
): MoveChosen => {
  const before = state.turns.findLast(({ speaker }) => speaker === 'interviewer')?.move;
  const again: Move = before === 'repeat' ? 'rephrase' : wanted;
  const { item, rung, twist, question, run } = state.askedAbout ?? {};
  const phase = phaseNow(state, content);
  const about = phase ? { phase: phase.id } : {};
  if (twist !== undefined && run === undefined)
    return move(state.nextTurn, again, { ...about, twist }, reason);
  if (item !== undefined && rung === undefined)
    return move(state.nextTurn, again, { ...about, item }, reason);
  // What is no question of the format or the sheet is said again as it was put.
  const isOfFormat =
    question !== undefined && state.askedAbout?.area === undefined && state.askedAbout?.follows === undefined;
  if (state.askedAbout && !isOfFormat && rung === undefined) {
    const asked = state.turns.findLast(
      ({ speaker, text, move: made }) =>
        speaker === 'interviewer' && text.includes('?') && made !== 'repeat' && made !== 'rephrase',
    );
    if (asked) return move(state.nextTurn, again, { turn: asked.turn }, reason);
  }
  const standing = state.phase?.question ?? phase?.questions[0]?.id;
  return move(state.nextTurn, again, standing && phase ? { ...about, question: standing } : {}, reason);
};

/** A hint by the button: in coach mode and in a drill whenever it is wanted; in a real interview only to who was seen to be blocked. */
export const help = (state: Interview, content: HeldContent, blocked: boolean): readonly InterviewEvent[] => {
  const isDrill = content.format.phases.length === 1;
  const given =
    state.terms.mode === 'coach' || isDrill || blocked
      ? hintFor(state, content, 'a hint was asked for')
      : undefined;
  return given ?? [declineHint(state)];
};

const declineHint = (state: Interview): MoveChosen =>
  move(state.nextTurn, 'decline', {}, 'a hint was asked for, and there is none to give now');

/** What was said after “what would you assume?” is what is assumed from now on. */
const assumptionHeld = ({ askedAbout, heard, heardTurns, turns }: Interview): readonly InterviewEvent[] => {
  // Who only asks on has assumed nothing yet.
  const asks = heard.some(
    (one) =>
      one.kind === 'question' ||
      (one.kind === 'act' && (ASKS.includes(one.act) || one.act === 'does-not-know')),
  );
  const states = heard.some((one) => one.kind === 'claim' && one.signs.some((sign) => sign !== 'asks'));
  if (asks && !states) return [];
  const last = heardTurns.at(-1);
  const text = turns.flatMap(({ turn, text: said }) => (heardTurns.includes(turn) ? said : [])).join(' ');
  if (askedAbout?.assume === undefined || last === undefined || text === '') return [];
  return [{ type: 'AssumptionHeld', turn: last, heading: askedAbout.assume, quote: text.slice(0, 400) }];
};

/** Who asks to stop is let go; who asks to wrap up does so in the phase that is there for it. */
const toTheEnd = (state: Interview, content: HeldContent): readonly InterviewEvent[] => {
  const reason = 'the candidate asked to end';
  const stops = wordsOf('asks-to-end', state).some((words) => !WRAPS_UP.test(words));
  const last = stops ? undefined : endingPhase(content.format);
  return last !== undefined && last > (state.phase?.index ?? -1)
    ? nextPhase(state, content, reason, last)
    : closing(state, reason);
};

const WRAPS_UP = /\bwrap\b|\bfrom (?:me|my side)\b|\b(?:done|finished)\b/i;

export const closing = (state: Interview, reason: string): readonly InterviewEvent[] => [
  move(state.nextTurn, 'next-steps', {}, reason),
  move(state.nextTurn + 1, 'close', {}, reason),
];

export const nextPhase = (
  state: Interview,
  content: HeldContent,
  reason: string,
  index = (state.phase?.index ?? -1) + 1,
): readonly InterviewEvent[] => {
  const phase = content.format.phases[index];
  if (!phase) return closing(state, reason);
  return [
    { type: 'PhaseEntered', phase: phase.id, reason },
    isIntake(phaseNow(state, content))
      ? move(
          state.nextTurn,
          'present-problem',
          firstQuestion(phase, state, content),
          `a ${content.format.opening} opening`,
        )
      : move(state.nextTurn, 'transition', firstQuestion(phase, state, content), reason),
  ];
};

const proceed = (state: Interview, content: HeldContent, nowMs: number): readonly InterviewEvent[] => {
  const total = totalMs(state.plan, state.terms.pace);
  if (nowMs >= total) return closing(state, 'the time is over');
  const told = !state.timeCued && nowMs >= total - cueBeforeEndMs(total) ? [timeCue(state, nowMs)] : [];
  const then = { ...state, nextTurn: state.nextTurn + told.length };
  const over = phaseOver(state, nowMs);
  if (over) return [...told, ...(lastStory(then, content, nowMs) ?? nextPhase(then, content, over))];
  const chosen =
    takeBest(
      [...commitmentEntries(then, content, nowMs), ...coverageEntries(then, content, hurries(state, nowMs))],
      then,
    ) ?? takeBest(furtherThreads(then, content, nowMs), then);
  return [...told, ...(chosen ?? nextPhase(then, content, 'nothing in this phase is left to ask'))];
};

/** Who tells of work at the end of a phase, for the first time, is asked for it before it is left: if there is time. */
const lastStory = (
  state: Interview,
  content: HeldContent,
  nowMs: number,
): readonly InterviewEvent[] | undefined =>
  timeOver(state, nowMs)
    ? undefined
    : takeBest(
        threadEntries(state, content).filter(({ events }) =>
          events.some(
            (event) =>
              event.type === 'MoveChosen' &&
              isDue(event.move, state) &&
              state.heardTurns.includes(event.about.turn ?? -1),
          ),
        ),
        state,
      );

/** Who has told all that a phase asks for is followed further in their own words. */
const furtherThreads = (state: Interview, content: HeldContent, nowMs: number) =>
  wasTold(state, content) ? commitmentEntries({ ...state, inARow: 0 }, content, nowMs) : [];

/** What is left of the phase is less than its questions took on the average. */
const hurries = (state: Interview, nowMs: number): boolean => {
  if (!state.phase || state.phase.exchanges === 0) return false;
  const spent = nowMs - state.phase.enteredMs;
  return timeFor(state) - spent < spent / state.phase.exchanges;
};

const phaseOver = (state: Interview, nowMs: number): string | undefined => {
  const phase = plannedPhase(state);
  if (!phase || !state.phase) return undefined;
  const { exchanges } = state.phase;
  const budget = timeFor(state);
  const spent = nowMs - state.phase.enteredMs;
  // Short answers leave minutes: the phase goes on while it has something to ask, but not for ever.
  const most = Number.isFinite(budget) && spent < budget * (1 - TOLERANCE) ? 2 : 1;
  if (exchanges >= most * phase.exchanges) return `${exchanges} exchanges were had`;
  if (phaseTimeOver(state, nowMs)) return 'the minutes of this phase are over';
  // Whoever would be over time by the next answer is nearer to it now.
  const turn = exchanges > 0 ? spent / exchanges : 0;
  return spent >= budget * (1 - TOLERANCE) && spent + turn / 2 >= budget
    ? 'the minutes of this phase are nearly over'
    : undefined;
};

/** So far from its budget a phase may end. */
const TOLERANCE = 0.2;

const phaseTimeOver = (state: Interview, nowMs: number): boolean =>
  state.phase !== undefined && nowMs - state.phase.enteredMs >= timeFor(state);

/** A phase's minutes; one that was entered late gives back what it can, so that what comes after it keeps its time. */
const timeFor = ({ plan, phase, terms }: Interview): number => {
  const budgets = plan.phases.map((one) => budgetMs(one.budgetMs, terms.pace));
  const index = phase?.index ?? 0;
  const budget = budgets[index] ?? Infinity;
  if (!phase || !Number.isFinite(budget)) return budget;
  const before = budgets.slice(0, index).reduce((sum, one) => sum + one, 0);
  const late = Math.max(0, phase.enteredMs - before);
  return budget - Math.min(late, budget * (TOLERANCE / 2));
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
