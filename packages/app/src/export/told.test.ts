import type { PublicEvent } from '@dryrun/interview';
import { describe, expect, it } from 'vitest';
import { htmlOf } from './html/page.ts';
import { markdownOf } from './markdown.ts';
import { debriefOf, heldWith } from './testing/interview.ts';
import { toldOf } from './told.ts';

const BACKGROUND =
  'My name is Ada Lovelace, ada@lovelace.example; +49 171 2345678. I was at Acme with Grace, see github.com/adal/x.';
const ANSWER = 'Like AcmeDB we keep “one node” each; Ada would ask Initech, or mail ada@lovelace.example.';
const SECRETS = [
  'Ada',
  'Lovelace',
  'lovelace.example',
  '2345678',
  '+49',
  'Acme',
  'github.com',
  'adal',
  'Initech',
  'Grace',
];

const events: readonly PublicEvent[] = heldWith({
  background: BACKGROUND,
  answer: ANSWER,
  note: 'Tell Ada of Acme.',
  label: 'to Acme',
  title: 'Serving at ACME',
  boxes: [
    ['acme-gateway', 'Acme gateway'],
    ['initech-engine', 'Ada’s engine'],
    ['cache', 'Initech cache'],
  ],
});
const debrief = debriefOf({ background: BACKGROUND, words: ANSWER, element: 'initech-engine' });
const redacted = (notes: boolean) =>
  toldOf('abc', events, debrief, { notes, redact: ['Acme', 'Initech', 'Grace', 'Hooli'] });

describe('an interview that is redacted', () => {
  it.each([
    ['Markdown', false, markdownOf],
    ['Markdown with its notes', true, markdownOf],
    ['the page', false, htmlOf],
    ['the page with its notes', true, htmlOf],
  ] as const)('EX17 nothing of it is left in the bytes of %s', (_, notes, written) => {
    const text = written(redacted(notes).told);
    const bytes = Buffer.from(text).toString('utf8').toLowerCase();
    // The policy's hashes and the words of the form are not the interview's.
    for (const secret of SECRETS)
      expect([secret, bytes.includes(secret.toLowerCase())]).toEqual([secret, false]);
    expect(text).toContain(
      'My name is [redacted], [redacted]; [redacted]. I was at [redacted] with [redacted], see [redacted].',
    );
    expect(text).toContain('Serving at [redacted]');
    expect(text).toContain('[redacted]’s engine');
    expect(text.includes('Tell [redacted] of [redacted].')).toBe(notes);
  });

  it('EX17 arrows still join the boxes they joined', () => {
    const { board } = redacted(false).told.view;
    expect(board.components.map(({ name }) => name)).toEqual(['[redacted] gateway', '[redacted]’s engine']);
    expect(new Set(board.components.map(({ id }) => id)).size).toBe(2);
    expect(board.connections).toMatchObject([
      { from: board.components[0]?.id, to: board.components[1]?.id, label: 'to [redacted]' },
    ]);
    expect(redacted(false).told.view.runs[0]?.bottleneck).toBe(board.components[1]?.id);
  });

  it('EX21 says how much in the file, and what was listed in vain beside it', () => {
    const { told, missing } = redacted(false);
    expect(missing).toEqual(['Hooli']);
    for (const text of [markdownOf(told), htmlOf(told)]) {
      expect(text).toMatch(
        /Redacted in \d+ places: 1 e-mail address, 1 link, 1 telephone number, 3 listed words, 1 name\./,
      );
      expect(text).not.toContain('Hooli');
    }
  });

  it('EX5 EX21 whole, it says nothing of redaction and keeps the notes back', () => {
    const { told } = toldOf('abc', events, debrief, { notes: false, redact: undefined });
    expect(markdownOf(told)).not.toContain('edacted');
    expect(htmlOf(told)).toContain('ada@lovelace.example');
    expect(htmlOf(told)).not.toContain('Tell Ada of Acme.');
  });
});
