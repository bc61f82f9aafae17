import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp, realWorld } from '@dryrun/app';
import { realCatalogue } from '@dryrun/app/testing';
import { openMemoryStore } from '@dryrun/store';
import { afterEach, describe, expect, it } from 'vitest';
import { serve } from './serve.ts';
import type { Serving } from './serve.ts';
import { Named } from './schemas.ts';
import { WISH } from './testing/client.ts';

const running: Serving[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((serving) => serving.stop()));
});

const start = async (port = 0) => {
  const app = createApp({ store: openMemoryStore(), catalogue: await realCatalogue(), world: realWorld });
  const onFault = (fault: unknown) => {
    throw fault;
  };
  const serving = await serve({
    app,
    version: 'test',
    webFolder: import.meta.dirname,
    host: '127.0.0.1',
    port,
    onFault,
  });
  running.push(serving);
  const url = `http://127.0.0.1:${serving.port}`;
  const post = async (path: string, body: object) =>
    (
      await fetch(url + path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      })
    ).json();
  const open = async () => Named.parse(await post('/api/interviews', WISH)).interview;
  return { serving, url, post, open };
};

type Message = {
  readonly id: string | undefined;
  readonly event: string | undefined;
  readonly data: string | undefined;
};

/** Reads messages until `enough` says so, then hangs up. */
const listen = async (
  url: string,
  enough: (messages: readonly Message[]) => boolean,
  lastEventId?: string,
) => {
  const leave = new AbortController();
  const headers: Record<string, string> = lastEventId === undefined ? {} : { 'last-event-id': lastEventId };
  const response = await fetch(url, { headers, signal: leave.signal });
  const messages: Message[] = [];
  let rest = '';
  try {
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const blocks = (rest + chunk).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
        if (field('data')) messages.push({ id: field('id'), event: field('event'), data: field('data') });
      }
      if (enough(messages)) break;
    }
  } finally {
    leave.abort();
  }
  return messages;
};

describe('the event stream', () => {
  it('SV5 resumes where it was cut, with none missed and none twice', async () => {
    const { url, post, open } = await start();
    const interview = await open();
    const events = `${url}/api/interviews/${interview}/events`;
    const commands = `/api/interviews/${interview}/commands`;
    const seen: Message[] = [];
    const talking = (async () => {
      for (let turn = 0; turn < 12; turn++) {
        await post(commands, { id: `say-${turn}`, action: { type: 'Say', text: `Thought ${turn}.` } });
        await new Promise((resolve) => setTimeout(resolve, 15));
      }
      await post(commands, { action: { type: 'End' } });
    })();
    // Cut again and again: after three messages each time.
    while (!seen.some(({ event }) => event === 'closed')) {
      const batch = await listen(
        events,
        (messages) => messages.length >= 3 || messages.some(({ event }) => event === 'closed'),
        seen.at(-1)?.id,
      );
      seen.push(...batch);
    }
    await talking;
    const whole = await listen(events, (messages) => messages.some(({ event }) => event === 'closed'));
    expect(seen.map(({ id }) => id)).toEqual(whole.map(({ id }) => id));
    expect(seen).toEqual(whole);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
  });

  it('SV5 says that an interview is gone when it is deleted', async () => {
    const { url, open } = await start();
    const interview = await open();
    const listening = listen(`${url}/api/interviews/${interview}/events`, (messages) =>
      messages.some(({ event }) => event === 'gone'),
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    await fetch(`${url}/api/interviews/${interview}`, { method: 'DELETE' });
    expect((await listening).at(-1)?.event).toBe('gone');
    expect((await fetch(`${url}/api/interviews/${interview}/events`)).status).toBe(404);
  });
});

describe('listening', () => {
  it('SV8 takes the next free port when the wanted one is in use', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as AddressInfo;
    const { serving, url } = await start(port);
    expect(serving.port).toBeGreaterThan(port);
    expect((await fetch(`${url}/api/health`)).status).toBe(200);
    taken.close();
  });

  it('SV6 refuses a host that is not its own over a real connection', async () => {
    const { serving } = await start();
    const status = await new Promise((resolve) => {
      get(
        { port: serving.port, host: '127.0.0.1', path: '/api/library', headers: { host: 'evil.example' } },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      );
    });
    expect(status).toBe(421);
  });

  it('SV9 stops with streams open', async () => {
    const { url, open, serving } = await start();
    const interview = await open();
    const listening = listen(`${url}/api/interviews/${interview}/events`, () => false);
    await new Promise((resolve) => setTimeout(resolve, 50));
    running.length = 0;
    const began = performance.now();
    await serving.stop();
    await listening;
    expect(performance.now() - began).toBeLessThan(2000);
    await expect(fetch(`${url}/api/health`)).rejects.toThrow();
  });
});
