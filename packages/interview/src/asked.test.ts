import type { Act, Finding, HeldContent } from '@dryrun/domain';
import { toySheet } from '@dryrun/domain/testing';
import { describe, expect, it } from 'vitest';
import { tell } from './testing/given.ts';
import type { Step } from './testing/given.ts';
import { held, openIt } from './testing/held.ts';

const content: HeldContent = {
  ...held,
  areas: [
    {
      id: 'serving',
      title: 'serving',
      items: ['serving'],
      words: ['serving', 'limits'],
      opens: ['Where does a request wait?'],
      hints: ['Follow one request.', 'Take one machine.', 'Work out the peak.'],
    },
    {
      id: 'planning',
      title: 'what it takes',
      items: ['cost'],
      words: ['cost', 'begin'],
      opens: ['What would you cut?'],
      hints: ['Suppose it is never built.', 'List the bills.'],
    },
  ],
  followUps: [
    {
      id: 'the-way',
      of: ['asks-the-way'],
      move: 'acknowledge',
      dimension: 'communication',
      worth: 0,
      lines: [{ text: 'Your call.' }],
    },
    {
      id: 'left-open',
      of: ['leaves-open'],
      move: 'acknowledge',
      dimension: 'communication',
      worth: 0,
      lines: [{ text: 'Assume it as you go.' }],
    },
    {
      id: 'lost',
      of: ['does-not-know'],
      move: 'refocus',
      dimension: 'communication',
      worth: 0,
      lines: [{ text: 'Something else, then. {question}' }],
    },
  ],
  lines: {
    ...held.lines,
    acknowledge: [{ text: 'Understood.' }, { text: 'I ask {why}.' }],
    hint: [{ text: '{hint}' }],
    'answer-fact': [{ text: 'Since you ask: {fact}' }, { text: '{fact}' }],
    'ask-assumption': [
      { text: 'What would you assume?' },
      { text: 'None of {these} is settled: which matter?' },
    ],
    'answer-candidate': [{ text: 'I am a program.' }],
    'invite-questions': [{ text: 'Your turn. {question}' }],
    refocus: [{ text: 'Another way in. {question}' }, { text: 'Back to {back}. {question}' }],
    decline: [{ text: 'What would you try?' }, { text: 'That is for {debrief}. What would you say?' }],
  },
};

const hearing = (text: string): readonly Finding[] => {
  const span = { start: 0, end: text.length };
  const [, kind = '', of] = /^\[([\w-]+)(?: ([\w-]+))?\]/.exec(text) ?? [];
  if (kind === 'question') return [{ kind: 'question', span }];
  if (kind === 'fact') return [{ kind: 'question', fact: of, span }];
  if (kind === 'premise') return [{ kind: 'question', fact: of, premise: true, span }];
  return kind === '' ? [] : [{ kind: 'act', act: kind as Act, span }];
};
const say = (seconds: number, text: string): Step => [seconds, { type: 'Say', text, channel: 'typed' }];
const hint = (seconds: number): Step => [seconds, { type: 'RequestHelp', help: 'hint' }];
const told = (said: readonly string[], changed: Parameters<typeof openIt>[0] = {}, of = content) =>
  tell([[0, openIt(changed)], ...said.map((text, at) => say(20 + at * 20, text))], hearing, of);

