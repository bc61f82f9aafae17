import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumWanted } from './testing/chromium.ts';
import { sideways, violations } from './testing/measures.ts';
import { raiseStage } from './testing/stage.ts';
import type { Stage } from './testing/stage.ts';
import { focusedName, visit } from './testing/visit.ts';

const { skip, because } = chromiumWanted();

describe.skipIf(skip)(`microphone and screen before it counts, in a real browser${because}`, () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await raiseStage();
  });

  afterAll(() => stage?.strike());

  const come = async (options = {}) => {
    const visited = await visit(stage.browser, `${stage.url}/begin/llm-serving`, options);
    await visited.page.getByRole('button', { name: 'Begin' }).waitFor();
    return { ...visited, dialog: visited.page.getByRole('dialog', { name: 'Before it counts' }) };
  };

  it('WB11 listens when it is pressed, shows a level that moves, and lets the device be chosen', async () => {
    const { page, dialog, complaints, leave } = await come();
    await page.context().grantPermissions(['microphone']);
    await page.keyboard.press('c');
    await dialog.getByText('Nothing is recorded and nothing is').waitFor();
    expect(await dialog.getByRole('meter').count()).toBe(0);
    await dialog.getByRole('button', { name: 'Listen to the microphone' }).click();
    const meter = dialog.getByRole('meter', { name: 'Level of the microphone' });
    await meter.waitFor();
    const level = async () => Number(await meter.getAttribute('aria-valuenow'));
    await expect.poll(level, { timeout: 10_000 }).toBeGreaterThan(20);
    const devices = dialog.getByRole('combobox', { name: 'Which microphone' });
    expect(await devices.locator('option').count()).toBeGreaterThan(1);
    await devices.selectOption({ index: 1 });
    await expect.poll(() => devices.evaluate((element: HTMLSelectElement) => element.selectedIndex)).toBe(1);
    await expect.poll(level, { timeout: 10_000 }).toBeGreaterThan(20);

    await dialog.getByRole('button', { name: 'All is well' }).click();
    await page.getByText('Microphone and screen looked at just now.').waitFor();
    await page.reload();
    await page.getByText('Microphone and screen looked at').waitFor();
    expect(complaints).toEqual([]);
    await leave();
  });

  it('WB11 says what to do when the microphone is refused, and goes on without', async () => {
    const { page, dialog, complaints, leave } = await come();
    await page.context().grantPermissions([]);
    await page.getByRole('button', { name: 'Check them' }).click();
    await dialog.getByRole('button', { name: 'Listen to the microphone' }).click();
    await dialog.getByRole('alert').getByText('The browser did not let this page hear it.').waitFor();
    await dialog.getByRole('button', { name: 'Listen to the microphone' }).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('A look at microphone and screen first?').waitFor();
    expect(complaints).toEqual([]);
    await leave();
  });

  it('WB11 is skipped, and stays skipped; a rehearsal with a coach does not ask', async () => {
    const { page, leave } = await come();
    await page.getByRole('button', { name: 'Skip it' }).click();
    await page.getByText('Microphone and screen were not looked at.').waitFor();
    await page.reload();
    await page.getByText('Microphone and screen were not looked at.').waitFor();
    await page.getByRole('button', { name: 'Check them again' }).waitFor();
    await page.getByRole('radio', { name: 'Coach' }).check({ force: true });
    expect(await page.getByText('were not looked at').count()).toBe(0);
    await leave();
  });

  it('WB11 says whether both panes fit, as the window changes', async () => {
    const { page, dialog, leave } = await come();
    await page.keyboard.press('c');
    await dialog.getByText('conversation and board stand side by side.').waitFor();
    await page.setViewportSize({ width: 820, height: 400 });
    await dialog.getByText('conversation and board are tabs.').waitFor();
    await dialog.getByText('the whole page scrolls').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => focusedName(page)).toBe('Begin');
    await leave();
  });

  it.each(['light', 'dark'] as const)(
    'WB31 has nothing that WCAG 2.2 AA forbids, in %s',
    async (colorScheme) => {
      const { page, dialog, leave } = await come({ colorScheme, reducedMotion: 'reduce' });
      expect(await violations(page)).toEqual([]);
      await page.context().grantPermissions([]);
      await page.keyboard.press('c');
      await dialog.getByRole('button', { name: 'Listen to the microphone' }).click();
      await dialog.getByRole('alert').waitFor();
      expect(await violations(page)).toEqual([]);
      await page.context().grantPermissions(['microphone']);
      await dialog.getByRole('button', { name: 'Listen to the microphone' }).click();
      await dialog.getByRole('meter').waitFor();
      expect(await violations(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 568 });
      expect(await sideways(page)).toBe(0);
      await leave();
    },
  );
});
