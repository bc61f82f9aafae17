/**
 * What a command makes happen. Refusals first, then facts, then what the director does about them:
 *
 *     Say ─▶ CandidateSpoke ─(awaiting hear)─▶ ReportFindings ─▶ FindingsRead, MoveChosen
 *                                                                  └(awaiting say)─▶ ReportLine ─▶ LineSaid
 *
 * Invariants: pure; every accepted command's events fold; `wakeAt` is a function of the state they fold to.
 */
import { applyOperations, isMisfit, overfullBoard } from '@dryrun/design';
import type {
  Action,
  Board,
  Command,
  EventOf,
  HeldContent,
  Instant,
  InterviewEvent,
  Refusal,
} from '@dryrun/domain';
import { dueTimes, wake } from './by-time.ts';
import { instantOf, interviewMs } from './clock.ts';
import { ownRunWanted, runWanted, twistOf } from './commitments.ts';
import * as director from './director.ts';
import { folded, isOf } from './evolve.ts';
import { hasBegun } from './state.ts';
import type { Interview, InterviewState, Work } from './state.ts';

export type Decision =
  | {
      readonly kind: 'accepted';
      readonly at: Instant;
      readonly events: readonly InterviewEvent[];
      readonly state: InterviewState;
      readonly wakeAt: Instant | null;
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export const decide = (command: Command, state: InterviewState, content: HeldContent): Decision => {
  // A clock that jumped back is read as standing still.
  const at = Math.max(command.at, state.lastAt);
  const events = eventsOf(command.action, state, content, at);
  if (!Array.isArray(events)) return { kind: 'refused', refusal: events };
  const after = fold(state, events, at);
  return { kind: 'accepted', at, events, state: after, wakeAt: wakeAt(after) };
};

/** Awaited work that was not reported for this long is looked for by the scheduler. */
const OVERDUE_MS = 10_000;

export const wakeAt = (state: InterviewState): Instant | null => {
  if (state.status !== 'running') return null;
  if (state.awaiting.some(({ kind }) => kind !== 'run')) return state.lastAt + OVERDUE_MS;
  if (state.closing) return null;
  const earliest = Math.min(...dueTimes(state).map(({ atMs }) => atMs));
  return Number.isFinite(earliest)
    ? Math.max(state.lastAt, instantOf(state.clock, Math.ceil(earliest)))
    : null;
};

const eventsOf = (
  action: Action,
  state: InterviewState,
  content: HeldContent,
  at: Instant,
): InterviewEvent[] | Refusal => {
  if (action.type === 'OpenInterview') {
    if (hasBegun(state)) return refusal('already-open', 'This interview has begun: open another one.');
    const opened: InterviewEvent = { ...action, type: 'InterviewOpened' };
    return withMoves(state, [opened], at, (then) => director.opening(then, content));
  }
  if (!hasBegun(state)) {
    return action.type === 'Wake' ? [] : refusal('not-open', 'There is no such interview: open it first.');
  }
  return fromBegun(action, state, content, at);
};

const fromBegun = (
  action: Exclude<Action, { type: 'OpenInterview' }>,
  state: Interview,
  content: HeldContent,
  at: Instant,
): InterviewEvent[] | Refusal => {
  const nowMs = interviewMs(state.clock, at);
  switch (action.type) {
    case 'ForkInterview':
      if (state.status === 'closed' || state.closing)
        return refusal('fork-after-close', 'It is over at that point: branch from an earlier moment.');
      return [
        {
          type: 'InterviewForked',
          from: action.from,
          version: action.version,
          stoodAt: state.clock.pausedAt ?? state.lastAt,
        },
      ];
    case 'Say': {
      const text = action.text.trim();
      if (text === '') return refusal('empty', 'There are no words to say: write something first.');
      // A board that was changed since the twist is run again.
      const rerun = state.twists.length > 0 ? runWanted(state, twistOf(state, content)) : [];
      return mustRun(state) ?? [...rerun, { ...action, type: 'CandidateSpoke', text, turn: state.nextTurn }];
    }
    case 'ShowPresence':
      return mustRun(state) ?? [{ type: 'PresenceShown' }];
    case 'ChangeBoard': {
      if (action.operations.length === 0)
        return refusal('empty', 'There is nothing to draw: send at least one operation.');
      const board = applyOperations(state.board, action.operations);
      if (isMisfit(board))
        return refusal('misfit', `Operation ${board.operation + 1} does not fit the board: ${board.message}`);
      const overfull = overfullBoard(board.components.length, board.connections.length);
      // An old log may hold a board that is overfull already: it can be mended, and must not grow.
      if (overfull !== undefined && isLarger(board, state.board)) return refusal('misfit', overfull);
      // A board that is handed in whole is run at once under the twist; one that is drawn stroke by stroke, with the next words.
      const whole = action.operations.some(({ op }) => op === 'clear');
      return (
        mustRun(state) ??
        withMoves(state, [{ type: 'BoardChanged', operations: action.operations }], at, (then) =>
          whole && then.twists.length > 0 ? runWanted(then, twistOf(then, content)) : [],
        )
      );
    }
    case 'RunBoard':
      return (
        mustRun(state) ??
        (state.board.components.length === 0
          ? refusal('empty', 'There is nothing on the board to run: draw a box first.')
          : [...ownRunWanted(state, content, action.rps)])
      );
    case 'RequestHelp':
      return mustRun(state) ?? helped(action.help, state, content, at, nowMs);
    case 'RequestNextPhase':
      return (
        mustRun(state) ??
        withMoves(state, [{ type: 'NextPhaseRequested' }], at, (then) =>
          then.closing ? [] : director.nextPhase(then, content, 'the candidate asked to go on'),
        )
      );
    case 'End':
      return ended(state, at);
    case 'Pause':
      return mustRun(state) ?? [{ type: 'ClockPaused' }];
    case 'Resume':
      return state.status === 'paused'
        ? withMoves(state, [{ type: 'ClockResumed' }], at, (then) => unanswered(then, content, at))
        : refusal('not-paused', 'The clock is not standing: there is nothing to resume.');
    case 'ChangePace':
      return state.status === 'closed'
        ? refusal('closed', 'The interview is over: its pace cannot change.')
        : [{ type: 'PaceChanged', pace: action.pace }];
    case 'RecordConsent':
      return [{ type: 'ConsentRecorded', to: action.to, given: action.given }];
    case 'WriteNote':
      return [{ type: 'NoteWritten', text: action.text }];
    case 'ContestReading':
      if (!state.debriefs.includes(action.debrief))
        return refusal(
          'no-such-debrief',
          'There is no such debrief of this interview: name one that was written.',
        );
      return [{ ...action, type: 'ReadingContested' }];
    case 'Wake':
      return woken(state, content, at, nowMs);
    case 'ReportFindings':
      return heard(action, state, content, at);
    case 'ReportLine':
      return said(action, state, content, at);
    case 'ReportRun':
      return state.status !== 'closed' && awaits(state, (work) => isRunOf(work, action))
        ? [{ ...action, type: 'RunRead' }]
        : refusal('not-awaited', 'Nobody waits for this run.');
    case 'ReportNoRun':
      return awaitsRun(state, action.boards, action.twist)
        ? [{ ...action, type: 'RunFailed' }]
        : refusal('not-awaited', 'Nobody waits for this run.');
    case 'ReportDebrief':
      return state.status === 'closed'
        ? [{ ...action, type: 'DebriefRead' }]
        : refusal('not-closed', 'A debrief is written when the interview is closed.');
  }
};

const isLarger = (board: Board, than: Board): boolean =>
  board.components.length > than.components.length || board.connections.length > than.connections.length;

/** Silent past the second nudge: that looks like a block. */
const BLOCKED_NUDGES = 2;

const helped = (
  help: Extract<Action, { type: 'RequestHelp' }>['help'],
  state: Interview,
  content: HeldContent,
  at: Instant,
  nowMs: number,
) =>
  withMoves(state, [{ type: 'HelpRequested', help }], at, (then) => {
    if (then.closing) return [];
    switch (help) {
      case 'time':
        return director.grantTime(then, nowMs, 'time was asked for');
      case 'repeat':
        return [director.repeat(then, content, 'it was asked for')];
      case 'hint':
        // Asking ends the silence: whether it looked like a block was to be seen before.
        return director.help(then, content, state.silence.nudges >= BLOCKED_NUDGES);
    }
  });

/** Ending a standing interview sets it going for its last words; one whose close is under way is ending already. */
const ended = (state: Interview, at: Instant): InterviewEvent[] | Refusal => {
  if (state.status === 'closed') return refusal('closed', 'The interview is over already.');
  const facts: InterviewEvent[] =
    state.status === 'paused'
      ? [{ type: 'ClockResumed' }, { type: 'EndRequested' }]
      : [{ type: 'EndRequested' }];
  return withMoves(state, facts, at, (then) =>
    then.closing ? [] : director.closing(then, 'the candidate asked to end'),
  );
};

/** A wake this late means that nobody was there to take it: a program that was stopped, a machine asleep. */
const LATE_MS = 60_000;

const woken = (state: Interview, content: HeldContent, at: Instant, nowMs: number): InterviewEvent[] => {
  const due = wakeAt(state);
  if (due !== null && at - due > LATE_MS) return [{ type: 'ClockPaused', since: due }];
  return [...wake(state, content, nowMs)];
};

const heard = (
  action: Extract<Action, { type: 'ReportFindings' }>,
  state: Interview,
  content: HeldContent,
  at: Instant,
): InterviewEvent[] | Refusal => {
  const { turn, make, findings, replaced } = action;
  if (!awaits(state, (work) => work.kind === 'hear' && work.turn === turn)) {
    return refusal('not-awaited', `Nobody waits for findings of turn ${turn}.`);
  }
  const read: InterviewEvent[] = [
    ...(replaced
      ? [{ type: 'MakeReplaced', port: 'hear', turn, ...replaced } satisfies EventOf<'MakeReplaced'>]
      : []),
    { type: 'FindingsRead', turn, make, findings },
  ];
  // The interviewer answers when all that was said has been heard, and not while it is about to speak.
  return withMoves(state, read, at, (then) => unanswered(then, content, at));
};

/** What was said and heard while the interviewer could not answer: it does when it can. */
const unanswered = (state: Interview, content: HeldContent, at: Instant): readonly InterviewEvent[] =>
  state.status === 'running' &&
  state.awaiting.every(({ kind }) => kind === 'run') &&
  state.heardTurns.length > 0
    ? director.answer(state, content, interviewMs(state.clock, at))
    : [];

const said = (
  action: Extract<Action, { type: 'ReportLine' }>,
  state: Interview,
  content: HeldContent,
  at: Instant,
): InterviewEvent[] | Refusal => {
  const { turn, make, parts, replaced } = action;
  const work = state.awaiting.find((one) => one.kind === 'say');
  if (work?.chosen.turn !== turn)
    return refusal('not-awaited', `Nobody waits for the words of turn ${turn}.`);
  // Nobody speaks while the clock stands: the words are asked for again when it goes.
  if (state.status === 'paused') return refusal('paused', 'The clock is standing.');
  const line: InterviewEvent[] = [
    ...(replaced
      ? [{ type: 'MakeReplaced', port: 'say', turn, ...replaced } satisfies EventOf<'MakeReplaced'>]
      : []),
    { type: 'LineSaid', turn, make, parts },
    ...(work.chosen.move === 'close'
      ? [{ type: 'InterviewClosed', reason: work.chosen.reason } satisfies EventOf<'InterviewClosed'>]
      : []),
  ];
  return withMoves(state, line, at, (then) => unanswered(then, content, at));
};

const mustRun = (state: Interview): Refusal | undefined => {
  if (state.status === 'closed')
    return refusal('closed', 'The interview is over: open another one, or branch from a moment of this one.');
  if (state.status === 'paused')
    return refusal(
      'paused',
      'The clock is standing: resume the interview first. What you wrote is still with you.',
    );
  return undefined;
};

const awaitsRun = (state: Interview, boards: number | undefined, twist?: string): boolean =>
  state.status !== 'closed' &&
  awaits(
    state,
    (work) =>
      work.kind === 'run' &&
      work.wanted.boards === boards &&
      (twist === undefined || work.wanted.twist === twist),
  );

const isRunOf = (work: Work, { type: _, ...run }: Extract<Action, { type: 'ReportRun' }>): boolean =>
  work.kind === 'run' && isOf({ type: 'RunRead', ...run }, work.wanted);

const awaits = (state: Interview, which: (work: Work) => boolean) => state.awaiting.some(which);

const withMoves = (
  state: InterviewState,
  facts: readonly InterviewEvent[],
  at: Instant,
  moves: (then: Interview) => readonly InterviewEvent[],
): InterviewEvent[] => {
  const then = fold(state, facts, at);
  return hasBegun(then) ? [...facts, ...moves(then)] : [...facts];
};

const fold = (state: InterviewState, events: readonly InterviewEvent[], at: Instant): InterviewState =>
  folded(
    events.map((event) => ({ at, event })),
    state,
  );

const refusal = (code: string, message: string): Refusal => ({ code, message });
