/** Remakes docs/pictures from the real product: node --import tsx tests/e2e/testing/pictures.ts */
import { fileURLToPath } from 'node:url';
import { launchChromium } from './chromium.ts';
import { newHome, startProduct } from '../../testing/product.ts';
import { visit } from './visit.ts';

const FOLDER = fileURLToPath(new URL('../../../docs/pictures/', import.meta.url));

const { home, leave: leaveHome } = await newHome();
const product = await startProduct(home);
const browser = await launchChromium();
try {
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page, leave } = await visit(browser, product.url, { colorScheme, reducedMotion: 'reduce' });
    await page.locator('[data-system]').first().waitFor();
    await page.screenshot({ path: `${FOLDER}home-${colorScheme}.png`, caret: 'hide' });
    await leave();
  }
} finally {
  await browser.close();
  await product.stop();
  await leaveHome();
}
