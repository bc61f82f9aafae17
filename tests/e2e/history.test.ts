import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumWanted } from './testing/chromium.ts';
import { sideways, violations } from './testing/measures.ts';
import { enter, fork, openInterview, say } from './testing/room.ts';
import { raiseStage } from './testing/stage.ts';
import type { Stage } from './testing/stage.ts';
import { focusedName, visit } from './testing/visit.ts';

const { skip, because } = chromiumWanted();

describe.skipIf(skip)(`past interviews and sizes of text, in a real browser${because}`, () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await raiseStage();
    const fraud = await openInterview(stage.url, {
      system: 'fraud-detection',
      level: 'L5',
      format: 'drill-10',
    });
    await openInterview(stage.url, { system: 'llm-serving', level: 'L6' });
    await openInterview(stage.url, { system: 'llm-serving', level: 'principal', format: 'interview-60' });
    const { page, leave } = await visit(stage.browser, stage.url);
    await enter(page, stage.url, fraud);
    await say(page, 'Chargebacks arrive after sixty days.');
    await leave();
  });

  afterAll(() => stage?.strike());

  const section = (page: Page) => page.getByRole('region', { name: 'Interviews' });
  const rows = (page: Page) => section(page).getByRole('listitem');
  const finder = (page: Page) => section(page).getByRole('searchbox', { name: 'Find an interview' });

  it('WB15 are found by title, level, format, date and by what was said, and narrowed', async () => {
    const { page, complaints, leave } = await visit(stage.browser, stage.url);
    await expect.poll(() => rows(page).count()).toBe(3);
    for (const [query, count] of [
      ['fraud', 1],
      ['llm principal', 1],
      ['60-minute', 1],
      [String(new Date().getFullYear()), 3],
      ['chargebacks', 1],
      ['fraud chargebacks drill', 1],
      ['llm chargebacks', 0],
    ] as const) {
      await finder(page).fill(query);
      await expect.poll(() => rows(page).count(), { message: query }).toBe(count);
    }
    await section(page).getByText('None of your interviews has all of that.').waitFor();
    await finder(page).fill('chargebacks');
    await section(page).getByText('“Chargebacks arrive after sixty days.”').waitFor();
    await expect.poll(() => section(page).getByRole('status').textContent()).toBe('1 of 3 interviews');
    await section(page).getByRole('button', { name: 'Show all interviews' }).click();
    await expect.poll(() => rows(page).count()).toBe(3);

    await section(page).getByRole('combobox', { name: 'Level' }).selectOption('L6');
    await expect.poll(() => rows(page).count()).toBe(1);
    await section(page).getByRole('combobox', { name: 'Level' }).selectOption('Any level');
    await section(page).getByRole('combobox', { name: 'Format' }).selectOption('10-minute drill');
    await expect.poll(() => rows(page).count()).toBe(1);
    await section(page).getByRole('combobox', { name: 'Date' }).selectOption('Longer ago');
    await expect.poll(() => rows(page).count()).toBe(0);
    expect(complaints).toEqual([]);
    await leave();
  });

  it('WB15 are found by titles when what was said cannot be looked through, and it is said', async () => {
    const { page, leave } = await visit(stage.browser, stage.url);
    await page.route('**/api/said**', (route) => route.abort());
    await finder(page).fill('fraud');
    await section(page).getByText('What was said could not be looked through just now').waitFor();
    expect(await rows(page).count()).toBe(1);
    await leave();
  });

  it('WB15 are reached with a key, deleted after a question, and say so when they cannot be listed', async () => {
    const extra = await openInterview(stage.url, { system: 'real-time-bidding', format: 'drill-10' });
    const { page, leave } = await visit(stage.browser, stage.url);
    await rows(page).nth(3).waitFor();
    await page.getByRole('link', { name: 'Dryrun' }).focus();
    await page.keyboard.press('i');
    expect(await focusedName(page)).toContain('Find an interview');
    await page.keyboard.type('bidding');
    await expect.poll(() => rows(page).count()).toBe(1);
    await section(page).getByRole('button', { name: 'Delete Real-time bidding' }).click();
    await page.getByRole('button', { name: 'Keep it' }).click();
    await expect.poll(() => page.locator(':focus').getAttribute('aria-label')).toMatch(/^Delete Real-time/);
    await page.keyboard.press('Enter');
    await page
      .getByRole('dialog')
      .getByText(/^Real-time bidding, L6, 10-minute drill, today, /)
      .waitFor();
    await page
      .getByRole('dialog', { name: 'Delete this interview?' })
      .getByRole('button', { name: 'Delete it' })
      .click();
    await section(page).getByText('None of your interviews has all of that.').waitFor();
    await expect.poll(() => focusedName(page)).toContain('Find an interview');
    expect((await fetch(`${stage.url}/api/interviews/${extra}`)).status).toBe(404);

    await page.route('**/api/interviews', (route) => route.abort());
    await page.reload();
    await section(page).getByRole('alert').getByText('This could not be loaded').waitFor();
    await page.unroute('**/api/interviews');
    await section(page).getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => rows(page).count()).toBe(3);
    await leave();
  });

  it('WB32 are reached from the top, and tell what was answered again by its moment, level and time', async () => {
    const original = await openInterview(stage.url, { system: 'spam-detection', level: 'L5' });
    const again = await fork(stage.url, original, 4);
    const { page, complaints, leave } = await visit(stage.browser, stage.url);
    await page.getByRole('link', { name: 'Your 5 interviews' }).press('Enter');
    await expect.poll(() => finder(page).isVisible()).toBe(true);
    await expect
      .poll(() => section(page).evaluate((element) => element.getBoundingClientRect().top))
      .toBeLessThan(400);
    await finder(page).fill('spam');
    const name =
      /^Spam detection, L5, 45-minute interview, today, \d\d:\d\d(, answered again from 0:00)?: go on$/;
    const links = section(page).getByRole('link', { name });
    await expect.poll(() => links.count()).toBe(2);
    expect(await section(page).getByText(', answered again from 0:00').count()).toBe(1);
    await section(page)
      .getByRole('button', { name: /^Delete Spam detection, .* answered again from 0:00$/ })
      .click();
    const dialog = page.getByRole('dialog', { name: 'Delete this interview?' });
    await dialog.getByText('answered again from 0:00').waitFor();
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Delete it' }).click();
    await expect.poll(() => links.count()).toBe(1);
    await expect.poll(() => page.locator(':focus').getAttribute('aria-label')).toMatch(/^Delete Spam/);
    expect((await fetch(`${stage.url}/api/interviews/${again}`)).status).toBe(404);
    expect(complaints).toEqual([]);
    await leave();
    await fetch(`${stage.url}/api/interviews/${original}`, { method: 'DELETE' });
  });

  const textSize = (page: Page) =>
    page.locator('html').evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));

  it('WB17 text has three sizes, by press and by key, and the browser remembers before it paints', async () => {
    const { page, complaints, leave } = await visit(stage.browser, stage.url);
    await page.getByRole('group', { name: 'Text size' }).waitFor();
    expect(await textSize(page)).toBe(16);
    await page.getByRole('radio', { name: 'Large text' }).check({ force: true });
    expect(await textSize(page)).toBe(18);
    await page.getByRole('link', { name: 'Dryrun' }).focus();
    await page.keyboard.press('z');
    expect(await textSize(page)).toBe(20);
    await page.route('**/assets/*.js', (route) => route.abort());
    await page.reload();
    expect(await textSize(page)).toBe(20);
    await page.unroute('**/assets/*.js');
    await page.reload();
    expect(await page.getByRole('radio', { name: 'Larger text' }).isChecked()).toBe(true);
    await page.getByRole('link', { name: 'Dryrun' }).focus();
    await page.keyboard.press('z');
    expect(await textSize(page)).toBe(16);
    expect(complaints.filter((complaint) => !complaint.includes('ERR_FAILED'))).toEqual([]);
    await leave();
  });

  it('WB17 nothing is cut at 200 % zoom and the largest text', async () => {
    const interview = await openInterview(stage.url, { format: 'drill-10' });
    const { page, leave } = await visit(stage.browser, stage.url, { viewport: { width: 640, height: 400 } });
    await page.evaluate(() => localStorage.setItem('dryrun.text', 'larger'));
    for (const path of ['/', '/begin/llm-serving', `/interviews/${interview}`]) {
      await page.goto(stage.url + path);
      await page
        .getByRole('button', { name: /Begin|^End$|^Keys$/ })
        .first()
        .waitFor();
      expect(await sideways(page), path).toBe(0);
    }
    await page.getByRole('tab', { name: 'Board' }).click();
    await page.getByRole('button', { name: 'Draw it' }).scrollIntoViewIfNeeded();
    expect(await page.getByRole('button', { name: 'Draw it' }).isVisible()).toBe(true);
    await leave();
  });

  it.each(['light', 'dark'] as const)(
    'WB31 has nothing that WCAG 2.2 AA forbids, in %s',
    async (colorScheme) => {
      const { page, leave } = await visit(stage.browser, stage.url, { colorScheme, reducedMotion: 'reduce' });
      await finder(page).fill('chargebacks');
      await section(page).getByText('“Chargebacks arrive').waitFor();
      expect(await violations(page)).toEqual([]);

      await finder(page).fill('zeppelin');
      await section(page).getByText('None of your interviews has all of that.').waitFor();
      const buffer = Buffer.from('{"a": 1}');
      await page
        .getByLabel('Bring in a file')
        .setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer });
      await section(page).getByRole('alert').getByText('The file could not be brought in').waitFor();
      expect(await violations(page)).toEqual([]);

      await finder(page).fill('fraud');
      await section(page).getByRole('button', { name: 'Delete Fraud detection' }).click();
      await page.getByRole('dialog', { name: 'Delete this interview?' }).waitFor();
      expect(await violations(page)).toEqual([]);

      await page.route('**/api/interviews', (route) => route.abort());
      await page.reload();
      await section(page).getByRole('alert').getByText('This could not be loaded').waitFor();
      expect(await violations(page)).toEqual([]);
      await leave();
    },
  );
});
