/**
 * What was shown, counted so that saying it again or at greater length counts nothing more: for each sign, in how many
 * answers something new was said that bears it; and how much the passages say that say most of each answer.
 */
import type { Dimension, Sign } from '@dryrun/domain';
import { DIMENSIONS, SIGNS, textOf } from '@dryrun/domain';
import { stemsOf } from '@dryrun/text';
import type { Claim, Passage, Quotable } from './passage.ts';
import { passagesOf } from './passages.ts';
import type { InterviewRecord } from './record.ts';

export type Shown = {
  readonly answers: number;
  /** By sign, the answers that show it. */
  readonly by: Readonly<Record<Sign, number>>;
  readonly claims: readonly Claim[];
  readonly passages: readonly Quotable[];
  /** How surely the answers that say most say something specific, and what only somebody with command of it says: from 0 to 1. */
  readonly specific: number;
  readonly commanding: number;
  /** By dimension, how many answers say something specific of it, each counted as surely as it does. */
  readonly own: Readonly<Record<Dimension, number>>;
};

/** So many answers that say most are looked at; in a short interview the others are as good as empty. */
const BEST = 12;

/** Of a claim's telling words, the share that may have been said in one claim before; more is the same again. */
const AGAIN = 0.75;
/** And of its words in their order, wherever they were said. */
const AGAIN_IN_ORDER = 0.6;

export const shownOf = (record: InterviewRecord): Shown => {
  const answers = record.turns.filter(({ speaker }) => speaker === 'candidate');
  const claims = isAboutAnything(record, answers) ? claimsOf(record) : [];
  const passages = passagesOf(record, claims);
  const byAnswer = answers.map(({ turn }) => passages.filter((passage) => passage.turn === turn));
  /** By answer, what the passage comes to that comes to most. */
  const most = (of: (passage: Passage) => number) =>
    byAnswer.map((own) => own.reduce((best, passage) => Math.max(best, of(passage)), 0));
  const best = (values: readonly number[]) => sum(values.toSorted((a, b) => b - a).slice(0, BEST)) / BEST;
  const answersWith = (sign: Sign) =>
    new Set(claims.filter(({ signs }) => signs.includes(sign)).map(({ turn }) => turn)).size;
  return {
    answers: answers.length,
    by: Object.fromEntries(SIGNS.map((sign) => [sign, answersWith(sign)])) as Record<Sign, number>,
    claims,
    passages,
    specific: best(most(({ says }) => says.specific)),
    commanding: best(most(({ says }) => says.commanding)),
    own: Object.fromEntries(
      DIMENSIONS.map((id) => [id, sum(most(({ chances, says }) => chances[id] * says.specific))]),
    ) as Record<Dimension, number>,
  };
};

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** Of the answers, so many must name something of the trade before anything counts: others are stories. */
const NAMING = 0.1;
const ANSWERS_LEAST = 4;

const isAboutAnything = (
  { findings, hasVocabulary }: InterviewRecord,
  answers: readonly { readonly turn: number }[],
): boolean => {
  if (!hasVocabulary || answers.length < ANSWERS_LEAST) return true;
  const naming = answers.filter(({ turn }) =>
    findings.get(turn)?.some((finding) => finding.kind === 'concept' && finding.by !== 'likeness'),
  );
  return naming.length >= NAMING * answers.length;
};

const claimsOf = (record: InterviewRecord): readonly Claim[] => {
  const claims: Claim[] = [];
  const before: ReadonlySet<string>[] = [];
  const runs = new Set<string>();
  for (const [turn, findings] of record.findings) {
    for (const finding of findings) {
      if (finding.kind !== 'claim') continue;
      const quote = textOf(record.turns, turn).slice(finding.span.start, finding.span.end);
      const words = stemsOf(quote);
      const stems = new Set(words);
      const own = runsOf(words);
      const repeats =
        own.length > 0 && own.filter((run) => runs.has(run)).length >= AGAIN_IN_ORDER * own.length;
      for (const run of own) runs.add(run);
      if (quote === '' || repeats || isAgain(stems, before)) continue;
      before.push(stems);
      claims.push({ turn, start: finding.span.start, quote, signs: finding.signs });
    }
  }
  return claims;
};

/** Three telling words in a row. */
const runsOf = (words: readonly string[]): readonly string[] =>
  words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`);

const isAgain = (stems: ReadonlySet<string>, before: readonly ReadonlySet<string>[]): boolean => {
  if (stems.size === 0) return false;
  const enough = AGAIN * stems.size;
  return before.some((one) => {
    let shared = 0;
    for (const stem of stems) if (one.has(stem)) shared++;
    return shared >= enough;
  });
};
