import { expect, it } from 'vitest';
import { levelSaid } from '@dryrun/domain';
import { scaleOf } from './bands.ts';

it.each([
  ['below', [true, false, false]],
  ['meets', [false, true, false]],
  ['exceeds', [false, false, true]],
  ['not-shown', [false, false, false]],
] as const)('%s stands at its place on the scale', (band, places) => {
  expect(scaleOf(band)).toEqual(places);
});

it.each([
  [{ low: null, most: null, high: null, why: '' }, 'No level is read'],
  [{ low: 'L5', most: 'L5', high: 'L5', why: '' }, 'L5'],
  [{ low: 'L5', most: 'L6', high: 'L6', why: '' }, 'L5 to L6, most likely L6'],
  [{ low: 'L5', most: null, high: 'L6', why: '' }, 'L5 to L6'],
  [{ low: 'L7', most: 'principal', high: 'principal', why: '' }, 'L7 to principal, most likely principal'],
] as const)('a level reading %j is said as “%s”', (reading, said) => {
  expect(levelSaid(reading)).toBe(said);
});
