import { SIGNS } from '@dryrun/domain';
import { describe, expect, it } from 'vitest';
import type { Cited } from './passage.ts';
import { readingOf } from './tellings.ts';

const passage = (text: string, changed: Partial<Cited> = {}): Cited => ({
  text,
  signs: new Set(SIGNS),
  concepts: 2,
  isEarly: false,
  asked: new Set(),
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

  it.each([
    ['technical-breadth', 'Three squads, log and features, ranking, and experiments.', /how it is tested/],
    ['technical-breadth', 'The numbers in training and in serving can never drift apart.', /up to date/],
    [
      'technical-depth',
      'I lost a deal of 40k seats once, and 3 of 10 customers went with it.',
      /figures|measured/,
    ],
    [
      'architecture',
      'Whether they want one service is a question of how many ask for it.',
      /parts? hang|apart/,
    ],
    ['trade-offs', 'GPT-4 is kind of expensive but it gets cheaper every year.', /costs or saves/],
    ['strategy', 'Two people see two prices for the same room.', /people that it takes/],
    ['communication', 'I guess two users with the same channel get the same summary.', /not known/],
    [
      'communication',
      "If replies haven't moved in two quarters, I was wrong about the cause.",
      /took something back/,
    ],
    ['trade-offs', 'I sell it as a fast tier, at twice the price, but only to some.', /costs or saves/],
    ['problem-navigation', 'How many users do we expect?', /people want/],
    ['strategy', 'If fewer than two teams have moved, it is over.', /people that it takes/],
  ] as const)('AS1 no %s is read into “%s”', (dimension, text, reading) => {
    expect(readingOf(dimension, passage(text)).text).not.toMatch(reading);
  });

  it.each([
    [
      'architecture',
      'There are two stages, since the ranker cannot see the whole catalog.',
      /stages, paths or layers/,
    ],
    ['architecture', 'User vectors are computed hourly and kept in the online store.', /kept or computed/],
    ['architecture', 'The router knows which prefixes each replica has warm.', /what a part of it does/],
    ['architecture', 'A separate pool takes the long prompts.', /one part apart/],
    ['trade-offs', "Trees are simpler to run, but they don't learn from raw text.", /a gain against a loss/],
    ['trade-offs', 'I would start with trees, since they train in an hour.', /grounds for a choice/],
    ['production', 'The old version is kept warm for a day, and we drain for two minutes.', /held ready/],
    ['strategy', 'That is six engineers for two quarters.', /people that it takes/],
    ['strategy', 'It pays when churn falls by half a point.', /earns or risks/],
    ['problem-navigation', 'Shoppers want what they asked for first.', /people want/],
    ['technical-depth', 'Prompts are padded to one length, so the batch runs as one.', /follows from what/],
    ['technical-breadth', 'We retrain nightly on the last month.', /changes over time/],
    [
      'communication',
      'I am least sure about the support of the logging policy.',
      /not known or only a guess/,
    ],
  ] as const)('AS1 %s is read in “%s”', (dimension, text, reading) => {
    expect(readingOf(dimension, passage(text)).text).toMatch(reading);
  });

  it.each([
    ['technical-depth', 'I lost a deal of 40,000 seats over it.'],
    ['architecture', 'An open model in that region is three times the 2 dollars of ours.'],
    ['strategy', 'The softmax has a temperature.'],
    ['trade-offs', 'The list is sorted.'],
    ['communication', 'Let me think, one of them does it, um, somehow.'],
  ] as const)('AS1 nothing can be told of %s in “%s”', (dimension, text) => {
    expect(readingOf(dimension, passage(text)).holds).toBe(false);
  });

  it('AS1 the side beyond the core is named that most is said of', () => {
    const read = (text: string) => readingOf('technical-breadth', passage(text)).does;
    expect(read('Raters label each pair twice, and a dataset of disagreements is kept.')).toBe(
      'took the data and its labels into view',
    );
    expect(read('Privacy and the hold-out are what it stands or falls with.')).toBe(
      'spoke of how it is tested and of privacy and safety together',
    );
  });
});
