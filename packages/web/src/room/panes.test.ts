import { describe, expect, it } from 'vitest';
import { BOTH, dragged, given, isShown, LEAST, MOST, panesFrom, stepped } from './panes.ts';

describe('the panes', () => {
  it('WB1 the seam is dragged and stepped, and stops before a side is too narrow to read', () => {
    expect(dragged(BOTH, 41.7).share).toBe(42);
    expect([dragged(BOTH, -10).share, dragged(BOTH, 300).share]).toEqual([LEAST, MOST]);
    expect(stepped(BOTH, 'ArrowLeft')?.share).toBe(48);
    expect(stepped(BOTH, 'ArrowRight')?.share).toBe(52);
    expect([stepped(BOTH, 'Home')?.share, stepped(BOTH, 'End')?.share]).toEqual([LEAST, MOST]);
    expect(stepped(BOTH, 'a')).toBeUndefined();
  });

  it('WB1 a side is given everything, and both come back as they were', () => {
    const wide = dragged(BOTH, 60);
    const board = given(wide, 'board', true);
    expect([isShown(board, 'talk', true), isShown(board, 'board', true)]).toEqual([false, true]);
    expect(given(board, 'talk', true).whole).toBe('talk');
    expect(given(board, 'board', true)).toEqual(wide);
  });

  it('WB2 where there is room for one, the keys choose which', () => {
    const board = given(BOTH, 'board', false);
    expect([isShown(board, 'talk', false), isShown(board, 'board', false)]).toEqual([false, true]);
    expect(given(board, 'board', false)).toEqual(board);
    expect(isShown(given(board, 'talk', false), 'talk', false)).toBe(true);
  });

  it.each([
    [undefined, BOTH],
    ['not json', BOTH],
    ['null', BOTH],
    ['{"share":"wide","whole":"both"}', BOTH],
    ['{"share":1e9}', { ...BOTH, share: MOST }],
    ['{"share":60,"whole":"board","tab":"board"}', { share: 60, whole: 'board', tab: 'board' }],
  ])('WB1 what was remembered is %s', (text, panes) => expect(panesFrom(text)).toEqual(panes));
});
