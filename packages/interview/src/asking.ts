/** How surely each question fits words that are taken up, by the printed weights of `content/interviewer/asking.yaml`. */
import { Ask, chanceOf } from '@dryrun/domain';
import type { Asking, Features, HeldContent } from '@dryrun/domain';
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

export type Fits = { readonly nothing: number; readonly by: (ask: Ask) => number };

/** Where nothing was fitted, whatever can be asked fits. */
export const fitsOf = ({ asking }: HeldContent, answer: string, quoted: Quoted): Fits => {
  if (!asking) return { nothing: 0, by: () => 1 };
  const known = fitsBy.get(asking) ?? new WeakMap<Quoted, Fits>();
  fitsBy.set(asking, known);
  const fits = known.get(quoted) ?? weighed(asking, featuresAround(answer, quoted));
  known.set(quoted, fits);
  return fits;
};

/** A thread is weighed once, however often the agenda is made; the map forgets it with the interview. */
const fitsBy = new WeakMap<Asking, WeakMap<Quoted, Fits>>();

const weighed = (asking: Asking, features: Features): Fits => {
  const chances = chancesBy(asking, features);
  return { nothing: chances.nothing, by: (ask) => chances[ask] };
};

const chancesBy = (asking: Asking, features: Features): Readonly<Record<keyof Asking, number>> =>
  Object.fromEntries(
    [...Ask.options, 'nothing' as const].map((kind) => [kind, chanceOf(asking[kind], features)]),
  ) as Record<keyof Asking, number>;
