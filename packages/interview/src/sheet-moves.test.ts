import type { Finding, HeldContent } from '@dryrun/domain';
import { toySheet } from '@dryrun/domain/testing';
import { describe, expect, it } from 'vitest';
import { tell } from './testing/given.ts';
import type { Hearing, Step } from './testing/given.ts';
import { held, openIt } from './testing/held.ts';

const content: HeldContent = {
  ...held,
  sheet: toySheet,
  followUps: [
    {
      id: 'named',
      of: ['named'],
      move: 'probe-thread',
      dimension: 'technical-depth',
      worth: 4,
      lines: [{ text: 'How does {quote} work?' }],
    },
  ],
  lines: {
    ...held.lines,
    'answer-fact': [{ text: '{fact}' }],
    'ask-assumption': [{ text: 'What would you assume?' }],
    hint: [{ text: '{hint}' }],
    twist: [{ text: '{twist} What would you change?' }],
    'probe-thread': [{ text: 'You said {quote}. {question}' }],
  },
  format: {
    ...held.format,
    phases: [
      { ...held.format.phases[0]!, id: 'deep-dive', exchanges: 8 },
      { ...held.format.phases[1]!, id: 'trade-offs', exchanges: 6 },
    ],
  },
};
const plan = {
  title: 'Toy',
  formatTitle: 'Short',
  patienceMs: content.format.patienceMs,
  phases: content.format.phases.map(({ id, title, budgetMs, exchanges }) => ({
    id,
    title,
    budgetMs,
    exchanges,
  })),
};
const open = (changed: Parameters<typeof openIt>[0] = {}): Step => [0, { ...openIt(changed), plan }];
const say = (seconds: number, text: string): Step => [seconds, { type: 'Say', text, channel: 'typed' }];
const span = { start: 0, end: 5 };
const asks = (...facts: string[]): Finding[] => facts.map((fact) => ({ kind: 'question', fact, span }));
const came = (concept: string, depth: 'named' | 'explained'): Finding => ({
  kind: 'concept',
  concept,
  depth,
  prompted: 'unprompted',
  span,
  named: span,
});
const named = (concept: string) => came(concept, 'named');
const explained = (concept: string) => came(concept, 'explained');

/** What is heard is written in the words themselves: one key for each story. */
const hearing =
  (found: Readonly<Record<string, readonly Finding[]>>): Hearing =>
  (text) =>
    found[text] ?? [];
const told = (steps: readonly Step[], found: Readonly<Record<string, readonly Finding[]>> = {}) =>
  tell(steps, hearing(found), content);

describe('facts', () => {
  it('IN16 come when they are asked for, all of them in one turn', () => {
    const { lines, events } = told([open(), say(20, 'Both?')], { 'Both?': asks('daily-users', 'latency') });
    expect(lines[2]).toBe(
      'About two million people a day. A hundred milliseconds at the ninety-ninth percentile.',
    );
    expect(events.filter(({ type }) => type === 'FactRevealed')).toHaveLength(2);
  });

  it('IN16 are always the same, and revealed once', () => {
    const story = told([open(), say(20, 'Users?'), say(40, 'Users?')], { 'Users?': asks('daily-users') });
    expect(story.lines[3]).toBe(story.lines[2]);
    expect(story.events.filter(({ type }) => type === 'FactRevealed')).toHaveLength(1);
  });

  it('IN16 never come otherwise', () => {
    const { lines } = told([open(), say(20, 'We start with the data.'), say(40, 'Then a model.')]);
    for (const fact of toySheet.facts) expect(lines.join()).not.toContain(fact.answer);
  });

  it('IN17 where the sheet is silent the candidate assumes, and it is recorded', () => {
    const found = {
      'Colour?': [{ kind: 'question', span }] as const,
      'Fair?': [{ kind: 'question', heading: 'fairness', span }] as const,
    };
    const { lines, events } = told(
      [open(), say(20, 'Colour?'), say(40, 'I assume blue.'), say(60, 'Fair?'), say(80, 'Equal for all.')],
      found,
    );
    expect(lines[2]).toBe('What would you assume?');
    expect(events.filter(({ type }) => type === 'AssumptionHeld')).toEqual([
      { type: 'AssumptionHeld', turn: 4, heading: 'open', quote: 'I assume blue.' },
      { type: 'AssumptionHeld', turn: 8, heading: 'fairness', quote: 'Equal for all.' },
    ]);
  });
});

