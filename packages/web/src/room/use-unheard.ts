import type { ViewTurn } from '@dryrun/interview';
import { useEffect, useState } from 'react';

/** Whether the interviewer said something while the conversation was out of sight. */
export const useUnheard = (turns: readonly ViewTurn[], shown: boolean): boolean => {
  const [seen, setSeen] = useState(turns.length);
  useEffect(() => {
    if (shown) setSeen(turns.length);
  }, [shown, turns.length]);
  return !shown && turns.slice(seen).some(({ speaker }) => speaker === 'interviewer');
};
