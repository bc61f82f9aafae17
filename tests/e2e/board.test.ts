import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { board, boardText, draw, drawing, FLOWCHART } from './testing/board.ts';
import { chromiumWanted } from './testing/chromium.ts';
import { violations } from './testing/measures.ts';
import { act, conversation, enter, field, line, openInterview, say } from './testing/room.ts';
import { raiseStage } from './testing/stage.ts';
import type { Stage } from './testing/stage.ts';
import { focusedName, visit } from './testing/visit.ts';

const { skip, because } = chromiumWanted();

describe.skipIf(skip)(`the board beside the talk, in a real browser${because}`, () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await raiseStage();
  });

  afterAll(() => stage?.strike());

  const seam = (page: Page) => page.getByRole('separator', { name: 'Between conversation and board' });
  const widthOf = async (page: Page) => (await conversation(page).boundingBox())?.width ?? 0;

  it('WB3 WB7 WB28 WB42 draws what is written, lists it in words, and is there again when the page is', async () => {
    const interview = await openInterview(stage.url);
    const { page, complaints, leave } = await visit(stage.browser, stage.url);
    await enter(page, stage.url, interview);
    await board(page).getByText('Nothing is drawn yet.').waitFor();
    await draw(page, FLOWCHART);
    await board(page).getByText('Drawn.').waitFor();
    await page.getByRole('img', { name: 'The board: 4 boxes, 3 arrows. The outline lists them.' }).waitFor();

    // What to add so that it runs, once; and a store is drawn as one, whatever it was typed in.
    await board(page).getByText('once it is known how much arrives').waitFor();
    await say(page, 'I take it that 700 requests a second arrive at the peak.');
    await draw(page, `${FLOWCHART}\n  ranker --> kept[Postgres]`);
    await page.getByRole('img', { name: /5 boxes, 4 arrows/ }).waitFor();
    await board(page).getByText('once it is known how much arrives').waitFor({ state: 'hidden' });
    await drawing(page).locator('text').filter({ hasText: 'SQL database' }).waitFor();
    expect(await drawing(page).locator('rect').count()).toBe(4);

    await board(page).getByRole('button', { name: 'Outline' }).click();
    await board(page).getByText(', SQL database').waitFor();
    const outlined = board(page).getByRole('listitem').filter({ hasText: 'API gateway' }).last();
    await outlined.getByText('to Ranker ×3, top 500').waitFor();
    await board(page).getByText('to Event log, without waiting').waitFor();

    await page.reload();
    await drawing(page).waitFor();
    await board(page).getByRole('button', { name: 'Text' }).click();
    expect(await boardText(page).inputValue()).toContain(FLOWCHART);

    // WB42: open as it was, and typed on where it ends.
    await page.reload();
    await drawing(page).waitFor();
    await boardText(page).focus();
    await page.keyboard.type('%% more');
    expect(await boardText(page).inputValue()).toMatch(/%% more$/);
    await board(page).getByRole('button', { name: 'Text' }).click();
    await page.reload();
    await drawing(page).waitFor();
    expect(await boardText(page).count()).toBe(0);
    expect(complaints).toEqual([]);
    await leave();
  });

  it('WB38 WB39 runs the board as it stands by button and key, and tells what keeps it from running', async () => {
    const interview = await openInterview(stage.url);
    const { page, complaints, leave } = await visit(stage.browser, stage.url);
    await enter(page, stage.url, interview);
    await draw(
      page,
      'flowchart LR\n  users[Users] --> api[API gateway]\n  api --> ranker[Ranker ×2]\n  ranker --> f[(Feature store)]\n  ranker --> users',
    );
    await drawing(page).waitFor();
    const rate = board(page).getByRole('textbox', { name: 'Requests a second' });
    await board(page).getByRole('button', { name: 'Run', exact: true }).click();
    await board(page).getByText('One number is enough.').waitFor();
    expect(await focusedName(page)).toBe('Requests a second');
    await rate.fill('1k');
    await rate.press('Enter');
    await board(page).getByText('Run as it stands, at 1,000 requests a second.').waitFor({ timeout: 30_000 });
    await line(page, 'Your board was run at 1,000 requests a second: “Ranker ×2” cannot keep up.').waitFor();
    const marked = drawing(page).locator('text').filter({ hasText: 'the limit' });
    expect(await marked.count()).toBe(1);
    expect(await drawing(page).locator('text').filter({ hasText: '% busy' }).count()).toBeGreaterThan(1);
    const told = board(page).getByRole('region', { name: 'What the run showed' });
    await told.getByText('Left waiting').waitFor();
    await told.getByText('Box by box').click();
    await told.getByRole('rowheader', { name: 'Ranker ×2, the limit' }).waitFor();
    expect(await violations(page)).toEqual([]);

    // What was said is what it runs at, and a key does it, too; of a board that was changed nothing is left standing.
    await rate.fill('300');
    await rate.press('Escape');
    await page.keyboard.press('x');
    await told.getByText('at 300 requests a second').waitFor({ timeout: 30_000 });
    await told.getByText('p99', { exact: true }).waitFor();
    await board(page).getByRole('button', { name: 'Outline' }).click();
    await board(page)
      .getByText(/busy.*, the limit/)
      .waitFor();
    await page.reload();
    await told.getByText('at 300 requests a second').waitFor();
    await board(page).getByRole('button', { name: 'Text' }).click();
    await draw(page, FLOWCHART);
    await board(page).getByText('The board was changed since its last run.').waitFor();
    expect(await told.count()).toBe(0);
    expect(complaints).toEqual([]);
    await leave();
  });

  it('WB37 draws a flowchart the way its author says, with all of it within its pane', async () => {
    const interview = await openInterview(stage.url);
    const { page, leave } = await visit(stage.browser, stage.url);
    await enter(page, stage.url, interview);
    const names = Array.from({ length: 9 }, (_, index) => `b${index}[Service ${index}]`);
    await draw(page, `flowchart LR\n  ${names.join(' --> ')}`);
    await drawing(page).waitFor();
    const pane = await page.getByRole('group', { name: 'The board, drawn' }).boundingBox();
    const boxes = await drawing(page).locator('rect').all();
    for (const box of boxes) {
      const place = await box.boundingBox();
      expect(place?.x ?? 0).toBeGreaterThanOrEqual(pane?.x ?? Infinity);
      expect((place?.x ?? Infinity) + (place?.width ?? 0)).toBeLessThanOrEqual(
        (pane?.x ?? 0) + (pane?.width ?? 0),
      );
      // A name is 14 of the drawing's own units, in a box of 176.
      expect(((place?.width ?? 0) / 176) * 14).toBeGreaterThan(11);
    }
    const [first, second] = await Promise.all(boxes.slice(0, 2).map((box) => box.boundingBox()));
    expect(second?.x ?? 0).toBeGreaterThan((first?.x ?? Infinity) + (first?.width ?? 0));
    await leave();
  });

  it('WB3 draws a design document, and asks about what nobody can tell', async () => {
    const interview = await openInterview(stage.url);
    const { page, complaints, leave } = await visit(stage.browser, stage.url);
    await enter(page, stage.url, interview);
    await draw(page, 'components:\n  - { id: api, kind: service }\n  - { id: blorb, name: Blorb }');
    await page.getByRole('img', { name: /2 boxes, 0 arrows/ }).waitFor();
    await draw(page, 'flowchart LR\n  api[API] --> x[Blorb]');
    await board(page).getByText('Some of it is open:').waitFor();
    await board(page)
      .getByRole('button', { name: /^Line 2, column/ })
      .waitFor();
    expect(complaints).toEqual([]);
    await leave();
  });

  it('WB4 says by line and column what it cannot read, goes there, and keeps what was typed', async () => {
    const interview = await openInterview(stage.url);
    const { page, complaints, leave } = await visit(stage.browser, stage.url);
    await enter(page, stage.url, interview);
    await draw(page, 'flowchart LR\n  a --> [');
    await board(page).getByRole('alert').getByText('Nothing was drawn').waitFor();
    await board(page).getByRole('button', { name: 'Line 2, column 9' }).click();
    expect(await boardText(page).evaluate((area: HTMLTextAreaElement) => area.selectionStart)).toBe(21);
    await page.reload();
    await field(page).waitFor();
    expect(await boardText(page).inputValue()).toBe('flowchart LR\n  a --> [');

    await boardText(page).fill('components:\n  - { id: api, kind: servcie }');
    await boardText(page).press('Control+Enter');
    await board(page)
      .getByRole('button', { name: /^Line 2, column/ })
      .waitFor();
    expect(await drawing(page).count()).toBe(0);
    expect(complaints).toEqual([]);
    await leave();
  });

  it('WB4 keeps what was typed when nobody answers', async () => {
    const interview = await openInterview(stage.url);
    const { page, leave } = await visit(stage.browser, stage.url);
    await enter(page, stage.url, interview);
    await page.route('**/api/palette', (route) => route.abort());
    await draw(page, FLOWCHART);
    await board(page).getByText('It could not be read just now; what you typed is kept').waitFor();
    expect(await boardText(page).inputValue()).toBe(FLOWCHART);
    await page.unroute('**/api/palette');
    await board(page).getByRole('button', { name: 'Try again' }).click();
    await drawing(page).waitFor();
    await leave();
  });

  it('WB7 is there in words when what draws it does not come', async () => {
    const interview = await openInterview(stage.url);
    const { page, leave } = await visit(stage.browser, stage.url);
    await enter(page, stage.url, interview);
    await page.route('**/assets/board-drawing-*.js', (route) => route.abort());
    await draw(page, FLOWCHART);
    await board(page).getByRole('alert').getByText('This could not be loaded').waitFor();
    await board(page).getByRole('button', { name: 'Outline' }).click();
    await board(page).getByText('to Ranker ×3, top 500').waitFor();
    await page.unroute('**/assets/board-drawing-*.js');
    await board(page).getByRole('button', { name: 'Outline' }).click();
    await drawing(page).waitFor();
    await leave();
  });

  it('WB5 is written as text, and what stood there can be put back', async () => {
    const interview = await openInterview(stage.url);
    const { page, leave } = await visit(stage.browser, stage.url);
    await enter(page, stage.url, interview);
    await draw(page, FLOWCHART);
    await drawing(page).waitFor();
    await boardText(page).fill('half a thought');
    await board(page).getByRole('button', { name: 'Take from the drawing' }).click();
    await expect.poll(() => boardText(page).inputValue()).toContain('ranker["Ranker ×3"]');
    await board(page).getByRole('button', { name: 'Put back what stood here' }).click();
    expect(await boardText(page).inputValue()).toBe('half a thought');
    await leave();
  });

  it('WB6 typing there is no silence', async () => {
    const interview = await openInterview(stage.url);
    const { page, leave } = await visit(stage.browser, stage.url);
    await enter(page, stage.url, interview);
    const [shown] = await Promise.all([
      page.waitForRequest((request) => request.postData()?.includes('ShowPresence') === true),
      boardText(page).pressSequentially('flow'),
    ]);
    expect(shown.url()).toContain(interview);
    await leave();
  });

  it('WB1 the seam is dragged and stepped, the keys give one side everything, and the browser remembers', async () => {
    const interview = await openInterview(stage.url);
    const { page, complaints, leave } = await visit(stage.browser, stage.url);
    await enter(page, stage.url, interview);
    const before = await widthOf(page);
    const box = await seam(page).boundingBox();
    await page.mouse.move((box?.x ?? 0) + 6, 400);
    await page.mouse.down();
    await page.mouse.move(780, 400, { steps: 5 });
    await page.mouse.up();
    expect(await widthOf(page)).toBeGreaterThan(before + 100);
    const value = Number(await seam(page).getAttribute('aria-valuenow'));
    await page.keyboard.press('ArrowLeft');
    expect(Number(await seam(page).getAttribute('aria-valuenow'))).toBe(value - 2);
    await page.keyboard.press('Home');
    expect(await seam(page).getAttribute('aria-valuenow')).toBe('30');

    await page.keyboard.press(']');
    expect(await conversation(page).isVisible()).toBe(false);
    expect(await board(page).isVisible()).toBe(true);
    await page.keyboard.press(']');
    expect(await conversation(page).isVisible()).toBe(true);
    await page.keyboard.press(']');
    await page.keyboard.press('w');
    await expect.poll(() => focusedName(page)).toBe('Your answer');
    await page.keyboard.press('Escape');
    await page.keyboard.press('[');
    expect(await board(page).isVisible()).toBe(false);
    await page.reload();
    await field(page).waitFor();
    expect(await board(page).isVisible()).toBe(false);
    await page.keyboard.press('Escape');
    await page.keyboard.press('[');
    expect(await seam(page).getAttribute('aria-valuenow')).toBe('30');
    expect(complaints).toEqual([]);
    await leave();
  });

  it('WB2 WB18 is a tab beside the conversation where there is room for one', async () => {
    const interview = await openInterview(stage.url);
    const { page, complaints, leave } = await visit(stage.browser, stage.url, {
      viewport: { width: 820, height: 1180 },
    });
    await enter(page, stage.url, interview);
    expect(await board(page).isVisible()).toBe(false);
    await page.getByRole('tab', { name: 'Conversation' }).focus();
    await page.keyboard.press('ArrowRight');
    await boardText(page).waitFor();
    expect(await conversation(page).isVisible()).toBe(false);
    await draw(page, FLOWCHART);
    await drawing(page).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('[');
    await field(page).waitFor();
    expect(await page.getByRole('tab', { name: 'Conversation' }).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('b');
    expect(await board(page).isVisible()).toBe(true);
    await act(stage.url, interview, { type: 'RequestHelp', help: 'repeat' });
    await board(page).getByRole('button', { name: 'The interviewer spoke' }).click();
    await line(page, 'You asked to hear it again').waitFor();
    expect(await page.getByRole('button', { name: 'The interviewer spoke' }).count()).toBe(0);
    expect(complaints).toEqual([]);
    await leave();
  });

  it('WB8 the time is stretched, and the clock taken away, from the header', async () => {
    const interview = await openInterview(stage.url);
    const { page, complaints, leave } = await visit(stage.browser, stage.url);
    await enter(page, stage.url, interview);
    const banner = page.getByRole('banner');
    await banner.getByText('/ 45:00').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('c');
    const pace = banner.getByRole('combobox', { name: 'Pace' });
    expect(await pace.evaluate((element) => element === document.activeElement)).toBe(true);
    await pace.selectOption('Time 1.5 ×');
    await banner.getByText('/ 1:07:30').waitFor();
    await line(page, 'You stretched the time to 1.5 ×').waitFor();
    await banner.getByRole('button', { name: 'Pause' }).click();
    await banner.getByText('Paused').waitFor();
    await pace.selectOption('No clock');
    await line(page, 'You took the clock away').waitFor();
    await expect.poll(() => banner.getByText('/ 1:07:30').count()).toBe(0);
    expect(complaints).toEqual([]);
    await leave();
  });

  it('WB9 a run puts a quiet card into the conversation, with the name of what was full', async () => {
    const interview = await openInterview(stage.url);
    const { page, complaints, leave } = await visit(stage.browser, stage.url);
    // The page is told of a run as the stream would tell it.
    await page.addInitScript(() => {
      const Real = window.EventSource;
      window.EventSource = class extends Real {
        constructor(url: string | URL) {
          super(url);
          Object.assign(window, { stream: this });
        }
      };
    });
    await enter(page, stage.url, interview);
    await draw(page, FLOWCHART);
    await drawing(page).waitFor();
    await page.evaluate(() => {
      const stream: unknown = Reflect.get(window, 'stream');
      const data = {
        version: 9999,
        at: Date.now(),
        type: 'ran',
        run: 'c'.repeat(64),
        load: 10,
        bottleneck: 'ranker',
        holds: false,
        full: true,
      };
      if (stream instanceof EventTarget)
        stream.dispatchEvent(new MessageEvent('ran', { data: JSON.stringify(data) }));
    });
    await line(page, 'Your board was run at 10 × the load: “Ranker ×3” cannot keep up.').waitFor();
    await line(page, 'Run cccccccc').waitFor();
    await page.getByRole('log').getByText('“Ranker ×3” cannot keep up').waitFor({ state: 'attached' });
    await page.setViewportSize({ width: 1280, height: 520 });
    expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0);
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await leave();
  });

  it('WB10 two pages of one interview stay in step: words, board, pause, pace and notes', async () => {
    const interview = await openInterview(stage.url);
    const { page, complaints, leave } = await visit(stage.browser, stage.url);
    await enter(page, stage.url, interview);
    const other = await page.context().newPage();
    await enter(other, stage.url, interview);

    await say(page, 'Said in one.');
    await line(other, 'Said in one.').waitFor();
    await say(other, 'Said in the other.');
    await line(page, 'Said in the other.').waitFor();

    await draw(page, FLOWCHART);
    await other.getByRole('img', { name: /4 boxes, 3 arrows/ }).waitFor();
    await draw(other, 'flowchart LR\n  alone[Alone]');
    await page.getByRole('img', { name: /1 box, 0 arrows/ }).waitFor();

    await page.getByRole('banner').getByRole('combobox', { name: 'Pace' }).selectOption('Time 2 ×');
    await other.getByRole('banner').getByText('/ 1:30:00').waitFor();
    await other.getByRole('banner').getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('banner').getByText('Paused').waitFor();
    await page.getByRole('banner').getByRole('button', { name: 'Resume' }).click();
    await other.getByRole('banner').getByText('Paused').waitFor({ state: 'hidden' });

    await page.getByRole('button', { name: 'Notes' }).click();
    await page.getByRole('textbox', { name: 'A note' }).fill('p99 < 500 ms');
    await page.keyboard.press('Enter');
    await other.getByRole('button', { name: 'Notes (1)' }).click();
    await other.getByRole('complementary').getByText('p99 < 500 ms').waitFor();
    expect(complaints).toEqual([]);
    await leave();
  });

  it('WB4 what is drawn while the clock stands sets it going', async () => {
    const interview = await openInterview(stage.url);
    await act(stage.url, interview, { type: 'Pause' });
    const { page, complaints, leave } = await visit(stage.browser, stage.url);
    await enter(page, stage.url, interview);
    await boardText(page).fill(FLOWCHART);
    await board(page).getByRole('button', { name: 'Resume and draw' }).click();
    await drawing(page).waitFor();
    expect(complaints).toEqual([]);
    await leave();
  });

  it.each(['light', 'dark'] as const)('has nothing that WCAG 2.2 AA forbids, in %s', async (colorScheme) => {
    const interview = await openInterview(stage.url);
    const { page, leave } = await visit(stage.browser, stage.url, { colorScheme, reducedMotion: 'reduce' });
    await enter(page, stage.url, interview);
    expect(await violations(page)).toEqual([]);
    await draw(page, 'flowchart LR\n  a --> [');
    await board(page).getByRole('alert').waitFor();
    expect(await violations(page)).toEqual([]);
    await draw(page, FLOWCHART);
    await drawing(page).waitFor();
    expect(await violations(page)).toEqual([]);
    await board(page).getByRole('button', { name: 'Outline' }).click();
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 820, height: 1180 });
    await page.getByRole('tab', { name: 'Board' }).click();
    expect(await violations(page)).toEqual([]);
    await leave();
  });
});
