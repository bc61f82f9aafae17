/**
 * Notices: “something may have changed, look again”. A follower owns one bell, hung up before its first look:
 *
 *     ring ─▶ bell (rung: yes or no) ─▶ follower looks at the database ─▶ nothing new: waits for the bell
 *
 * A bell rung ten times between two looks is heard once, and one rung for nothing costs a look. So notices may be
 * late, lost (where something rings them all from time to time), doubled or out of order, and they hold no memory.
 */
export type Bell = {
  /** Resolves when the bell has been rung since it was last heard, or when `signal` aborts. */
  heard(signal: AbortSignal): Promise<void>;
  takeDown(): void;
};

export type Notices = {
  hang(key: string): Bell;
  ring(key: string): void;
  ringAll(): void;
  readonly bells: () => number;
};

export const createNotices = (
  on: { readonly first?: () => void; readonly last?: () => void } = {},
): Notices => {
  const hung = new Map<string, Set<() => void>>();
  let bells = 0;

  const hang = (key: string): Bell => {
    let rung = false;
    let wake: (() => void) | undefined;
    const ring = () => {
      rung = true;
      wake?.();
    };
    const ofKey = hung.get(key) ?? new Set();
    hung.set(key, ofKey.add(ring));
    bells += 1;
    if (bells === 1) on.first?.();
    return {
      heard: async (signal) => {
        if (!rung && !signal.aborted) {
          await new Promise<void>((resolve) => {
            wake = resolve;
            signal.addEventListener('abort', ring);
          });
          signal.removeEventListener('abort', ring);
        }
        rung = false;
        wake = undefined;
      },
      takeDown: () => {
        if (!ofKey.delete(ring)) return;
        if (ofKey.size === 0 && hung.get(key) === ofKey) hung.delete(key);
        bells -= 1;
        if (bells === 0) on.last?.();
      },
    };
  };

  return {
    hang,
    ring: (key) => hung.get(key)?.forEach((ring) => ring()),
    ringAll: () => hung.forEach((ofKey) => ofKey.forEach((ring) => ring())),
    bells: () => bells,
  };
};
