// Proves docs/spec/coverage.yaml, the list of everything the source documents ask for.
//
//   CV1  The list is well formed: ids are unique, kinds, documents and statuses are known, every row says what is
//        asked, where it lives and which test would fail without it.
//   CV2  A met row's `where` and `test` exist, down to the id and the title.
//   CV3  Every line of the source documents is accounted for: a row or a silent range covers it, and `asks` is its wording.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { deadTargets } from '../scripts/coverage-rows.mjs';

type Row = {
  readonly id: string;
  readonly line: number;
  readonly to?: number;
  readonly document: string;
  readonly kind: string;
  readonly asks: string;
  readonly where: string;
  readonly test: string;
  readonly status: string;
};
type SourceDocument = { readonly source: string; readonly lines: number; readonly sha256: string };
type Silent = { readonly document: string; readonly lines: string; readonly why: string };
type Coverage = {
  readonly documents: Readonly<Record<string, SourceDocument>>;
  readonly kinds: Readonly<Record<string, string>>;
  readonly rows: readonly Row[];
  readonly silent: readonly Silent[];
};

const root = join(import.meta.dirname, '..');
const coverage = parse(readFileSync(join(root, 'docs/spec/coverage.yaml'), 'utf8')) as Coverage;
const { documents, kinds, rows, silent } = coverage;

