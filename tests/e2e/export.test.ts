/** An interview leaves as a file: from the menu beside its debrief, and as a page that opens from disk. */
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readPdf } from '@dryrun/app/testing';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumWanted } from './testing/chromium.ts';
import { violations } from './testing/measures.ts';
import { act, enter, openInterview, say } from './testing/room.ts';
import { raiseStage } from './testing/stage.ts';
import type { Stage } from './testing/stage.ts';
import { focusedName, visit } from './testing/visit.ts';

const { skip, because } = chromiumWanted();

const WORDS = [
  'My name is Ada Lovelace, ada@acme.example; at Acme I ran inference. </script><script>document.title="broken"</script>',
  'Each replica is one node, because tensor parallelism over a network would stall every step. <img src=x onerror="document.title=1">',
  // Reasons, a figure and a limit: evidence, whatever the interviewer happened to ask before it.
  'A single node holds the 140 GB of weights in half of its memory, so the other half is left for the keys and values of about 60 conversations; past that it would queue, so I chose to shed free users first and alert on queueing time above 200 ms at p95, because a token that waits is what a reader feels.',
] as const;

const BOARD = [
  { op: 'place', component: { id: 'gateway', name: 'Gateway <b>', kind: 'server' } },
  { op: 'place', component: { id: 'engine', name: 'Engine of Acme', kind: 'llm-server' } },
  { op: 'connect', connection: { id: 'asks', from: 'gateway', to: 'engine', label: '200 rps' } },
] as const;

