import type { BoardOperation } from '@dryrun/domain';
import { describe, expect, it } from 'vitest';
import { freshAt } from './desk.ts';
import { reelOf } from './reel.ts';
import { reel } from './testing/reel.ts';

describe('the board of a moment', () => {
  it('RP5 marks what the newest stroke touched', () => {
    expect([...freshAt(reel, 8)]).toEqual(['api']);
    expect([...freshAt(reel, 12)]).toEqual(['cache']);
    expect([...freshAt(reel, 5)]).toEqual([]);
  });

  it('RP5 marks only what differs when the whole board is drawn anew', () => {
    const place = (id: string, name = id) => ({ op: 'place', component: { id, name } }) as const;
    const drew = (version: number, ...operations: readonly BoardOperation[]) =>
      ({ type: 'drew', version, at: version, operations }) as const;
    const anew = reelOf([
      drew(1, place('api'), place('cache')),
      drew(2, { op: 'clear' }, place('api'), place('cache', 'Redis'), place('log')),
    ]);
    expect([...freshAt(anew, 1)]).toEqual(['api', 'cache']);
    expect([...freshAt(anew, 2)]).toEqual(['cache', 'log']);
  });
});
