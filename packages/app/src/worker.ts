/**
 * Does what interviews wait for: hears words, words moves, and reports. Which work there is stands in the folded
 * state, so that any process may take it up after a crash; reports carry ids made of the turn, so that work done
 * twice is recorded once.
 */
import { assess, ASSESSOR } from '@dryrun/assessor';
import { CommandId } from '@dryrun/domain';
import type { Action, Hear, HeldContent, InterviewId, Say } from '@dryrun/domain';
import { builtInSay, exchangeOf, hasBegun, hearContextOf, wordingOf } from '@dryrun/interview';
import type { Interview, Work } from '@dryrun/interview';
import { builtInHear } from '@dryrun/listener';
import { contentOf } from './live.ts';
import { answerOf } from './stand-in.ts';
import type { Writer } from './writer.ts';
import type { EventStore } from '@dryrun/store';

export type Makes = { readonly hear?: Hear; readonly say?: Say };

export const createWorker = (store: EventStore, writer: () => Writer, makes: Makes) => {
  const working = new Map<InterviewId, Promise<void>>();

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
    let { state, content } = await writer().load(interview);
    for (;;) {
      const next = hasBegun(state) ? state.awaiting[0] : undefined;
      if (!next || !hasBegun(state) || !content) return;
      const report = await reportOf(interview, state, next, content);
      await writer().submit(interview, reportId(next), report);
      const { version } = state;
      ({ state, content } = await writer().load(interview));
      // Refused, or of no effect: somebody else is at it, or the clock stands. The scheduler looks again.
      if (state.version === version) return;
    }
  };

  const reportOf = async (
    interview: InterviewId,
    state: Interview,
    work: Work,
    content: HeldContent,
  ): Promise<Action> => {
    if (work.kind === 'assess') return assessed(store, interview, state);
    if (work.kind === 'hear') {
      const exchange = exchangeOf(state, work.turn);
      const context = hearContextOf(state, content);
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
      while (working.size > 0) await Promise.allSettled(working.values());
    },
  };
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

const reportId = (work: Work): CommandId => {
  switch (work.kind) {
    case 'hear':
      return CommandId.parse(`hear:${work.turn}`);
    case 'say':
      return CommandId.parse(`say:${work.chosen.turn}`);
    case 'assess':
      return CommandId.parse('assess');
  }
};
