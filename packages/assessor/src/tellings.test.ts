import { SIGNS } from '@dryrun/domain';
import type { Dimension } from '@dryrun/domain';
import { describe, expect, it } from 'vitest';
import { nearestOf } from './nearest.ts';
import type { Passage } from './passages.ts';
import { readingOf } from './tellings.ts';

const passage = (text: string, changed: Partial<Passage> = {}): Passage => ({
  text,
  signs: new Set(SIGNS),
  concepts: 2,
  isEarly: false,
  takenUp: [],
  ...changed,
});

describe('what a passage tells of a dimension', () => {
  it.each([
    [
      'technical-depth',
      'Each replica holds 30 GB times two, so that is 60 GB of memory.',
      /worked it out in figures/,
    ],
    [
      'technical-depth',
      'We correct the negatives for popularity, because in-batch sampling punishes what everybody watches and recall drops.',
      /gave the reason/,
    ],
    [
      'architecture',
      'A request goes through the gateway into a queue, and workers write to the index.',
      /parts hang together/,
    ],
    [
      'trade-offs',
      'I take the smaller model instead of the big one, because it costs us half the cards.',
      /one way against another/,
    ],
    ['production', 'If the store times out we fall back to the list of yesterday.', /fails or is late/],
    ['production', 'Every release runs in shadow mode first, and rollback is a switch.', /comes back/],
    ['strategy', 'That is 60,000 dollars a month for two million users.', /in money/],
    ['communication', "I'll start with the data and come back to serving.", /where the answer is going/],
  ] as const)('AS1 %s: “%s”', (dimension, text, reading) => {
    expect(readingOf(dimension, passage(text))?.text).toMatch(reading);
  });

  it('AS1 asks are told while the problem is found out, and not later', () => {
    const asked = passage('How many people use it a day, and what do they wait for?');
    expect(readingOf('problem-navigation', { ...asked, isEarly: true })?.text).toMatch(
      /before settling on a design/,
    );
    expect(readingOf('problem-navigation', asked)).toBeUndefined();
  });

  it.each([
    ['trade-offs', 'Cost, quality, latency, pick two.'],
    ['production', 'The components are a gateway, a queue, a ranker and a cache.'],
    ['strategy', 'The ranker has a timeout of forty milliseconds.'],
    ['technical-depth', 'We retrain every night, because then it is always fresh.'],
    ['architecture', 'I think that this is a good question.'],
  ] as const)('AS1 nothing of %s: “%s”', (dimension, text) => {
    expect(readingOf(dimension, passage(text, { concepts: 0 }))).toBeUndefined();
  });

  it('AS1 where nothing is told the reading claims no more than the words', () => {
    expect(nearestOf('architecture', passage('The cache is small.'))?.text).toBe(
      'gave “cache” a place in the design',
    );
    expect(nearestOf('architecture', passage('There is no cache in it.'))).toBeUndefined();
    expect(
      nearestOf(
        'communication',
        passage('The latency of the ranker is the problem.', { takenUp: ['latency', 'ranker'] }),
      )?.text,
    ).toBe('took up “latency” and “ranker” from the question');
  });

  const ALL: readonly Dimension[] = [
    'technical-breadth',
    'architecture',
    'trade-offs',
    'production',
    'strategy',
  ];
  it('AS1 a sentence without anything behind it tells nothing', () => {
    for (const id of ALL)
      expect(
        readingOf(id, passage('We roll back and save 40 dollars.', { signs: new Set() })),
      ).toBeUndefined();
  });
});
