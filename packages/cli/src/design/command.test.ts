import { PassThrough } from 'node:stream';
import { join } from 'node:path';
import { createAuthoring } from '@dryrun/app';
import { describe, expect, it } from 'vitest';
import { UsageFault } from '../command.ts';
import { run } from '../run.ts';

const CONTENT = join(import.meta.dirname, '../../../../content');

const FILES: Readonly<Record<string, string>> = {
  'two.yaml': `name: two stations
components:
  - { id: users, kind: client }
  - { id: api, kind: server, settings: { servers: 8, replicas: 2, service: { mean: 10ms } } }
connections:
  - { from: users, to: api }
workload: { name: search, from: users, rps: 720 }
`,
  'wrong.yaml': `components:
  - { id: users, kind: client }
  - id: api
    kind: sevrer
`,
  'drawn.mmd': 'flowchart LR\n  users[Users] --> api[API server]\n',
  'other.mmd': 'flowchart LR\n  users[Users] ==>> ]\n',
  'drawn.excalidraw': JSON.stringify({
    type: 'excalidraw',
    elements: [
      { id: 'u', type: 'rectangle', x: 0, y: 0, width: 90, height: 40 },
      { id: 't', type: 'text', x: 5, y: 5, width: 40, height: 20, text: 'Users', containerId: 'u' },
    ],
  }),
  'broken.yaml': 'components: [\n',
};

const dryrun = async (...args: string[]) => {
  const out: string[] = [];
  const err: string[] = [];
  const nothing = () => {
    throw new Error('No home is opened.');
  };
  const terminal = {
    out: (text: string) => void out.push(text),
    err: (text: string) => void err.push(text),
    stdin: async () => FILES['two.yaml'] ?? '',
    readFile: async (path: string) => {
      const text = FILES[path];
      if (text === undefined) throw new UsageFault(`${path} cannot be read.`);
      return text;
    },
    writeFile: async () => {},
    print: () => Promise.reject(new Error('Nothing is printed here.')),
    live: {
      input: new PassThrough(),
      output: new PassThrough(),
      screen: false,
      colour: false,
      columns: () => 80,
    },
  };
  const code = await run({
    args: ['design', ...args],
    version: '1.2.3',
    terminal,
    homes: { open: nothing, openVirtual: nothing },
    authoring: () => createAuthoring(CONTENT, () => '2026-11-20'),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
};

describe('dryrun design', () => {
  it('TE20 reads documents, flowcharts and drawings by what they hold', async () => {
    expect(await dryrun('check', 'two.yaml')).toMatchObject({ code: 0, err: '' });
    const fromFile = (await dryrun('check', 'two.yaml')).out;
    expect((await dryrun('check', '-')).out).toBe(fromFile.replaceAll('two.yaml', 'stdin'));
    for (const file of ['drawn.mmd', 'drawn.excalidraw'])
      expect(await dryrun('check', file)).toMatchObject({
        code: 1,
        out: expect.stringContaining('no-workload'),
      });
  });

  it('TE21 says what is wrong with its place, and exits with 1 where there is more than notes', async () => {
    const { code, out } = await dryrun('check', 'wrong.yaml');
    expect(code).toBe(1);
    expect(out).toMatch(/^wrong\.yaml:\d+:\d+ unknown-kind: .*“api”/m);
    const { findings } = JSON.parse((await dryrun('check', 'wrong.yaml', '--json')).out);
    expect(findings).toContainEqual(expect.objectContaining({ code: 'unknown-kind', severity: 'error' }));
    expect((await dryrun('check', 'two.yaml')).out).toMatch(
      /^two\.yaml:4:5 no-monitoring: \(note\) .*“api”/m,
    );
    // What is about the whole of a drawing stands nowhere in it.
    const drawn = (await dryrun('check', 'drawn.mmd')).out;
    expect(drawn).toMatch(/^drawn\.mmd no-workload: /m);
    expect(drawn).toMatch(/^drawn\.mmd:2:20 no-monitoring: \(note\) .*“API server”/m);
  });

  it('TE22 writes a design in each form, and reads it again', async () => {
    const json = JSON.parse((await dryrun('convert', 'two.yaml', '--to', 'json')).out);
    expect(json.components.map(({ id }: { id: string }) => id)).toEqual(['users', 'api']);
    expect((await dryrun('convert', 'two.yaml', '--json')).out).toBe(JSON.stringify(json, null, 2));
    expect((await dryrun('convert', 'two.yaml')).out).toContain('rps: 720');
    expect((await dryrun('convert', 'two.yaml', '--to', 'mermaid')).out).toMatch(/^flowchart LR\n/);
    expect((await dryrun('convert', 'drawn.mmd')).out).toContain('kind: client');
    expect(await dryrun('convert', 'wrong.yaml')).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('unknown-kind'),
    });
  });

  it('TE23 lays a design out', async () => {
    const { components } = JSON.parse((await dryrun('layout', 'two.yaml', '--json')).out);
    expect(components[0].x).toBeLessThan(components[1].x);
  });

  it.each([
    [['chekc', 'two.yaml'], 'Did you mean “check”?'],
    [['check'], 'Expected FILE'],
    [['check', 'two.yaml', 'more'], '“more” is one thing too many'],
    [['check', 'two.yaml', '--to', 'json'], '--to is for convert'],
    [['convert', 'two.yaml', '--to', 'yml'], 'Did you mean “yaml”'],
    [['convert', 'two.yaml', '--to', 'yaml', '--json'], 'short for --to json'],
    [['layout', 'two.yaml', '--to', 'mermaid'], 'has no places'],
    [['check', 'gone.yaml'], 'gone.yaml cannot be read'],
    [['check', 'broken.yaml'], 'broken.yaml:'],
    [['check', 'other.mmd'], 'other.mmd:2:'],
  ])('TE24 %j is refused with exit 2 and a message', async (args, told) => {
    const { code, out, err } = await dryrun(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(told);
  });

  it('TE24 shows how it is used', async () =>
    expect(await dryrun()).toMatchObject({
      code: 0,
      out: expect.stringContaining('dryrun design check FILE'),
    }));
});
