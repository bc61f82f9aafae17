import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { simulate } from '@dryrun/simulator';
import type { Report } from '@dryrun/simulator';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TRAJECTORIES } from '../testing/trajectories.ts';
import type { Trajectory } from '../testing/trajectories.ts';
import { chromiumWanted, launchChromium } from './testing/chromium.ts';
import { visit } from './testing/visit.ts';

const { skip, because } = chromiumWanted();

/** As the page's own build would bundle it: nothing of Node is there to be found. */
const bundled = async (): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [new URL('testing/simulator-worker.ts', import.meta.url).pathname],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'esm',
    target: 'es2023',
  });
  return outputFiles[0]?.text ?? '';
};

const serve = async (worker: string) => {
  const server = createServer((request, response) => {
    const script = request.url === '/worker.js';
    response.setHeader('content-type', script ? 'text/javascript' : 'text/html');
    response.end(script ? worker : '<!doctype html><title>A worker</title><link rel="icon" href="data:,">');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => void server.close() };
};

/** The closed form is no part of the run: engines' own exponentials may differ in its last digit. */
const observed = ({ analytic: _, ...report }: Report): object => report;

/** By path, so that a difference is told without two whole reports. */
const differences = (there: unknown, here: unknown, path = ''): readonly string[] => {
  if (typeof there !== 'object' || typeof here !== 'object' || there === null || here === null)
    return Object.is(there, here) ? [] : [`${path}: ${String(there)}, here ${String(here)}`];
  const [ofThere, ofHere] = [new Map(Object.entries(there)), new Map(Object.entries(here))];
  return [...new Set([...ofThere.keys(), ...ofHere.keys()])].flatMap((key) =>
    differences(ofThere.get(key), ofHere.get(key), `${path}/${key}`),
  );
};

describe.skipIf(skip)(`the simulator in a browser's worker${because}`, () => {
  let browser: Browser;
  let served: Awaited<ReturnType<typeof serve>>;

  beforeAll(async () => {
    [browser, served] = await Promise.all([launchChromium(), bundled().then(serve)]);
  });

  afterAll(async () => {
    await browser?.close();
    served?.close();
  });

  const inWorker = (page: Page, order: Trajectory): Promise<Report> =>
    page.evaluate(
      (ordered) =>
        new Promise((resolve, reject) => {
          const worker = new Worker('/worker.js', { type: 'module' });
          worker.addEventListener('message', ({ data }) => resolve(data));
          worker.addEventListener('error', ({ message }) => reject(new Error(message)));
          // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
          worker.postMessage(ordered);
        }),
      order,
    );

  it.each(TRAJECTORIES)('SM1 $name: the same seed gives the same bytes as in Node', async (order) => {
    const { page, complaints, leave } = await visit(browser, served.url);
    const there = await inWorker(page, order);
    const here = simulate(order.design, order.palette, order.options);
    expect(there.engine.trajectoryHash).toBe(here.engine.trajectoryHash);
    expect(there.engine.events).toBeGreaterThan(10_000);
    expect(differences(observed(there), observed(here))).toEqual([]);
    expect(complaints).toEqual([]);
    await leave();
  });
});
