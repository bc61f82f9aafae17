import { applyOperations, emptyBoard, isMisfit, NO_RATE } from '@dryrun/design';
import { textOf } from '@dryrun/domain';
import type { Depth, EventOf, Finding, Instant, InterviewEvent, Move } from '@dryrun/domain';
import { going, interviewMs, stopped } from './clock.ts';
import { withExplained } from './heard.ts';
import { plannedPhase } from './moves.ts';
import { hasBegun, notBegun } from './state.ts';
import type { Interview, InterviewState, Silence, Turn } from './state.ts';
import { ratesAnswered } from './rates.ts';
import { drawnThreads, withSaid } from './threads.ts';

/** An event with its instant: what a state is folded from. */
export type Happened = { readonly at: Instant; readonly event: InterviewEvent };

/**
 * The state after one more event. Total and pure: any event that the shapes allow can be folded in any state, for
 * an old log must open whatever was wrong in the program that wrote it.
 */
export const evolve = (state: InterviewState, { at, event }: Happened): InterviewState => {
  const lastAt = Math.max(at, state.lastAt);
  if (event.type === 'InterviewOpened') return opened(event, state.version + 1, lastAt);
  if (!hasBegun(state)) return state;
  return { ...state, ...change(state, event, lastAt), version: state.version + 1, lastAt };
};

/** The state after all of them. */
export const folded = (happened: readonly Happened[], from: InterviewState = notBegun): InterviewState =>
  happened.reduce(evolve, from);

const opened = (
  { terms, content, plan }: EventOf<'InterviewOpened'>,
  version: number,
  at: Instant,
): Interview => ({
  status: 'running',
  version,
  lastAt: at,
  terms,
  content,
  plan,
  clock: { startedAt: at, pausedMs: 0, pausedAt: undefined },
  phase: undefined,
  turns: [],
  nextTurn: 0,
  board: emptyBoard,
  awaiting: [],
  asked: [],
  silence: { sinceMs: 0, nudges: 0 },
  timeCued: false,
  closing: false,
  heard: [],
  heardTurns: [],
  askedAbout: undefined,
  revealed: [],
  shown: {},
  explained: [],
  hints: {},
  probed: [],
  threads: [],
  taken: [],
  followed: {},
  inARow: 0,
  dives: [],
  diveQuestions: 0,
  challenged: [],
  boards: 0,
  reports: [],
  unrunnable: [],
  lacks: undefined,
  load: undefined,
  lacksRate: false,
  reported: [],
  twists: [],
  consents: {},
  debriefs: [],
  runs: [],
  forkedFrom: undefined,
});

