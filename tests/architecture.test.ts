/**
 * The house keeps its own rules (ARCHITECTURE.md): what may import what, how long a file may be, that documents point
 * at what is there, that every rule of a spec has a test and every cited rule a spec.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import layersJson from '../layers.json' with { type: 'json' };
import {
  citedRules,
  cycles,
  deadLinks,
  imports,
  statedRules,
  strangers,
  trespasses,
} from './testing/architecture.ts';
import type { Layers, SourceText } from './testing/architecture.ts';

const layers: Layers = layersJson;
const root = join(import.meta.dirname, '..');
const IGNORED = new Set(['node_modules', 'dist', '.git']);

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (IGNORED.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [relative(root, path).replaceAll('\\', '/')];
  });

const everything = filesUnder(root);
const texts = (pattern: RegExp): SourceText[] =>
  everything
    .filter((path) => pattern.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

const code = texts(/\.(ts|tsx|mjs)$/);
const inPackages = code.filter(({ path }) => path.startsWith('packages/') && /\/src\//.test(path));
const documents = texts(/\.md$/).filter(({ path }) => !path.startsWith('content/'));

describe('the house', () => {
  it('has every package of layers.json, and no other', () => {
    const there = readdirSync(join(root, 'packages')).sort();
    const declared = Object.keys(layers.levels)
      .filter((name) => !layers.arriving.includes(name))
      .sort();
    expect(there).toEqual(declared);
  });

  it('imports downwards only', () => expect(trespasses(inPackages, layers)).toEqual([]));

  it('keeps what belongs to one package in it', () => expect(strangers(inPackages, layers)).toEqual([]));

  it('has no cycles', () => expect(cycles(inPackages)).toEqual([]));

  it('has no code file over the limit', () => {
    const long = code.map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }));
    expect(long.filter(({ lines }) => lines > layers.maxLines)).toEqual([]);
  });

  it('keeps index files tables of contents', () => {
    const indexes = inPackages.filter(({ path }) => path.endsWith('/index.ts'));
    const logic = indexes.filter(({ text }) =>
      text
        .replace(/\/\*[\s\S]*?\*\//g, '')
        .split('\n')
        .join(' ')
        .replace(/export (type )?(\*|\{[^}]*\}) from '[^']+';/g, '')
        .trim(),
    );
    expect(logic.map(({ path }) => path)).toEqual([]);
  });

  it('has no link in a document to what is not there', () => {
    const exists = (from: string, to: string) => existsSync(join(root, dirname(from), to));
    expect(documents.flatMap((document) => deadLinks(document, exists))).toEqual([]);
  });

  it('cites every rule of the specs in a test, and states every rule that a test cites', () => {
    const stated = documents.filter(({ path }) => path.startsWith('docs/spec/')).flatMap(statedRules);
    const cited = code
      .filter(({ path }) => path.endsWith('.test.ts') || /\/testing\//.test(path))
      .flatMap(citedRules);
    expect(stated.length).toBeGreaterThan(20);
    expect(stated.filter((rule, index) => stated.indexOf(rule) !== index)).toEqual([]);
    expect(stated.filter((rule) => !cited.includes(rule))).toEqual([]);
    expect([...new Set(cited)].filter((rule) => !stated.includes(rule))).toEqual([]);
  });

  it('says nothing of the machine it was made on', () => {
    const own = /(^|[^\w.])\/(work|root|farm)\//;
    expect(
      [...code, ...texts(/\.(md|yaml|json|css|html)$/)]
        .filter(({ text }) => own.test(text))
        .map(({ path }) => path),
    ).toEqual([]);
  });
});

describe('the checks of the house find what they are for', () => {
  const file = (path: string, text: string): SourceText => ({ path, text });

  it('an import upwards, and sideways within a level', () => {
    const upwards = file('packages/domain/src/a.ts', "import { x } from '@dryrun/app';");
    const sideways = file('packages/listener/src/a.ts', "import type { x } from '@dryrun/interview';");
    const allowed = file('packages/interview/src/a.ts', "import { x } from '@dryrun/design';");
    expect(trespasses([upwards, sideways, allowed], layers)).toEqual([
      'packages/domain/src/a.ts imports @dryrun/app',
      'packages/listener/src/a.ts imports @dryrun/interview',
    ]);
  });

  it('a database outside the store, and Node below level 2', () => {
    expect(strangers([file('packages/app/src/a.ts', "import pg from 'pg';")], layers)).toHaveLength(1);
    expect(
      strangers([file('packages/text/src/a.ts', "import { readFileSync } from 'node:fs';")], layers),
    ).toHaveLength(1);
    expect(
      strangers([file('packages/store/src/a.ts', "import pg from 'pg'; import 'node:fs';")], layers),
    ).toEqual([]);
  });

  it('a cycle', () => {
    const a = file('packages/text/src/a.ts', "import { b } from './b.ts';");
    const b = file('packages/text/src/b.ts', "export { a } from './a.ts';");
    expect(cycles([a, b])).toHaveLength(1);
    expect(cycles([a])).toEqual([]);
  });

  it('imports of every form', () => {
    const text =
      "import a from 'a'; export * from 'b'; await import('c'); import 'd'; import {\n  e,\n} from 'e';";
    expect(imports(file('x.ts', text))).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('a dead link and an unstated rule', () => {
    const page = file(
      'docs/a.md',
      '[there](b.md) [gone](c.md#x) [web](https://x.y) [here](#top)\n- **AB1** A rule.',
    );
    expect(deadLinks(page, (_, to) => to === 'b.md')).toEqual(['docs/a.md → c.md#x']);
    expect(statedRules(page)).toEqual(['AB1']);
    expect(
      citedRules(
        file('a.test.ts', "it('_1 _2 does', () => {}); it.each([])('_3 does', f)".replaceAll('_', 'AB')),
      ),
    ).toEqual(['AB1', 'AB2', 'AB3']);
  });
});
