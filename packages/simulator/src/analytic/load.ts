/** What comes to a component, and what becomes of it. */
import type { WorkClass } from '../model.ts';
import type { Spread } from './spread.ts';

export type ClassLoad = Pick<WorkClass, 'priority' | 'tokens'> & {
  readonly lambda: number;
  readonly writeShare: number;
};

export type ClassStation = {
  /** Waiting and service. */
  readonly sojourn: Spread;
  readonly waitS: number;
  readonly stable: boolean;
  /** Of arrivals: by a full queue or a rate limit. */
  readonly refused: number;
  /** Of arrivals, what is served in the long run. */
  readonly served: number;
};

export type StationLoad = {
  /** Of what its servers can do, offered; null where it has no limit. */
  readonly offered: number | null;
  readonly capacity: number;
  readonly classes: readonly ClassStation[];
  readonly notes: readonly string[];
};
