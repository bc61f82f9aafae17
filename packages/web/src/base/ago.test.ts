import { expect, it } from 'vitest';
import { ago, clockTime } from './ago.ts';

const now = Date.UTC(2026, 10, 20, 12);
const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];

it.each([
  [0, 'just now'],
  [-5 * minute, 'just now'],
  [minute, '1 minute ago'],
  [59 * minute, '59 minutes ago'],
  [3.9 * hour, '3 hours ago'],
  [day, 'yesterday'],
  [12 * day, '12 days ago'],
  [40 * day, '11 Oct 2026'],
])('%d ms before now is “%s”', (before, said) => {
  expect(ago(now - before, now)).toBe(said);
});

it.each([
  [0, /^today, \d\d:\d\d$/],
  [2 * day, /^18 Nov, \d\d:\d\d$/],
  [400 * day, /^16 Oct 2025, \d\d:\d\d$/],
])('WB32 %d ms before now the clock told %s', (before, said) => {
  expect(clockTime(now - before, now)).toMatch(said);
});
