/**
 * What was said or done here and is not known to be kept yet. Commands leave one at a time in the order they were
 * made, each under its id until the server acknowledges it: sent twice it is applied once.
 *
 *     put ─▶ waiting ─send─▶ acknowledged ─(its events are seen)─▶ gone
 *              ▲   └─ nobody answered: again, later
 *              └──── refused: gone, and whoever made it is told
 */
import type { CandidateAction } from '@dryrun/domain';
import type { Heard } from './heard.ts';

export type Pending = {
  readonly id: string;
  readonly action: CandidateAction;
  /** The version that had been seen when it was made: its own events come later. */
  readonly seen: number;
  readonly attempts: number;
  /** The last version it made, once it is known to be kept. */
  readonly keptAs: number | undefined;
};
export type Outbox = readonly Pending[];

export const put = (outbox: Outbox, id: string, action: CandidateAction, seen: number): Outbox =>
  outbox.some((pending) => pending.id === id)
    ? outbox
    : [...outbox, { id, action, seen, attempts: 0, keptAs: undefined }];

export const nextToSend = (outbox: Outbox): Pending | undefined =>
  outbox.find(({ keptAs }) => keptAs === undefined);

export const acknowledged = (outbox: Outbox, id: string, keptAs: number): Outbox =>
  outbox.map((pending) => (pending.id === id ? { ...pending, keptAs } : pending));

export const unanswered = (outbox: Outbox, id: string): Outbox =>
  outbox.map((pending) => (pending.id === id ? { ...pending, attempts: pending.attempts + 1 } : pending));

export const without = (outbox: Outbox, id: string): Outbox => outbox.filter((pending) => pending.id !== id);

/** What is kept and seen needs no second place on the page. */
export const seenUpTo = (outbox: Outbox, version: number): Outbox =>
  outbox.some(({ keptAs }) => keptAs !== undefined && keptAs <= version)
    ? outbox.filter(({ keptAs }) => keptAs === undefined || keptAs > version)
    : outbox;

const LONGEST_WAIT_MS = 4000;

/** Soon at first, then less and less often. */
export const waitMs = (attempts: number): number => Math.min(LONGEST_WAIT_MS, 250 * 2 ** (attempts - 1));

/**
 * The words among them that the conversation does not show yet. The stream may be faster than the acknowledgement, so
 * each turn that says the same, and was said since, stands for one of them.
 */
export const unseenWords = (outbox: Outbox, { view, versions }: Heard) => {
  const shown = view.turns
    .filter(({ speaker }) => speaker === 'candidate')
    .map(({ turn, text }) => ({ version: versions.get(turn) ?? 0, text }));
  return outbox.flatMap(({ id, action, seen, attempts, keptAs }) => {
    if (action.type !== 'Say') return [];
    const text = action.text.trim();
    const at = shown.findIndex((said) => said.version > seen && said.text === text);
    if (at >= 0) shown.splice(at, 1);
    return at >= 0 ? [] : [{ id, text, attempts, kept: keptAs !== undefined }];
  });
};
