/** Exports from the terminal, as a person asks for them: to a file, through a pipe, and where nothing can print. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findChromium } from '@dryrun/app';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newHome, runDryrun } from './testing/product.ts';

const WORDS =
  'My name is Ada Lovelace of Acme. Each replica is one node, because the network would stall it.';
const INPUT = [
  { type: 'say', text: WORDS, tookSeconds: 20 },
  { type: 'board', mermaid: 'flowchart LR\n  gateway[Gateway of Acme] --> engine[Engine]' },
  { type: 'end' },
]
  .map((line) => JSON.stringify(line))
  .join('\n');

const skip = !findChromium(process.env).done;

describe('exports from the terminal', () => {
  let home: string;
  let leave: () => Promise<void>;
  let interview: string;
  const dryrun = (...args: string[]) => runDryrun(home, args);

  beforeAll(async () => {
    ({ home, leave } = await newHome());
    const args = [
      'interview',
      'llm-serving',
      '--level',
      'L6',
      '--format',
      'interview-45',
      '--seed',
      '7',
      '--stdio',
    ];
    const { out } = await runDryrun(home, args, INPUT);
    ({ interview } = JSON.parse(out.trim().split('\n').at(-1) ?? '{}'));
  }, 120_000);

  afterAll(() => leave());

  it('EX1 EX6 writes Markdown that is assessed as the interview was', async () => {
    const file = join(home, 'held.md');
    expect(await dryrun('export', interview, '--to', 'md', '--output', file)).toMatchObject({
      code: 0,
      out: '',
    });
    expect(await readFile(file, 'utf8')).toContain('gateway["Gateway of Acme"]');
    const assessed = JSON.parse((await dryrun('assess', file, '--json')).out);
    const held = JSON.parse((await dryrun('debrief', interview, '--json')).out);
    expect(assessed).toMatchObject({ scenario: 'llm-serving', level: 'L6' });
    expect(assessed.dimensions).toEqual(held.dimensions);
  });

  it('EX17 EX21 tells on standard error what was redacted', async () => {
    const { code, out, err } = await dryrun('export', interview, '--to', 'html', '--redact-also', 'Acme');
    expect(code).toBe(0);
    expect(out).toMatch(/^<!doctype html>/);
    expect(out).not.toMatch(/Lovelace|Acme/i);
    expect(err).toMatch(/^Redacted in \d+ places: 1 listed word, 1 name\.\n$/);
  });

  it.skipIf(skip)(
    'EX14 EX15 writes a PDF, to a file and through a pipe',
    async () => {
      const file = join(home, 'held.pdf');
      expect(await dryrun('export', interview, '--to', 'pdf', '--output', file)).toMatchObject({
        code: 0,
        err: '',
      });
      expect((await readFile(file)).subarray(0, 5).toString()).toBe('%PDF-');
      const { code, out } = await dryrun('export', interview, '--to', 'pdf');
      expect({ code, begins: out.slice(0, 5), ends: out.trimEnd().slice(-5) }).toEqual({
        code: 0,
        begins: '%PDF-',
        ends: '%%EOF',
      });
    },
    120_000,
  );

  it('EX14 exits with 2 and one message where nothing can print, and writes nothing', async () => {
    const file = join(home, 'none.pdf');
    process.env['DRYRUN_CHROMIUM'] = join(home, 'no-chromium');
    const { code, out, err } = await dryrun('export', interview, '--to', 'pdf', '--output', file);
    delete process.env['DRYRUN_CHROMIUM'];
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^Expected a Chromium at .*--to html.*\n$/);
    expect(existsSync(file)).toBe(false);
  });

  it('EX1 says where it cannot write', async () => {
    const { code, err } = await dryrun(
      'export',
      interview,
      '--to',
      'md',
      '--output',
      join(home, 'no', 'folder.md'),
    );
    expect(code).toBe(2);
    expect(err).toContain('cannot be written');
  });
});
