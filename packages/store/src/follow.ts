/**
 * Following one stream: look, yield what is new, wait for the bell, look again. Nothing is kept between two looks
 * but the last version yielded, so a slow reader costs no memory and a notice can never add, drop or reorder.
 *
 * There is no position across streams anywhere in the store, so no id that could become visible after a later one:
 * within a stream a version is only written by who holds the stream, and versions become visible in their order.
 */
import type { InterviewId, StoredEvent } from '@dryrun/domain';
import { StoreFault } from './event-store.ts';
import type { Notices } from './notices.ts';

/** What there is of an interview after a version, seen at one instant. */
export type Look = {
  /** New each time an interview begins: one that was deleted and imported again is another one. */
  readonly born: string;
  readonly events: readonly StoredEvent[];
};

export type Followed = {
  /** At most some hundred events, from the first after `after`; undefined where there is no such interview. */
  look(interview: InterviewId, after: number): Promise<Look | undefined>;
  readonly notices: Notices;
  readonly closed: () => boolean;
};

export async function* followStream(
  store: Followed,
  interview: InterviewId,
  after: number,
  signal: AbortSignal,
): AsyncGenerator<StoredEvent, void, undefined> {
  const bell = store.notices.hang(interview);
  let last = after;
  let born: string | undefined;
  const over = () => signal.aborted || store.closed();
  try {
    while (!over()) {
      const seen = await lookOrWait(store, interview, last);
      if (over()) return;
      if (seen !== 'unreachable') {
        const began = last > 0 || born !== undefined;
        if (began && (!seen || (born !== undefined && seen.born !== born))) return;
        born = seen?.born;
        for (const event of seen?.events ?? []) {
          yield event;
          if (over()) return;
          last = event.version;
        }
        if (seen && seen.events.length > 0) continue;
      }
      await bell.heard(signal);
    }
  } finally {
    bell.takeDown();
  }
}

/** A database that is away for a while does not end a follower: the bell is rung when it is back. */
const lookOrWait = async (store: Followed, interview: InterviewId, after: number) => {
  try {
    return await store.look(interview, after);
  } catch (error) {
    if (error instanceof StoreFault && error.code === 'unreachable') return 'unreachable';
    if (store.closed()) return undefined;
    throw error;
  }
};