describe('what is asked of the interviewer', () => {
  it('IN32 which way to go is the candidate’s to choose, and they have the word', () => {
    const { lines, moves } = told(['[asks-the-way] Which step do you want more of?']);
    expect(lines.slice(2)).toEqual(['Your call.']);
    expect(moves.at(-1)).toBe('acknowledge');
  });

  it('IN32 who asks again at once is asked the next question', () =>
    expect(told(['[asks-the-way] Shall I?', '[asks-the-way] Shall I?']).lines.slice(2)).toEqual([
      'Your call.',
      'I see. Which limits are there?',
    ]));

  it('IN32 going back is honoured: with a question of that part, or of that area', () => {
    const back = told(['We begin with the data.', '[asks-to-return] Could we go back to the exploration?']);
    expect(back.lines.at(-1)).toBe('Back to exploration. Why does it matter?');
    const area = told(['[asks-to-return] Can we go back to serving?']);
    expect(area.lines.at(-1)).toBe('Back to serving. Where does a request wait?');
    expect(told(['[asks-to-return] Can we go back to it?']).lines.at(-1)).toBe('Your call.');
  });

  it('IN32 what a question means is said otherwise, and the question stands', () =>
    expect(told(['[asks-meaning] What do you mean by it?']).lines.at(-1)).toBe(
      'In other words: Where do you begin?',
    ));

  it('IN32 why a question is asked is answered, and figures in the asking are no answer', () => {
    const text = '[questions-the-question] Why do you think 400 ms is right?';
    const span = { start: 30, end: 40 };
    const { lines } = tell(
      [[0, openIt()], say(20, text)],
      (said) => [...hearing(said), { kind: 'claim', signs: ['figure'], span }],
      content,
    );
    expect(lines.slice(2)).toEqual([
      'I ask to hear how you decide.',
      'Another way in. Which limits are there?',
    ]);
  });

  const claimed: Finding = { kind: 'claim', signs: ['figure'], span: { start: 60, end: 70 } };
  const beside = (text: string, act: Act, ends: number): readonly Finding[] => [
    { kind: 'act', act, span: { start: 0, end: ends } },
    ...(text.length > ends ? [claimed] : []),
  ];

  it.each([
    'Why does it matter who owns it? We serve 5,000 a second and page on errors.',
    'Why are you asking this twice? The peak is 5,000 a second and it doubles in May.',
    'why is that important? I would keep the last 400 events of each user, as before.',
  ])('IN32 why a question is put is told beside an answer, too: %s', (text) => {
    const { lines, moves } = tell(
      [[0, openIt()], say(20, text)],
      () => beside(text, 'questions-the-question', text.indexOf('?')),
      content,
    );
    expect(lines[2]).toBe('I ask to hear how you decide.');
    expect(moves).toHaveLength(4);
    expect(lines[3]).toContain('?');
  });

  it.each([
    [
      'Could we go back to the exploration? I forgot the refunds, which are 40% of the volume.',
      'Back to exploration.',
    ],
    [
      'Can we return to serving for a moment? I said one machine and meant 5,000 a second.',
      'Back to serving.',
    ],
  ])('IN32 going back is honoured beside what it brings: %s', (text, expected) => {
    const { lines } = tell(
      [[0, openIt()], say(20, text)],
      () => beside(text, 'asks-to-return', text.indexOf('?')),
      content,
    );
    expect(lines.at(-1)).toContain(expected);
  });

  it('IN17 what nobody knows is left to the candidate where the time of its phase is over', () => {
    const asked = (text: string) => tell([[0, openIt()], say(700, text)], hearing, content).lines.slice(2);
    const [left, next] = asked('[question] Is it one region?');
    expect(left).toBe('Assume it as you go.');
    expect(next).toMatch(/^On to the /);
    expect(asked('We begin with the data.')[0]).toMatch(/^On to the /);
  });

  it('IN32 why a question is put is told where its phase is over, too', () => {
    const { lines } = tell(
      [[0, openIt()], say(700, 'Why does this question matter?')],
      (text) => beside(text, 'questions-the-question', text.length),
      content,
    );
    expect(lines.slice(-2)).toEqual([
      'I ask to hear how you decide.',
      'On to the wrap-up. Could you sum up?',
    ]);
  });

  it('IN32 who brings something along and names no place has it taken up', () => {
    const text = 'Could we go back to what I said before? The refunds are 40% of the volume.';
    const { lines } = tell(
      [[0, openIt()], say(20, text)],
      () => beside(text, 'asks-to-return', text.indexOf('?')),
      content,
    );
    expect(lines.at(-1)).not.toBe('Your call.');
  });

  it.each([
    ['Can we move on to the wrap-up properly?', 'On to the wrap-up.'],
    ['let us go to the summary now', 'On to the wrap-up.'],
    ['Could we move on to the next part?', 'On to the wrap-up.'],
    ['Could we move on?', 'On to the wrap-up.'],
  ])('IN32 a later phase that is asked for is entered: %s', (text, expected) => {
    const { lines, events } = tell(
      [[0, openIt()], say(20, text)],
      () => beside(text, 'asks-next-phase', text.length),
      content,
    );
    expect(lines.at(-1)).toContain(expected);
    expect(events.filter(({ type }) => type === 'PhaseEntered')).toHaveLength(2);
  });

  it.each([
    "Let's move on to the ranker",
    'Can we go on with the exploration',
    "Let's move on to the end of the pipeline",
  ])('IN32 what is no later phase moves nothing: %s', (text) => {
    const { events } = tell(
      [[0, openIt()], say(20, text)],
      () => beside(text, 'asks-next-phase', text.length),
      content,
    );
    expect(events.filter(({ type }) => type === 'PhaseEntered')).toHaveLength(1);
  });

  it.each([
    ["let's end here", ['next-steps', 'close']],
    ['I think we can stop here', ['next-steps', 'close']],
    ["Let's wrap up", ['transition']],
    ["That's it from my side, thanks", ['transition']],
  ])('IN8 who asks to end is let go, and who wraps up does so: %s', (text, expected) => {
    const { moves } = tell(
      [[0, openIt()], say(20, text)],
      () => beside(text, 'asks-to-end', text.length),
      content,
    );
    expect(moves.slice(2)).toEqual(expected);
  });

  it('IN22 what is asked after the invitation is of the interviewer, also where the phase is over', () => {
    const [explore] = content.format.phases;
    const inviting: HeldContent = {
      ...content,
      format: {
        ...content.format,
        phases: [
          {
            ...explore!,
            exchanges: 1,
            questions: [
              explore!.questions[0]!,
              { id: 'yours', move: 'invite-questions', ask: 'What would you like to ask?' },
            ],
          },
        ],
      },
    };
    const { lines, moves } = tell(
      [
        [0, openIt()],
        say(20, 'The data first.'),
        say(40, 'How does your team decide who owns it?'),
        say(60, 'Why do you ask that?'),
      ],
      (text) =>
        text.startsWith('How')
          ? [{ kind: 'question', span: { start: 0, end: text.length } }]
          : text.startsWith('Why')
            ? beside(text, 'questions-the-question', text.length)
            : [],
      inviting,
    );
    expect(lines).toContain('I am a program.');
    expect(moves.slice(0, 4)).toEqual([
      'set-expectations',
      'present-problem',
      'invite-questions',
      'answer-candidate',
    ]);
    expect(moves).not.toContain('ask-assumption');
  });

  it('IN30 a verdict is kept for the debrief, the solution is the candidate’s', () => {
    expect(told(['[asks-verdict] Was it right?']).lines.at(-1)).toBe(
      'That is for the debrief. What would you say?',
    );
    expect(told(['[asks-solution] What would you do?']).lines.at(-1)).toBe('What would you try?');
  });
});

