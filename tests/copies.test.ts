/** “×4” on a box of any kind: four times as much, behind whoever asks, a stream and a queue; or it is said why not. */
import { readBoard, runnableBoard } from '@dryrun/design';
import { analyse, modelOf, simulate } from '@dryrun/simulator';
import { describe, expect, it } from 'vitest';
import { palette } from './testing/simulated.ts';

/** A box behind users, or behind them and something that hands on what they sent. */
const boardOf = (box: string, through?: string) => {
  const names = ['Users', ...(through === undefined ? [] : [`${through} ×1000`]), box];
  return {
    components: names.map((name, at) => ({ id: `${at}`, name })),
    connections: names.slice(1).map((_, at) => ({ id: `to ${at + 1}`, from: `${at}`, to: `${at + 1}` })),
  };
};

const designOf = (box: string, rps: number, through?: string) => {
  const design = runnableBoard(boardOf(box, through), palette, rps);
  if (typeof design === 'string') throw new Error(design);
  return design;
};

const FLOOD = 1e8;
const capacityOf = (box: string, through?: string): number =>
  analyse(modelOf(designOf(box, FLOOD, through), palette)).components.at(-1)?.throughputRps ?? 0;

/** Nothing is assumed of the one, and on the others nobody waits for another: they take whatever comes. */
const TAKES_ALL: ReadonlySet<string> = new Set(['server', 'on-device-model']);
const serving = palette.kinds.filter(({ groups, id }) => groups.includes('serving') && !TAKES_ALL.has(id));
const others = palette.kinds.filter(({ groups, id }) => !groups.includes('serving') && id !== 'client');

describe('copies', () => {
  it.each(serving.map(({ name }) => name))('DG19 four times “%s” do four times as much', (name) => {
    for (const through of [undefined, 'Kafka', 'Queue'])
      expect(capacityOf(`${name} ×4`, through) / capacityOf(`${name} ×1`, through)).toBeCloseTo(4, 6);
  });

  it.each(others.map(({ name }) => name))('DG19 says that “%s” has no copies that count', (name) => {
    const { findings } = readBoard(boardOf(`${name} ×4`), palette);
    expect(findings.map(({ code }) => code)).toContain('no-copies');
    expect(readBoard(boardOf(name), palette).findings.map(({ code }) => code)).not.toContain('no-copies');
  });

  it.each(['Postgres', 'Cassandra', 'Data lake', 'Flink'])(
    'AN11 four times “%s” do as much in a run as in closed form',
    (name) => {
      const rps = 1.5 * capacityOf(`${name} ×4`);
      const { overload, components, analytic } = simulate(designOf(`${name} ×4`, rps), palette, {
        seed: 1,
        eventsMax: 300_000,
      });
      expect(overload).toHaveLength(1);
      const share = (components[1]?.throughputRps ?? 0) / (analytic.components[1]?.throughputRps ?? 0);
      expect(share).toBeCloseTo(1, 1);
    },
  );

  it.each([
    ['Data lake', 10_000],
    ['Flink counters', 20_000],
    ['BigQuery', 20_000],
    ['Cassandra', 5000],
  ])('CP8 one “%s” takes the events of a stream as people mean it', (name, least) => {
    expect(capacityOf(name, 'Kafka')).toBeGreaterThan(least);
  });

  it('CP8 one broker takes some hundred thousand events, and one gateway some ten thousand requests', () => {
    expect(capacityOf('Kafka') / 337_000).toBeCloseTo(1, 0);
    expect(capacityOf('API gateway') / 23_667).toBeCloseTo(1, 0);
  });
});
