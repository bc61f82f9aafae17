import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readValue } from './setting-value.ts';
import type { Expected } from './setting-value.ts';

const TYPES: readonly Expected['type'][] = [
  'count',
  'number',
  'share',
  'duration',
  'size',
  'rate',
  'price',
  'money',
  'quantity',
  'word',
  'flag',
  'text',
];

describe('a value of a setting', () => {
  it.each<[Expected['type'], unknown, string | number | boolean]>([
    ['count', '3', 3],
    ['count', '2k', 2000],
    ['number', '1.5', 1.5],
    ['share', '30 %', 0.3],
    ['share', '99.9%', 0.999],
    ['duration', '10ms', 0.01],
    ['duration', 0, 0],
    ['size', '4 GB', 4e9],
    ['size', '4 B', 4],
    ['rate', '500 requests/s', 500],
    ['rate', '500 rps', 500],
    ['price', '$2.50/GPU/h', 2.5 / 3600],
    ['money', '$0.01', 0.01],
    ['flag', 'Yes', true],
    ['flag', false, false],
    ['word', ' east ', 'east'],
    ['text', 7, '7'],
  ])('DG2 CP4 as %s, %j is %j', (type, raw, value) => expect(readValue({ type }, raw)).toEqual({ value }));

  it.each<[Expected['type'], unknown, string, string]>([
    ['count', 2.5, 'out-of-range', 'must be a whole number'],
    ['count', '3 GB', 'wrong-unit', 'must be a whole number, such as 3'],
    ['share', '130 %', 'out-of-range', 'must be at most 1, such as 30 % or 0.3'],
    ['duration', 10, 'missing-unit', 'needs a unit, such as 10ms'],
    ['duration', true, 'wrong-form', 'must be a number, such as 10ms'],
    ['duration', '-1s', 'out-of-range', 'must be at least 0 s'],
    ['size', '4 s', 'wrong-unit', 'must be a size, such as 4 GB'],
    ['rate', '500', 'missing-unit', 'needs a unit, such as 500/s'],
    ['price', '$2.50', 'wrong-unit', 'must be a price for a time, such as $2.50/h'],
    ['number', '', 'wrong-form', 'must be a plain number, such as 1.5'],
    ['number', Number.NaN, 'out-of-range', 'must be a finite number, such as 1.5'],
    ['number', '1e999', 'out-of-range', 'must be a finite number, such as 1.5'],
    ['flag', 'perhaps', 'not-a-word', 'must be true or false'],
    ['word', '', 'not-a-word', 'must be a word'],
    ['word', ['east'], 'wrong-form', 'must be one value, such as a name'],
    ['text', 'x'.repeat(501), 'out-of-range', 'must be no longer than 500 characters'],
  ])('DG2 DG3 as %s, %j is %s', (type, raw, code, expected) =>
    expect(readValue({ type }, raw)).toEqual({ code, expected }),
  );

  it('DG3 keeps within bounds, which are told in base units', () => {
    const expected: Expected = { type: 'duration', min: 1, max: 60 };
    expect(readValue(expected, '10 ms')).toMatchObject({ expected: 'must be at least 1 s' });
    expect(readValue(expected, '2 min')).toMatchObject({ expected: 'must be at most 60 s' });
    expect(readValue(expected, '1 min')).toEqual({ value: 60 });
  });

  it('DG4 takes a word of the list, however it is joined', () => {
    const expected: Expected = { type: 'word', oneOf: ['fifo', 'least-connections'] };
    expect(readValue(expected, 'Least connections')).toEqual({ value: 'least-connections' });
    expect(readValue(expected, 'lifo')).toEqual({
      code: 'not-a-word',
      expected: 'must be one of fifo, least-connections',
    });
  });

  it('CP4 a quantity has the dimension that its setting names', () => {
    const tokens: Expected = { type: 'quantity', dimension: 'token' };
    expect(readValue(tokens, '8k tokens')).toEqual({ value: 8000 });
    expect(readValue(tokens, '8 GB')).toEqual({
      code: 'wrong-unit',
      expected: 'must be in token, such as 10 token',
    });
  });

  it('DG3 DG15 gives a finite number within its bounds, a text or a flag, or says what was expected', () =>
    fc.assert(
      fc.property(
        fc.record({
          type: fc.constantFrom(...TYPES),
          min: fc.option(fc.integer({ min: -9, max: 0 }), { nil: undefined }),
          max: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
          plain: fc.boolean(),
          dimension: fc.constantFrom(undefined, 'token', 'flop/s'),
        }),
        fc.oneof(
          fc.string(),
          fc.double(),
          fc.anything(),
          fc
            .tuple(
              fc.double(),
              fc.constantFrom('', ' ms', 's', ' GB', '%', '/s', ' $/h', ' tokens', ' /0 s', '²'),
            )
            .map(([number, unit]) => `${number}${unit}`),
        ),
        (expected, raw) => {
          const read = readValue(expected, raw);
          if (!('value' in read)) {
            expect(read.expected).toMatch(/^(must|needs) /);
            return;
          }
          if (typeof read.value !== 'number') return;
          expect(Number.isFinite(read.value)).toBe(true);
          expect(read.value).toBeGreaterThanOrEqual(
            expected.min ?? (expected.type === 'number' ? -Infinity : 0),
          );
          expect(read.value).toBeLessThanOrEqual(expected.max ?? (expected.type === 'share' ? 1 : Infinity));
        },
      ),
      { seed: 3, numRuns: 3000 },
    ));
});