describe('ways of looking', () => {
  it('IN19 help where the sheet has nothing, or there is none: of the question’s area, rung by rung', () => {
    const stuck = '[asks-hint] I am stuck.';
    const { lines, log } = told([stuck, stuck, stuck, stuck, stuck, stuck]);
    expect(lines.slice(2)).toEqual([
      'Suppose it is never built.',
      'List the bills.',
      'Follow one request.',
      'Take one machine.',
      'Work out the peak.',
      'What would you try?',
    ]);
    expect(
      log.flatMap(({ event }) => (event.type === 'MoveChosen' && event.move === 'hint' ? [event.about] : [])),
    ).toContainEqual({ area: 'planning', rung: 2 });
  });

  it('IN19 come by the button in coach mode and in a drill, and not in a real interview', () => {
    const drill = { ...content, format: { ...content.format, phases: content.format.phases.slice(0, 1) } };
    const after = (changed: Parameters<typeof openIt>[0], of: HeldContent) =>
      tell([[0, openIt(changed)], hint(20)], hearing, of).moves.at(-1);
    expect(after({ mode: 'coach' }, content)).toBe('hint');
    expect(after({}, drill)).toBe('hint');
    expect(after({}, content)).toBe('decline');
  });

  it('IN30 who does not know is first given one way to reason it out, and then another question', () => {
    const lost = '[does-not-know] No idea.';
    expect(told([lost, lost]).lines.slice(2)).toEqual([
      'Another way in. Suppose it is never built.',
      'Something else, then. Which limits are there?',
    ]);
  });
});

