import { describe, expect, it } from 'vitest';
import { checkedFrom, checkedText, levelOf, screenFacts, troubleOf } from './equipment.ts';

describe('the equipment', () => {
  it.each([undefined, '', 'checked', 'never 5', 'skipped x'])('WB11 nothing is remembered in %j', (text) =>
    expect(checkedFrom(text)).toBeUndefined(),
  );

  it('WB11 remembers that it was looked at or skipped, and when', () => {
    const skipped = { how: 'skipped', at: 1_800_000_000_000 } as const;
    expect(checkedFrom(checkedText(skipped))).toEqual(skipped);
  });

  it('WB11 says whether both panes fit', () => {
    const window = { width: 1280, height: 800, rem: 16, ratio: 1 };
    expect(screenFacts(window).map(({ good }) => good)).toEqual([true, true, true]);
    expect(screenFacts({ ...window, width: 640, height: 400, ratio: 2 }).map(({ good }) => good)).toEqual([
      false,
      false,
      true,
    ]);
    expect(screenFacts({ ...window, width: 1100, rem: 20 })[0]?.text).toContain('From 1280 on');
  });

  it('WB11 a level is none in silence, full when loud, and between in between', () => {
    const tone = (height: number) => Float32Array.from({ length: 512 }, (_, at) => height * Math.sin(at / 5));
    expect(levelOf(new Float32Array(512))).toBe(0);
    expect(levelOf(tone(1))).toBe(1);
    expect(levelOf(tone(0.03))).toBeGreaterThan(0.3);
    expect(levelOf(tone(0.03))).toBeLessThan(0.8);
  });

  it.each([
    ['NotAllowedError', 'refused'],
    ['NotFoundError', 'none'],
    ['NotReadableError', 'busy'],
    ['TypeError', 'other'],
  ])('WB11 %s is told as “%s”', (name, trouble) => expect(troubleOf(name)).toBe(trouble));
});
