/**
 * An interview as a file: its events and the contents they name, so that it opens anywhere and for ever. What comes
 * in is checked as if a stranger had written it.
 */
import { assess } from '@dryrun/assessor';
import { Debrief, InterviewId, LOG_SCHEMA, StoredEvent } from '@dryrun/domain';
import type { ContentHash, HeldContent, InterviewEvent, Level } from '@dryrun/domain';
import { folded, hasBegun, wakeAt } from '@dryrun/interview';
import type { InterviewState } from '@dryrun/interview';
import { hashOf } from '@dryrun/store';
import type { EventStore } from '@dryrun/store';
import { z } from 'zod';
import { summaryOf } from './live.ts';
import { done, refused } from './outcome.ts';
import type { Outcome } from './outcome.ts';

export const FORMAT = 'dryrun-interview';
const FORMAT_VERSION = 1;

export const InterviewFile = z.strictObject({
  format: z.literal(FORMAT),
  formatVersion: z.literal(FORMAT_VERSION),
  interview: InterviewId,
  events: z.array(StoredEvent).min(1).max(100_000),
  contents: z.record(z.string(), z.string()),
});
export type InterviewFile = z.infer<typeof InterviewFile>;

export const exportFrom = async (
  store: EventStore,
  interview: InterviewId,
): Promise<Outcome<InterviewFile>> => {
  const events = await store.read(interview);
  if (events.length === 0) return refused('unknown-interview', `There is no interview “${interview}”.`);
  const state = folded(events);
  if (await branchesFromOpen(store, state)) return refused('still-open', FROM_OPEN);
  if (state.status !== 'closed') {
    return refused(
      'still-open',
      'An interview can be exported once it is closed: until then the file would hold what you are not to see yet. End it first.',
    );
  }
  const contents: Record<string, string> = {};
  for (const hash of contentsNamed(events.map(({ event }) => event))) {
    const text = await store.getContent(hash);
    if (text !== undefined) contents[hash] = text;
  }
  return done({ format: FORMAT, formatVersion: FORMAT_VERSION, interview, events: [...events], contents });
};

/** Checked as if a stranger had written it: whole, consistent, and held to its end. */
const readFile = (document: unknown): Outcome<InterviewFile> => {
  const newer = newerThanKnown(document);
  if (newer) return refused('newer-file', newer);
  if (!isOurs(document))
    return refused('not-an-interview', 'This is not an exported interview: Dryrun did not write it.');
  const parsed = InterviewFile.safeParse(document);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue && issue.path.length > 0 ? ` at “${issue.path.join('.')}”` : '';
    return notWhole(`${issue?.message ?? 'It cannot be read'}${where}.`);
  }
  const file = parsed.data;
  const wrong = inconsistency(file);
  if (wrong) return notWhole(wrong);

  if (folded(file.events).status !== 'closed') return notWhole('It does not go on to the interview’s end.');
  return done(file);
};

const notWhole = (why: string) =>
  refused(
    'not-an-interview',
    `This is an exported interview, but it was changed since, or part of it is missing. ${why}`,
  );

const isOurs = (document: unknown): boolean =>
  typeof document === 'object' && document !== null && 'format' in document && document.format === FORMAT;

/** The text of an exported interview; undefined where it is something else. */
export const readExported = (text: string): Outcome<InterviewFile> | undefined => {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isOurs(document) ? readFile(document) : undefined;
};

/** Judged by its own log, with what it was held with; for another level, if that is asked for. */
export const assessExported = (
  { events, contents }: InterviewFile,
  { level, scenario }: { readonly level?: Level | undefined; readonly scenario?: string | undefined },
): Outcome<Debrief> => {
  const opened = events.find(({ event }) => event.type === 'InterviewOpened')?.event;
  if (opened?.type !== 'InterviewOpened')
    return refused('not-an-interview', 'Expected a log that begins with its opening; found none.');
  if (scenario !== undefined && scenario !== opened.terms.system)
    return refused('other-system', `This interview was about ${opened.terms.system}: leave --system out.`);
  const held = contents[opened.content];
  if (held === undefined)
    return refused('content-missing', 'The file lacks what the interview was held with: export it again.');
  const asked = events.map((stored) =>
    stored.event.type === 'InterviewOpened' && level !== undefined
      ? { ...stored, event: { ...stored.event, terms: { ...stored.event.terms, level } } }
      : stored,
  );
  const debrief = assess(asked, JSON.parse(held) as HeldContent);
  return debrief ? done(debrief) : refused('empty', 'Expected an interview; nothing of one was found.');
};

/** What came in; already here, if nothing had to be added. */
export type Imported = { readonly interview: InterviewId; readonly already: boolean };

