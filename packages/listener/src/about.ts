/**
 * Whether something is said about the system: it has a word of the trade, of the task, of the scenario, or of the question.
 * What has none of them may be a story about anything.
 */
import type { Exchange, HearContext, HeardConcept } from '@dryrun/domain';
import { tellingWords } from '@dryrun/text';

/** A way of saying with no more telling words is a name; a longer one has everyday words in it. */
const NAME_WORDS = 3;

const stemsOf = (text: string): readonly string[] => tellingWords(text).map(({ stem }) => stem);

export const aboutOf = (
  { asked }: Exchange,
  { sheet, vocabulary, topic }: HearContext,
): ((stems: readonly string[]) => boolean) => {
  const trade = tradeOf(vocabulary);
  const here = new Set(stemsOf([topic, asked?.text ?? ''].join(' ')));
  const own = sheet ? tradeOf(sheet.concepts) : trade;
  return (stems) => stems.some((stem) => trade.has(stem) || own.has(stem) || here.has(stem));
};

const known = new WeakMap<readonly HeardConcept[], ReadonlySet<string>>();

const tradeOf = (concepts: readonly HeardConcept[]): ReadonlySet<string> => {
  const before = known.get(concepts);
  if (before) return before;
  const names = concepts
    .flatMap(({ name, said }) => [name, ...said])
    .map(stemsOf)
    .filter((stems) => stems.length <= NAME_WORDS);
  const trade = new Set(names.flat());
  known.set(concepts, trade);
  return trade;
};
