/**
 * Prints a page with a Chromium that is there already (EX14): text stays text, headings are tagged, links work. It runs
 * for this one page, in a profile of its own, and reaches nothing.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { done, refused } from '../outcome.ts';
import type { Outcome } from '../outcome.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const WITHIN_MS = 120_000;

const PLACES: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/microsoft-edge',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

const OR_HTML =
  'Install Chromium or Chrome (on Debian: apt-get install chromium), name one in DRYRUN_CHROMIUM, or use --to html and print that from any browser.';

/** The Chromium to print with, or why there is none. */
export const findChromium = (
  env: Environment,
  platform: NodeJS.Platform = process.platform,
  exists: (path: string) => boolean = existsSync,
): Outcome<string> => {
  const named = env['DRYRUN_CHROMIUM'];
  if (named)
    return exists(named)
      ? done(named)
      : refused(
          'no-chromium',
          `Expected a Chromium at “${named}”, as DRYRUN_CHROMIUM says; there is no such file. ${OR_HTML}`,
        );
  const places = PLACES[platform] ?? [];
  const found = places.find(exists);
  return found === undefined
    ? refused(
        'no-chromium',
        `A PDF is printed by Chromium, and none was found in its usual places. ${OR_HTML}`,
      )
    : done(found);
};

export const printPdf = async (html: string, chromium: string): Promise<Outcome<Uint8Array>> => {
  const folder = await mkdtemp(join(tmpdir(), 'dryrun-pdf-'));
  try {
    const [page, pdf] = [join(folder, 'interview.html'), join(folder, 'interview.pdf')];
    await writeFile(page, html);
    const complaint = await ran(chromium, [
      '--headless',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-extensions',
      '--host-resolver-rules=MAP * ~NOTFOUND',
      `--user-data-dir=${join(folder, 'profile')}`,
      '--no-pdf-header-footer',
      '--generate-pdf-document-outline',
      `--print-to-pdf=${pdf}`,
      // As root it has no sandbox to run in; the page is ours and asks for nothing.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      pathToFileURL(page).href,
    ]);
    const bytes = await readFile(pdf).catch(() => undefined);
    return bytes && bytes.length > 0
      ? done(bytes)
      : refused('not-printed', `“${chromium}” printed no PDF: ${complaint} ${OR_HTML}`);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
};

/** Runs it to its end, or for as long as a page may take; answers with the last it complained of. */
const ran = (command: string, args: readonly string[]): Promise<string> =>
  new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    const late = setTimeout(() => child.kill('SIGKILL'), WITHIN_MS);
    child.stderr.on('data', (chunk: Buffer) => {
      said = `${said}${chunk.toString()}`.slice(-2000);
    });
    child.on('error', (fault) => {
      clearTimeout(late);
      resolve(`${fault.message}.`);
    });
    child.on('close', (code, signal) => {
      clearTimeout(late);
      const last = said.trim().split('\n').at(-1) ?? '';
      resolve(`it ended with ${code ?? signal}${last === '' ? '.' : ` (${last}).`}`);
    });
  });
