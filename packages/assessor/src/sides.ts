/** The sides that a system has, and which of them a passage speaks of. */
import { distinctIn } from './matches.ts';
import type { Passage } from './passages.ts';

/** The sides that a system has, each with words that belong to it alone. */
export const SIDES: readonly (readonly [name: string, words: RegExp])[] = [
  [
    'data',
    /\b(?:labels?|labell?ed|labell?ing|annotat\w*|training data|data ?sets?|feature store|negatives|sampl(?:es|ing)|imbalance|augmentation|dedup\w*|synthetic)\b/i,
  ],
  [
    'training',
    /\b(?:train(?:s|ed|ing)?|retrain\w*|fine-?tun\w*|loss(?:es)?|gradients?|distill?\w*|epochs?|checkpoints?|overfit\w*|regulari[sz]\w*)\b/i,
  ],
  [
    'serving',
    /\b(?:latency|p9[59]|throughput|cach(?:e|es|ed|ing)|batch(?:ing|ed)|gpus?|replicas?|qps|serving|inference|quanti[sz]\w*|autoscal\w*|kv)\b/i,
  ],
  [
    'retrieval',
    /\b(?:retriev\w*|ann|index(?:es|ing)?|embeddings?|vectors?|candidates?|bm25|hybrid search|rerank\w*|re-rank\w*)\b/i,
  ],
  [
    'evaluation',
    /\b(?:a\/b|experiments?|holdout|offline|recall|precision|auc|ndcg|eval(?:s|uat\w*)|golden set|calibrat\w*|win rate|human review)\b/i,
  ],
  [
    'operation',
    /\b(?:monitor\w*|alert\w*|data drift|roll(?:ed|ing)?[ -]?back|rollback|canary|shadow|on-?call|dashboards?|incident|fall(?:s|ing)?[ -]?back|fallback)\b/i,
  ],
  [
    'privacy and safety',
    /\b(?:privacy|consent|gdpr|pii|personal data|fairness|bias(?:ed)? against|abus\w*|spam|moderat\w*|injection|jailbreak\w*|safety|harm\w*|fraud\w*|permissions?|tenant)\b/i,
  ],
  ['cost', /[$€£]\s?\d|\b(?:dollars?|cents?|the bill|cost per|gpu-hours?)\b/i],
  [
    'product',
    /\b(?:retention|churn|revenue|orders|purchases|watch time|engagement|support tickets?|paying customers)\b/i,
  ],
];

export const sidesOf = ({ text }: Passage): readonly string[] =>
  SIDES.filter(([, words]) => words.test(text)).map(([name]) => name);

/** The sides beyond the core of a design. */
export const WIDE: ReadonlySet<string> = new Set(['data', 'evaluation', 'operation', 'privacy and safety']);
const WIDE_WORDS = 2;
export const SIDE_WORDS = 4;

export const sideWordsIn = ({ text }: Passage): number => distinctIn(text, ALL_WORDS).length;
const ALL_WORDS = SIDES.map(([, words]) => words);

/** The side beyond the core that the passage is about: two of its words are there. */
export const widelyIn = ({ text }: Passage): string | undefined =>
  SIDES.find(([name, words]) => WIDE.has(name) && distinctIn(text, [words]).length >= WIDE_WORDS)?.[0];
