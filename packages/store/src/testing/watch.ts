import type { InterviewId, StoredEvent } from '@dryrun/domain';
import type { EventStore } from '../event-store.ts';
import { eventually } from './given.ts';

/** A follower that writes down what it was given. */
export type Watch = {
  readonly seen: readonly StoredEvent[];
  readonly ended: Promise<void>;
  readonly isOver: () => boolean;
  /** Waits until it has seen that version. */
  reach(version: number): Promise<void>;
  stop(): Promise<void>;
};

export const watch = (store: EventStore, interview: InterviewId, after = 0): Watch => {
  const seen: StoredEvent[] = [];
  const abort = new AbortController();
  let over = false;
  const ended = (async () => {
    try {
      for await (const event of store.follow(interview, after, abort.signal)) seen.push(event);
    } finally {
      over = true;
    }
  })();
  // A failure is the test's to see where it awaits `ended`, and not an unhandled rejection before.
  ended.catch(() => {});
  return {
    seen,
    ended,
    isOver: () => over,
    reach: async (version) => {
      await eventually(`a follower of ${interview} sees version ${version}`, () => {
        if (over) throw new Error(`The follower ended at version ${seen.at(-1)?.version ?? after}.`);
        return (seen.at(-1)?.version ?? after) >= version;
      });
    },
    stop: async () => {
      abort.abort();
      await ended;
    },
  };
};
