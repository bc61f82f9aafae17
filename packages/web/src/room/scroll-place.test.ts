import { expect, it } from 'vitest';
import { isAtEnd, topToSee } from './scroll-place.ts';

it.each([
  [{ top: 400, height: 600, content: 1000 }, true],
  [{ top: 352, height: 600, content: 1000 }, true],
  [{ top: 300, height: 600, content: 1000 }, false],
  [{ top: 0, height: 600, content: 300 }, true],
])('%j is at the end: %s', (place, at) => {
  expect(isAtEnd(place)).toBe(at);
});

it('goes to the end, but not past the beginning of the newest line', () => {
  const place = { top: 0, height: 600, content: 2000 };
  expect(topToSee(place, 1900)).toBe(1400);
  expect(topToSee(place, 1000)).toBe(976);
  expect(topToSee({ ...place, content: 300 }, 200)).toBe(0);
});
