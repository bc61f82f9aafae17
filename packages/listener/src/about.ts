/**
 * Whether something is said about the system: it, or what stands around it, has a word of the trade, of the task, of the
 * scenario, or of the question, and it is not made of words that belong somewhere else. What has neither may be a story
 * about anything.
 */
import type { Exchange, HearContext, HeardConcept } from '@dryrun/domain';
import { tellingWords } from '@dryrun/text';

/** A way of saying with no more telling words is a name; a longer one has everyday words in it. */
const NAME_WORDS = 3;
/** Of a clause's words, so many that nobody uses of such systems make it a story. */
const FOREIGN_LEAST = 2;
const FOREIGN_SHARE = 0.5;

const stemsOf = (text: string): readonly string[] => tellingWords(text).map(({ stem }) => stem);

/** Of a clause's stems, and of those around it. */
export type IsAboutSystem = (stems: readonly string[], around: readonly string[]) => boolean;

export const aboutOf = ({ asked }: Exchange, { sheet, vocabulary, topic }: HearContext): IsAboutSystem => {
  const trade = wordsOf(vocabulary);
  const own = sheet ? wordsOf(sheet.concepts) : trade;
  const here = new Set(stemsOf([topic, asked?.text ?? ''].join(' ')));
  const isOfTheTrade = (stem: string) => trade.names.has(stem) || own.names.has(stem) || here.has(stem);
  const isForeign = (stem: string) =>
    !/\d/.test(stem) && !isOfTheTrade(stem) && !trade.all.has(stem) && !own.all.has(stem);
  return (stems, around) => {
    if (stems.some(isOfTheTrade)) return true;
    const foreign = stems.filter(isForeign).length;
    if (foreign >= FOREIGN_LEAST && foreign >= FOREIGN_SHARE * stems.length) return false;
    return around.some(isOfTheTrade);
  };
};

type Words = { readonly names: ReadonlySet<string>; readonly all: ReadonlySet<string> };
const known = new WeakMap<readonly HeardConcept[], Words>();

/** Of the trade's names; and all that its concepts are told in. */
const wordsOf = (concepts: readonly HeardConcept[]): Words => {
  const before = known.get(concepts);
  if (before) return before;
  const ways = concepts.flatMap(({ name, said }) => [name, ...said]).map(stemsOf);
  const words = {
    names: new Set(ways.filter((stems) => stems.length <= NAME_WORDS).flat()),
    all: new Set([...ways.flat(), ...concepts.flatMap(({ explained }) => stemsOf(explained))]),
  };
  known.set(concepts, words);
  return words;
};
