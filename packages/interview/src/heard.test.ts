import type { Finding, HeldContent, Item, Sign } from '@dryrun/domain';
import { toySheet } from '@dryrun/domain/testing';
import { describe, expect, it } from 'vitest';
import { withExplained, isItemExplained, isOpeningTold, isQuestionTold, isUnheard } from './heard.ts';
import { tell } from './testing/given.ts';
import type { Step } from './testing/given.ts';
import { held, openIt } from './testing/held.ts';

const claim = (text: string, part: string, ...signs: Sign[]): Finding => {
  const start = text.indexOf(part);
  return { kind: 'claim', signs, span: { start, end: start + part.length } };
};
const explained = (text: string, part = text, sign: Sign = 'reason') => ({
  explained: withExplained([], text, [claim(text, part, sign)]),
});
const item: Item = { ...toySheet.items[0]!, heard: ['popular queries', 'tail of the queries is long'] };

describe('what is explained', () => {
  it('IN45 is a sentence with something behind it, and the one before it', () => {
    const text = 'We log it. We keep popular queries. That is because they are half. Then we rank.';
    expect(withExplained([], text, [claim(text, 'because they are half', 'reason')])).toHaveLength(2);
    expect(withExplained([], text, [claim(text, 'because they are half', 'people')])).toEqual([]);
    expect(
      withExplained([], 'Do we rank because of it?', [claim('Do we rank because of it?', 'rank', 'reason')]),
    ).toEqual([]);
  });

  it('IN45 who speaks without a full stop has not said everything in one breath', () => {
    const text = `popular ${'one two three four five six seven eight nine ten '.repeat(12)} queries`;
    expect(isItemExplained(explained(text), item, toySheet)).toBe(false);
  });

  it.each([
    ['We keep popular queries for a minute, because they are half.', true],
    ['The queries have a long tail, because few of them are alike.', true],
    ['We cache the results for a minute, because reads are many.', true],
    ['Queries are checked by a rule of last year before anything popular is shown, because of abuse.', false],
    ['We rank by clicks, because they are many.', false],
  ])('IN45 an item by its ways: “%s” %s', (text, is) =>
    expect(isItemExplained(explained(text), item, toySheet)).toBe(is),
  );

  const content: HeldContent = {
    ...held,
    areas: [
      {
        id: 'data',
        title: 'the data',
        items: ['data'],
        words: ['label', 'click log'],
        opens: ['Where is it from?'],
      },
    ],
    subjects: [
      {
        id: 'bounds',
        asks: ['limits', 'data/opens-1'],
        least: 2,
        heard: ['takes seconds', 'budget month', 'never more'],
      },
    ],
  };
  const limits = { id: 'limits', move: 'probe-gap', ask: 'Which limits are there?' } as const;

  it('IN45 a question by so many ways of telling its subject, or by nearly all of its own words', () => {
    const one = explained('An answer takes at most two seconds, because they leave.');
    const two = explained(
      'An answer takes at most two seconds, and the budget a month is small, because they leave.',
    );
    expect(isQuestionTold(one, 'explore', limits, content)).toBe(false);
    expect(isQuestionTold(two, 'explore', limits, content)).toBe(true);
    expect(isOpeningTold(two, content.areas![0]!, 0, content)).toBe(true);
    const drift = { id: 'drift', move: 'ask-how', ask: 'How would you handle data drift?' } as const;
    expect(
      isQuestionTold(
        explained('We handle drift of the data weekly, because it is slow.'),
        'x',
        drift,
        content,
      ),
    ).toBe(true);
    expect(
      isQuestionTold(explained('We handle the data weekly, because it is slow.'), 'x', drift, content),
    ).toBe(false);
  });

  it('IN45 what closes an interview is asked whatever was said', () => {
    const two = explained(
      'An answer takes at most two seconds, and the budget a month is small, because they leave.',
    );
    expect(isQuestionTold(two, 'explore', { ...limits, move: 'ask-summary' }, content)).toBe(false);
  });

  it('IN46 unheard is what no word was said of, and only where it is known what the question is about', () => {
    const answers = ['We look at the click log. There is a budget.'];
    expect(isUnheard({ area: 'data' }, content, answers)).toBe(false);
    expect(isUnheard({ area: 'data' }, content, ['We begin.'])).toBe(true);
    expect(isUnheard({ question: 'limits', phase: 'explore' }, content, answers)).toBe(true);
    expect(isUnheard({ question: 'limits', phase: 'explore' }, content, ['A budget of one month.'])).toBe(
      false,
    );
    expect(isUnheard({ question: 'begin', phase: 'explore' }, content, answers)).toBe(false);
    expect(isUnheard({ item: 'watch-drift' }, { ...content, sheet: toySheet }, ['The world moves on.'])).toBe(
      false,
    );
    expect(isUnheard({ item: 'watch-drift' }, { ...content, sheet: toySheet }, answers)).toBe(true);
  });

  const say = (seconds: number, text: string): Step => [seconds, { type: 'Say', text, channel: 'typed' }];
  const told = 'An answer takes at most two seconds, and the budget a month is small, because they leave.';
  const lines = (first: string, among = content) =>
    tell(
      [[0, openIt()], say(20, first), say(40, 'Then we rank.')],
      (text) => [claim(text, text, 'reason')],
      among,
    ).lines;

  it('IN45 the next best is asked instead', () => {
    expect(lines('We rank.').join()).toContain('Which limits are there?');
    expect(lines(told).join()).not.toContain('Which limits are there?');
    expect(lines(told).join()).toContain('Why does it matter?');
  });

  it('IN46 a line that says that nothing was heard is left out where something was', () => {
    const only = {
      ...content,
      lines: {
        ...content.lines,
        'probe-gap': [
          { text: 'Not a word yet. {question}', only: 'unheard' as const, persona: 'neutral' as const },
          { text: 'So. {question}' },
        ],
      },
    };
    expect(lines('The budget of a month is small.', only)[2]).toBe('So. Which limits are there?');
    expect(lines('We rank.', only).join()).toContain('Not a word yet. Which limits are there?');
  });
});

