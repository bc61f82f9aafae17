import { DIMENSIONS, SIGNS } from '@dryrun/domain';
import { describe, expect, it } from 'vitest';
import type { Passage } from './passages.ts';
import { readingOf } from './tellings.ts';

const passage = (text: string, changed: Partial<Passage> = {}): Passage => ({
  text,
  signs: new Set(SIGNS),
  concepts: 2,
  isEarly: false,
  chances: Object.fromEntries(DIMENSIONS.map((id) => [id, 1])) as Passage['chances'],
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
    expect(readingOf(dimension, passage(text)).text).toMatch(reading);
  });

  it('AS1 asks are told while the problem is found out, and not later', () => {
    const asked = passage('How many people use it a day, and what do they wait for?');
    expect(readingOf('problem-navigation', { ...asked, isEarly: true }).text).toMatch(
      /before settling on a design/,
    );
    expect(readingOf('problem-navigation', asked).isPlain).toBe(true);
  });

  it.each([
    ['trade-offs', 'Cost, quality, latency, pick two.'],
    ['production', 'The components are a gateway, a queue, a ranker and a cache.'],
    ['technical-depth', 'We retrain every night, and then it is always fresh.'],
  ] as const)(
    'AS1 where nothing is sure the reading says no more than what %s is: “%s”',
    (dimension, text) => {
      expect(readingOf(dimension, passage(text)).isPlain).toBe(true);
    },
  );

  it('AS1 the side beyond the core is named that most is said of', () => {
    const read = (text: string) => readingOf('technical-breadth', passage(text)).does;
    expect(read('Raters label each pair twice, and a dataset of disagreements is kept.')).toBe(
      'took the data and its labels into view',
    );
    expect(read('Privacy and rollback are what it stands or falls with.')).toBe(
      'brought in what surrounds the core of the design',
    );
  });
});
