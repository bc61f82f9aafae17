import { expect, it } from 'vitest';
import { piecesOf, placeOf } from './quote-place.ts';

const marked = (part: { text: string; at: number }, quote: ReturnType<typeof placeOf>) =>
  piecesOf(part, quote).map(({ text, quoted }) => (quoted ? `[${text}]` : text));

it.each([
  ['nothing is quoted', undefined, ['We log it.']],
  ['the quote is not there', 'we log it', ['We log it.']],
  ['the quote is in the midst', 'log', ['We ', '[log]', ' it.']],
  ['the quote is all of it', 'We log it.', ['[We log it.]']],
])('marks what is quoted when %s', (_, quote, pieces) => {
  expect(marked({ text: 'We log it.', at: 0 }, placeOf('We log it.', quote))).toEqual(pieces);
});

it('marks what is quoted across the parts of a text', () => {
  const quote = placeOf('We **log** it.', '**log** it');
  expect(marked({ text: 'We ', at: 0 }, quote)).toEqual(['We ']);
  expect(marked({ text: 'log', at: 5 }, quote)).toEqual(['[log]']);
  expect(marked({ text: ' it.', at: 10 }, quote)).toEqual(['[ it]', '.']);
});
