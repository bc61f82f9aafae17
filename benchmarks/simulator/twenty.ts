/**
 * What somebody at the board waits for: a design of twenty components, its fullest at no more than 70 %. The closed
 * forms must answer while they draw, and the run must know its mean within two in a hundred soon after.
 */
import { analyse, modelOf, simulate } from '@dryrun/simulator';
import { palette, readDocument } from './oracle.ts';
import { median } from './speed.ts';

export type TwentyRow = {
  readonly what: string;
  readonly found: string;
  readonly limit: string;
  readonly held: boolean;
};

const box = (id: string, settings: string) => `  - { id: ${id}, kind: server, settings: { ${settings} } }`;
const lognormal = (servers: number, mean: string) =>
  `servers: ${servers}, service: { distribution: lognormal, cv2: 1.5, mean: ${mean} }`;
const exponential = (servers: number, mean: string) =>
  `servers: ${servers}, service: { distribution: exponential, mean: ${mean} }`;

/** A feed: candidates from several sources, features, two rankers, what is logged behind it. 400 requests a second. */
export const TWENTY = `name: a feed of twenty components
components:
  - { id: users, kind: client }
${[
  box('edge', 'replicas: 2, servers: 4, service: { distribution: constant, mean: 5ms }'),
  box('gateway', `replicas: 2, ${lognormal(4, '12ms')}`),
  box('session', exponential(4, '4ms')),
  box('feed', `replicas: 4, order: parallel, ${lognormal(4, '20ms')}`),
  box('profile-cache', exponential(4, '1ms')),
  box('profile-store', exponential(4, '6ms')),
  box('follow-graph', `replicas: 2, ${exponential(4, '9ms')}`),
  box('two-tower', `replicas: 2, ${lognormal(4, '8ms')}`),
  box('vector-index', `replicas: 3, ${lognormal(4, '15ms')}`),
  box('trending', exponential(2, '2ms')),
  box('assembler', `replicas: 2, ${lognormal(4, '10ms')}`),
  box('feature-store', `replicas: 2, ${exponential(8, '5ms')}`),
  box('first-ranker', `replicas: 4, ${lognormal(2, '13ms')}`),
  box('second-ranker', `replicas: 8, ${lognormal(2, '25ms')}`),
  box('policy', `replicas: 2, ${exponential(4, '8ms')}`),
  box('blender', exponential(4, '4ms')),
  box('render', `replicas: 2, ${lognormal(4, '11ms')}`),
  box('event-log', exponential(4, '2ms')),
  box('counters', exponential(4, '3ms')),
].join('\n')}
connections:
  - { from: users, to: edge, latency: 15ms }
  - { from: edge, to: gateway }
  - { from: gateway, to: session }
  - { from: gateway, to: feed }
  - { from: feed, to: profile-cache }
  - { from: profile-cache, to: profile-store, probability: 0.15 }
  - { from: feed, to: follow-graph }
  - { from: feed, to: two-tower }
  - { from: two-tower, to: vector-index }
  - { from: feed, to: trending }
  - { from: gateway, to: assembler }
  - { from: assembler, to: feature-store, calls: 2 }
  - { from: assembler, to: first-ranker }
  - { from: assembler, to: second-ranker }
  - { from: assembler, to: policy }
  - { from: gateway, to: blender }
  - { from: gateway, to: render, probability: 0.8 }
  - { from: gateway, to: event-log, mode: async }
  - { from: event-log, to: counters, mode: async }
workloads:
  - { name: feed, from: users, rps: 400 }
`;

const ANALYSE_MS = 5;
const RUN_S = 2;
const ERROR = 0.02;

export const twenty = (): readonly TwentyRow[] => {
  const design = readDocument(TWENTY, 'a feed of twenty components');
  const analyses: number[] = [];
  for (let round = 0; round < 50; round++) {
    const began = performance.now();
    analyse(modelOf(design, palette()));
    analyses.push(performance.now() - began);
  }
  const began = performance.now();
  const report = simulate(design, palette(), { seed: 1, precision: { mean: ERROR, p99: 1 } });
  const seconds = (performance.now() - began) / 1000;
  const mean = report.request.latencyMs?.mean;
  const reached = (mean?.halfWidth ?? Number.NaN) / (mean?.value ?? Number.NaN);
  const fullest = Math.max(...report.components.map(({ utilisation }) => utilisation ?? 0));
  return [
    {
      what: 'components',
      found: String(design.components.length),
      limit: '20',
      held: design.components.length === 20,
    },
    {
      what: 'fullest component',
      found: `${(100 * fullest).toFixed(1)} %`,
      limit: '60 to 70 %',
      held: fullest <= 0.7 && fullest >= 0.6,
    },
    {
      what: '`modelOf` and `analyse`, median of 50',
      found: `${median(analyses).toFixed(3)} ms (first ${analyses[0]!.toFixed(1)})`,
      limit: `${ANALYSE_MS} ms`,
      held: median(analyses) < ANALYSE_MS,
    },
    {
      what: 'half-width of the mean',
      found: `${(100 * reached).toFixed(2)} % of ${mean?.value.toFixed(2)} ms`,
      limit: `${100 * ERROR} %`,
      held: reached <= ERROR,
    },
    {
      what: 'seconds until then',
      found: `${seconds.toFixed(2)} s, ${report.engine.events} events`,
      limit: `${RUN_S} s`,
      held: seconds < RUN_S,
    },
  ];
};
