import { useCallback, useEffect, useState } from 'react';
import { problemOf } from '../base/api-problem.ts';
import type { ApiProblem } from '../base/api-problem.ts';
import { fetchDebrief } from './debrief-api.ts';
import type { NamedDebrief } from './debrief-api.ts';

export type Awaited =
  | { readonly state: 'asking' }
  /** `times` it was looked for and was not there. */
  | { readonly state: 'being-written'; readonly times: number }
  /** The interview that it branches from is being held: what a debrief tells would count there. */
  | { readonly state: 'held-back' }
  | { readonly state: 'ready'; readonly debrief: NamedDebrief }
  | { readonly state: 'failed'; readonly problem: ApiProblem };

const AGAIN_MS = 2000;

/** The debrief is written after the goodbye: until it is there, it is looked for again. Of no interview, there is none. */
export const useDebrief = (interview: string | undefined) => {
  const [awaited, setAwaited] = useState<Awaited>({ state: 'asking' });
  const [asked, setAsked] = useState(0);

  useEffect(() => {
    if (interview === undefined) return;
    const leaving = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async (times: number): Promise<void> => {
      try {
        setAwaited({ state: 'ready', debrief: await fetchDebrief(interview, leaving.signal) });
      } catch (reason) {
        if (leaving.signal.aborted) return;
        const problem = problemOf(reason);
        if (problem.answer?.code === 'still-open') {
          setAwaited({ state: 'held-back' });
          return;
        }
        const written = problem.answer?.status === 404 || problem.answer?.status === 409;
        setAwaited(written ? { state: 'being-written', times } : { state: 'failed', problem });
        timer = setTimeout(() => ask(times + 1), AGAIN_MS);
      }
    };
    void ask(1);
    return () => {
      leaving.abort();
      clearTimeout(timer);
    };
  }, [interview, asked]);

  return { awaited, retry: useCallback(() => setAsked((count) => count + 1), []) };
};
