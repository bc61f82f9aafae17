/**
 * The use cases: the only place where the parts meet and time enters. Server and terminal call these and nothing
 * below; each answers with an outcome, never with a stored event.
 */
import { createHash } from 'node:crypto';
import { assess, closingSummary } from '@dryrun/assessor';
import { CommandId, Debrief, InterviewId, LOG_SCHEMA } from '@dryrun/domain';
import type {
  CandidateAction,
  ContentHash,
  EventOf,
  IdeaNames,
  Move,
  MoveSubject,
  StoredEvent,
  Terms,
} from '@dryrun/domain';
import { hold } from '@dryrun/content';
import type { Catalogue } from '@dryrun/content';
import { beliefsOf, decide, folded, hasBegun, publish, viewAt } from '@dryrun/interview';
import type { Belief, PublicEvent, View } from '@dryrun/interview';
import type { EventStore } from '@dryrun/store';
import { branchesOf, createListing } from './branches.ts';
import type { Branch, Entry } from './branches.ts';
import { exportAs } from './export/export-as.ts';
import type { Exported, ExportWish } from './export/export-as.ts';
import { namesIn } from './debrief-names.ts';
import { contentOf, summaryOf } from './live.ts';
import { done, refused } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { referenceOf } from './reference.ts';
import type { Reference } from './reference.ts';
import { saidIn } from './said-in.ts';
import type { SaidIn } from './said-in.ts';
import { createScheduler } from './scheduler.ts';
import { branchesFromOpen, exportFrom, FROM_OPEN, importInto } from './transfer.ts';
import type { Imported, InterviewFile } from './transfer.ts';
import { assessed, createWorker } from './worker.ts';
import type { Makes } from './worker.ts';
import type { World } from './world.ts';
import { createWriter } from './writer.ts';
import type { Writer } from './writer.ts';
import type { Versions } from './live.ts';

export type AppParts = {
  readonly store: EventStore;
  readonly catalogue: Catalogue;
  readonly world: World;
  readonly makes?: Makes;
  /** Told of what went wrong where nobody waits for an answer. */
  readonly onFault?: (fault: unknown) => void;
};

/** What somebody asks for when opening an interview; what is left out is chosen here. */
export type Wish = Pick<Terms, 'system' | 'level' | 'format'> &
  Partial<Omit<Terms, 'system' | 'level' | 'format'>>;

export type App = ReturnType<typeof createApp>;

export type Reason = {
  readonly version: number;
  readonly move: Move;
  readonly about: MoveSubject;
  readonly reason: string;
  readonly weighed?: EventOf<'MoveChosen'>['weighed'];
  /** What had been shown by then, by dimension: unprompted, prompted, hinted. */
  readonly beliefs?: readonly Belief[];
};

export type NamedDebrief = {
  readonly debrief: Debrief;
  readonly hash: ContentHash;
  readonly names: IdeaNames;
};

