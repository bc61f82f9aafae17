/**
 * A home whose time passes only when it is told to: for interviews over pipes, where the input says how long
 * everything took. Interviews are kept like any other; their instants begin at the real time of the start.
 *
 *     pass(ms) ─▶ earliest timer ─▶ its instant is now ─▶ run ─▶ everything settled ─▶ next timer … ─▶ now + ms
 *
 * Invariants: what is due comes at its own instant and in order, whatever the machine is busy with; this clock wakes
 * no interview but those that are held on it, for the others of the same home live in real time.
 */
import type { Instant, InterviewId } from '@dryrun/domain';
import type { EventStore } from '@dryrun/store';
import { createApp } from './app.ts';
import type { App, AppParts } from './app.ts';
import { homeParts } from './home.ts';
import { realWorld } from './world.ts';
import type { World } from './world.ts';

export type VirtualHome = {
  readonly app: App;
  /** Lets time pass; what falls due meanwhile happens at its own instant. */
  readonly pass: (ms: number) => Promise<void>;
  /** Time passes and nothing happens: somebody is speaking, or nobody is there. Never backwards. */
  readonly jumpTo: (at: Instant) => void;
  readonly now: () => Instant;
  /** All that is due now has happened, and all that was asked of the makes has been answered. */
  readonly settled: () => Promise<void>;
};

export const openVirtualHome = async (
  env: Readonly<Record<string, string | undefined>>,
  contentFolder: string,
  onFault: (fault: unknown) => void,
): Promise<VirtualHome> => virtualHome({ ...(await homeParts(env, contentFolder, onFault)), onFault });

/** Its clock begins at 0: whoever opens or resumes an interview says what time it is. */
export const virtualHome = (parts: Omit<AppParts, 'world'>): VirtualHome => {
  const clock = virtualClock();
  const app = createApp({ ...parts, store: wakingOnlyItsOwn(parts.store), world: clock.world });
  const settled = async () => {
    await app.settled();
    // Looks once, or joins the look that a timer began.
    await app.start();
    await app.settled();
  };
  return {
    app,
    settled,
    now: clock.world.now,
    jumpTo: clock.jumpTo,
    pass: async (ms) => {
      const until = clock.world.now() + ms;
      await settled();
      while (clock.runNext(until)) await settled();
      clock.jumpTo(until);
    },
  };
};

const virtualClock = () => {
  let now: Instant = 0;
  const timers = new Set<{ readonly at: Instant; readonly run: () => void }>();
  const world: World = {
    ...realWorld,
    now: () => now,
    after: (ms, run) => {
      const timer = { at: now + Math.max(0, ms), run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
  };
  const jumpTo = (at: Instant) => {
    now = Math.max(now, at);
  };
  return {
    world,
    jumpTo,
    /** Runs the earliest timer up to an instant, at its own; of equals, the one that was set first. */
    runNext: (until: Instant): boolean => {
      const [next] = [...timers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
      if (!next) return false;
      timers.delete(next);
      jumpTo(next.at);
      next.run();
      return true;
    },
  };
};

const wakingOnlyItsOwn = (store: EventStore): EventStore => {
  const wakeAt = new Map<InterviewId, Instant | null>();
  return {
    ...store,
    append: async (request) => {
      const appended = await store.append(request);
      if (appended.kind === 'appended') wakeAt.set(request.interview, request.wakeAt);
      return appended;
    },
    due: async (at) => {
      const timed = [...wakeAt].flatMap(([interview, due]) => (due === null ? [] : [{ interview, due }]));
      const later = timed.filter(({ due }) => due > at).map(({ due }) => due);
      return {
        now: timed
          .filter(({ due }) => due <= at)
          .sort((a, b) => a.due - b.due)
          .map(({ interview }) => interview),
        next: later.length > 0 ? Math.min(...later) : null,
      };
    },
  };
};
