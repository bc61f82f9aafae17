/** What the runs of the candidate's own board show: told beside the words, each by the run itself. */
import type { Evidence, EventOf, StoredEvent } from '@dryrun/domain';

/** Runs that the candidate was told of, in their order. */
export const runsToldIn = (events: readonly StoredEvent[]): readonly EventOf<'RunRead'>[] => {
  const runs = new Map(
    events.flatMap(({ event }) => (event.type === 'RunRead' ? [[event.run, event] as const] : [])),
  );
  return events.flatMap(({ event }) => {
    const told =
      event.type === 'MoveChosen' && event.about.run !== undefined ? runs.get(event.about.run) : undefined;
    return told ? [told] : [];
  });
};

export const runEvidence = (runs: readonly EventOf<'RunRead'>[]): readonly Evidence[] =>
  runs.flatMap(({ run, holds, figures }, at): readonly Evidence[] => {
    if (!figures) return [];
    const before = runs[at - 1];
    const full = figures.full[0]?.name;
    if (holds)
      return [
        {
          kind: 'run',
          run,
          polarity: 'strength',
          reading:
            before && !before.holds
              ? 'changed the board after it broke, and the new run holds, which shows that the change went where it had to'
              : 'drew a board that holds under the changed requirement, which shows that it was made with room to grow',
        },
      ];
    const what = full === undefined ? 'it misses what was asked for' : `“${full}” cannot keep up`;
    return [
      {
        kind: 'run',
        run,
        polarity: 'concern',
        reading: `drew a board in which ${what} under the changed requirement, which shows where the design ends`,
      },
    ];
  });
