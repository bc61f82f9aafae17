import { useEffect, useState } from 'react';
import { ARRIVING_MS } from './typed-text.tsx';

/** Whether a line is still being said: for a moment after it came, and never again. */
export const useArriving = (live: boolean): boolean => {
  const [arriving, setArriving] = useState(live);
  useEffect(() => {
    if (!arriving) return;
    const timer = setTimeout(setArriving, ARRIVING_MS, false);
    return () => clearTimeout(timer);
  }, [arriving]);
  return arriving;
};
