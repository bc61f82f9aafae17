/**
 * What is said by its name, and by no more than that: the whole name, word for word, in a statement. A debrief tells a person
 * only of such ideas, so that a word that has another sense, or that two ideas share, names nothing.
 */
import type { HeardConcept } from '@dryrun/domain';
import { inPlainMarks, stem, tellingWords } from '@dryrun/text';

type Place = { readonly start: number; readonly end: number };
type Name = { readonly id: string; readonly words: readonly string[] };
/** By the first word. */
export type Names = ReadonlyMap<string, readonly Name[]>;

/** Names have no more words; what is longer is a description. */
const WORDS_MOST = 4;
const TELLING_LEAST = 2;

/** Words that name an idea of the trade and are said of other things as well, or products that do more than the one idea. */
const OTHER_SENSES: ReadonlySet<string> = new Set(
  `abstention agent agents alibi alpaca appeal arena autoregressive autoscaler backdoor batching bf16 bigquery bm25
  bootstrap caching checkpoint churn cider clip clips collusion consent contamination copilot curriculum
  diffusion dino dispute diversity embedding embeddings ensemble epsilon erasure exploration f1 feast
  fingerprint firecracker flink freshness funnel glove governance guardrail guardrails guidance hpa hyde
  instrumentation interference jitter k8s kubernetes lime magpie map memorisation meteor migration moderation
  multimodal orchestration ownership payback peeking portability precision react recall recency recourse
  redaction redis replication retention retraining risk roadmap robustness rope secrets sensitivity severity
  significance snips snorkel snowflake sora spam spark sparsity staffing standardisation telemetry temperature threshold
  toggle transformer triton vae vault veo watermark vllm zero`.split(/\s+/),
);

const wordsOf = (text: string): readonly (Place & { readonly word: string })[] =>
  [...text.matchAll(/[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu)].map(({ 0: word, index }) => ({
    word: inPlainMarks(word.toLowerCase()),
    start: index,
    end: index + word.length,
  }));

/** “Ensembles” and “ensemble”, “tokenization” and “tokenisation” are one; “retrain” and “retraining” are not. */
const plain = (word: string): string =>
  word.replace(/iz(?=e|ing|ation)/, 'is').replace(/(?<=[^s]{3,})s$/, '');

export const namesOf = (concepts: readonly HeardConcept[]): Names => {
  const owners = new Map<string, { readonly name: Name; ids: Set<string>; titled: Set<string> }>();
  for (const { id, name, said } of concepts) {
    const own = new Set(tellingWords(`${name} ${id.replaceAll('-', ' ')}`).map((word) => word.stem));
    for (const way of [name, ...said]) {
      const words = wordsOf(way).map(({ word }) => word);
      if (words.length > WORDS_MOST || !isTelling(way, words)) continue;
      // “Hit rate” is told of recall, and is said of caches: a name of several words has one of the idea’s own.
      if (words.length > 1 && way !== name && !words.some((word) => own.has(stem(word)))) continue;
      const key = words.map(stem).join(' ');
      const owner = owners.get(key) ?? { name: { id, words }, ids: new Set(), titled: new Set() };
      owner.ids.add(id);
      if (way === name) owner.titled.add(id);
      owners.set(key, owner);
    }
  }
  const names = new Map<string, Name[]>();
  for (const { name, ids, titled } of owners.values()) {
    const [only] = ids.size === 1 ? ids : titled.size === 1 ? titled : [];
    if (only === undefined) continue;
    const first = stem(name.words[0]!);
    names.set(first, [...(names.get(first) ?? []), { ...name, id: only }]);
  }
  return names;
};

const isTelling = (way: string, words: readonly string[]): boolean => {
  if (words.length === 1) return !OTHER_SENSES.has(plain(words[0]!)) && !OTHER_SENSES.has(words[0]!);
  return tellingWords(way).length >= TELLING_LEAST;
};

export const namesIn = (names: Names, sentence: string): ReadonlyMap<string, Place> => {
  const found = new Map<string, Place>();
  if (NO_STATEMENT.test(sentence)) return found;
  const words = wordsOf(sentence);
  const all = words.flatMap(({ word, start }, at) =>
    (names.get(stem(word)) ?? []).flatMap((name) =>
      isSaidAt(name, words, at) ? [{ id: name.id, start, end: words[at + name.words.length - 1]!.end }] : [],
    ),
  );
  let taken = 0;
  // “Mean average precision” names no “average precision”, and “prefix cache hit” no “cache hit”.
  for (const { id, start, end } of all.toSorted(
    (one, other) => one.start - other.start || other.end - one.end,
  )) {
    if (start < taken) continue;
    taken = end;
    if (!found.has(id)) found.set(id, { start, end });
  }
  return found;
};

const isSaidAt = ({ words }: Name, said: readonly { readonly word: string }[], at: number): boolean =>
  words.length === 1
    ? plain(said[at]!.word) === plain(words[0]!)
    : words.every((word, index) => {
        const other = said[at + index]?.word;
        return other !== undefined && stem(other) === stem(word);
      });

/** A question, a request, somebody else's word, or one that is not known. */
const NO_STATEMENT =
  /\?["”’)]*\s*$|^\W*(?:(?:so|and|ok|okay|well|um|uh)[,\s]+)*(?:(?:can|could|would|will|do|did|should|shall|may) (?:you|i|we)|what|how|which|why|tell me|is (?:it|there|that)|are (?:there|we|you))\b|\b(?:you (?:said|mentioned|asked|mean)|i(?:'ve| have) (?:never|not)|i (?:don['’]t|do not) (?:know|remember)|i(?:['’]m| am) not (?:sure|familiar)|never heard|i forgot|out of scope)\b/i;
