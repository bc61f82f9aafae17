import type { Finding, Sheet } from '@dryrun/domain';
import { sentences, tellingWords } from '@dryrun/text';
import type { Stretch } from '@dryrun/text';
import { findPhrase, phraseOf } from './phrases.ts';

/** How a sentence asks without a question mark. */
const ASKS =
  /\?["”’)]*$|^(?:(?:so|and|ok|okay|also|well|first|then|right)[,\s]+)*(?:what|how|who|when|where|which|why|is|are|do|does|can|could|should|would|will|may)\b(?!.*\b(?:i|we)(?:'d| would|'ll| will)\b)|\b(?:i(?:'d| would) (?:like|want|need) to (?:know|understand|ask|clarify)|can i assume|should i assume|i(?:'m| am) (?:wondering|curious)|tell me (?:about|more)|do we know)\b/i;

/** Spoken to the interviewer as a person: not about the problem. */
const TO_A_PERSON =
  /\b(?:repeat|rephrase|say (?:that|it) again|hint|a (?:minute|moment|second)|make sense|sound (?:right|good|ok)|ok with you|shall (?:we|i)|should (?:we|i) (?:go|start|move|draw|talk)|can i (?:start|draw|share))\b/i;

/**
 * The questions of an answer, each with the fact that answers it, or the heading that is left open, or neither. Several
 * may stand in one sentence (“how many users, and what latency?”): every fact that is asked for clearly is found.
 */
export const readQuestions = (text: string, sheet: Sheet | undefined): readonly Finding[] =>
  sentences(text)
    .filter((sentence) => ASKS.test(sentence.text.replaceAll('’', "'")) && !TO_A_PERSON.test(sentence.text))
    .flatMap((sentence) => answersTo(sentence, sheet));

const answersTo = (sentence: Stretch, sheet: Sheet | undefined): readonly Finding[] => {
  const span = { start: sentence.start, end: sentence.end };
  const words = tellingWords(sentence.text);
  if (words.length === 0) return [];
  const asked = (sheet?.facts ?? [])
    .map((fact) => ({ fact, weight: Math.max(0, ...fact.asks.map((ask) => weightOf(ask, words))) }))
    .filter(({ weight }) => weight > 0);
  const heaviest = Math.max(0, ...asked.map(({ weight }) => weight));
  const clear = asked.filter(({ weight }) => weight >= heaviest * 0.75).slice(0, 3);
  if (clear.length > 0) return clear.map(({ fact }) => ({ kind: 'question', fact: fact.id, span }));
  const heading = sheet?.open.find((open) =>
    words.some(({ stem }) => phraseOf(open.heading).includes(stem)),
  )?.heading;
  return [heading === undefined ? { kind: 'question', span } : { kind: 'question', heading, span }];
};

/** How much of a way of asking is said; a longer way that is said whole weighs more than a shorter one. */
const weightOf = (ask: string, words: ReturnType<typeof tellingWords>): number => {
  const phrase = phraseOf(ask);
  return findPhrase(phrase, words) ? phrase.length + 1 : 0;
};
