import { expect, it } from 'vitest';
import { piecesOf } from './quote-place.ts';

it.each([
  ['nothing is quoted', undefined, ['We log it.']],
  ['the quote is not there', 'we log it', ['We log it.']],
  ['the quote is in the midst', 'log', ['We ', '[log]', ' it.']],
  ['the quote is all of it', 'We log it.', ['[We log it.]']],
])('marks what is quoted when %s', (_, quote, pieces) => {
  expect(piecesOf('We log it.', quote).map(({ text, quoted }) => (quoted ? `[${text}]` : text))).toEqual(
    pieces,
  );
});
