import { describe, expect, it } from 'vitest';
import { conversationOf } from './conversation.ts';
import { heardAfter } from './heard.ts';
import { heard } from './testing/events.ts';

const brief = (items: ReturnType<typeof conversationOf>) =>
  items.map((item) => {
    const text = item.kind === 'phase' ? item.title : item.kind === 'ran' ? item.run.busiest : item.text;
    return `${item.kind}: ${text}`;
  });

describe('the conversation', () => {
  it('has its phases, its turns, and what happened between them, in order', () => {
    expect(brief(conversationOf(heard, []))).toEqual([
      'phase: problem exploration',
      'said: Where do you begin?',
      'said: Who uses it?',
      'mark: You asked for a hint',
      'mark: Paused at 1:20',
    ]);
  });

  it('ends with words on their way, and says how far they are', () => {
    const unseen = [
      { id: 'a', text: 'Millions.', attempts: 0, kept: true },
      { id: 'b', text: 'Of users.', attempts: 3, kept: false },
      { id: 'c', text: 'A day.', attempts: 0, kept: false },
    ];
    const sending = conversationOf(heard, unseen).filter((item) => item.kind === 'sending');
    expect(sending.map(({ key, state }) => [key, state])).toEqual([
      ['a', 'kept'],
      ['b', 'waiting'],
      ['c', 'sending'],
    ]);
  });

  it('WB30 says of your words that they are kept until they are answered, and no longer', () => {
    const keptIn = (of: typeof heard) =>
      conversationOf(of, []).flatMap((item) => (item.kind === 'said' && item.kept ? [item.text] : []));
    const answered = heardAfter(heard, {
      version: 9,
      at: 2e6,
      type: 'spoke',
      turn: 2,
      speaker: 'interviewer',
      text: 'Millions.',
    });
    expect([keptIn(heard), keptIn(answered)]).toEqual([['Who uses it?'], []]);
  });

  it('lets one branch at the interviewer’s lines, but not at the goodbye', () => {
    const closing = [
      { version: 9, at: 2e6, type: 'moving', turn: 2, move: 'close' },
      { version: 10, at: 2e6, type: 'spoke', turn: 2, speaker: 'interviewer', text: 'Thank you.' },
    ] as const;
    const said = conversationOf(closing.reduce(heardAfter, heard), []).filter((item) => item.kind === 'said');
    expect(said.map(({ version, mayBranch }) => [version, mayBranch])).toEqual([
      [4, true],
      [5, false],
      [10, false],
    ]);
  });

  it('says where a branch begins', () => {
    const branched = heardAfter(heard, {
      version: 9,
      at: 2e6,
      type: 'forked',
      from: heard.view.forkedFrom?.interview ?? ('901e736e' as never),
      fromVersion: 8,
      stoodAt: 2e6,
    });
    expect(conversationOf(branched, []).at(-1)).toMatchObject({ kind: 'mark', interview: '901e736e' });
  });

  it('WB8 WB9 says how the time was stretched, and what a run of the board found full, by its name', () => {
    const place = { op: 'place', component: { id: 'r1', name: 'Ranker' } } as const;
    const more = [
      { version: 9, at: 2e6, type: 'drew', operations: [place] },
      { version: 10, at: 2e6, type: 'pace', pace: 1.5 },
      { version: 11, at: 2e6, type: 'ran', run: 'c'.repeat(64), load: 10, bottleneck: 'r1' },
      { version: 12, at: 2e6, type: 'ran', run: 'd'.repeat(64), load: 1 },
    ] as const;
    expect(brief(conversationOf(more.reduce(heardAfter, heard), [])).slice(-3)).toEqual([
      'mark: You stretched the time to 1.5 ×',
      'ran: Ranker',
      'ran: undefined',
    ]);
  });
});