describe('several questions at once', () => {
  const span = (start: number, end: number) => ({ start, end });
  const text = 'P2P? How fast? About 10%, is that right? Who pays?';
  const list: readonly Finding[] = [
    { kind: 'question', span: span(0, 4) },
    { kind: 'question', span: span(5, 14) },
    { kind: 'question', premise: true, span: span(15, 40) },
    { kind: 'question', span: span(41, 50) },
  ];

  it.each(['neutral', 'warm', 'sceptical'] as const)(
    'IN17 are handed back once, with what was guessed held: %s',
    (persona) => {
      const { lines, events } = tell([[0, openIt({ persona })], say(20, text)], () => list, content);
      expect(lines.slice(2)).toEqual(['None of these is settled: which matter?']);
      expect(events).toContainEqual({
        type: 'AssumptionHeld',
        turn: 2,
        heading: 'open',
        quote: 'About 10%, is that right?',
      });
    },
  );

  it('IN17 one question is handed back as one', () =>
    expect(tell([[0, openIt()], say(20, text)], () => list.slice(0, 1), content).lines.at(-1)).toBe(
      'What would you assume?',
    ));

  it('IN32 are answered before a verdict is kept', () => {
    const verdict: Finding = { kind: 'act', act: 'asks-verdict', span: span(15, 40) };
    const { moves } = tell([[0, openIt()], say(20, text)], () => [...list, verdict], content);
    expect(moves.at(-1)).toBe('ask-assumption');
  });
});

describe('facts', () => {
  const withSheet = { ...content, sheet: toySheet };

  it('IN16 what was told before is told again without a word around it, and not beside what is new', () => {
    const { lines } = told(['[fact latency] Fast?', '[fact latency] How fast?'], {}, withSheet);
    expect(lines.at(-1)).toBe('A hundred milliseconds at the ninety-ninth percentile.');
    const both = tell(
      [[0, openIt()], say(20, '[fact latency]'), say(40, 'Both?')],
      (text) =>
        text === 'Both?' ? [...hearing('[fact latency]'), ...hearing('[fact daily-users]')] : hearing(text),
      withSheet,
    );
    expect(both.lines.at(-1)).toContain('About two million people a day.');
    expect(both.lines.at(-1)).not.toContain('milliseconds');
  });

  it('IN17 who only asks on has assumed nothing', () => {
    const claim: Finding = { kind: 'claim', signs: ['asks'], span: { start: 0, end: 5 } };
    const { events } = tell(
      [[0, openIt()], say(20, 'Colour?'), say(40, 'Size?')],
      () => [{ kind: 'question', span: { start: 0, end: 5 } }, claim],
      withSheet,
    );
    expect(events.some(({ type }) => type === 'AssumptionHeld')).toBe(false);
  });

  it('IN17 a premise that no fact speaks against is held as assumed, and not asked for again', () => {
    const { lines, events } = told(['[premise] I assume one shop, right?'], {}, withSheet);
    expect(lines.at(-1)).toBe('Understood.');
    expect(events).toContainEqual({
      type: 'AssumptionHeld',
      turn: 2,
      heading: 'open',
      quote: '[premise] I assume one shop, right?',
    });
    expect(told(['[premise latency] It may be slow, right?'], {}, withSheet).lines.at(-1)).toContain(
      'A hundred milliseconds',
    );
  });
});
