import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FLOWCHART } from './testing/board.ts';
import { chromiumWanted } from './testing/chromium.ts';
import { debrief } from './testing/debrief.ts';
import { sideways, violations } from './testing/measures.ts';
import { act, enter, field, openInterview, say } from './testing/room.ts';
import { raiseStage } from './testing/stage.ts';
import type { Stage } from './testing/stage.ts';
import { focusedName, visit } from './testing/visit.ts';

const { skip, because } = chromiumWanted();

describe.skipIf(skip)(`what one sees differently, and what was known all along${because}`, () => {
  let stage: Stage;
  let closed: string;

  beforeAll(async () => {
    stage = await raiseStage();
    closed = await openInterview(stage.url, { format: 'drill-10' });
    const { page, leave } = await visit(stage.browser, stage.url);
    await enter(page, stage.url, closed);
    await say(page, 'I take eight-bit weights, so that four cards have room for the caches.');
    await act(stage.url, closed, {
      type: 'ChangeBoard',
      operations: [
        { op: 'place', component: { id: 'api', name: 'API' } },
        { op: 'place', component: { id: 'model', name: 'Model', kind: 'llm-server' } },
        { op: 'connect', connection: { id: 'a', from: 'api', to: 'model' } },
      ],
    });
    await act(stage.url, closed, { type: 'End' });
    await page.getByRole('button', { name: 'Read the debrief' }).waitFor();
    await leave();
  });

  afterAll(() => stage?.strike());

  const read = async (page: Page) => {
    await page.goto(`${stage.url}/interviews/${closed}`);
    await page.getByRole('heading', { name: 'Eight dimensions' }).waitFor();
  };
  const differently = (page: Page, name: RegExp | string) =>
    page.getByRole('button', { name: new RegExp(`^I see this differently: ${String(name)}`) });
  const tabTo = async (page: Page, name: RegExp) => {
    for (let steps = 0; steps < 120; steps++) {
      await page.keyboard.press('Tab');
      const label = await page.evaluate(
        () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
      );
      if (name.test(label)) return;
    }
    throw new Error(`Expected Tab to come to ${name}; it did not within 120 steps.`);
  };

  const NAMES = { 'point-in-time-features': 'features as of the event' };

  it('WB12 WB29 every part of a debrief is shown, in its order', async () => {
    const { page, complaints, leave } = await visit(stage.browser, stage.url);
    const one = {
      ...debrief,
      concepts: [
        {
          id: 'point-in-time-features',
          depth: 'explained',
          mistaken: true,
          prompted: 'hinted',
          evidence: debrief.dimensions[1]?.evidence,
        },
        ...['kv-cache', 'label-delay'].map((id) => ({
          id,
          depth: 'named',
          mistaken: false,
          prompted: 'unprompted',
          evidence: [],
        })),
      ],
    };
    await page.route('**/debrief', async (route) => {
      const { hash } = await (await route.fetch()).json();
      await route.fulfill({ json: { ...one, hash, names: NAMES } });
    });
    await read(page);
    expect(await page.getByRole('article').getByRole('heading', { level: 2 }).allTextContents()).toEqual([
      'Level',
      'What you decided, and why',
      'The modelling',
      'The architecture',
      'In production',
      'What was strong',
      'What to explore',
      'Overall',
      'Eight dimensions',
      'Your board',
      'Safety and fairness',
      'Moments, and what the next level says there',
      'Hints',
      'Red flags',
      'Reference answers and designs',
      'What to practise next',
      'What this reading cannot see',
    ]);
    await page
      .getByRole('navigation', { name: 'On this page' })
      .getByRole('link', { name: 'Moments' })
      .click();
    await expect
      .poll(() =>
        page.evaluate(() => document.getElementById('missed-title')?.getBoundingClientRect().top ?? -1),
      )
      .toBeLessThan(400);
    await page.getByText('What was heard: 3 ideas').click();
    await page.getByText('explained, after a hint, with a mistake').waitFor();
    const heard = page.getByRole('group').filter({ hasText: 'What was heard' });
    await heard.getByText(/^Named without more: .*KV cache.*; label delay\.$/i).waitFor();
    await heard
      .getByRole('listitem')
      .getByText(/^\d+:\d\d$/)
      .first()
      .waitFor();
    expect(await heard.getByRole('button', { name: /^I see this differently/ }).count()).toBe(1);
    const article = await page.getByRole('article').textContent();
    const told = [
      ...Object.values(one.debrief).flat(),
      ...one.missed.map(({ nextLevelSays }) => nextLevelSays),
      // WB29: by the clock, and by the vocabulary's names.
      ...one.hints.map(({ ledTo }) => ledTo.replace(/in turn \d+\.$/, 'at ')),
      'Features as of the event',
      ...one.dimensions.flatMap(({ wouldMove }) => wouldMove),
      ...one.cannotRead,
      one.safety,
      one.levelReading.why,
      'Accuracy on a rare class',
      'Read by the built-in assessor 1, as L5, on the vocabulary that all systems share',
    ];
    expect(told.filter((text) => !article?.includes(text))).toEqual([]);
    expect(complaints).toEqual([]);
    await leave();
  });

  it('WB13 is written beside its mark, arrives in another page, and is there again when the page is', async () => {
    const { page, complaints, leave } = await visit(stage.browser, stage.url);
    await read(page);
    const other = await page.context().newPage();
    await read(other);
    for (const [name, reason] of [
      ['Trade-offs', 'Memory against quality, in my first answer.'],
      ['the level', 'The questions were easy.'],
      ['the reading of safety', 'It never came up.'],
    ] as const) {
      await differently(page, name).click();
      await page.getByRole('textbox', { name: /^What do you see differently/ }).fill(reason);
      await page.getByRole('button', { name: 'Keep it' }).click();
      await page.getByText(reason).waitFor();
      await other.getByText(reason).waitFor();
      await page.getByRole('textbox').waitFor({ state: 'detached' });
    }
    await page.reload();
    const tradeOffs = page.getByRole('listitem').filter({ hasText: 'Memory against quality' }).first();
    await tradeOffs.getByRole('heading', { name: 'Trade-offs' }).waitFor();
    expect(await tradeOffs.locator('time').first().getAttribute('datetime')).toMatch(/^\d{4}-\d\d-\d\dT/);
    await page.getByRole('region', { name: 'Level' }).getByText('The questions were easy.').waitFor();
    expect(complaints).toEqual([]);
    await leave();
  });

  it('WB13 keeps what was typed when it is not kept, and leaves one’s letters alone', async () => {
    const { page, leave } = await visit(stage.browser, stage.url);
    await read(page);
    await page.route('**/commands', (route) => route.abort());
    await differently(page, 'Strategy').click();
    const reason = page.getByRole('textbox', { name: /^What do you see differently in Strategy/ });
    await reason.fill('I spoke of the next half year.');
    await reason.press('Delete');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await reason.press('Enter');
    await page.getByText('It was not kept; what you typed is still here').waitFor();
    await page.reload();
    await differently(page, 'Strategy').click();
    expect(await reason.inputValue()).toBe('I spoke of the next half year.');
    await reason.press('Escape');
    expect(await reason.count()).toBe(0);
    await leave();
  });

  it('WB19 evidence leads to the board and to a run, and back', async () => {
    const { page, complaints, leave } = await visit(stage.browser, stage.url);
    const told = { polarity: 'concern', reading: 'It was full at ten times the load.' } as const;
    const run = 'c'.repeat(64);
    const [first, ...others] = debrief.dimensions;
    const evidence = [
      { kind: 'board', element: 'model', ...told },
      { kind: 'run', run, ...told },
    ];
    await page.route('**/debrief', (route) =>
      route.fulfill({ json: { ...debrief, hash: run, dimensions: [{ ...first, evidence }, ...others] } }),
    );
    await page.addInitScript((hash) => {
      const Real = window.EventSource;
      window.EventSource = class extends Real {
        constructor(url: string | URL) {
          super(url);
          this.addEventListener('closed', () => {
            const data = {
              version: 9999,
              at: Date.now(),
              type: 'ran',
              run: hash,
              load: 10,
              bottleneck: 'model',
              holds: false,
              full: true,
            };
            this.dispatchEvent(new MessageEvent('ran', { data: JSON.stringify(data) }));
          });
        }
      };
    }, run);
    await read(page);
    await page.getByRole('button', { name: 'model', exact: true }).click();
    const own = page.getByRole('region', { name: 'Your board' });
    await own.getByText('Marked: model.').waitFor();
    await expect
      .poll(() =>
        own
          .getByRole('group', { name: 'Your board' })
          .evaluate((element) => element === document.activeElement),
      )
      .toBe(true);
    await own.getByRole('button', { name: 'Back to the mark' }).click();
    expect(await focusedName(page)).toBe('model');
    await page.getByRole('button', { name: 'cccccccc' }).click();
    await page.getByText('Your board was run at 10 × the load: “Model” cannot keep up.').waitFor();
    await page.getByRole('button', { name: 'Back to the debrief' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await focusedName(page)).toBe('cccccccc');
    expect(complaints).toEqual([]);
    await leave();
  });

  it('WB14 shows the reference when it is asked for: designs, answers, and what is written', async () => {
    const { page, complaints, leave } = await visit(stage.browser, stage.url);
    await read(page);
    const reference = page.getByRole('region', { name: 'Reference answers and designs' });
    expect(await reference.getByRole('heading', { level: 3 }).count()).toBe(0);
    await reference.getByRole('button', { name: 'Show the reference' }).click();
    await reference.getByRole('img', { name: /^The simple reference: / }).waitFor();
    await reference.getByRole('img', { name: /^The reference at scale: / }).waitFor();
    await reference.getByText('As it is written, with its figures').first().click();
    await reference.getByText('rateLimit').first().waitFor();
    await reference
      .getByRole('heading', { name: 'What is said at the moments that separate levels' })
      .waitFor();
    await reference.getByText(/facts you could have asked for$/).click();
    await reference.getByText('Success metrics').first().waitFor();
    expect(complaints).toEqual([]);
    await leave();
  });

  it('WB14 WB29 says so where there is none', async () => {
    const interview = await openInterview(stage.url, { system: 'fraud-detection', format: 'drill-10' });
    await act(stage.url, interview, { type: 'End' });
    const { page, leave } = await visit(stage.browser, stage.url);
    await page.goto(`${stage.url}/interviews/${interview}`);
    await page.getByText('This system had no fact sheet of its own').waitFor();
    expect(await page.getByRole('button', { name: 'Show the reference' }).count()).toBe(0);
    expect(await page.getByRole('article').textContent()).not.toContain('fraud-detection');
    await leave();
  });

  it('from the first page to a mark that one sees differently, with the keyboard alone', async () => {
    const { page, complaints, leave } = await visit(stage.browser, stage.url);
    await page.locator('[data-system]').first().waitFor();
    await page.keyboard.type('fraud');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => focusedName(page)).toBe('Begin');
    await page.keyboard.press('c');
    await page.getByRole('dialog', { name: 'Before it counts' }).waitFor();
    await tabTo(page, /^All is well$/);
    await page.keyboard.press('Enter');
    await page.getByText('Microphone and screen looked at just now.').waitFor();
    await tabTo(page, /^Begin$/);
    await page.keyboard.press('Enter');
    await field(page).waitFor();
    await page.keyboard.type('What counts as fraud, and what does a missed one cost?');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');

    await page.keyboard.press('b');
    await page.getByRole('textbox', { name: /^A Mermaid flowchart/ }).waitFor();
    await expect.poll(() => focusedName(page)).toContain('A Mermaid flowchart');
    await page.keyboard.insertText(FLOWCHART);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('img', { name: /4 boxes, 3 arrows/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('c');
    await page.keyboard.press('ArrowDown');
    await page.getByRole('banner').getByText('/ 1:07:30').waitFor();

    await page.keyboard.press('Escape');
    await page.keyboard.press('e');
    await page.getByRole('dialog', { name: 'End the interview?' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => focusedName(page)).toBe('Read the debrief');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Eight dimensions' }).waitFor();
    await tabTo(page, /^I see this differently: Communication/);
    await page.keyboard.press('Enter');
    await page.keyboard.type('I asked what a missed fraud costs.');
    await page.keyboard.press('Enter');
    await page.getByText('You see this differently,').waitFor();
    await expect.poll(() => focusedName(page)).toBe('I see this differently');
    // The debrief is asked for while it is being written: the browser notes the answers that say so.
    expect(complaints.filter((complaint) => !complaint.includes('status of 409'))).toEqual([]);
    await leave();
  });

  it.each(['light', 'dark'] as const)(
    'WB31 has nothing that WCAG 2.2 AA forbids, in %s',
    async (colorScheme) => {
      const { page, leave } = await visit(stage.browser, stage.url, { colorScheme, reducedMotion: 'reduce' });
      await read(page);
      await differently(page, 'Architecture').click();
      await page.route('**/reference', (route) => route.abort());
      await page.getByRole('button', { name: 'Show the reference' }).click();
      await page.getByRole('alert').getByText('This could not be loaded').waitFor();
      expect(await violations(page)).toEqual([]);

      await page.unroute('**/reference');
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByRole('img').nth(2).waitFor();
      for (const folded of await page.locator('summary').all()) await folded.click();
      await page.route('**/commands', (route) => route.abort());
      await page.getByRole('textbox', { name: /^What do you see differently/ }).fill('It has two tiers.');
      await page.keyboard.press('Enter');
      await page.getByText('It was not kept; what you typed is still here').waitFor();
      expect(await violations(page)).toEqual([]);
      for (const viewport of [
        { width: 820, height: 1180 },
        { width: 320, height: 568 },
      ]) {
        await page.setViewportSize(viewport);
        expect(await sideways(page)).toBe(0);
      }
      await leave();
    },
  );
});
