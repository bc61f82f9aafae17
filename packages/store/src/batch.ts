/**
 * What is written together, decided before any database is touched: an append or an adoption as plain rows.
 * Events are checked on the way in as well as on the way out: one that cannot be read back would shut the whole
 * interview for ever, so it is a fault of the caller's here rather than a damaged log later.
 */
import {
  type CommandId,
  type ContentHash,
  type Instant,
  InterviewEvent,
  type InterviewId,
  LOG_SCHEMA,
  StoredEvent,
} from '@dryrun/domain';
import { type Append, StoreFault, type Summary } from './event-store.ts';
import { contentsNamedBy } from './held-contents.ts';
import { refuseUnstorable } from './stored-text.ts';

export type EventRow = {
  readonly interview: string;
  readonly version: number;
  readonly at: number;
  readonly command: string;
  readonly schema: number;
  readonly event: string;
};

export type CommandRow = {
  readonly interview: string;
  readonly id: string;
  readonly from_version: number;
  readonly to_version: number;
};

export type Batch = {
  readonly interview: InterviewId;
  readonly expected: number;
  readonly version: number;
  readonly lastAt: Instant;
  readonly wakeAt: Instant | null;
  readonly summary: Summary;
  readonly events: readonly EventRow[];
  readonly commands: readonly CommandRow[];
  readonly contents: readonly ContentHash[];
};

export const batchOfAppend = (request: Append): Batch => {
  refuseUnstorableSummary(request.summary);
  const { interview, expected, command, at } = request;
  const events = request.events.map((event, index) => {
    const checked = InterviewEvent.safeParse(event);
    if (!checked.success) {
      throw new TypeError(
        `Append to ${interview}: expected an event of docs/spec/log.md, found one that is not (${checked.error.message}). Nothing was written.`,
      );
    }
    const version = expected + 1 + index;
    return { interview, version, at, command, schema: LOG_SCHEMA, event: JSON.stringify(checked.data) };
  });
  const version = expected + events.length;
  return {
    interview,
    expected,
    version,
    lastAt: at,
    wakeAt: request.wakeAt,
    summary: request.summary,
    events,
    commands: [{ interview, id: command, from_version: expected + 1, to_version: version }],
    contents: contentsNamedBy(request.events),
  };
};

/** @throws where the events are not one whole stream: an importer checks what people bring, this checks the importer. */
export const batchOfAdoption = (
  events: readonly StoredEvent[],
  wakeAt: Instant | null,
  summary: Summary,
): Batch => {
  refuseUnstorableSummary(summary);
  const first = events[0];
  const last = events.at(-1);
  if (!first || !last) throw new RangeError('Adopt: expected the events of one interview, found none.');
  const { interview } = first;
  const rows = events.map((given, index) => {
    if (given.schema > LOG_SCHEMA) throw newerEvent(interview, given.version, given.schema);
    const checked = StoredEvent.safeParse(given);
    if (!checked.success) {
      throw new TypeError(
        `Adopt ${interview}: expected events of docs/spec/log.md, found at place ${index + 1} one that is not (${checked.error.message}). Nothing was written.`,
      );
    }
    if (given.interview !== interview || given.version !== index + 1) {
      throw new RangeError(
        `Adopt ${interview}: expected version ${index + 1} of it, found version ${given.version} of ${given.interview}. A stream is adopted whole, from version 1, without gaps.`,
      );
    }
    return { ...checked.data, event: JSON.stringify(checked.data.event) };
  });
  return {
    interview,
    expected: 0,
    version: rows.length,
    lastAt: last.at,
    wakeAt,
    summary,
    events: rows,
    commands: commandsOf(interview, events),
    contents: contentsNamedBy(events.map((given) => given.event)),
  };
};

/** Commands that made no event are not in a stream, so an adopted one no longer knows them. */
const commandsOf = (interview: InterviewId, events: readonly StoredEvent[]): readonly CommandRow[] => {
  const rows = new Map<CommandId, CommandRow>();
  for (const { command, version } of events) {
    const before = rows.get(command);
    if (before && before.to_version !== version - 1) {
      throw new RangeError(
        `Adopt ${interview}: expected the events of command ${command} next to each other, found version ${version} apart from version ${before.to_version}.`,
      );
    }
    rows.set(command, {
      interview,
      id: command,
      from_version: before?.from_version ?? version,
      to_version: version,
    });
  }
  return [...rows.values()];
};

export const newerEvent = (interview: string, version: number, schema: number): StoreFault =>
  new StoreFault(
    'newer',
    `Interview ${interview}, version ${version}: expected an event of schema ${LOG_SCHEMA} or older, found schema ${schema}. A newer Dryrun wrote it: use that one or a later one. Nothing was changed.`,
  );

const refuseUnstorableSummary = (summary: Summary): void => {
  for (const part of ['system', 'title', 'level', 'format'] as const)
    refuseUnstorable(`Summary, ${part}`, summary[part]);
};
