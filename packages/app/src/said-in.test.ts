import { expect, it } from 'vitest';
import { saidWhere } from './said-in.ts';

const turns = [
  { turn: 0, speaker: 'interviewer', text: 'What would you build?' },
  { turn: 1, speaker: 'candidate', text: 'A cache, and a queue behind it.' },
  {
    turn: 2,
    speaker: 'candidate',
    text: `${'It goes on for a while. '.repeat(10)}The cache is warmed at night. ${'And on. '.repeat(20)}`,
  },
] as const;

it('WB15 finds the turn that has most of the words, and says which words were said at all', () => {
  expect(saidWhere(turns, ['cache', 'queue', 'zeppelin'])).toMatchObject({
    turn: 1,
    words: ['cache', 'queue'],
  });
  expect(saidWhere(turns, ['warmed'])).toMatchObject({ turn: 2, words: ['warmed'] });
  expect(saidWhere(turns, ['zeppelin'])).toBeUndefined();
});

it('WB15 shows what stands around the words', () => {
  const excerpt = saidWhere(turns, ['warmed'])?.excerpt ?? '';
  expect(excerpt).toMatch(/^… .*The cache is warmed at night\..* …$/);
  expect(excerpt.length).toBeLessThan(160);
});

it('WB15 shows your own words rather than the interviewer’s, where both said as much', () => {
  const both = [
    { turn: 0, speaker: 'interviewer', text: 'Take the weights as given.' },
    { turn: 1, speaker: 'candidate', text: 'Weights in eight bits.' },
  ] as const;
  expect(saidWhere(both, ['weights'])?.turn).toBe(1);
});
