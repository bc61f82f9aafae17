import { useEffect, useState } from 'react';

/** The instant, told again every second while it goes. */
export const useNow = (going: boolean): number => {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!going) return;
    const tick = () => setNow(Date.now());
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [going]);
  return now;
};
