import type { Action } from '../base/actions.ts';

type Parts = {
  readonly clear: boolean;
  readonly pressed: boolean;
  readonly back: () => void;
  readonly again: () => void;
  readonly save: () => void;
  readonly remove: () => void;
};

export const readingActions = ({ clear, pressed, back, again, save, remove }: Parts) => {
  const here = () => clear;
  return {
    back: {
      name: 'back',
      label: 'Back from a quote to the debrief',
      keys: ['Escape'],
      enabled: () => clear && pressed,
      run: back,
    },
    again: { name: 'again', label: 'Sit this system again', keys: ['b'], enabled: here, run: again },
    save: { name: 'save', label: 'Save as a file', keys: ['s'], enabled: here, run: save },
    remove: { name: 'remove', label: 'Delete this interview', keys: ['Delete'], enabled: here, run: remove },
  } satisfies Record<string, Action>;
};
