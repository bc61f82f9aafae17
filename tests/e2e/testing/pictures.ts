/** Remakes docs/pictures from the real product: node --import tsx tests/e2e/testing/pictures.ts */
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { newHome, startProduct } from '../../testing/product.ts';
import { launchChromium } from './chromium.ts';
import { debrief, WORDS } from './debrief.ts';
import { act, enter, openInterview, say } from './room.ts';
import { visit } from './visit.ts';

const FOLDER = fileURLToPath(new URL('../../../docs/pictures/', import.meta.url));

/** The room is shown as it is some time into an interview. */
const SIX_MINUTES_MS = 372_000;

const ANSWERS = [
  'Before I draw anything: who are the users, and what do they do with it? Chat, with people waiting for the first token, is a different system from a batch API.',
  'Say two million people a day, ten turns each, about 500 tokens in and 300 out. That is 230 requests a second on average, and perhaps three times that at peak.',
  'So the first number I would hold on to is time to first token, under 500 ms at p99, and then 30 tokens a second, which is faster than one reads. Throughput comes second: we buy it with batching, and batching costs latency.',
];

const { home, leave: leaveHome } = await newHome();
const product = await startProduct(home);
const browser = await launchChromium();
try {
  const { page: first, leave: leaveFirst } = await visit(browser, product.url);
  const room = await openInterview(product.url);
  await enter(first, product.url, room);
  for (const answer of ANSWERS) await say(first, answer);

  const closed = await openInterview(product.url, {
    system: 'fraud-detection',
    level: 'L5',
    format: 'drill-10',
  });
  await enter(first, product.url, closed);
  for (const words of WORDS) await say(first, words);
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
      await page.route('**/debrief', (route) => route.fulfill({ json: debrief }));
      await page.goto(`${product.url}/interviews/${closed}`);
      await page.getByRole('button', { name: '“Accuracy is 99.9 %”' }).first().click();
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
