/** The hour as a line: one stretch for each phase, as long as its minutes, filled as they pass. */
import { cueBeforeEndMs, totalMs } from '@dryrun/interview';
import type { View } from '@dryrun/interview';

export type Stretch = {
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  readonly state: 'past' | 'now' | 'ahead';
  /** From 0 to 1. */
  readonly filled: number;
};

export const stretchesOf = ({ plan, terms, phase, status }: View, nowMs: number): readonly Stretch[] => {
  const current = plan?.phases.findIndex(({ id }) => id === phase?.id) ?? -1;
  const pace = terms?.pace ?? 1;
  return (plan?.phases ?? []).map(({ id, title, budgetMs }, index) => {
    const within = status === 'closed' ? 'past' : 'now';
    const state = index < current ? 'past' : index === current ? within : 'ahead';
    const spent = nowMs - (phase?.enteredMs ?? 0);
    // Without minutes nothing says how much of a phase is over: it is all of it now.
    const part = pace === 'untimed' ? 1 : Math.min(1, spent / (budgetMs * pace));
    const filled = index < current ? 1 : index === current ? part : 0;
    return { id, title, minutes: budgetMs / 60_000, state, filled: Math.max(0, filled) };
  });
};

/** What there is to reach in the phase that is now: whoever is coached has it in sight. */
export const goalOf = ({ plan, terms, phase, status }: View): string | undefined =>
  terms?.mode === 'coach' && status !== 'closed'
    ? plan?.phases.find(({ id }) => id === phase?.id)?.goal
    : undefined;

/** The last five minutes, or a fifth of a short interview: when the time left is said (IN7), the line is thicker. */
export const isNearEnd = ({ plan, terms }: View, nowMs: number): boolean => {
  const total = plan && terms ? totalMs(plan, terms.pace) : Number.POSITIVE_INFINITY;
  return nowMs >= total - cueBeforeEndMs(total);
};

/** Undefined where there is no time to be over. */
export const lengthMs = ({ plan, terms }: View): number | undefined => {
  const total = plan && terms ? totalMs(plan, terms.pace) : undefined;
  return total === undefined || !Number.isFinite(total) ? undefined : total;
};
