import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumWanted } from './testing/chromium.ts';
import { sideways, violations } from './testing/measures.ts';
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

describe.skipIf(skip)(`an interview, in a real browser${because}`, () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await raiseStage();
  });

  afterAll(() => stage?.strike());

  it('asks its first question two clicks from the first page, and answers what is said', async () => {
    const { page, complaints, leave } = await visit(stage.browser, stage.url);
    await page.getByRole('link', { name: 'Fraud detection', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Fraud detection' }).waitFor();
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.waitForURL('**/interviews/*');
    await interviewerLines(page).nth(1).getByText('?').waitFor();
    expect(await focusedName(page)).toBe('Your answer');

    await say(page, 'Who loses money when we are wrong?');
    expect(await field(page).inputValue()).toBe('');
    expect(await page.getByRole('log').textContent()).toContain(
      await interviewerLines(page).last().locator('p.font-serif').textContent(),
    );
    expect(complaints).toEqual([]);
    await leave();
  });

  it('WB27 begins as it was last set up, with its focus, also with a surprise', async () => {
    const { page, complaints, leave } = await visit(stage.browser, `${stage.url}/begin/llm-serving`);
    await page.getByRole('radio', { name: '10-minute drill' }).check({ force: true });
    await page.getByRole('radio', { name: 'Principal' }).check({ force: true });
    await page.getByRole('radio', { name: 'No clock' }).check({ force: true });
    await page.getByRole('checkbox', { name: 'Trade-offs' }).check({ force: true });
    await page.goto(`${stage.url}/begin`);
    expect(await page.getByRole('checkbox', { name: 'Trade-offs' }).isChecked()).toBe(true);
    expect(await page.getByRole('radio', { name: '10-minute drill' }).isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Begin' }).click();
    await field(page).waitFor();
    await page.getByText('principal, 10-minute drill').waitFor();
    const view = await fetch(`${stage.url}/api${new URL(page.url()).pathname}`);
    expect(await view.json()).toMatchObject({ terms: { focus: ['trade-offs'] } });
    expect(complaints).toEqual([]);
    await leave();
  });

  it('runs all five formats', async () => {
    const { page, complaints, leave } = await visit(stage.browser, stage.url);
    for (const format of ['drill-10', 'practice-40', 'interview-45', 'interview-60', 'solo-45']) {
      await enter(page, stage.url, await openInterview(stage.url, { format }));
      await say(page, 'I would like to know who uses it.');
      expect(await page.getByRole('list', { name: 'Phases' }).locator('[aria-current=step]').count()).toBe(1);
    }
    expect(complaints).toEqual([]);
    await leave();
  });

  it('is asked for things without words, stands still, and goes on', async () => {
    const interview = await openInterview(stage.url);
    const { page, complaints, leave } = await visit(stage.browser, stage.url);
    await enter(page, stage.url, interview);
    await page.getByRole('button', { name: 'A minute' }).click();
    await line(page, 'You took a minute').waitFor();
    await page.getByRole('button', { name: 'Next phase' }).click();
    await conversation(page).getByRole('heading', { name: 'high-level design' }).waitFor();

    await page.getByRole('banner').getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('status').getByText('Paused: no time passes').waitFor();
    const stood = await page.getByRole('timer').textContent();
    await page.waitForTimeout(1200);
    expect(await page.getByRole('timer').textContent()).toBe(stood);

    await field(page).fill('Back again.');
    await page.getByRole('button', { name: 'Resume and send' }).click();
    await line(page, 'Back again.').waitFor();
    await page.getByRole('banner').getByRole('button', { name: 'Pause' }).waitFor();
    expect(complaints).toEqual([]);
    await leave();
  });

  it('WB22 WB23 draws what is typed as Markdown, and says what it says word after word', async () => {
    const interview = await openInterview(stage.url);
    const { page, complaints, leave } = await visit(stage.browser, stage.url);
    await enter(page, stage.url, interview);
    await field(page).fill(
      'I would use **continuous batching**:\n\n- paged `KV` memory\n- <b>no markup</b>\n\n```\n2 * n * d\n```',
    );
    await page.keyboard.press('Enter');
    const own = conversation(page).locator('[data-turn]').filter({ hasText: 'continuous batching' }).first();
    await own.waitFor();
    expect(await own.locator('strong').allTextContents()).toEqual(['continuous batching']);
    expect(await own.locator('ul > li').allTextContents()).toEqual(['paged KV memory', '<b>no markup</b>']);
    expect(await own.locator('pre').textContent()).toBe('2 * n * d');
    expect(await own.locator('b, a, img').count()).toBe(0);

    const said = interviewerLines(page).last();
    await said.locator('.arriving').first().waitFor();
    const height = (await said.boundingBox())?.height;
    await said.locator('.arriving').first().waitFor({ state: 'detached' });
    expect((await said.boundingBox())?.height).toBe(height);
    await page.reload();
    await interviewerLines(page).nth(2).waitFor();
    expect(await page.locator('.arriving').count()).toBe(0);
    expect(complaints).toEqual([]);
    await leave();
  });

  it('keeps private notes', async () => {
    const interview = await openInterview(stage.url);
    const { page, leave } = await visit(stage.browser, stage.url);
    await enter(page, stage.url, interview);
    await page.getByRole('button', { name: 'Notes' }).click();
    await page.getByRole('textbox', { name: 'A note' }).fill('p99 < 500 ms');
    await page.keyboard.press('Enter');
    await page.getByRole('complementary').getByText('p99 < 500 ms').waitFor();
    expect(await conversation(page).getByText('p99').count()).toBe(0);
    await leave();
  });

  it('is answered again from a line, in another interview', async () => {
    const interview = await openInterview(stage.url);
    const { page, complaints, leave } = await visit(stage.browser, stage.url);
    await enter(page, stage.url, interview);
    await say(page, 'A first answer.');
    await interviewerLines(page)
      .nth(1)
      .getByRole('button', { name: /^Answer again from here/ })
      .click();
    await page.waitForURL(
      (url) => !url.pathname.endsWith(interview) && url.pathname.startsWith('/interviews/'),
    );
    await line(page, 'You answer again from here').waitFor();
    expect(await line(page, 'A first answer.').count()).toBe(0);
    await say(page, 'A better answer.');
    await page.getByRole('link', { name: 'The interview it branches from' }).click();
    await line(page, 'A first answer.').waitFor();
    expect(await page.getByRole('timer').isVisible()).toBe(true);
    expect(complaints).toEqual([]);
    await leave();
  });

  it('is held with the keyboard alone', async () => {
    const { page, complaints, leave } = await visit(stage.browser, stage.url);
    await page.locator('[data-system]').first().waitFor();
    await page.keyboard.type('fraud');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => focusedName(page)).toBe('Begin');
    await page.keyboard.press('Enter');
    await field(page).waitFor();
    await page.keyboard.type('What counts as fraud?');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('And who says so?');
    await page.keyboard.press('Enter');
    await line(page, 'What counts as fraud?\nAnd who says so?').waitFor();

    await page.keyboard.press('Escape');
    await page.keyboard.press('p');
    await page.getByRole('banner').getByText('Paused').waitFor();
    await page.keyboard.press('p');
    await page.getByRole('banner').getByText('Paused').waitFor({ state: 'hidden' });
    await page.keyboard.press('r');
    await line(page, 'You asked to hear it again').waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).getByText('Take a minute to think').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('e');
    await page.getByRole('dialog', { name: 'End the interview?' }).waitFor();
    expect(await focusedName(page)).toBe('Go on');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => focusedName(page)).toBe('Read the debrief');
    expect(complaints).toEqual([]);
    await leave();
  });

  it('WB40 has the goal of each phase in sight of whoever is coached, and names the mode', async () => {
    const coached = await openInterview(stage.url, { mode: 'coach' });
    const { page, complaints, leave } = await visit(stage.browser, stage.url);
    await enter(page, stage.url, coached);
    const goal = page.getByRole('note', { name: 'The goal of this phase' });
    await page.getByText('L6, 45-minute interview, coach mode').waitFor();
    await goal.getByText('Find out what is to be solved').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Next phase' }).click();
    await goal.getByText('Lay out the parts').waitFor();

    await enter(page, stage.url, await openInterview(stage.url));
    await page.getByText('L6, 45-minute interview, real mode').waitFor();
    expect(await goal.count()).toBe(0);
    expect(complaints).toEqual([]);
    await leave();
  });

  it('WB41 leaves what one reads where it is until one speaks, and then shows the answer', async () => {
    const interview = await openInterview(stage.url);
    const { page, leave } = await visit(stage.browser, stage.url, { viewport: { width: 1280, height: 600 } });
    await enter(page, stage.url, interview);
    for (const number of [1, 2, 3, 4])
      await say(page, `Answer ${number}. ${'It goes on for a while. '.repeat(20)}`);
    const top = () => conversation(page).evaluate(({ scrollTop }) => scrollTop);
    const first = line(page, 'Answer 1.');
    await first.scrollIntoViewIfNeeded();
    const before = [await top(), (await first.boundingBox())?.y];
    // What is said elsewhere, here in another window.
    const lines = await interviewerLines(page).count();
    await act(stage.url, interview, { type: 'Say', text: 'One more thing.', channel: 'typed' });
    await interviewerLines(page).nth(lines).waitFor();
    expect([await top(), (await first.boundingBox())?.y]).toEqual(before);

    const latest = page.getByRole('button', { name: 'Latest' });
    const seesTheLast = () =>
      conversation(page).evaluate((box) => {
        const last = box.querySelector('ol')?.lastElementChild?.getBoundingClientRect();
        const { top: from, bottom: to } = box.getBoundingClientRect();
        return last !== undefined && last.top >= from && last.bottom <= to;
      });
    const awayAnd = async (does: () => Promise<unknown>) => {
      await conversation(page).evaluate((box) => box.scrollTo(0, 0));
      await latest.waitFor();
      await does();
      await latest.waitFor({ state: 'detached' });
      await expect.poll(seesTheLast).toBe(true);
    };
    await latest.click();
    await expect.poll(seesTheLast).toBe(true);
    await awayAnd(() => say(page, 'And another.'));
    await awayAnd(() => page.getByRole('button', { name: 'Next phase' }).click());
    await awayAnd(async () => {
      await page.getByRole('button', { name: 'End', exact: true }).click();
      await page.getByRole('button', { name: 'End it' }).click();
      await page.getByRole('button', { name: 'Read the debrief' }).waitFor();
    });
    await leave();
  });

  it.each(['light', 'dark'] as const)(
    'WB31 has nothing that WCAG 2.2 AA forbids, in %s',
    async (colorScheme) => {
      const interview = await openInterview(stage.url);
      const { page, leave } = await visit(stage.browser, `${stage.url}/begin/llm-serving`, {
        colorScheme,
        reducedMotion: 'reduce',
      });
      await page.getByRole('button', { name: 'Begin' }).waitFor();
      expect(await violations(page)).toEqual([]);
      await enter(page, stage.url, interview);
      await say(page, 'Who uses it?');
      await page.getByRole('button', { name: 'Notes' }).click();
      expect(await violations(page)).toEqual([]);
      await page.getByRole('banner').getByRole('button', { name: 'Pause' }).click();
      await page.getByRole('banner').getByText('Paused').waitFor();
      await page.getByRole('button', { name: 'End', exact: true }).click();
      expect(await violations(page)).toEqual([]);
      await leave();
    },
  );

  it.each(['light', 'dark'] as const)(
    'WB31 has nothing that WCAG 2.2 AA forbids where there is no interview to show, in %s',
    async (colorScheme) => {
      const interview = await openInterview(stage.url);
      const { page, leave } = await visit(stage.browser, stage.url, { colorScheme, reducedMotion: 'reduce' });
      const says = async (path: string, title: string) => {
        await page.goto(stage.url + path);
        await page.getByRole('heading', { level: 1, name: title }).waitFor();
        expect(await violations(page), title).toEqual([]);
      };
      await says('/nowhere', 'There is no page here');
      await says('/begin/nothing-here', 'There is no system “nothing-here”');
      await says('/interviews/nothing-here', 'This interview is not here');

      const asked = `**/api/interviews/${interview}`;
      await page.route(asked, (route) => route.abort());
      await says(`/interviews/${interview}`, 'The interview could not be opened');
      await page.unroute(asked);
      const fault = {
        type: 'urn:dryrun:fault',
        title: 'A fault in Dryrun',
        detail: 'Its log cannot be read.',
      };
      await page.route(asked, (route) => route.fulfill({ status: 500, json: fault }));
      await says(`/interviews/${interview}`, 'The interview could not be opened');
      await page.getByText('Its log cannot be read.').waitFor();
      await page.unroute(asked);
      await page.route('**/assets/replay-page-*', (route) => route.abort());
      await says(`/interviews/${interview}/replay`, 'This page could not be fetched');

      await enter(page, stage.url, interview);
      await fetch(`${stage.url}/api/interviews/${interview}`, { method: 'DELETE' });
      await page.getByRole('heading', { name: 'This interview was deleted' }).waitFor();
      expect(await violations(page)).toEqual([]);
      await leave();
    },
  );

  it.each([
    ['200 % zoom', { width: 640, height: 400 }],
    ['a small telephone', { width: 320, height: 568 }],
    ['400 % zoom', { width: 320, height: 256 }],
  ])('is all there at %s, and never scrolls sideways', async (_, viewport) => {
    const interview = await openInterview(stage.url);
    const { page, leave } = await visit(stage.browser, stage.url, { viewport });
    for (const path of ['/begin/llm-serving', `/interviews/${interview}`]) {
      await page.goto(stage.url + path);
      await page.getByRole('button', { name: /Begin|^End/ }).waitFor();
      expect(await sideways(page)).toBe(0);
    }
    await say(page, 'Who uses it?');
    await page.getByRole('button', { name: 'Hint' }).click();
    await line(page, 'You asked for a hint').waitFor();
    await leave();
  });

  it('says so when there is no such interview, or none any more', async () => {
    const interview = await openInterview(stage.url);
    const { page, leave } = await visit(stage.browser, stage.url);
    await page.goto(`${stage.url}/interviews/nothing-here`);
    await page.getByRole('heading', { name: 'This interview is not here' }).waitFor();
    await enter(page, stage.url, interview);
    await fetch(`${stage.url}/api/interviews/${interview}`, { method: 'DELETE' });
    await page.getByRole('heading', { name: 'This interview was deleted' }).waitFor();
    await leave();
  });
});
