import { CommandId, ContentHash, Debrief, DIMENSIONS, InterviewId, LOG_SCHEMA } from '@dryrun/domain';
import type {
  Citing,
  Finding,
  HeldContent,
  InterviewEvent,
  Judgement,
  Sign,
  StoredEvent,
  Terms,
} from '@dryrun/domain';
import { toySheet } from '@dryrun/domain/testing';
import { describe, expect, it } from 'vitest';
import { assess } from './assess.ts';

const terms: Terms = {
  system: 'toy',
  level: 'L6',
  format: 'short',
  mode: 'real',
  persona: 'neutral',
  focus: [],
  pace: 1,
  seed: 1,
};
/** Score = 2 × the share of answers with a figure + 2 × that with a failure; strength = ln(1 + figures) + ln(1 + failures). */
const judgement: Judgement = {
  answers: 20,
  level: { bias: 0, weights: { figure: 1, failure: 1 }, above: [0.5, 1.2, 2], least: 2, spread: 0.3 },
  places: [0, 1, 2, 3, 4],
  bands: Object.fromEntries(
    DIMENSIONS.map((id) => [id, { bias: 0, gap: 0, asked: 0, weights: { figure: 2, failure: 2 } }]),
  ) as Judgement['bands'],
  cuts: [0.5, 1.5],
};
/** Memory is cited for depth, and everything else for anything. */
const citing = Object.fromEntries(
  DIMENSIONS.map((id) => [
    id,
    { bias: 0, words: id === 'technical-depth' ? { holds: 3, copies: 3 } : {}, marks: {} },
  ]),
) as Citing;
const content: HeldContent = {
  schema: 1,
  system: { slug: 'toy', title: 'Toy', family: 'retrieval', prompt: 'Design it.', aliases: [] },
  format: { id: 'short', title: 'Short', opening: 'vague', looksAt: '', phases: [], patienceMs: [] },
  lines: {},
  sheet: toySheet,
  judgement,
  citing,
};
const plan = {
  title: 'Toy',
  formatTitle: 'Short',
  phases: [{ id: 'explore', title: 'e', budgetMs: 1, exchanges: 1 }],
  patienceMs: [],
};
const make = { kind: 'built-in', version: '2' } as const;

const log = (...events: readonly InterviewEvent[]): readonly StoredEvent[] =>
  [
    { type: 'InterviewOpened', terms, content: ContentHash.parse('a'.repeat(64)), plan } as const,
    ...events,
  ].map((event, index) => ({
    interview: InterviewId.parse('assessed'),
    version: index + 1,
    at: 1_800_000_000_000 + index * 30_000,
    command: CommandId.parse(`c${index}`),
    schema: LOG_SCHEMA,
    event,
  }));

/** Words with what was found in all of them. */
const said = (
  turn: number,
  text: string,
  ...findings: readonly DistributiveOmit<Finding, 'span'>[]
): InterviewEvent[] => [
  { type: 'CandidateSpoke', turn, text, channel: 'typed' },
  {
    type: 'FindingsRead',
    turn,
    make,
    findings: findings.map((finding) => ({ ...finding, span: { start: 0, end: text.length } })),
  },
];
type DistributiveOmit<Union, Key extends PropertyKey> = Union extends unknown ? Omit<Union, Key> : never;

const concept = (id: string, depth: 'named' | 'explained' | 'weighed') =>
  ({ kind: 'concept', concept: id, depth, prompted: 'unprompted', named: { start: 0, end: 1 } }) as const;
/** Words with the signs that they bear. */
const claimed = (turn: number, text: string, ...signs: readonly Sign[]) =>
  said(turn, text, ...(signs.length === 0 ? [] : [{ kind: 'claim', signs } as const]));
/** Answers that show nothing. */
const asides = (first: number, count: number) =>
  Array.from({ length: count }, (_, at) => claimed(first + at, `Aside ${first + at}.`)).flat();
const read = (...events: readonly InterviewEvent[]): Debrief =>
  Debrief.parse(assess(log(...events), content));
const MEMORY = 'Each replica takes 9 GB times 4 copies, so 36 GB.';
const LOAD = 'It is 20 requests a second, so 1,200 requests a minute.';
const bandOf = (debrief: Debrief, id: string) =>
  debrief.dimensions.find((dimension) => dimension.id === id)?.band;

