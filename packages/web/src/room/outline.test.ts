import { expect, it } from 'vitest';
import { outlineOf } from './outline.ts';

it('WB28 names what a box is as the palette does', () => {
  const board = { components: [{ id: 'a', name: 'A', kind: 'llm-server' }], connections: [] };
  expect(outlineOf(board, new Map([['a', { name: 'LLM server' }]]))).toMatchObject([{ kind: 'LLM server' }]);
});

it('WB28 says that a box was drawn as a store where nothing else says what it is', () => {
  const board = { components: [{ id: 'a', name: 'Foo', shape: 'store' as const }], connections: [] };
  expect(outlineOf(board)).toMatchObject([{ name: 'Foo', kind: 'store' }]);
});

it('WB7 lists every box with what it is and where its arrows go', () => {
  const board = {
    components: [
      { id: 'a', name: 'API', kind: 'load-balancer' },
      { id: 'b', name: '' },
    ],
    connections: [
      { id: '1', from: 'a', to: 'b', label: 'reads' },
      { id: '2', from: 'a', to: 'a', settings: { mode: 'async' } },
    ],
  };
  expect(outlineOf(board)).toEqual([
    {
      id: 'a',
      name: 'API',
      kind: 'load balancer',
      arrows: [
        { id: '1', text: 'to b, reads' },
        { id: '2', text: 'to API, without waiting' },
      ],
    },
    { id: 'b', name: 'b', kind: undefined, arrows: [] },
  ]);
});
