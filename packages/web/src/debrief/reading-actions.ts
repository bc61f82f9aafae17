import type { Action } from '../base/actions.ts';
import { isWriting, nothingFloats } from '../base/floating.ts';

type Parts = {
  readonly pressed: boolean;
  readonly back: () => void;
  readonly again: () => void;
  readonly exportIt: () => void;
  readonly remove: () => void;
  readonly replay: () => void;
  /** Where there is something to compare with. */
  readonly compare: (() => void) | undefined;
};

export const readingActions = ({ pressed, back, again, exportIt, remove, replay, compare }: Parts) => {
  return {
    back: {
      name: 'back',
      label: 'Back from a quote to the debrief',
      keys: ['Escape'],
      enabled: () => nothingFloats() && pressed,
      run: back,
    },
    replay: { name: 'replay', label: 'Replay it', keys: ['v'], enabled: nothingFloats, run: replay },
    compare: {
      name: 'compare',
      label: 'Compare with the other debrief',
      keys: ['c'],
      enabled: () => nothingFloats() && compare !== undefined,
      run: () => compare?.(),
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
      enabled: () => nothingFloats() && !isWriting(),
      run: remove,
    },
  } satisfies Record<string, Action>;
};
