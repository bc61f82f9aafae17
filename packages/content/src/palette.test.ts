import { describe, expect, it } from 'vitest';
import { describeFinding } from './finding.ts';
import { PALETTE_FILE, readPalette } from './palette.ts';
import { valueProblem } from './setting-value.ts';
import { good } from './testing/good.ts';

const text = good.find(({ path }) => path === PALETTE_FILE)?.text ?? '';
const toldOf = (changed: string) =>
  readPalette([{ path: PALETTE_FILE, text: changed }]).findings.map(describeFinding);
const changed = (from: string, to: string) => {
  if (!text.includes(from)) throw new Error(`“${from}” is not in the palette`);
  return toldOf(text.replace(from, to));
};

describe('reading the palette', () => {
  it('CP1 finds nothing wrong with what is right', () => {
    const { value, findings } = readPalette(good);
    expect(findings).toEqual([]);
    expect(value.kinds.map(({ id }) => id)).toEqual(['cache', 'client']);
  });

  it.each([
    ['CP1', 'behaves: cache', 'behaves: hoard', 'components.yaml:17:5 invalid-value'],
    ['CP1', 'says: keeps', 'sais: keeps', 'unknown-key'],
    ['CP2', 'called: [users]', 'called: [memory-cache]', 'components.yaml:21:71 name-twice'],
    ['CP2', 'called: [users]', 'called: [Users]', 'not-lower-case'],
    ['CP2', 'id: client', 'id: cache', 'components.yaml:21:7 twice'],
    ['CP3', 'groups: [serving]', 'groups: [servng]', 'components.yaml:18:14 unknown-group'],
    ['CP3', 'defaults: { service.mean', 'defaults: { service.maen', 'components.yaml:19:17 unknown-setting'],
    [
      'CP4',
      'value: 1ms',
      'value: 1',
      'wrong-default: The default of service.mean of “cache” must be a duration',
    ],
    ['CP4', 'value: 1ms', 'value: 1 GB', 'wrong-default'],
    ['CP4', 'default: fifo', 'default: filo', 'must be one of fifo, lifo; found “filo”'],
    ['CP4', 'default: 1,', 'default: 0,', 'components.yaml:3:5 wrong-default'],
    ['CP4', 'type: duration,', 'type: quantity,', 'quantity-without-dimension'],
    ['CP5', ' source: neutral,', '', 'components.yaml:3:5 no-source'],
    ['CP5', 'value: 1ms, source: assumption', 'value: 1ms, source: a page', 'source-without-date'],
    ['CP6', 'roundTrip: 70ms', 'roundTrip: 70', 'invalid-type'],
    ['CP6', 'roundTrip: 70ms', 'roundTrip: 70 km', 'wrong-distance'],
    ['CP6', ', date: 2026-01-31', '', 'source-without-date'],
    [
      'CP6',
      'date: 2026-01-31 }',
      'date: 2026-01-31 }, { between: [west, east], roundTrip: 1s, source: assumption }',
      'twice',
    ],
  ] as const)('%s “%s” as “%s” is %s', (_, from, to, told) => {
    const lines = changed(from, to);
    expect(lines.join('\n')).toContain(told);
    for (const line of lines) expect(line).toMatch(/[.?]$/);
  });

  it('CP1 a palette that is missing or no YAML is a finding, and reads as one with nothing in it', () => {
    expect(readPalette([])).toMatchObject({ value: { kinds: [] }, findings: [{ code: 'missing' }] });
    for (const broken of ['', '{', 'null', '- a', 'kinds: []'])
      expect(toldOf(broken).length).toBeGreaterThan(0);
  });
});

describe('a value of a setting', () => {
  it.each([
    ['count', '3', undefined],
    ['count', 2.5, 'must be a whole number'],
    ['share', '30 %', undefined],
    ['share', '130 %', 'must be at most 1'],
    ['size', '4 GB', undefined],
    ['size', '4 s', 'must be a size'],
    ['rate', '500 requests/s', undefined],
    ['rate', '500', 'must be a rate'],
    ['price', '$2.50/GPU/h', undefined],
    ['price', '$2.50', 'must be a price'],
    ['money', '$0.01', undefined],
    ['number', '', 'cannot be read'],
    ['number', Number.NaN, 'must be finite'],
    ['duration', true, 'must be a number'],
    ['flag', 'true', 'must be true or false'],
    ['flag', false, undefined],
    ['text', 'anything', undefined],
    ['word', 3, 'must be a word'],
  ] as const)('CP4 as %s, %s', (type, value, problem) => {
    const found = valueProblem({ type, says: 'it' }, value);
    if (problem === undefined) expect(found).toBeUndefined();
    else expect(found).toContain(problem);
  });

  it('CP4 a quantity has the dimension that its setting names', () => {
    const tokens = { type: 'quantity', says: 'it', dimension: 'token' } as const;
    expect(valueProblem(tokens, '8k tokens')).toBeUndefined();
    expect(valueProblem(tokens, '8 GB')).toBe('must be in token, and is byte');
  });
});