describe('a debrief', () => {
  it('AS2 shows nothing where nothing was said', () => {
    const debrief = read();
    expect(debrief.dimensions.map(({ band }) => band)).toEqual(Array.from({ length: 8 }, () => 'not-shown'));
    expect(debrief.levelReading).toMatchObject({
      most: null,
      why: expect.stringMatching(/^No answer was given/),
    });
  });

  it('AS2 without a model of marks gives none, and says so', () => {
    const { judgement: _, ...without } = content;
    const debrief = Debrief.parse(assess(log(...claimed(0, 'It takes 20 ms.', 'figure')), without));
    expect(debrief.dimensions.every(({ band }) => band === 'not-shown')).toBe(true);
    expect(debrief.cannotRead[0]).toContain('no model');
  });

  it('AS1 a reading says what was done and what it shows, on the very words', () => {
    const debrief = read(...claimed(0, MEMORY, 'figure'), ...claimed(1, 'The cache fails first.', 'failure'));
    const depth = debrief.dimensions.find(({ id }) => id === 'technical-depth');
    expect(depth).toMatchObject({ band: 'exceeds' });
    expect(depth!.evidence).toContainEqual(
      expect.objectContaining({
        kind: 'quote',
        turn: 0,
        quote: MEMORY,
        reading: expect.stringMatching(/^worked it out in figures, which shows /),
      }),
    );
  });

  it('AS1 what somebody says that he does not know is cited as that, and for nothing else', () => {
    const debrief = read(
      ...claimed(0, "I haven't built one, and I don't know if 20 GB holds 4 copies.", 'figure'),
      ...claimed(1, "I've never measured how long 20 copies of 9 GB take.", 'figure'),
    );
    const told = debrief.dimensions.filter(({ evidence }) => evidence.some(({ kind }) => kind === 'quote'));
    expect(told.map(({ id }) => id)).toEqual(['communication']);
  });

  it('AS2 what a stranger would not see in the words is no evidence, and without it there is no mark', () => {
    const events = log(...claimed(0, MEMORY, 'figure'), ...claimed(1, LOAD, 'figure'));
    const none = Object.fromEntries(DIMENSIONS.map((id) => [id, { bias: -5, words: {}, marks: {} }]));
    const debrief = Debrief.parse(assess(events, { ...content, citing: none as Citing }));
    expect(new Set(debrief.dimensions.map(({ band }) => band))).toEqual(new Set(['not-shown']));
  });

  it('AS1 what the question asked for speaks for citing its answer', () => {
    const marks = { 'asked for production': 4 };
    const asked = Object.fromEntries(
      DIMENSIONS.map((id) => [id, { bias: -1, words: {}, marks: id === 'production' ? marks : {} }]),
    );
    const events = log(
      ...claimed(0, 'It takes 20 of them in 3 regions there.', 'figure'),
      {
        type: 'LineSaid',
        turn: 1,
        make,
        parts: [{ source: 'line', text: 'What happens when a region fails?' }],
      },
      ...claimed(2, 'It takes 30 of them in 4 regions there.', 'figure'),
    );
    const debrief = Debrief.parse(assess(events, { ...content, citing: asked as Citing }));
    const production = debrief.dimensions.find(({ id }) => id === 'production');
    expect(production?.evidence[0]).toMatchObject({ kind: 'quote', turn: 2 });
  });

  it('AS1 drops what is not in the turn it names', () => {
    const elsewhere = {
      type: 'FindingsRead',
      turn: 7,
      make,
      findings: [{ kind: 'claim', signs: ['figure'], span: { start: 0, end: 9 } }],
    } as const;
    const debrief = read(...claimed(0, MEMORY, 'figure'), ...claimed(1, LOAD, 'figure'), elsewhere);
    const quotes = debrief.dimensions.flatMap(({ evidence }) => evidence);
    expect(new Set(quotes.map((one) => one.kind === 'quote' && one.turn))).toEqual(new Set([0, 1]));
  });

  it('AS3 saying it again, in one answer or in others, counts nothing more', () => {
    const once = [...claimed(0, 'The index of one shard takes 20 GB of memory.', 'figure'), ...asides(1, 9)];
    const again = [
      ...claimed(0, 'The index of one shard takes 20 GB of memory.', 'figure'),
      ...Array.from({ length: 9 }, (_, at) =>
        claimed(at + 1, 'One shard’s index: it takes 20 GB of memory.', 'figure'),
      ).flat(),
    ];
    expect(bandOf(read(...again), 'architecture')).toBe(bandOf(read(...once), 'architecture'));
    expect(read(...again).levelReading.most).toBe(read(...once).levelReading.most);
  });

  it('AS3 counts how much the answers say that say most, each by its best passage, and adding to them takes nothing away', () => {
    const specific = { bias: -4, words: { because: 8 }, marks: {} };
    const substance = { specific, commanding: { bias: -4, words: {}, marks: {} } };
    const weighed = {
      ...content,
      substance,
      judgement: { ...judgement, level: { ...judgement.level, weights: {}, specific: 3 } },
    };
    const levelIn = (...texts: readonly string[]) =>
      assess(log(...texts.flatMap((text, turn) => claimed(turn, text, 'figure'))), weighed)?.levelReading
        .most;
    const things =
      'caches queues shards indexes rankers features labels alarms budgets gateways replicas vectors'.split(
        ' ',
      );
    const verbs = 'expire grow split rebuild score drift arrive ring double route restart shrink'.split(' ');
    const names = things.map((thing, turn) => `The ${thing} ${verbs[turn]} in region ${turn} today.`);
    const reasons = things.map(
      (thing, turn) => `The ${thing} ${verbs[turn]} because ${verbs.at(-turn)} ${turn}.`,
    );
    const order = ['L4', 'L5', 'L6', 'L7', 'principal'];
    const at = (...texts: readonly string[]) => order.indexOf(levelIn(...texts) ?? '');
    expect(at(...reasons)).toBeGreaterThan(at(...names));
    expect(at(...reasons.map((text, turn) => `${text} Kafka ${turn} is there too, and that is all.`))).toBe(
      at(...reasons),
    );
  });

  it('AS4 below rests on questions that were not taken up, and without questions nothing is held against anybody', () => {
    const asked = (turn: number) => [
      {
        type: 'LineSaid',
        turn,
        make,
        parts: [{ source: 'line', text: 'What happens at ten times the load?' }],
      } as const,
      ...claimed(turn + 1, 'We would look at it then.'),
    ];
    const debrief = read(...[0, 2, 4].flatMap(asked));
    const production = debrief.dimensions.find(({ id }) => id === 'production');
    expect(production).toMatchObject({ band: 'below' });
    expect(production!.evidence[0]).toMatchObject({
      kind: 'absence',
      opportunity: { turn: 2 },
      polarity: 'concern',
      reading: expect.stringContaining('“What happens at ten times the load?”'),
    });
    expect(bandOf(read(...asked(0), ...asked(2)), 'production')).toBe('not-shown');
    // Nobody asked for strategy: what was too seldom is told, and no question is held against it.
    const strategy = debrief.dimensions.find(({ id }) => id === 'strategy');
    expect(strategy!.evidence.map(({ reading }) => reading)).toEqual([
      expect.stringMatching(/in 0 of 3 answers, which is too seldom/),
    ]);
  });

  it('AS10 what would have moved a mark moves it', () => {
    const said = [...claimed(0, MEMORY, 'figure'), ...claimed(1, LOAD, 'figure'), ...asides(2, 4)];
    const before = read(...said);
    const depth = before.dimensions.find(({ id }) => id === 'technical-depth');
    expect(depth).toMatchObject({ band: 'meets' });
    // 2 of 6 answers give 0.67; five more of failures, on the same six, give 2.33, three give 1.67.
    expect(depth!.wouldMove[0]).toMatch(
      /^Where there is occasion, in three more answers (give a figure|say what goes wrong)/,
    );
    const moved = read(
      ...claimed(0, MEMORY, 'figure'),
      ...claimed(1, LOAD, 'figure'),
      ...[2, 3, 4].flatMap((turn) =>
        claimed(turn, `Then part ${'abc'[turn - 2]!.repeat(4)} breaks.`, 'failure'),
      ),
      ...asides(5, 1),
    );
    expect(bandOf(moved, 'technical-depth')).toBe('exceeds');
  });

  it('AS11 a level has a range and its counts, and is never over what was asked for', () => {
    const strong = Array.from({ length: 12 }, (_, at) => {
      const word = (stem: string) => `${stem}${'abcdefghijkl'[at]!.repeat(4)}`;
      return claimed(
        at,
        `The ${word('bar')} ${word('cor')} ${word('dun')} takes 20 ms.`,
        'figure',
        'failure',
      );
    }).flat();
    const { levelReading } = read(...strong);
    expect(levelReading).toMatchObject({ low: 'L6', most: 'L6', high: 'L7' });
    expect(levelReading.why).toContain('Of 12 answers 12 gave a figure with its unit');
    expect(read(...claimed(0, 'Hm.'), ...claimed(1, 'Well.')).levelReading).toMatchObject({ most: 'L4' });
    expect(read(...claimed(0, 'It takes 20 ms.', 'figure')).levelReading.most).toBeNull();
  });

  it('AS8 says what it cannot read', () => {
    expect(read().cannotRead.length).toBeGreaterThan(2);
    const { sheet: _, ...general } = content;
    const debrief = Debrief.parse(assess(log(), general));
    expect(debrief).toMatchObject({ sheet: 'general' });
    expect(debrief.cannotRead[0]).toContain('no sheet yet');
  });

  it('AS9 counts the minutes in which the clock went', () => {
    // Each event is half a minute after the one before.
    const stood = [{ type: 'ClockPaused' }, ...said(1, 'Hm.'), { type: 'ClockResumed' }] as const;
    const held = read(...said(0, 'So.'), ...stood, { type: 'InterviewClosed', reason: 'r' });
    expect(held.debrief.overall).toContain('over 2 minutes');
  });

  it('AS3 a name shows nothing, however often', () => {
    const names = Array.from({ length: 9 }, (_, turn) =>
      said(turn, 'Result cache!', concept('result-cache', 'named')),
    ).flat();
    const debrief = read(...names);
    expect(bandOf(debrief, 'architecture')).toBe('not-shown');
    expect(debrief.concepts).toMatchObject([{ id: 'result-cache', depth: 'named', evidence: [] }]);
  });

  it('AS3 lists an idea at the depth that its own sentence bears, and none that was only likened', () => {
    const idea = (text: string, by: 'name' | 'words' | 'likeness') => {
      const at = text.indexOf('result cache');
      const named = { start: Math.max(0, at), end: Math.max(0, at) + 12 };
      const found = { ...concept('result-cache', 'explained'), named, by } as const;
      return read(...said(0, text, found)).concepts.map(({ depth, evidence }) => [depth, evidence.length]);
    };
    const reasoned = 'We put in a result cache because the head of the queries repeats all day.';
    expect(idea(reasoned, 'name')).toEqual([['explained', 1]]);
    expect(idea(reasoned, 'words')).toEqual([]);
    expect(idea(reasoned, 'likeness')).toEqual([]);
    expect(idea('Because it repeats, we need a queue; there is also a result cache.', 'name')).toEqual([
      ['named', 0],
    ]);
  });

  it('AS5 lists what was expected and not heard, with where it was asked for and the next level’s words', () => {
    const probe = [
      { type: 'MoveChosen', turn: 0, move: 'probe-gap', about: { item: 'cache-results' }, reason: 'r' },
      { type: 'LineSaid', turn: 0, make, parts: [{ source: 'line', text: 'What happens then?' }] },
    ] as const;
    expect(read(...probe).missed).toEqual([
      { item: 'cache-results', turn: 0, nextLevelSays: 'We keep the head of the queries at the edge.' },
      { item: 'watch-drift', turn: null, nextLevelSays: toySheet.concepts[1]?.explained },
    ]);
  });

  it('AS5 what was said in other words, or as part of something longer, is not told as missed', () => {
    const missed = (text: string) => read(...claimed(0, text, 'figure')).missed.map(({ item }) => item);
    expect(missed('We keep popular answers for a minute.')).toEqual(['watch-drift']);
    expect(missed('It is 20 ms.')).toEqual(['cache-results', 'watch-drift']);
  });

  it('AS6 lists each hint with its rung and what it led to', () => {
    const hint = {
      type: 'MoveChosen',
      turn: 3,
      move: 'hint',
      about: { item: 'watch-drift', rung: 2 },
      reason: 'r',
    } as const;
    expect(read(hint).hints).toEqual([{ turn: 3, rung: 2, ledTo: 'it did not come up afterwards' }]);
    expect(read(hint, ...said(4, 'Drift!', concept('drift', 'named'))).hints[0]?.ledTo).toBe(
      'it came up in turn 4',
    );
  });

  const spoken = [
    ...claimed(1, 'We cache results because the head repeats at 2 GB.', 'figure', 'reason'),
    ...claimed(
      2,
      'Drift breaks the ranking if the catalogue moves, so we roll back to the previous model.',
      'failure',
      'condition',
    ),
    ...claimed(3, MEMORY, 'figure'),
  ];

  it('AS7 the letter has no score, band or level', () => {
    const letter = JSON.stringify(read(...spoken).debrief);
    expect(letter).toContain('We cache results because the head repeats at 2 GB.');
    expect(letter).not.toMatch(
      /\b(L[4-7]|principal|meets|exceeds|below the|score|band|\d+ ?%|out of \d+)\b/i,
    );
  });

  it('AS7 the letter has every part that the brief asks for', () => {
    const { debrief } = read(...spoken);
    expect(debrief.decisions).toEqual([
      'You said: “We cache results because the head repeats at 2 GB.”',
      'You said: “Drift breaks the ranking if the catalogue moves, so we roll back to the previous model.”',
    ]);
    expect(debrief.architecture).toBe('What you said on the architecture stands above.');
    expect(debrief.production).toBe('What you said on running it stands above.');
    expect(debrief.modelling).toBe(`On the modelling you said “${MEMORY.slice(0, -1)}”.`);
    expect(debrief.strengths).toHaveLength(3);
    expect(read().debrief.explore).toHaveLength(2);
    expect(debrief.overall).toContain('3 of your statements');
    expect(read().debrief.next[0]).toContain(toySheet.items[0]?.probe);
  });

  it('AS7 quotes each of your words once, wherever else they belong', () => {
    const shards = 'Each shard holds 40 GB in memory.';
    const { debrief } = read(...spoken.slice(0, 4), ...claimed(3, shards, 'failure'));
    const letter = JSON.stringify(debrief);
    for (const words of ['We cache results', 'Drift breaks', 'Each shard'])
      expect(letter.split(`“${words}`)).toHaveLength(2);
    expect(debrief.modelling).toBe('On the modelling you said “Each shard holds 40 GB in memory”.');
    expect(debrief.strengths[0]).toMatch(/^You .*; the words stand above\.$/);
    expect(read().debrief.overall).toContain('0 turns within a minute');
  });

  it('AS7 without a sheet it says what was seldom heard, and which question to take again', () => {
    const { sheet: _, ...general } = content;
    const asked = {
      type: 'LineSaid',
      turn: 0,
      make,
      parts: [{ source: 'line', text: 'What breaks first?' }],
    } as const;
    const { debrief } = Debrief.parse(assess(log(asked, ...spoken, ...asides(3, 6)), general));
    expect(debrief.explore[0]).toMatch(/: in none of 9 answers\.$/);
    expect(debrief.next[0]).toMatch(/^Answer once more, aloud and in two minutes: “What breaks first\?”/);
  });

  it('AS7 what was asked is not told as decided', () => {
    const { debrief } = read(
      ...spoken,
      ...claimed(4, 'Is there a target cost per million tokens, because that decides it?', 'cost', 'reason'),
    );
    expect(debrief.decisions.join()).not.toContain('Is there a target');
  });

  it('AS7 AS11 a sitting far too short is told as that, and neither a level nor a mark is read from it', () => {
    const phases = [
      { id: 'explore', title: 'Exploring', budgetMs: 1_200_000, exchanges: 4 },
      { id: 'deep', title: 'Deep dive', budgetMs: 1_200_000, exchanges: 4 },
    ];
    const [opened, ...rest] = log({ type: 'PhaseEntered', phase: 'explore', reason: 'r' }, ...spoken);
    if (opened?.event.type !== 'InterviewOpened')
      throw new Error('Expected a log that begins with its opening.');
    const events = [{ ...opened, event: { ...opened.event, plan: { ...plan, phases } } }, ...rest];
    const { levelReading, dimensions, debrief } = Debrief.parse(assess(events, content));
    expect(levelReading).toMatchObject({
      most: null,
      why: 'Only 4 of 40 minutes were used, and a level is read from 10 or more.',
    });
    // Nor is a mark; what was said is quoted all the same.
    expect(dimensions.map(({ band }) => band)).toEqual(DIMENSIONS.map(() => 'not-shown'));
    expect(dimensions.flatMap(({ evidence }) => evidence).length).toBeGreaterThan(0);
    const long = Debrief.parse(assess(log(...spoken), content));
    expect(long.dimensions.some(({ band }) => band !== 'not-shown')).toBe(true);
    expect(debrief.overall).toContain('Only 4 of 40 minutes were used');
    expect(debrief.overall).toContain('Nothing was said in the phase “Deep dive”.');
  });

  it('AS9 the same log gives the same debrief', () => {
    const events = said(
      1,
      'We cache results because the head repeats.',
      concept('result-cache', 'explained'),
    );
    expect(JSON.stringify(read(...events))).toBe(JSON.stringify(read(...events)));
  });
});
