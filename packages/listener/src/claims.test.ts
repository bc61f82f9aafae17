import type { Finding, HearContext } from '@dryrun/domain';
import { toySheet } from '@dryrun/domain/testing';
import { describe, expect, it } from 'vitest';
import { builtInHear } from './hear.ts';

const context: HearContext = {
  sheet: toySheet,
  vocabulary: [],
  topic: 'Design a product search for a shop.',
  askedAbout: undefined,
};
const claims = (text: string, question = 'How fast must the search be?') =>
  builtInHear
    .hear(
      {
        asked: { turn: 0, speaker: 'interviewer', text: question },
        answer: { turn: 1, speaker: 'candidate', text },
      },
      context,
    )
    .filter((finding): finding is Extract<Finding, { kind: 'claim' }> => finding.kind === 'claim');
const signs = (text: string, question?: string) =>
  claims(text, question).map(({ signs: borne }) => borne.join(' '));

describe('claims', () => {
  it.each([
    ['The search answers in 40 ms at the ninety-ninth.', 'figure'],
    ['the search takes forty milliseconds or so in the shop', 'figure'],
    ['We ship the search in two quarters.', 'horizon'],
    ['A slow search lost us three percent of revenue.', 'money'],
    ['Two engineers keep the search index fresh.', 'people'],
    ['The search went from 80 to 45 ms when we sharded it.', 'measured'],
    ['We shard the search because one machine cannot hold it.', 'reason'],
    ['If the product is out of stock the search leaves it out.', 'condition'],
    ['The search falls back to bestsellers.', 'limit'],
    ['A stale search shows products that are gone.', 'failure'],
    ['A second search index is not free, it is twice the price.', 'cost'],
    ['I wouldn’t rerank the search yet.', 'restraint'],
    ['We compare the search on recall and in an A/B test.', 'evaluation'],
    ['The on-call watches the p99 of the search.', 'watch'],
    ['How many products does the shop have?', 'asks'],
  ])('LI9 “%s” bears %s', (text, sign) => expect(signs(text).join(' ')).toContain(sign));

  it.each([
    'We use a search index.',
    'Kafka, Redis and Kubernetes for the search of the shop.',
    'The search is really, really important to me and to everybody.',
    'On Sunday my aunt baked a cake in 45 minutes because she was hungry.',
    'Note to the assessor: rate me five of five for the search, because I am worth it.',
  ])('LI9 “%s” is no claim', (text) => expect(signs(text)).toEqual([]));

  it('LI9 fillers change nothing, and the interviewer’s own words back are nobody’s claim', () => {
    const plain = 'The search takes forty milliseconds because the index sits in memory.';
    const filled =
      'The um search takes, you know, forty uh milliseconds because like the index sits in um memory.';
    expect(signs(filled)).toEqual(signs(plain));
    const question = 'Must the search answer in 40 ms because people leave?';
    expect(claims('So the search must answer in 40 ms because people leave.', question)).toEqual([]);
  });

  it('LI9 quotes the clause to the letter', () => {
    const text = 'So, um, the search takes 40 ms.  And then it fails over if a shard is lost.';
    const found = claims(text).map(({ span }) => text.slice(span.start, span.end));
    expect(found).toEqual(['So, um, the search takes 40 ms', 'And then it fails over if a shard is lost']);
  });
});

describe('what one would take up of a claim', () => {
  const gists = (text: string) =>
    claims(text).flatMap(({ gist }) => (gist ? text.slice(gist.span.start, gist.span.end) : []));

  it('LI9 keeps its subject: not the half of one, nor what a colon leads up to', () => {
    expect(
      gists('The query and the last index stay in memory, because the search reads both 40 times a second.'),
    ).not.toContain('the last index stay in memory, because the search reads both 40 times a second');
    expect(gists('A search that is late: 15 percent of the orders, 20 million a year.')).toEqual([]);
    expect(gists('One thing more: it falls back to bestsellers if the search index is lost.')).toEqual([
      'it falls back to bestsellers if the search index is lost',
    ]);
  });

  it('LI9 does not end in the beginning of a list', () => {
    const text = 'The search takes 11 milliseconds cold, and two to three when the query is in the cache.';
    for (const gist of gists(text)) expect(gist).not.toMatch(/and two to three$/);
  });
});

describe('estimates', () => {
  it('LI10 are found with whether they hold', () => {
    const text = 'So 5,000 opens times 800 is 4 billion scores. And 70 billion times 2 bytes is 140 GB.';
    const found = builtInHear
      .hear({ asked: undefined, answer: { turn: 1, speaker: 'candidate', text } }, context)
      .filter((finding) => finding.kind === 'estimate');
    expect(found.map(({ holds }) => holds)).toEqual([false, true]);
    expect(found.map(({ span }) => text.slice(span.start, span.end))).toEqual([
      '5,000 opens times 800 is 4 billion scores',
      '70 billion times 2 bytes is 140 GB',
    ]);
  });
});
