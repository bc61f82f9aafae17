import { useEffect, useRef } from 'react';

/** Brings a line into sight, and the focus to it, each time that evidence points at it. */
export const useShown = (pressed: unknown) => {
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!pressed) return;
    item.current?.scrollIntoView({ block: 'center' });
    item.current?.focus({ preventScroll: true });
  }, [pressed]);
  return item;
};
