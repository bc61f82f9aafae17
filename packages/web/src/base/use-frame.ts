import { useEffect, useState } from 'react';
import type { Action } from './actions.ts';
import { chooseTheme, currentTheme, themeAfter } from './theme.ts';
import type { Theme } from './theme.ts';

/** What every page has around it: a title, a theme, and the list of its keys. */
export const useFrame = (title: string) => {
  const [theme, setTheme] = useState(currentTheme);
  const [helping, setHelping] = useState(false);
  useEffect(() => {
    document.title = title;
  }, [title]);

  const choose = (next: Theme) => {
    chooseTheme(next);
    setTheme(next);
  };
  const actions = {
    theme: {
      name: 'theme',
      label: 'Theme: auto, light, dark',
      keys: ['t'],
      enabled: () => !helping,
      run: () => choose(themeAfter(theme)),
    },
    help: {
      name: 'help',
      label: 'These keys',
      keys: ['?'],
      enabled: () => true,
      run: () => setHelping((open) => !open),
    },
  } satisfies Record<string, Action>;
  return { theme, choose, helping, close: () => setHelping(false), actions };
};

export type Frame = ReturnType<typeof useFrame>;
