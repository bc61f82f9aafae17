import { useEffect, useState } from 'react';

/** A press that comes sooner was on its way before anybody could see that the phase is another. */
const NOTICED_MS = 4000;

/** The phase as whoever sits here knows it: a new one a moment after it began, or as soon as they were told of it. */
export const useNoticedPhase = (phase: string | undefined, wereTold: boolean): string | undefined => {
  const [noticed, setNoticed] = useState(phase);
  useEffect(() => {
    const timer = setTimeout(() => setNoticed(phase), wereTold || noticed === undefined ? 0 : NOTICED_MS);
    return () => clearTimeout(timer);
  }, [phase, noticed, wereTold]);
  return noticed;
};
