import type { InterviewId } from '@dryrun/domain';
import { interviewMs, viewAt } from '@dryrun/interview';
import type { EventStore } from '@dryrun/store';
import { done, refused } from './outcome.ts';
import type { Outcome } from './outcome.ts';

/** An interview that begins like another, as the other's page names it. */
export type Branch = {
  readonly interview: InterviewId;
  readonly status: 'running' | 'paused' | 'closed';
  /** The version of the other up to which both are the same, when that was, and how many turns it has. */
  readonly version: number;
  readonly atMs: number;
  readonly turns: number;
  readonly lastAt: number;
};

/**
 * What branches from an interview directly, in the order of where it does. A branch keeps the instant its original
 * began, so that only those of one beginning need be read.
 */
export const branchesOf = async (
  store: EventStore,
  interview: InterviewId,
): Promise<Outcome<readonly Branch[]>> => {
  const listed = await store.list();
  const own = listed.find((one) => one.interview === interview);
  if (!own) return refused('unknown-interview', `There is no interview “${interview}” here.`);
  const branches: Branch[] = [];
  for (const { interview: other, status, startedAt, lastAt } of listed) {
    if (startedAt !== own.startedAt || other === interview) continue;
    const events = await store.read(other);
    const at = events.findLastIndex(({ event }) => event.type === 'InterviewForked');
    const forked = events[at]?.event;
    if (forked?.type !== 'InterviewForked' || forked.from !== interview) continue;
    const { version, stoodAt } = forked;
    const { clock, turns } = viewAt(events, { version: at });
    const atMs = clock ? interviewMs(clock, stoodAt) : 0;
    branches.push({ interview: other, status, version, atMs, turns: turns.length, lastAt });
  }
  return done(branches.sort((a, b) => a.version - b.version || a.lastAt - b.lastAt));
};