export const createApp = ({ store, catalogue, world, makes = {}, onFault = () => {} }: AppParts) => {
  const writer: Writer = createWriter(store, world, (interview) => {
    worker.take(interview).catch(onFault);
  });
  const worker = createWorker(store, () => writer, makes, catalogue.palette, onFault);
  const scheduler = createScheduler(
    store,
    world,
    async (interview, id) => {
      await writer.submit(interview, id, { type: 'Wake' });
      worker.take(interview).catch(onFault);
    },
    onFault,
  );

  const listing = createListing(store);

  /** A client's ids have a room of their own: none can be taken for one of the worker's. */
  const ofClient = (command: string = world.newName()) => CommandId.parse(`c:${command}`);
  const exists = async (interview: InterviewId) => (await store.read(interview)).length > 0;
  const unknown = (interview: string) =>
    refused('unknown-interview', `There is no interview “${interview}” here.`);

  /** The newest debrief of a closed interview, with the name under which it is kept, and those of its ideas. */
  const namedDebrief = async (interview: InterviewId): Promise<Outcome<NamedDebrief>> => {
    let { state } = await writer.load(interview);
    if (!hasBegun(state)) return unknown(interview);
    if (await branchesFromOpen(store, state)) return refused('still-open', FROM_OPEN);
    if (state.status !== 'closed') {
      return refused('not-closed', 'The debrief is written when the interview is closed: end it first.');
    }
    if (state.debriefs.length === 0) {
      await worker.take(interview);
      ({ state } = await writer.load(interview));
    }
    const hash = hasBegun(state) ? state.debriefs.at(-1) : undefined;
    const text = hash && (await store.getContent(hash));
    if (!hasBegun(state) || !hash || !text)
      return refused('not-written', 'The debrief is being written: ask again in a moment.');
    const read = Debrief.parse(JSON.parse(text));
    return done({ debrief: read, hash, names: namesIn(read, await contentOf(store, state.content)) });
  };

  /** The newest debrief of a closed interview. */
  const debrief = async (interview: InterviewId): Promise<Outcome<Debrief>> => {
    const outcome = await namedDebrief(interview);
    return outcome.done ? done(outcome.value.debrief) : outcome;
  };

  return {
    catalogue,

    /** Wakes whom a stopped program left due, then keeps time. */
    start: () => scheduler.start(),

    stop: async () => {
      await scheduler.stop();
      await worker.settled();
      await store.close();
    },

    /** All that was asked of the makes so far has been answered. */
    settled: () => worker.settled(),

    open: async (wish: Wish, sent?: CommandId): Promise<Outcome<{ interview: InterviewId }>> => {
      const command = ofClient(sent);
      const held = hold(catalogue, wish);
      if ('code' in held) return { done: false, refusal: held };
      const terms: Terms = {
        mode: 'real',
        persona: 'neutral',
        focus: [],
        pace: 1,
        seed: world.newSeed(),
        ...wish,
      };
      // Named after the command, so that a command sent twice opens one interview.
      const interview = interviewNamed('open', command);
      const content = await store.putContent(JSON.stringify(held.content));
      const outcome = await writer.submit(interview, command, {
        type: 'OpenInterview',
        terms,
        content,
        plan: held.plan,
      });
      return outcome.done ? done({ interview }) : outcome;
    },

    send: async (
      interview: InterviewId,
      action: CandidateAction,
      sent?: CommandId,
    ): Promise<Outcome<Versions>> => {
      const outcome = await writer.submit(interview, ofClient(sent), action);
      return !outcome.done && outcome.refusal.code === 'not-open' ? unknown(interview) : outcome;
    },

    view: async (
      interview: InterviewId,
      until?: { version: number } | { at: number },
    ): Promise<View | undefined> => {
      const events = await store.read(interview);
      if (events.length === 0) return undefined;
      void worker.take(interview).catch(onFault);
      return viewAt(events, until ?? { version: events.length });
    },

    /** What becomes visible after a version, for as long as the caller listens. */
    follow: async function* (
      interview: InterviewId,
      after: number,
      signal: AbortSignal,
    ): AsyncGenerator<PublicEvent> {
      worker.take(interview).catch(onFault);
      for await (const event of store.follow(interview, after, signal)) {
        const published = publish(event);
        if (published) yield published;
      }
    },

    /** Another interview that begins like this one did, up to a version: “answer again from this moment”. */
    fork: async (
      interview: InterviewId,
      version: number,
      sent?: CommandId,
    ): Promise<Outcome<{ interview: InterviewId }>> => {
      const command = ofClient(sent);
      const events = await store.read(interview);
      if (events.length === 0) return unknown(interview);
      if (!Number.isInteger(version) || version < 1 || version > events.length) {
        return refused(
          'no-such-version',
          `Expected a version from 1 to ${events.length} of this interview; found ${version}.`,
        );
      }
      if (events.some((event) => event.command === command)) {
        return refused(
          'command-used',
          `The command “${command}” did something else in this interview: choose another id.`,
        );
      }
      const fork = interviewNamed(`fork ${interview}`, command);
      const begun = events.slice(0, endOfBatch(events, version));
      const state = folded(begun);
      if (!hasBegun(state)) return unknown(interview);
      const action = { type: 'ForkInterview', from: interview, version: begun.length } as const;
      const content = await contentOf(store, state.content);
      const decision = decide({ id: command, at: world.now(), action }, state, content);
      if (decision.kind === 'refused') return { done: false, refusal: decision.refusal };
      if (!hasBegun(decision.state)) return unknown(interview);

      const added = decision.events.map(
        (event, index): StoredEvent => ({
          interview: fork,
          version: begun.length + index + 1,
          at: decision.at,
          command,
          schema: LOG_SCHEMA,
          event,
        }),
      );
      const copied = begun.map((event) => ({ ...event, interview: fork }));
      const adopted = await store.adopt([...copied, ...added], decision.wakeAt, summaryOf(decision.state));
      if (adopted.kind !== 'appended') {
        // The same command made a fork before: this one, or another.
        const before = await store.read(fork);
        const made = before.find(({ event }) => event.type === 'InterviewForked')?.event;
        if (made?.type !== 'InterviewForked' || made.version !== begun.length) {
          return refused('command-used', `The command made a fork from another version: choose another id.`);
        }
      }
      worker.take(fork).catch(onFault);
      return done({ interview: fork });
    },

    branches: (interview: InterviewId): Promise<Outcome<readonly Branch[]>> => branchesOf(store, interview),

    debrief,

    namedDebrief,

    /** What the interviewer of a closed interview knew all along: as it was held with, and the designs of today. */
    reference: async (interview: InterviewId): Promise<Outcome<Reference>> => {
      const { state } = await writer.load(interview);
      if (!hasBegun(state)) return unknown(interview);
      if (await branchesFromOpen(store, state)) return refused('still-open', FROM_OPEN);
      if (state.status !== 'closed') {
        return refused('not-closed', 'The reference is shown when the interview is closed: end it first.');
      }
      const { sheet } = await contentOf(store, state.content);
      return done(referenceOf(sheet, catalogue.references[state.terms.system]));
    },

    /** In which interviews any of these words were said, by either side. */
    said: (words: string): Promise<readonly SaidIn[]> => saidIn(store, words),

    /** What the interviewer says of the whole at the end: no scores, bands or levels. */
    closingSummary: async (interview: InterviewId): Promise<string> => {
      const { state } = await writer.load(interview);
      if (!hasBegun(state)) return '';
      const read = assess(await store.read(interview), await contentOf(store, state.content));
      return read ? closingSummary(read) : '';
    },

    /**
     * Why the interviewer did what it did after a version: each move with its reason. For whoever looks into the
     * interviewer, on their own machine; no candidate's client is ever handed it.
     */
    reasons: async (interview: InterviewId, after = 0): Promise<readonly Reason[]> => {
      const events = await store.read(interview);
      const { state } = await writer.load(interview);
      const content = hasBegun(state) ? await contentOf(store, state.content) : undefined;
      return events.slice(after).flatMap(({ version, event }) => {
        if (event.type !== 'MoveChosen') return [];
        const { move, about, reason, weighed } = event;
        if (!weighed || !content) return [{ version, move, about, reason }];
        const then = folded(events.slice(0, version - 1));
        const beliefs = hasBegun(then) ? beliefsOf(then, content) : [];
        return [{ version, move, about, reason, weighed, beliefs }];
      });
    },

    /** A new reading of the same facts, added to the log. */
    reassess: async (interview: InterviewId, sent?: CommandId): Promise<Outcome<Versions>> => {
      const { state } = await writer.load(interview);
      if (!hasBegun(state)) return unknown(interview);
      return writer.submit(interview, ofClient(sent), await assessed(store, interview, state));
    },

    export: (interview: InterviewId): Promise<Outcome<InterviewFile>> => exportFrom(store, interview),
    exportAs: (interview: InterviewId, asked: ExportWish): Promise<Outcome<Exported>> =>
      exportAs(store, interview, asked, () => namedDebrief(interview)),
    import: (document: unknown): Promise<Outcome<Imported>> => importInto(store, document),
    list: (): Promise<readonly Entry[]> => listing(),
    exists,

    remove: async (interview: InterviewId): Promise<Outcome<{ interview: InterviewId }>> => {
      writer.forget(interview);
      return (await store.delete(interview)) ? done({ interview }) : unknown(interview);
    },
  };
};

/** What one command made belongs together: nobody branches from the middle of it. */
const endOfBatch = (events: readonly StoredEvent[], version: number): number => {
  const command = events[version - 1]?.command;
  let end = version;
  while (events[end]?.command === command && end < events.length) end++;
  return end;
};

const interviewNamed = (how: string, command: CommandId): InterviewId =>
  InterviewId.parse(createHash('sha256').update(`${how} ${command}`).digest('hex').slice(0, 16));
