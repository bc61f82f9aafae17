import { useCallback, useEffect, useRef, useState } from 'react';

/** An element of the board that evidence points at: shown there, and the way back to the mark. */
export const useMarkedElement = () => {
  const [marked, setMarked] = useState<{ readonly element: string }>();
  const part = useRef<HTMLDivElement>(null);
  const from = useRef<Element>(null);
  useEffect(() => {
    if (!marked) return;
    part.current?.scrollIntoView({ block: 'center' });
    part.current?.focus({ preventScroll: true });
  }, [marked]);
  return {
    marked: marked?.element,
    part,
    mark: useCallback((element: string) => {
      from.current = document.activeElement;
      setMarked({ element });
    }, []),
    back: () => {
      setMarked(undefined);
      if (from.current instanceof HTMLElement) from.current.focus();
    },
  };
};
