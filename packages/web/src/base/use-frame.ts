import { useEffect, useState } from 'react';
import type { Action } from './actions.ts';
import { chooseTextSize, currentTextSize, textSizeAfter } from './text-size.ts';
import type { TextSize } from './text-size.ts';
import { chooseTheme, currentTheme, themeAfter } from './theme.ts';
import type { Theme } from './theme.ts';

/** What every page has around it: a title, a theme, a size of text, and the list of its keys. */
export const useFrame = (title: string) => {
  const [theme, setTheme] = useState(currentTheme);
  const [textSize, setTextSize] = useState(currentTextSize);
  const [helping, setHelping] = useState(false);
  useEffect(() => {
    document.title = title;
  }, [title]);

  const choose = (next: Theme) => {
    chooseTheme(next);
    setTheme(next);
  };
  const resize = (next: TextSize) => {
    chooseTextSize(next);
    setTextSize(next);
  };
  const actions = {
    theme: {
      name: 'theme',
      label: 'Theme: auto, light, dark',
      keys: ['t'],
      enabled: () => !helping,
      run: () => choose(themeAfter(theme)),
    },
    text: {
      name: 'text',
      label: 'Text: normal, large, larger',
      keys: ['z'],
      enabled: () => !helping,
      run: () => resize(textSizeAfter(textSize)),
    },
    help: {
      name: 'help',
      label: 'These keys',
      keys: ['?'],
      enabled: () => true,
      run: () => setHelping((open) => !open),
    },
  } satisfies Record<string, Action>;
  return { theme, choose, textSize, resize, helping, close: () => setHelping(false), actions };
};

export type Frame = ReturnType<typeof useFrame>;
