/**
 * An interview in memory: its folded state, the content it is held with, and which commands it has applied. Only a
 * copy of what the store has; thrown away at any doubt.
 */
import type { CommandId, ContentHash, HeldContent, InterviewId, StoredEvent } from '@dryrun/domain';
import { folded, hasBegun, notBegun } from '@dryrun/interview';
import type { Interview, InterviewState } from '@dryrun/interview';
import type { EventStore, Summary } from '@dryrun/store';

export type Live = {
  readonly state: InterviewState;
  readonly content: HeldContent | undefined;
  readonly applied: ReadonlyMap<CommandId, Versions>;
};
export type Versions = { readonly from: number; readonly to: number };

const unborn: Live = { state: notBegun, content: undefined, applied: new Map() };

/** What is live with the events after it. */
export const caughtUp = async (
  store: EventStore,
  interview: InterviewId,
  live: Live = unborn,
): Promise<Live> => {
  const events = await store.read(interview, live.state.version);
  if (events.length === 0) return live;
  const state = folded(events, live.state);
  const content = live.content ?? (hasBegun(state) ? await contentOf(store, state.content) : undefined);
  return { state, content, applied: withCommands(live.applied, events) };
};

export const contentOf = async (store: EventStore, hash: ContentHash): Promise<HeldContent> => {
  const text = await store.getContent(hash);
  if (text === undefined) {
    throw new Error(
      `The content ${hash} that an interview was held with is not in the store: the database lost it.`,
    );
  }
  return parseContent(text);
};

const parsedBefore = new Map<string, HeldContent>();
/** Most interviews are held with the same content, and what is indexed of it should be indexed once. */
const KEPT_MOST = 4;

/** Content in the store was written by us and is named by its hash: its shape is known. */
export const parseContent = (text: string): HeldContent => {
  const before = parsedBefore.get(text);
  if (before) return before;
  const parsed = withSharedVocabulary(JSON.parse(text));
  const [oldest] = parsedBefore.keys();
  if (parsedBefore.size >= KEPT_MOST && oldest !== undefined) parsedBefore.delete(oldest);
  parsedBefore.set(text, parsed);
  return parsed;
};

let shared: { readonly text: string; readonly vocabulary: HeldContent['vocabulary'] } | undefined;

/** Systems differ in their sheets and not in the words of the trade: one copy of them is kept, and indexed once. */
const withSharedVocabulary = (content: HeldContent): HeldContent => {
  const text = JSON.stringify(content.vocabulary ?? []);
  if (shared?.text !== text) shared = { text, vocabulary: content.vocabulary };
  return { ...content, vocabulary: shared.vocabulary };
};

/** Where the clock of a version that an interview is in has its place on lists. */
export const summaryOf = (state: Interview): Summary => ({
  system: state.terms.system,
  title: state.plan.title,
  level: state.terms.level,
  format: state.terms.format,
  status: state.status,
  startedAt: state.clock.startedAt,
});

const withCommands = (applied: Live['applied'], events: readonly StoredEvent[]): Live['applied'] => {
  const commands = new Map(applied);
  for (const { command, version } of events) {
    commands.set(command, { from: commands.get(command)?.from ?? version, to: version });
  }
  return commands;
};
