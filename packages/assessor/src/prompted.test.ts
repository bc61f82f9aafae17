import { describe, expect, it } from 'vitest';
import { promptedIn } from './prompted.ts';
import type { InterviewRecord } from './record.ts';

const recordWith = (question: string, about?: object) =>
  ({
    turns: [
      { turn: 0, speaker: 'interviewer', text: question, phase: undefined, about },
      { turn: 1, speaker: 'candidate', text: '', phase: undefined },
    ],
  }) as unknown as InterviewRecord;

describe('how something came', () => {
  it.each([
    ['How would you begin?', 'I would put a cache in front of the ranker', 'unprompted'],
    [
      'What happens when the ranker is slow at the peak?',
      'at the peak the ranker sheds half of its candidates',
      'prompted',
    ],
    ['Have you considered a cache there?', 'yes, a cache of five minutes, because reads are many', 'hinted'],
    ['Have you considered a cache there?', 'I log impressions with their features', 'unprompted'],
  ])('AS18 after “%s”: %s', (question, quote, how) => {
    expect(promptedIn(recordWith(question), 1, quote)).toBe(how);
  });

  it('AS18 after a hint, and after a consequence that the sheet asks for', () => {
    expect(promptedIn(recordWith('Let’s talk about load.', { item: 'x', rung: 1 }), 1, 'we shed load')).toBe(
      'hinted',
    );
    expect(promptedIn(recordWith('And then?', { item: 'x' }), 1, 'we shed load')).toBe('prompted');
  });
});
