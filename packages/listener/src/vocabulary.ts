/**
 * The vocabulary as an index: which concepts a sentence may be saying, by its stems, before anything is looked at closely.
 *
 *     name, whole ─────────────────────────┐
 *     a description, mostly ───────────────┼──▶ concept, with its place
 *     what is told of it, ranked (BM25) ───┘    (the nearest, and the next one where it is about as near)
 */
import type { HeardConcept } from '@dryrun/domain';
import type { Word } from '@dryrun/text';
import { findPhrase, phraseOf } from './phrases.ts';
import type { Phrase } from './phrases.ts';

type Place = { readonly start: number; readonly end: number };
export type HeardAt = {
  readonly id: string;
  readonly place: Place;
  readonly by: 'name' | 'words' | 'likeness';
};

type Way = {
  readonly concept: number;
  readonly phrase: Phrase;
  readonly needed: number;
  /** It may be recognised as it stands; else it only adds to what is told of its concept. */
  readonly tells: boolean;
};

export type Index = {
  readonly ids: readonly string[];
  readonly ways: readonly Way[];
  /** Ways that have a stem. */
  readonly waysOf: ReadonlyMap<string, readonly number[]>;
  /** By stem: the concepts it is told of, what it weighs for each (BM25), and how rare it is. */
  readonly tellings: ReadonlyMap<string, Telling>;
};

type Telling = {
  readonly rarity: number;
  readonly concepts: readonly number[];
  readonly weights: readonly number[];
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
  const tellings = new Map<string, Map<number, number>>();
  const counts = concepts.map(({ id, name, said, explained }, concept) => {
    const phrases = [name, ...said, ...furtherWays(id)]
      .map((way) => ({ phrase: phraseOf(way), words: way.trim().split(/\s+/).length }))
      .filter(({ phrase }) => phrase.length > 0);
    for (const { phrase, words } of phrases) {
      const isName = phrase.length <= NAME_WORDS;
      const needed = isName ? phrase.length : Math.ceil(phrase.length * ENOUGH_OF_A_DESCRIPTION);
      // A description with a single telling word is told by its everyday words, which say nothing.
      const tells = phrase.length > 1 || words <= ONE_NAME;
      const way = ways.push({ concept, phrase, needed, tells }) - 1;
      for (const stem of phrase) {
        const own = waysOf.get(stem);
        if (own) own.push(way);
        else waysOf.set(stem, [way]);
      }
    }
    let told = 0;
    for (const phrase of [...phrases.map((one) => one.phrase), phraseOf(explained)])
      for (const stem of phrase) {
        const of = tellings.get(stem) ?? new Map<number, number>();
        of.set(concept, (of.get(concept) ?? 0) + 1);
        tellings.set(stem, of);
        told++;
      }
    return told;
  });
  const average = Math.max(1, counts.reduce((sum, count) => sum + count, 0) / Math.max(1, counts.length));
  const weighed = new Map<string, Telling>();
  for (const [stem, of] of tellings) {
    const rarity = Math.log(1 + (concepts.length - of.size + 0.5) / (of.size + 0.5));
    const weights = [...of].map(([concept, times]) => {
      const slow = SOON * (1 - BY_LENGTH + (BY_LENGTH * (counts[concept] ?? 0)) / average);
      return (rarity * times * (SOON + 1)) / (times + slow);
    });
    weighed.set(stem, { rarity, concepts: [...of.keys()], weights });
  }
  return { ids: concepts.map(({ id }) => id), ways, waysOf, tellings: weighed };
};

