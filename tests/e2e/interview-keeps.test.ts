import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumWanted } from './testing/chromium.ts';
import { violations } from './testing/measures.ts';
import { enter, field, interviewerLines, line, openInterview, say } from './testing/room.ts';
import { raiseStage } from './testing/stage.ts';
import type { Stage } from './testing/stage.ts';
import { visit } from './testing/visit.ts';

const { skip, because } = chromiumWanted();

describe.skipIf(skip)(`nothing typed is lost${because}`, () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await raiseStage();
  });

  afterAll(() => stage?.strike());

  it('WB42 when the page is loaded again in the midst of a sentence', async () => {
    const interview = await openInterview(stage.url);
    const { page, complaints, leave } = await visit(stage.browser, stage.url);
    await enter(page, stage.url, interview);
    await say(page, 'Who uses it?');
    await field(page).fill('And how ma');
    const lines = await interviewerLines(page).count();
    await page.reload();
    await line(page, 'Who uses it?').waitFor();
    expect(await field(page).inputValue()).toBe('And how ma');
    expect(await interviewerLines(page).count()).toBe(lines);
    await page.keyboard.type('ny are they?');
    await page.keyboard.press('Enter');
    await line(page, 'And how many are they?').waitFor();
    await page.reload();
    await line(page, 'And how many are they?').waitFor();
    expect(await field(page).inputValue()).toBe('');
    expect(complaints).toEqual([]);
    await leave();
  });

  it('when the server is killed and started again', async () => {
    const interview = await openInterview(stage.url);
    const { page, complaints, leave } = await visit(stage.browser, stage.url);
    await enter(page, stage.url, interview);
    await say(page, 'Who uses it?');
    const lines = await interviewerLines(page).count();

    await stage.kill();
    await page.getByRole('status').getByText('Reconnecting… what you type is kept.').waitFor();
    await field(page).fill('I assume two million people a day.');
    await field(page).press('Enter');
    await line(page, 'I assume two million people a day.').getByText('waiting').waitFor();
    await field(page).fill('And at its peak');

    await stage.startAgain();
    await interviewerLines(page).nth(lines).waitFor();
    await page.getByRole('status').getByText('Enter sends').waitFor();
    expect(await line(page, 'I assume two million people a day.').count()).toBe(1);
    expect(await page.getByText('waiting', { exact: true }).count()).toBe(0);
    expect(await field(page).inputValue()).toBe('And at its peak');
    await say(page, 'And at its peak three times as much.');
    expect(complaints.filter((complaint) => !/ERR_(CONNECTION|INCOMPLETE|EMPTY)/.test(complaint))).toEqual(
      [],
    );
    await leave();
  });

  it.each(['light', 'dark'] as const)(
    'WB31 while the server is gone, with nothing that WCAG 2.2 AA forbids, in %s',
    async (colorScheme) => {
      const interview = await openInterview(stage.url);
      const { page, leave } = await visit(stage.browser, stage.url, { colorScheme, reducedMotion: 'reduce' });
      await enter(page, stage.url, interview);
      await stage.kill();
      await page.getByRole('status').getByText('Reconnecting… what you type is kept.').waitFor();
      await field(page).fill('Said into the void.');
      await field(page).press('Enter');
      await line(page, 'Said into the void.').getByText('waiting').waitFor();
      expect(await violations(page)).toEqual([]);
      await stage.startAgain();
      await leave();
    },
  );

  it('when page and server go at once', async () => {
    const interview = await openInterview(stage.url);
    const { page, leave } = await visit(stage.browser, stage.url);
    await enter(page, stage.url, interview);
    await stage.kill();
    await field(page).fill('Said into the void.');
    await field(page).press('Enter');
    await line(page, 'Said into the void.').getByText('waiting').waitFor();
    await page.goto('about:blank');
    await stage.startAgain();
    await enter(page, stage.url, interview);
    await line(page, 'Said into the void.').waitFor();
    await page.reload();
    await line(page, 'Said into the void.').waitFor();
    expect(await line(page, 'Said into the void.').count()).toBe(1);
    expect(
      await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('outbox'))),
    ).toEqual([]);
    await leave();
  });

  it('when two tabs are open: both say the same', async () => {
    const interview = await openInterview(stage.url);
    const { page, complaints, leave } = await visit(stage.browser, stage.url);
    await enter(page, stage.url, interview);
    const other = await page.context().newPage();
    await enter(other, stage.url, interview);
    await say(page, 'Said in one.');
    await line(other, 'Said in one.').waitFor();
    await other.getByRole('banner').getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('banner').getByRole('button', { name: 'Resume' }).click();
    await other.getByRole('banner').getByRole('button', { name: 'Pause' }).waitFor();
    await say(other, 'Said in the other.');
    await line(page, 'Said in the other.').waitFor();
    expect(await interviewerLines(page).count()).toBe(await interviewerLines(other).count());
    expect(complaints).toEqual([]);
    await leave();
  });

  it('when it is refused: the words come back to the field', async () => {
    const interview = await openInterview(stage.url);
    const { page, leave } = await visit(stage.browser, stage.url);
    await enter(page, stage.url, interview);
    await page.route('**/commands', (route) =>
      route.fulfill({
        status: 409,
        contentType: 'application/problem+json',
        body: JSON.stringify({
          type: 'urn:dryrun:paused',
          title: 'Not now',
          detail: 'The clock is standing.',
        }),
      }),
    );
    await field(page).fill('Too late?');
    await field(page).press('Enter');
    await page.getByRole('alert').getByText('Not done. The clock is standing.').waitFor();
    expect(await field(page).inputValue()).toBe('Too late?');
    await leave();
  });
});
