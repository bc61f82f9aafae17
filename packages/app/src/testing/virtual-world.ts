import type { World } from '../world.ts';

/** A world whose time passes when it is told to, and whose chances are counted. */
export const virtualWorld = (prefix = 'name', start = 1_800_000_000_000) => {
  let now = start;
  let names = 0;
  let timers: { readonly at: number; readonly run: () => void }[] = [];
  const world: World = {
    now: () => now,
    after: (ms, run) => {
      const timer = { at: now + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    newName: () => `${prefix}-${++names}`,
    newSeed: () => 7,
  };
  const breathe = async () => {
    for (let turn = 0; turn < 30; turn++) await new Promise((resolve) => setImmediate(resolve));
  };
  return {
    ...world,
    /** Jumps, without a timer being heard: a machine that slept, a program that was not running. */
    jump: (ms: number) => {
      now += ms;
    },
    /** Lets time pass, timer by timer. */
    pass: async (ms: number) => {
      const until = now + ms;
      for (;;) {
        await breathe();
        const next = timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        timers = timers.filter((timer) => timer !== next);
        now = Math.max(now, next.at);
        next.run();
      }
      now = until;
      await breathe();
    },
  };
};
