/** The sides that a system has, and which of them a passage speaks of. */
import { distinctIn } from './matches.ts';

/** The sides that a system has, each with words that belong to it alone. */
export const SIDES: readonly (readonly [name: string, words: RegExp])[] = [
  [
    'data',
    /\b(?:labels?|labell?ed|labell?ing|annotat\w*|training data|data ?sets?|feature store|negatives|sampl(?:es|ing)|imbalance|augmentation|dedup\w*)\b/i,
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
    /\b(?:privacy|consent|gdpr|pii|personal data|fairness|bias(?:ed)? against|abus\w*|spam|moderat\w*|injection|jailbreak\w*|safety|harm\w*|permissions?|tenant)\b/i,
  ],
  ['cost', /[$€£]\s?\d|\b(?:dollars?|cents?|the bill|cost per|gpu-hours?)\b/i],
  [
    'product',
    /\b(?:retention|churn|revenue|orders|purchases|watch time|engagement|support tickets?|paying customers)\b/i,
  ],
];

/** The sides beyond the core of a design, as one names them. */
const WIDE: Readonly<Record<string, string>> = {
  data: 'the data and its labels',
  evaluation: 'how it is tested',
  operation: 'how it is watched and released',
  'privacy and safety': 'privacy and safety',
};

/** The side beyond the core that a passage says most of; none where two are said alike. */
export const sideOf = ({ text }: { readonly text: string }): string | undefined => {
  const found = SIDES.flatMap(([name, words]) => {
    const wide = WIDE[name];
    const said = distinctIn(text, [words]).length;
    return wide !== undefined && said > 0 ? [{ wide, said }] : [];
  });
  const [most, next] = found.toSorted((a, b) => b.said - a.said);
  return most && most.said > (next?.said ?? 0) ? most.wide : undefined;
};
