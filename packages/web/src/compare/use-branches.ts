import { useCallback } from 'react';
import { useRemote } from '../base/remote.ts';
import { fetchBranches } from './branches-api.ts';
import type { Branch } from './branches-api.ts';

const NONE: readonly Branch[] = [];

/** The branches of an interview, when they are known. Where they cannot be told, the page is whole without them. */
export const useBranches = (interview: string): readonly Branch[] | undefined => {
  const load = useCallback((signal: AbortSignal) => fetchBranches(interview, signal), [interview]);
  const { remote } = useRemote(load);
  switch (remote.state) {
    case 'loading':
      return undefined;
    case 'failed':
      return NONE;
    case 'ready':
      return remote.value;
  }
};
