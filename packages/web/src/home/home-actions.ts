import type { Action } from '../base/actions.ts';

export type HomeParts = {
  readonly field: () => HTMLInputElement | null;
  readonly past: () => HTMLInputElement | null;
  /** Words or choices leave some systems out. */
  readonly narrowed: boolean;
  readonly helping: boolean;
  readonly clear: () => void;
  /** Undefined where there is no interview yet. */
  readonly goOn: (() => void) | undefined;
};

/** Everything one can do on Home besides following a link. */
export const homeActions = ({ field, past, narrowed, helping, clear, goOn }: HomeParts) => {
  const here = () => !helping;
  const toField = () => {
    field()?.focus();
    field()?.select();
  };
  const walk = (step: 1 | -1) => {
    const places = [field(), ...document.querySelectorAll<HTMLElement>('[data-system]')];
    places[places.findIndex((place) => place === document.activeElement) + step]?.focus();
  };
  const walking = () =>
    here() &&
    (document.activeElement === field() || document.activeElement?.matches('[data-system]') === true);
  return {
    search: { name: 'search', label: 'Find a system', keys: ['/'], enabled: here, run: toField },
    past: {
      name: 'past',
      label: 'Find an interview',
      keys: ['i'],
      enabled: () => here() && past() !== null,
      run: () => {
        // Where no interview is left to be found, one looks for a system.
        const search = past() ?? field();
        search?.scrollIntoView({ block: 'center' });
        search?.focus({ preventScroll: true });
      },
    },
    goOn: {
      name: 'go-on',
      label: 'Back to your last interview',
      keys: ['g'],
      enabled: () => here() && goOn !== undefined,
      run: () => goOn?.(),
    },
    clear: {
      name: 'clear',
      label: 'Show all systems again',
      keys: ['Escape'],
      enabled: () => here() && narrowed,
      run: () => {
        clear();
        field()?.focus();
      },
    },
    open: {
      name: 'open',
      label: 'Open the first system found',
      keys: ['Enter'],
      enabled: () => here() && narrowed && document.activeElement === field(),
      run: () => document.querySelector<HTMLElement>('[data-system]')?.click(),
    },
    next: { name: 'next', label: 'Next system', keys: ['ArrowDown'], enabled: walking, run: () => walk(1) },
    previous: {
      name: 'previous',
      label: 'Previous system',
      keys: ['ArrowUp'],
      enabled: walking,
      run: () => walk(-1),
    },
  } satisfies Record<string, Action>;
};
