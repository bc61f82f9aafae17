import { randomBytes } from 'node:crypto';
import type { Instant } from '@dryrun/domain';

/** Where time and chance enter: nothing below this level reads a clock or throws a die. */
export interface World {
  now(): Instant;
  /** Calls back once, `ms` from now; the answer takes it back. */
  after(ms: number, run: () => void): () => void;
  /** A name nobody else has. */
  newName(): string;
  newSeed(): number;
}

/** `setTimeout` takes no more than this. */
const LONGEST_MS = 2 ** 31 - 1;

export const realWorld: World = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, Math.min(LONGEST_MS, Math.max(0, ms)));
    return () => clearTimeout(timer);
  },
  newName: () => randomBytes(10).toString('hex'),
  newSeed: () => randomBytes(4).readUInt32LE(),
};
