/**
 * The vocabulary as an index: which concepts a sentence may be saying, by its stems, before anything is looked at closely.
 *
 *     name, whole ──────────────┐
 *     a description, mostly ────┼──▶ concept, with its place
 *     words of several ways ────┘    (the clearest one only, and clearly before the next)
 */
import type { HeardConcept } from '@dryrun/domain';
import type { Word } from '@dryrun/text';
import { findPhrase, phraseOf } from './phrases.ts';
import type { Phrase } from './phrases.ts';

type Place = { readonly start: number; readonly end: number };
export type HeardAt = { readonly id: string; readonly place: Place };

type Way = { readonly concept: number; readonly phrase: Phrase; readonly needed: number };

export type Index = {
  readonly ids: readonly string[];
  readonly ways: readonly Way[];
  /** Ways that have a stem. */
  readonly waysOf: ReadonlyMap<string, readonly number[]>;
  /** By stem, the concepts in whose ways it is, and in how many of them. */
  readonly inBags: ReadonlyMap<string, ReadonlyMap<number, number>>;
};

const NAME_WORDS = 3;
const ONE_NAME = 2;
const ENOUGH_OF_A_DESCRIPTION = 0.75;

export const indexOf = (
  concepts: readonly HeardConcept[],
  furtherWays: (id: string) => readonly string[] = () => [],
): Index => {
  const ways: Way[] = [];
  const waysOf = new Map<string, number[]>();
  const inBags = new Map<string, Map<number, number>>();
  concepts.forEach(({ id, name, said, explained }, concept) => {
    const phrases = [name, ...said, ...furtherWays(id)]
      .map((way) => ({ phrase: phraseOf(way), words: way.trim().split(/\s+/).length }))
      // A description with a single telling word is told by its everyday words, which say nothing.
      .filter(({ phrase, words }) => phrase.length > 1 || (phrase.length === 1 && words <= ONE_NAME))
      .map(({ phrase }) => phrase);
    for (const phrase of phrases) {
      const isName = phrase.length <= NAME_WORDS;
      const needed = isName ? phrase.length : Math.ceil(phrase.length * ENOUGH_OF_A_DESCRIPTION);
      const way = ways.push({ concept, phrase, needed }) - 1;
      for (const stem of phrase) {
        const own = waysOf.get(stem);
        if (own) own.push(way);
        else waysOf.set(stem, [way]);
      }
    }
    for (const phrase of [...phrases, phraseOf(explained)])
      for (const stem of phrase) {
        const bag = inBags.get(stem) ?? new Map<number, number>();
        bag.set(concept, (bag.get(concept) ?? 0) + 1);
        inBags.set(stem, bag);
      }
  });
  return { ids: concepts.map(({ id }) => id), ways, waysOf, inBags };
};

export const heardIn = (index: Index, words: readonly Word[]): readonly HeardAt[] => {
  const found = new Map<number, Place>();
  const stems = new Set(words.map(({ stem }) => stem));
  const hits = new Map<number, number>();
  for (const stem of stems)
    for (const way of index.waysOf.get(stem) ?? []) hits.set(way, (hits.get(way) ?? 0) + 1);
  for (const [at, count] of hits) {
    const { concept, phrase, needed } = index.ways[at]!;
    if (count < needed || found.has(concept)) continue;
    const place = findPhrase(phrase, words);
    if (place) found.set(concept, place);
  }
  const clearest = clearestOf(index, words, stems);
  if (clearest && !found.has(clearest.concept)) found.set(clearest.concept, clearest.place);
  return [...found].map(([concept, place]) => ({ id: index.ids[concept] ?? '', place }));
};

/** Of what a sentence says, so much must be the concept's own; and so much more than any other's. */
const SHARE = 0.45;
const AHEAD = 1.1;
const WORDS_LEAST = 3;

/** Its words are spread over several ways of saying one concept, and rare elsewhere. */
const clearestOf = (
  { ids, inBags }: Index,
  words: readonly Word[],
  stems: ReadonlySet<string>,
): { readonly concept: number; readonly place: Place } | undefined => {
  if (stems.size < WORDS_LEAST) return undefined;
  const scores = new Map<number, { score: number; words: number }>();
  let whole = 0;
  for (const stem of stems) {
    const bag = inBags.get(stem);
    const rare = Math.log((ids.length + 1) / ((bag?.size ?? 0) + 0.5));
    whole += rare;
    for (const [concept, times] of bag ?? []) {
      const one = scores.get(concept) ?? { score: 0, words: 0 };
      one.score += (2 * rare * times) / (times + 1);
      one.words++;
      scores.set(concept, one);
    }
  }
  let best: { concept: number; score: number; words: number } | undefined;
  let next = 0;
  for (const [concept, one] of scores) {
    if (!best || one.score > best.score) {
      next = best?.score ?? 0;
      best = { concept, ...one };
    } else next = Math.max(next, one.score);
  }
  if (!best || best.words < WORDS_LEAST || best.score < SHARE * whole || best.score < AHEAD * next)
    return undefined;
  const own = words.filter(({ stem }) => inBags.get(stem)?.has(best.concept));
  return { concept: best.concept, place: { start: own[0]?.start ?? 0, end: own.at(-1)?.end ?? 0 } };
};
