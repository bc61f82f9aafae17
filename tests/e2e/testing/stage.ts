/** What every journey plays on: the product in a home of its own, and a Chromium. */
import type { Browser } from 'playwright-core';
import { newHome, startProduct } from '../../testing/product.ts';
import { launchChromium } from './chromium.ts';

export type Stage = {
  readonly url: string;
  readonly browser: Browser;
  /** The product is killed in the midst of things, and starts again under the same address. */
  readonly kill: () => Promise<void>;
  readonly startAgain: () => Promise<void>;
  readonly strike: () => Promise<void>;
};

export const raiseStage = async (): Promise<Stage> => {
  const { home, leave } = await newHome();
  const browser = await launchChromium();
  let product = await startProduct(home);
  const { url } = product;
  return {
    url,
    browser,
    kill: async () => void (await product.stop('SIGKILL')),
    startAgain: async () => {
      product = await startProduct(home, Number(new URL(url).port));
    },
    strike: async () => {
      await browser.close();
      await product.stop();
      await leave();
    },
  };
};
