import { expect, it } from 'vitest';
import { offsetOf, toldLine } from './told-reading.ts';

it('WB4 says a place once, apart from what is wrong there', () => {
  expect(
    toldLine({
      message: 'Line 2 of the flowchart, column 5: expected a box; found “[”.',
      line: 2,
      column: 5,
    }),
  ).toEqual({ text: 'Expected a box; found “[”.', place: { line: 2, column: 5 } });
  expect(toldLine({ message: 'No box.' })).toEqual({ text: 'No box.', place: undefined });
});

it.each([
  [1, 1, 0],
  [2, 3, 6],
  [2, 99, 7],
  [99, 1, 7],
])('WB4 finds line %d, column %d in the text', (line, column, offset) =>
  expect(offsetOf('abc\ndef', { line, column })).toBe(offset),
);