const change = (state: Interview, event: InterviewEvent, at: Instant): Partial<Interview> => {
  const nowMs = interviewMs(state.clock, at);
  // A stroke or a pause takes nothing from a minute that was granted; only words end it.
  const stirred = { silence: { sinceMs: Math.max(nowMs, state.silence.sinceMs), nudges: 0 } };
  const spoke = { silence: { sinceMs: nowMs, nudges: 0 } };
  switch (event.type) {
    case 'InterviewOpened':
      return {};
    case 'InterviewForked':
      return forked(state, event, at);
    case 'CandidateSpoke': {
      const namesRate = ratesAnswered(event.text, state.turns.at(-1)).length > 0;
      return {
        ...spoke,
        turns: [...state.turns, turnOf(state, nowMs, event.turn, 'candidate', event.text)],
        nextTurn: Math.max(state.nextTurn, event.turn + 1),
        // A board that lacked nothing but its load can be run when somebody says it.
        unrunnable: namesRate ? [] : state.unrunnable,
        lacks: namesRate ? undefined : state.lacks,
        lacksRate: state.lacksRate && !namesRate,
        awaiting: state.closing ? state.awaiting : [...state.awaiting, { kind: 'hear', turn: event.turn }],
        phase: state.phase && { ...state.phase, exchanges: state.phase.exchanges + 1 },
      };
    }
    case 'BoardChanged': {
      const board = applyOperations(state.board, event.operations);
      return isMisfit(board)
        ? stirred
        : {
            ...stirred,
            board,
            boards: state.boards + 1,
            lacks: undefined,
            threads: [...state.threads, ...drawnThreads(state.board, board, state.nextTurn)],
          };
    }
    case 'PresenceShown':
      return stirred;
    case 'HelpRequested':
    case 'NextPhaseRequested':
    case 'EndRequested':
      return spoke;
    case 'ClockPaused':
      return { status: 'paused', clock: stopped(state.clock, Math.min(at, event.since ?? at)) };
    case 'ClockResumed':
      return { status: 'running', clock: going(state.clock, at), ...stirred };
    case 'PaceChanged':
      return { terms: { ...state.terms, pace: event.pace } };
    case 'ConsentRecorded':
      return { consents: { ...state.consents, [event.to]: event.given } };
    case 'NoteWritten':
    case 'ReadingContested':
    case 'MakeReplaced':
    case 'RunTold':
      return {};
    case 'FindingsRead':
      return {
        awaiting: state.awaiting.filter((work) => work.kind !== 'hear' || work.turn !== event.turn),
        heard: [...state.heard, ...event.findings.map((finding) => ({ ...finding, turn: event.turn }))],
        heardTurns: [...state.heardTurns, event.turn],
        shown: deepest(state.shown, event.findings),
        explained: withExplained(state.explained, textOf(state.turns, event.turn), event.findings),
        threads: withSaid(state.threads, state, event.turn, event.findings),
      };
    case 'RunWanted':
      return {
        awaiting: [...state.awaiting, { kind: 'run', wanted: event }],
        // A load that is named at the board is as good as said.
        ...(event.rps === undefined ? {} : { load: event.rps, unrunnable: [], lacksRate: false }),
      };
    case 'RunFailed':
      return {
        unrunnable: [...state.unrunnable, event.boards],
        lacks: event.reason,
        lacksRate: event.reason === NO_RATE,
        awaiting: state.awaiting.filter(
          (work) =>
            work.kind !== 'run' ||
            work.wanted.boards !== event.boards ||
            (event.twist !== undefined && work.wanted.twist !== event.twist),
        ),
      };
    case 'RunRead':
      return {
        runs: [...state.runs, event.run],
        reports: [...state.reports, event],
        lacks: undefined,
        // In closed form it is a first answer: the run itself is still awaited.
        awaiting:
          event.engine === 'analytic'
            ? state.awaiting
            : state.awaiting.filter((work) => work.kind !== 'run' || !isOf(event, work.wanted)),
      };
    case 'DebriefRead':
      return {
        debriefs: [...state.debriefs, event.debrief],
        awaiting: state.awaiting.filter(({ kind }) => kind !== 'assess'),
      };
    case 'PhaseEntered': {
      const index = state.plan.phases.findIndex(({ id }) => id === event.phase);
      return index < 0
        ? {}
        : {
            inARow: 0,
            diveQuestions: 0,
            phase: { index, enteredMs: nowMs, exchanges: 0, question: undefined },
          };
    }
    case 'MoveChosen':
      return moveChosen(state, event, nowMs);
    case 'LineSaid':
      return lineSaid(state, event, nowMs);
    case 'FactRevealed':
      return { revealed: [...new Set([...state.revealed, event.fact])] };
    case 'HintGiven':
      return { hints: { ...state.hints, [event.item]: Math.max(event.rung, state.hints[event.item] ?? 0) } };
    case 'TwistIntroduced':
      return { twists: [...new Set([...state.twists, event.twist])] };
    case 'AssumptionHeld': {
      const { assume: _settled, ...about } = state.askedAbout ?? {};
      return { askedAbout: about };
    }
    case 'TimeGranted':
      return { silence: { sinceMs: Math.max(nowMs, event.untilMs), nudges: 0 } };
    case 'InterviewClosed':
      return {
        status: 'closed',
        closing: true,
        clock: stopped(state.clock, at),
        // Nobody is waited for any more but the debrief.
        awaiting: [{ kind: 'assess' }],
      };
  }
};

const moveChosen = (state: Interview, event: EventOf<'MoveChosen'>, nowMs: number): Partial<Interview> => {
  const { question, phase, item } = event.about;
  const current = plannedPhase(state)?.id;
  return {
    nextTurn: Math.max(state.nextTurn, event.turn + 1),
    awaiting: [...state.awaiting, { kind: 'say', chosen: event }],
    heard: [],
    heardTurns: [],
    timeCued: state.timeCued || event.move === 'time-cue',
    closing: state.closing || event.move === 'close',
    silence: silenceAfter(state, event, nowMs),
    askedAbout: ASKS_NOTHING.has(event.move) ? state.askedAbout : event.about,
    ...followedUp(state, event),
    ...lookedAt(state, event),
    ...(item === undefined ? {} : { probed: [...new Set([...state.probed, item])] }),
    ...(question === undefined
      ? {}
      : {
          asked: [...new Set([...state.asked, `${phase ?? current}/${question}`])],
          phase: state.phase && { ...state.phase, question },
        }),
  };
};

