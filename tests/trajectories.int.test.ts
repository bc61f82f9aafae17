/**
 * Runs that must not change by themselves: with another Node, another machine, another order of work. A change to the
 * simulator that is meant to change them is written here by `npx vitest run --project int tests/trajectories -u`.
 */
import { simulate } from '@dryrun/simulator';
import { describe, expect, it } from 'vitest';
import { TRAJECTORIES } from './testing/trajectories.ts';

const hashes = () =>
  TRAJECTORIES.map(({ name, design, palette, options }) => {
    const { events, trajectoryHash } = simulate(design, palette, options).engine;
    return `${trajectoryHash} ${events} events: ${name}`;
  });

describe('a run', () => {
  it('SM1 takes the path that it has always taken', () =>
    expect(hashes()).toMatchInlineSnapshot(`
    [
      "43da2edc 20061 events: M/M/8",
      "6a929c03 20923 events: retries, hedges, copies that come and go, and a fault",
      "b6d095af 41556 events: a closed loop with priorities",
    ]
  `));

  it('SM1 takes another path from another seed', () => {
    for (const { design, palette, options } of TRAJECTORIES) {
      const [one, other] = [options.seed, options.seed - 1].map(
        (seed) => simulate(design, palette, { ...options, seed }).engine.trajectoryHash,
      );
      expect(one).not.toBe(other);
    }
  });
});
