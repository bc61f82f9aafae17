import { describe, expect, it } from 'vitest';
import type { Outbox } from './outbox.ts';
import {
  acknowledged,
  nextToSend,
  put,
  seenUpTo,
  unanswered,
  unseenWords,
  waitMs,
  without,
} from './outbox.ts';
import { heardAfter } from './heard.ts';
import { heard } from './testing/events.ts';

const say = (text: string) => ({ type: 'Say', text, channel: 'typed' }) as const;
const two: Outbox = put(put([], 'a', say('First.'), 8), 'b', { type: 'Pause' }, 8);
const spoke = (text: string) =>
  heardAfter(heard, { version: 9, at: 2_000_000, type: 'spoke', turn: 2, speaker: 'candidate', text });

describe('the outbox', () => {
  it('sends in the order in which things were made, one at a time', () => {
    expect(nextToSend(two)?.id).toBe('a');
    expect(nextToSend(acknowledged(two, 'a', 9))?.id).toBe('b');
    expect(nextToSend([])).toBeUndefined();
  });

  it('holds an id once', () => expect(put(two, 'a', say('Again.'), 8)).toBe(two));

  it('keeps what nobody answered, and counts', () => {
    expect(nextToSend(unanswered(unanswered(two, 'a'), 'a'))).toMatchObject({ id: 'a', attempts: 2 });
  });

  it('waits longer and longer, up to four seconds', () => {
    expect([1, 2, 3, 4, 5, 6, 20].map(waitMs)).toEqual([250, 500, 1000, 2000, 4000, 4000, 4000]);
  });

  it('lets go of what was refused, and of what is kept and seen', () => {
    expect(without(two, 'a').map(({ id }) => id)).toEqual(['b']);
    const kept = acknowledged(two, 'a', 9);
    expect(seenUpTo(kept, 8)).toBe(kept);
    expect(seenUpTo(kept, 9).map(({ id }) => id)).toEqual(['b']);
  });
});

describe('words not seen yet', () => {
  it('are those that were said here and not in the conversation', () => {
    expect(unseenWords(two, heard)).toEqual([{ id: 'a', text: 'First.', attempts: 0, kept: false }]);
  });

  it('are seen when the stream is faster than the acknowledgement', () => {
    expect(unseenWords(two, spoke('First.'))).toEqual([]);
  });

  it('are not taken for the same words of an earlier turn', () => {
    const again = put([], 'c', say(' Who uses it? '), 8);
    expect(unseenWords(again, heard).map(({ id }) => id)).toEqual(['c']);
    expect(unseenWords(again, spoke('Who uses it?'))).toEqual([]);
  });

  it('stand for one turn each', () => {
    const twice = put(put([], 'c', say('Yes.'), 8), 'd', say('Yes.'), 8);
    expect(unseenWords(twice, spoke('Yes.')).map(({ id }) => id)).toEqual(['d']);
  });
});
