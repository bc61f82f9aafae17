/**
 * Past interviews by their words: each word of the query begins a word of what is known of an interview (title, family,
 * level, format, date), or was said in it. Level, format and age narrow it further.
 */
import { idSaid } from '@dryrun/domain';
import type { Format, Interview, System } from '../base/api.ts';
import { fold } from './find-systems.ts';

export const AGES = ['any', 'week', 'month', 'older'] as const;
export type Age = (typeof AGES)[number];
export type Wanted = {
  readonly query: string;
  /** Empty: any. */
  readonly level: string;
  readonly format: string;
  readonly age: Age;
};
/** What the server found of the words in what was said. */
export type SaidIn = {
  readonly interview: string;
  readonly words: readonly string[];
  readonly excerpt: string;
};
export type Found = { readonly interview: Interview; readonly excerpt: string | undefined };
type Library = { readonly systems: readonly System[]; readonly formats: readonly Format[] };

export const ANY: Wanted = { query: '', level: '', format: '', age: 'any' };

export const isAny = ({ query, level, format, age }: Wanted): boolean =>
  query.trim() === '' && level === '' && format === '' && age === 'any';

/** Newest first. */
export const findInterviews = (
  interviews: readonly Interview[],
  wanted: Wanted,
  said: readonly SaidIn[],
  library: Library,
  now: number,
): readonly Found[] => {
  const words = wordsIn(wanted.query);
  const saidBy = new Map(said.map((one) => [one.interview, one]));
  return interviews
    .filter(({ level, format, lastAt }) => narrowed(wanted, level, format, now - lastAt))
    .flatMap((interview) => {
      const facts = ` ${fold(factsOf(interview, library).join(' '))}`;
      const heard = saidBy.get(interview.interview);
      const known = (word: string) => facts.includes(` ${fold(word).trim()}`);
      const missing = words.filter((word) => !known(word));
      if (missing.some((word) => !heard?.words.includes(word))) return [];
      return [{ interview, excerpt: words.length > 0 ? heard?.excerpt : undefined }];
    })
    .toSorted((a, b) => b.interview.lastAt - a.interview.lastAt);
};

/** As the server takes them apart, without the quotes and commas around them. */
export const wordsIn = (query: string): readonly string[] =>
  query
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}%+]+$/gu, ''))
    .filter(Boolean);

const DAY_MS = 86_400_000;

const narrowed = (
  { level, format, age }: Wanted,
  ofLevel: string,
  ofFormat: string,
  agoMs: number,
): boolean =>
  (level === '' || level === ofLevel) &&
  (format === '' || format === ofFormat) &&
  (age === 'any' ||
    (age === 'week' && agoMs <= 7 * DAY_MS) ||
    (age === 'month' && agoMs <= 30 * DAY_MS) ||
    (age === 'older' && agoMs > 30 * DAY_MS));

const factsOf = (
  { title, system, level, format, status, lastAt, startedAt }: Interview,
  { systems, formats }: Library,
): readonly string[] => {
  const known = systems.find(({ slug }) => slug === system);
  return [
    title,
    system,
    level,
    format,
    formats.find(({ id }) => id === format)?.title ?? '',
    known ? idSaid(known.family) : '',
    ...(known?.aliases ?? []),
    status === 'closed' ? 'over' : 'open',
    ...[startedAt, lastAt].flatMap(dateWords),
  ];
};

const dateWords = (at: number): readonly string[] => [
  new Date(at).toLocaleDateString('en-GB', { dateStyle: 'full' }),
  new Date(at).toLocaleDateString('sv-SE'),
];
