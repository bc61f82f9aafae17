import { expect, it } from 'vitest';
import type { System } from '../base/api.ts';
import { isNarrowed, narrowed, NOT_NARROWED } from './narrow-systems.ts';
import { system } from './testing/systems.ts';

const systems: readonly System[] = [
  system('a', 'A', 'ads', { levels: ['L4'], guides: ['brief'] }),
  system('b', 'B', 'ads', { guides: ['brief', 'practice'], hasSheet: true }),
  system('c', 'C', 'vision', { levels: ['L6', 'L7', 'principal'], guides: ['frameworks'] }),
];

it.each([
  ['nothing', {}, 'abc'],
  ['family', { family: 'ads' }, 'ab'],
  ['level, with those that are asked at every one', { level: 'L7' }, 'bc'],
  ['guide', { guide: 'brief' }, 'ab'],
  ['having a fact sheet', { sheet: 'own' }, 'b'],
  ['having none', { sheet: 'none' }, 'ac'],
  ['all of it together', { family: 'ads', level: 'L4', guide: 'brief', sheet: 'none' }, 'a'],
] as const)('WB24 systems are narrowed by %s', (_, by, slugs) => {
  const all = { ...NOT_NARROWED, ...by };
  expect(
    narrowed(systems, all)
      .map(({ slug }) => slug)
      .join(''),
  ).toBe(slugs);
  expect(isNarrowed(all)).toBe(Object.keys(by).length > 0);
});
