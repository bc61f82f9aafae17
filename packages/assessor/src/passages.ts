/** The passages that can be shown to somebody: the sentence that a claim stands in, or the claim alone where that sentence has no end. */
import { DIMENSIONS } from '@dryrun/domain';
import type { Dimension } from '@dryrun/domain';
import { sentences } from '@dryrun/text';
import type { Stretch } from '@dryrun/text';
import { chancesBy, featuresOf, saysBy } from './citing.ts';
import type { Claim, Quotable, Readings } from './passage.ts';
import { isAskedFor } from './readings.ts';
import { FINDING_OUT } from './record.ts';
import type { InterviewRecord } from './record.ts';
import { readingOf } from './tellings.ts';

/** Longer, and nobody reads it beside a mark. */
const WORDS_MOST = 45;
/** Shorter, and it says too little to whoever sees it alone. */
const WORDS_LEAST = 6;
/** Where no phases are known, the problem is found out in so much of the answers. */
const EARLY = 0.25;
/** Said in so many answers, a sentence is a habit. */
const HABIT = 3;

export const passagesOf = (record: InterviewRecord, claims: readonly Claim[]): readonly Quotable[] => {
  const answers = record.turns.filter(({ speaker }) => speaker === 'candidate');
  // What is said again counts where it was said first; what is said in many answers is a habit, and tells nothing of any.
  const saidIn = new Map<string, number[]>();
  for (const { turn, text } of record.turns)
    for (const sentence of new Set(sentences(text).map((one) => one.text)))
      saidIn.set(sentence, [...(saidIn.get(sentence) ?? []), turn]);
  const freshIn = (text: string, turn: number): readonly Stretch[] => {
    const all = sentences(text);
    return all.filter((sentence, at) => {
      const turns = saidIn.get(sentence.text) ?? [turn];
      const isFirst = turns[0] === turn && all.findIndex((one) => one.text === sentence.text) === at;
      return isFirst && turns.length < HABIT;
    });
  };
  return answers.flatMap(({ turn, text, phase }, nth) => {
    const own = claims.filter((claim) => claim.turn === turn);
    if (own.length === 0) return [];
    const isEarly = phase === undefined ? nth < Math.max(1, EARLY * answers.length) : FINDING_OUT.has(phase);
    const fresh = freshIn(text, turn);
    const asked = askedBefore(record, turn);
    return stretchesOf(text, fresh, own).map(({ start: first, end }) => {
      const start = first + (LEAD.exec(text.slice(first, end))?.[0].length ?? 0);
      const within = own.filter((claim) => claim.start < end && claim.start + claim.quote.length > start);
      const passage = {
        turn,
        text: text.slice(start, end),
        signs: new Set(within.flatMap(({ signs }) => signs)),
        concepts: conceptsIn(record, turn, start, end),
        isEarly,
        asked,
      };
      const readings = Object.fromEntries(DIMENSIONS.map((id) => [id, readingOf(id, passage)])) as Readings;
      const features = featuresOf(passage, readings);
      return {
        ...passage,
        readings,
        features,
        chances: chancesBy(record.citing, features, passage),
        says: saysBy(record.substance, features),
      };
    });
  });
};

/** What the question before an answer asked for. */
const askedBefore = ({ turns }: InterviewRecord, turn: number): ReadonlySet<Dimension> => {
  const question = turns.findLast((one) => one.speaker === 'interviewer' && one.turn < turn);
  return new Set(question ? DIMENSIONS.filter((id) => isAskedFor(id, question)) : []);
};

const stretchesOf = (
  text: string,
  fresh: readonly Stretch[],
  claims: readonly Claim[],
): readonly { readonly start: number; readonly end: number }[] =>
  joined(text, fresh).flatMap(({ start, end }) => {
    const own = text.slice(start, end);
    const words = wordsIn(own);
    if (words < WORDS_LEAST || HANGS.test(own)) return [];
    if (words <= WORDS_MOST) return [{ start, end }];
    return claims
      .filter(
        (claim) =>
          claim.start >= start &&
          claim.start < end &&
          wordsIn(claim.quote) >= WORDS_LEAST &&
          !HANGS.test(claim.quote),
      )
      .map((claim) => ({ start: claim.start, end: claim.start + claim.quote.length }));
  });

/** “Two reasons.” and “No.” are told with what follows them. */
const joined = (text: string, all: readonly Stretch[]): readonly Stretch[] =>
  all.reduce<readonly Stretch[]>((before, next) => {
    const last = before.at(-1);
    const both = last && { start: last.start, end: next.end, text: text.slice(last.start, next.end) };
    return both &&
      wordsIn(last.text) < WORDS_LEAST &&
      wordsIn(both.text) <= WORDS_MOST &&
      text.slice(last.end, next.start).trim() === ''
      ? [...before.slice(0, -1), both]
      : [...before, next];
  }, []);

/** Marks of a list, and words that only tie a sentence to the one before, are none of its own. */
const LEAD =
  /^(?:(?:[-•*–]|\(?\d+[.)]|\(?[a-z]\))\s+|(?:so|and|but|then|well|okay|ok|yeah|um+|uh+|right|now|also|like)\b[,\s]+)+/i;
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
