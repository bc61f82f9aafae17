import { Debrief } from '@dryrun/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { realCatalogue } from './testing/catalogue.ts';
import { parseTranscript } from './transcript-text.ts';
import { assessTranscript } from './transcript.ts';

const catalogue = await realCatalogue();
const SYSTEM = 'news-feed';
const judged = (text: string) => {
  const read = parseTranscript(text, {});
  if (!read.done) throw new Error(read.refusal.message);
  const outcome = assessTranscript(catalogue, read.value);
  if (!outcome.done) throw new Error(outcome.refusal.message);
  return Debrief.parse(outcome.value);
};
const refusal = (text: string): string => {
  const read = parseTranscript(text, {});
  if (!read.done) return read.refusal.message;
  const outcome = assessTranscript(catalogue, read.value);
  return outcome.done ? '' : outcome.refusal.message;
};
const json = (value: object) => JSON.stringify({ scenario: SYSTEM, turns: [], ...value });
const turn = (speaker: string, text: string, at?: number) => ({
  speaker,
  text,
  ...(at === undefined ? {} : { at }),
});

describe('a transcript', () => {
  it('AS12 as JSON and as lines is judged alike', () => {
    const turns = [
      turn('interviewer', 'How fast must it be?'),
      turn('candidate', 'The feed answers in 40 ms.\nIf a shard is lost it falls back.'),
      turn('interviewer', 'And what does it cost?'),
      turn('candidate', 'Two machines, 300 dollars a month.'),
    ];
    const lines = `Scenario: ${SYSTEM}\n\n**Interviewer:** How fast must it be?\n**Candidate:** The feed answers in 40 ms.\nIf a shard is lost it falls back.\nInterviewer: And what does it cost?\nC: Two machines, 300 dollars a month.\n`;
    expect(judged(lines)).toEqual(judged(json({ turns })));
  });

  it.each([
    ['', /is empty/],
    ['{ "scenario"', /begins like JSON and is none/],
    ['We had a nice talk.', /“Interviewer:” and “Candidate:”/],
    ['a\u0000b', /no text/],
    [json({ turns: [] }), /At turns: /],
    [json({ turns: [turn('judge', 'Hm.')] }), /At turns\.0\.speaker: /],
    [json({ turns: [turn('candidate', 'a', 9), turn('candidate', 'b', 3)] }), /turn 1 is at 3 s/],
    [
      json({ scenario: `${'x'.repeat(4)}-nothing`, turns: [turn('candidate', 'a')] }),
      /There is no system “xxxx-nothing”/,
    ],
    [json({ level: 'L9', turns: [turn('candidate', 'a')] }), /At level: /],
  ])('AS12 is refused where it is none: %s', (text, message) => expect(refusal(text)).toMatch(message));

  it.each([
    ['one-sided', Array.from({ length: 9 }, (_, at) => turn('interviewer', `Question ${at}?`))],
    [
      'another language',
      [
        turn('interviewer', 'Wie schnell?'),
        turn('candidate', 'Das weiß ich leider nicht so genau, wirklich nicht.'),
      ],
    ],
    [
      'a word each',
      Array.from({ length: 30 }, (_, at) =>
        turn(at % 2 === 0 ? 'interviewer' : 'candidate', at % 2 === 0 ? 'And?' : 'Yes.'),
      ),
    ],
  ])('AS12 %s never gets a mark that rests on nothing', (_, turns) => {
    const debrief = judged(json({ turns }));
    for (const { band, evidence } of debrief.dimensions)
      if (band !== 'not-shown') expect(evidence.length).toBeGreaterThan(0);
    expect(debrief.dimensions.every(({ band }) => band === 'below' || band === 'not-shown')).toBe(true);
  });

  it('AS12 of 200 kB is judged in a moment', () => {
    const long = 'We shard the search because one machine cannot hold it and 40 ms are too much. '.repeat(
      2500,
    );
    const began = performance.now();
    judged(json({ turns: [turn('interviewer', 'Go on?'), turn('candidate', long)] }));
    expect(performance.now() - began).toBeLessThan(5000);
  });

  it('AS12 whatever it says is refused or judged, never thrown', () => {
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom('Interviewer: why? ', '\nCandidate: 40 ms because ', '{', '\n\n', '🙂'),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        refusal(words.join(''));
      }),
      { seed: 20_261_127, numRuns: 200 },
    );
  });
});
