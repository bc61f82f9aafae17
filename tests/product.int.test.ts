/** The product as a person meets it: started, spoken to, killed, started again; with a broken database; with a wrong word. */
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newHome, runDryrun, startProduct } from './testing/product.ts';
import type { Product } from './testing/product.ts';

let home: string;
let leave: () => Promise<void>;
beforeAll(async () => {
  ({ home, leave } = await newHome());
});
afterAll(() => leave());

const post = async ({ url }: Product, path: string, body: object) => {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url + path, { method: 'POST', body: JSON.stringify(body), headers });
  return JSON.parse(await response.text());
};

describe('the product', () => {
  it('SV9 loses nothing to a kill, and goes on where it was', async () => {
    const before = await startProduct(home);
    const { interview } = await post(before, '/api/interviews', {
      system: 'llm-serving',
      level: 'L6',
      format: 'interview-45',
    });
    const acknowledged = await post(before, `/api/interviews/${interview}/commands`, {
      action: { type: 'Say', text: 'Who uses it, and what do they wait for?' },
    });
    expect(await before.stop('SIGKILL')).toBe('SIGKILL');

    const after = await startProduct(home);
    const view = JSON.parse(await (await fetch(`${after.url}/api/interviews/${interview}`)).text());
    expect(JSON.stringify(view.turns)).toContain('what do they wait for');
    expect(view.version).toBeGreaterThanOrEqual(acknowledged.to);
    expect(await after.stop()).toBe(0);

    const { out, code } = await runDryrun(home, ['replay', interview]);
    expect(code).toBe(0);
    expect(out).toContain('what do they wait for');
  });

  it('SV8 says that a port is in use, and takes the next', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as AddressInfo;
    const product = await startProduct(home, port);
    expect(product.stderr()).toContain(`Port ${port} is in use; Dryrun took`);
    expect((await fetch(product.url)).headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(await product.stop('SIGINT')).toBe(0);
    taken.close();
  });

  it.each([
    [['strat'], 'Did you mean “start”?'],
    [['start', 'now'], 'found “now”'],
    [['start', '--port', 'http'], 'Expected a port'],
    [['start', '--prot', '1'], '--prot'],
    [['repaly', 'x'], 'Did you mean “replay”?'],
  ])('%j is bad usage: exit 2, one message, nothing on stdout', async (args, told) => {
    const { out, err, code } = await runDryrun(home, args);
    expect({ out, code }).toEqual({ out: '', code: 2 });
    expect(err).toContain(told);
    expect(err).toContain('Usage: dryrun');
  });

  it('leaves a database alone that it cannot read, and says what to do', async () => {
    const broken = await newHome();
    const path = join(broken.home, 'dryrun.db');
    await writeFile(path, 'This is somebody’s shopping list, not a database. '.repeat(200));
    const bytes = await readFile(path);
    for (const args of [['list'], ['start', '--port', '0']]) {
      const { out, err, code } = await runDryrun(broken.home, args);
      expect({ out, code }).toEqual({ out: '', code: 2 });
      expect(err).toContain('dryrun.db');
      expect(err).not.toContain('    at ');
    }
    expect(await readFile(path)).toEqual(bytes);
    await broken.leave();
  });
});
