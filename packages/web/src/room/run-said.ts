import type { Run } from './heard.ts';

/** “Your board was run at 10 × the load: “ranker” cannot keep up.” */
export const runSaid = ({
  load,
  busiest,
  holds,
  full,
}: Pick<Run, 'load' | 'busiest' | 'holds' | 'full'>): string =>
  `Your board was run at ${loadSaid(load)}: ${outcomeSaid(busiest, holds, full)}.`;

/** The same in a list of runs: “10 × the load: “ranker” cannot keep up.” */
export const runBriefly = ({
  load,
  busiest,
  holds,
  full,
}: Pick<Run, 'load' | 'busiest' | 'holds' | 'full'>): string => {
  const said = `${loadSaid(load)}: ${outcomeSaid(busiest, holds, full)}.`;
  return said.charAt(0).toUpperCase() + said.slice(1);
};

const outcomeSaid = (
  busiest: string | undefined,
  holds: boolean | undefined,
  full: boolean | undefined,
): string => {
  const hardest = busiest === undefined ? '' : `, and “${busiest}” works hardest`;
  if (full) return busiest === undefined ? 'a part of it cannot keep up' : `“${busiest}” cannot keep up`;
  if (holds === undefined)
    return busiest === undefined ? 'it was let run to its end' : `“${busiest}” works hardest`;
  return holds ? `it holds${hardest}` : `it misses what was asked for${hardest}`;
};

const loadSaid = (load: number): string =>
  load === 1 ? 'its own load' : `${Number(load.toPrecision(3))} × the load`;
