import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { board } from './testing/board.ts';
import { chromiumWanted } from './testing/chromium.ts';
import { paper, violations } from './testing/measures.ts';
import {
  act,
  conversation,
  enter,
  field,
  interviewerLines,
  line,
  openInterview,
  say,
} from './testing/room.ts';
import { raiseStage } from './testing/stage.ts';
import type { Stage } from './testing/stage.ts';
import { focusedName, visit } from './testing/visit.ts';

const { skip, because } = chromiumWanted();

describe.skipIf(skip)(`the room around the conversation, in a real browser${because}`, () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await raiseStage();
  });

  afterAll(() => stage?.strike());

  const notes = (page: Page) => page.getByRole('complementary', { name: 'Your notes' });
  const notesButton = (page: Page) =>
    page.getByRole('group', { name: 'Without words' }).getByRole('button', { name: /^Notes/ });
  const widthOf = async (page: Page) => (await conversation(page).boundingBox())?.width ?? 0;
  const belowEnd = (page: Page) =>
    conversation(page).evaluate(({ scrollHeight, scrollTop, clientHeight }) =>
      Math.round(scrollHeight - scrollTop - clientHeight),
    );
  const long = (number: number) => `Answer ${number}. ${'It goes on for a while. '.repeat(30)}`;

  it.each([
    ['where there is room for three', 1280],
    ['in the place of the board', 1024],
  ])('WB35 notes lie %s, leave the talk its end, and are there after a reload', async (_, width) => {
    const interview = await openInterview(stage.url);
    const { page, complaints, leave } = await visit(stage.browser, stage.url, {
      viewport: { width, height: 700 },
    });
    await enter(page, stage.url, interview);
    for (const number of [1, 2, 3]) await say(page, long(number));
    await expect.poll(() => belowEnd(page)).toBe(0);
    await notesButton(page).click();
    await expect.poll(() => focusedName(page)).toBe('A note');
    await expect.poll(() => belowEnd(page)).toBe(0);
    expect(await page.getByRole('button', { name: 'Latest' }).count()).toBe(0);
    expect(await widthOf(page)).toBeGreaterThanOrEqual(479);
    expect(await board(page).count()).toBe(width === 1280 ? 1 : 0);

    await page.reload();
    await notes(page).waitFor();
    await expect.poll(() => focusedName(page)).toBe('Your answer');
    if (width === 1024) {
      await notes(page).getByRole('button', { name: 'Back to the board' }).click();
      await board(page).waitFor();
      await page.keyboard.press('o');
      await notes(page).waitFor();
      // Escape leaves the field that one is in: before it is, there is nothing to leave.
      await expect.poll(() => focusedName(page)).toBe('A note');
      // Whoever wants to draw gets the board.
      await page.keyboard.press('Escape');
      await page.keyboard.press('b');
      await board(page).waitFor();
    } else await notes(page).getByRole('button', { name: 'Close' }).click();
    await notes(page).waitFor({ state: 'detached' });
    await page.reload();
    await field(page).waitFor();
    expect(await notes(page).count()).toBe(0);
    expect(complaints).toEqual([]);
    await leave();
  });

  it('WB36 each line shows that it can be answered again, and the way to the latest line covers none', async () => {
    const interview = await openInterview(stage.url);
    const { page, complaints, leave } = await visit(stage.browser, stage.url, {
      viewport: { width: 1280, height: 700 },
    });
    await enter(page, stage.url, interview);
    for (const number of [1, 2, 3]) await say(page, long(number));
    await page.mouse.move(0, 0);
    const again = interviewerLines(page).getByRole('button', { name: /^Answer again from here/ });
    expect(await again.count()).toBe(await interviewerLines(page).count());
    for (const button of await again.all())
      expect(await button.evaluate((element) => getComputedStyle(element).opacity)).toBe('1');

    const talk = await conversation(page).boundingBox();
    await conversation(page).evaluate((element) => element.scrollTo(0, 0));
    const latest = page.getByRole('button', { name: 'Latest' });
    await latest.waitFor();
    const below = await latest.boundingBox();
    const shown = await conversation(page).boundingBox();
    expect(below?.y).toBeGreaterThanOrEqual((shown?.y ?? 0) + (shown?.height ?? 0));
    expect(shown?.height).toBeLessThan(talk?.height ?? 0);
    await latest.click();
    await latest.waitFor({ state: 'detached' });
    await expect.poll(() => belowEnd(page)).toBe(0);
    expect(complaints).toEqual([]);
    await leave();
  });

  it('WB17 has the sizes of text and the themes, by press and by key', async () => {
    const interview = await openInterview(stage.url);
    const { page, complaints, leave } = await visit(stage.browser, stage.url, { colorScheme: 'light' });
    for (const path of [`/interviews/${interview}`, `/interviews/${interview}/replay`]) {
      await page.goto(stage.url + path);
      await page.getByRole('button', { name: 'Size of text, and theme' }).press('Enter');
      await page.getByRole('radio', { name: 'Dark' }).check({ force: true });
      expect(await paper(page)).toBe('rgb(22, 23, 26)');
      await page.getByRole('radio', { name: 'Large text' }).check({ force: true });
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('radio', { name: 'Dark' }).waitFor({ state: 'hidden' });
      await page.evaluate(() => localStorage.clear());
    }
    expect(complaints).toEqual([]);
    await leave();
  });

  const phaseNow = (page: Page) => page.getByRole('list', { name: 'Phases' }).locator('[aria-current=step]');

  it('WB33 “Next phase” pressed as the interviewer goes on skips nothing, says so, and pressed again does', async () => {
    const interview = await openInterview(stage.url);
    const { page, leave } = await visit(stage.browser, stage.url, { reducedMotion: 'reduce' });
    await enter(page, stage.url, interview);
    await act(stage.url, interview, { type: 'RequestNextPhase' });
    await phaseNow(page).getByText('high-level design').waitFor();
    await page.getByRole('button', { name: 'Next phase' }).click();
    const told = page
      .getByRole('status')
      .filter({ hasText: 'The interviewer has gone on already, to “high-level design”.' });
    await told.waitFor();
    expect(await told.textContent()).not.toContain('Not done');
    expect(await violations(page)).toEqual([]);
    await phaseNow(page).getByText('high-level design').waitFor();
    await page.getByRole('button', { name: 'Next phase' }).click();
    await phaseNow(page).getByText('deep dive').waitFor();
    await told.waitFor({ state: 'detached' });
    await line(page, 'You asked to go on').first().waitFor();
    await leave();
  });
});
