import type { Finding } from '@dryrun/domain';
import { describe, expect, it } from 'vitest';
import { tell } from './testing/given.ts';
import type { Step } from './testing/given.ts';
import { held, openIt } from './testing/held.ts';

const say = (text = 'Words.') => ({ type: 'Say', text, channel: 'typed' }) as const;
const wake = { type: 'Wake' } as const;
const act = (name: Extract<Finding, { kind: 'act' }>['act']) => (): readonly Finding[] => [
  { kind: 'act', act: name, span: { start: 0, end: 1 } },
];
const wakes = (...seconds: number[]): Step[] => seconds.map((second) => [second, wake]);

describe('the course of an interview', () => {
  it('IN1 says what to expect, then puts the problem with one question', () => {
    expect(tell([[0, openIt()]]).lines).toEqual([
      'We take 15 minutes in 2 parts: exploration, 10 minutes; and wrap-up, 5 minutes. I look at how you think.',
      'Design toy ranking. Where do you begin?',
    ]);
  });

  it('IN2 asks one question a turn and none twice', () => {
    const told = tell([
      [0, openIt()],
      [20, say()],
      [40, say()],
      [60, say()],
      [80, say()],
      [100, say()],
    ]);
    const questions = told.events.flatMap((event) =>
      event.type === 'MoveChosen' && event.about.question ? [event.about.question] : [],
    );
    expect(questions).toEqual(['begin', 'limits', 'success', 'summary', 'unsure']);
    for (const line of told.lines) expect(line.split('?').length - 1).toBeLessThanOrEqual(1);
  });

  it.each([
    ['asks-time', 'wait'],
    ['asks-repeat', 'repeat'],
    ['asks-hint', 'decline'],
    ['asks-next-phase', 'transition'],
    ['asks-to-end', 'next-steps'],
  ] as const)('IN3 answers words that mean %s with %s', (name, move) => {
    expect(
      tell(
        [
          [0, openIt()],
          [20, say()],
        ],
        act(name),
      ).moves[2],
    ).toBe(move);
  });

  it.each([
    [{ type: 'RequestHelp', help: 'time' }, 'wait'],
    [{ type: 'RequestHelp', help: 'repeat' }, 'repeat'],
    [{ type: 'RequestHelp', help: 'hint' }, 'decline'],
    [{ type: 'RequestNextPhase' }, 'transition'],
    [{ type: 'End' }, 'next-steps'],
  ] as const)('IN3 answers the button %o', (action, move) => {
    expect(
      tell([
        [0, openIt()],
        [20, action],
      ]).moves[2],
    ).toBe(move);
  });

  it('IN3 repeats the question that stands', () => {
    const told = tell([
      [0, openIt()],
      [20, say()],
      [40, { type: 'RequestHelp', help: 'repeat' }],
    ]);
    expect(told.lines.at(-1)).toBe('Once more. Which limits are there?');
  });

  it('IN4 says nothing for two minutes after “give me a minute”', () => {
    const silent = tell([
      [0, openIt()],
      [20, { type: 'RequestHelp', help: 'time' }],
      ...wakes(60, 100, 139, 184),
    ]);
    expect(silent.moves.slice(2)).toEqual(['wait']);
    const after = tell([[0, openIt()], [20, { type: 'RequestHelp', help: 'time' }], ...wakes(185)]);
    expect(after.moves.slice(2)).toEqual(['wait', 'wait']);
  });

  it('IN5 answers a silence once after each patience, and never more', () => {
    const told = tell([[0, openIt()], ...wakes(44, 45, 46, 89, 90, 100, 179, 180, 200, 400)]);
    expect(told.moves.slice(2)).toEqual(['wait', 'repeat', 'refocus']);
    expect(told.lines.slice(2)).toEqual([
      'Take your time.',
      'Once more. Where do you begin?',
      'Another way in. Which limits are there?',
    ]);
  });

  it('IN5 a word or a stroke ends the silence', () => {
    const stroke = {
      type: 'ChangeBoard',
      operations: [{ op: 'place', component: { id: 'a', name: 'A' } }],
    } as const;
    expect(tell([[0, openIt()], [40, stroke], ...wakes(50, 84)]).moves).toHaveLength(2);
    expect(tell([[0, openIt()], [40, stroke], ...wakes(85)]).moves).toHaveLength(3);
  });

  it('IN23 whoever types is not silent', () => {
    const typing = { type: 'ShowPresence' } as const;
    expect(tell([[0, openIt()], [30, typing], ...wakes(46, 74)]).moves).toHaveLength(2);
    expect(tell([[0, openIt()], [30, typing], ...wakes(75)]).moves).toHaveLength(3);
  });

  it('IN6 goes on when the exchanges of a phase are spent', () => {
    const told = tell([
      [0, openIt()],
      [20, say()],
      [40, say()],
      [60, say()],
    ]);
    expect(told.phases).toEqual(['explore', 'wrap-up']);
    expect(told.lines.at(-1)).toBe('On to the wrap-up. Could you sum up?');
  });

  it('IN6 goes on when the minutes of a phase are over, at the candidate’s turn', () => {
    expect(
      tell([
        [0, openIt()],
        [470, say()],
      ]).phases,
    ).toEqual(['explore']);
    expect(
      tell([
        [0, openIt()],
        [600, say()],
      ]).phases,
    ).toEqual(['explore', 'wrap-up']);
  });

  it('IN6 goes on a little early when the next answer would take it further over than it is under', () => {
    const answers = (...seconds: number[]) =>
      tell([[0, openIt()], ...seconds.map((at) => [at, say()] as const)]).phases;
    expect(answers(270, 540)).toEqual(['explore', 'wrap-up']);
    expect(answers(230, 460)).toEqual(['explore']);
  });

  it('IN6 goes on past the exchanges of a phase while its minutes are not nearly over', () => {
    const quick = (count: number) =>
      tell([
        [0, openIt()],
        ...Array.from({ length: count }, (_, index) => [10 + 10 * index, say()] as const),
      ]);
    expect(quick(2).phases).toEqual(['explore']);
  });

  it('IN6 leaves a phase a fifth over its minutes when nobody speaks', () => {
    const silence = [[0, openIt()], ...wakes(45, 90, 180, 600, 719)] as const;
    expect(tell(silence).phases).toEqual(['explore']);
    expect(tell([...silence, [720, wake]]).phases).toEqual(['explore', 'wrap-up']);
  });

  it('IN3 says again what stands, and the second time leads up to it otherwise', () => {
    const again = { type: 'RequestHelp', help: 'repeat' } as const;
    const told = tell([
      [0, openIt()],
      [20, again],
      [30, again],
    ]);
    expect(told.moves.slice(-2)).toEqual(['repeat', 'rephrase']);
    expect(told.lines.slice(-2).every((line) => line.endsWith('Where do you begin?'))).toBe(true);
  });

  it('IN7 says once how much time is left', () => {
    const told = tell([[0, openIt()], [700, say()], [730, say()], ...wakes(740, 760)]);
    expect(told.lines.filter((line) => line.startsWith('About'))).toEqual(['About 3 minutes left.']);
  });

  it('IN7 says it by the clock when nobody speaks', () => {
    const told = tell([[0, openIt()], [700, say()], ...wakes(719, 720)]);
    expect(told.moves.at(-1)).toBe('time-cue');
  });

  it('IN8 closes after the last phase, with next steps and thanks', () => {
    const told = tell([
      [0, openIt()],
      [20, say()],
      [40, say()],
      [60, say()],
      [80, say()],
      [100, say()],
    ]);
    expect(told.state.status).toBe('closed');
    expect(told.lines.slice(-2)).toEqual(['A debrief comes next.', 'Thank you.']);
    expect(told.events.at(-1)).toMatchObject({ type: 'InterviewClosed' });
  });

  it('IN8 closes when the time is over', () => {
    expect(
      tell([
        [0, openIt()],
        [900, say()],
      ]).state.status,
    ).toBe('closed');
    const minutes = Array.from({ length: 36 }, (_, index) => (index + 1) * 30);
    expect(tell([[0, openIt()], ...wakes(...minutes)]).state.status).toBe('closed');
  });

  it('IN8 closes when the candidate ends it, once', () => {
    const told = tell([
      [0, openIt()],
      [20, { type: 'End' }],
      [21, { type: 'End' }],
      [22, say()],
    ]);
    expect(told.moves.filter((move) => move === 'close')).toHaveLength(1);
    expect(told.refusals).toEqual(['closed', 'closed']);
  });

  it('IN9 stretches every budget by the pace', () => {
    expect(
      tell([
        [0, openIt({ pace: 2 })],
        [950, say()],
      ]).phases,
    ).toEqual(['explore']);
    expect(
      tell([
        [0, openIt({ pace: 2 })],
        [1200, say()],
      ]).phases,
    ).toEqual(['explore', 'wrap-up']);
    expect(tell([[0, openIt({ pace: 2 })]]).lines[0]).toContain('30 minutes');
  });

  it('IN9 has no minutes when untimed, only exchanges', () => {
    const told = tell([[0, openIt({ pace: 'untimed' })], [9000, say()], [18_000, say()], ...wakes(20_000)]);
    expect(told.phases).toEqual(['explore']);
    expect(told.lines[0]).toContain('as long as you like');
  });

  it('IN10 stands still while paused, and ends from there', () => {
    const pause = [[0, openIt()], [10, { type: 'Pause' }], ...wakes(100, 5000)] as const;
    expect(tell(pause).moves).toHaveLength(2);
    expect(tell([...pause, [6000, say()]]).refusals).toEqual(['paused']);
    const resumed = tell([...pause, [6000, { type: 'Resume' }], [6460, say()]]);
    expect(resumed.phases).toEqual(['explore']);
    expect(tell([...pause, [6000, { type: 'End' }]]).state.status).toBe('closed');
  });

  it('IN4 a stroke takes nothing from the granted minutes', () => {
    const drawn = tell([
      [0, openIt()],
      [20, { type: 'RequestHelp', help: 'time' }],
      [30, { type: 'ShowPresence' }],
      ...wakes(80, 139, 184),
    ]);
    expect(drawn.moves.slice(2)).toEqual(['wait']);
  });

  it('IN15 stands from when it should have been woken, if nobody was there', () => {
    const night = tell([[0, openIt()], [40, say()], ...wakes(40_000)]);
    expect(night.moves).toHaveLength(3);
    expect(night.state.status).toBe('paused');
    const morning = tell([
      [0, openIt()],
      [40, say()],
      ...wakes(40_000),
      [40_100, { type: 'Resume' }],
      [40_110, say()],
    ]);
    expect(morning.phases).toEqual(['explore']);
    expect(morning.state).toMatchObject({
      turns: expect.arrayContaining([expect.objectContaining({ atMs: 95_000 })]),
    });
  });

  it('IN1 a format that asks for the background does so before it puts the problem', () => {
    const [explore, ...rest] = held.format.phases;
    const background = {
      ...explore!,
      id: 'background',
      questions: [{ id: 'who', move: 'intake', ask: 'What did you build?' }],
    } as const;
    const content = { ...held, format: { ...held.format, phases: [background, ...rest] } };
    const plan = {
      ...openIt().plan,
      phases: content.format.phases.map(({ id, title, budgetMs, exchanges }) => ({
        id,
        title,
        budgetMs,
        exchanges,
      })),
    };
    const told = tell(
      [
        [0, { ...openIt(), plan }],
        [20, say()],
      ],
      () => [],
      content,
    );
    expect(told.moves.slice(0, 3)).toEqual(['set-expectations', 'intake', 'present-problem']);
    expect(told.lines[2]).toContain('Design toy ranking.');
  });

  it('IN22 answers as an interviewer once the candidate was invited to ask', () => {
    const asks = (text: string): readonly Finding[] =>
      text.endsWith('?') ? [{ kind: 'question', span: { start: 0, end: 1 } }] : [];
    const invite = { id: 'yours', move: 'invite-questions', ask: 'What would you like to ask me?' } as const;
    const phases = [{ ...held.format.phases[0]!, questions: [invite], exchanges: 5 }];
    const content = { ...held, format: { ...held.format, phases } };
    const plan = {
      ...openIt().plan,
      phases: phases.map(({ id, title, budgetMs, exchanges }) => ({ id, title, budgetMs, exchanges })),
    };
    const opened: Step = [0, { ...openIt(), plan }];
    const told = tell(
      [opened, [10, { type: 'RequestHelp', help: 'repeat' }], [20, say('How big is the team?')]],
      asks,
      content,
    );
    expect(told.moves.at(-1)).toBe('ask-assumption');
    const invited = {
      ...content,
      format: {
        ...content.format,
        phases: [
          {
            ...held.format.phases[0]!,
            exchanges: 9,
            questions: [held.format.phases[0]!.questions[0]!, invite],
          },
        ],
      },
    };
    const asked = tell([opened, [20, say('Words.')], [40, say('How big is the team?')]], asks, invited);
    expect(asked.moves.slice(-2)).toEqual(['invite-questions', 'answer-candidate']);
  });
});
