import type { Finding, Sheet } from '@dryrun/domain';
import { sentences, tellingWords } from '@dryrun/text';
import type { Stretch, Word } from '@dryrun/text';
import { findPhrase, phraseOf } from './phrases.ts';
import type { Phrase } from './phrases.ts';

/**
 * The questions of an answer, each with the fact that answers it, or the heading that is left open, or neither.
 *
 *     sentence that asks ─▶ its clauses (“how many users, and what latency?” is two) ─▶ the fact whose ways of asking
 *     are said most tellingly: a word that few facts share weighs more than one that many do
 */
export const readQuestions = (text: string, sheet: Sheet | undefined): readonly Finding[] =>
  sentences(text)
    .map((sentence, at, all) => ({ sentence, next: all[at + 1]?.text ?? '' }))
    .filter(({ sentence }) => asks(sentence.text.replaceAll('’', "'")))
    .flatMap(({ sentence, next }) => {
      const clauses = clausesOf(sentence).map((clause) => answerTo(clause, sentence, sheet));
      const found = clauses.flatMap((clause) => clause ?? []);
      const placed = found.filter((finding) => finding.fact !== undefined || finding.heading !== undefined);
      // A clause that nothing answers is part of a question that is answered, or the whole is one question.
      if (placed.length > 0) return placed;
      // Who goes on to answer it has asked themselves; and a guess with a question's voice is a guess.
      const own = ANSWERS_ITSELF.test(next.replaceAll('’', "'")) || GUESSES.test(sentence.text);
      return own ? [] : found.slice(0, 1);
    });

const ANSWERS_ITSELF =
  /^(?:(?:well|so|and|okay|ok|um|uh|hmm?|then|right)[,\s]+)*(?:i(?:'d| would|'ll| will|'m| am) (?:say|guess|assum\w*|take|go|think|start|use|pick)|i (?:guess|assume|think|believe|take)|let's (?:say|assume|take)|say\b|probably\b|my (?:guess|assumption)|we (?:use|take|can|could|would|just|need)|because\b|yes\b|no[,.]|it(?:'s| is)\b|that(?:'s| is)\b)/i;
const GUESSES =
  /\b(?:i(?:'d| would) (?:guess|say|assume)|i guess|maybe (?:like|i|it|we|about)?|let's say|probably|roughly|i assume)\b/i;

type Question = Extract<Finding, { kind: 'question' }>;

const asks = (sentence: string): boolean => {
  if (TO_A_PERSON.test(sentence)) return false;
  if (/\?["”’)]*$/.test(sentence)) return true;
  // Without its mark a question is told by how it begins, and is short.
  return WISHES.test(sentence) || (BEGINS.test(sentence) && sentence.split(/\s+/).length <= 14);
};

const WISHES =
  /\b(?:i(?:'d| would) (?:like|want|need) to (?:know|understand|ask|clarify)|(?:can|should) i assume|i(?:'m| am) (?:wondering|curious)|tell me (?:about|more)|do we know)\b/i;
const BEGINS =
  /^(?:(?:so|and|ok|okay|also|well|first|then|right|um|uh|hm)[,\s]+)*(?:how (?:many|much|long|often|fast|big|large|quick|fresh|old)|what(?:'s| is| are) (?:the|our|your)|which of|who (?:uses|are|is)|do we|does (?:it|the|this)|is (?:there|it|this|that)|are (?:there|we|they))\b/i;

/** Spoken to the interviewer as a person: not about the problem. */
const TO_A_PERSON =
  /\b(?:repeat|rephrase|say (?:that|it) again|hint|a (?:minute|moment|second)|make sense|sound (?:right|good|ok)|ok with you|shall (?:we|i)|should (?:we|i) (?:go|start|move|draw|talk)|can i (?:start|draw|share))\b/i;

/** Where another question begins inside a sentence. */
const NEXT_CLAUSE =
  /[,;]\s{1,9}(?:(?:and|or|also)\s{1,9})?(?=(?:how|what|which|who|where|when|is|are|do|does|can)\b)|\s{1,9}and\s{1,9}(?=(?:how|what|which|who|where|when|is there|are there|do|does)\b)/i;

const clausesOf = ({ text }: Stretch): readonly string[] => text.split(NEXT_CLAUSE);

const answerTo = (
  clause: string,
  sentence: Stretch,
  sheet: Sheet | undefined,
): readonly Question[] | undefined => {
  const span = { start: sentence.start, end: sentence.end };
  const words = tellingWords(clause);
  if (words.length === 0) return undefined;
  if (!sheet) return [{ kind: 'question', span }];
  const { facts, weightOf } = asksOf(sheet);
  const weighed = facts
    .map(({ fact, ways }) => ({
      fact,
      weight: Math.max(0, ...ways.map((way) => (isSaid(way, clause, words) ? weightOf(way) : 0))),
    }))
    .filter(({ weight }) => weight > 0);
  const heaviest = Math.max(0, ...weighed.map(({ weight }) => weight));
  const clear = weighed.filter(({ weight }) => weight >= heaviest * CLEARLY).slice(0, MOST_FOR_A_CLAUSE);
  if (clear.length > 0) return clear.map(({ fact }) => ({ kind: 'question', fact, span }));
  const heading = sheet.open.find((open) =>
    words.some(({ stem }) => phraseOf(open.heading).includes(stem)),
  )?.heading;
  return [heading === undefined ? { kind: 'question', span } : { kind: 'question', heading, span }];
};

/** Facts asked for about as clearly as the clearest are told with it, but no more than two for one question. */
const CLEARLY = 0.95;
const MOST_FOR_A_CLAUSE = 2;

type Way = { readonly raw: string; readonly phrase: Phrase };
type Asks = {
  readonly facts: readonly { readonly fact: string; readonly ways: readonly Way[] }[];
  readonly weightOf: (way: Way) => number;
};

/** A way of which only one word tells (“tokens in”) is asked only as it is written. */
const isSaid = ({ raw, phrase }: Way, clause: string, words: readonly Word[]): boolean =>
  phrase.length === 1 && raw.includes(' ')
    ? new RegExp(`\\b${raw.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\b`, 'i').test(clause)
    : findPhrase(phrase, words) !== undefined;

const asksBySheet = new WeakMap<Sheet, Asks>();

/** The ways of asking of a sheet, read once; the map forgets them with the sheet. */
const asksOf = (sheet: Sheet): Asks => {
  const before = asksBySheet.get(sheet);
  if (before) return before;
  const facts = sheet.facts.map(({ id, asks: ways }) => ({
    fact: id,
    ways: ways.map((raw) => ({ raw, phrase: phraseOf(raw) })),
  }));
  const sharedBy = new Map<string, number>();
  for (const { ways } of facts) {
    for (const stem of new Set(ways.flatMap(({ phrase }) => phrase)))
      sharedBy.set(stem, (sharedBy.get(stem) ?? 0) + 1);
  }
  const weightOf = ({ phrase }: Way) =>
    phrase.reduce((sum, stem) => sum + Math.log(1 + facts.length / (sharedBy.get(stem) ?? 1)), 0);
  const made = { facts, weightOf };
  asksBySheet.set(sheet, made);
  return made;
};
