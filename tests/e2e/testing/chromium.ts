/** The system's Chromium: where it is, and how it is started so that it calls nobody. */
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const executablePath = PLACES.find((place) => existsSync(place));

/** Where Chromium is missing its journeys are skipped and say so, unless `DRYRUN_REQUIRE` names it: then they fail. */
export const chromiumWanted = (): { readonly skip: boolean; readonly because: string } => {
  const required = (process.env['DRYRUN_REQUIRE'] ?? '').split(',').map((name) => name.trim());
  const skip = executablePath === undefined && !required.includes('chromium');
  return { skip, because: skip ? ` (skipped: no Chromium at ${PLACES.join(', ')})` : '' };
};

export const launchChromium = (): Promise<Browser> => {
  if (executablePath === undefined) {
    throw new Error(
      `Expected a Chromium at ${PLACES.join(', ')}; found none. Install one: apt-get install chromium`,
    );
  }
  return chromium.launch({
    executablePath,
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      // A microphone that beeps, for whoever asks and is let.
      '--use-fake-device-for-media-stream',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
};
