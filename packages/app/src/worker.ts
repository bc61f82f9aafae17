/**
 * Does what interviews wait for: hears words, words moves, and reports. Which work there is stands in the folded
 * state, so that any process may take it up after a crash; reports carry ids made of the turn, so that work done
 * twice is recorded once.
 */
import { assess, ASSESSOR } from '@dryrun/assessor';
import { CommandId } from '@dryrun/domain';
import type { Action, Hear, HeldContent, InterviewId, Palette, Say } from '@dryrun/domain';
import { builtInSay, exchangeOf, hasBegun, hearContextOf, isOf, wordingOf } from '@dryrun/interview';
import type { Interview, Work } from '@dryrun/interview';
import { builtInHear } from '@dryrun/listener';
import { boardAs, calculated, SIMULATOR, simulated } from './board-run.ts';
import type { BoardRun } from './board-run.ts';
import { contentOf } from './live.ts';
import { answerOf } from './stand-in.ts';
import type { Writer } from './writer.ts';
import type { EventStore } from '@dryrun/store';

export type Makes = { readonly hear?: Hear; readonly say?: Say };

export const createWorker = (
  store: EventStore,
  writer: () => Writer,
  makes: Makes,
  palette: Palette,
  onFault: (fault: unknown) => void,
) => {
  const working = new Map<InterviewId, Promise<void>>();
  /** Boards that are being simulated, by interview and board: nobody's words wait for one. */
  const running = new Map<string, Promise<void>>();

  /** Whoever is about to find nothing more to do looks once more when something came in between. */
  const calledAgain = new Set<InterviewId>();
  const workWhileCalled = async (interview: InterviewId): Promise<void> => {
    try {
      while (calledAgain.delete(interview)) await workOn(interview);
    } finally {
      working.delete(interview);
    }
  };

  const workOn = async (interview: InterviewId): Promise<void> => {
    for (;;) {
      const { state, content } = await writer().load(interview);
      if (!hasBegun(state) || !content) return;
      for (const work of state.awaiting) if (work.kind === 'run') simulate(interview, state, work, content);
      // A run is first answered in closed form, at once; then it is at work beside the words. What is to be said is said before.
      const next =
        state.awaiting.find(({ kind }) => kind === 'say') ??
        state.awaiting.find((work) => work.kind !== 'run' || !isCalculated(state, work));
      if (!next) return getReady(state, content);
      const report = await reportOf(interview, state, next, content);
      await writer().submit(interview, reportId(next, report, state), report);
      // Refused, or of no effect: somebody else is at it, or the clock stands. The scheduler looks again.
      if ((await writer().load(interview)).state.version === state.version) return;
    }
  };

  const reportOf = async (
    interview: InterviewId,
    state: Interview,
    work: Work,
    content: HeldContent,
  ): Promise<Action> => {
    if (work.kind === 'assess') return assessed(store, interview, state);
    if (work.kind === 'run') {
      // A board that was changed since is asked for again.
      const board =
        state.boards === work.wanted.boards
          ? boardAs(work.wanted, state, content, palette)
          : 'The board was changed since.';
      return typeof board === 'string'
        ? { type: 'ReportNoRun', boards: work.wanted.boards, twist: work.wanted.twist, reason: board }
        : runReport(work, calculated(board, palette));
    }
    if (work.kind === 'hear') {
      const exchange = exchangeOf(state, work.turn);
      const context = hearContextOf(state, content, work.turn);
      const { hear } = makes;
      const { make, answer, replaced } = await answerOf(
        { make: builtInHear.make, run: () => (exchange ? builtInHear.hear(exchange, context) : []) },
        hear && exchange && { make: hear.make, run: async (signal) => hear.hear(exchange, context, signal) },
      );
      return { type: 'ReportFindings', turn: work.turn, make, findings: answer, replaced };
    }
    const wording = wordingOf(state, work, content);
    const { say } = makes;
    const { make, answer, replaced } = await answerOf(
      { make: builtInSay.make, run: () => builtInSay.say(wording) },
      say && { make: say.make, run: async (signal) => say.say(wording, signal) },
    );
    return { type: 'ReportLine', turn: work.chosen.turn, make, parts: answer, replaced };
  };

  const runReport = async (
    { wanted }: RunWork,
    { report, ...run }: BoardRun,
  ): Promise<Extract<Action, { type: 'ReportRun' }>> => ({
    type: 'ReportRun',
    run: await store.putContent(JSON.stringify(report)),
    make: SIMULATOR,
    twist: wanted.twist,
    boards: wanted.boards,
    rps: wanted.rps,
    ...run,
  });

  /** Runs a board that was calculated already, once however often it is asked for. */
  const simulate = (interview: InterviewId, state: Interview, work: RunWork, content: HeldContent): void => {
    const key = `${interview} ${runName(work)}`;
    if (running.has(key) || !isCalculated(state, work) || state.boards !== work.wanted.boards) return;
    const board = boardAs(work.wanted, state, content, palette);
    if (typeof board === 'string') return;
    const run = simulated(board, palette, state.terms.seed)
      .then((done) => runReport(work, done))
      .then((report) => writer().submit(interview, CommandId.parse(`run:${runName(work)}`), report))
      .then(
        () => {},
        (fault: unknown) => onFault(fault),
      )
      .finally(() => running.delete(key));
    running.set(key, run);
  };

  return {
    /** Starts on an interview's work unless somebody here is at it already. */
    take: (interview: InterviewId): Promise<void> => {
      calledAgain.add(interview);
      const begun = working.get(interview);
      if (begun) return begun;
      const work = workWhileCalled(interview);
      working.set(interview, work);
      return work;
    },
    /** All work that is under way has been reported. */
    settled: async (): Promise<void> => {
      while (working.size + running.size > 0)
        await Promise.allSettled([...working.values(), ...running.values()]);
    },
  };
};

