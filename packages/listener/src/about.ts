/**
 * Whether something is said about the system: it, or what stands around it, has a word of the trade, of the task, of the
 * scenario, or of the question, and it is not made of words that belong somewhere else. What has neither may be a story
 * about anything.
 */
import type { Exchange, HearContext, HeardConcept } from '@dryrun/domain';
import { tellingWords } from '@dryrun/text';

/** A way of saying with no more telling words is a name; a longer one has everyday words in it. */
const NAME_WORDS = 3;
/** Of a sentence's words, so many that nobody uses of such systems make it a story. */
const FOREIGN_LEAST = 2;
const FOREIGN_SHARE = 1 / 3;
/** One word of the question or the task may stand anywhere; two of them are about it. */
const HERE_LEAST = 2;
/** Of a vocabulary with fewer words nothing can be said to be foreign. */
const WORDS_LEAST = 1000;

const stemsOf = (text: string): readonly string[] => tellingWords(text).map(({ stem }) => stem);

/** Of the stems of a clause's sentence, and of those around the clause. */
export type IsAboutSystem = (stems: readonly string[], around: readonly string[]) => boolean;

export const aboutOf = ({ asked }: Exchange, { sheet, vocabulary, topic }: HearContext): IsAboutSystem => {
  const trade = wordsOf(vocabulary);
  const own = sheet ? wordsOf(sheet.concepts) : trade;
  const here = new Set(stemsOf([topic, asked?.text ?? ''].join(' ')));
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

type Words = {
  /** One of the trade's names stands there with all of its words. */
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
  const ways = concepts.flatMap(({ name, said }) => [name, ...said]).map(stemsOf);
  const names = ways.filter(({ length }) => length <= NAME_WORDS);
  const byFirst = new Map<string, (readonly string[])[]>();
  for (const [first, ...rest] of names)
    if (first !== undefined) byFirst.set(first, [...(byFirst.get(first) ?? []), rest]);
  const words: Words = {
    isNamed: (stems) => {
      const there = new Set(stems);
      return stems.some((stem) => byFirst.get(stem)?.some((rest) => rest.every((other) => there.has(other))));
    },
    inNames: new Set(names.flat()),
    all: new Set([...ways.flat(), ...concepts.flatMap(({ explained }) => stemsOf(explained))]),
  };
  known.set(concepts, words);
  return words;
};
