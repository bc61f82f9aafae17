import { describe, expect, it } from 'vitest';
import { completions, readTyped, ROOM_COMMANDS, roomHelp } from './typed.ts';

describe('a typed line', () => {
  it.each([
    ['', { kind: 'nothing' }],
    ['   ', { kind: 'nothing' }],
    ['I would cache.', { kind: 'words', text: 'I would cache.' }],
    ['/api/users answers in 40 ms', { kind: 'words', text: '/api/users answers in 40 ms' }],
    ['/hint', { kind: 'hint' }],
    [' /Next ', { kind: 'next' }],
    ['/board my design.mmd', { kind: 'board', file: 'my design.mmd' }],
    ['/note ask about cost', { kind: 'note', text: 'ask about cost' }],
    ['/note', { kind: 'wrong', message: 'Expected TEXT after /note.' }],
    ['/end now', { kind: 'wrong', message: '“now” is one thing too many after /end.' }],
    ['/reapet', { kind: 'wrong', message: expect.stringContaining('Did you mean “/repeat”?') }],
  ])('TE16 %j is %j', (line, typed) => expect(readTyped(line)).toEqual(typed));

  it('TE16 help and completion know every command', () => {
    for (const { name } of ROOM_COMMANDS) expect(roomHelp(80)).toContain(`/${name}`);
    expect(completions('/re')).toEqual(['/repeat', '/resume']);
    expect(completions('re')).toEqual([]);
  });
});
