import type { Action } from '../base/actions.ts';

type Parts = { readonly helping: boolean; readonly start: () => void; readonly home: () => void };

export const beginActions = ({ helping, start, home }: Parts) => {
  const here = () => !helping;
  return {
    begin: { name: 'begin', label: 'Begin the interview', keys: ['b'], enabled: here, run: start },
    home: { name: 'home', label: 'Back to the first page', keys: ['Escape'], enabled: here, run: home },
  } satisfies Record<string, Action>;
};
