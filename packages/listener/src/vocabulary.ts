/**
 * The vocabulary as an index: which concepts a sentence may be saying, by its stems, before anything is looked at closely.
 *
 *     name, whole ─────────────────────────┐
 *     a description, mostly ───────────────┼──▶ concept, with its place
 *     what is told of it, ranked (BM25) ───┘    (the nearest, and the next two where they are about as near)
 *
 * What is told of a concept also guards its descriptions: one that stands in a sentence which is near to others is of something else.
 */
import type { HeardConcept } from '@dryrun/domain';
import type { Word } from '@dryrun/text';
import { findPhrase, phraseOf, phrasesOf } from './phrases.ts';
import type { Phrase } from './phrases.ts';

type Place = { readonly start: number; readonly end: number };
export type HeardAt = {
  readonly id: string;
  readonly place: Place;
  readonly by: 'name' | 'words' | 'likeness';
};

/** All ways of saying, by number: whose each is, its stems, and how many of them make it recognised as it stands. */
type Ways = {
  readonly concepts: Uint16Array;
  readonly phrases: readonly Phrase[];
  readonly lengths: Uint8Array;
  readonly needed: Uint8Array;
};
/** It is never recognised as it stands, and only adds to what is told of its concept. */
const NEVER = 255;

export type Index = {
  readonly ids: readonly string[];
  readonly ways: Ways;
  /** Ways that have a stem. */
  readonly waysOf: ReadonlyMap<string, Uint32Array>;
  /** By stem: the concepts it is told of, what it weighs for each (BM25), and how rare it is. */
  readonly tellings: ReadonlyMap<string, Telling>;
  /** Of the sentence before: cleared and filled again with each, for there are tens of thousands of ways. */
  readonly hits: Hits;
};

type Telling = {
  readonly rarity: number;
  readonly concepts: Uint16Array;
  readonly weights: Float64Array;
};

/** The ways that share a stem with what is said: how many stems, and how rare those are together. */
type Hits = {
  ways: number[];
  readonly counts: Uint8Array;
  readonly rarities: Float64Array;
};

const NAME_WORDS = 3;
const ONE_NAME = 2;
const ENOUGH_OF_A_DESCRIPTION = 0.75;

