import type { Finding, HearContext } from '@dryrun/domain';
import { toySheet } from '@dryrun/domain/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInHear } from './hear.ts';

const hear = (text: string, askedAbout: HearContext['askedAbout'] = undefined): readonly Finding[] =>
  builtInHear.hear(
    { asked: undefined, answer: { turn: 0, speaker: 'candidate', text } },
    { sheet: toySheet, vocabulary: [], topic: 'Toy', askedAbout },
  );
const facts = (text: string) =>
  hear(text).flatMap((finding) =>
    finding.kind === 'question' ? [finding.fact ?? finding.heading ?? 'nothing'] : [],
  );
const concepts = (text: string) =>
  hear(text).flatMap((finding) =>
    finding.kind === 'concept' ? [`${finding.concept} ${finding.depth}`] : [],
  );

describe('what is asked', () => {
  it.each([
    ['How many users do we have?', ['daily-users']],
    ['So, um, what kind of daily active users are we talking about?', ['daily-users']],
    ['I would like to know how fast it must be.', ['latency']],
    ['What is the response time, and how many users are there?', ['daily-users', 'latency']],
    ['How many users? And what about latency?', ['daily-users', 'latency']],
    ['Is there anything about fairness I should settle?', ['fairness']],
    ['Which colour is the button?', ['nothing']],
    ['We serve it with low latency because users leave.', []],
    ['Does that make sense?', []],
  ])('LI2 %s', (text, expected) => expect(facts(text).toSorted()).toEqual(expected.toSorted()));
});

describe('what comes up', () => {
  it.each([
    ['We put a result cache in front.', ['result-cache named']],
    ['We keep answers of the popular queries and hand them out again.', ['result-cache named']],
    [
      'We cache the results because a tenth of all queries make half of the traffic.',
      ['result-cache explained'],
    ],
    [
      'We cache the results because the head repeats, at the cost of prices that may be a minute old, so we expire them.',
      ['result-cache weighed'],
    ],
    ['Over time the inputs look different from those we trained on today.', ['drift named']],
    [
      'Redis, Kafka, result cache, Kubernetes, data drift, feature store.',
      ['result-cache named', 'drift named'],
    ],
    [
      'A result cache holds two million answers of four kilobytes, so 8 GB on 2 machines is 16.',
      ['result-cache explained'],
    ],
    ['The queue is long.', []],
  ])('LI3 LI5 %s', (text, expected) => expect(concepts(text)).toEqual(expected));

  it.each([
    "We don't need a result cache here.",
    'Without a result cache it is simpler.',
    'No result cache.',
  ])('LI4 %s turns it down', (text) => expect(concepts(text)).toEqual([]));

  it('LI3 is found once, at its deepest', () => {
    expect(
      concepts('A result cache. We cache the results because the head of the queries repeats all day long.'),
    ).toEqual(['result-cache explained']);
  });

  it('LI6 says how it came', () => {
    const prompted = (askedAbout: HearContext['askedAbout']) => hear('A result cache.', askedAbout)[0];
    expect(prompted(undefined)).toMatchObject({ prompted: 'unprompted' });
    expect(prompted({ item: 'watch-drift' })).toMatchObject({ prompted: 'unprompted' });
    expect(prompted({ item: 'cache-results' })).toMatchObject({ prompted: 'prompted' });
    expect(prompted({ item: 'cache-results', rung: 2 })).toMatchObject({ prompted: 'hinted' });
  });

  it('LI7 a known mistake', () => {
    expect(hear('And then we cache forever, so it is simple.')).toContainEqual(
      expect.objectContaining({ kind: 'mistake', mistake: 'cache-forever' }),
    );
  });

  it.each([
    'We should not cache forever.',
    'Rather than cache forever we expire.',
    'Would you cache forever?',
    'Forever is a long time to cache things in our shop.',
  ])('LI7 no mistake is heard in: %s', (text) =>
    expect(hear(text).filter(({ kind }) => kind === 'mistake')).toEqual([]),
  );

  it('LI1 LI2 without a sheet, requests and questions are heard all the same', () => {
    const exchange = {
      asked: undefined,
      answer: { turn: 0, speaker: 'candidate', text: 'Give me a minute. How many users?' },
    } as const;
    const found = builtInHear.hear(exchange, {
      sheet: undefined,
      vocabulary: [],
      topic: '',
      askedAbout: undefined,
    });
    expect(found.map(({ kind }) => kind)).toEqual(['act', 'question']);
  });
});

describe('whatever is said', () => {
  it('LI8 every span quotes the answer', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'how many users? ',
        'result cache because it repeats, at the cost of age. ',
        'give me a minute ',
        '\n',
        '？',
        '🙂 ',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        for (const { span } of hear(text)) {
          expect(span.start).toBeLessThan(span.end);
          expect(text.slice(span.start, span.end).trim()).not.toBe('');
          expect(span.end).toBeLessThanOrEqual(text.length);
        }
      }),
      { seed: 20_261_120, numRuns: 300 },
    );
  });

  it.each([
    ['a pasted book', 'We might put a result cache there, and how many users would that be? '.repeat(1400)],
    ['a row of dots', `${'.'.repeat(100_000)}x`],
    ['short lines', 'a\n'.repeat(50_000)],
    ['empty lines', `${'\n'.repeat(100_000)}x`],
    ['spaces', `and${' '.repeat(100_000)}x?`],
  ])('LI8 %s takes no more than a moment', (_, book) => {
    const began = performance.now();
    hear(book);
    expect(performance.now() - began).toBeLessThan(3000);
  });
});
