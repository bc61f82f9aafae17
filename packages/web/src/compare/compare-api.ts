import type { View } from '@dryrun/interview';
import { problemOf } from '../base/api-problem.ts';
import { fetchView } from '../room/room-api.ts';
import { fetchBranches } from './branches-api.ts';
import type { Branch } from './branches-api.ts';

/** An interview and the one it branches from, where it branches and that one is still kept. */
export type Pair = {
  readonly interview: string;
  readonly view: View;
  readonly first: View | undefined;
  /** All that branch where this one does; of an interview that branches from none, its own. */
  readonly branches: readonly Branch[];
};

export const fetchPair = async (interview: string, signal: AbortSignal): Promise<Pair> => {
  const view = await fetchView(interview, signal);
  const { forkedFrom } = view;
  if (!forkedFrom) {
    const branches = await fetchBranches(interview, signal);
    const [only, ...others] = branches;
    if (!only || others.length > 0) return { interview, view, first: undefined, branches };
    // One answer is no choice: it is what stands beside.
    return {
      interview: only.interview,
      view: await fetchView(only.interview, signal),
      first: view,
      branches,
    };
  }
  try {
    const from = forkedFrom.interview;
    const [first, branches] = await Promise.all([fetchView(from, signal), fetchBranches(from, signal)]);
    return { interview, view, first, branches };
  } catch (reason) {
    if (problemOf(reason).answer?.status !== 404) throw reason;
    return { interview, view, first: undefined, branches: [] };
  }
};
