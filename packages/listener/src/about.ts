/**
 * Whether something is said about the system: it, or what stands around it, has a word of the trade, of the task, of the
 * scenario, or of the question, and it is not made of words that belong somewhere else. What has neither may be a story
 * about anything.
 */
import type { Exchange, HearContext, HeardConcept } from '@dryrun/domain';
import { stemsOf } from '@dryrun/text';
import { phrasesOf } from './phrases.ts';

/** A way of saying with no more telling words is a name; a longer one has everyday words in it. */
const NAME_WORDS = 3;
/** Of a sentence's words, so many that nobody uses of such systems make it a story. */
const FOREIGN_LEAST = 2;
const FOREIGN_SHARE = 1 / 4;
/** One word of the question or the task may stand anywhere; two of them are about it. */
const HERE_LEAST = 2;
/** Of a vocabulary with fewer words nothing can be said to be foreign. */
const WORDS_LEAST = 1000;

/** Told of so many things, a word belongs to the trade and not to an example. */
const TOLD_LEAST = 12;

/** Of the stems of a clause's sentence, and of those around the clause. */
export type IsAboutSystem = (stems: readonly string[], around: readonly string[]) => boolean;

export const aboutOf = ({ asked }: Exchange, { sheet, vocabulary, topic }: HearContext): IsAboutSystem => {
  const trade = wordsOf(vocabulary);
  const own = sheet ? wordsOf(sheet.concepts) : trade;
  const here = new Set(stemsOf([topic, asked?.core ?? asked?.text ?? ''].join(' ')));
  const isOfTheTrade = (stems: readonly string[]) =>
    new Set(stems.filter((stem) => here.has(stem))).size >= HERE_LEAST ||
    trade.isNamed(stems) ||
    own.isNamed(stems);
  const isForeign = (stem: string) =>
    !/\d/.test(stem) && !here.has(stem) && !trade.all.has(stem) && !own.all.has(stem);
  return (stems, around) => {
    if (isOfTheTrade(stems)) return true;
    const foreign = trade.all.size < WORDS_LEAST ? 0 : stems.filter(isForeign).length;
    if (foreign >= FOREIGN_LEAST && foreign >= FOREIGN_SHARE * stems.length) return false;
    return around.some((stem) => here.has(stem) || trade.inNames.has(stem) || own.inNames.has(stem));
  };
};

/** A stem that is used of such systems: in the vocabulary, the scenario, or the task. */
export const isOfTheTrade = (stem: string, { sheet, vocabulary, topic }: HearContext): boolean =>
  wordsOf(vocabulary).all.has(stem) ||
  (sheet ? wordsOf(sheet.concepts).all.has(stem) : false) ||
  stemsOf(topic).includes(stem);

type Words = {
  /** One of the trade's names stands there with all of its words, near to each other. */
  readonly isNamed: (stems: readonly string[]) => boolean;
  /** Words that are part of a name. */
  readonly inNames: ReadonlySet<string>;
  /** All that its concepts are told in. */
  readonly all: ReadonlySet<string>;
};
const known = new WeakMap<readonly HeardConcept[], Words>();

const wordsOf = (concepts: readonly HeardConcept[]): Words => {
  const before = known.get(concepts);
  if (before) return before;
  const told = concepts.map(phrasesOf);
  const names = told.flatMap(({ ways }) => ways.filter(({ length }) => length <= NAME_WORDS));
  const byFirst = new Map<string, (readonly string[])[]>();
  for (const [first, ...rest] of names)
    if (first !== undefined) byFirst.set(first, [...(byFirst.get(first) ?? []), rest]);
  // A word that one concept alone is told with may be from the example it was told by.
  const toldOf = new Map<string, number>();
  for (const { ways, explained } of told)
    for (const stem of new Set([...ways, explained].flat())) toldOf.set(stem, (toldOf.get(stem) ?? 0) + 1);
  const shared = [...toldOf].flatMap(([stem, count]) => (count >= TOLD_LEAST ? [stem] : []));
  const words: Words = {
    isNamed: (stems) => {
      return stems.some((stem, at) =>
        byFirst.get(stem)?.some((rest) => {
          const near = stems.slice(Math.max(0, at - rest.length), at + rest.length + 2);
          return rest.every((other) => near.includes(other));
        }),
      );
    },
    inNames: new Set(names.flat()),
    all: new Set([...names.flat(), ...shared]),
  };
  known.set(concepts, words);
  return words;
};
