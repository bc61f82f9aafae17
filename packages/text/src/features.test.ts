import { describe, expect, it } from 'vitest';
import { lengthOf, waysOf, wordsOf } from './features.ts';

describe('what a passage is weighed by', () => {
  it('is each word once, with any figure and any amount as one', () => {
    expect(wordsOf('It costs $2.50, and 3,000 of it cost more: 40%?')).toEqual([
      'it',
      'costs',
      '$',
      'and',
      '#',
      'of',
      'cost',
      'more',
      '%',
      '?',
    ]);
  });

  it('AS16 is nothing that people think with', () => {
    const plain = 'We roll back when the error rate passes one percent.';
    const spoken = 'Um, we, you know, roll back when, uh, the error rate passes one percent.';
    expect(new Set(wordsOf(spoken))).toEqual(new Set(wordsOf(plain)));
    expect(waysOf(spoken)).toEqual(waysOf(plain));
    expect(lengthOf(spoken)).toBe(lengthOf(plain));
  });
});
