import { describe, expect, it } from 'vitest';
import { progressLine } from './progress.ts';

const CLEAR = '\r\u001B[K';

const screen = (columns = 80) => {
  const written: string[] = [];
  let now = 0;
  const draw = progressLine({
    write: (text) => void written.push(text),
    columns: () => columns,
    nowMs: () => now,
  });
  return {
    written,
    at: (ms: number, line: string) => {
      now = ms;
      draw(line);
    },
  };
};

describe('progress on standard error', () => {
  it('TE42 is one line, redrawn a few times a second, and gone when the work is done', () => {
    const { at, written } = screen();
    at(0, '0 %');
    at(190, '3 %');
    at(210, '4 %');
    at(250, '5 %');
    at(320, '6 %');
    at(330, '');
    expect(written).toEqual([`${CLEAR}4 %`, `${CLEAR}6 %`, CLEAR]);
  });

  it('TE42 draws nothing of work that is done in a moment', () => {
    const { at, written } = screen();
    at(0, '0 %');
    at(150, '99 %');
    at(160, '');
    expect(written).toEqual([]);
  });

  it('TE42 never wraps', () => {
    const { at, written } = screen(20);
    at(0, '0 %');
    at(300, 'x'.repeat(90));
    expect(written).toEqual([CLEAR + 'x'.repeat(19)]);
  });
});
