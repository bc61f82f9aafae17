import type { Palette } from '@dryrun/domain';
import { expect, it } from 'vitest';
import { kindsOn } from './board-kinds.ts';

const palette = {
  kinds: [
    { id: 'sql', name: 'SQL database', behaves: 'database', called: ['postgres', 'db'] },
    { id: 'feature-store', name: 'Feature store', behaves: 'database', called: [] },
    { id: 'llm-server', name: 'LLM server', behaves: 'station', called: [] },
  ],
} as unknown as Palette;
const box = (id: string, name: string, kind?: string) => ({ id, name, ...(kind ? { kind } : {}) });

it('WB28 a box is what it was said to be, or what its name says, and whatever keeps data is a store', () => {
  const components = [
    box('a', 'Replica', 'llm-server'),
    box('b', 'Postgres'),
    box('db', 'Decisions'),
    box('c', 'Online feature store'),
    box('d', 'Wherever'),
    box('e', 'Postgres', 'of a palette that came later'),
  ];
  const kinds = kindsOn({ components, connections: [] }, palette);
  expect([...kinds].map(([id, { name, isStore }]) => `${id} ${name}${isStore ? ', a store' : ''}`)).toEqual([
    'a LLM server',
    'b SQL database, a store',
    'db SQL database, a store',
    'c Feature store, a store',
  ]);
});
