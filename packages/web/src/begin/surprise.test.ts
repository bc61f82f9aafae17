import { expect, it } from 'vitest';
import { surprise } from './surprise.ts';

const systems = [{ slug: 'a' }, { slug: 'b' }, { slug: 'c' }];

it.each([
  ['any, when none was sat', [], 0.99, 'c'],
  ['one not sat yet', [{ system: 'a' }, { system: 'c' }], 0.99, 'b'],
  ['any again, when all were', [{ system: 'a' }, { system: 'b' }, { system: 'c' }], 0, 'a'],
])('a surprise is %s', (_, sat, chance, slug) => {
  expect(surprise(systems, sat, chance)).toBe(slug);
});

it('there is none without systems', () => expect(surprise([], [], 0.5)).toBeUndefined());
