import { applyOperations, emptyBoard } from './board.ts';
import { describe, expect, it } from 'vitest';
import { drawDesign } from './design-board.ts';

const board = (document: unknown) => {
  const drawn = drawDesign(document);
  if (typeof drawn === 'string') throw new Error(drawn);
  return applyOperations(emptyBoard, drawn);
};

describe('a design on the board', () => {
  it('TE7 keeps ids, kinds, names, settings, and what it is to hold', () => {
    const design = {
      name: 'two stations',
      components: [
        { id: 'users', kind: 'client', name: 'Users' },
        {
          id: 'api',
          kind: 'server',
          settings: { servers: 8, service: { distribution: 'exponential', mean: '10ms' } },
        },
      ],
      connections: [
        { from: 'users', to: 'api', mode: 'sync', workloads: ['search', 'ads'] },
        { from: 'users', to: 'api', label: 'again' },
      ],
      workloads: [{ name: 'search', from: 'users', rps: 720 }],
    };
    expect(board(design)).toEqual({
      components: [
        { id: 'users', kind: 'client', name: 'Users' },
        {
          id: 'api',
          kind: 'server',
          name: 'api',
          settings: { servers: 8, 'service.distribution': 'exponential', 'service.mean': '10ms' },
        },
      ],
      connections: [
        { id: 'users->api', from: 'users', to: 'api', settings: { mode: 'sync', workloads: 'search, ads' } },
        { id: 'users->api 2', from: 'users', to: 'api', label: 'again' },
      ],
      required: { workloads: [{ name: 'search', from: 'users', rps: 720 }], objectives: [] },
    });
  });

  it.each([
    [{}, 'components'],
    [{ components: [{ kind: 'server' }] }, 'components.0.id'],
    [{ components: [{ id: 'a' }, { id: 'a' }] }, 'two components “a”'],
    [{ components: [{ id: 'a', kind: 7 }] }, 'kind'],
    ['a box', 'expected object'],
  ])('TE7 says what is wrong with %j', (document, told) =>
    expect(drawDesign(document)).toEqual(expect.stringContaining(told)),
  );
});
