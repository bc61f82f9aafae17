import { describe, expect, it } from 'vitest';
import { ratesAnswered, ratesIn, rateSaid } from './rates.ts';

describe('what arrives, as it is said', () => {
  it.each([
    ['We get 700/s at peak, and 5,000/s after the launch.', [700, 5000]],
    ['About 700 requests/s.', [700]],
    ['700 req/sec', [700]],
    ['Say 5k per second.', [5000]],
    ['a peak QPS of about 2.5k', [2500]],
    ['RPS = 900', [900]],
    ['36k at peak', [36_000]],
    ['12 million requests per second', [12_000_000]],
    ['It decodes 30 tokens/s for each of them.', []],
    ['The queue grows by 300 per second.', []],
    ['One replica can do 8 per second.', []],
    ['Each GPU does 700 requests a second.', []],
    ['We have 700 users in 3 regions.', []],
    ['The disk reads 500 MB/s.', []],
  ])('IN31 “%s”', (text, rates) => expect(ratesIn(text)).toEqual(rates));

  it('IN40 whoever is asked for it may answer with the number alone', () => {
    const asked = {
      turn: 1,
      speaker: 'interviewer',
      text: 'How many requests a second arrived at it before?',
    } as const;
    expect(ratesAnswered('Some 1,200, I think.', asked)).toEqual([1200]);
    expect(ratesAnswered('Some 1,200, I think.', { ...asked, text: 'Why?' })).toEqual([]);
    expect(rateSaid([asked, { turn: 2, speaker: 'candidate', text: '1.2k' }])).toBe(1200);
  });
});
