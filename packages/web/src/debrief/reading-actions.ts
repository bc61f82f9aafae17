import type { Action } from '../base/actions.ts';
import { nothingFloats } from '../base/floating.ts';

type Parts = {
  readonly pressed: boolean;
  readonly back: () => void;
  readonly again: () => void;
  readonly exportIt: () => void;
  readonly remove: () => void;
};

export const readingActions = ({ pressed, back, again, exportIt, remove }: Parts) => {
  return {
    back: {
      name: 'back',
      label: 'Back from a quote to the debrief',
      keys: ['Escape'],
      enabled: () => nothingFloats() && pressed,
      run: back,
    },
    again: { name: 'again', label: 'Sit this system again', keys: ['b'], enabled: nothingFloats, run: again },
    exportIt: {
      name: 'export',
      label: 'Export: web page, Markdown, PDF, JSON',
      keys: ['e'],
      enabled: nothingFloats,
      run: exportIt,
    },
    remove: {
      name: 'remove',
      label: 'Delete this interview',
      keys: ['Delete'],
      enabled: nothingFloats,
      run: remove,
    },
  } satisfies Record<string, Action>;
};
