import { describe, expect, it } from 'vitest';
import { builtInSay } from './say.ts';
import { tell } from './testing/given.ts';
import type { Step } from './testing/given.ts';
import { held, openIt, terms } from './testing/held.ts';

const say = { type: 'Say', text: 'Words.', channel: 'typed' } as const;
const story: readonly Step[] = [
  [0, openIt()],
  [20, say],
  [40, say],
  [60, say],
  [80, say],
];
const voiced = (changed: Parameters<typeof openIt>[0]): readonly Step[] => [
  [0, openIt(changed)],
  ...story.slice(1),
];

describe('the interviewer’s words', () => {
  it('IN12 says every line of a move before one comes again', () => {
    const lines = ['The first.', 'The second.', 'The third.', 'The fourth.'];
    const content = { ...held, lines: { ...held.lines, wait: lines.map((text) => ({ text })) } };
    const chosen = { type: 'MoveChosen', turn: 0, move: 'wait', about: {}, reason: '' } as const;
    const before: string[] = [];
    const said = Array.from({ length: 8 }, (_, made) => {
      const turns = Array.from({ length: made }, (__, turn) => ({
        turn,
        speaker: 'interviewer' as const,
        text: before[turn] ?? '',
        move: 'wait' as const,
      }));
      const text = builtInSay
        .say({ chosen, content, terms, turns })
        .map((part) => part.text)
        .join('');
      before.push(text);
      return text;
    });
    expect(new Set(said.slice(0, 4))).toEqual(new Set(lines));
    expect(new Set(said.slice(4))).toEqual(new Set(lines));
  });

  it('IN12 begins elsewhere with another seed', () => {
    const firsts = Array.from({ length: 20 }, (_, seed) => tell(voiced({ seed })).lines[2]);
    expect(new Set(firsts).size).toBe(2);
  });

  it('IN13 a persona changes words, never moves or phases', () => {
    const neutral = tell(voiced({ persona: 'neutral' }));
    const sceptical = tell(voiced({ persona: 'sceptical' }));
    expect(sceptical.moves).toEqual(neutral.moves);
    expect(sceptical.phases).toEqual(neutral.phases);
    expect(sceptical.lines).not.toEqual(neutral.lines);
    expect(neutral.lines.join(' ')).not.toContain('Hm.');
  });

  it('IN14 a line is made of parts that name their source', () => {
    const parts = tell(story).events.flatMap((event) => (event.type === 'LineSaid' ? event.parts : []));
    expect(new Set(parts.map(({ source }) => source))).toEqual(new Set(['line', 'number', 'question']));
    expect(parts.find(({ source }) => source === 'number')?.text).toBe('15 minutes');
  });

  it('IN14 the same seed and words give the same bytes', () => {
    expect(JSON.stringify(tell(story).log)).toBe(JSON.stringify(tell(story).log));
  });
});
