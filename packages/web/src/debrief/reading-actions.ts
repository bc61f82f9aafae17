import type { Action } from '../base/actions.ts';
import { isWriting, nothingFloats } from '../base/floating.ts';

type Parts = {
  readonly pressed: boolean;
  readonly back: () => void;
  readonly again: () => void;
  readonly save: () => void;
  readonly remove: () => void;
};

export const readingActions = ({ pressed, back, again, save, remove }: Parts) => {
  return {
    back: {
      name: 'back',
      label: 'Back from a quote to the debrief',
      keys: ['Escape'],
      enabled: () => nothingFloats() && pressed,
      run: back,
    },
    again: { name: 'again', label: 'Sit this system again', keys: ['b'], enabled: nothingFloats, run: again },
    save: { name: 'save', label: 'Save as a file', keys: ['s'], enabled: nothingFloats, run: save },
    remove: {
      name: 'remove',
      label: 'Delete this interview',
      keys: ['Delete'],
      enabled: () => nothingFloats() && !isWriting(),
      run: remove,
    },
  } satisfies Record<string, Action>;
};