export const importInto = async (store: EventStore, document: unknown): Promise<Outcome<Imported>> => {
  const read = readFile(document);
  if (!read.done) return read;
  const { interview, events, contents } = read.value;
  const state = folded(events);
  if (!hasBegun(state)) return notWhole('It does not begin with the interview’s opening.');
  for (const text of Object.values(contents)) await store.putContent(text);
  const adopted = await store.adopt(events, wakeAt(state), summaryOf(state));
  if (adopted.kind === 'appended') return done({ interview, already: false });
  // What was contested since, say, is no other interview.
  const known = (await store.read(interview)).slice(0, events.length);
  return JSON.stringify(known) === JSON.stringify(events)
    ? done({ interview, already: true })
    : refused(
        'exists',
        'This interview is here already, and it is not quite the same as in the file. Nothing was changed.',
      );
};

export const FROM_OPEN =
  'The interview that this one branches from is still open, and what would be told here counts there: end it first.';

/** Whether an interview that this one branches from, however far back, is still being held. */
export const branchesFromOpen = async (store: EventStore, state: InterviewState): Promise<boolean> => {
  const seen = new Set<InterviewId>();
  let from = hasBegun(state) ? state.forkedFrom?.interview : undefined;
  while (from !== undefined && !seen.has(from)) {
    seen.add(from);
    const ancestor = folded(await store.read(from));
    if (!hasBegun(ancestor)) return false;
    if (ancestor.status !== 'closed') return true;
    from = ancestor.forkedFrom?.interview;
  }
  return false;
};

/** Every content an interview's events name. */
export const contentsNamed = (events: readonly InterviewEvent[]): readonly ContentHash[] => [
  ...new Set(
    events.flatMap((event) => {
      if (event.type === 'InterviewOpened') return [event.content];
      if (event.type === 'DebriefRead') return [event.debrief];
      if (event.type === 'RunRead') return [event.run];
      return [];
    }),
  ),
];

const newerThanKnown = (document: unknown): string | undefined => {
  const loose = z.looseObject({
    format: z.literal(FORMAT),
    formatVersion: z.number(),
    events: z.array(z.looseObject({ schema: z.number() })),
  });
  const read = loose.safeParse(document);
  if (!read.success) return undefined;
  const schema = Math.max(0, ...read.data.events.map((event) => event.schema));
  if (read.data.formatVersion <= FORMAT_VERSION && schema <= LOG_SCHEMA) return undefined;
  return `The file was written by a newer Dryrun (file ${read.data.formatVersion}, log ${schema}); this one reads up to file ${FORMAT_VERSION}, log ${LOG_SCHEMA}. Update Dryrun and import it again.`;
};

const inconsistency = ({ interview, events, contents }: InterviewFile): string | undefined => {
  for (const [index, { version, at, interview: of }] of events.entries()) {
    if (version !== index + 1)
      return `Event ${index + 1} has version ${version}: versions count from 1 without gaps.`;
    if (at < (events[index - 1]?.at ?? 0)) return `Event ${version} happened before the one in front of it.`;
    if (of !== interview) return `Event ${version} is of interview “${of}”, the file of “${interview}”.`;
  }
  for (const [hash, text] of Object.entries(contents)) {
    if (hashOf(text) !== hash)
      return `The content ${hash.slice(0, 12)}… is not what its hash says: the file was changed.`;
  }
  for (const hash of contentsNamed(events.map(({ event }) => event))) {
    if (contents[hash] === undefined)
      return `The file lacks the content ${hash.slice(0, 12)}… that its events name.`;
  }
  for (const { event } of events) {
    const misread =
      event.type === 'InterviewOpened'
        ? misfit(HeldShape, contents[event.content])
        : event.type === 'DebriefRead'
          ? misfit(Debrief, contents[event.debrief])
          : undefined;
    if (misread) return `What the file carries for “${event.type}” cannot be read: ${misread}.`;
  }
  return undefined;
};

/** What every version of Dryrun has held an interview with. */
const HeldShape = z.looseObject({
  system: z.looseObject({ slug: z.string(), title: z.string(), prompt: z.string() }),
  format: z.looseObject({ id: z.string(), phases: z.array(z.looseObject({ id: z.string() })).min(1) }),
  lines: z.record(z.string(), z.array(z.looseObject({ text: z.string() }))),
});

const misfit = (shape: z.ZodType, text: string | undefined): string | undefined => {
  let document: unknown;
  try {
    document = JSON.parse(text ?? '');
  } catch {
    return 'it is no JSON';
  }
  const [issue] = shape.safeParse(document).error?.issues ?? [];
  return issue && `${issue.path.join('.')}: ${issue.message}`;
};
