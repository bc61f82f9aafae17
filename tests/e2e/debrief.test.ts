import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumWanted } from './testing/chromium.ts';
import { debrief, WORDS } from './testing/debrief.ts';
import { sideways, violations } from './testing/measures.ts';
import { act, enter, line, openInterview, say } from './testing/room.ts';
import { raiseStage } from './testing/stage.ts';
import type { Stage } from './testing/stage.ts';
import { focusedName, visit } from './testing/visit.ts';

const { skip, because } = chromiumWanted();

describe.skipIf(skip)(`a closed interview, in a real browser${because}`, () => {
  let stage: Stage;
  let closed: string;

  beforeAll(async () => {
    stage = await raiseStage();
    closed = await openInterview(stage.url, { system: 'fraud-detection', level: 'L5', format: 'drill-10' });
    const { page, leave } = await visit(stage.browser, stage.url);
    await enter(page, stage.url, closed);
    for (const words of WORDS) await say(page, words);
    await act(stage.url, closed, { type: 'End' });
    await page.getByRole('button', { name: 'Read the debrief' }).waitFor();
    await leave();
  });

  afterAll(() => stage?.strike());

  /** One of everything, under the name of the debrief that was written. */
  const writtenOnce = (page: Page) =>
    page.route('**/debrief', async (route) => {
      const { hash } = await (await route.fetch()).json();
      await route.fulfill({ json: { ...debrief, hash } });
    });
  const read = async (page: Page) => {
    await page.goto(`${stage.url}/interviews/${closed}`);
    await page.getByRole('heading', { name: 'What you decided, and why' }).waitFor();
  };
  const dimension = (page: Page, name: string) =>
    page
      .getByRole('region', { name: 'Eight dimensions' })
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name }) });

  it('ends in the room, and goes on to its debrief', async () => {
    const interview = await openInterview(stage.url, { format: 'drill-10' });
    const { page, complaints, leave } = await visit(stage.browser, stage.url);
    await enter(page, stage.url, interview);
    await say(page, 'We log every request with the features it was answered on.');
    await page.getByRole('button', { name: 'End', exact: true }).click();
    await page.getByRole('button', { name: 'End it' }).click();
    await page.getByText('The interview is over.').waitFor();
    await page.getByRole('button', { name: 'Read the debrief' }).click();
    await page.getByRole('heading', { name: 'What you decided, and why' }).waitFor();
    await line(page, 'We log every request').first().waitFor();
    // The debrief is asked for while it is being written: the browser notes the answers that say so.
    expect(complaints.filter((complaint) => !complaint.includes('status of 409'))).toEqual([]);
    await leave();
  });

  it('says that the debrief is being written, and shows it when it is', async () => {
    const { page, leave } = await visit(stage.browser, stage.url);
    await page.route('**/debrief', (route) =>
      route.fulfill({ status: 409, json: { type: 'urn:dryrun:not-written' } }),
    );
    await page.goto(`${stage.url}/interviews/${closed}`);
    await page.getByText('The debrief is being written.').waitFor();
    await line(page, WORDS[0]).waitFor();
    await page.unroute('**/debrief');
    await page.getByRole('heading', { name: 'Eight dimensions' }).waitFor();
    await leave();
  });

  it('has a letter, a mark in words for each dimension, and says what it cannot see', async () => {
    const { page, complaints, leave } = await visit(stage.browser, stage.url);
    await writtenOnce(page);
    await read(page);
    expect(
      await page.getByRole('region', { name: 'Eight dimensions' }).getByRole('heading', { level: 3 }).count(),
    ).toBe(8);
    await dimension(page, 'Technical depth').getByText('Exceeds').waitFor();
    await dimension(page, 'Strategy').getByText('No mark: not enough was asked and said for one.').waitFor();
    await page.getByText('No level is read').waitFor();
    await page.getByText('The board was empty, so no design was read.').waitFor();
    await page.getByText('Read by the built-in assessor').waitFor();

    // WB12: the marks at a glance lead to what they rest on, and turns are told by the clock (WB29).
    await page.getByRole('navigation', { name: 'The marks at a glance' }).getByRole('link').nth(4).click();
    expect(new URL(page.url()).hash).toBe('#dimension-trade-offs');
    await page.getByRole('region', { name: 'Hints' }).getByText('It came up at').waitFor();
    await dimension(page, 'Problem navigation')
      .getByRole('button', { name: /^See where, at \d+:\d\d$/ })
      .waitFor();
    expect(complaints).toEqual([]);
    await leave();
  });

  it('shows where its evidence was said, and gives the way back, with the keyboard alone', async () => {
    const { page, leave } = await visit(stage.browser, stage.url, { viewport: { width: 1280, height: 500 } });
    await writtenOnce(page);
    await read(page);
    const quote = dimension(page, 'Trade-offs').getByRole('button', { name: '“Accuracy is 99.9 %”' });
    await quote.focus();
    await page.keyboard.press('Enter');
    const turn = line(page, WORDS[1]);
    await expect.poll(() => turn.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await turn.locator('mark').textContent()).toBe('Accuracy is 99.9 %');
    await turn.getByRole('button', { name: 'Back to the debrief' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await focusedName(page)).toBe('“Accuracy is 99.9 %”');
    expect(await turn.locator('mark').count()).toBe(0);
    await leave();
  });

  it('is saved as a file, deleted, and brought in again', async () => {
    const { page, complaints, leave } = await visit(stage.browser, stage.url);
    await writtenOnce(page);
    await read(page);
    await page.getByRole('button', { name: 'Export' }).click();
    const dialog = page.getByRole('dialog', { name: 'Export this interview' });
    await dialog.getByRole('radio', { name: 'JSON' }).check();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Save' }).click(),
    ]);
    const path = await download.path();
    await dialog.getByRole('button', { name: 'Close' }).click();
    expect(JSON.parse(await readFile(path, 'utf8')).format).toBe('dryrun-interview');

    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page
      .getByRole('dialog', { name: 'Delete this interview?' })
      .getByRole('button', { name: 'Delete it' })
      .click();
    await page.waitForURL(`${stage.url}/`);
    const interviews = page.getByRole('region', { name: 'Interviews' });
    await interviews.waitFor();
    expect(await interviews.getByRole('link', { name: /^Fraud detection, .*: the debrief$/ }).count()).toBe(
      0,
    );

    await interviews.getByLabel('Bring in a file').setInputFiles(path);
    await page.waitForURL(`**/interviews/${closed}`);
    await line(page, WORDS[1]).waitFor();

    // WB34: brought in once more, it is said to be here, and one can go there.
    await page.goto(stage.url);
    await interviews.getByLabel('Bring in a file').setInputFiles(path);
    await interviews.getByRole('status').getByText('is here already: nothing was added.').waitFor();
    expect(await violations(page)).toEqual([]);
    await interviews.getByRole('link', { name: 'Open it' }).click();
    await page.waitForURL(`**/interviews/${closed}`);
    expect(complaints).toEqual([]);
    await leave();
  });

  it('WB34 says in plain words what is wrong with a file that is none, and how to get one', async () => {
    const { page, leave } = await visit(stage.browser, stage.url);
    const note = page.getByRole('alert');
    for (const [name, text, found] of [
      ['a.json', '{"a": 1}', '“a.json”. This is not an exported interview: Dryrun did not write it.'],
      ['list.json', '[1]', '“list.json”. What is in it is something else.'],
      ['debrief.html', '<!doctype html>', 'made to be read, and cannot be brought in again'],
      ['half.json', '{"format": "dryrun-interview"}', 'was changed since, or part of it is missing'],
    ] as const) {
      const buffer = Buffer.from(text);
      await page.getByLabel('Bring in a file').setInputFiles({ name, mimeType: 'application/json', buffer });
      await note.getByText(found).waitFor();
      await note.getByText('an interview that was saved from Dryrun').waitFor();
      await note.getByText('press Export, choose JSON').waitFor();
      expect(await note.textContent()).not.toMatch(/http|status|api/);
    }
    await leave();
  });

  it.each(['light', 'dark'] as const)(
    'WB31 has nothing that WCAG 2.2 AA forbids while there is no debrief, in %s',
    async (colorScheme) => {
      const { page, leave } = await visit(stage.browser, stage.url, { colorScheme, reducedMotion: 'reduce' });
      await page.route('**/debrief', (route) =>
        route.fulfill({ status: 409, json: { type: 'urn:dryrun:not-written' } }),
      );
      await page.goto(`${stage.url}/interviews/${closed}`);
      await page.getByText('The debrief is being written.').waitFor();
      expect(await violations(page)).toEqual([]);
      await page.unroute('**/debrief');
      await page.route('**/debrief', (route) => route.abort());
      await page.reload();
      await page.getByRole('alert').getByText('nobody listening there').waitFor();
      expect(await violations(page)).toEqual([]);
      await leave();
    },
  );

  it.each(['light', 'dark'] as const)(
    'WB31 has nothing that WCAG 2.2 AA forbids, in %s',
    async (colorScheme) => {
      const { page, leave } = await visit(stage.browser, stage.url, { colorScheme, reducedMotion: 'reduce' });
      await writtenOnce(page);
      await read(page);
      await dimension(page, 'Trade-offs').getByRole('button', { name: '“Accuracy is 99.9 %”' }).click();
      expect(await violations(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 568 });
      expect(await sideways(page)).toBe(0);
      await leave();
    },
  );
});
