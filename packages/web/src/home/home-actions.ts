import type { Action } from '../base/actions.ts';

export type HomeParts = {
  readonly field: () => HTMLInputElement | null;
  readonly past: () => HTMLInputElement | null;
  readonly query: string;
  readonly helping: boolean;
  readonly clear: () => void;
};

/** Everything one can do on Home besides following a link. */
export const homeActions = ({ field, past, query, helping, clear }: HomeParts) => {
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
        past()?.scrollIntoView({ block: 'center' });
        past()?.focus({ preventScroll: true });
      },
    },
    clear: {
      name: 'clear',
      label: 'Show all systems again',
      keys: ['Escape'],
      enabled: () => here() && query !== '',
      run: () => {
        clear();
        field()?.focus();
      },
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
