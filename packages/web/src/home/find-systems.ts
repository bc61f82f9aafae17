/**
 * Systems by any of their names: title, slug, family, aliases. Every word of the query must begin a word of one of
 * them (“ad” finds ads, not headshots); where no system has that, standing anywhere in a word is enough (“gpt”).
 * Folding never changes a text's length, so that a place in the folded text is a place in the text.
 */
import { idSaid } from '@dryrun/domain';
import type { System } from '../base/api.ts';

export const findSystems = (systems: readonly System[], query: string): readonly System[] => {
  const words = wordsOf(query);
  if (words.length === 0) return systems;
  const named = systems.map((system) => ({ system, names: ` ${fold(namesOf(system).join(' '))}` }));
  const having = (mark: string) =>
    named
      .filter(({ names }) => words.every((word) => names.includes(mark + word)))
      .map(({ system }) => system);
  const beginning = having(' ');
  return beginning.length > 0 ? beginning : having('');
};

/** The aliases that the query is about: the reason why a system stands in a result whose title does not say it. */
export const aliasesMeant = ({ title, aliases }: System, query: string): readonly string[] => {
  const words = wordsOf(query).filter((word) => !fold(title).includes(word));
  return aliases.filter((alias) => words.some((word) => fold(alias).includes(word)));
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

const wordsOf = (query: string) => fold(query).split(' ').filter(Boolean);

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
