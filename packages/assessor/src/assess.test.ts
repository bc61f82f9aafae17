import { CommandId, ContentHash, Debrief, InterviewId, LOG_SCHEMA } from '@dryrun/domain';
import type { Finding, HeldContent, InterviewEvent, StoredEvent, Terms } from '@dryrun/domain';
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
const content: HeldContent = {
  schema: 1,
  system: { slug: 'toy', title: 'Toy', family: 'retrieval', prompt: 'Design it.', aliases: [] },
  format: { id: 'short', title: 'Short', opening: 'vague', looksAt: '', phases: [], patienceMs: [] },
  lines: {},
  sheet: toySheet,
};
/** With a second thing of each kind, for what needs two. */
const [firstItem] = toySheet.items;
const [firstConcept] = toySheet.concepts;
const [firstMistake] = toySheet.mistakes;
const wider: HeldContent = {
  ...content,
  sheet: {
    ...toySheet,
    concepts: [...toySheet.concepts, { ...firstConcept!, id: 'edge-cache', name: 'edge cache' }],
    items: [...toySheet.items, { ...firstItem!, id: 'keeps-at-edge', concept: 'edge-cache' }],
    mistakes: [...toySheet.mistakes, { ...firstMistake!, id: 'edge-is-free' }],
  },
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
const mistake = { kind: 'mistake', mistake: 'cache-forever' } as const;
const read = (...events: readonly InterviewEvent[]): Debrief =>
  Debrief.parse(assess(log(...events), content));
const readWider = (...events: readonly InterviewEvent[]): Debrief =>
  Debrief.parse(assess(log(...events), wider));
const bandOf = (debrief: Debrief, id: string) =>
  debrief.dimensions.find((dimension) => dimension.id === id)?.band;

describe('a first debrief', () => {
  it('AS2 shows nothing where nothing was said', () => {
    const debrief = read();
    expect(debrief.dimensions.map(({ band }) => band)).toEqual(Array.from({ length: 8 }, () => 'not-shown'));
    expect(debrief.levelReading).toMatchObject({
      most: null,
      why: expect.stringContaining('does not read a level'),
    });
  });

  it('AS2 needs two pieces of evidence for a band, and gives no exceeds', () => {
    const one = said(1, 'We cache results because the head repeats.', concept('result-cache', 'explained'));
    const two = said(
      2,
      'At the edge too, which avoids a hop, but it goes stale.',
      concept('edge-cache', 'weighed'),
    );
    expect(bandOf(readWider(...one), 'architecture')).toBe('not-shown');
    expect(bandOf(readWider(...one, ...two), 'architecture')).toBe('meets');
  });

  it('AS2 one thing is one piece of evidence, however often and in whatever words it is said', () => {
    const many = Array.from({ length: 9 }, (_, turn) =>
      said(turn, `Reason ${turn}.`, concept('result-cache', 'weighed')),
    ).flat();
    expect(bandOf(read(...many), 'architecture')).toBe('not-shown');
    expect(read(...many).dimensions.flatMap(({ evidence }) => evidence)).toHaveLength(1);
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
    expect(debrief.concepts).toMatchObject([{ id: 'result-cache', depth: 'named' }]);
  });

  it('AS4 below needs two concerns, and more of them than of strengths', () => {
    const wrong = [
      ...said(1, 'Cache forever.', mistake),
      ...said(2, 'They never expire.', mistake),
      ...said(3, 'The edge costs nothing.', { kind: 'mistake', mistake: 'edge-is-free' }),
    ];
    expect(bandOf(readWider(...wrong.slice(0, 4)), 'technical-depth')).toBe('not-shown');
    expect(bandOf(readWider(...wrong), 'technical-depth')).toBe('below');
    expect(readWider(...wrong).redFlags).toMatchObject([
      { id: 'cache-forever', severity: 'note', evidence: [{ quote: 'Cache forever.' }, {}] },
      { id: 'edge-is-free' },
    ]);
    expect(read().dimensions.every(({ band }) => band !== 'below')).toBe(true);
  });

  it('AS2 one sentence is one piece of evidence, however much is found in it', () => {
    const both = said(
      1,
      'We cache because it repeats.',
      concept('result-cache', 'explained'),
      concept('result-cache', 'weighed'),
    );
    const debrief = read(...both);
    expect(debrief.dimensions.flatMap(({ evidence }) => evidence)).toHaveLength(1);
    expect(bandOf(debrief, 'architecture')).toBe('not-shown');
  });

  it('AS2 questions count while the problem is found out, and if something answers them', () => {
    const ask = (phase: string, ...questions: readonly object[]) => [
      { type: 'PhaseEntered', phase, reason: 'r' } as const,
      ...questions.flatMap((question, index) =>
        said(index, `Question ${index}?`, { kind: 'question', ...question }),
      ),
    ];
    const answered = [{ fact: 'daily-users' }, { fact: 'latency' }];
    expect(bandOf(read(...ask('explore', ...answered)), 'problem-navigation')).toBe('meets');
    expect(bandOf(read(...ask('deep-dive', ...answered)), 'problem-navigation')).toBe('not-shown');
    expect(bandOf(read(...ask('explore', {}, {}, {})), 'problem-navigation')).toBe('not-shown');
  });

  it('AS1 drops what is not in the turn it names', () => {
    const events = said(
      1,
      'We cache results because the head repeats.',
      concept('result-cache', 'explained'),
    );
    const elsewhere = {
      type: 'FindingsRead',
      turn: 7,
      make,
      findings: [{ ...concept('drift', 'explained'), span: { start: 0, end: 9 } }],
    } as const;
    const debrief = read(...events, elsewhere);
    const quotes = debrief.dimensions.flatMap(({ evidence }) => evidence);
    expect(quotes).toHaveLength(1);
    expect(quotes[0]).toMatchObject({ turn: 1, quote: 'We cache results because the head repeats.' });
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

  it('AS7 the letter has no score, band or level', () => {
    const { debrief } = read(
      ...said(1, 'We cache results because the head repeats.', concept('result-cache', 'explained')),
    );
    const letter = JSON.stringify(debrief);
    expect(letter).toContain('We cache results because the head repeats.');
    expect(letter).not.toMatch(
      /\b(L[4-7]|principal|meets|exceeds|below the|score|band|\d+ ?%|out of \d+)\b/i,
    );
  });

  it('AS7 the letter has every part that the brief asks for', () => {
    const { debrief } = read(
      ...said(1, 'We cache results because the head repeats.', concept('result-cache', 'explained')),
      ...said(2, 'Drift is watched since the catalogue moves.', concept('drift', 'explained')),
    );
    expect(debrief.decisions).toEqual([
      'You said: “We cache results because the head repeats.”',
      'You said: “Drift is watched since the catalogue moves.”',
    ]);
    expect(debrief.architecture).toContain('result cache');
    expect(debrief.production).toContain('data drift');
    expect(debrief.modelling).toContain('modelling and data');
    expect(debrief.strengths).toHaveLength(2);
    expect(read().debrief.explore).toHaveLength(2);
    expect(debrief.overall).toContain('2 of your sentences');
    expect(read().debrief.next[0]).toContain(toySheet.items[0]?.probe);
  });

  it('AS1 a reading says what was done and what it shows', () => {
    const debrief = read(
      ...said(1, 'We cache results because the head repeats.', concept('result-cache', 'weighed')),
    );
    const [evidence] = debrief.dimensions.flatMap((dimension) => dimension.evidence);
    expect(evidence?.reading).toBe(
      'brought up result cache and set it against what it costs, which shows an understanding of why it is there',
    );
  });

  it('AS8 says what it cannot read', () => {
    expect(read().cannotRead.length).toBeGreaterThan(3);
    const { sheet: _, ...general } = content;
    const debrief = Debrief.parse(assess(log(), general));
    expect(debrief).toMatchObject({ sheet: 'general' });
    expect(debrief.cannotRead[0]).toContain('no sheet yet');
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
