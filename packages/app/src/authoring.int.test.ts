import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeFinding } from '@dryrun/content';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAuthoring } from './authoring.ts';
import { ContentFault } from './content-folder.ts';

let folder: string;
beforeAll(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'dryrun-content-')), 'content');
  await cp(join(import.meta.dirname, '../../../content'), folder, { recursive: true });
});
afterAll(() => rm(join(folder, '..'), { recursive: true, force: true }));

const authoring = () => createAuthoring(folder, () => '2026-11-20');
const codes = async (slug?: string, stale = false) => {
  const outcome = await authoring().check(slug, stale);
  if (!outcome.done) throw new Error(outcome.refusal.message);
  return outcome.value.map(({ code }) => code);
};

describe('authoring', () => {
  it('lists every system, and whether it has its sheet', async () => {
    const listed = await authoring().list();
    expect(listed).toHaveLength(43);
    expect(listed.find(({ slug }) => slug === 'llm-serving')).toMatchObject({ sheet: true });
    expect(listed.find(({ slug }) => slug === 'news-feed')).toMatchObject({ sheet: false });
  });

  it('SH11 shows what a candidate sees, and all of it only when asked', async () => {
    const seen = JSON.stringify(await authoring().show('llm-serving', false));
    const all = JSON.stringify(await authoring().show('llm-serving', true));
    expect(seen).toContain('70B');
    expect(seen).not.toMatch(/"(facts|items|twists|moments|must|framing)"/);
    expect(all).toMatch(/"facts".*"items".*"twists"/);
  });

  it('refuses a system that is not there, with the nearest', async () => {
    const refusal = { done: false, refusal: { message: expect.stringContaining('“llm-serving”') } };
    expect(await authoring().show('llm-servign', false)).toMatchObject(refusal);
    expect(await authoring().check('llm-servign', false)).toMatchObject(refusal);
    expect(await authoring().begin('llm-servign')).toMatchObject(refusal);
  });

  it('SH10 finds past reviews when asked', async () => {
    const notes = join(folder, 'scenarios/llm-serving/notes.md');
    const text = await readFile(notes, 'utf8');
    await writeFile(notes, text.replace(/reviewBy: .*/, 'reviewBy: 2026-01-01'));
    expect(await codes('llm-serving')).toEqual([]);
    expect(await codes('llm-serving', true)).toEqual(['stale']);
    await writeFile(notes, text);
  });

  it('SH7 finds an id that was published and is gone', async () => {
    const pairs = join(folder, 'concepts/pairs.yaml');
    const text = await readFile(pairs, 'utf8');
    await writeFile(pairs, text.replace('id: build-or-buy', 'id: buy-or-build'));
    expect(await codes()).toEqual(expect.arrayContaining(['id-gone', 'id-unlisted']));
    await writeFile(pairs, text);
  });

  it('CP1 reads the palette alone, and of a broken one tells what a check of everything tells', async () => {
    const palette = join(folder, 'components.yaml');
    const text = await readFile(palette, 'utf8');
    const lines = join(folder, 'levels.yaml');
    const levels = await readFile(lines, 'utf8');
    const whole = await authoring().palette();
    await writeFile(lines, 'levels: [');
    expect(await authoring().palette()).toEqual(whole);
    await writeFile(lines, levels);

    const told = async () => {
      const fault = await authoring()
        .palette()
        .catch((thrown: unknown) => thrown);
      return fault instanceof ContentFault ? fault.findings : [];
    };
    const checked = async () => {
      const outcome = await authoring().check(undefined, false);
      if (!outcome.done) throw new Error(outcome.refusal.message);
      return outcome.value.filter(({ file }) => file === 'components.yaml').map(describeFinding);
    };
    for (const broken of [
      text.replace('source: neutral', ''),
      text.replace('behaves: client', 'behaves: clinet'),
      'kinds: [',
    ]) {
      await writeFile(palette, broken);
      expect(await told()).not.toEqual([]);
      expect(await told()).toEqual(await checked());
    }
    await rm(palette);
    expect(await told()).toEqual([expect.stringContaining('components.yaml:1:1 missing: ')]);
    await writeFile(palette, text);
  });

  it('writes a template that reads, says what it lacks, and is never written over', async () => {
    const outcome = await authoring().begin('news-feed');
    expect(outcome).toMatchObject({ done: true });
    const found = new Set(await codes('news-feed'));
    expect([...found].toSorted()).toEqual(['area-empty', 'unknown-id']);
    expect(await authoring().begin('news-feed')).toMatchObject({ refusal: { code: 'exists' } });
    expect((await authoring().list()).find(({ slug }) => slug === 'llm-serving')).toMatchObject({
      sheet: true,
    });
  });
});
