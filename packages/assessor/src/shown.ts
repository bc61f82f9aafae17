/**
 * What was shown, counted so that saying it again or at greater length counts nothing more: for each sign, in how many
 * answers something new was said that bears it.
 */
import type { Sign } from '@dryrun/domain';
import { SIGNS, textOf } from '@dryrun/domain';
import { stemsOf } from '@dryrun/text';
import type { InterviewRecord } from './record.ts';

export type Claim = {
  readonly turn: number;
  /** Where the quote begins in what was said. */
  readonly start: number;
  readonly quote: string;
  readonly signs: readonly Sign[];
};

export type Shown = {
  readonly answers: number;
  /** By sign, the answers that show it. */
  readonly by: Readonly<Record<Sign, number>>;
  readonly claims: readonly Claim[];
};

/** Of a claim's telling words, the share that may have been said in one claim before; more is the same again. */
const AGAIN = 0.75;
/** And of its words in their order, wherever they were said. */
const AGAIN_IN_ORDER = 0.6;

export const shownOf = (record: InterviewRecord): Shown => {
  const answers = record.turns.filter(({ speaker }) => speaker === 'candidate');
  const claims = isAboutAnything(record, answers) ? claimsOf(record) : [];
  const answersWith = (sign: Sign) =>
    new Set(claims.filter(({ signs }) => signs.includes(sign)).map(({ turn }) => turn)).size;
  return {
    answers: answers.length,
    by: Object.fromEntries(SIGNS.map((sign) => [sign, answersWith(sign)])) as Record<Sign, number>,
    claims,
  };
};

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
