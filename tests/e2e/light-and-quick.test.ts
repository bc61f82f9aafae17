/** How much comes before one can work, and how soon the page answers a hand. */
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumWanted } from './testing/chromium.ts';
import { enter, field, openInterview, say } from './testing/room.ts';
import { raiseStage } from './testing/stage.ts';
import type { Stage } from './testing/stage.ts';
import { visit } from './testing/visit.ts';

const { skip, because } = chromiumWanted();

const SCRIPT_MOST = 250_000;
const NEXT_PAINT_MOST_MS = 100;
/** Of the interactions of a visit, as the browser's own measure takes them. */
const SHARE = 0.75;

/** Notes from here on how long each press took until what it did was on the screen. */
const watch = (page: Page) =>
  page.evaluate(() => {
    const durations: number[] = [];
    Object.assign(globalThis, { durations });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) durations.push(entry.duration);
    }).observe({ type: 'event', durationThreshold: 16, buffered: false } as PerformanceObserverInit);
  });
const durationsOf = (page: Page): Promise<number[]> =>
  page.evaluate(() => (globalThis as unknown as { durations: number[] }).durations);

describe.skipIf(skip)(`light and quick, in a real browser${because}`, () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await raiseStage();
  });
  afterAll(() => stage?.strike());

  it('WB20 the room needs at most 250 kB of script, gzipped, before a board is drawn', async () => {
    const { page, leave } = await visit(stage.browser, stage.url);
    // Each file once: what the browser has it does not need again.
    const sizes = new Map<string, Promise<number>>();
    page.on('response', (response) => {
      if (/\.js(\?|$)/.test(response.url()))
        sizes.set(
          response.url(),
          response.body().then((body) => gzipSync(body).byteLength),
        );
    });
    await page.goto(stage.url);
    await page.locator('[data-system]').first().waitFor();
    await enter(page, stage.url, await openInterview(stage.url));
    const total = (await Promise.all(sizes.values())).reduce((sum, size) => sum + size, 0);
    expect(total).toBeGreaterThan(20_000);
    expect(total).toBeLessThanOrEqual(SCRIPT_MOST);
    await leave();
  });

  it('WB21 a press is answered on the screen within 100 ms', async () => {
    const { page, leave } = await visit(stage.browser, stage.url);
    await enter(page, stage.url, await openInterview(stage.url));
    for (let answer = 0; answer < 3; answer++)
      await say(page, `The ranker scores ${answer + 2} hundred candidates in 20 ms.`);
    await watch(page);
    await field(page).pressSequentially('We cache the list for five minutes, because reads are many.');
    await page.keyboard.press('Escape');
    for (const key of ['o', 'o', '[', '[', ']', ']', '?', 'Escape']) await page.keyboard.press(key);
    await page.waitForTimeout(500);
    const durations = (await durationsOf(page)).toSorted((a, b) => a - b);
    // What took less than the browser's least is not even noted.
    const slow = durations[Math.floor(SHARE * (durations.length - 1))] ?? 0;
    expect(slow).toBeLessThanOrEqual(NEXT_PAINT_MOST_MS);
    await leave();
  });
});
