import { describe, expect, it } from 'vitest';
import { readMessage } from './protocol.ts';

describe('a line of input', () => {
  it.each([
    ['{"type":"say","text":"Hello","tookSeconds":40}', { type: 'say', text: 'Hello', tookSeconds: 40 }],
    ['{"type":"say","text":"Hello"}', { type: 'say', text: 'Hello', tookSeconds: 0 }],
    ['{"type":"wait","seconds":0.5}', { type: 'wait', seconds: 0.5 }],
    ['  {"type":"next-phase","why":"bored"}\r', { type: 'next-phase' }],
    ['{"type":"board","design":{"components":[]}}', { type: 'board', design: { components: [] } }],
  ])('TE1 reads %s', (line, message) => expect(readMessage(line)).toEqual(message));

  it.each([
    ['', 'one JSON object a line'],
    ['hello', 'one JSON object a line; found “hello”'],
    ['[1]', '“type” of say, board'],
    ['null', '“type” of say, board'],
    ['"say"', '“type” of say, board'],
    ['{"text":"Hello"}', '“type” of say, board'],
    ['{"type":"sya","text":"x"}', 'Did you mean “say”'],
    ['{"type":"say"}', 'expected a text'],
    ['{"type":"say","text":7}', 'expected a text'],
    ['{"type":"say","text":"x","tookSeconds":-1}', 'at tookSeconds: expected seconds from 0'],
    ['{"type":"wait"}', 'expected a number of seconds'],
    ['{"type":"wait","seconds":-5}', 'expected seconds from 0'],
    ['{"type":"wait","seconds":1e12}', 'at most 14400'],
    ['{"type":"wait","seconds":1e999}', 'In “wait”'],
    ['{"type":"wait","seconds":"60"}', 'expected a number of seconds'],
    ['{"type":"board"}', 'either a “design” or a “mermaid”'],
    ['{"type":"board","design":{},"mermaid":"graph LR"}', 'either a “design” or a “mermaid”'],
    ['{"type":"board","design":[]}', 'at design'],
  ])('TE3 says of %j what was expected', (line, told) =>
    expect(readMessage(line)).toEqual(expect.stringContaining(told)),
  );
});
