import { describe, expect, it } from 'vitest';
import type { Interview } from '../base/api.ts';
import { ANY, findInterviews, isAny } from './find-interviews.ts';
import type { SaidIn, Wanted } from './find-interviews.ts';
import { system } from './testing/systems.ts';

const NOW = Date.UTC(2026, 10, 30, 12);
const DAY = 86_400_000;
const held = (interview: string, daysAgo: number, rest: Partial<Interview>): Interview => ({
  interview,
  title: 'Fraud detection',
  system: 'fraud-detection',
  level: 'L5',
  format: 'drill-10',
  status: 'closed',
  version: 9,
  startedAt: NOW - daysAgo * DAY,
  lastAt: NOW - daysAgo * DAY,
  ...rest,
});
const interviews = [
  held('old', 40, {}),
  held('new', 1, { level: 'L6', status: 'running' }),
  held('llm', 10, { title: 'LLM serving at scale', system: 'llm-serving', format: 'interview-45' }),
];
const library = {
  systems: [
    system('fraud-detection', 'Fraud detection', 'trust-safety', { aliases: ['chargebacks'] }),
    system('llm-serving', 'LLM serving at scale', 'serving'),
  ],
  formats: [
    { id: 'drill-10', title: '10-minute drill', opening: 'clear', minutes: 10, phases: [] },
    { id: 'interview-45', title: '45-minute interview', opening: 'vague', minutes: 45, phases: [] },
  ],
} as const;
const said: readonly SaidIn[] = [{ interview: 'old', words: ['queue'], excerpt: 'A queue behind it.' }];
const found = (wanted: Partial<Wanted>) =>
  findInterviews(interviews, { ...ANY, ...wanted }, said, library, NOW).map(
    ({ interview }) => interview.interview,
  );

describe('past interviews', () => {
  it.each([
    ['', ['new', 'llm', 'old']],
    ['fraud', ['new', 'old']],
    ['Trust safety', ['new', 'old']],
    ['chargeb', ['new', 'old']],
    ['l6', ['new']],
    ['45-minute', ['llm']],
    ['open', ['new']],
    ['october', ['old']],
    ['2026-11-20', ['llm']],
    ['queue', ['old']],
    ['“queue”,', ['old']],
    ['fraud queue', ['old']],
    ['llm queue', []],
    ['zeppelin', []],
  ])('WB15 “%s” finds %j', (query, expected) => expect(found({ query })).toEqual(expected));

  it.each([
    [{ level: 'L6' }, ['new']],
    [{ format: 'drill-10' }, ['new', 'old']],
    [{ age: 'week' }, ['new']],
    [{ age: 'month' }, ['new', 'llm']],
    [{ age: 'older' }, ['old']],
    [{ age: 'older', query: 'llm' }, []],
  ] as const)('WB15 are narrowed by %j', (wanted, expected) => expect(found(wanted)).toEqual(expected));

  it('WB15 shows what was said where words were asked for', () => {
    const excerpts = findInterviews(interviews, { ...ANY, query: 'queue' }, said, library, NOW);
    expect(excerpts.map(({ excerpt }) => excerpt)).toEqual(['A queue behind it.']);
    expect(findInterviews(interviews, ANY, said, library, NOW)[2]?.excerpt).toBeUndefined();
    expect([isAny(ANY), isAny({ ...ANY, query: ' ' }), isAny({ ...ANY, age: 'week' })]).toEqual([
      true,
      true,
      false,
    ]);
  });
});
