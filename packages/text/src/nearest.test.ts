import { describe, expect, it } from 'vitest';
import { didYouMean, nearest } from './nearest.ts';

const NAMES = ['llm-serving', 'llm-search', 'news-feed', 'fraud-detection'];

describe('nearest', () => {
  it.each([
    ['llm-servign', 'llm-serving'],
    ['LLM-SERVING', 'llm-serving'],
    ['newsfeed', 'news-feed'],
    ['fraud', 'fraud-detection'],
  ])('%s is near %s', (word, name) => {
    expect(nearest(word, NAMES)[0]).toBe(name);
  });

  it('offers nothing where nothing is near', () => {
    expect(nearest('zebra crossing', NAMES)).toEqual([]);
    expect(didYouMean('zebra crossing', NAMES)).toBe('');
  });

  it('ends a sentence with the closest first', () => {
    expect(didYouMean('llm-serach', NAMES)).toBe(' Did you mean “llm-search”?');
    expect(didYouMean('cst', ['cut', 'dog', 'cat'])).toBe(' Did you mean “cat” or “cut”?');
  });
});
