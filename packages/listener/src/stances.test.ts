import { describe, expect, it } from 'vitest';
import { stancesIn } from './stances.ts';

describe('what kind of statement a quote is', () => {
  it.each([
    ['last spring the ranker went down for two hours and we had to restart it by hand', 'incident'],
    ['we moved the features into the same process and the tail got shorter', 'experience'],
    ["I'll assume that every buyer has bought something before", 'assumption'],
    ["I wouldn't build a second index for the long tail", 'omission'],
    ['I would keep the trees rather than train a network for it', 'preference'],
    ['it costs us two machines more, and the pages stay fresh', 'price'],
    ['a new model runs in shadow mode for three days', 'release'],
    ['when the store is slow we fall back to the list of yesterday', 'fallback'],
    ['an alert on the share of empty answers wakes whoever is on call', 'watch'],
    ['we compare both on a held-out set of last month', 'test'],
    ['if a shop changes its prices twice an hour, we stop caching its pages', 'rule'],
    ['each answer must carry at most four sources', 'threshold'],
    ['each copy holds 30 GB times two, so that is 60 GB of memory', 'estimate'],
    ['that is 300 machines times 200 dollars, so 60,000 dollars a month', 'money'],
    ['the platform team owns the log and signs off every change', 'ownership'],
    ['the cache is keyed by tenant, because two customers must never share an answer', 'reason'],
    ['the database scales horizontally and it is easy to run', 'absolute'],
    ["I'd put the filters in front of the ranker", 'plan'],
    ['the consumer crashes when a partition moves', 'trouble'],
  ] as const)('LI18 “%s” is a %s', (quote, stance) => {
    expect(stancesIn(quote)).toContain(stance);
  });

  it('LI18 what happened is no plan, whatever else it speaks of', () => {
    expect(stancesIn('we rolled back to the previous model after the alarm went off')).toEqual([
      'experience',
    ]);
  });

  it.each([
    'is it the reader who pays, or the shop?',
    "let me draw the path of a request before I'd size it",
    "I'm not sure that this helps, to be honest",
    "I haven't built one of these, but it should work",
    'Kafka, Redis, Spark and Airflow, and then a feature store',
    'because of the second index',
    'which is why we keep two of the',
  ])('LI18 nothing is asked about “%s”', (quote) => {
    expect(stancesIn(quote)).toEqual([]);
  });
});
