import { describe, expect, it } from 'vitest';
import { describeFinding } from './finding.ts';
import { PALETTE_FILE, readPalette } from './palette.ts';
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
      'wrong-default: The default of service.mean of “cache” needs a unit, such as 10ms; found “1”.',
    ],
    [
      'CP4',
      'value: 1ms',
      'value: 1 GB',
      'wrong-default: The default of service.mean of “cache” must be a duration, such as 10ms; found “1 GB”.',
    ],
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