describe.skipIf(skip)(`exports, in a real browser${because}`, () => {
  let stage: Stage;
  let closed: string;
  let folder: string;
  let whole: string;

  beforeAll(async () => {
    stage = await raiseStage();
    folder = await mkdtemp(join(tmpdir(), 'dryrun-export-'));
    closed = await openInterview(stage.url);
    const { page, leave } = await visit(stage.browser, stage.url);
    await enter(page, stage.url, closed);
    await say(page, WORDS[0]);
    await act(stage.url, closed, { type: 'ChangeBoard', operations: BOARD });
    await say(page, WORDS[1]);
    await act(stage.url, closed, {
      type: 'ChangeBoard',
      operations: [{ op: 'place', component: { id: 'cache', name: 'Cache', kind: 'cache' } }],
    });
    await say(page, WORDS[2]);
    await act(stage.url, closed, { type: 'WriteNote', text: 'Breathe.' });
    await act(stage.url, closed, { type: 'End' });
    await page.getByRole('button', { name: 'Read the debrief' }).waitFor();
    await leave();
    whole = join(folder, 'whole.html');
    const exported = await fetch(`${stage.url}/api/interviews/${closed}/export?to=html`);
    await writeFile(whole, await exported.text());
  });

  afterAll(async () => {
    await stage?.strike();
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  const opened = async (options: BrowserContextOptions = {}) => {
    const visited = await visit(stage.browser, stage.url, options);
    const { page } = visited;
    // Nobody is there to answer a print dialogue: what is asked to print says which page it is.
    await page.addInitScript(() => {
      window.print = () => window.top?.document.body.setAttribute('data-printed', document.title);
    });
    await page.goto(`${stage.url}/interviews/${closed}`);
    await page.getByRole('heading', { name: 'What you decided, and why' }).waitFor();
    await page.keyboard.press('e');
    const dialog = page.getByRole('dialog', { name: 'Export this interview' });
    await dialog.waitFor();
    return { ...visited, dialog };
  };
  const saved = async (page: Page, as: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save', exact: true }).click(),
    ]);
    const path = join(folder, as);
    await copyFile(await download.path(), path);
    return { path, name: download.suggestedFilename(), text: await readFile(path, 'utf8') };
  };
  /** The saved page, opened from disk by a browser that is off line. */
  const fromDisk = async (path: string, options: BrowserContextOptions = {}) => {
    const context = await stage.browser.newContext({
      viewport: { width: 1280, height: 800 },
      offline: true,
      ...options,
    });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(`console: ${message.text()}`));
    page.on('pageerror', (fault) => complaints.push(`thrown: ${fault.message}`));
    context.on('request', (request) => complaints.push(`asked for: ${request.url()}`));
    const { href } = pathToFileURL(path);
    await page.goto(href);
    return {
      page,
      complaints: () => complaints.filter((one) => one !== `asked for: ${href}`),
      leave: () => context.close(),
    };
  };

  it('EX1 saves Markdown, a page and JSON from the menu, with the keyboard', async () => {
    const { page, dialog, complaints, leave } = await opened();
    const html = await saved(page, 'saved.html');
    expect(html.name).toBe(`dryrun-${closed}.html`);
    expect(html.text).toBe(await readFile(whole, 'utf8'));
    await dialog.getByText(`Saved as dryrun-${closed}.html.`).waitFor();

    await dialog.getByRole('radio', { name: 'Web page' }).focus();
    await page.keyboard.press('ArrowDown');
    const markdown = await saved(page, 'whole.md');
    expect(markdown.text).toContain('## The conversation');
    expect(markdown.text).toContain('```mermaid\nflowchart LR');
    expect(markdown.text).not.toContain('Breathe.');

    await dialog.getByRole('checkbox', { name: 'With my private notes' }).check();
    expect((await saved(page, 'notes.md')).text).toContain('Breathe.');

    await dialog.getByRole('radio', { name: 'JSON' }).check();
    expect(await dialog.getByRole('checkbox', { name: 'Redact' }).isDisabled()).toBe(true);
    expect(JSON.parse((await saved(page, 'whole.json')).text).format).toBe('dryrun-interview');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(complaints).toEqual([]);
    await leave();
  });

  it('EX17 EX21 redacts from the menu, and says what and how much', async () => {
    const { page, dialog, leave } = await opened();
    await dialog.getByLabel('And without these words').fill('Acme, Hooli');
    expect(await dialog.getByRole('checkbox', { name: 'Redact' }).isChecked()).toBe(true);
    const { text } = await saved(page, 'redacted.html');
    for (const secret of ['Ada', 'Lovelace', 'Acme', 'acme', 'Hooli']) expect(text).not.toContain(secret);
    expect(text).toContain('Engine of [redacted]');
    await dialog
      .getByText(/Redacted in \d+ places: 1 e-mail address, 1 listed word, 1 name\. Not found: “Hooli”\./)
      .waitFor();
    await leave();
  });

  it('EX16 opens the print dialogue with the page in it', async () => {
    const { page, dialog, complaints, leave } = await opened();
    await dialog.getByRole('radio', { name: 'PDF' }).check();
    await dialog.getByRole('checkbox', { name: 'Redact' }).check();
    await dialog.getByRole('button', { name: 'Print' }).click();
    await dialog.getByText('The print dialogue was opened.').waitFor();
    expect(await page.locator('body').getAttribute('data-printed')).toBe(
      'LLM serving at scale: a debrief from Dryrun',
    );
    const shown = page.frameLocator('iframe[title="What is being printed"]');
    expect(await shown.locator('body').textContent()).toContain('My name is [redacted]');
    await shown.locator('body').evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await page.locator('iframe').waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await leave();
  });

  it('says what is wrong and keeps what was typed', async () => {
    const { page, dialog, leave } = await opened();
    await dialog.getByLabel('And without these words').fill('x');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByRole('alert').getByText('at least 2 letters').waitFor();
    expect(await dialog.getByLabel('And without these words').inputValue()).toBe('x');
    expect(await focusedName(page)).not.toBe('');
    await leave();
  });

  it.each(['light', 'dark'] as const)(
    'WB31 the menu has nothing that WCAG 2.2 AA forbids, in %s',
    async (colorScheme) => {
      const { page, dialog, leave } = await opened({ colorScheme, reducedMotion: 'reduce' });
      expect(await violations(page)).toEqual([]);
      await saved(page, `menu-${colorScheme}.html`);
      await dialog.getByText(/^Saved as/).waitFor();
      expect(await violations(page)).toEqual([]);
      await dialog.getByLabel('And without these words').fill('x');
      await dialog.getByRole('button', { name: 'Save' }).click();
      await dialog.getByRole('alert').waitFor();
      expect(await violations(page)).toEqual([]);
      await dialog.getByRole('radio', { name: 'JSON' }).check();
      expect(await violations(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 568 });
      expect(
        await dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
      ).toBeLessThanOrEqual(0);
      await leave();
    },
  );

  it('EX7 EX8 EX9 EX10 opens from disk, off line, and shows the conversation and board of any moment', async () => {
    const { page, complaints, leave } = await fromDisk(whole);
    expect(await page.title()).toBe('LLM serving at scale: a debrief from Dryrun');
    const talk = page.getByRole('region', { name: 'Conversation' });
    const line = (words: string) => talk.getByRole('listitem').filter({ hasText: words });
    const box = (name: string) => page.locator('.box').filter({ hasText: name });
    await line(WORDS[2]).waitFor();
    expect(await line('</script><script>').count()).toBe(1);
    expect(await box('Cache').isVisible()).toBe(true);

    const slider = page.getByRole('slider', { name: 'Moment of the interview' });
    await slider.focus();
    await page.keyboard.press('Home');
    expect(await slider.inputValue()).toBe('0');
    expect(await line(WORDS[0]).isVisible()).toBe(false);
    expect(await box('Gateway').isVisible()).toBe(false);
    for (let presses = 0; presses < 40 && !(await line(WORDS[0]).isVisible()); presses++)
      await page.keyboard.press('ArrowRight');
    expect(await line(WORDS[0]).getAttribute('aria-current')).toBe('true');
    for (let presses = 0; presses < 40 && !(await line(WORDS[1]).isVisible()); presses++)
      await page.keyboard.press('ArrowRight');
    expect(await box('Gateway <b>').isVisible()).toBe(true);
    expect(await box('Cache').isVisible()).toBe(false);
    expect(await line(WORDS[2]).isVisible()).toBe(false);
    expect(await slider.getAttribute('aria-valuetext')).toMatch(/^\d+:\d\d, \w/);

    await page.getByRole('combobox', { name: 'Speed' }).selectOption('as it was');
    await slider.focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Stop' }).waitFor();
    await page.getByRole('combobox', { name: 'Speed' }).selectOption('60 times');
    await line(WORDS[2]).waitFor();
    await page.getByRole('button', { name: 'Play' }).waitFor();
    expect(await box('Cache').isVisible()).toBe(true);
    expect(complaints()).toEqual([]);
    await leave();
  });

  it('EX11 evidence leads to its words, at a moment at which they were said', async () => {
    const { page, complaints, leave } = await fromDisk(whole);
    await page.getByRole('slider').focus();
    await page.keyboard.press('Home');
    const link = page.getByRole('region', { name: 'Eight dimensions' }).getByRole('link').first();
    const target = (await link.getAttribute('href')) ?? '';
    // With the keyboard: a link that goes over two lines has its middle beside its words.
    await link.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator(target).isVisible()).toBe(true);
    await expect
      .poll(() => page.locator(target).evaluate((line) => line === document.activeElement))
      .toBe(true);
    expect(complaints()).toEqual([]);
    await leave();
  });

  it('EX9 is whole without its script', async () => {
    const { page, complaints, leave } = await fromDisk(whole, {
      javaScriptEnabled: false,
    });
    for (const words of WORDS) expect(await page.getByText(words, { exact: true }).isVisible()).toBe(true);
    expect(await page.getByRole('slider').isVisible()).toBe(false);
    expect(await page.locator('.box').filter({ hasText: 'Cache' }).isVisible()).toBe(true);
    expect(complaints()).toEqual([]);
    await leave();
  });

  it.each(['light', 'dark'] as const)(
    'EX12 the page has nothing that WCAG 2.2 AA forbids, in %s',
    async (colorScheme) => {
      const { page, leave } = await fromDisk(whole, {
        colorScheme,
        reducedMotion: 'reduce',
      });
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Previous' }).click();
      expect(await violations(page)).toEqual([]);
      for (const width of [820, 320]) {
        await page.setViewportSize({ width, height: 800 });
        const wide = await page
          .locator('html')
          .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
        expect([width, wide]).toEqual([width, 0]);
      }
      await leave();
    },
  );

  it('EX13 on paper it has all of it, dark on white, and nothing to press', async () => {
    const { page, leave } = await fromDisk(whole, { colorScheme: 'dark' });
    await page.getByRole('slider').focus();
    await page.keyboard.press('Home');
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    expect(await page.getByRole('button').count()).toBe(0);
    expect(await page.getByRole('navigation').count()).toBe(0);
    for (const words of WORDS) expect(await page.getByText(words, { exact: true }).isVisible()).toBe(true);
    const { ink, paper } = await page.locator('html').evaluate((html) => {
      const { color, backgroundColor } = getComputedStyle(html);
      return { ink: color, paper: backgroundColor };
    });
    expect({ ink, paper }).toEqual({ ink: 'rgb(29, 27, 24)', paper: 'rgb(255, 255, 255)' });
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    expect(await page.getByText(WORDS[0], { exact: true }).isVisible()).toBe(false);
    await leave();
  });

  it('EX13 the debrief in the browser prints without what is operated', async () => {
    const { page, leave } = await visit(stage.browser, stage.url, { colorScheme: 'dark' });
    await page.goto(`${stage.url}/interviews/${closed}`);
    await page.getByRole('heading', { name: 'Eight dimensions' }).waitFor();
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    for (const name of ['Export', 'Delete', 'Keys'])
      expect(await page.getByRole('button', { name, exact: true }).count()).toBe(0);
    expect(await page.getByRole('region', { name: 'Conversation' }).count()).toBe(0);
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
    const paper = await page.locator('html').evaluate((html) => getComputedStyle(html).backgroundColor);
    expect(paper).toBe('rgb(255, 255, 255)');
    const { text, tags } = readPdf(await page.pdf({ preferCSSPageSize: true, tagged: true }));
    expect(text).toContain('LLM serving at scale');
    expect(text).toContain('Eight dimensions');
    for (const operated of ['Sit it again', 'Delete', 'Keys', 'Interviewer'])
      expect(text).not.toContain(operated);
    expect(tags.get('H1')).toBe(1);
    expect(tags.get('H2')).toBeGreaterThanOrEqual(10);
    await leave();
  });
});
