import { describe, expect, it } from 'vitest';
import { sentences, stem, tellingWords } from './sentences.ts';

describe('sentences', () => {
  it.each([
    ['We want 50 ms. Then we batch.', ['We want 50 ms.', 'Then we batch.']],
    ['It takes 3.5 GB, e.g. the weights. Why?', ['It takes 3.5 GB, e.g. the weights.', 'Why?']],
    ['One line\nanother line', ['One line', 'another line']],
    ['Well… yes! No “really.” So', ['Well…', 'yes!', 'No “really.”', 'So']],
    ['', []],
    [' \n ', []],
  ])('of “%s”', (text, expected) => {
    const found = sentences(text);
    expect(found.map((one) => one.text)).toEqual(expected);
    for (const one of found) expect(text.slice(one.start, one.end)).toBe(one.text);
  });
});

describe('telling words', () => {
  it.each([
    ['caching', 'cached'],
    ['batches', 'batching'],
    ['latency', 'latencies'],
    ['quantised', 'quantization'],
    ['embedding', 'embeddings'],
    ['monitored', 'monitoring'],
    ['servers', 'serving'],
  ])('%s and %s have one stem', (a, b) => expect(stem(a)).toBe(stem(b)));

  it('leave out what carries nothing, and keep their places', () => {
    const text = 'How many requests do we get?';
    expect(tellingWords(text).map((word) => text.slice(word.start, word.end))).toEqual(['many', 'requests']);
  });
});
