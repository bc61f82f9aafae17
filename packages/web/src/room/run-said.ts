import { arrivalsSaid } from '@dryrun/interview';
import type { Run } from './heard.ts';

type Told = Pick<Run, 'load' | 'busiest' | 'holds' | 'full' | 'figures'>;

/** “Your board was run at 7,000 requests a second: “ranker” cannot keep up.” */
export const runSaid = (run: Told): string => `Your board was run at ${underWhat(run)}: ${outcomeSaid(run)}.`;

/** The same in a list of runs: “7,000 requests a second: “ranker” cannot keep up.” */
export const runBriefly = (run: Told): string => {
  const said = `${underWhat(run)}: ${outcomeSaid(run)}.`;
  return said.charAt(0).toUpperCase() + said.slice(1);
};

const outcomeSaid = ({ busiest, holds, full }: Told): string => {
  const hardest = busiest === undefined ? '' : `, and “${busiest}” works hardest`;
  if (full) return busiest === undefined ? 'a part of it cannot keep up' : `“${busiest}” cannot keep up`;
  if (holds === undefined)
    return busiest === undefined ? 'it was let run to its end' : `“${busiest}” works hardest`;
  return holds ? `it holds${hardest}` : `it misses what was asked for${hardest}`;
};

/** Older logs kept how many times the load it was, and no more. */
const underWhat = ({ load, figures }: Told): string => (figures ? arrivalsSaid(figures) : loadSaid(load));

const loadSaid = (load: number): string =>
  load === 1 ? 'its own load' : `${Number(load.toPrecision(3))} × the load`;
