import { describe, expect, it } from 'vitest';
import type { Component, Connection, Design } from './design.ts';
import { describeDiff, diff } from './diff.ts';

const server = (id: string, servers: number, written: string | number = servers): Component => ({
  id,
  kind: 'server',
  name: id,
  settings: { servers },
  written: { servers: written },
});
const call = (from: string, to: string, settings: Connection['settings'] = {}): Connection => ({
  id: `${from}->${to}`,
  from,
  to,
  mode: 'sync',
  settings,
  written: settings,
});
const design = (components: readonly Component[], connections: readonly Connection[] = []): Design => ({
  name: 'one',
  components,
  connections,
  workloads: [],
  objectives: [],
  faults: [],
});

describe('what became of a design', () => {
  it('DG60 says what was added, removed and changed, in the words that were written', () => {
    const before = design([server('api', 8), server('old', 1)], [call('api', 'old')]);
    const after = design(
      [{ ...server('api', 16, '16 servers'), name: 'API' }, server('new', 1)],
      [call('api', 'new', { timeout: 1 })],
    );
    expect(describeDiff(diff(before, after))).toEqual([
      'The component “old” was removed.',
      'The component “new” was added.',
      'The component “API” (api): name from api to API; servers from 8 to 16 servers.',
      'The connection “api” → “old” was removed.',
      'The connection “api” → “new” was added.',
    ]);
  });

  it('DG60 DG61 compares settings that one of the two does not have, workloads and objectives', () => {
    const before = { ...design([server('a', 1)]), objectives: [{ measure: 'p99', atMost: 0.1 }] } as const;
    const after = {
      ...design([{ ...server('a', 1), settings: {}, written: {} }]),
      workloads: [{ name: 'search', from: 'a', settings: { rps: 1 }, written: { rps: 1 } }],
      objectives: [{ measure: 'p99', atMost: 0.2 }],
    } as const;
    expect(describeDiff(diff(before, after))).toEqual([
      'The component “a”: servers no longer 1.',
      'The workload “search” was added.',
      'The objective p99: atMost from 0.1 to 0.2.',
    ]);
  });

  it('DG61 sees no change in another way of writing the same, nor in where a box stands', () => {
    const before = design([server('a', 1000, '1k')]);
    const after = design([{ ...server('a', 1000, 1000), x: 10, y: 20 }]);
    expect(describeDiff(diff(before, after))).toEqual([]);
  });
});
