/**
 * Wakes interviews when time alone makes something due. The times stand in the store, so that a restarted program
 * knows whom to wake; one timer is set for the earliest, and a slow look covers what other processes appended.
 */
import { CommandId } from '@dryrun/domain';
import type { Instant, InterviewId } from '@dryrun/domain';
import type { EventStore } from '@dryrun/store';
import type { World } from './world.ts';

const LOOK_EVERY_MS = 5000;
/** Whoever was just woken may be due again at once, or be waiting for slow work: neither is worth a spin. */
const AFTER_WAKING_MS = 100;

export const createScheduler = (
  store: EventStore,
  world: World,
  wake: (interview: InterviewId, id: CommandId) => Promise<void>,
  onFault: (fault: unknown) => void,
) => {
  let cancel = () => {};
  let stopped = false;
  let looking: Promise<void> | undefined;

  const look = async (): Promise<void> => {
    const now = world.now();
    const { now: due, next } = await store.due(now);
    for (const interview of due) {
      // One that cannot be woken keeps no other one waiting.
      await wake(interview, CommandId.parse(`wake:${now}`)).catch(onFault);
    }
    set(due.length > 0 ? now + AFTER_WAKING_MS : next);
  };

  const set = (next: Instant | null) => {
    if (stopped) return;
    cancel();
    const inMs = Math.min(LOOK_EVERY_MS, next === null ? LOOK_EVERY_MS : next - world.now());
    cancel = world.after(Math.max(1, inMs), () => void lookNow());
  };

  const lookNow = (): Promise<void> => {
    looking ??= look()
      .catch((fault: unknown) => {
        onFault(fault);
        set(null);
      })
      .finally(() => {
        looking = undefined;
      });
    return looking;
  };

  return {
    /** Whoever is overdue is woken before this resolves: a restart finds its interviews. */
    start: lookNow,
    stop: async () => {
      stopped = true;
      cancel();
      await looking;
    },
  };
};
