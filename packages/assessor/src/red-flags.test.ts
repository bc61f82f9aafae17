import { SIGNS } from '@dryrun/domain';
import type { Dimension, Sign } from '@dryrun/domain';
import { describe, expect, it } from 'vitest';
import type { InterviewRecord } from './record.ts';
import { signalFlagsOf } from './red-flags.ts';

type Exchange = readonly [question: string, answer: string, ...signs: readonly Sign[]];

const told = (
  exchanges: readonly Exchange[],
  ofTheProblem = 9,
  band: 'below' | 'meets' = 'below',
): readonly string[] => {
  const turns = exchanges.flatMap(([question, answer], at) => [
    { turn: 2 * at, speaker: 'interviewer' as const, text: question, phase: undefined },
    { turn: 2 * at + 1, speaker: 'candidate' as const, text: answer, phase: undefined },
  ]);
  const claims = exchanges.flatMap(([, answer, ...signs], at) =>
    signs.length > 0 ? [{ turn: 2 * at + 1, start: 0, quote: answer, signs }] : [],
  );
  const by = Object.fromEntries(
    SIGNS.map((sign) => [sign, claims.filter(({ signs }) => signs.includes(sign)).length]),
  ) as Record<Sign, number>;
  const record = { turns, findings: new Map(), hints: [] } as unknown as InterviewRecord;
  const own = { 'problem-navigation': ofTheProblem } as Record<Dimension, number>;
  const shown = { answers: exchanges.length, by, claims, own };
  const dimensions = [{ id: 'problem-navigation' as const, band, evidence: [], wouldMove: [] }];
  return signalFlagsOf(record, shown, dimensions).map(({ id }) => id);
};

const plain: readonly Exchange[] = [
  ['Design it.', 'We take a model and a database.'],
  ['Go on.', 'Then there is a service.'],
  ['And then?', 'It answers the users.'],
];

describe('warnings that an interview as a whole shows', () => {
  it('AS13 come after a question about the thing and an answer that has nothing of it', () => {
    expect(told([...plain, ['How would you notice drift in production?', 'It will be fine.']])).toContain(
      'no-model-monitoring',
    );
    expect(told([...plain, ['What happens when the index fails?', 'It answers the users.']])).toContain(
      'happy-path-only',
    );
    expect(told([...plain, ['How much load is that?', 'A lot of it.']])).toContain(
      'ignores-production-constraints',
    );
  });

  it('AS13 do not come where nobody asked', () => {
    expect(told([...plain, ['Anything else?', 'No.']])).toEqual([]);
  });

  it('AS13 do not come where the answer takes it up, or other answers have', () => {
    expect(
      told([
        ...plain,
        ['How would you notice drift in production?', 'An alarm on the share of empty answers.', 'watch'],
      ]),
    ).not.toContain('no-model-monitoring');
    expect(
      told([
        ['Design it.', 'I would watch p99 and the share of empty answers.', 'watch'],
        ...plain,
        ['How would you notice drift?', 'As I said.'],
      ]),
    ).not.toContain('no-model-monitoring');
  });

  it('AS13 come with what was said outright', () => {
    expect(told([...plain, ['Is there another way?', 'That is the only way, everyone uses it.']])).toContain(
      'only-possible-solution',
    );
    expect(told([...plain, ['What about the old phones?', 'I would not worry about that.']])).toEqual([]);
    expect(told([...plain, ['What about the old phones?', "I don't think that's important."]])).toContain(
      'dismisses-interviewer',
    );
  });

  it('AS13 need four answers', () => {
    expect(told([['What happens when it fails?', 'Nothing.']])).toEqual([]);
  });

  it('AS13 a design that begins before the problem was looked at is told of, where the problem is below', () => {
    const begun = [['What would you begin with?', 'A model.'] as const, ...plain];
    expect(told(begun, 0.1)).toContain('design-before-problem');
    expect(told(begun, 0.1, 'meets')).not.toContain('design-before-problem');
    expect(told(begun, 1)).not.toContain('design-before-problem');
    expect(told(plain, 0.1)).not.toContain('design-before-problem');
  });
});
