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

/** The sides beyond the core of a design, as one names them, each with words by which anybody sees that it is spoken of. */
const WIDE: readonly (readonly [name: string, words: RegExp])[] = [
  [
    'the data and its labels',
    /\b(?:labels?|labell?ed|labell?ing|annotat\w*|raters?|training (?:data|set|log)|data ?sets?|feature log|augmentation|(?:de)?duplicates?|position bias|biased (?:data|clicks|sample)|sampling bias)\b/i,
  ],
  [
    'how it is tested',
    /\b(?:a\/b|(?:split|blind|unit|load|offline|online) tests?|experiments? (?:on|with|for|runs?|per)|hold-?outs?|held[- ]out|(?:evaluation|eval|test|golden|gold|human|measuring) sets?|evals?|offline (?:eval\w*|metrics?|check)|auc|ndcg|recall@\w+|win rate|human review|blind (?:comparison|human)|significan(?:t|ce)|confidence interval|pass rate)\b/i,
  ],
  [
    'how it changes over time',
    /\b(?:retrain\w*|trained again|(?:data|model|concept|label|seasonal) drift|drift(?:s|ed|ing)?(?! apart| set)|refreshed (?:every|each|daily|nightly|weekly))\b/i,
  ],
  [
    'privacy and safety',
    // A single word of it is said along the way, or is about who sits there.
    /\b(?:privacy|gdpr|pii|personal data|fairness|(?:biased?|unfair) (?:against|to)|injections?|jailbreak\w*|harm(?:s|ful|ed)|permissions? (?:of|to|for|when|at)|tenant)\b|\b(?:consent|abus\w*|spam\w*|moderat(?:ion|ors?|ed)|safety)\b(?=.*\b(?:privacy|consent|gdpr|pii|abus\w*|spam\w*|moderat(?:ion|ors?|ed)|safety|blocks?|blocked|filter\w*|classifier|attack\w*|fake|delet\w*|minors?|children|policy)\b)/i,
  ],
  ['what it costs', /[$€£]\s?\d|\b(?:\w+ (?:dollars?|cents?|euros?)|the bill|cost per|gpu-hours?)\b/i],
  ['its speed', /\b(?:latency|p9[59]|throughput|milliseconds?|\d+ ?ms|first token)\b/i],
  [
    'what users or the business get of it',
    /\b(?:retention|churn|revenue|purchases|watch time|engagement|support tickets?|complaints?|paying customers)\b/i,
  ],
];
/** Those among them that a design can be built without. */
const BEYOND = 4;

/** The sides that a passage speaks of in plain words. */
export const sidesOf = ({ text }: { readonly text: string }): readonly string[] =>
  WIDE.flatMap(([name, words]) => (words.test(text) ? [name] : []));

/** The side beyond the core that a passage says most of; none where two are said alike. */
export const sideOf = ({ text }: { readonly text: string }): string | undefined => {
  const found = WIDE.slice(0, BEYOND).flatMap(([name, words]) => {
    const said = distinctIn(text, [words]).length;
    return said > 0 ? [{ name, said }] : [];
  });
  const [most, next] = found.toSorted((a, b) => b.said - a.said);
  return most && most.said > (next?.said ?? 0) ? most.name : undefined;
};
