import { describe, expect, it } from 'vitest';
import { clockFace, parseDurationMs, spokenDuration } from './durations.ts';

describe('durations', () => {
  it.each([
    ['45s', 45_000],
    ['1.5 h', 5_400_000],
    ['100ms', 100],
    ['10 min', 600_000],
  ])('reads %s', (text, ms) => expect(parseDurationMs(text)).toBe(ms));

  it.each(['45', '', '-3s', '3 parsecs', '1e3s', 's'])('does not read “%s”', (text) =>
    expect(parseDurationMs(text)).toBeUndefined(),
  );

  it.each([
    [300_000, '5 minutes'],
    [60_000, '1 minute'],
    [40_000, '40 seconds'],
    [1, '1 second'],
  ])('says %d ms as %s', (ms, said) => expect(spokenDuration(ms)).toBe(said));

  it.each([
    [1_900_000, '31:40'],
    [3_723_000, '1:02:03'],
    [-5, '00:00'],
  ])('shows %d ms as %s', (ms, face) => expect(clockFace(ms)).toBe(face));
});
