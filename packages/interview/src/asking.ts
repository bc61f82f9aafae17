/** How surely each question fits words that are taken up, by the printed weights of `content/interviewer/asking.yaml`. */
import { Ask, chanceOf, Stance } from '@dryrun/domain';
import type { Features, HeldContent } from '@dryrun/domain';
import { lengthOf, sentences, waysOf, wordsOf } from '@dryrun/text';
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
      `then ${restOf(answer.slice(at + quote.length))}`,
      `of ${sizeOf(answer)}`,
    ],
  };
};

/** How much the whole answer says. */
const SIZE_WORDS = 25;
const SIZE_MOST = 6;
const sizeOf = (answer: string): number =>
  Math.min(SIZE_MOST, Math.floor(answer.split(/\s+/).length / SIZE_WORDS));

/** How much is said after it, in sentences. */
const REST_MOST = 4;
const restOf = (rest: string): number => Math.min(REST_MOST, sentences(rest).length);

const edgeOf = (character: string | undefined): string => {
  if (character === undefined) return 'nothing';
  return /\w/.test(character) ? 'a word' : character;
};

/** A quote that goes on in “and” or “which” was cut where its thought was not at its end. */
const nextOf = (rest: string): string => /^[a-z']+/i.exec(rest)?.[0].toLowerCase() ?? edgeOf(rest[0]);

/** How many times as sure as it has to be; from 1 on it can be put. */
export type Fits = Readonly<Record<Ask, number>>;

/**
 * So sure each has to be, of a known kind of statement and of any other. The weights are of readers who chose among eight; of 1,400 questions
 * that others were shown alone they accepted some kinds nearly wherever they were put, and some only of statements that are known.
 */
export const LEAST: Readonly<Record<Ask, { readonly known: number; readonly other: number }>> = {
  why: { known: 0.35, other: 0.8 },
  more: { known: 0.72, other: 0.5 },
  loss: { known: 0.84, other: 0.82 },
  when: { known: 0.56, other: 0.93 },
  number: { known: 0.55, other: 0.93 },
  lived: { known: 0.55, other: 0.55 },
  others: { known: 0.9, other: 0.9 },
  outcome: { known: 0.8, other: 0.8 },
};

const fitsAll = (sure: (ask: Ask) => number): Fits =>
  Object.fromEntries(Ask.options.map((ask) => [ask, sure(ask)])) as Fits;

/** What is no claim, or where nothing was fitted, is fitted by whatever can be asked. */
const ANYTHING = fitsAll(() => 1);

const STANCES: ReadonlySet<string> = new Set(Stance.options);

/** Of a known kind. */
export const isStatement = ({ of }: Pick<Thread, 'of'>): boolean => of.some((one) => STANCES.has(one));

export const fitsOf = ({ asking }: HeldContent, answer: string, quoted: Quoted): Fits => {
  if (!asking || !quoted.of.includes('claim')) return ANYTHING;
  const features = featuresAround(answer, quoted);
  const kind = isStatement(quoted) ? 'known' : 'other';
  return fitsAll((ask) => chanceOf(asking[ask], features) / LEAST[ask][kind]);
};
