import { apiPathOf } from '../base/api.ts';
import { hasField, request } from '../base/request.ts';

/** An interview that begins like another one, and up to where. */
export type Branch = {
  readonly interview: string;
  readonly status: 'running' | 'paused' | 'closed';
  readonly version: number;
  readonly atMs: number;
  /** How many turns both have. */
  readonly turns: number;
  readonly lastAt: number;
};

export const fetchBranches = async (interview: string, signal?: AbortSignal): Promise<readonly Branch[]> => {
  const { branches } = await request({
    path: apiPathOf(interview, '/branches'),
    signal,
    isAnswer: hasField<{ readonly branches: readonly Branch[] }>('branches', Array.isArray),
  });
  return branches;
};
