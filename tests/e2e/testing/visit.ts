/** A page opened as a person opens it, with a record of everything that should not happen on it. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

export type Visit = {
  readonly page: Page;
  /** What the console complained about, what was thrown, and every request that left the origin. */
  readonly complaints: readonly string[];
  readonly leave: () => Promise<void>;
};

export const visit = async (
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Visit> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (fault) => complaints.push(`thrown: ${fault.message}`));
  context.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(url).origin) complaints.push(`left: ${request.url()}`);
  });
  await page.goto(url);
  const leave = async () => {
    // What a test answers in the server's place may still be on its way when the page is left.
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await context.close();
  };
  return { page, complaints, leave };
};

/** What has the focus, as a screen reader would name it. */
export const focusedName = (page: Page): Promise<string> =>
  page.locator(':focus').evaluate((element) => {
    const named = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
    const label = named ? element.labels?.[0] : undefined;
    return (label?.textContent ?? element.textContent ?? '').trim();
  });
