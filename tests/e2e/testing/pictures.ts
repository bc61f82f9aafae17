/** Remakes docs/pictures from the real product: node --import tsx tests/e2e/testing/pictures.ts */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { Steps } from '../../testing/golden.ts';
import { newHome, startProduct } from '../../testing/product.ts';
import { launchChromium } from './chromium.ts';
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

const { home, leave: leaveHome } = await newHome();
const product = await startProduct(home);
const browser = await launchChromium();
try {
  const { page: first, leave: leaveFirst } = await visit(browser, product.url);
  const room = await openInterview(product.url);
  await enter(first, product.url, room);
  for (const words of WORDS.slice(0, 4)) await say(first, words);

  const closed = await openInterview(product.url);
  await enter(first, product.url, closed);
  for (const words of WORDS.slice(0, 16)) await say(first, words);
  await act(product.url, closed, { type: 'End' });
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
      await page
        .getByRole('button', { name: /^“Each replica is one node/ })
        .first()
        .click();
      await page.evaluate(() => document.getElementById('level-title')?.scrollIntoView());
      await shoot('debrief');
    }
    await leave();
  }
} finally {
  await browser.close();
  await product.stop();
  await leaveHome();
}