/** How far the ways of looking at an area were given. */
const lookedAt = (
  { hints }: Interview,
  { about: { area, rung } }: EventOf<'MoveChosen'>,
): Partial<Interview> =>
  area === undefined || rung === undefined
    ? {}
    : { hints: { ...hints, [`area/${area}`]: Math.max(rung, hints[`area/${area}`] ?? 0) } };

/** What a move takes up, and what it begins. */
const followedUp = (state: Interview, { move, about }: EventOf<'MoveChosen'>): Partial<Interview> => {
  const { quote, component, follows, area, challenge, run } = about;
  const taken = [quote, component].filter((one) => one !== undefined);
  const asks = !ASKS_NOTHING.has(move);
  // A way back to the system names an area, too: that is no dive into it.
  const dive = move === 'probe-gap' && area !== state.dives.at(-1) ? area : undefined;
  return {
    taken: taken.length > 0 ? [...state.taken, ...taken] : state.taken,
    inARow: asks ? (taken.length > 0 ? state.inARow + 1 : 0) : state.inARow,
    followed:
      follows === undefined
        ? state.followed
        : { ...state.followed, [follows]: (state.followed[follows] ?? 0) + 1 },
    dives: dive === undefined ? state.dives : [...state.dives, dive],
    diveQuestions: dive === undefined ? state.diveQuestions + (asks ? 1 : 0) : 1,
    challenged: challenge === undefined ? state.challenged : [...state.challenged, challenge],
    reported: run === undefined ? state.reported : [...state.reported, run],
  };
};

/** The board, and the twist or the load, that a run was wanted of. */
export const isOf = (run: EventOf<'RunRead'>, wanted: EventOf<'RunWanted'>): boolean =>
  run.boards === wanted.boards && run.twist === wanted.twist && run.rps === wanted.rps;

/** What stands asked stands on when these are said. */
const ASKS_NOTHING: ReadonlySet<Move> = new Set([
  'wait',
  'decline',
  'time-cue',
  'repeat',
  'rephrase',
  'answer-fact',
  'acknowledge',
  'concede',
  'set-expectations',
]);

const DEPTHS: readonly Depth[] = ['named', 'explained', 'weighed', 'owned'];

const deepest = (shown: Interview['shown'], findings: readonly Finding[]): Interview['shown'] => {
  const next: Record<string, Depth> = { ...shown };
  for (const finding of findings) {
    if (finding.kind !== 'concept') continue;
    const before = next[finding.concept];
    if (!before || DEPTHS.indexOf(before) < DEPTHS.indexOf(finding.depth))
      next[finding.concept] = finding.depth;
  }
  return next;
};

/** What is said into a silence, and the clock's own words, do not end it. */
const silenceAfter = (
  { silence }: Interview,
  { move, about }: EventOf<'MoveChosen'>,
  nowMs: number,
): Silence => {
  if (about.afterSilenceMs !== undefined) return { ...silence, nudges: silence.nudges + 1 };
  if (move === 'time-cue') return silence;
  return { sinceMs: Math.max(nowMs, silence.sinceMs), nudges: 0 };
};

const lineSaid = (state: Interview, event: EventOf<'LineSaid'>, nowMs: number): Partial<Interview> => {
  const work = state.awaiting.find((one) => one.kind === 'say' && one.chosen.turn === event.turn);
  const text = event.parts.map((part) => part.text).join('');
  const core = event.parts.flatMap((part) => (part.source === 'line' ? [] : [part.text])).join(' ');
  const said = { ...turnOf(state, nowMs, event.turn, 'interviewer', text), core };
  const chosen = work?.kind === 'say' ? work.chosen : undefined;
  const interrupts = chosen?.move === 'time-cue' || chosen?.about.afterSilenceMs !== undefined;
  return {
    turns: [...state.turns, chosen ? { ...said, move: chosen.move } : said],
    awaiting: state.awaiting.filter((one) => one !== work),
    silence: interrupts
      ? state.silence
      : { ...state.silence, sinceMs: Math.max(nowMs, state.silence.sinceMs) },
  };
};

const turnOf = (
  state: Interview,
  atMs: number,
  turn: number,
  speaker: Turn['speaker'],
  text: string,
): Turn => ({
  turn,
  speaker,
  text,
  atMs,
  phase: plannedPhase(state)?.id,
});

const forked = (
  state: Interview,
  { from, version, stoodAt }: EventOf<'InterviewForked'>,
  at: Instant,
): Partial<Interview> => {
  const forkedFrom = { interview: from, version };
  if (state.status === 'closed') return { forkedFrom };
  const clock = going(state.clock, at, stoodAt);
  return { status: 'running', clock, silence: { sinceMs: interviewMs(clock, at), nudges: 0 }, forkedFrom };
};
