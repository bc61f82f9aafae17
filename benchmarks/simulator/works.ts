/** Oracles of stations that are no plain servers: batches (simulation anchors 3e), and what is kept ready. */
import { erlangB } from './formulas.ts';
import type { Oracle } from './oracle.ts';
import * as from from './readings.ts';
import { plusMinus, reading, within } from './readings.ts';

const asked = (kind: string, settings: string, rps: number): string => `name: one
components:
  - { id: users, kind: client }
  - { id: box, kind: ${kind}, settings: { ${settings} } }
connections:
  - { from: users, to: box, latency: 0ms }
workloads:
  - { name: all, from: users, rps: ${rps} }
`;

/** Rate, each, fixed; the bound, and what an independent simulation of take-all batches answered. */
const INOUE = [
  [0.3, 1, 2, 5.3736, 5.0807],
  [0.6, 1, 2, 9.5313, 9.4562],
  [0.9, 1, 2, 37.6316, 37.6412],
  [0.5, 1, 5, 16.6667, 16.6522],
  [0.8, 1, 10, 78.8889, 78.8657],
] as const;

const takesAll = ([rate, each, fixed, bound, simulated]: (typeof INOUE)[number]): Oracle => ({
  id: `take-all batches, λ ${rate}, ${each} b + ${fixed}`,
  truth: 'Inoue 2021, and an independent simulation',
  document: asked(
    'model-server',
    `servers: 1, service: { distribution: constant, mean: ${each + fixed}s }, batch: { most: 100000, each: ${each}s }`,
    rate,
  ),
  seed: 5,
  requests: 4_000_000,
  quick: rate === 0.8 ? 300_000 : undefined,
  readings: [
    // Printed to four digits, and with an error of its own.
    reading('response', simulated, from.latency('mean'), within(0.005)),
    reading(
      'bound in closed form',
      bound,
      ({ analytic }) => (analytic.request.latencyMs?.mean ?? 0) / 1000,
      plusMinus(0.02 * bound),
    ),
  ],
});

const capped: Oracle = {
  id: 'batches of 8 at most',
  truth: 'most throughput is most ÷ (most × each + fixed)',
  document: asked(
    'model-server',
    'servers: 1, service: { distribution: constant, mean: 1s }, batch: { most: 8, each: 100ms }',
    10,
  ),
  seed: 6,
  requests: 200_000,
  readings: [reading('throughput', 8 / 1.7, from.throughput, within(0.005))],
};

const ready: Oracle = {
  id: 'twelve kept ready, ten a second, a second each',
  truth: 'Erlang B of those that are being started',
  document: asked(
    'tool-sandbox',
    'servers: 100000, service: { distribution: constant, mean: 200ms }, ready: { count: 12, cold: 1s }',
    10,
  ),
  seed: 7,
  requests: 4_000_000,
  quick: 200_000,
  readings: [reading('mean', 0.2 + erlangB(12, 10), from.latency('mean'))],
};

export const WORKS: readonly Oracle[] = [...INOUE.map(takesAll), capped, ready];
