import { PassThrough } from 'node:stream';
import { join } from 'node:path';
import { createApp, createAuthoring, virtualHome } from '@dryrun/app';
import type { Outcome } from '@dryrun/app';
import { realCatalogue, virtualWorld } from '@dryrun/app/testing';
import { openMemoryStore } from '@dryrun/store';
import { describe, expect, it } from 'vitest';
import { UsageFault } from './command.ts';
import { run } from './run.ts';

const CONTENT = join(import.meta.dirname, '../../../content');

const setUp = async () => {
  const store = { ...openMemoryStore(), close: async () => {} };
  const catalogue = await realCatalogue();
  const app = createApp({ store, catalogue, world: virtualWorld() });
  const files = new Map<string, string>();
  let printing = async (html: string): Promise<Outcome<Uint8Array>> => ({
    done: true,
    value: new TextEncoder().encode(`%PDF ${html}`),
  });
  let opened = 0;
  const dryrun = async (...args: string[]) => {
    const out: string[] = [];
    const err: string[] = [];
    const input = new PassThrough().end(files.get('-') ?? '');
    const output = new PassThrough();
    const terminal = {
      out: (text: string) => void out.push(text),
      err: (text: string) => void err.push(text),
      stdin: async () => files.get('-') ?? '',
      readFile: async (path: string) => {
        const text = files.get(path);
        if (text === undefined) throw new UsageFault(`${path} cannot be read.`);
        return text;
      },
      writeFile: async (path: string, content: string | Uint8Array) =>
        void files.set(path, typeof content === 'string' ? content : new TextDecoder().decode(content)),
      print: async (html: string) => printing(html),
      live: { input, output, screen: false, colour: false, columns: () => 80 },
    };
    const homes = {
      open: async () => {
        opened++;
        return app;
      },
      openVirtual: async () => {
        opened++;
        return virtualHome({ store, catalogue });
      },
    };
    const authoring = () => createAuthoring(CONTENT, () => '2026-11-20');
    const code = await run({ args, version: '1.2.3', terminal, homes, authoring });
    const piped = output.read()?.toString() ?? '';
    return { code, out: out.join('\n') + piped, err: err.join('\n') };
  };
  const held = async () => {
    const outcome = await app.open({ system: 'llm-serving', level: 'L6', format: 'interview-45' });
    if (!outcome.done) throw new Error(outcome.refusal.message);
    const { interview } = outcome.value;
    await app.settled();
    await app.send(interview, {
      type: 'Say',
      text: 'Who uses it, and how fast must it be?',
      channel: 'typed',
    });
    await app.settled();
    await app.send(interview, { type: 'End' });
    await app.settled();
    return interview;
  };
  const nothingPrints = () => {
    printing = async () => ({ done: false, refusal: { code: 'no-chromium', message: 'use --to html' } });
  };
  return { app, files, dryrun, held, nothingPrints, opened: () => opened };
};