describe('the list', () => {
  it('CV1 names every row once', () => {
    const ids = rows.map((row) => row.id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(rows.filter((row) => !new RegExp(`^${row.document}-${row.line}(-|$)`).test(row.id))).toEqual([]);
  });

  it('CV1 knows its kinds, and uses each', () => {
    const used = new Set(rows.map((row) => row.kind));
    expect([...used].filter((kind) => !(kind in kinds))).toEqual([]);
    expect(Object.keys(kinds).filter((kind) => !used.has(kind))).toEqual([]);
    expect(Object.keys(kinds).length).toBeLessThanOrEqual(30);
  });

  it('CV1 says in every row what is asked, where it lives, the test and how far it is', () => {
    const faulty = rows.filter(
      (row) =>
        !(row.document in documents) ||
        !['planned', 'met'].includes(row.status) ||
        !/^[\w./-]+(#\S+)?$/.test(row.where) ||
        !/^[\w./-]+\.test\.ts( › \S.*)?$/.test(row.test) ||
        !normalise(row.asks),
    );
    expect(faulty).toEqual([]);
    expect(silent.filter((each) => !(each.document in documents) || !each.why)).toEqual([]);
  });
});

describe('what a row points at', () => {
  it('CV2 is there for every row that is met', () => {
    const met = rows.filter((row) => row.status === 'met');
    expect(met.flatMap((row) => deadTargets(row, fromRepository).map((why) => `${row.id}: ${why}`))).toEqual(
      [],
    );
  });

  const files: Readonly<Record<string, string>> = {
    'levels.yaml': '- id: L5\n  title: Senior\n  expects: { questions: yes }\n- { id: L6, title: }\n',
    'framing.yaml': 'framing: { metrics: [ndcg, map] }\nphases: [{ id: deep-dive, minutes: 14 }]\n',
    'rules.md': '## IN7 Poker face, IN80\n\n- I can see you’ve thought about this.\n',
    'a.test.ts':
      "it('IN7 keeps a straight face', f);\nit.each([['('], [')']])('IN8 takes \\'%s\\'', f);\n" +
      "// it('IN9 is only a comment', f);\nit.skip('IN10 is never run', f);\n",
  };
  const dead = (where: string, test = 'a.test.ts › IN7 keeps') =>
    deadTargets({ where, test }, (path) => files[path]);

  it.each([
    'levels.yaml',
    'levels.yaml#L5',
    'levels.yaml#L5.title',
    'levels.yaml#L5.expects.questions',
    'framing.yaml#framing.metrics.ndcg',
    'framing.yaml#deep-dive.minutes',
    'rules.md#IN7',
    'rules.md#poker-face',
    'rules.md#you-ve-thought-about-this',
  ])('CV2 takes %s for alive', (where) => {
    expect(dead(where)).toEqual([]);
  });

  it.each([
    ['a missing file', 'gone.yaml#L5', 'where: no file gone.yaml'],
    ['a missing id', 'levels.yaml#L7', 'where: levels.yaml has no L7'],
    ['a missing key', 'levels.yaml#L5.pool', 'where: levels.yaml has no L5.pool'],
    ['an empty value', 'levels.yaml#L6.title', 'where: levels.yaml has no L6.title'],
    ['a key that belongs to something else', 'framing.yaml#minutes', 'where: framing.yaml has no minutes'],
    ['a missing phrase', 'rules.md#IN70', 'where: rules.md has no IN70'],
    ['a phrase that is part of a word', 'rules.md#IN8', 'where: rules.md has no IN8'],
  ])('CV2 reports %s', (_, where, why) => {
    expect(dead(where)).toEqual([why]);
  });

  it.each([
    ['a missing test file', 'b.test.ts › IN7', 'test: no file b.test.ts'],
    ['a missing title', 'a.test.ts › IN70', 'test: a.test.ts has no test "IN70"'],
    ['a test in a comment', 'a.test.ts › IN9', 'test: a.test.ts has no test "IN9"'],
    ['a test that is skipped', 'a.test.ts › IN10', 'test: a.test.ts has no test "IN10"'],
    ['a title that is not given', 'a.test.ts', 'test: a.test.ts is named without the title of a test'],
  ])('CV2 reports %s', (_, test, why) => {
    expect(dead('rules.md#IN7', test)).toEqual([why]);
  });

  it('CV2 reads the title of a test with a table', () => {
    expect(dead('rules.md', "a.test.ts › IN8 takes '%s'")).toEqual([]);
  });
});

const seeds = process.env.DRYRUN_DATA ? join(process.env.DRYRUN_DATA, '..', 'seeds') : '';
const absent = seeds === '' || !existsSync(seeds);

describe.each(Object.entries(documents))('the source document %s', (name, { source, lines, sha256 }) => {
  const bytes = () => readFileSync(join(seeds, source));
  const text = () => bytes().toString('utf8').replace(/\n$/, '').split('\n');
  const mine = rows.filter((row) => row.document === name);
  const note = absent ? ' (skipped: no source documents beside DRYRUN_DATA)' : '';

  it.skipIf(absent)(`CV3 is the one that was read${note}`, () => {
    expect(createHash('sha256').update(bytes()).digest('hex')).toBe(sha256);
    expect(text()).toHaveLength(lines);
  });

  it.skipIf(absent)(`CV3 is covered line by line${note}`, () => {
    const covered = new Set([
      ...mine.flatMap((row) => range(row.line, row.to ?? row.line)),
      ...silent.filter((each) => each.document === name).flatMap(silentLines),
    ]);
    const open = text().flatMap((line, index) =>
      line.trim() === '' || covered.has(index + 1) ? [] : [index + 1],
    );
    expect(open).toEqual([]);
  });

  it.skipIf(absent)(`CV3 has every row's words on its line${note}`, () => {
    const all = text();
    const wording = (row: Row) => normalise(all.slice(row.line - 1, row.to ?? row.line).join(' '));
    expect(mine.filter((row) => !wording(row).includes(normalise(row.asks))).map((row) => row.id)).toEqual(
      [],
    );
  });
});

/** Wording without Markdown marks, double quotes and runs of space; an arrow that was decoded wrongly is an arrow. */
function normalise(text: string): string {
  return text
    .replaceAll('â†’', '→')
    .replace(/^[\s>|#-]+/, '')
    .replace(/[*\\"“”]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function silentLines({ lines }: Silent): number[] {
  const [from = 0, to = from] = lines.split('-').map(Number);
  return range(from, to);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function fromRepository(path: string): string | undefined {
  return existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined;
}
