import { Ask } from '@dryrun/domain';
import type { Asking, HeldContent } from '@dryrun/domain';
import { describe, expect, it } from 'vitest';
import { featuresAround, fitsOf, LEAST } from './asking.ts';

const ANSWER = 'We shard by user. Um, it costs 3 cents a call, which is fine, since nobody calls twice.';
const quoted = { quote: 'it costs 3 cents a call', of: ['money', 'claim'], told: ['money'] as const };

describe('what fits words that are taken up', () => {
  it('IN26 is told by their words, what was said along with them, and how they stand in the answer', () => {
    const { words, marks } = featuresAround(ANSWER, quoted);
    expect(words).toEqual(['it', 'costs', '#', 'cents', 'a', 'call']);
    expect(marks).toEqual(
      expect.arrayContaining(['kind money', 'told money', 'after ,', 'before ,', 'tens of words 0']),
    );
    const cut = featuresAround(ANSWER, { quote: 'shard by user. Um', of: ['claim'] });
    expect(cut.marks).toEqual(expect.arrayContaining(['after a word', 'before ,']));
    const goesOn = featuresAround('we wait and which', { quote: 'we wait', of: ['claim'] });
    expect(goesOn.marks).toEqual(expect.arrayContaining(['after nothing', 'before and']));
  });

  it('IN26 is as sure as the printed weights say, against how sure its kind has to be, and anything where none were fitted', () => {
    const none = { bias: -2, words: {}, marks: {} };
    const asking: Asking = {
      ...(Object.fromEntries(Ask.options.map((ask) => [ask, none])) as Asking),
      number: { bias: -2, words: { cents: 2 }, marks: { 'told money': 3 } },
    };
    const fits = fitsOf({ asking } as unknown as HeldContent, ANSWER, quoted);
    expect(fits.number).toBeCloseTo(1 / (1 + Math.exp(-3)) / LEAST.number.known, 12);
    expect(fits.why).toBeCloseTo(1 / (1 + Math.exp(2)) / LEAST.why.known, 12);
    const free = fitsOf({} as HeldContent, ANSWER, quoted);
    expect(Ask.options.map((ask) => free[ask])).toEqual(Ask.options.map(() => 1));
  });
});
