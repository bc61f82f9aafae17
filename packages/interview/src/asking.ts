/** How surely each question fits words that are taken up, by the printed weights of `content/interviewer/asking.yaml`. */
import { AskKind, chanceOf } from '@dryrun/domain';
import type { Features, HeldContent } from '@dryrun/domain';
import { lengthOf, waysOf, wordsOf } from '@dryrun/text';
import type { Thread } from './threads.ts';

type Quoted = Pick<Thread, 'quote' | 'of' | 'told'>;

/** Whose words and ways they are, what kind of statement, what was said along with them, and how they stand in the answer. */
export const featuresAround = (answer: string, { quote, of, told = [] }: Quoted): Features => {
  const at = answer.indexOf(quote);
  return {
    words: wordsOf(quote),
    marks: [
      ...waysOf(quote),
      lengthOf(quote),
      ...of.map((kind) => `kind ${kind}`),
      ...told.map((sign) => `told ${sign}`),
      `after ${edgeOf(answer.slice(0, Math.max(0, at)).trimEnd().at(-1))}`,
      `before ${nextOf(answer.slice(at + quote.length).trimStart())}`,
    ],
  };
};

const edgeOf = (character: string | undefined): string => {
  if (character === undefined) return 'nothing';
  return /\w/.test(character) ? 'a word' : character;
};

/** A quote that goes on in “and” or “which” was cut where its thought was not at its end. */
const nextOf = (rest: string): string => /^[a-z']+/i.exec(rest)?.[0].toLowerCase() ?? edgeOf(rest[0]);

export type Fits = Readonly<Record<AskKind, number>>;

const fitsAll = (sure: (kind: AskKind) => number): Fits =>
  Object.fromEntries(AskKind.options.map((kind) => [kind, sure(kind)])) as Fits;

/** What is no claim, or where nothing was fitted, is fitted by whatever can be asked. */
const ANYTHING = fitsAll((kind) => (kind === 'nothing' ? 0 : 1));

export const fitsOf = ({ asking }: HeldContent, answer: string, quoted: Quoted): Fits => {
  if (!asking || !quoted.of.includes('claim')) return ANYTHING;
  const features = featuresAround(answer, quoted);
  return fitsAll((kind) => chanceOf(asking[kind], features));
};
