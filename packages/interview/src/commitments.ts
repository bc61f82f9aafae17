/**
 * What the interview owes to what was said and drawn: an objection that was answered, a run of the board to be told of, the twist
 * that is due, a decision to be challenged, an open thread.
 */
import { NO_RATE } from '@dryrun/design';
import type { EventOf, GeneralTwist, HeldContent, InterviewEvent } from '@dryrun/domain';
import type { Entry } from './agenda.ts';
import { budgetMs } from './clock.ts';
import { diveIsDue, openQuestions } from './coverage.ts';
import { EXPERIENCE_MOST, owesDive, threadEntries } from './follow-ups.ts';
import { isItemExplained } from './heard.ts';
import { move, phaseNow, plannedPhase } from './moves.ts';
import { isOf } from './evolve.ts';
import { openTwistEntries } from './open-twist.ts';
import { kindOf } from './phase-kinds.ts';
import { arrivingNow } from './rates.ts';
import { asksForRun } from './run-asked.ts';
import { atMost } from './sheet-moves.ts';
import { timesMade } from './state.ts';
import type { Interview } from './state.ts';

export const commitmentEntries = (
  state: Interview,
  content: HeldContent,
  nowMs: number,
): readonly Entry[] => [
  ...unmovedEntries(state),
  ...(hasTimeFor(state, content, nowMs) ? openTwistEntries(state, twistOf(state, content)) : []),
  ...runEntries(state),
  ...twistEntries(state, content),
  ...(owesDive(state, content) ? [] : experienceEntries(state)),
  ...strategicEntries(state, content),
  ...(diveIsDue(state, content)
    ? []
    : [
        ...challengeEntries(state, content),
        ...(hasTimeFor(state, content, nowMs) ? openThreads(state, content) : []),
      ]),
];

/** The consequence of a name is no question to whoever has told it since. */
const openThreads = (state: Interview, content: HeldContent): readonly Entry[] => {
  const { sheet } = content;
  return threadEntries(state, content).filter(({ events }) => {
    const asked = events.find((event) => event.type === 'MoveChosen')?.about.item;
    const item = asked === undefined ? undefined : sheet?.items.find(({ id }) => id === asked);
    return !item || !sheet || !isItemExplained(state, item, sheet);
  });
};

/** The last phase has questions that every interview ends with: they come before anything that is only worth asking. */
const hasTimeFor = (state: Interview, content: HeldContent, nowMs: number): boolean => {
  const phase = plannedPhase(state);
  if (!state.phase || !phase || state.phase.index < state.plan.phases.length - 1) return true;
  if (state.plan.phases.length === 1) return true;
  const spent = nowMs - state.phase.enteredMs;
  const left = budgetMs(phase.budgetMs, state.terms.pace) - spent;
  const turn = spent / Math.max(1, state.phase.exchanges);
  return Number.isFinite(left) && left >= (openQuestions(state, content).length + 1) * turn;
};

/** What every interview has, and what was begun, comes before any thread: those are worth less than thirty-five. */
const commitment = (worth: number, why: string, events: readonly InterviewEvent[]): Entry => ({
  tier: 'commitment',
  worth,
  why,
  events,
});

/** An objection that was answered in a way that holds is taken back: said before whatever comes next. */
export const concession = (state: Interview): readonly InterviewEvent[] => {
  const rebuttal = state.heard.find((finding) => finding.kind === 'rebuttal');
  return rebuttal?.kind === 'rebuttal' && rebuttal.sound
    ? [move(state.nextTurn, 'concede', {}, `“${rebuttal.challenge}” was answered`)]
    : [];
};

/** One that was not is held on to, once. */
const unmovedEntries = (state: Interview): readonly Entry[] => {
  const rebuttal = state.heard.find((finding) => finding.kind === 'rebuttal');
  // Whoever gives way, or changes the design, has answered.
  const gaveWay = state.heard.some(
    (finding) => finding.kind === 'act' && (finding.act === 'concedes' || finding.act === 'adapts'),
  );
  if (rebuttal?.kind !== 'rebuttal' || rebuttal.sound || gaveWay || state.askedAbout?.follows === 'unmoved')
    return [];
  const about = { challenge: rebuttal.challenge, follows: 'unmoved' };
  const why = `what was said against “${rebuttal.challenge}” does not hold`;
  return [commitment(40, why, [move(state.nextTurn, 'challenge', about, why)])];
};

