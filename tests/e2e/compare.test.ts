import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumWanted } from './testing/chromium.ts';
import { bringIn, debriefOf } from './testing/golden-file.ts';
import { layoutShift, sideways, violations } from './testing/measures.ts';
import { act, conversation, enter, fork, line, openInterview, say } from './testing/room.ts';
import { raiseStage } from './testing/stage.ts';
import type { Stage } from './testing/stage.ts';
import { visit } from './testing/visit.ts';

const { skip, because } = chromiumWanted();

describe.skipIf(skip)(`two debriefs side by side, in a real browser${because}`, () => {
  let stage: Stage;
  let first: string;
  let early: string;
  let late: string;

  const answeredAgain = async (from: string, version: number, text: string) => {
    const branch = await fork(stage.url, from, version);
    await act(stage.url, branch, { type: 'Say', text });
    await act(stage.url, branch, { type: 'End' });
    await debriefOf(stage.url, branch);
    return branch;
  };

  beforeAll(async () => {
    stage = await raiseStage();
    first = await bringIn(stage.url, 'golden-first');
    late = await answeredAgain(first, 90, 'I would canary it, since a quantised build can be worse.');
    early = await answeredAgain(first, 40, 'A gateway, then replicas; the price is one hop more.');
  });

  afterAll(() => stage?.strike());

  const sideBySide = (page: Page) =>
    page.getByRole('heading', { name: 'LLM serving at scale, answered again' });
  const row = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

  it('RP12 RP13 is reached from the debrief of either, and among several answers one is chosen', async () => {
    const { page, complaints, leave } = await visit(stage.browser, `${stage.url}/interviews/${first}`);
    const again = page.getByRole('list', { name: 'Answered again' });
    await again.getByRole('listitem').nth(1).waitFor();
    expect(await again.getByRole('listitem').count()).toBe(2);
    expect(await layoutShift(page)).toBeLessThan(0.05);
    await again.getByRole('link', { name: 'Compare both debriefs' }).first().click();
    await page.waitForURL(`**/interviews/${early}/compare`);
    await sideBySide(page).waitFor();
    for (const name of ['Level', 'Technical depth', 'Communication', 'Red flags', 'Missed moments'])
      await row(page, name).waitFor();
    await page.getByText(/marks? differ|No mark differs/).waitFor();
    await page.getByRole('heading', { name: /^Again, from \d+:\d\d$/ }).waitFor();

    await page.getByRole('navigation', { name: 'Answers' }).getByRole('link').nth(1).click();
    await page.waitForURL(`**/interviews/${late}/compare`);
    await expect
      .poll(() =>
        page.getByRole('navigation', { name: 'Answers' }).locator('[aria-current=page]').textContent(),
      )
      .toMatch(/^again from/);

    await page.getByRole('link', { name: /^Again, .*: debrief$/ }).click();
    await page.getByRole('heading', { name: 'What you decided, and why' }).waitFor();
    await page.getByRole('link', { name: 'Compare both debriefs' }).click();
    await sideBySide(page).waitFor();
    expect(complaints).toEqual([]);
    await leave();
  });

  it('RP13 marks what differs, each with its evidence, and the evidence leads into the replay of its side', async () => {
    const { page, leave } = await visit(stage.browser, stage.url);
    const marks = (id: string) => ({
      'trade-offs': id === first ? 'below' : 'exceeds',
      production: 'meets',
      strategy: id === first ? 'not-shown' : 'meets',
    });
    await page.route('**/debrief', async (route) => {
      const id = route.request().url().split('/').at(-2) ?? '';
      const debrief = await (await route.fetch()).json();
      const bands: Record<string, string> = marks(id);
      const evidence = (dimension: string) =>
        dimension === 'trade-offs'
          ? [
              {
                kind: 'quote',
                turn: 2,
                quote: 'how many people use this on a normal day',
                prompted: 'unprompted',
                polarity: 'strength',
                reading: 'asked before deciding',
              },
            ]
          : [];
      const dimensions = debrief.dimensions.map((reading: { id: string }) => ({
        ...reading,
        band: bands[reading.id] ?? 'not-shown',
        evidence: evidence(reading.id),
      }));
      await route.fulfill({ json: { ...debrief, dimensions } });
    });
    await page.goto(`${stage.url}/interviews/${early}/compare`);
    await page.getByText('2 of 8 marks differ.').waitFor();
    await row(page, 'Trade-offs').getByText('Moved up').waitFor();
    await row(page, 'Strategy').getByText('Now shown').waitFor();
    await row(page, 'Production').getByText('The same').waitFor();
    expect(await row(page, 'Trade-offs').getByText('In both.').count()).toBe(2);

    await page.keyboard.press('o');
    expect(await page.getByRole('checkbox', { name: 'Only what differs' }).isChecked()).toBe(true);
    expect(await row(page, 'Production').count()).toBe(0);
    await page.keyboard.press('o');
    await row(page, 'Trade-offs')
      .getByRole('button', { name: /^“how many people/ })
      .nth(1)
      .click();
    await page.waitForURL(`**/interviews/${early}/replay?turn=2*`);
    await conversation(page).locator('mark').getByText('how many people use this').waitFor();
    await page.goBack();
    await page.getByText('2 of 8 marks differ.').waitFor();
    await leave();
  });

  it('RP14 waits for the interview that is still open, and shows both when both are ended', async () => {
    const interview = await openInterview(stage.url, { format: 'drill-10' });
    const { page, leave } = await visit(stage.browser, stage.url);
    await enter(page, stage.url, interview);
    await say(page, 'A first answer.');
    await page.goto(`${stage.url}/interviews/${interview}/replay`);
    await page.getByRole('slider').waitFor();
    await page.keyboard.press('f');
    await page.waitForURL((url) => !url.pathname.includes(interview));
    const branch = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await say(page, 'A better answer.');
    await act(stage.url, branch, { type: 'End' });
    await page.getByRole('button', { name: 'Read the debrief' }).click();
    await page.getByText('The debrief waits for the interview this one branches from.').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Compare both debriefs' }).click();
    await page.getByText('This one is still open').waitFor();
    expect(await violations(page)).toEqual([]);

    await act(stage.url, interview, { type: 'Resume' });
    await act(stage.url, interview, { type: 'End' });
    await debriefOf(stage.url, interview);
    await page.reload();
    await page.getByText(/marks? differ|No mark differs/).waitFor();
    await page.getByRole('link', { name: 'First: replay' }).click();
    await page.getByRole('slider').waitFor();
    await page.keyboard.press('End');
    await line(page, 'A first answer.').waitFor();
    await leave();
  });

  it('says so when there is nothing to compare with', async () => {
    const { page, leave } = await visit(stage.browser, stage.url);
    await page.goto(`${stage.url}/interviews/nothing-here/compare`);
    await page.getByRole('heading', { name: 'This interview is not here' }).waitFor();
    await page.goto(`${stage.url}/interviews/${late}/compare`);
    await sideBySide(page).waitFor();
    await page.goto(`${stage.url}/interviews/${first}/compare`);
    await page.getByRole('heading', { name: 'Which answer shall stand beside it?' }).waitFor();
    await page.getByRole('navigation', { name: 'Answers' }).getByRole('link').first().click();
    await sideBySide(page).waitFor();

    const alone = await bringIn(stage.url, 'golden-alone');
    await page.goto(`${stage.url}/interviews/${alone}/compare`);
    await page.getByRole('heading', { name: 'It was answered once' }).waitFor();
    const left = await answeredAgain(alone, 40, 'A gateway.');
    // RP13: one answer is no choice.
    await page.reload();
    await sideBySide(page).waitFor();
    await fetch(`${stage.url}/api/interviews/${alone}`, { method: 'DELETE' });
    await page.goto(`${stage.url}/interviews/${left}/compare`);
    await page.getByRole('heading', { name: 'There is nothing to compare with any more' }).waitFor();

    await page.route(`**/api/interviews/${early}`, (route) => route.abort());
    await page.goto(`${stage.url}/interviews/${early}/compare`);
    await page.getByRole('heading', { name: 'The debriefs could not be opened' }).waitFor();
    await leave();
  });

  it.each(['light', 'dark'] as const)(
    'WB31 has nothing that WCAG 2.2 AA forbids where there are no two debriefs, in %s',
    async (colorScheme) => {
      const { page, leave } = await visit(stage.browser, stage.url, { colorScheme, reducedMotion: 'reduce' });
      const says = async (interview: string, title: string) => {
        await page.goto(`${stage.url}/interviews/${interview}/compare`);
        await page.getByRole('heading', { level: 1, name: title }).waitFor();
        expect(await violations(page), title).toEqual([]);
      };
      await says('nothing-here', 'This interview is not here');
      await says(first, 'Which answer shall stand beside it?');
      const alone = await openInterview(stage.url, { format: 'drill-10' });
      await says(alone, 'It was answered once');
      const left = await fork(stage.url, alone, 1);
      await fetch(`${stage.url}/api/interviews/${alone}`, { method: 'DELETE' });
      await says(left, 'There is nothing to compare with any more');
      await page.route(`**/api/interviews/${early}`, (route) => route.abort());
      await says(early, 'The debriefs could not be opened');
      await leave();
    },
  );

  it.each([
    ['light', { width: 1280, height: 800 }],
    ['dark', { width: 820, height: 1180 }],
  ] as const)('WB31 has nothing that WCAG 2.2 AA forbids, in %s at %j', async (colorScheme, viewport) => {
    const { page, leave } = await visit(stage.browser, stage.url, {
      colorScheme,
      viewport,
      reducedMotion: 'reduce',
    });
    await page.goto(`${stage.url}/interviews/${early}/compare`);
    await page.getByText(/marks? differ|No mark differs/).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 568 });
    expect(await sideways(page)).toBe(0);
    await page.goto(`${stage.url}/interviews/${first}`);
    await page.getByText(/^The debrief rests on/).waitFor();
    await page.setViewportSize(viewport);
    expect(await violations(page)).toEqual([]);
    await leave();
  });
});
