import type { ContentHash, InterviewEvent } from '@dryrun/domain';

/** The contents that events say their interview was held with: what a deletion of the interview takes along. */
export const contentsNamedBy = (events: readonly InterviewEvent[]): readonly ContentHash[] => {
  const named = new Set<ContentHash>();
  for (const event of events) {
    if (event.type === 'InterviewOpened') named.add(event.content);
    if (event.type === 'RunRead') named.add(event.run);
    if (event.type === 'DebriefRead') named.add(event.debrief);
  }
  // In one order everywhere: two transactions that lock the same contents then never wait for each other in a ring.
  return [...named].sort();
};