describe('a twist', () => {
  const content: HeldContent = {
    ...held,
    sheet: toySheet,
    format: {
      ...held.format,
      phases: [{ ...held.format.phases[0]!, id: 'trade-offs', exchanges: 8 }, held.format.phases[1]!],
    },
    lines: {
      ...held.lines,
      twist: [{ text: '{twist} What would you change?' }],
      refocus: [{ text: 'Back. {question}' }, { text: 'Still open. {question}', only: 'open-twist' }],
    },
  };
  const after = (...texts: readonly string[]) =>
    tell(
      [
        [0, { ...openIt(), plan: { ...openIt().plan, phases: content.format.phases } }],
        ...['One.', 'Two.', ...texts].map(
          (text, at): Step => [20 * (at + 1), { type: 'Say', text, channel: 'typed' }],
        ),
      ],
      () => [],
      content,
    );
  const SALE = 'A sale begins and ten times as many people come.';

  it('IN47 that was told while they were at the question before it is come back to, once', () => {
    const { moves, lines } = after(
      'On your earlier question: two limits, memory and money.',
      'As I said on the earlier question, two.',
    );
    expect(moves).toContain('twist');
    expect(lines.filter((line) => line.includes(SALE))).toEqual([
      `${SALE} What would you change?`,
      `Still open. ${SALE}`,
    ]);
  });

  it.each([
    'Then I add machines.',
    'Ten times as many people need ten times the machines, as to your earlier question.',
  ])('IN47 that was answered is let be: “%s”', (answer) =>
    expect(after(answer, 'And so on.').lines.filter((line) => line.includes(SALE))).toHaveLength(1),
  );
});
