/** Remakes docs/pictures from the real product: node --import tsx tests/e2e/testing/pictures.ts */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { Steps } from '../../testing/golden.ts';
import { newHome, startProduct } from '../../testing/product.ts';
import { launchChromium } from './chromium.ts';
import { bringIn, TODAYS } from './golden-file.ts';
import { act, enter, openInterview, say } from './room.ts';
import { visit } from './visit.ts';

const FOLDER = fileURLToPath(new URL('../../../docs/pictures/', import.meta.url));

/** The room is shown as it is some time into an interview. */
const SIX_MINUTES_MS = 372_000;

/** A staff engineer's words, from the golden interview. */
const steps = await readFile(new URL('../../golden/llm-serving-staff/steps.json', import.meta.url), 'utf8');
const WORDS = Steps.parse(JSON.parse(steps)).steps.flatMap(({ action }) =>
  action.type === 'Say' ? [action.text] : [],
);

const place = (id: string, kind: string, name: string) =>
  ({ op: 'place', component: { id, kind, name } }) as const;
const connect = (from: string, to: string) =>
  ({ op: 'connect', connection: { id: `${from}->${to}`, from, to } }) as const;
const BOARD = {
  type: 'ChangeBoard',
  operations: [
    place('users', 'client', 'Users'),
    place('gateway', 'gateway', 'Gateway'),
    place('router', 'load-balancer', 'Router'),
    place('replica', 'llm-server', '70B replica'),
    place('store', 'nosql', 'Conversations'),
    connect('users', 'gateway'),
    connect('gateway', 'router'),
    connect('router', 'replica'),
    connect('router', 'store'),
  ],
} as const;

const { home, leave: leaveHome } = await newHome();
const product = await startProduct(home);
const browser = await launchChromium();
try {
  const { page: first, leave: leaveFirst } = await visit(browser, product.url);
  const room = await openInterview(product.url);
  await enter(first, product.url, room);
  for (const words of WORDS.slice(0, 4)) await say(first, words);
  await act(product.url, room, BOARD);

  const closed = await bringIn(product.url, 'picture', TODAYS);
  await leaveFirst();

  for (const colorScheme of ['light', 'dark'] as const) {
    const { page, leave } = await visit(browser, product.url, { colorScheme, reducedMotion: 'reduce' });
    const shoot = (name: string, of: Page = page) =>
      of.screenshot({ path: `${FOLDER}${name}-${colorScheme}.png`, caret: 'hide' });
    await page.locator('[data-system]').first().waitFor();
    await shoot('home');

    await page.clock.setFixedTime(Date.now() + SIX_MINUTES_MS);
    await enter(page, product.url, room);
    await shoot('room');

    if (colorScheme === 'light') {
      await page.goto(`${product.url}/interviews/${closed}`);
      await page.getByRole('button', { name: /^“/ }).first().click();
      await page.mouse.move(0, 0);
      await page.evaluate(() => document.getElementById('level-title')?.scrollIntoView());
      await shoot('debrief');
      await page.goto(`${product.url}/interviews/${closed}/replay`);
      await page.getByRole('slider').first().press('End');
      for (let step = 0; step < 9; step++) await page.keyboard.press('ArrowLeft');
      await shoot('replay');
    }
    await leave();
  }
} finally {
  await browser.close();
  await product.stop();
  await leaveHome();
}
