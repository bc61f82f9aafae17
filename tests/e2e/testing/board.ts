/** The board as a person uses it. */
import type { Page } from 'playwright-core';

export const FLOWCHART = [
  'flowchart LR',
  '  users[Users] --> api[API gateway]',
  '  api -->|top 500| ranker[Ranker ×3]',
  '  ranker -.-> log[Event log]',
].join('\n');

export const board = (page: Page) => page.getByRole('region', { name: 'Board', exact: true });
export const boardText = (page: Page) => page.getByRole('textbox', { name: /^A Mermaid flowchart/ });
export const drawing = (page: Page) => board(page).getByRole('img', { name: /^The board: / });

export const draw = async (page: Page, text: string) => {
  await boardText(page).fill(text);
  await board(page).getByRole('button', { name: 'Draw it' }).click();
};
