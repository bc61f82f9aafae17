import type { Contested } from '@dryrun/interview';
import { createContext } from 'react';

/** What every mark of one debrief needs to be contested. */
export type Contesting = {
  readonly interview: string;
  /** The debrief that is on the page. */
  readonly debrief: string;
  readonly contested: readonly Contested[];
  readonly contest: (mark: string, reason: string) => Promise<void>;
};

export const ContestContext = createContext<Contesting | undefined>(undefined);
