import { useLayoutEffect, useState } from 'react';
import { remember, remembered } from './storage.ts';

/** A text under one's hands that outlives the page: kept at every key, forgotten when it is empty. */
export const useKept = (key: string) => {
  const [text, setText] = useState(() => remembered(key) ?? '');
  useLayoutEffect(() => remember(key, text === '' ? undefined : text), [key, text]);
  return [text, setText] as const;
};
