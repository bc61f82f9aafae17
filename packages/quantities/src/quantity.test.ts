import { describe, expect, it } from 'vitest';
import { describeDimension, parseQuantity } from './quantity.ts';
import { evaluate, mismatch, parseRelation } from './relation.ts';

const quantity = (text: string) => {
  const read = parseQuantity(text);
  if (typeof read === 'string') throw new Error(read);
  return read;
};
const known = (facts: Readonly<Record<string, string>>) => (name: string) =>
  facts[name] === undefined ? undefined : quantity(facts[name]);
const off = (relation: string, facts: Readonly<Record<string, string>>) => {
  const read = parseRelation(relation);
  if (typeof read === 'string') return read;
  const result = mismatch(read, known(facts));
  return typeof result === 'string' ? result : result.share;
};

describe('quantities', () => {
  it.each([
    ['2M users', 2e6, 'user'],
    ['3 requests/user/day', 3 / 86_400, 'request/s·user'],
    ['$2.50/h', 2.5 / 3600, 'usd/s'],
    ['80 GB', 80e9, 'byte'],
    ['80GB', 80e9, 'byte'],
    ['70B parameters', 70e9, 'parameter'],
    ['3.35 TB/s', 3.35e12, 'byte/s'],
    ['1,200 tokens/request', 1200, 'token/request'],
    ['500 ms', 0.5, 's'],
    ['99.9 %', 0.999, 'a plain number'],
    ['0.6', 0.6, 'a plain number'],
    ['989 TFLOP/s', 989e12, 'flop/s'],
    ['$3 / 1M tokens', 3e-6, 'usd/token'],
    ['16 bit', 2, 'byte'],
    ['1e9 tokens/day', 1e9 / 86_400, 'token/s'],
    ['40 queries', 40, 'query'],
  ])('reads %s', (text, value, dimension) => {
    const read = quantity(text);
    expect(read.value).toBeCloseTo(value, 12 - Math.ceil(Math.log10(value + 1)));
    expect(read.value / value).toBeCloseTo(1, 9);
    expect(describeDimension(read.dimension)).toBe(dimension);
  });

  it.each(['', 'many users', 'users', '-3 users', '3 us@rs', '1..2 s'])('does not read “%s”', (text) =>
    expect(typeof parseQuantity(text)).toBe('string'),
  );
});

describe('relations', () => {
  const facts = {
    users: '2M users',
    each: '10 requests/user/day',
    rps: '231 requests/s',
    peak: '700 requests/s',
    factor: '3',
  };

  it('multiply out across units', () => {
    expect(off('rps = users * each', facts)).toBeCloseTo(0.002, 2);
    expect(off('peak = rps * factor', facts)).toBeCloseTo(0.01, 2);
  });

  it('show what does not', () => expect(off('rps = users * each * [10]', facts)).toBeCloseTo(9, 0));

  it.each([
    ['rps = users + each', 'cannot be added'],
    ['rps = users', 'the left is request/s, the right user'],
    ['rps = nothing * 2', 'there is no quantity “nothing”'],
    ['rps = (users', 'not closed'],
    ['rps', 'expected “name = expression”'],
    ['rps = users ; drop', 'expected names'],
    ['rps = users each', 'was not expected'],
  ])('%s: %s', (relation, told) => expect(off(relation, facts)).toContain(told));

  it('keep a “-” in a name apart from a minus', () => {
    const a = { 'a-b': '5', c: '2' };
    expect(evaluate('a-b - c', known(a))).toEqual({ value: 3, dimension: {} });
  });
});
