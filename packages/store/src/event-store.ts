/**
 * The event store: interviews as streams of events, contents by hash, one schema, one contract, three makes
 * (memory, SQLite for one person, PostgreSQL for many). `contract.ts` is what each must keep.
 *
 *     append ──▶ events(interview, version)  unique        one writer: the second at a version gets a conflict
 *            ──▶ commands(interview, id)     unique        a command is applied once
 *            ──▶ interviews(id, version, wakeAt, summary)  who is to be woken, what is listed
 *
 * Invariants: what `append` acknowledged is on disk, whole; versions have no gaps; followers see each version
 * once and in order; what was deleted is gone.
 */
import type {
  CommandId,
  ContentHash,
  Instant,
  InterviewEvent,
  InterviewId,
  StoredEvent,
} from '@dryrun/domain';

export type Append = {
  readonly interview: InterviewId;
  /** The version it was decided on: 0 for an interview that is to begin. */
  readonly expected: number;
  readonly command: CommandId;
  readonly at: Instant;
  /** May be empty: the command is remembered as applied all the same. */
  readonly events: readonly InterviewEvent[];
  readonly wakeAt: Instant | null;
  readonly summary: Summary;
};

export type Appended =
  | { readonly kind: 'appended'; readonly from: number; readonly to: number }
  /** The command was applied before: the versions it made then (`to < from` when it made none). */
  | { readonly kind: 'applied-before'; readonly from: number; readonly to: number }
  | { readonly kind: 'conflict'; readonly actual: number };

/** What lists and the scheduler need without reading the stream; made anew by each append. */
export type Summary = {
  readonly system: string;
  readonly title: string;
  readonly level: string;
  readonly format: string;
  readonly status: 'running' | 'paused' | 'closed';
  readonly startedAt: Instant;
};

export type Listed = Summary & {
  readonly interview: InterviewId;
  readonly version: number;
  readonly lastAt: Instant;
  readonly wakeAt: Instant | null;
};

export interface EventStore {
  append(request: Append): Promise<Appended>;

  /** A whole stream at once, as an import or a fork brings it: all of it or nothing. Refused (`conflict`) where the interview exists. */
  adopt(events: readonly StoredEvent[], wakeAt: Instant | null, summary: Summary): Promise<Appended>;

  /** The events after `after` (default 0), in order. An unknown interview has none. */
  read(interview: InterviewId, after?: number): Promise<readonly StoredEvent[]>;

  /**
   * The events after `after` and then each new one, until `signal` aborts or the interview is deleted.
   * Notices are hints only: what is yielded is always read back, so none is missed, doubled or out of order.
   */
  follow(interview: InterviewId, after: number, signal: AbortSignal): AsyncIterable<StoredEvent>;

  /** Newest first. */
  list(): Promise<readonly Listed[]>;

  /** Who is to be woken at or before `at`, earliest first, and when the next one after them is due. */
  due(at: Instant): Promise<{ readonly now: readonly InterviewId[]; readonly next: Instant | null }>;

  putContent(text: string): Promise<ContentHash>;
  getContent(hash: ContentHash): Promise<string | undefined>;

  /** Removes the interview, its command ids and the contents no other interview was held with. False if there was none. */
  delete(interview: InterviewId): Promise<boolean>;

  close(): Promise<void>;
}

export type StoreFaultCode = 'corrupt' | 'newer' | 'unreachable' | 'weak-durability';

/** The database is unreadable, damaged, or of another time. Nothing was written. */
export class StoreFault extends Error {
  override name = 'StoreFault';
  readonly code: StoreFaultCode;

  constructor(code: StoreFaultCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
