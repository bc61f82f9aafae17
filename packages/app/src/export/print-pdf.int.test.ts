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

  it('EX13 no utterance or piece of evidence is cut by a page’s end, and no heading stands alone at its foot', async () => {
    const said = Array.from(
      { length: 60 },
      (_, index) => `Answer ${index}: ${'and one more word '.repeat(5 + 2 * (index % 16))}ends ${index}.`,
    );
    const [opened, phase] = heldWith();
    if (!opened || !phase) throw new Error('There is no opening.');
    const events = [
      opened,
      phase,
      ...said.map((text, index) => ({
        type: 'spoke' as const,
        speaker: 'candidate' as const,
        turn: index,
        text,
        version: index + 3,
        at: phase.at + index * 20_000,
      })),
    ];
    const debrief = debriefOf();
    const evidence = said.slice(0, 30).map((quote, turn) => ({
      kind: 'quote' as const,
      turn,
      quote,
      prompted: 'unprompted' as const,
      polarity: 'strength' as const,
      reading: `gave reason ${turn}`,
    }));
    const dimensions = debrief.dimensions.map((one) => ({ ...one, evidence }));
    const { told } = toldOf('abc', events, { ...debrief, dimensions }, { notes: false, redact: undefined });
    const pages = readPdf(await printed(told))
      .text.split('\n')
      .map((page) => page.trim());
    const conversation = pages.findIndex((page) => page.startsWith('The conversation and the board'));
    for (const text of said)
      expect(pages.slice(conversation).filter((page) => page.includes(text))).toHaveLength(1);
    for (const [turn] of evidence.entries()) {
      const row = new RegExp(`Answer ${turn}: [a-z ]+ends ${turn}\\. ” [\\d:]+ Gave reason ${turn}\\.`);
      const rows = pages.slice(0, conversation).flatMap((page) => page.match(new RegExp(row, 'g')) ?? []);
      expect(rows).toHaveLength(debrief.dimensions.length);
    }
    for (const page of pages)
      expect(page).not.toMatch(
        /(?:Your debrief|Level|Eight dimensions|Technical depth|Production|Hints|What was heard)$/,
      );
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
