/**
 * Whether intervals are what they say: over many seeds, 95 % of the 95 % intervals hold the truth. Fewer, and a figure
 * looks surer than it is; more, and runs take longer than they need.
 */
import { simulate } from '@dryrun/simulator';
import type { Figure, Report } from '@dryrun/simulator';
import { waitMMc } from './formulas.ts';
import { palette, readDocument } from './oracle.ts';
import * as from from './readings.ts';
import { poisson, station } from './stations.ts';

export type CoverageRow = {
  readonly what: string;
  readonly covered: number;
  readonly of: number;
  /** Mean half-width over the truth. */
  readonly width: number;
  /** Mean of the values over the truth, less one: an interval may also miss for being off on one side. */
  readonly bias: number;
  readonly held: boolean;
};

const CHAIN = `name: chain
components:
  - { id: users, kind: client }
  - { id: one, kind: server, settings: { service: { distribution: exponential, mean: 600ms } } }
  - { id: two, kind: server, settings: { servers: 2, service: { distribution: exponential, mean: 1s } } }
  - { id: three, kind: server, settings: { service: { distribution: exponential, mean: 700ms } } }
connections:
  - { from: users, to: one }
  - { from: one, to: two }
  - { from: two, to: three }
workloads:
${poisson(1)}
`;
const exponential = (servers: number) =>
  `servers: ${servers}, service: { distribution: exponential, mean: 1s }`;

const CASES: readonly {
  readonly what: string;
  readonly document: string;
  readonly truth: number;
  readonly read: (report: Report) => Figure | null;
}[] = [
  {
    what: 'mean of M/M/1 ρ .7',
    document: station(exponential(1), poisson(0.7)),
    truth: 1 / 0.3,
    read: from.latency('mean'),
  },
  {
    what: 'p99 of M/M/1 ρ .7',
    document: station(exponential(1), poisson(0.7)),
    truth: Math.log(100) / 0.3,
    read: from.latency('p99'),
  },
  {
    what: 'mean of M/M/8 ρ .8',
    document: station(exponential(8), poisson(6.4)),
    truth: waitMMc(8, 6.4) + 1,
    read: from.latency('mean'),
  },
  {
    what: 'mean of three stages',
    document: CHAIN,
    truth: 0.6 / 0.4 + waitMMc(2, 1) + 1 + 0.7 / 0.3,
    read: from.latency('mean'),
  },
];

export const coverage = (seeds: number, requests: number): readonly CoverageRow[] =>
  CASES.map(({ what, document, truth, read }) => {
    const design = readDocument(document, what);
    let covered = 0;
    let width = 0;
    let sum = 0;
    for (let seed = 1; seed <= seeds; seed++) {
      const figure = read(simulate(design, palette(), { seed, requests }));
      const halfWidth = figure?.halfWidth ?? Number.NaN;
      const value = figure?.value ?? Number.NaN;
      if (Math.abs(value - truth) <= halfWidth) covered++;
      width += halfWidth / truth / seeds;
      sum += value / truth / seeds;
    }
    const share = covered / seeds;
    return { what, covered, of: seeds, width, bias: sum - 1, held: share >= 0.92 && share <= 0.98 };
  });
