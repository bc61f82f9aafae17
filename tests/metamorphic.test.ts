/**
 * What must not move a mark, on interviews of this project's own: the golden one and one made of the bench's answers. The whole table, on
 * labelled interviews, is printed by `npm run bench:judgement`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assessTranscript } from '@dryrun/app';
import type { Transcript } from '@dryrun/app';
import { realCatalogue } from '@dryrun/app/testing';
import type { Catalogue } from '@dryrun/content';
import type { Debrief } from '@dryrun/domain';
import { StoredEvent } from '@dryrun/domain';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { STRONG } from '../benchmarks/interviewer/answers.ts';
import { DISTURBANCES } from '../benchmarks/judgement/disturb.ts';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await realCatalogue();
});

const goldenTurns = (): Transcript['turns'] =>
  readFileSync(join(import.meta.dirname, 'golden/llm-serving-staff/log.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .flatMap((line): Transcript['turns'] => {
      const { event } = StoredEvent.parse(JSON.parse(line));
      if (event.type === 'CandidateSpoke') return [{ speaker: 'candidate' as const, text: event.text }];
      return event.type === 'LineSaid'
        ? [{ speaker: 'interviewer' as const, text: event.parts.map(({ text }) => text).join('') }]
        : [];
    });
const QUESTIONS = [
  'How would you begin?',
  'And then?',
  'How does that hold up?',
  'What does it cost?',
  'What can go wrong?',
];
const TRANSCRIPTS: readonly Transcript[] = [
  { scenario: 'llm-serving', level: 'L6', turns: goldenTurns() },
  {
    scenario: 'video-recommendation',
    level: 'L7',
    turns: STRONG.slice(0, 24).flatMap((text, at) => [
      { speaker: 'interviewer' as const, text: QUESTIONS[at % QUESTIONS.length] ?? '' },
      { speaker: 'candidate' as const, text },
    ]),
  },
];

const judged = (transcript: Transcript): Debrief => {
  const outcome = assessTranscript(catalogue, transcript);
  if (!outcome.done) throw new Error(outcome.refusal.message);
  return outcome.value;
};
const bandsOf = ({ dimensions }: Debrief) => dimensions.map(({ id, band }) => `${id} ${band}`);
const BANDS = ['not-shown', 'below', 'meets', 'exceeds'];

/** These may not move anything; of the others a band may fall, or rise by one where the words are cut otherwise. */
const STILL = new Set([
  'padding',
  'each answer twice',
  'one brag in every answer',
  'many brags',
  'names dropped',
  'instructions to the assessor',
]);

describe('what must not move a mark', () => {
  it.each(DISTURBANCES.map(({ name, disturb }) => [name, disturb] as const))('AS16 %s', (name, disturb) => {
    for (const transcript of TRANSCRIPTS) {
      const before = judged(transcript);
      const after = judged(disturb(transcript));
      if (STILL.has(name)) {
        expect(bandsOf(after)).toEqual(bandsOf(before));
        expect(after.levelReading.most).toBe(before.levelReading.most);
        continue;
      }
      const moved = after.dimensions.filter(({ band }, at) => band !== before.dimensions[at]?.band);
      expect(moved.length).toBeLessThanOrEqual(2);
      for (const [at, { band }] of after.dimensions.entries())
        expect(BANDS.indexOf(band) - BANDS.indexOf(before.dimensions[at]?.band ?? '')).toBeLessThanOrEqual(1);
    }
  });

  it('AS16 a wrong statement lowers nothing of the others, and never raises', () => {
    const [first] = TRANSCRIPTS;
    if (!first) return;
    const wrong = {
      speaker: 'candidate' as const,
      text: 'And more GPUs always make the first token faster, so prefill does not matter.',
    };
    const rank = (debrief: Debrief) => debrief.dimensions.map(({ band }) => BANDS.indexOf(band));
    const before = rank(judged(first));
    const after = rank(judged({ ...first, turns: [...first.turns, wrong] }));
    expect(after.every((band, at) => band <= (before[at] ?? 0))).toBe(true);
  });
});

describe('whatever comes in', () => {
  const Word = fc.constantFrom(
    'cache',
    'because',
    'latency',
    '40 ms',
    'drift',
    'kafka',
    '???',
    '\u0000',
    'И так',
    '日本',
    '<script>',
    'ranker',
    'if',
    'fails',
    '…',
    '\n',
    '1,000',
  );
  const Text = fc.oneof(
    fc.string({ maxLength: 200 }),
    fc.array(Word, { maxLength: 60 }).map((words) => words.join(' ')),
  );
  const Turns = fc.array(
    fc.record({ speaker: fc.constantFrom('interviewer' as const, 'candidate' as const), text: Text }),
    { minLength: 1, maxLength: 12 },
  );

  it('AS17 is judged without a made-up mark: evidence is there to the letter, and the same again is the same', () => {
    fc.assert(
      fc.property(Turns, fc.constantFrom('llm-serving', 'any-system', 'ad-click'), (turns, scenario) => {
        const transcript: Transcript = { scenario, level: 'L6', turns };
        const outcome = assessTranscript(catalogue, transcript);
        if (!outcome.done) return outcome.refusal.message.length > 10;
        for (const { band, evidence } of outcome.value.dimensions) {
          if (band !== 'not-shown') expect(evidence.length).toBeGreaterThan(0);
          for (const piece of evidence)
            if (piece.kind === 'quote') expect(turns[piece.turn]?.text).toContain(piece.quote);
        }
        return JSON.stringify(judged(transcript)) === JSON.stringify(outcome.value);
      }),
      { numRuns: 60, seed: 20261201 },
    );
  });

  it.each([
    ['nothing but questions', [{ speaker: 'interviewer' as const, text: 'How would you begin?' }]],
    [
      'nothing but silence',
      [
        { speaker: 'interviewer' as const, text: 'And?' },
        { speaker: 'candidate' as const, text: ' ' },
      ],
    ],
    [
      'another language',
      [
        {
          speaker: 'candidate' as const,
          text: 'Wir sammeln die Daten, weil das Modell sonst nichts lernt, und messen es mit einem Test.',
        },
      ],
    ],
  ])('AS17 %s gets no mark', (_, turns) => {
    const debrief = judged({ scenario: 'llm-serving', level: 'L6', turns });
    expect(new Set(debrief.dimensions.map(({ band }) => band))).toEqual(new Set(['not-shown']));
    expect(debrief.levelReading.most).toBeNull();
  });
});