describe('what has not come up', () => {
  const talk = (count: number, from = 20): Step[] =>
    Array.from({ length: count }, (_, turn) => say(from + turn * 20, `Thought ${turn}.`));

  it('IN18 is asked for by its consequence, once, after every second question', () => {
    const { events, lines } = told([open(), ...talk(6)]);
    const probes = events.flatMap((event) =>
      event.type === 'MoveChosen' && event.about.item ? [event.about.item] : [],
    );
    expect(probes).toEqual(['cache-results']);
    expect(lines.join()).toContain('everybody asks for the same thing at once?');
  });

  it('IN18 not when it came up, and not above the level', () => {
    const cached = told([open(), ...talk(6)], { 'Thought 0.': [explained('result-cache')] });
    expect(
      cached.events.flatMap((event) => (event.type === 'MoveChosen' ? [event.about.item] : [])),
    ).toContain('watch-drift');
    const junior = told([open({ level: 'L5' }), ...talk(6)], { 'Thought 0.': [explained('result-cache')] });
    expect(junior.events.some((event) => event.type === 'MoveChosen' && event.about.item)).toBe(false);
  });

  it('IN21 what was named is taken up in the candidate’s own words, once', () => {
    const found = { 'Cache it.': [named('result-cache')], 'Watch drift.': [named('drift')] };
    const { lines, moves } = told(
      [open(), say(20, 'Cache it.'), say(40, 'Watch drift.'), say(60, 'Watch drift.')],
      found,
    );
    expect(lines[2]).toBe('You said “Cache”. What happens when everybody asks for the same thing at once?');
    expect(moves.filter((move) => move === 'probe-thread')).toHaveLength(2);
    expect(moves[4]).not.toBe('probe-thread');
  });
});

describe('what is said again', () => {
  const again: Step = [300, { type: 'RequestHelp', help: 'repeat' }];

  it('IN3 is the consequence that was asked about last', () => {
    const found = { 'Cache it.': [named('result-cache')] };
    const { lines } = told([open(), say(20, 'Cache it.'), again], found);
    expect(lines.at(-1)).toBe('Once more. What happens when everybody asks for the same thing at once?');
  });

  it('IN3 is the twist, once there was one', () => {
    const steps = [open(), [10, { type: 'RequestNextPhase' }] as const, say(20, 'One.'), say(40, 'Two.')];
    const { lines, moves } = told([...steps, again]);
    expect(moves).toContain('twist');
    expect(lines.at(-1)).toBe('Once more. A sale begins and ten times as many people come.');
  });
});

describe('questions that make no sense', () => {
  it('IN24 are not asked', () => {
    const skipping = { ...content, sheet: { ...toySheet, skips: ['deep-dive/begin', 'deep-dive/limits'] } };
    expect(tell([open()], () => [], skipping).lines[1]).toContain('Why does it matter?');
  });
});

describe('hints', () => {
  const hint = (seconds: number): Step => [seconds, { type: 'RequestHelp', help: 'hint' }];

  it('IN19 has three rungs, one after the other, in coach mode', () => {
    const { lines, events } = told([open({ mode: 'coach' }), hint(20), hint(40), hint(60), hint(80)]);
    expect(lines.slice(2)).toEqual([...toySheet.items[0]!.hints, toySheet.items[1]!.hints[0]]);
    expect(events.flatMap((event) => (event.type === 'HintGiven' ? [event.rung] : []))).toEqual([1, 2, 3, 1]);
  });

  it('IN19 is declined in a real interview, unless somebody is stuck', () => {
    expect(told([open(), hint(20)]).moves[2]).toBe('decline');
    const stuck: Finding = { kind: 'act', act: 'asks-hint', span };
    expect(told([open(), say(20, 'I am stuck.')], { 'I am stuck.': [stuck] }).moves[2]).toBe('hint');
    expect(told([open(), [46, { type: 'Wake' }], [91, { type: 'Wake' }], hint(95)]).moves.at(-1)).toBe(
      'hint',
    );
  });
});

describe('twists', () => {
  it('IN20 one comes in the phase that weighs things', () => {
    const steps = [
      open(),
      [10, { type: 'RequestNextPhase' }] as const,
      say(20, 'One.'),
      say(40, 'Two.'),
      say(60, 'Three.'),
    ];
    const { lines, events } = told(steps);
    expect(events.filter(({ type }) => type === 'TwistIntroduced')).toEqual([
      { type: 'TwistIntroduced', twist: 'ten-times' },
    ]);
    expect(lines).toContain('A sale begins and ten times as many people come. What would you change?');
  });

  it('IN2 an opening that asks already takes no second question', () => {
    const sheet = { ...toySheet, opening: { ...toySheet.opening, vague: 'How would you rank toys?' } };
    expect(tell([open()], () => [], { ...content, sheet }).lines[1]).toBe('How would you rank toys?');
  });

  it('IN20 the opening is the sheet’s', () =>
    expect(told([open()]).lines[1]).toContain('Design toy ranking.'));
});
