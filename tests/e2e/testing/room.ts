/** The room as a person uses it, and interviews as a program opens them. */
import type { Page } from 'playwright-core';

export type Wish = {
  readonly system?: string;
  readonly level?: string;
  readonly format?: string;
  readonly mode?: string;
};

const post = async (url: string, path: string, body: object) => {
  const response = await fetch(`${url}/api/interviews${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`Expected ${path} to be taken; found ${await response.text()}`);
  return response.json();
};

export const openInterview = async (url: string, wish: Wish = {}): Promise<string> => {
  const terms = { system: 'llm-serving', level: 'L6', format: 'interview-45', ...wish };
  const { interview } = await post(url, '', terms);
  return String(interview);
};

export const act = (url: string, interview: string, action: object) =>
  post(url, `/${interview}/commands`, { action });

/** Another interview that begins with this one's events up to a version. */
export const fork = async (url: string, interview: string, version: number): Promise<string> =>
  String((await post(url, `/${interview}/forks`, { version })).interview);

export const conversation = (page: Page) => page.getByRole('region', { name: 'Conversation' });

/** The lines of the conversation that hold a text: each has to be there once. */
export const line = (page: Page, text: string | RegExp) =>
  conversation(page).getByRole('listitem').filter({ hasText: text });

/** How many lines the interviewer has said, as this page shows them. */
export const interviewerLines = (page: Page) =>
  conversation(page).locator('[data-turn]').filter({ hasText: 'Interviewer' });

export const field = (page: Page) => page.getByRole('textbox', { name: 'Your answer' });

export const enter = async (page: Page, url: string, interview: string) => {
  await page.goto(`${url}/interviews/${interview}`);
  await field(page).waitFor();
  // The opening's two lines, so that whoever counts from here on counts answers.
  await interviewerLines(page).nth(1).waitFor();
};

/** Says something and waits for what is said to it. */
export const say = async (page: Page, text: string) => {
  const before = await interviewerLines(page).count();
  await field(page).fill(text);
  await field(page).press('Enter');
  await line(page, text).waitFor();
  await interviewerLines(page).nth(before).waitFor();
};
