import { emptyView } from '@dryrun/interview';
import type { View } from '@dryrun/interview';
import { expect, it } from 'vitest';
import { ledToSaid } from './words.ts';

const view = { ...emptyView, turns: [{ turn: 4, atMs: 61_000 }] } as unknown as View;

it('WB29 tells turns by the clock, and leaves what nobody said as it is', () => {
  expect(ledToSaid('it came up in turn 4, and in turn 9', view)).toBe('it came up at 1:01, and in turn 9');
  expect(ledToSaid('it did not come up afterwards', view)).toBe('it did not come up afterwards');
});
