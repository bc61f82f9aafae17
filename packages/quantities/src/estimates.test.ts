import { describe, expect, it } from 'vitest';
import { estimatesIn } from './estimates.ts';
import { quantitiesIn } from './prose.ts';

/** Worked estimates as they are typed and as they are said; `@` is the answer: right, a thousand too large, in another unit. */
const ESTIMATES: readonly (readonly [text: string, right: string, thousand: string, unit: string])[] = [
  [
    '50 million users times 20 requests a day = @',
    '1 billion requests a day',
    '1 trillion requests a day',
    '1 billion requests an hour',
  ],
  [
    'fifty million users times twenty requests a day is @',
    'a billion a day',
    'a million a day',
    'a billion a minute',
  ],
  ['24 million requests a day is about @', '280 per second', '280k per second', '280 per minute'],
  [
    'twenty four million requests a day that’s roughly @',
    'two hundred eighty a second',
    'two hundred eighty thousand a second',
    'two hundred eighty a minute',
  ],
  ['2 × 80 layers × 8 heads × 128 × 2 bytes = @', '320 KB', '320 MB', '320 GB'],
  [
    'two times eighty layers times eight heads times a hundred twenty eight times two bytes is @',
    'three hundred twenty kilobytes',
    'three hundred twenty megabytes',
    'three hundred twenty gigabytes',
  ],
  ['70 billion parameters times 2 bytes is @', '140 GB', '140 TB', '140 MB'],
  [
    'seventy billion parameters times two bytes is @',
    'a hundred forty gigabytes',
    'a hundred forty terabytes',
    'a hundred forty megabytes',
  ],
  ['100 million vectors × 768 dimensions × 4 bytes = @', '307 GB', '307 TB', '307 MB'],
  [
    'a hundred million vectors times seven hundred sixty eight times four bytes comes to @',
    'about three hundred gigabytes',
    'about three hundred terabytes',
    'about three hundred megabytes',
  ],
  ['152 GPUs times $2.50 times 730 hours is @', '$277k', '$277M', '$277'],
  [
    'a hundred fifty GPUs times two dollars times seven hundred thirty hours is @',
    'two hundred nineteen thousand dollars',
    'two hundred nineteen million dollars',
    'two hundred nineteen dollars',
  ],
  ['5,000 opens × 800 candidates = @', '4 million', '4 billion', '4 thousand'],
  [
    'five thousand opens times eight hundred is @',
    'four million scores',
    'four billion scores',
    'four thousand scores',
  ],
  ['4 million scores divided by 45,000 is @', '90 cores', '90,000 cores', '9,000 cores'],
  ['four million divided by forty five thousand is @', 'ninety', 'ninety thousand', 'nine thousand'],
  ['10 % of 5 million is @', '500 thousand', '500 million', '500'],
  ['ten percent of five million is @', 'five hundred thousand', 'five hundred million', 'five hundred'],
  ['2 KB times 200 million events a day gives @', '400 GB a day', '400 TB a day', '400 GB a minute'],
  [
    'two kilobytes times two hundred million is @',
    'four hundred gigabytes',
    'four hundred terabytes',
    'four hundred megabytes',
  ],
];
const said = (text: string, answer: string) =>
  estimatesIn(`So ${text.replace('@', answer)}, and we round it.`);

describe('estimates', () => {
  it.each(ESTIMATES)('LI10 “%s” holds', (text, right) => {
    expect(said(text, right).map(({ holds }) => holds)).toEqual([true]);
  });

  it('LI10 at least nine in ten slips are found', () => {
    const missed = ESTIMATES.flatMap(([text, , thousand, unit]) =>
      [thousand, unit]
        .filter((answer) => !said(text, answer).some(({ holds }) => !holds))
        .map((answer) => `${text} ${answer}`),
    );
    expect(missed.length).toBeLessThanOrEqual(0.1 * 2 * ESTIMATES.length);
  });

  it.each([
    'We have 5,000 keys a day, that is five billion requests a day over all of them.',
    'A split of 85/15 gives us 0.11 on average.',
    'It went from 0.74 to 0.83 AUC in three weeks, which is 2 people full time.',
    'Seventy million a day over eighty six thousand is about eight hundred a second.',
    'We page at 2 %, 5 % and 20 %, and it is 3 in the morning.',
    'One image over two or four cards.',
    'Between 10 and 20 ms, so 15 on average, of 100.',
  ])('LI11 no slip is heard in “%s”', (text) =>
    expect(estimatesIn(text).filter(({ holds }) => !holds)).toEqual([]),
  );

  it.each([
    ['seventeen hundred', 1700],
    ['a hundred fifty million', 150e6],
    ['two and a half million', 2.5e6],
    ['point seven', 0.7],
    ['1.5k', 1500],
    ['1,250,000', 1_250_000],
    ['thirty five', 35],
    ['twelve hundred fifty', 1250],
  ])('LI12 “%s” is %d', (text, value) => expect(quantitiesIn(text)[0]?.value).toBeCloseTo(value, 6));
});
