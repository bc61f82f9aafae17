/** What a mark is called when somebody sees it differently. Kept in the log: a name here never changes its meaning. */
import type { Dimension } from '@dryrun/domain';
import type { Contested } from '@dryrun/interview';

export const MARKS = {
  letter: 'letter',
  level: 'level',
  safety: 'safety',
  dimension: (id: Dimension) => id,
  heard: (id: string) => markOf('heard', id),
  moment: (item: string) => markOf('moment', item),
  hint: (turn: number) => markOf('hint', String(turn)),
  flag: (id: string) => markOf('flag', id),
} as const;

/** As long as the log allows. */
const MARK_MAX = 200;
export const REASON_MAX = 2000;

const markOf = (kind: string, id: string): string => `${kind}/${id}`.slice(0, MARK_MAX);

export type Objection = { readonly reason: string; readonly at: number; readonly earlier: boolean };

/** What was written on a mark, oldest first, and whether it was on a debrief before this one. */
export const objectionsTo = (
  mark: string,
  contested: readonly Contested[],
  debrief: string,
): readonly Objection[] =>
  contested
    .filter((one) => one.mark === mark)
    .map(({ reason, at, debrief: of }) => ({ reason, at, earlier: of !== debrief }));
