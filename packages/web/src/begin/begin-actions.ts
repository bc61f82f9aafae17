import type { Action } from '../base/actions.ts';
import { nothingFloats } from '../base/floating.ts';

type Parts = {
  readonly helping: boolean;
  readonly start: () => void;
  readonly home: () => void;
  readonly check: () => void;
};

export const beginActions = ({ helping, start, home, check }: Parts) => {
  const here = () => !helping && nothingFloats();
  return {
    begin: { name: 'begin', label: 'Begin the interview', keys: ['b'], enabled: here, run: start },
    check: { name: 'check', label: 'Look at microphone and screen', keys: ['c'], enabled: here, run: check },
    home: { name: 'home', label: 'Back to the first page', keys: ['Escape'], enabled: here, run: home },
  } satisfies Record<string, Action>;
};