const ready = new WeakSet<HeldContent>();

/** The words of the trade are looked through while the opening is read, with the task for an answer: nobody's first words wait for it. */
const getReady = (state: Interview, content: HeldContent): void => {
  if (state.status === 'closed' || ready.has(content)) return;
  ready.add(content);
  const answer = { turn: 0, speaker: 'candidate', text: content.system.prompt } as const;
  builtInHear.hear({ asked: undefined, answer }, hearContextOf(state, content, answer.turn));
};

/** The debrief of a closed interview, stored by its hash. The same reading again is the same debrief. */
export const assessed = async (
  store: EventStore,
  interview: InterviewId,
  state: Interview,
): Promise<Extract<Action, { type: 'ReportDebrief' }>> => {
  const debrief = assess(await store.read(interview), await contentOf(store, state.content));
  return { type: 'ReportDebrief', debrief: await store.putContent(JSON.stringify(debrief)), make: ASSESSOR };
};

const reportId = (work: Work, report: Action, { version }: Interview): CommandId => {
  // What cannot be run now may be wanted again, and run then.
  if (report.type === 'ReportNoRun') return CommandId.parse(`no-run:${version}`);
  switch (work.kind) {
    case 'hear':
      return CommandId.parse(`hear:${work.turn}`);
    case 'say':
      return CommandId.parse(`say:${work.chosen.turn}`);
    case 'run':
      return CommandId.parse(`calculated:${runName(work)}`);
    case 'assess':
      return CommandId.parse('assess');
  }
};

type RunWork = Extract<Work, { kind: 'run' }>;

/** Of the same board there may be several: under the twist, and as it is under one load and another. */
const runName = ({ wanted: { boards, twist, rps } }: RunWork): string =>
  twist === undefined ? `${boards}:own:${rps ?? 'drawn'}` : `${boards}:${twist}`;

const isCalculated = ({ reports }: Interview, { wanted }: RunWork): boolean =>
  reports.some((report) => isOf(report, wanted));
