import type { Instant, InterviewId } from '@dryrun/domain';
import type { Listed } from './event-store.ts';

/** Ordered here and not in SQL: databases sort texts by their own collations, and equal instants must tie alike. */
export const newestFirst = (all: readonly Listed[]): readonly Listed[] =>
  [...all].sort((a, b) => b.startedAt - a.startedAt || byText(a.interview, b.interview));

type Sleeper = { readonly interview: InterviewId; readonly wakeAt: Instant | null };

export const dueAt = (
  at: Instant,
  sleepers: readonly Sleeper[],
): { readonly now: readonly InterviewId[]; readonly next: Instant | null } => {
  const now: { interview: InterviewId; wakeAt: Instant }[] = [];
  let next: Instant | null = null;
  for (const { interview, wakeAt } of sleepers) {
    if (wakeAt === null) continue;
    if (wakeAt <= at) now.push({ interview, wakeAt });
    else if (next === null || wakeAt < next) next = wakeAt;
  }
  now.sort((a, b) => a.wakeAt - b.wakeAt || byText(a.interview, b.interview));
  return { now: now.map((sleeper) => sleeper.interview), next };
};

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
