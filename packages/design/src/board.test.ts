import type { BoardOperation } from '@dryrun/domain';
import { describe, expect, it } from 'vitest';
import { applyOperations, emptyBoard, isMisfit } from './board.ts';

const place = (id: string): BoardOperation => ({ op: 'place', component: { id, name: id } });
const connect = (from: string, to: string): BoardOperation => ({
  op: 'connect',
  connection: { id: `${from}-${to}`, from, to },
});

const draw = (...operations: BoardOperation[]) => {
  const board = applyOperations(emptyBoard, operations);
  if (isMisfit(board)) throw new Error(board.message);
  return board;
};

describe('a board', () => {
  it('keeps what was placed and connected', () => {
    const board = draw(place('api'), place('cache'), connect('api', 'cache'));
    expect(board.components.map(({ id }) => id)).toEqual(['api', 'cache']);
    expect(board.connections).toHaveLength(1);
  });

  it('redraws a known box where it stands', () => {
    const board = draw(place('api'), place('cache'), {
      op: 'place',
      component: { id: 'api', name: 'Gateway' },
    });
    expect(board.components.map(({ name }) => name)).toEqual(['Gateway', 'cache']);
  });

  it('takes the arrows with the box that is removed', () => {
    const board = draw(place('api'), place('cache'), connect('api', 'cache'), { op: 'remove', id: 'cache' });
    expect(board).toEqual({ components: [{ id: 'api', name: 'api' }], connections: [] });
  });

  it.each([
    ['connecting what is not there', [place('api'), connect('api', 'ghost')], 1, 'ghost'],
    ['moving what is not there', [{ op: 'move', id: 'ghost', x: 1, y: 1 }], 0, 'ghost'],
    ['removing what is not there', [{ op: 'remove', id: 'ghost' }], 0, 'ghost'],
  ] as const)('draws nothing of a batch when %s', (_, operations, index, named) => {
    const result = applyOperations(emptyBoard, operations);
    expect(result).toMatchObject({ operation: index, message: expect.stringContaining(named) });
  });

  it('clears and moves', () => {
    expect(draw(place('api'), { op: 'move', id: 'api', x: 4, y: 2 }).components[0]).toMatchObject({
      x: 4,
      y: 2,
    });
    expect(draw(place('api'), { op: 'clear' })).toEqual(emptyBoard);
  });
});
