import { createContext } from 'react';

/** Where evidence that is no quote leads: a run in the conversation, an element of the board. Absent: nowhere. */
export type Places = {
  readonly toRun?: ((run: string) => void) | undefined;
  readonly toElement?: ((element: string) => void) | undefined;
  /** What the clock showed when a turn was said. */
  readonly timeOf?: ((turn: number) => string | undefined) | undefined;
};

export const PlacesContext = createContext<Places>({});
