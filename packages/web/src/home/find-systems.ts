/**
 * Systems by any of their names: title, slug, family, aliases. Every word of the query must begin a word of one of them
 * (“ad” finds ads, not headshots), however the name is spaced (“newsfeed”), or of several where no name has them all.
 * Where no system has that, standing anywhere in a word is enough (“gpt”), and where none has that either, a word may
 * have one typo (“servng”), or letters doubled that are not and not doubled that are (“reccomendation”).
 * Folding never changes a text's length, so that a place in the folded text is a place in the text.
 */
import { idSaid } from '@dryrun/domain';
import { distance } from '@dryrun/text';
import type { System } from '../base/api.ts';

export const findSystems = (systems: readonly System[], query: string): readonly System[] => {
  const words = wordsOf(query);
  if (words.length === 0) return systems;
  const named = systems.map((system) => ({ system, names: namesOf(system).map(fold) }));
  for (const isIn of LOOSER_AND_LOOSER) {
    const inOne = named.filter(({ names }) => names.some((name) => words.every((word) => isIn(name, word))));
    if (inOne.length > 0) return inOne.map(({ system }) => system);
    const inAll = named.filter(({ names }) => words.every((word) => names.some((name) => isIn(name, word))));
    if (inAll.length > 0) return inAll.map(({ system }) => system);
  }
  return [];
};

type Having = (folded: string, word: string) => boolean;

const begins: Having = (name, word) => fromEachWord(name).some((rest) => rest.startsWith(word));

const holds: Having = (name, word) => begins(name, word) || name.includes(word);

/** Which letters are doubled is what people are least sure of: “reccomendation”. */
const undoubled = (word: string): string => word.replaceAll(/(.)\1+/g, '$1');

/** In a shorter word another letter is another word. */
const LEAST_WITH_TYPO = 4;

/** One letter too many, missing, another, or swapped with its neighbour. */
const nearly: Having = (name, word) =>
  holds(name, word) ||
  (word.length >= LEAST_WITH_TYPO &&
    fromEachWord(name).some(
      (rest) =>
        undoubled(rest).startsWith(undoubled(word)) ||
        [-1, 0, 1].some((more) => distance(word, rest.slice(0, word.length + more)) <= 1),
    ));

const LOOSER_AND_LOOSER: readonly Having[] = [begins, holds, nearly];

/** “personalised news feed”, “news feed” and “feed”, written together. */
const fromEachWord = (name: string): readonly string[] => {
  const words = name.split(' ').filter(Boolean);
  return words.map((_, at) => words.slice(at).join(''));
};

/** The aliases that the query is about: the reason why a system stands in a result whose title does not say it. */
export const aliasesMeant = ({ title, aliases }: System, query: string): readonly string[] => {
  for (const isIn of LOOSER_AND_LOOSER) {
    const words = wordsOf(query).filter((word) => !isIn(fold(title), word));
    const meant = aliases.filter((alias) => words.some((word) => isIn(fold(alias), word)));
    if (meant.length > 0) return meant;
  }
  return [];
};

export type Piece = { readonly text: string; readonly meant: boolean };

/** A text in pieces, those that the query names marked. */
export const marked = (text: string, query: string): readonly Piece[] => {
  const folded = ` ${fold(text)}`;
  const words = wordsOf(query);
  const meant = new Set<number>();
  for (const word of words) {
    const atStart = folded.includes(` ${word}`);
    const found = atStart ? folded.indexOf(` ${word}`) : folded.indexOf(word) - 1;
    if (found >= 0) for (let at = found; at < found + word.length; at++) meant.add(at);
  }
  const pieces: { text: string; meant: boolean }[] = [];
  for (const [at, character] of [...text].entries()) {
    const last = pieces.at(-1);
    if (last && last.meant === meant.has(at)) last.text += character;
    else pieces.push({ text: character, meant: meant.has(at) });
  }
  return pieces;
};

const namesOf = ({ title, slug, family, aliases }: System) => [title, slug, idSaid(family), ...aliases];

/** The words of a query, without those that every question begins with, unless there are no others. */
const wordsOf = (query: string): readonly string[] => {
  const words = fold(query).split(' ').filter(Boolean);
  const telling = words.filter((word) => !SAY_NOTHING.has(word));
  return telling.length > 0 ? telling : words;
};

const SAY_NOTHING = new Set('a an the of for in on at and design build system systems'.split(' '));

/** Lower case, no accents, no punctuation, and British spelling for American (“personalized”). */
export const fold = (text: string) =>
  [...text.toLowerCase()]
    .map((character) =>
      character
        .normalize('NFD')
        .charAt(0)
        .replace('z', 's')
        .replace(/[^a-z0-9+]/, ' '),
    )
    .join('');
