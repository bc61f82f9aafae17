import { useCallback } from 'react';
import { useRemote } from '../base/remote.ts';
import { fetchBranches } from './branches-api.ts';
import type { Branch } from './branches-api.ts';

const NONE: readonly Branch[] = [];

/** The branches of an interview; until they are known, none. The page is whole without them. */
export const useBranches = (interview: string): readonly Branch[] => {
  const load = useCallback((signal: AbortSignal) => fetchBranches(interview, signal), [interview]);
  const { remote } = useRemote(load);
  return remote.state === 'ready' ? remote.value : NONE;
};
