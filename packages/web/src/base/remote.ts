import { useCallback, useEffect, useState } from 'react';
import { problemOf } from './api-problem.ts';
import type { ApiProblem } from './api-problem.ts';

/** Something that is asked for. While it is asked for again the old problem stays, so that nothing jumps. */
export type Remote<Value> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: Value }
  | { readonly state: 'failed'; readonly problem: ApiProblem; readonly retrying: boolean };

/** Asks once, again on `retry`, and by itself when the machine comes back online. `load` must keep its identity. */
export const useRemote = <Value>(load: (signal: AbortSignal) => Promise<Value>) => {
  const [remote, setRemote] = useState<Remote<Value>>({ state: 'loading' });
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    const leaving = new AbortController();
    load(leaving.signal).then(
      (value) => setRemote({ state: 'ready', value }),
      (reason: unknown) => {
        if (leaving.signal.aborted) return;
        setRemote({ state: 'failed', problem: problemOf(reason), retrying: false });
      },
    );
    return () => leaving.abort();
  }, [load, attempt]);

  const retry = useCallback(() => {
    setRemote((now) => (now.state === 'failed' ? { ...now, retrying: true } : now));
    setAttempt((count) => count + 1);
  }, []);

  const failed = remote.state === 'failed';
  useEffect(() => {
    if (!failed) return;
    window.addEventListener('online', retry);
    return () => window.removeEventListener('online', retry);
  }, [failed, retry]);

  return { remote, retry };
};
