import { describe, expect, it } from 'vitest';
import { kindOfLabel, replicasIn } from './labels.ts';
import { readBoard } from './read-board.ts';
import { palette } from './testing/palette.ts';

describe('labels', () => {
  it.each([
    ['Users', 'client'],
    ['the API gateway', 'gateway'],
    ['Load Balancers', 'load-balancer'],
    ['LOADBALANCER', 'load-balancer'],
    ['Redis cache', 'cache'],
    ['Session cache (Redis)', 'cache'],
    ['Cache for user profiles', 'cache'],
    ['User service', 'service'],
    ['Prefill workers', 'llm-server'],
    ['Queue worker', 'service'],
    ['Redis node', 'cache'],
    ['User profile service', 'service'],
    ['App servers', 'service'],
    ['featureStore', 'feature-store'],
    ['llm-server', 'llm-server'],
    ['PostgreSQL', 'sql'],
    ['Blorb', undefined],
    ['', undefined],
    ['constructor __proto__', undefined],
  ])('DG17 “%s” is %s', (label, kind) => expect(kindOfLabel(label, palette)?.kind).toBe(kind));

  it.each([
    ['Ranker ×3', 3],
    ['Ranker x3', 3],
    ['3x ranker', 3],
    ['Ranker (12 replicas)', 12],
    ['x86 box', undefined],
    ['Ranker', undefined],
    ['Ranker x0', undefined],
    ['matrix3', undefined],
  ])('DG19 “%s” stands for %s', (name, replicas) => expect(replicasIn(name)).toBe(replicas));
});

describe('a board', () => {
  const board = {
    components: [
      { id: 'u', name: 'Users' },
      { id: 'a', name: 'API servers ×3', settings: { 'service.mean': '5ms' } },
      { id: 'c', name: 'Redis' },
      { id: 'd', name: 'Postgres' },
      { id: 'z', name: 'Blorb' },
    ],
    connections: [
      { id: '1', from: 'u', to: 'a' },
      { id: '2', from: 'a', to: 'c' },
      { id: '3', from: 'a', to: 'd', label: 'on miss' },
      { id: '4', from: 'a', to: 'z', label: 'async, 3 calls', settings: { mode: 'async' } },
    ],
  };

  it('DG18 asks what an unknown box is, and reads the rest', () => {
    const { design, findings } = readBoard(board, palette);
    expect(findings.map(({ code, severity, component }) => [code, severity, component])).toEqual([
      ['unrecognised', 'question', 'z'],
      ['no-workload', 'question', undefined],
    ]);
    expect(design?.components.map(({ kind }) => kind)).toEqual([
      'client',
      expect.any(String),
      'cache',
      'sql',
      'service',
    ]);
  });

  it('DG19 DG85 listens to names and labels', () => {
    const { design } = readBoard(board, palette);
    expect(design?.components[1]?.settings.replicas).toBe(3);
    expect(design?.connections[2]?.written).toEqual({ onMiss: 'c' });
    expect(design?.connections[3]).toMatchObject({
      mode: 'async',
      label: 'async, 3 calls',
      settings: { calls: 3 },
    });
  });

  it('DG13 asks for a client and a workload', () =>
    expect(
      readBoard({ components: [], connections: [] }, palette).findings.map(({ severity }) => severity),
    ).toEqual(['question', 'question']));
});