describe('the terminal', () => {
  it.each([[[]], [['help']], [['--help']]])('%j is answered with every command', async (args) => {
    const { dryrun, opened } = await setUp();
    const { code, out } = await dryrun(...args);
    expect(code).toBe(0);
    for (const name of [
      'start',
      'list',
      'replay',
      'export',
      'import',
      'fork',
      'delete',
      'simulate',
      'assess',
    ])
      expect(out).toContain(`  ${name}`);
    expect(opened()).toBe(0);
  });

  it.each([
    [['exprot', 'x'], 'Did you mean “export”?'],
    [['export'], 'Expected ID'],
    [['export', 'interview-1', 'two'], '“two” is one thing too many'],
    [['export', 'interview-1', '--tp', 'md'], 'Did you mean “--to”?'],
    [['export', 'NO'], 'not the id of an interview'],
    [['export', 'interview-1', '--to', 'txt'], 'Expected --to to be one of json, md, html, pdf'],
    [['export', 'interview-1', '--to', 'pdf'], 'name a file with --output'],
    [['fork', 'interview-1'], 'Expected --at VERSION'],
    [['fork', 'interview-1', '--at', 'soon'], 'whole number'],
    [['delete', 'interview-1'], 'add --yes'],
    [['import', 'gone.json'], 'gone.json cannot be read'],
    [['replay', 'interview-1'], 'There is no interview “interview-1”'],
  ])('%j is refused with exit 2 and a message', async (args, told) => {
    const { dryrun } = await setUp();
    const { code, out, err } = await dryrun(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(told);
  });

  it('lists, replays and exports what was held', async () => {
    const { dryrun, held, files } = await setUp();
    expect((await dryrun('list')).out).toBe('No interviews are kept here yet.');
    const interview = await held();
    expect((await dryrun('list')).out).toContain('LLM serving at scale');
    expect(JSON.parse((await dryrun('list', '--json')).out).interviews).toHaveLength(1);
    const { out } = await dryrun('replay', interview);
    expect(out).toContain('# LLM serving at scale');
    expect(out).toContain('Who uses it, and how fast must it be?');
    expect((await dryrun('replay', interview, '--at', '1')).out).not.toContain('Who uses it');
    await dryrun('export', interview, '--output', 'held.json');
    expect(JSON.parse(files.get('held.json') ?? '')).toMatchObject({ format: 'dryrun-interview' });
  });

  it('EX1 exports a closed interview as JSON, Markdown, a page and a PDF', async () => {
    const { dryrun, held, files } = await setUp();
    const interview = await held();
    expect(JSON.parse((await dryrun('export', interview)).out).format).toBe('dryrun-interview');
    const { out, err } = await dryrun('export', interview, '--to', 'md');
    expect(out).toContain('# LLM serving at scale\n\nSystem: llm-serving');
    expect(out).toContain('Who uses it, and how fast must it be?');
    expect(err).toBe('');
    await dryrun('export', interview, '--to', 'html', '--output', 'held.html');
    expect(files.get('held.html')).toMatch(/^<!doctype html>/);
    expect((await dryrun('export', interview, '--to', 'pdf', '--output', 'held.pdf')).code).toBe(0);
    expect(files.get('held.pdf')).toBe(`%PDF ${files.get('held.html')}`);
  });

  it('EX14 says what to install where nothing prints, and writes nothing', async () => {
    const { dryrun, held, files, nothingPrints } = await setUp();
    const interview = await held();
    nothingPrints();
    const { code, out, err } = await dryrun('export', interview, '--to', 'pdf', '--output', 'held.pdf');
    expect({ code, out, err }).toEqual({ code: 2, out: '', err: 'use --to html' });
    expect(files.size).toBe(0);
  });

  it('EX2 EX17 EX21 redacts what is made to be read, says how much, and refuses to redact JSON', async () => {
    const { dryrun, held } = await setUp();
    const interview = await held();
    const { out, err, code } = await dryrun(
      'export',
      interview,
      '--to',
      'md',
      '--redact-also',
      'how fast,Initech',
    );
    expect(code).toBe(0);
    expect(out).toContain('Who uses it, and [redacted] must it be?');
    expect(out).not.toContain('Initech');
    expect(err).toMatch(/^Redacted in \d+ places?: 1 listed word\. Not found: “Initech”\.$/);
    expect(await dryrun('export', interview, '--redact')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Ask for md or html'),
    });
    expect(await dryrun('export', interview, '--to', 'md', '--redact-also', 'x')).toMatchObject({
      code: 2,
      err: expect.stringContaining('at least 2 letters'),
    });
  });

  it('deletes, and imports again', async () => {
    const { dryrun, held, files } = await setUp();
    const interview = await held();
    files.set('-', (await dryrun('export', interview)).out);
    expect((await dryrun('delete', interview, '--yes')).code).toBe(0);
    expect((await dryrun('replay', interview)).code).toBe(2);
    expect(JSON.parse((await dryrun('import', '-', '--json')).out)).toEqual({ interview, already: false });
    expect((await dryrun('import', '-')).out).toContain(`${interview} is here already: nothing was added.`);
    expect((await dryrun('replay', interview)).code).toBe(0);
    files.set('broken.json', '{"format":');
    expect((await dryrun('import', 'broken.json')).err).toContain('broken.json is not JSON');
  });

  it('forks once for one id', async () => {
    const { dryrun, held } = await setUp();
    const interview = await held();
    const first = await dryrun('fork', interview, '--at', '6', '--id', 'again', '--json');
    expect(await dryrun('fork', interview, '--at', '6', '--id', 'again', '--json')).toEqual(first);
    expect((await dryrun('fork', interview, '--at', '999')).err).toContain('Expected a version from 1 to');
  });

  it('AS12 judges an exported interview as its debrief does', async () => {
    const { dryrun, held, files } = await setUp();
    const interview = await held();
    files.set('held.json', (await dryrun('export', interview)).out);
    const read = JSON.parse((await dryrun('debrief', interview, '--json')).out);
    expect(JSON.parse((await dryrun('assess', 'held.json', '--json')).out)).toEqual(read);
    expect(JSON.parse((await dryrun('assess', 'held.json', '--json', '--level', 'L4')).out).level).toBe('L4');
    expect((await dryrun('assess', 'held.json', '--system', 'spam-detection')).code).toBe(2);
  });

  it('reads and reassesses a debrief', async () => {
    const { dryrun, held } = await setUp();
    const interview = await held();
    const { code, out } = await dryrun('debrief', interview);
    expect(code).toBe(0);
    expect(out).toContain('# Debrief: LLM serving, for L6');
    expect(out).toContain('Problem navigation');
    expect(out).toContain('What this version cannot read');
    const read = JSON.parse((await dryrun('debrief', interview, '--json')).out);
    expect(JSON.parse((await dryrun('reassess', interview, '--json')).out)).toEqual(read);
  });

  it('helps authors', async () => {
    const { dryrun, opened } = await setUp();
    expect((await dryrun('scenarios', 'list')).out).toContain('llm-serving');
    expect(JSON.parse((await dryrun('scenarios', 'list', '--json')).out).scenarios).toHaveLength(43);
    expect((await dryrun('scenarios', 'show', 'llm-serving')).out).not.toContain('"facts"');
    expect((await dryrun('scenarios', 'show', 'llm-serving', '--spoilers', '--json')).out).toContain(
      '"facts"',
    );
    expect(await dryrun('scenarios', 'check', 'llm-serving')).toMatchObject({
      code: 0,
      out: 'Nothing is wrong.',
    });
    expect(await dryrun('scenarios', 'show', 'llm-servign')).toMatchObject({
      code: 2,
      err: expect.stringContaining('“llm-serving”'),
    });
    expect(await dryrun('scenarios', 'chekc')).toMatchObject({
      code: 2,
      err: expect.stringContaining('“check”'),
    });
    expect(await dryrun('scenarios', 'show')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Expected SLUG'),
    });
    expect(opened()).toBe(0);
  });

  it('says its version', async () => expect((await (await setUp()).dryrun('--version')).out).toBe('1.2.3'));
});
