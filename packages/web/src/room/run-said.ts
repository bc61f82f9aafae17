import type { Run } from './heard.ts';

/** “Your board was run at 10 × the load: the ranker is full.” */
export const runSaid = ({ load, full }: Pick<Run, 'load' | 'full'>): string =>
  `Your board was run at ${loadSaid(load)}: ${full === undefined ? 'nothing is full' : `“${full}” is full`}.`;

const loadSaid = (load: number): string =>
  load === 1 ? 'its own load' : `${Number(load.toPrecision(3))} × the load`;