/** The newest run of the board as it stands, under the twist: what it did is told once. A simulated one comes before a calculated one. */
export const runEntries = (state: Interview): readonly Entry[] => {
  const [twist] = state.twists;
  if (twist === undefined) return [];
  if (
    state.lacksRate &&
    (state.followed['run-asks'] ?? 0) === 0 &&
    state.followed['run-breaks'] === undefined
  ) {
    const why = 'the board could be run if it were known what arrives';
    return [commitment(38, why, [move(state.nextTurn, 'ask-numbers', { twist, follows: 'run-asks' }, why)])];
  }
  const own = state.reports.filter(
    (report) => report.twist === twist && report.boards === state.boards && report.figures !== undefined,
  );
  const report = own.findLast(({ engine }) => engine === 'simulated') ?? own.at(-1);
  // What was told of this board by calculation is not told again when its run comes.
  if (!report || own.some(({ run }) => state.reported.includes(run))) return [];
  const about = { run: report.run, twist, follows: report.holds ? 'run-holds' : 'run-breaks' };
  const why = report.holds ? 'the board was run and holds' : 'the board was run and breaks';
  const told = {
    type: 'RunTold',
    run: report.run,
    load: report.load,
    bottleneck: report.bottleneck,
    holds: report.holds === true,
    full: (report.figures?.full.length ?? 0) > 0,
    boards: report.boards,
    figures: report.figures,
  } as const;
  return [commitment(38, why, [told, move(state.nextTurn, 'show-simulation', about, why)])];
};

/** The twist of this interview: the sheet's for the level, else one that fits any system; one that a board can be run under, where there is a board. */
export const twistOf = (state: Interview, { sheet, twists = [] }: HeldContent): GeneralTwist | undefined => {
  const begun = state.twists[0];
  const all: readonly GeneralTwist[] = [...(sheet?.twists ?? []), ...twists];
  if (begun !== undefined) return all.find(({ id }) => id === begun);
  const ofLevel = ({ from }: GeneralTwist) => atMost(from, state.terms.level);
  // The sheet's own for the level; those for any system where it has none.
  const own = (sheet?.twists ?? []).filter(ofLevel);
  const fitting = own.length > 0 ? own : twists.filter(ofLevel);
  const running = state.board.components.length > 0 ? fitting.filter((twist) => canRun(twist, state)) : [];
  const among = running.length > 0 ? running : fitting;
  return among[state.terms.seed % Math.max(1, among.length)];
};

/** What a twist changes is on the board: a load always, a limit where it was asked for, a place where boxes have one. */
const canRun = ({ run }: GeneralTwist, { board }: Interview): boolean => {
  if (run === undefined) return false;
  if (run.limits !== undefined)
    return (board.required?.objectives ?? []).some(
      ({ measure }) => run.limits?.[String(measure)] !== undefined,
    );
  if (run.lose !== undefined)
    return board.components.some(({ settings }) => settings?.[run.lose ?? ''] !== undefined);
  return true;
};

/** That the board as it stands be run under the twist, unless it was, or nothing can be run. */
export const runWanted = (
  state: Interview,
  twist: GeneralTwist | undefined,
): readonly EventOf<'RunWanted'>[] => {
  if (!twist?.run || state.board.components.length === 0) return [];
  const { boards } = state;
  const known =
    state.unrunnable.includes(boards) ||
    state.reports.some((report) => report.boards === boards && report.twist === twist.id) ||
    state.awaiting.some(
      (work) => work.kind === 'run' && work.wanted.boards === boards && work.wanted.twist === twist.id,
    );
  return known ? [] : [{ type: 'RunWanted', twist: twist.id, boards }];
};

/** That the board as it stands be run as it is: under what was named for it, what it was drawn with, or what was said. */
export const ownRunWanted = (
  state: Interview,
  content: HeldContent,
  named: number | undefined,
): readonly EventOf<'RunWanted'>[] => {
  const { board, boards, reports, awaiting } = state;
  const ownLoad = (board.required?.workloads.length ?? 0) > 0;
  const rps = named ?? (ownLoad ? undefined : arrivingNow(state, content));
  const wanted: EventOf<'RunWanted'> = { type: 'RunWanted', boards, ...(rps === undefined ? {} : { rps }) };
  const known =
    reports.some((report) => isOf(report, wanted)) ||
    awaiting.some(
      (work) =>
        work.kind === 'run' &&
        work.wanted.twist === undefined &&
        work.wanted.boards === boards &&
        work.wanted.rps === rps,
    );
  return known ? [] : [wanted];
};

