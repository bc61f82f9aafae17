/** Finding a way of saying in what was said: by stems, near to each other, whatever stands between. */
import type { HeardConcept } from '@dryrun/domain';
import { stemsOf } from '@dryrun/text';
import type { Stretch, Word } from '@dryrun/text';

export type Phrase = readonly string[];

export const phraseOf = (text: string): Phrase => [...new Set(stemsOf(text))];

/** How a concept is said, each way by its stems: the name first, and at the end what explains it. */
export type Phrases = { readonly ways: readonly Phrase[]; readonly explained: Phrase };

const cut = new WeakMap<HeardConcept, Phrases>();

/** Cut once, however many look them up. */
export const phrasesOf = (concept: HeardConcept): Phrases => {
  const before = cut.get(concept);
  if (before) return before;
  const { name, said, explained } = concept;
  const phrases = { ways: [name, ...said].map(phraseOf), explained: phraseOf(explained) };
  cut.set(concept, phrases);
  return phrases;
};

/** A name of up to this many telling words is said whole; a description may be said in part. */
const NAME_WORDS = 3;
const ENOUGH_OF_A_DESCRIPTION = 0.75;
/** How many other telling words may stand inside. */
const BETWEEN = 4;

/** Where a phrase is said in a sentence: offsets into the sentence's whole text. */
export const findPhrase = (
  phrase: Phrase,
  words: readonly Word[],
): { readonly start: number; readonly end: number } | undefined => {
  if (phrase.length === 0) return undefined;
  const isName = phrase.length <= NAME_WORDS;
  const needed = isName ? phrase.length : Math.ceil(phrase.length * ENOUGH_OF_A_DESCRIPTION);
  const width = isName ? phrase.length + 1 : phrase.length + BETWEEN;
  for (let from = 0; from < words.length; from++) {
    const window = words.slice(from, from + width);
    const said = window.filter(({ stem }) => phrase.includes(stem));
    if (said[0] !== window[0] || new Set(said.map(({ stem }) => stem)).size < needed) continue;
    const start = said[0]?.start ?? 0;
    return { start, end: said.at(-1)?.end ?? start };
  }
  return undefined;
};

/** “We don't need a …”, “no …”, “without …”: what is turned down is not shown. */
export const isTurnedDown = (sentence: Stretch, at: number): boolean =>
  /(?:\b(?:no|not|without|never|skip|avoid|rather than|instead of)\b|n['’]t\b)(?:\s+\S+){0,4}\s*$/i.test(
    sentence.text.slice(0, at),
  );
