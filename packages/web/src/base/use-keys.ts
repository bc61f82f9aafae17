import { useEffect, useRef, useState } from 'react';
import { actionFor } from './actions.ts';
import type { Action, Press } from './actions.ts';
import { remember, remembered } from './storage.ts';

const REMEMBERED_AS = 'dryrun.single-keys';

/** Listens for the keys of these actions, and keeps whether single characters count. */
export const useKeys = (actions: readonly Action[]) => {
  const [characters, setCharacters] = useState(() => remembered(REMEMBERED_AS) !== 'off');
  const latest = useRef({ actions, characters });
  useEffect(() => {
    latest.current = { actions, characters };
  });

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const action = actionFor(latest.current.actions, pressOf(event), latest.current);
      if (!action) return;
      event.preventDefault();
      action.run();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);

  return {
    characters,
    chooseCharacters: (on: boolean) => {
      setCharacters(on);
      remember(REMEMBERED_AS, on ? undefined : 'off');
    },
  };
};

const pressOf = (event: KeyboardEvent): Press => ({
  key: event.key,
  modified: event.ctrlKey || event.metaKey || event.altKey,
  writing: writingIn(event.target),
});

const writingIn = (target: EventTarget | null): Press['writing'] => {
  if (target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && isText(target))) {
    return target.value === '' ? 'empty-field' : 'filled-field';
  }
  // A list is chosen from by letters.
  if (target instanceof HTMLSelectElement) return 'filled-field';
  return target instanceof HTMLElement && target.isContentEditable ? 'filled-field' : 'no';
};

const isText = (input: HTMLInputElement) => !['radio', 'checkbox', 'button', 'range'].includes(input.type);
