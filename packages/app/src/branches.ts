import type { InterviewId, StoredEvent } from '@dryrun/domain';
import { interviewMs, viewAt } from '@dryrun/interview';
import type { EventStore, Listed } from '@dryrun/store';
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
    const origin = originOf(await store.read(other));
    if (origin?.from !== interview) continue;
    const { version, atMs, turns } = origin;
    branches.push({ interview: other, status, version, atMs, turns, lastAt });
  }
  return done(branches.sort((a, b) => a.version - b.version || a.lastAt - b.lastAt));
};

/** From where an interview that is a branch goes on, and how many turns it has from there. */
const originOf = (events: readonly StoredEvent[]) => {
  const at = events.findLastIndex(({ event }) => event.type === 'InterviewForked');
  const forked = events[at]?.event;
  if (forked?.type !== 'InterviewForked') return undefined;
  const { from, version, stoodAt } = forked;
  const { clock, turns } = viewAt(events, { version: at });
  return { from, version, turns: turns.length, atMs: clock ? interviewMs(clock, stoodAt) : 0 };
};

/** A line of the list: one that answers another again says from which moment. */
export type Entry = Listed & {
  readonly answersAgain?: { readonly interview: InterviewId; readonly atMs: number };
};

/** Lists what is kept. Where a branch begins never changes: of those that share a beginning, each is read once. */
export const createListing = (store: EventStore) => {
  const origins = new Map<InterviewId, Entry['answersAgain']>();
  const answersAgain = async (interview: InterviewId) => {
    if (!origins.has(interview)) {
      const origin = originOf(await store.read(interview));
      origins.set(interview, origin && { interview: origin.from, atMs: origin.atMs });
    }
    return origins.get(interview);
  };
  return async (): Promise<readonly Entry[]> => {
    const listed = await store.list();
    const begun = new Map<number, number>();
    for (const { startedAt } of listed) begun.set(startedAt, (begun.get(startedAt) ?? 0) + 1);
    return Promise.all(
      listed.map(async (one) => {
        if (begun.get(one.startedAt) === 1) return one;
        const again = await answersAgain(one.interview);
        return again ? { ...one, answersAgain: again } : one;
      }),
    );
  };
};
