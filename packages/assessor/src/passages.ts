/** The passages that can be shown to somebody: the sentence that a claim stands in, or the claim alone where that sentence has no end. */
import { sentences, tellingWords } from '@dryrun/text';
import { FINDING_OUT } from './record.ts';
import type { InterviewRecord } from './record.ts';
import type { Claim } from './shown.ts';
import type { Passage } from './tellings.ts';

export type Quotable = Passage & { readonly turn: number };

/** Longer, and nobody reads it beside a mark. */
const WORDS_MOST = 45;
/** Shorter, and it says too little to whoever sees it alone. */
const WORDS_LEAST = 6;
/** Where no phases are known, the problem is found out in so much of the answers. */
const EARLY = 0.25;

export const passagesOf = (record: InterviewRecord, claims: readonly Claim[]): readonly Quotable[] => {
  const answers = record.turns.filter(({ speaker }) => speaker === 'candidate');
  return answers.flatMap(({ turn, text, phase }, nth) => {
    const own = claims.filter((claim) => claim.turn === turn);
    if (own.length === 0) return [];
    const isEarly = phase === undefined ? nth < Math.max(1, EARLY * answers.length) : FINDING_OUT.has(phase);
    const firstEnds = sentences(text)[0]?.end ?? 0;
    return stretchesOf(text, own).map(({ start, end }) => ({
      turn,
      text: text.slice(start, end),
      signs: new Set(
        own.filter((claim) => claim.start >= start && claim.start < end).flatMap(({ signs }) => signs),
      ),
      concepts: conceptsIn(record, turn, start, end),
      isEarly,
      takenUp: end <= firstEnds ? takenUp(record, turn, text.slice(start, end)) : [],
    }));
  });
};

const stretchesOf = (text: string, claims: readonly Claim[]) =>
  sentences(text).flatMap((sentence) => {
    const words = wordsIn(sentence.text);
    if (words < WORDS_LEAST || HANGS.test(sentence.text)) return [];
    if (words <= WORDS_MOST) return [sentence];
    return claims
      .filter(
        ({ start, quote }) =>
          start >= sentence.start &&
          start < sentence.end &&
          wordsIn(quote) >= WORDS_LEAST &&
          !HANGS.test(quote),
      )
      .map(({ start, quote }) => ({ start, end: start + quote.length }));
  });

/** Nobody who sees it alone knows what it hangs on. */
const HANGS = /^(?:because|which|otherwise|that(?:'s| is) (?:why|how)|and that|same)\b/i;

const wordsIn = (text: string): number => text.trim().split(/\s+/).length;

const conceptsIn = ({ findings }: InterviewRecord, turn: number, start: number, end: number): number =>
  new Set(
    (findings.get(turn) ?? []).flatMap((finding) =>
      finding.kind === 'concept' &&
      finding.by !== 'likeness' &&
      finding.span.start < end &&
      finding.span.end > start
        ? [finding.concept]
        : [],
    ),
  ).size;

/** The telling words that it has from the question before it, as they were said. */
const takenUp = ({ turns }: InterviewRecord, turn: number, text: string): readonly string[] => {
  const asked = turns.findLast((one) => one.turn < turn && one.speaker === 'interviewer');
  const theirs = new Set(tellingWords(asked?.text ?? '').map(({ stem }) => stem));
  const words = tellingWords(text).filter(({ stem }) => theirs.has(stem));
  return [...new Set(words.map(({ start, end }) => text.slice(start, end).toLowerCase()))];
};
