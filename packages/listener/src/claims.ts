/**
 * What is stated about the system, clause by clause, with what stands behind each statement.
 *
 *     answer ─▶ clauses ─▶ said by the candidate, not the interviewer’s own words back ─▶ about the system ─▶ signs
 */
import type { Exchange, Finding } from '@dryrun/domain';
import { clauses, sentences, stemsOf, withoutFillers } from '@dryrun/text';
import type { Stretch } from '@dryrun/text';
import type { IsAboutSystem } from './about.ts';
import { gistOf } from './gist.ts';
import type { Whole } from './gist.ts';
import { signsIn } from './signs.ts';

/** Of a clause's telling words, the share that may be the interviewer's own before it is an echo. */
const ECHO = 0.75;

export const readClaims = ({ asked, answer }: Exchange, isAboutSystem: IsAboutSystem): readonly Finding[] => {
  const theirs = new Set(stemsOf(asked?.core ?? asked?.text ?? ''));
  const all = clauses(answer.text).map((clause) => ({ clause, stems: spokenStems(clause.text) }));
  const whole = sentences(answer.text).map(({ text, start, end }) => ({
    stems: spokenStems(text),
    start,
    end,
  }));
  return all.flatMap(({ clause, stems }, index): readonly Finding[] => {
    const signs = signsIn(withMark(answer.text, clause));
    if (signs.length === 0 || isEcho(stems, theirs) || TO_THE_READER.test(clause.text)) return [];
    // What it is about may stand a clause before or after.
    const around = all.slice(Math.max(0, index - 2), index + 3).flatMap((one) => one.stems);
    const sentence = whole.find(({ start, end }) => clause.start >= start && clause.start < end);
    if (!isAboutSystem(sentence?.stems ?? stems, around)) return [];
    const gist = gistOf(clause, wholeIn(answer.text, clause));
    return [
      {
        kind: 'claim',
        signs,
        span: { start: clause.start, end: endOf(answer.text, clause) },
        ...(gist ? { gist } : {}),
      },
    ];
  });
};

/** Words about being judged are about no system. */
const TO_THE_READER =
  /\b(?:assessor|grader|rubric|(?:your|previous|all) instructions|ignore (?:your|all|the|previous)|(?:mark|grade|score|rate) (?:me|this|every|all|the candidate))\b/i;

const spokenStems = (text: string): readonly string[] => stemsOf(withoutFillers(text));

const BEGINS = /(?:^|[.,;:!?…()\n–—-])\s*$/;
const ENDS = /^\s*(?:[.,;:!?…()\n–—]|$)/;
const BREATH = /^\s*(?:and|but|because|so|okay|right)\b/i;

/** “The modulation and the last layer stay …”: what is only joined has lost the other half of its subject. */
const JOINED = /^and the\b/i;
const OWN_VERB =
  /^and the (?:\S+ ){1,3}?(?:is|was|has|does|did|can|will|would|must|may|gets|goes|takes|comes|stays|needs|costs|holds|keeps|reads|runs|sends|returns|scores|serves|sees|drops|falls|grows)\b/i;

/** “Leak between tenants: two percent, thirty million”: figures that a colon leads up to say nothing without it. */
const LED_UP_TO = /:\s*$/;
const FIGURES =
  /^\s*(?:[~≈<>$€£]*\d|(?:\w+ty|\w+teen|one|two|three|four|five|six|seven|eight|nine|ten|half)\b)/i;

/** A clause that was cut by its length, or in the middle of what it is about, begins or ends in the middle of a thought. */
const wholeIn = (text: string, { text: clause, start, end }: Stretch): Whole => ({
  begins: begins(text.slice(0, start), clause),
  ends: ENDS.test(text.slice(end)) || BREATH.test(text.slice(end)),
});

const begins = (before: string, clause: string): boolean =>
  BEGINS.test(before)
    ? !(LED_UP_TO.test(before) && FIGURES.test(clause))
    : BREATH.test(clause) && !(JOINED.test(clause) && !OWN_VERB.test(clause));

const FURTHER = /^(?: [^\s.,;:!?…]+){1,9}(?=[.,;:!?…]|$)/;

/** A clause that was cut by its length is quoted to where the thought ends, if that is near. */
const endOf = (text: string, { end }: Stretch): number => {
  const further = FURTHER.exec(text.slice(end, end + 160));
  return end + (further?.[0].length ?? 0);
};

/** A question's mark belongs to it. */
const withMark = (text: string, { text: clause, end }: Stretch): string =>
  text[end] === '?' ? `${clause}?` : clause;

const isEcho = (stems: readonly string[], theirs: ReadonlySet<string>): boolean =>
  stems.length > 0 && stems.filter((stem) => theirs.has(stem)).length >= ECHO * stems.length;