/** Whoever asks that the board be run, or why it was not, is told: what came of it, what it lacks, or that it runs now. */
export const runAsked = (state: Interview, content: HeldContent): readonly InterviewEvent[] | undefined => {
  const said = state.turns.flatMap(({ turn, text }) => (state.heardTurns.includes(turn) ? text : []));
  // What an interview was begun with has no words for it.
  const tellable = content.followUps?.some(({ id }) => id === 'run-lacks') === true;
  if (!tellable || !said.some(asksForRun)) return undefined;
  const due = runEntries(state)[0]?.events;
  if (due) return due;
  const why = 'the candidate asks for a run of the board';
  const lacks = (what: string) => [
    move(state.nextTurn, 'show-simulation', { follows: 'run-lacks', lacks: what }, why),
  ];
  if (state.board.components.length === 0) return lacks('Nothing is drawn on the board yet.');
  if (state.lacks !== undefined) return lacks(state.lacks);
  const report = state.reports.findLast(({ boards, figures }) => boards === state.boards && figures);
  if (report) {
    const about = { run: report.run, follows: report.holds ? 'run-holds' : 'run-breaks' };
    return [move(state.nextTurn, 'show-simulation', about, why)];
  }
  const wanted = ownRunWanted(state, content, undefined);
  if (wanted[0]?.rps === undefined && (state.board.required?.workloads.length ?? 0) === 0)
    return lacks(NO_RATE);
  return [...wanted, move(state.nextTurn, 'show-simulation', { follows: 'run-begins' }, why)];
};

/** Work that somebody tells of is asked for how, what went wrong, what they would do differently: one after the other. */
const experienceEntries = (state: Interview): readonly Entry[] => {
  const asked = state.turns.findLast(({ speaker }) => speaker === 'interviewer');
  const made = timesMade(state.turns, 'ask-experience');
  const tells = state.heard.some(({ kind }) => kind === 'claim');
  if (asked?.move !== 'ask-experience' || made >= EXPERIENCE_MOST || !tells) return [];
  const why = 'they tell of work that was done';
  return [commitment(8, why, [move(state.nextTurn, 'ask-experience', {}, why)])];
};

const STRATEGY_AFTER = 3;

/** Expected from a level on, or where the role needs it: once, when the twist has been thought about. */
const strategicEntries = (state: Interview, content: HeldContent): readonly Entry[] => {
  const { level, focus } = state.terms;
  const wanted = atMost('L6', level) || focus.includes('strategy');
  const due =
    kindOf(phaseNow(state, content)).weighs === true && (state.phase?.exchanges ?? 0) >= STRATEGY_AFTER;
  const last = state.turns.findLast(({ speaker }) => speaker === 'interviewer')?.move;
  // What was just asked of the design is followed up first.
  if (last === 'twist' || last === 'show-simulation') return [];
  if (!wanted || !due || timesMade(state.turns, 'ask-strategic') > 0) return [];
  const why = 'strategy is expected from this level on';
  return [commitment(35, why, [move(state.nextTurn, 'ask-strategic', {}, why)])];
};

const TWIST_AFTER = 2;
const TWIST_LATE = 4;

/** One requirement changes in the middle: in the phase that weighs things, or late in an interview of one phase. */
export const twistEntries = (state: Interview, content: HeldContent): readonly Entry[] => {
  if (state.twists.length > 0 || !state.phase) return [];
  const single = content.format.phases.length === 1;
  const due = single
    ? state.phase.exchanges >= TWIST_LATE
    : kindOf(phaseNow(state, content)).weighs === true && state.phase.exchanges >= TWIST_AFTER;
  const twist = twistOf(state, content);
  if (!due || !twist) return [];
  const why = 'every interview has one';
  return [
    commitment(36, why, [
      { type: 'TwistIntroduced', twist: twist.id },
      ...runWanted(state, twist),
      move(state.nextTurn, 'twist', { twist: twist.id }, why),
    ]),
  ];
};

/** What an author put forward against a decision that the candidate has made. */
const challengeEntries = (state: Interview, { sheet, ...content }: HeldContent): readonly Entry[] => {
  const kind = kindOf(phaseNow(state, content));
  if (!kind.weighs && !kind.dives) return [];
  return (sheet?.challenges ?? [])
    .filter(({ id, against }) => state.shown[against] !== undefined && !state.challenged.includes(id))
    .map(({ id, against }) => {
      const why = `“${against}” was decided for`;
      return commitment(9 - 3 * state.challenged.length, why, [
        move(state.nextTurn, 'challenge', { challenge: id }, why),
      ]);
    });
};
