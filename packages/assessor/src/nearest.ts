/** Where nothing is told of a dimension: the passage that is nearest to it, by its words or by what the mark counts. */
import type { Dimension, Sign } from '@dryrun/domain';
import { BUSINESS, CORRECTS, GIVES_WAY, MAKE_OR_BUY, MONEY, PART, WENT_WRONG, listed } from '@dryrun/text';
import { distinctIn } from './matches.ts';
import type { Passage } from './passages.ts';
import type { Reading } from './tellings.ts';

/** Where nothing is told: words that belong to a dimension whatever is said of them, and how they are told. */
const ABOUT: Readonly<
  Record<Dimension, { readonly words: RegExp; readonly tells: (words: string) => string }>
> = {
  'problem-navigation': {
    words: /\b(?:goals?|the objective|success|requirements?|scope|users?|customers?|the business)\b/gi,
    tells: (words) => `kept ${words} in view`,
  },
  'technical-depth': {
    words:
      /\b(?:attention|embeddings?|quanti[sz]\w*|kv cache|prefill|recall|calibrat\w*|negatives|propensit\w*|memory|bandwidth|throughput|kernels?|int8|fp8|variance|confound\w*|fine-?tun\w*|distill?\w*|overfit\w*)\b/gi,
    tells: (words) => `spoke of ${words}, which belongs to the mechanism itself`,
  },
  'technical-breadth': {
    words:
      /\b(?:a\/b tests?|experiments?|holdout|labels|data drift|monitor\w*|canary|rollback|shadow|retrain\w*|privacy|fairness|golden set|feature store|test set|human review|data quality)\b/gi,
    tells: (words) => `brought in ${words}, a side beyond the core of the design`,
  },
  architecture: {
    words: new RegExp(`${PART.source}|\\b(?:stores?)\\b`, 'gi'),
    tells: (words) => `gave ${words} a place in the design`,
  },
  'trade-offs': {
    words:
      /\b(?:instead of|rather than|cheaper|more expensive|trade-?offs?|not worth|simpler|at the cost of)\b/gi,
    tells: (words) => `compared, by ${words}`,
  },
  production: {
    words:
      /\b(?:alerts?|alarms?|on-?call|roll(?:ed|ing)? ?back|fall(?:s|ing)? ?back|fallback|canary|shadow|outage|incident|degrad\w*|timeouts?|retr(?:y|ies)|dashboards?|stale|monitor\w*)\b/gi,
    tells: (words) => `took ${words} into account, which belongs to running it`,
  },
  strategy: {
    words:
      /\b(?:teams?|legal|quarters?|roadmap|budget|revenue|vendor|contract|roi|stakeholders?|engineers?|leadership|finance|business|competitors?)\b/gi,
    tells: (words) => `had ${words} in view and not only the system`,
  },
  communication: {
    words: /\b(?:in short|in other words|step by step|for instance)\b/gi,
    tells: (words) => `marked the way by ${words}`,
  },
};
/** What is not there has no place. */
const NONE = /\bno (?:\w+ )?(?:server|cache|index|queue|service|gateway|database)s?\b/i;
const NAMED_MOST = 2;
/** One word of the question may stand in any answer. */
const TAKEN_UP = 2;

const quoted = (words: readonly string[]): string =>
  listed(words.slice(0, NAMED_MOST).map((word) => `“${word}”`));

/** Where nothing tells of the dimension: the passage that is nearest to it, by the words that make it so. */
export const nearestOf = (id: Dimension, { text, signs, takenUp }: Passage): Reading | undefined => {
  if (id === 'communication' && takenUp.length >= TAKEN_UP) {
    const does = `took up ${quoted(takenUp)} from the question`;
    return { does, text: does, worth: takenUp.length };
  }
  if (signs.size === 0 || CORRECTS.test(text)) return undefined;
  // Sums and business are strategy, whatever part they name.
  if (
    id === 'architecture' &&
    [MONEY, BUSINESS, MAKE_OR_BUY, GIVES_WAY, WENT_WRONG, NONE].some((words) => words.test(text))
  )
    return undefined;
  const { words, tells } = ABOUT[id];
  const found = distinctIn(text, [words]);
  if (found.length === 0) return undefined;
  const does = tells(quoted(found));
  return { does, text: does, worth: found.length + signs.size / 2 };
};

/** What the words are sure to do, whatever they are about. */
const DID: readonly (readonly [Sign, string])[] = [
  ['reason', 'gave a reason'],
  ['figure', 'gave a figure'],
  ['condition', 'named a condition'],
  ['measured', 'told what came out'],
  ['failure', 'spoke of what can fail'],
  ['cost', 'weighed what it costs'],
  ['asks', 'asked'],
];

/** Where no words are near either: one of the answers that the mark counts, and no more than that. */
export const countedOf = ({ signs }: Passage, counted: ReadonlySet<Sign>): Reading | undefined => {
  const done = DID.filter(([sign]) => signs.has(sign) && counted.has(sign)).map(([, did]) => did);
  if (done.length === 0) return undefined;
  const does = listed(done.slice(0, NAMED_MOST));
  return { does, text: `${does}: one of the answers that this mark counts`, worth: done.length };
};
