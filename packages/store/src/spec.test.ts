import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const here = import.meta.dirname;
const sources = [here, join(here, 'testing')].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.test.ts') || name.startsWith('contract-'))
    .map((name) => readFileSync(join(folder, name), 'utf8')),
);
const idsIn = (text: string, id: RegExp) =>
  [...new Set([...text.matchAll(id)].map(([, found]) => found))].sort();

it('every rule of docs/spec/store.md has a test that begins with it, and no test names another', () => {
  const spec = readFileSync(join(here, '../../../docs/spec/store.md'), 'utf8');
  expect(idsIn(sources.join('\n'), /['`"](ST\d+) /g)).toEqual(idsIn(spec, /^- \*\*(ST\d+)\*\*/gm));
});
