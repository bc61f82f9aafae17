import { describe, expect, it } from 'vitest';
import { htmlOf } from './html/page.ts';
import { findChromium, printPdf } from './print-pdf.ts';
import { debriefOf, heldWith } from './testing/interview.ts';
import { readPdf } from './testing/pdf.ts';
import { toldOf } from './told.ts';

const chromium = findChromium(process.env);
const required = (process.env['DRYRUN_REQUIRE'] ?? '').split(',').includes('chromium');
const skip = !chromium.done && !required;

describe('looking for a Chromium', () => {
  it('EX14 takes the one that is named, then one in a usual place', () => {
    const there =
      (...paths: string[]) =>
      (path: string) =>
        paths.includes(path);
    expect(findChromium({ DRYRUN_CHROMIUM: '/my/own' }, 'linux', there('/my/own'))).toMatchObject({
      value: '/my/own',
    });
    expect(findChromium({}, 'linux', there('/snap/bin/chromium'))).toMatchObject({
      value: '/snap/bin/chromium',
    });
    expect(findChromium({ DRYRUN_CHROMIUM: '/gone' }, 'linux', there('/usr/bin/chromium'))).toMatchObject({
      refusal: { code: 'no-chromium', message: expect.stringMatching(/“\/gone”.*--to html/) },
    });
    expect(findChromium({}, 'linux', there())).toMatchObject({
      refusal: { message: expect.stringMatching(/apt-get install chromium.*DRYRUN_CHROMIUM.*--to html/) },
    });
    expect(findChromium({}, 'aix', there())).toMatchObject({ done: false });
  });

  it('EX14 says what a program that prints nothing ended with', async () => {
    expect(await printPdf('<p>', process.execPath)).toMatchObject({
      refusal: { code: 'not-printed', message: expect.stringContaining('--to html') },
    });
    expect(await printPdf('<p>', '/there/is/nothing')).toMatchObject({
      refusal: { code: 'not-printed', message: expect.stringContaining('ENOENT') },
    });
  });
});

describe.skipIf(skip)(`a printed page${skip ? ' (skipped: no Chromium was found)' : ''}`, () => {
  const printed = async (told: ReturnType<typeof toldOf>['told']) => {
    const pdf = await printPdf(htmlOf(told), chromium.done ? chromium.value : '');
    if (!pdf.done) throw new Error(pdf.refusal.message);
    return pdf.value;
  };

  it('EX13 EX14 its text is text, its headings are tagged, its links work, and nothing to press is on it', async () => {
    const { told } = toldOf('abc', heldWith(), debriefOf(), { notes: false, redact: undefined });
    const { text, tags, links, pages } = readPdf(await printed(told));
    for (const words of [
      'LLM serving at scale',
      'What you decided, and why',
      'Each replica is one node, because tensor parallelism over a network would stall every step.',
      'Reuse ends at the first token that differs.',
      'How does one request go through it?',
    ])
      expect(text).toContain(words);
    expect(text).not.toContain('Prefix cache');
    for (const operated of ['Play', 'Skip to', 'Speed']) expect(text).not.toContain(operated);
    expect(tags.get('H1')).toBe(1);
    expect(tags.get('H2')).toBeGreaterThanOrEqual(9);
    expect(tags.get('H3')).toBeGreaterThanOrEqual(10);
    expect(links).toEqual(expect.arrayContaining(['turn-1', 'turn-2', 'turn-3']));
    expect(links).not.toContain('elsewhere');
    expect(pages).toBeGreaterThanOrEqual(3);
  }, 120_000);

  it('EX14 EX17 nothing that is redacted is in its words', async () => {
    const background = 'My name is Ada Lovelace, ada@acme.example.';
    const events = heldWith({ background });
    const { told } = toldOf('abc', events, debriefOf({ background }), { notes: false, redact: ['Acme'] });
    const pdf = await printed(told);
    const { text } = readPdf(pdf);
    expect(text).toContain('My name is [redacted], [redacted].');
    expect(`${text} ${Buffer.from(pdf).toString('latin1')}`).not.toMatch(/Lovelace|acme/i);
  }, 120_000);
});
