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
    expect(missed.length, missed.join('; ')).toBeLessThanOrEqual(0.1 * 2 * ESTIMATES.length);
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
    '2 × 70e9 FLOPs per token is 140 GFLOP',
    '$200 an hour, times 8,760 is $1.75M a year',
    'a billion divided by 86,400 is one hundred fifteen thousand, no wait, 11.5 thousand a second',
    '2 × 70e9 FLOPs per token is 140 GFLOP, so 2.1M tokens/s are 294 PFLOP/s',
    '2 * 7e10 = 1.4e11 FLOPs per token',
    '2 × 70e9 = 140e9',
    'two times seventy billion flops is a hundred forty gigaflops a token',
    '70B params × 2 FLOPs × 2.1M tokens/s = 294 PFLOP/s',
    '70e9 × 2 bytes = 140 GB',
    '7e10 parameters × 1 byte = 70 GB',
    '70B × 2 B = 140 GB',
    '70B × 16 bits = 140 GB',
    '70 billion parameters at 8 bit is 70 GB',
    '70 GB / 3.35 TB/s = 21 ms a step',
    '140 GB / 3.35 TB/s ≈ 42 ms',
    '140 GB over 8 cards is 17.5 GB per card',
    '989 TFLOPs / 140 GFLOP = 7,000 tokens/s',
    '400 TFLOPS / 140 GFLOP = 2,857 tokens per second',
    '24M/day / 86,400 = 280/s',
    '24M a day / 100k seconds is 240 a second',
    '280/s × 86,400 = 24M a day',
    '280 requests/s × 60 = 16,800 a minute',
    '280 requests/s × 3600 = 1M per hour',
    '1M requests/day × 30 = 30M a month',
    '24M / day ≈ 1M / hour',
    '24 million a day is a million an hour',
    '24 million a day is about 280 a second → = 17k a minute',
    '50M users × 20 requests/user/day = 1B requests/day',
    '50M × 20 = 1B → = 11.6k/s',
    '1e9 requests/day / 86400 s ≈ 11,600 rps',
    '10^9 / 86,400 = 11,574',
    '5 × 10^9 × 2 bytes = 10 GB',
    '2^30 bytes × 4 = 4.3 GB',
    '10⁹ × 4 bytes = 4 GB',
    '1 500 × 4 = 6 000',
    '1,5 × 10 = 15',
    '1.500 × 4 = 6.000',
    '5 % of 2M is 100k',
    '5% of 2 million users × 20 = 2M',
    '50 out of 200 is 25 %',
    '50 / 200 = 25',
    '20% × 50 GPUs = 10 GPUs',
    '0.3 × 2.1M = 630k tokens/s',
    'a third of 600 is 200',
    '10-20 requests × 5 = 50-100',
    '1-10 × 5 = 5-50',
    '1 to 10 times 5 is 5 to 50',
    '100 MB/s × 8 = 800 Mbit/s',
    '400 Gbit/s / 8 = 50 GB/s',
    '400 Gb/s / 8 = 50 GB/s',
    '400 Gbps is 50 GB/s',
    '320 KB × 3,150 tokens = 1 GB',
    '320 KiB × 3150 ≈ 1 GiB',
    '5 GB × 3 = 15',
    '5 TB × 3 replicas after compression is 1.5 TB',
    '100 TB × 3 = 3 TB per node, for 100 nodes',
    '2 replicas × 4 GPUs is 8',
    '$2.50 × 24 = $60 a day',
    '$2.50 an hour × 730 = $1,825 a month',
    '152 × $2.50/h = $380/h',
    '152 GPUs × $2.5 × 730 h ≈ $277k/month',
    '$2 per million tokens × 5 billion tokens = $10k',
    '0.02 cents per request × 5 million requests is $1,000',
    '900 dollars an hour / 400 requests a second is 0.06 cents per request',
    '300 tokens × 30 ms = 9 s',
    '30 ms × 300 is nine seconds',
    '1 / 30 ms = 33 tokens/s',
    '2,000 tokens / 50 per second = 40 s',
    '3 × 8 × 80 GB = 1.92 TB',
    '(100 − 90) × 2 = 20',
    '100 - 90 × 1 = 10',
    '2 × (3 + 4) = 14',
    '4 + 2 × 3 = 10',
    'users × 20 × 5 = 5B',
    '5 × 20 = 10 × 10',
    '50M × 20 = 1,000M / 86,400 = 11.6k',
    '1M × 10 → 10 shards of 1M each',
    "1000 users times 50, that's 5 servers",
    '5 million × 20 requests, so 10 machines',
    '200 × 3,150 × 320 KiB = 206 GB',
    'about 100 × about 20 is about 2k',
    "roughly fifteen million times ten is a hundred fifty million a day, that's seventeen hundred a second",
    '100M × 768 × 4 = 307 GB',
    '100M vectors × 768 dims × 4 B = 307 GB',
    '5m × 3 = 15 minutes',
    '3 lakh × 10 = 30 lakh',
    '40 Mtok × 2 = 80 Mtok',
    '1080 × 1920 is 2 megapixels',
    '20 kW × 100 racks = 2 MW',
    '5,000 opens × 0.5 = 2.5k scores',
    '24 × 7 = 168 hours',
    '60 × 24 = 1,440 minutes a day',
    '32k QPS × 2 KB = 64 MB/s = 5.5 TB/day',
    '8 H100s × 80 GB = 640 GB',
    '7 days × 24M/day = 168M',
    '1 in 1,000 of 2M a day is 2k a day',
    '99.9 % of 30 days leaves 43 minutes',
    '10M × 1% × 5 = 500k',
    'it costs 3 × 2.1 + 0.21 = 6.5',
    '2.1M tok/s ÷ 26k tok/s/GPU ≈ 80 GPUs',
    '210k tokens/s / 2,600 tokens/s per replica = 80 replicas',
    'five hundred thousand a day times four is two million a day',
    'half of 200 GB is 100 GB, times 10 is 1 TB',
    'a gig times a thousand is a terabyte',
    '1.27M tokens / 3,150 = 400 requests',
  ])('LI11 a right estimate raises nothing: “%s”', (text) =>
    expect(estimatesIn(`I'd say ${text}, roughly.`).filter(({ holds }) => !holds)).toEqual([]),
  );

  it.each([
    '2 × 70e9 FLOPs per token is 14 GFLOP',
    '70e9 × 2 bytes = 14 GB',
    '24M requests/day / 86,400 = 2,800 requests/s',
    '32k QPS × 2 KB = 64 GB/s',
    '$2 per million tokens × 5 billion tokens = $10M',
    '5 × 10^9 × 2 bytes = 100 GB',
  ])('LI10 a slip is told with what the answer is of: “%s”', (text) => {
    const slip = estimatesIn(`I'd say ${text}, roughly.`).find(({ holds }) => !holds);
    expect(`I'd say ${text}, roughly.`.slice(slip?.start, slip?.end)).toBe(text);
  });

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
