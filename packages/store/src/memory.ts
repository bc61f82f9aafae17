/**
 * The store in memory: for tests and for trying out. It keeps the same contract as the databases, texts and all
 * (events are kept as JSON, so that what cannot be stored elsewhere cannot be stored here), and forgets at the end.
 */
import { randomUUID } from 'node:crypto';
import type { ContentHash, InterviewId } from '@dryrun/domain';
import { type Batch, batchOfAdoption, batchOfAppend, type CommandRow, type EventRow } from './batch.ts';
import type { Appended, EventStore, Listed } from './event-store.ts';
import { followStream } from './follow.ts';
import { dueAt, newestFirst } from './listing.ts';
import { createNotices } from './notices.ts';
import { readEvent } from './read-event.ts';
import { createRecentPuts } from './recent-puts.ts';
import { hashOf, refuseUnstorable } from './stored-text.ts';

type Kept = {
  readonly born: string;
  listed: Listed;
  readonly events: EventRow[];
  readonly commands: Map<string, CommandRow>;
  readonly held: Set<ContentHash>;
};

const LOOK_EVENTS_MAX = 256;

export const openMemoryStore = (): EventStore => {
  const interviews = new Map<InterviewId, Kept>();
  const contents = new Map<ContentHash, string>();
  const notices = createNotices();
  const recent = createRecentPuts();
  let closed = false;

  const refuseClosed = () => {
    if (closed) throw new Error('The store is closed: open it again.');
  };

  const write = (batch: Batch): Appended => {
    const listed: Listed = {
      ...batch.summary,
      interview: batch.interview,
      version: batch.version,
      lastAt: batch.lastAt,
      wakeAt: batch.wakeAt,
    };
    const kept: Kept = interviews.get(batch.interview) ?? {
      born: randomUUID(),
      listed,
      events: [],
      commands: new Map(),
      held: new Set(),
    };
    interviews.set(batch.interview, kept);
    kept.listed = listed;
    kept.events.push(...batch.events);
    for (const row of batch.commands) kept.commands.set(row.id, row);
    for (const hash of batch.contents) kept.held.add(hash);
    for (const hash of batch.contents) {
      const text = contents.get(hash) ?? recent.recall(hash);
      if (text !== undefined) contents.set(hash, text);
    }
    recent.forget(batch.contents);
    notices.ring(batch.interview);
    return { kind: 'appended', from: batch.expected + 1, to: batch.version };
  };

  const eventsAfter = (interview: InterviewId, after: number) =>
    (interviews.get(interview)?.events ?? []).slice(Math.max(0, after));

  return {
    append: async (request) => {
      refuseClosed();
      const batch = batchOfAppend(request);
      const before = interviews.get(request.interview);
      const applied = before?.commands.get(request.command);
      if (applied) {
        recent.forget(batch.contents);
        return { kind: 'applied-before', from: applied.from_version, to: applied.to_version };
      }
      const actual = before?.listed.version ?? 0;
      if (actual !== request.expected) return { kind: 'conflict', actual };
      if (batch.version === 0) return { kind: 'appended', from: 1, to: 0 };
      return write(batch);
    },
    adopt: async (events, wakeAt, summary) => {
      refuseClosed();
      const batch = batchOfAdoption(events, wakeAt, summary);
      const before = interviews.get(batch.interview);
      return before ? { kind: 'conflict', actual: before.listed.version } : write(batch);
    },
    read: async (interview, after = 0) => {
      refuseClosed();
      return eventsAfter(interview, after).map(readEvent);
    },
    follow: (interview, after, signal) => {
      refuseClosed();
      const look = async (_: InterviewId, from: number) => {
        const kept = interviews.get(interview);
        return (
          kept && {
            born: kept.born,
            events: eventsAfter(interview, from).slice(0, LOOK_EVENTS_MAX).map(readEvent),
          }
        );
      };
      return followStream({ look, notices, closed: () => closed }, interview, after, signal);
    },
    list: async () => {
      refuseClosed();
      return newestFirst([...interviews.values()].map((kept) => kept.listed));
    },
    due: async (at) => {
      refuseClosed();
      return dueAt(
        at,
        [...interviews.values()].map((kept) => kept.listed),
      );
    },
    putContent: async (text) => {
      refuseClosed();
      refuseUnstorable('Content', text);
      const hash = hashOf(text);
      contents.set(hash, text);
      recent.remember(hash, text);
      return hash;
    },
    getContent: async (hash) => {
      refuseClosed();
      return contents.get(hash) ?? recent.recall(hash);
    },
    delete: async (interview) => {
      refuseClosed();
      const gone = interviews.get(interview);
      if (!gone) return false;
      interviews.delete(interview);
      const stillHeld = new Set([...interviews.values()].flatMap((kept) => [...kept.held]));
      // Only what the deleted one held: a content that nobody holds yet belongs to an interview being opened now.
      for (const hash of gone.held) if (!stillHeld.has(hash)) contents.delete(hash);
      notices.ring(interview);
      return true;
    },
    close: async () => {
      closed = true;
      notices.ringAll();
    },
  };
};
