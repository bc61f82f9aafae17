import { useEffect, useState } from 'react';
import { hasField, request } from '../base/request.ts';
import { useSettled } from '../base/use-settled.ts';
import { wordsIn } from './find-interviews.ts';
import type { SaidIn } from './find-interviews.ts';

const AFTER_MS = 200;
const isAnswer = hasField<{ readonly said: readonly SaidIn[] }>('said', Array.isArray);

/** What the server finds of a query in what was said, asked once one pauses; the answer before stays until the next. */
export const useSaid = (query: string) => {
  const settled = useSettled(query, AFTER_MS);
  const [state, setState] = useState<{ readonly said: readonly SaidIn[]; readonly failed: boolean }>(NOTHING);
  useEffect(() => {
    const words = wordsIn(settled).join(' ').slice(0, 200);
    if (words === '') return setState(NOTHING);
    const leaving = new AbortController();
    request({ path: `/api/said?words=${encodeURIComponent(words)}`, signal: leaving.signal, isAnswer }).then(
      ({ said }) => setState({ said, failed: false }),
      () => !leaving.signal.aborted && setState({ said: [], failed: true }),
    );
    return () => leaving.abort();
  }, [settled]);
  return state;
};

const NOTHING = { said: [], failed: false } as const;
