import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumWanted } from './testing/chromium.ts';
import { layoutShift, paper, violations } from './testing/measures.ts';
import { act } from './testing/room.ts';
import { raiseStage } from './testing/stage.ts';
import type { Stage } from './testing/stage.ts';
import { focusedName, visit } from './testing/visit.ts';

const { skip, because } = chromiumWanted();

describe.skipIf(skip)(`the first page, in a real browser${because}`, () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await raiseStage();
  });

  afterAll(() => stage?.strike());

  const systems = (page: Page) => page.locator('[data-system]');
  const field = (page: Page) => page.getByRole('searchbox', { name: 'Find a system' });

  it('greets, says what is here, and lists the 43 systems without a complaint or a request elsewhere', async () => {
    const { page, complaints, leave } = await visit(stage.browser, stage.url);
    await page.getByRole('heading', { level: 1, name: /^Hello/ }).waitFor();
    await page.getByRole('region', { name: 'What is here so far' }).getByText('Works today').waitFor();
    await page.getByText('43 systems', { exact: true }).waitFor();
    expect(await systems(page).count()).toBe(43);
    expect(
      await page.getByRole('region', { name: 'Formats' }).getByRole('heading', { level: 3 }).count(),
    ).toBe(5);
    expect(
      await page.getByRole('region', { name: 'Levels' }).getByRole('heading', { level: 3 }).count(),
    ).toBe(5);
    await page.getByRole('region', { name: 'Interviews' }).getByText('None yet').waitFor();
    expect(complaints).toEqual([]);
    await leave();
  });

  it('finds systems as one types, says how many, and shows all of them again', async () => {
    const { page, complaints, leave } = await visit(stage.browser, stage.url);
    await systems(page).first().waitFor();
    await page.keyboard.type('llm');
    await page.getByRole('link', { name: 'LLM serving at scale' }).waitFor();
    await expect.poll(() => page.getByRole('status').textContent()).toMatch(/^\d of 43 systems$/);
    expect(await page.getByRole('link', { name: 'Fraud detection' }).count()).toBe(0);
    await field(page).fill('zeppelin');
    await page.getByText('No system goes by “zeppelin”.').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => systems(page).count()).toBe(43);
    expect(complaints).toEqual([]);
    await leave();
  });

  it('WB24 finds them by the names people know them by, with a typo in each word', async () => {
    const { page, leave } = await visit(stage.browser, stage.url);
    await systems(page).first().waitFor();
    for (const [query, title] of [
      ['RAG', 'Retrieval-augmented generation'],
      ['llm inference', 'LLM serving at scale'],
      ['vLLM', 'LLM serving at scale'],
      ['llm servng', 'LLM serving at scale'],
      ['newsfeed', 'Personalised news feed'],
      ['twitter timeline', 'Personalised news feed'],
      ['design a news feed', 'Personalised news feed'],
      ['recsys', 'Recommendation engine'],
      ['recomender system', 'Recommendation engine'],
      ['self driving', 'Street View blurring'],
      ['chatgtp', 'Chat assistant'],
      ['pymk', 'People you may know'],
      ['CTR', 'Ad click prediction'],
      ['stable difusion', 'Text to image'],
      ['rtb', 'Real-time bidding'],
      ['surge pricing', 'Dynamic pricing'],
      ['feature store', 'Real-time ML pipeline'],
      ['text2sql', 'Text to SQL'],
      ['llm as a judge', 'GenAI evaluation framework'],
      ['copilot', 'AI coding assistant'],
      ['ai agent', 'Agentic system'],
      ['two tower', 'Recommendation engine'],
      ['vector search', 'Retrieval-augmented generation'],
      ['ab testing', 'GenAI evaluation framework'],
      ['reccomendation', 'Recommendation engine'],
    ] as const) {
      await field(page).fill(query);
      await page.getByRole('link', { name: title, exact: true }).waitFor({ timeout: 2000 });
      expect(await systems(page).count(), query).toBeLessThan(12);
    }
    await field(page).fill('llm infernce');
    await page.getByRole('listitem').filter({ hasText: 'Also: LLM inference' }).waitFor();
    await leave();
  });

  it('WB24 WB25 narrows them by family, level, guide and facts, and says which have a fact sheet', async () => {
    const { page, complaints, leave } = await visit(stage.browser, stage.url);
    await systems(page).first().waitFor();
    const row = (name: string) => page.getByRole('listitem').filter({ hasText: name });
    await row('LLM serving at scale').getByText(', with a fact sheet').waitFor({ state: 'attached' });
    await row('Fraud detection').getByText(', without a fact sheet').waitFor({ state: 'attached' });
    await page.getByRole('combobox', { name: 'Family' }).selectOption('safety');
    await expect.poll(() => systems(page).count()).toBe(4);
    await page.getByRole('combobox', { name: 'Level it is asked at' }).selectOption('L5');
    await page.getByRole('combobox', { name: 'Guide it comes from' }).selectOption('brief');
    await page
      .getByText(/^\d of 43 systems$/)
      .first()
      .waitFor();
    await page.getByRole('link', { name: 'Fraud detection', exact: true }).waitFor();
    expect(await page.getByRole('link', { name: 'Spam detection' }).count()).toBe(0);
    await page.getByRole('combobox', { name: 'Fact sheet' }).selectOption('own');
    await page.getByText('No system is all of that.').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => systems(page).count()).toBe(43);

    await page.getByRole('link', { name: 'Fraud detection', exact: true }).click();
    await page.getByText('no fact sheet of its own yet').waitFor();
    await page.goto(`${stage.url}/begin/llm-serving`);
    await page.getByText('It has a fact sheet of its own').waitFor();
    expect(complaints).toEqual([]);
    await leave();
  });

  it('is worked with the keyboard alone', async () => {
    const { page, complaints, leave } = await visit(stage.browser, stage.url, { colorScheme: 'light' });
    await systems(page).first().waitFor();
    expect(await focusedName(page)).toBe('Find a system');

    await page.keyboard.type('fraud');
    await page.keyboard.press('ArrowDown');
    expect(await focusedName(page)).toBe('Fraud detection');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/begin/fraud-detection');
    await page.getByRole('button', { name: 'Begin' }).waitFor();
    await page.keyboard.press('Escape');
    await page.waitForURL(`${stage.url}/`);
    await systems(page).first().waitFor();
    await expect.poll(() => focusedName(page)).toBe('Find a system');

    // WB24: with nothing typed Enter does nothing; else it opens the first that is left.
    await page.keyboard.press('Enter');
    await page.keyboard.type('llm serv');
    await page.getByText('1 of 43 systems', { exact: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/begin/llm-serving');
    await page.keyboard.press('Escape');
    await systems(page).first().waitFor();
    await expect.poll(() => focusedName(page)).toBe('Find a system');

    while ((await focusedName(page)) !== 'Auto') await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await focusedName(page)).toBe('Dark');
    expect(await paper(page)).toBe('rgb(22, 23, 26)');
    await page.reload();
    expect(await paper(page)).toBe('rgb(22, 23, 26)');
    expect(complaints).toEqual([]);
    await leave();
  });

  it('lists its keys, gives the focus back, and lets single characters be turned off', async () => {
    const { page, leave } = await visit(stage.browser, stage.url);
    await systems(page).first().waitFor();
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: 'Keys' });
    await help.getByText('Find a system').waitFor();
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'hidden' });
    expect(await focusedName(page)).toBe('Find a system');

    await page.getByRole('button', { name: 'Keys' }).first().click();
    await help.getByRole('checkbox').uncheck();
    await help.getByRole('button', { name: 'Close' }).click();
    await systems(page).first().focus();
    await page.keyboard.press('?');
    expect(await help.isVisible()).toBe(false);
    await leave();
  });

  it.each(['light', 'dark'] as const)(
    'WB31 has nothing that WCAG 2.2 AA forbids, in %s',
    async (colorScheme) => {
      const { page, leave } = await visit(stage.browser, stage.url, { colorScheme, reducedMotion: 'reduce' });
      await systems(page).first().waitFor();
      await page.getByRole('region', { name: 'Interviews' }).getByText('None yet').waitFor();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: 'Keys' }).waitFor();
      expect(await violations(page)).toEqual([]);
      await leave();
    },
  );

  it.each(['light', 'dark'] as const)(
    'WB31 has nothing that WCAG 2.2 AA forbids when the server is gone, in %s',
    async (colorScheme) => {
      const { page, leave } = await visit(stage.browser, 'about:blank', {
        colorScheme,
        reducedMotion: 'reduce',
      });
      await page.route('**/api/**', (route) => route.abort());
      for (const path of ['/', '/begin/llm-serving']) {
        await page.goto(stage.url + path);
        await page.getByRole('alert').first().getByText('nobody listening there').waitFor();
        expect(await violations(page), path).toEqual([]);
      }
      await leave();
    },
  );

  it('holds its shape while the library is still coming', async () => {
    const { page, leave } = await visit(stage.browser, 'about:blank');
    await page.route('**/api/*', async (route) => {
      await delay(400);
      await route.continue();
    });
    await page.goto(stage.url);
    expect(await page.locator('[aria-busy=true]').count()).toBeGreaterThan(0);
    await systems(page).first().waitFor();
    expect(await layoutShift(page)).toBeLessThan(0.01);
    await leave();
  });

  it('keeps everything at 200 % zoom, and never scrolls sideways', async () => {
    const { page, leave } = await visit(stage.browser, stage.url, { viewport: { width: 640, height: 400 } });
    await systems(page).first().waitFor();
    const [wide, seen] = await page
      .locator('html')
      .evaluate(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth]);
    expect(wide).toBe(seen);
    expect(await page.getByRole('radio', { name: 'Dark' }).isVisible()).toBe(true);
    await leave();
  });

  it('says what was expected, found and to do when the server is gone, and recovers', async () => {
    const { page, leave } = await visit(stage.browser, 'about:blank');
    await page.route('**/api/library', (route) => route.abort());
    await page.goto(stage.url);
    const note = page.getByRole('alert');
    await note.getByText('nobody listening there').waitFor();
    await page.unroute('**/api/library');
    await note.getByRole('button', { name: 'Try again' }).press('Enter');
    await expect.poll(() => systems(page).count()).toBe(43);
    expect(await focusedName(page)).toBe('Find a system');
    await leave();
  });

  it('WB26 lists the interviews kept on this machine, and goes on with the one that was left', async () => {
    const opened = await fetch(`${stage.url}/api/interviews`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ system: 'llm-serving', level: 'L6', format: 'interview-45' }),
    });
    expect(opened.ok).toBe(true);
    const { page, leave } = await visit(stage.browser, stage.url);
    const interviews = page.getByRole('region', { name: 'Interviews' });
    await interviews
      .getByRole('link', { name: /^LLM serving at scale, L6, .*, today, \d\d:\d\d: go on$/ })
      .waitFor();
    await interviews.getByText('1 kept on this machine').waitFor();
    await interviews.getByText('45-minute interview').waitFor();

    // WB26: the same, where the eye is first; one key goes there.
    await page.getByRole('link', { name: 'Go on with LLM serving at scale' }).waitFor();
    await systems(page).first().focus();
    await page.keyboard.press('g');
    await page.waitForURL('**/interviews/*');

    const { interview } = (await opened.json()) as { readonly interview: string };
    await act(stage.url, interview, { type: 'End' });
    await page.goto(stage.url);
    await page.getByRole('link', { name: 'Read the debrief of LLM serving at scale' }).waitFor();
    await leave();
  });
});
