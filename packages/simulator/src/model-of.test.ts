import { readDesignText } from '@dryrun/design';
import type { Palette } from '@dryrun/domain';
import { describe, expect, it } from 'vitest';
import { analyse } from './analytic/index.ts';
import { modelOf } from './model-of.ts';

const setting = (type: 'count' | 'duration' | 'rate' | 'word', said = {}) => ({ type, says: type, ...said });
const PALETTE: Palette = {
  groups: {},
  kinds: [
    { id: 'client', behaves: 'client' as const },
    { id: 'server', behaves: 'station' as const },
    { id: 'stream', behaves: 'stream' as const },
  ].map((kind) => ({
    ...kind,
    name: kind.id,
    says: kind.id,
    groups: [],
    settings: {
      servers: setting('count', { default: 1 }),
      partitions: setting('count'),
      region: setting('word'),
      'service.mean': setting('duration'),
    },
    defaults: {},
    called: [],
  })),
  connection: {},
  workload: { rps: setting('rate') },
  world: {},
  distances: {
    sameZone: { roundTrip: '0ms' },
    otherZone: { roundTrip: '1ms' },
    otherRegion: { roundTrip: '80ms' },
    regions: [{ between: ['us', 'eu'], roundTrip: '70ms' }],
  },
  gpus: [],
  llmModels: [],
};

const model = (text: string, load?: number) => {
  const { design, findings } = readDesignText(text, PALETTE);
  if (!design) throw new Error(findings.map(({ message }) => message).join('\n'));
  return modelOf(design, PALETTE, { load });
};

const STATIONS = `
components:
  - { id: users, kind: client }
  - { id: api, kind: server, settings: { servers: 8, service: { mean: 10ms } } }
connections: [{ from: users, to: api }]
workloads: [{ name: search, from: users, rps: 720 }]
`;

describe('a design as a model', () => {
  it('is the station that its closed form is known of', () => {
    const { components } = analyse(model(STATIONS));
    // M/M/8 at 0.9: the wait is .87691624 service times.
    expect(components[1]?.utilisation).toBeCloseTo(0.9, 9);
    expect(components[1]?.waitMs?.mean).toBeCloseTo(8.7691624, 5);
  });

  it('takes every workload times its load', () =>
    expect(analyse(model(STATIONS, 0.5)).components[1]?.throughputRps).toBeCloseTo(360, 6));

  it.each([
    ['us', 'us', 0],
    ['us', 'eu', 0.035],
    ['eu', 'us', 0.035],
    ['us', 'asia', 0.04],
  ])('puts %s and %s half a round trip apart', (here, there, awayS) => {
    const text = `
components:
  - { id: users, kind: client, settings: { region: ${here} } }
  - { id: api, kind: server, settings: { region: ${there}, service: { mean: 10ms } } }
connections: [{ from: users, to: api }]
workloads: [{ name: search, from: users, rps: 7 }]
`;
    expect(model(text).edges[0]?.latencyS).toBe(awayS);
  });

  it.each([
    [3, 8, 3],
    [16, 8, 8],
  ])('lays %i partitions for %i consumers out as %i lanes', (partitions, servers, lanes) => {
    const text = `
components:
  - { id: users, kind: client }
  - { id: log, kind: stream, settings: { partitions: ${partitions} } }
  - { id: worker, kind: server, settings: { servers: ${servers}, service: { mean: 10ms } } }
connections: [{ from: users, to: log }, { from: log, to: worker }]
workloads: [{ name: events, from: users, rps: 7 }]
`;
    const [, , worker] = model(text).nodes;
    expect(worker).toMatchObject({ replicas: lanes, servers: 1 });
    expect(worker?.notes.join()).toContain(partitions < servers ? 'no more than 3 of its 8 at work' : '');
  });

  it('AN11 has as many partitions as its consumers can take where nobody says how many', () => {
    const text = (servers: number) => `
components:
  - { id: users, kind: client }
  - { id: log, kind: stream }
  - { id: worker, kind: server, settings: { servers: ${servers}, service: { mean: 10ms } } }
connections: [{ from: users, to: log }, { from: log, to: worker }]
workloads: [{ name: events, from: users, rps: 100000 }]
`;
    const capacity = (servers: number) => analyse(model(text(servers))).components[2]?.throughputRps ?? 0;
    expect([capacity(8), capacity(32)].map(Math.round)).toEqual([800, 3200]);
  });
});
