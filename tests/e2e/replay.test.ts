import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumWanted } from './testing/chromium.ts';
import { bringIn } from './testing/golden-file.ts';
import { layoutShift, sideways, violations } from './testing/measures.ts';
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
import { visit } from './testing/visit.ts';

const { skip, because } = chromiumWanted();

describe.skipIf(skip)(`a replay, in a real browser${because}`, () => {
  let stage: Stage;
  let golden: string;

  beforeAll(async () => {
    stage = await raiseStage();
    golden = await bringIn(stage.url, 'golden-replay');
  });

  afterAll(() => stage?.strike());

  const slider = (page: Page) => page.getByRole('slider', { name: 'Moment of the interview' });
  const said = (page: Page) => slider(page).getAttribute('aria-valuetext');
  const lines = (page: Page) => conversation(page).locator('[data-turn]');
  const open = async (page: Page, query = '') => {
    await page.goto(`${stage.url}/interviews/${golden}/replay${query}`);
    await slider(page).waitFor();
  };
  /** Presses the timeline at a part of its length, on the rows of the talk. */
  const pressAt = async (page: Page, part: number) => {
    const box = await slider(page).boundingBox();
    if (!box) throw new Error('Expected a timeline; there is none.');
    await page.mouse.click(box.x + part * box.width, box.y + 0.6 * box.height);
  };

  it('RP1 is opened from the first page, and scrubbed: what was on the screen then is on it now', async () => {
    const { page, complaints, leave } = await visit(stage.browser, stage.url);
    await page.getByRole('link', { name: 'Replay LLM serving at scale' }).first().click();
    await slider(page).waitFor();
    expect(await said(page)).toBe('0:00, problem exploration, interviewer speaks');
    expect(await lines(page).count()).toBe(1);

    await pressAt(page, 0.5);
    expect(await said(page)).toMatch(/^11:3\d, deep dive, /);
    const view = await (await fetch(`${stage.url}/api/interviews/${golden}`)).json();
    const then = view.turns.filter((turn: { atMs: number }) => turn.atMs <= 695_000);
    expect(await lines(page).count()).toBe(then.length);
    await page
      .getByRole('img', { name: /^The board: users, gateway, router, replica 1, replica 2/ })
      .waitFor();
    await page.getByRole('region', { name: 'Runs' }).getByText('“replica 1” works hardest').waitFor();

    await pressAt(page, 0.14);
    await page.getByRole('img', { name: 'The board: users, gateway. Arrows: users to gateway.' }).waitFor();
    expect(await page.getByRole('region', { name: 'Runs' }).count()).toBe(0);
    expect(complaints).toEqual([]);
    await leave();
  });

  it('is dragged, and nothing on the page moves by itself', async () => {
    const { page, leave } = await visit(stage.browser, stage.url);
    await open(page);
    const box = await slider(page).boundingBox();
    if (!box) throw new Error('Expected a timeline; there is none.');
    await page.mouse.move(box.x + 10, box.y + 80);
    await page.mouse.down();
    for (const part of [0.2, 0.4, 0.6, 0.8, 2])
      await page.mouse.move(box.x + part * box.width, box.y + 80, { steps: 3 });
    await page.mouse.up();
    expect(await said(page)).toMatch(/^23:10, wrap-up, /);
    await line(page, 'Thanks for working through this with me.').waitFor();
    expect(await layoutShift(page)).toBeLessThan(0.05);
    await leave();
  });

  it('RP4 RP7 RP8 RP9 RP11 is held by the keyboard alone, and answered again', async () => {
    const { page, complaints, leave } = await visit(stage.browser, stage.url, { reducedMotion: 'reduce' });
    await page.getByRole('link', { name: 'Replay LLM serving at scale' }).first().focus();
    await page.keyboard.press('Enter');
    await slider(page).waitFor();
    await page.keyboard.press('Home');
    await page.getByText('Nothing has been said at this moment.').waitFor();
    for (const at of ['0:00', '0:00', '0:35']) {
      await page.keyboard.press('ArrowRight');
      expect(await said(page)).toMatch(
        new RegExp(`^${at}, problem exploration, (interviewer speaks|you speak)$`),
      );
    }
    // WB30 is of the room: what is replayed was answered long ago.
    expect(await page.getByText('· kept').count()).toBe(0);
    await page.keyboard.press('ArrowLeft');
    expect(await said(page)).toBe('0:00, problem exploration, interviewer speaks');
    await page.keyboard.press('.');
    expect(await said(page)).toMatch(/^0:05/);
    await page.keyboard.press(',');
    expect(await said(page)).toMatch(/^0:00/);

    await slider(page).focus();
    await page.keyboard.press('PageDown');
    expect(await said(page)).toContain('high-level design');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('PageUp');
    expect(await said(page)).toContain('high-level design');

    await page.keyboard.press('8');
    const before = await said(page);
    await page.keyboard.press(' ');
    await expect.poll(() => said(page)).not.toBe(before);
    await page.getByRole('button', { name: 'Stop' }).waitFor();
    await page.keyboard.press(' ');
    await page.getByRole('button', { name: 'Play' }).waitFor();
    const stood = await said(page);
    await page.waitForTimeout(300);
    expect(await said(page)).toBe(stood);
    await page.keyboard.press('End');
    expect(await said(page)).toMatch(/^23:10/);

    await page.keyboard.press('n');
    const marked = conversation(page).locator('[data-turn]:focus mark');
    await marked.waitFor();
    await page
      .getByRole('status')
      .getByText(/^(Strength|Concern), /)
      .waitFor();
    const words = (await marked.textContent()) ?? '';
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).getByText('Answer again from here').waitFor();
    await page.keyboard.press('Escape');

    await page.keyboard.press('f');
    await page.waitForURL((url) => !url.pathname.includes(golden));
    await field(page).waitFor();
    await line(page, 'You answer again from here').waitFor();
    expect(await conversation(page).getByText(words).count()).toBe(0);
    await field(page).focus();
    await page.keyboard.type('Another answer.');
    await page.keyboard.press('Enter');
    await line(page, 'Another answer.').waitFor();
    expect(complaints).toEqual([]);
    await leave();
  });

  it('RP8 plays faster, and says that it shortens silences', async () => {
    const { page, leave } = await visit(stage.browser, stage.url);
    await open(page);
    await page.getByText('Silences over 6 s pass in 1 s').waitFor();
    await page.getByRole('button', { name: 'Speed 8' }).click();
    expect(await page.getByRole('button', { name: 'Speed 8' }).getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('button', { name: 'Play' }).click();
    await page.getByText(/^A silence of 0:\d\d, shortened$/).waitFor();
    await line(page, 'how many people use this on a normal day').waitFor();
    await leave();
  });

  it('RP10 is opened by a quote in the debrief, beside it and larger, with the words marked', async () => {
    const { page, complaints, leave } = await visit(stage.browser, stage.url);
    await page.goto(`${stage.url}/interviews/${golden}`);
    await page.getByText(/^What was heard: /).click();
    const quote = page.getByRole('button', { name: /^“/ }).first();
    const quoted = ((await quote.textContent()) ?? '').slice(1, -1);
    await quote.click();
    expect(await said(page)).toMatch(/^\d+:\d\d, .*, you speak$/);
    const at = await said(page);
    const words = conversation(page).locator('[data-turn]:focus mark');
    await expect.poll(() => words.textContent()).toBe(quoted);
    expect(await lines(page).last().locator('mark').count()).toBe(1);

    const evidence = page.getByRole('button', { name: 'Next piece of evidence' });
    expect(await evidence.getAttribute('aria-disabled')).toBe('false');

    await page.getByRole('link', { name: 'Larger' }).click();
    await page.waitForURL('**/replay?turn=*');
    await expect.poll(() => words.textContent()).toBe(quoted);
    expect(await said(page)).toBe(at);
    await page
      .getByRole('status')
      .getByText(/^Strength, /)
      .waitFor();
    await page.keyboard.press('d');
    await page.getByRole('heading', { name: 'What you decided, and why' }).waitFor();
    expect(complaints).toEqual([]);
    await leave();
  });

  it('leaves whoever opens a debrief at its beginning, also where the replay stands under it', async () => {
    const { page, leave } = await visit(stage.browser, stage.url, {
      viewport: { width: 820, height: 1180 },
    });
    await page.goto(`${stage.url}/interviews/${golden}`);
    await page.getByText(/^The debrief rests on/).waitFor();
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await slider(page).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    expect(await lines(page).count()).toBe(1);
    await leave();
  });

  it('RP15 goes to pressed words at once where motion is unwanted', async () => {
    const { page, leave } = await visit(stage.browser, `${stage.url}/interviews/${golden}/replay`, {
      viewport: { width: 1280, height: 400 },
      reducedMotion: 'reduce',
    });
    await page.getByText(/^The debrief rests on/).waitFor();
    const seen = await page.evaluate(async () => {
      for (const key of ['End', 'p', 'p', 'p'])
        window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
      const box = document.activeElement?.getBoundingClientRect();
      return box !== undefined && box.bottom > 0 && box.top < innerHeight;
    });
    expect(seen).toBe(true);
    expect(await conversation(page).locator('[data-turn]:focus mark').count()).toBe(1);
    await leave();
  });

  it('RP9 shows a flag’s words when it is pressed', async () => {
    const { page, leave } = await visit(stage.browser, stage.url);
    await open(page);
    await page.getByText(/^The debrief rests on \d+ pieces of evidence/).waitFor();
    const flag = await slider(page).locator('svg').nth(2).boundingBox();
    if (!flag) throw new Error('Expected a third flag; there is none.');
    await page.mouse.click(flag.x + 3, flag.y + 6);
    await conversation(page).locator('[data-turn] mark').waitFor();
    await page.getByRole('button', { name: 'Next piece of evidence' }).click();
    await page
      .getByRole('status')
      .getByText(/^(Strength|Concern), /)
      .waitFor();
    await page.keyboard.press('ArrowRight');
    expect(await conversation(page).locator('mark').count()).toBe(0);
    await leave();
  });

  it('RP6 of an open interview goes up to now, grows, and has no evidence', async () => {
    const interview = await openInterview(stage.url);
    const { page, complaints, leave } = await visit(stage.browser, stage.url);
    await enter(page, stage.url, interview);
    await say(page, 'Who uses it?');
    await page.goto(`${stage.url}/interviews/${interview}/replay`);
    await page.getByRole('heading', { level: 1 }).getByText('Replay, up to now').waitFor();
    await page.keyboard.press('End');
    await line(page, 'Who uses it?').waitFor();
    expect(await page.getByRole('group', { name: 'Evidence' }).count()).toBe(0);

    await act(stage.url, interview, { type: 'Say', text: 'And how many are they?' });
    expect(await line(page, 'And how many are they?').count()).toBe(0);
    await expect
      .poll(async () => {
        await page.keyboard.press('End');
        return line(page, 'And how many are they?').count();
      })
      .toBe(1);
    await page.getByRole('link', { name: 'Back to the room' }).click();
    await field(page).waitFor();
    expect(complaints).toEqual([]);
    await leave();
  });

  it('is reached from the room once it is closed', async () => {
    const interview = await openInterview(stage.url, { format: 'drill-10' });
    const { page, leave } = await visit(stage.browser, stage.url);
    await enter(page, stage.url, interview);
    await say(page, 'Who uses it?');
    await act(stage.url, interview, { type: 'End' });
    await page.getByRole('button', { name: 'Replay' }).click();
    await slider(page).waitFor();
    await page.keyboard.press('End');
    await line(page, 'Who uses it?').waitFor();
    await leave();
  });

  it('RP6 says when there is none, when nobody answers, and when nothing was said', async () => {
    const { page, leave } = await visit(stage.browser, stage.url);
    await page.goto(`${stage.url}/interviews/nothing-here/replay`);
    await page.getByRole('heading', { name: 'This interview is not here' }).waitFor();

    await page.route(`**/api/interviews/${golden}`, (route) => route.abort());
    await page.goto(`${stage.url}/interviews/${golden}/replay`);
    await page.getByRole('heading', { name: 'The interview could not be opened' }).waitFor();
    await page.getByText('nobody listening there').waitFor();
    await page.unroute(`**/api/interviews/${golden}`);
    await page.getByRole('button', { name: 'Try again' }).click();
    await slider(page).waitFor();

    await page.route('**/assets/replay-page-*', (route) => route.abort());
    await page.goto(`${stage.url}/interviews/${golden}/replay`);
    await page.getByRole('heading', { name: 'This page could not be fetched' }).waitFor();
    await page.unroute('**/assets/replay-page-*');
    await page.getByRole('button', { name: 'Load it again' }).click();
    await slider(page).waitFor();

    const first = { version: 1, at: 1_800_000_000_000, type: 'opened' };
    const { terms, plan, ...view } = await (
      await fetch(`${stage.url}/api/interviews/${golden}?version=1`)
    ).json();
    await page.route(`**/api/interviews/${golden}`, (route) =>
      route.fulfill({ json: { ...view, terms, plan, version: 1 } }),
    );
    await page.route(`**/api/interviews/${golden}/events?*`, (route) =>
      route.fulfill({
        contentType: 'text/event-stream',
        body: `id: 1\nevent: opened\ndata: ${JSON.stringify({ ...first, terms, plan })}\n\n`,
      }),
    );
    await page.goto(`${stage.url}/interviews/${golden}/replay`);
    await page.getByText('Nothing has been said in this interview yet.').waitFor();
    expect(await violations(page)).toEqual([]);
    await leave();
  });

  it('says that the program went away, and goes on with what it has', async () => {
    const { page, leave } = await visit(stage.browser, stage.url);
    await open(page);
    await stage.kill();
    await page.getByRole('status').getByText('Dryrun does not answer.').waitFor();
    await page.keyboard.press('End');
    await line(page, 'Thanks for working through this with me.').waitFor();
    await page.keyboard.press('f');
    await page.getByRole('alert').getByText('You could not branch here').waitFor();
    await stage.startAgain();
    await page.getByRole('status').getByText('Dryrun does not answer.').waitFor({ state: 'hidden' });
    expect(await interviewerLines(page).count()).toBeGreaterThan(5);
    await leave();
  });

  it.each([
    ['light', { width: 1280, height: 800 }],
    ['dark', { width: 1280, height: 800 }],
    ['light', { width: 820, height: 1180 }],
    ['dark', { width: 820, height: 1180 }],
  ] as const)('has nothing that WCAG 2.2 AA forbids, in %s at %j', async (colorScheme, viewport) => {
    const { page, leave } = await visit(stage.browser, stage.url, {
      colorScheme,
      viewport,
      reducedMotion: 'reduce',
    });
    await open(page);
    await page.getByText(/^The debrief rests on/).waitFor();
    await pressAt(page, 0.6);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('p');
    await conversation(page).locator('[data-turn]:focus').waitFor();
    expect(await violations(page)).toEqual([]);
    await leave();
  });

  it.each([
    ['200 % zoom', { width: 640, height: 400 }],
    ['a small telephone', { width: 320, height: 568 }],
    ['400 % zoom', { width: 320, height: 256 }],
  ])('is all there at %s, and never scrolls sideways', async (_, viewport) => {
    const { page, leave } = await visit(stage.browser, stage.url, { viewport });
    await open(page);
    await page.keyboard.press('End');
    await page.getByRole('button', { name: 'Answer again from here', exact: true }).scrollIntoViewIfNeeded();
    expect(await sideways(page)).toBe(0);
    await leave();
  });
});