export const heardIn = (index: Index, words: readonly Word[]): readonly HeardAt[] => {
  const found = new Map<number, Place>();
  const stems = new Set(words.map(({ stem }) => stem));
  const hits = hitsOf(index, stems);
  for (const at of hits.ways) {
    const { concept, phrase, needed, tells } = index.ways[at]!;
    if (!tells || hits.counts[at]! < needed || found.has(concept)) continue;
    const place = findPhrase(phrase, words);
    if (place) found.set(concept, place);
  }
  const likened = new Set<number>();
  for (const concept of nearest(index, stems, hits)) {
    if (found.has(concept)) continue;
    likened.add(concept);
    const own = words.filter(({ stem }) => index.tellings.get(stem)?.concepts.includes(concept));
    found.set(concept, { start: own[0]?.start ?? 0, end: own.at(-1)?.end ?? 0 });
  }
  return [...found].map(([concept, place]) => ({
    id: index.ids[concept] ?? '',
    place,
    by: likened.has(concept) ? 'likeness' : 'words',
  }));
};

/** The ways that share a stem with what is said: how many, and how rare those are together. */
type Hits = {
  readonly ways: readonly number[];
  readonly counts: Uint8Array;
  readonly rarities: Float64Array;
};

const hitsOf = ({ ways, waysOf, tellings }: Index, stems: ReadonlySet<string>): Hits => {
  const touched: number[] = [];
  const counts = new Uint8Array(ways.length);
  const rarities = new Float64Array(ways.length);
  for (const stem of stems) {
    const rarity = tellings.get(stem)?.rarity ?? 0;
    for (const way of waysOf.get(stem) ?? []) {
      if (counts[way] === 0) touched.push(way);
      counts[way]!++;
      rarities[way]! += rarity;
    }
  }
  return { ways: touched, counts, rarities };
};

/** How soon a word that is told often of one concept stops counting more, and how much its length counts: BM25's own usual values. */
const SOON = 1.2;
const BY_LENGTH = 0.5;
/** What words that stand together in one way of saying add. */
const TOGETHER = 0.5;
/**
 * Of what a sentence says, so much must be the concept's own, in so many words, and so much more than of the tenth: small talk is
 * a little like everything. The second must be about as near as the first.
 */
const SHARE = 0.5;
const STANDS_OUT = 0.3;
const TENTH = 10;
const WORDS_LEAST = 5;
const ABOUT_AS_NEAR = 0.85;

/** The concepts whose descriptions are nearest to what is said, if any is near at all. */
const nearest = (
  { ids, ways, tellings }: Index,
  stems: ReadonlySet<string>,
  hits: Hits,
): readonly number[] => {
  if (stems.size < WORDS_LEAST) return [];
  const unknown = Math.log(1 + (ids.length + 0.5) / 0.5);
  const scores = new Float64Array(ids.length);
  const words = new Uint8Array(ids.length);
  const together = new Float64Array(ids.length);
  let whole = 0;
  for (const stem of stems) {
    const telling = tellings.get(stem);
    whole += telling?.rarity ?? unknown;
    if (!telling) continue;
    for (let at = 0; at < telling.concepts.length; at++) {
      const concept = telling.concepts[at]!;
      scores[concept]! += telling.weights[at]!;
      words[concept]!++;
    }
  }
  for (const way of hits.ways) {
    const count = hits.counts[way]!;
    if (count < 2) continue;
    const { concept, phrase } = ways[way]!;
    together[concept] = Math.max(together[concept]!, (hits.rarities[way]! * count) / phrase.length);
  }
  const tenth = scores.toSorted().at(-TENTH) ?? 0;
  let [first, second] = [-1, -1];
  for (let concept = 0; concept < ids.length; concept++) {
    scores[concept]! += TOGETHER * together[concept]!;
    if (first < 0 || scores[concept]! > scores[first]!) [first, second] = [concept, first];
    else if (second < 0 || scores[concept]! > scores[second]!) second = concept;
  }
  const best = first < 0 ? 0 : scores[first]!;
  if (best - tenth < STANDS_OUT * best) return [];
  return [first, second].filter(
    (concept) =>
      concept >= 0 &&
      words[concept]! >= WORDS_LEAST &&
      scores[concept]! >= SHARE * whole &&
      scores[concept]! >= ABOUT_AS_NEAR * best,
  );
};
