import { expect, it } from 'vitest';
import { exportPath, FIRST_WISH } from './export-wish.ts';

it.each([
  [{}, '?to=html'],
  [{ form: 'md', notes: true }, '?to=md&notes=true'],
  [{ form: 'pdf', redact: true }, '?to=html&redact=true&inline=true'],
  [{ redact: true, also: ' Acme, Big & Co ' }, '?to=html&redact=true&redactAlso=Acme%2C+Big+%26+Co'],
  [{ redact: false, also: 'Acme' }, '?to=html'],
  [{ form: 'json', redact: true, also: 'Acme', notes: true }, '?to=json'],
] as const)('EX2 EX16 the wish %j is asked for as %s', (wish, query) => {
  expect(exportPath('abc', { ...FIRST_WISH, ...wish })).toBe(`/api/interviews/abc/export${query}`);
});