export const indexOf = (
  concepts: readonly HeardConcept[],
  furtherWays: (id: string) => readonly string[] = () => [],
): Index => {
  const ways: { readonly concept: number; readonly phrase: Phrase; readonly needed: number }[] = [];
  const waysOf = new Map<string, number[]>();
  const tellings = new Map<string, Map<number, number>>();
  const counts = concepts.map((one, concept) => {
    const { ways: own, explained } = phrasesOf(one);
    const further = furtherWays(one.id);
    const texts = [one.name, ...one.said, ...further];
    const phrases = [...own, ...further.map(phraseOf)];
    for (const [at, phrase] of phrases.entries()) {
      if (phrase.length === 0) continue;
      const isName = phrase.length <= NAME_WORDS;
      // A description with a single telling word is told by its everyday words, which say nothing.
      const tells = phrase.length > 1 || texts[at]!.trim().split(/\s+/).length <= ONE_NAME;
      const most = isName ? phrase.length : Math.ceil(phrase.length * ENOUGH_OF_A_DESCRIPTION);
      const way = ways.push({ concept, phrase, needed: tells ? most : NEVER }) - 1;
      for (const stem of phrase) {
        const own = waysOf.get(stem);
        if (own) own.push(way);
        else waysOf.set(stem, [way]);
      }
    }
    let told = 0;
    for (const phrase of [...phrases, explained])
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
    const weights = Float64Array.from(of, ([concept, times]) => {
      const slow = SOON * (1 - BY_LENGTH + (BY_LENGTH * (counts[concept] ?? 0)) / average);
      return (rarity * times * (SOON + 1)) / (times + slow);
    });
    weighed.set(stem, { rarity, concepts: Uint16Array.from(of.keys()), weights });
  }
  return {
    ids: concepts.map(({ id }) => id),
    ways: {
      concepts: Uint16Array.from(ways, ({ concept }) => concept),
      phrases: ways.map(({ phrase }) => phrase),
      lengths: Uint8Array.from(ways, ({ phrase }) => phrase.length),
      needed: Uint8Array.from(ways, ({ needed }) => needed),
    },
    waysOf: new Map([...waysOf].map(([stem, of]) => [stem, Uint32Array.from(of)])),
    tellings: weighed,
    hits: { ways: [], counts: new Uint8Array(ways.length), rarities: new Float64Array(ways.length) },
  };
};

export const heardIn = (index: Index, words: readonly Word[]): readonly HeardAt[] => {
  const found = new Map<number, Place>();
  const stems = new Set(words.map(({ stem }) => stem));
  const hits = hitsOf(index, stems);
  const near = stems.size < WORDS_LEAST ? undefined : nearnessOf(index, stems, hits);
  const { ways } = index;
  for (const at of hits.ways) {
    if (hits.counts[at]! < ways.needed[at]!) continue;
    const concept = ways.concepts[at]!;
    const phrase = ways.phrases[at]!;
    if (found.has(concept)) continue;
    if (near && isOfSomethingElse(near, concept, phrase, hits.rarities[at]!, stems.size)) continue;
    const place = findPhrase(phrase, words);
    if (place) found.set(concept, place);
  }
  const likened = new Set<number>();
  for (const concept of near ? nearest(near) : []) {
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

const hitsOf = ({ waysOf, tellings, hits }: Index, stems: ReadonlySet<string>): Hits => {
  const { counts, rarities } = hits;
  for (const way of hits.ways) {
    counts[way] = 0;
    rarities[way] = 0;
  }
  const touched: number[] = [];
  for (const stem of stems) {
    const rarity = tellings.get(stem)?.rarity ?? 0;
    const own = waysOf.get(stem);
    if (!own) continue;
    for (const way of own) {
      if (counts[way] === 0) touched.push(way);
      counts[way]!++;
      rarities[way]! += rarity;
    }
  }
  hits.ways = touched;
  return hits;
};

/** How soon a word that is told often of one concept stops counting more, and how much its length counts: BM25's own usual values. */
const SOON = 1.2;
const BY_LENGTH = 0.5;
/** What words that stand together in one way of saying add. */
const TOGETHER = 1;
/**
 * Of what a sentence says, so much must be the concept's own, in so many words, and so much more than of the tenth: small talk is
 * a little like everything. The second and the third must be about as near as the first.
 */
const SHARE = 0.4;
const STANDS_OUT = 0.2;
const TENTH = 10;
const WORDS_LEAST = 5;
const ABOUT_AS_NEAR = 0.8;
const AT_MOST = 3;
/** A word that nothing is told with is a name as often as a subject: it weighs half of what the rarest that is known does. */
const UNKNOWN = 0.5;
/** How far behind the nearest a concept may be whose way of saying is there. */
const NOT_FAR = 0.35;
/** A name's words, apart from each other, may be said of something else: then few others are the concept's own. */
const SHARE_OF_WORDS = 0.5;
/** What a word weighs that is told of one concept in fourteen. */
const RARE = 2.6;

/** How near each concept is to what is said, how many of the words are its own, and how much there is to say. */
type Nearness = {
  readonly scores: Float64Array;
  readonly words: Uint8Array;
  readonly whole: number;
  readonly best: number;
  readonly tenth: number;
};

const nearnessOf = ({ ids, ways, tellings }: Index, stems: ReadonlySet<string>, hits: Hits): Nearness => {
  const unknown = UNKNOWN * Math.log(1 + (ids.length + 0.5) / 0.5);
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
    const concept = ways.concepts[way]!;
    const own = (hits.rarities[way]! * count) / ways.lengths[way]!;
    if (own > together[concept]!) together[concept] = own;
  }
  const tenth = scores.toSorted().at(-TENTH) ?? 0;
  let best = 0;
  for (let concept = 0; concept < ids.length; concept++) {
    scores[concept]! += TOGETHER * together[concept]!;
    best = Math.max(best, scores[concept]!);
  }
  return { scores, words, whole, best, tenth };
};

const isOfSomethingElse = (
  { scores, words, best }: Nearness,
  concept: number,
  phrase: Phrase,
  rarity: number,
  said: number,
): boolean => {
  // A term of one rare word is itself wherever it stands.
  if (phrase.length === 1 && rarity >= RARE) return false;
  const isShort = phrase.length <= NAME_WORDS;
  return (
    scores[concept]! < NOT_FAR * best ||
    (isShort && words[concept]! < Math.min(WORDS_LEAST, SHARE_OF_WORDS * said))
  );
};

/** The concepts whose descriptions are nearest to what is said, nearest first, if any is near at all. */
const nearest = ({ scores, words, whole, best, tenth }: Nearness): readonly number[] => {
  if (best - tenth < STANDS_OUT * best) return [];
  const least = Math.max(SHARE * whole, ABOUT_AS_NEAR * best);
  const near: number[] = [];
  for (let concept = 0; concept < scores.length; concept++)
    if (scores[concept]! >= least && words[concept]! > 0) near.push(concept);
  return near
    .sort((one, other) => scores[other]! - scores[one]!)
    .slice(0, AT_MOST)
    .filter((concept) => words[concept]! >= WORDS_LEAST);
};
