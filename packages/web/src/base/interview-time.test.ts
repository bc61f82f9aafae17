import { expect, it } from 'vitest';
import { clockFace, clockSaid } from './interview-time.ts';

it.each([
  [-5, '0:00'],
  [7999, '0:07'],
  [760_000, '12:40'],
  [3_760_000, '1:02:40'],
])('%d ms is %s on the clock', (ms, face) => {
  expect(clockFace(ms)).toBe(face);
});

it('says what it shows', () => {
  expect(clockSaid(760_000)).toBe('12 minutes 40 seconds');
  expect(clockSaid(61_000)).toBe('1 minute 1 second');
});
