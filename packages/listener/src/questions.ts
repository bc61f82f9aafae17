import type { Finding, Sheet } from '@dryrun/domain';
import { quantitiesIn } from '@dryrun/quantities';
import { inPlainMarks, sentences, stemsOf, tellingWords } from '@dryrun/text';
import type { Stretch } from '@dryrun/text';
import {
  answersItself,
  askedClauses,
  beginsAsking,
  isAsking,
  isPremise,
  isQuoted,
  kindOfAsking,
} from './asked.ts';
import { factsAskedIn } from './facts.ts';

/**
 * The questions about the system in an answer, each with the fact that answers it, or the heading that is left open, or neither.
 *
 *     sentence that asks ─▶ its clauses (“how many users, and what latency?” is two) that are no other kind of asking ─▶ the
 *     facts that are asked for; of a premise or an assumption put forward, those that say it otherwise
 */
export const readQuestions = (text: string, sheet: Sheet | undefined): readonly Finding[] => {
  const all = sentences(text);
  return all.flatMap((sentence, at) => {
    const plain = inPlainMarks(sentence.text);
    if (isQuoted(plain)) return [];
    if (INVITES_CORRECTION.test(plain)) return premiseOf(putForward(all, at), sheet);
    const wishes = WISHES.test(plain);
    if ((!wishes && !isAsking(plain)) || PLEASANT.test(plain)) return [];
    const before = all[at - 1];
    const asksIfRight = isPremise(plain, before?.text);
    const clauses = aboutSystem(sentence);
    if (clauses.length === 0 && !asksIfRight) return [];
    if (asksIfRight || PREMISE.test(plain)) {
      const said = before && asksIfRight && !isPremise(plain) ? [before, sentence] : [sentence];
      const found = premiseOf(said, sheet);
      // “Right?” in the middle of a speech waits for no answer.
      const waits = all
        .slice(at + 1)
        .every(({ text: after }) => isAsking(after) || INVITES_CORRECTION.test(after));
      return waits || found.some(({ fact }) => fact !== undefined) ? found : [];
    }
    const found = clauses.flatMap((clause) => answerTo(clause.text, sentence, sheet));
    const placed = found.filter(({ fact, heading }) => fact !== undefined || heading !== undefined);
    // Who goes on to answer it has asked themselves, and a guess with a question's voice is a guess; a fact is told all the same.
    const next = all[at + 1]?.text ?? '';
    const own = (answersItself(next) && !isPremise(next)) || GUESSES.test(plain);
    // A clause that nothing answers is part of a question that is answered, or the whole is one question.
    if (placed.length > 0 && !(own && OF_ONESELF.test(plain)))
      return own ? placed.filter(({ fact }) => fact !== undefined) : placed;
    return own ? [] : found.slice(0, 1);
  });
};

/** The clauses that are no other kind of asking; beside one that is, only what asks by itself. */
const aboutSystem = (sentence: Stretch): readonly Stretch[] => {
  const clauses = askedClauses(sentence);
  const about = clauses.filter((clause) => kindOfAsking(clause, true) === undefined);
  return about.length === clauses.length ? about : about.filter(({ text }) => beginsAsking(text));
};

type Question = Extract<Finding, { kind: 'question' }>;

const GUESSES =
  /\b(?:i(?:'d| would) (?:guess|say|assume)|i guess|maybe (?:like|i|it|we|about)?|let's say|probably|roughly|i assume)\b/i;
/** “What would I do then?” is asked of oneself. */
const OF_ONESELF = /\b(?:(?:would|do|should|can|could) i|how (?:do|would|can|could|should) we)\b/i;
const WISHES =
  /\b(?:i(?:'d| would) (?:like|want|need) to (?:know|understand|ask|clarify)|i(?:'m| am) (?:wondering|curious)|tell me (?:about|more)|do we know)\b/i;
/** Nothing is asked by it. */
const PLEASANT =
  /\b(?:does (?:that|this|it) make (?:any )?sense|(?:am i|is (?:that|this)) clear|you know what i mean|(?:repeat|say) (?:that|it|the question)(?: again)?|(?:have|take|get|give me|need|got|just|^)(?: just)? ?(?:a|one|another|two) (?:more )?(?:minute|moment|second)s?)\b/i;
/** Something is taken to be so, and is to be put right if it is not. */
const PREMISE =
  /\w[^,]{6,}(?:,|\s[-–—])\s(?:right|correct|yes|yeah|no|is that so|isn't it|aren't (?:we|they)|don't (?:we|they)|doesn't it)\?$|\b(?:(?:can|could|may|should|do) i (?:just |safely )?(?:assume|take it|presume|suppose)|is it (?:fair|safe|okay|ok|fine|reasonable|a fair \w+) to (?:assume|say)|am i (?:right|correct) (?:that|in|to)|\w+ing (?:that|this) (?:is|would be) (?:fair|safe)|is\b.{3,60}\ba (?:fair|safe|good|reasonable) (?:guess|assumption|number|figure))/i;
const INVITES_CORRECTION =
  /\b(?:(?:tell me|let me know|shout|stop me|say so|speak up|interrupt me)\b.{0,24}\b(?:if|when|where|which)\b.{0,60}\b(?:off|wrong|not|isn't|aren't|incorrect|mistaken|differs?|different|disagree|unrealistic|bad|doesn't|don't)\b|correct me (?:if|where|when)|unless you (?:say|tell me|know) otherwise|(?:any|which) of (?:these|those|them)\b.{0,20}\b(?:off|wrong|incorrect|unrealistic)\b)/i;

/** So many sentences before “tell me if any of these is off”, or after its colon, are put forward. */
const SENTENCES_MOST = 6;

const putForward = (all: readonly Stretch[], at: number): readonly Stretch[] =>
  all[at]?.text.endsWith(':')
    ? all.slice(at, at + 1 + SENTENCES_MOST)
    : onlySaid(all.slice(Math.max(0, at - SENTENCES_MOST), at + 1));

/** What is asked beside it is asked, and what says that questions come puts nothing forward. */
const onlySaid = (all: readonly Stretch[]): readonly Stretch[] => {
  const said = all.slice(0, -1).filter(({ text }) => !isAsking(text) && !ANNOUNCES.test(text));
  if (!all.slice(0, -1).some(({ text }) => isAsking(text))) return all;
  const own = INVITES_CORRECTION.exec(all.at(-1)?.text ?? '')?.index ?? 0;
  return said.length > 0 ? said : all.slice(-1).filter(() => own > STANDS_ALONE);
};
const ANNOUNCES = /\b(?:questions?|things|points|clarif\w+)\b[^.]{0,40}[.:]$/i;
/** So many characters before “tell me if that is off” put something forward themselves. */
const STANDS_ALONE = 20;

/** More facts than these say a list of assumptions otherwise only by the way. */
const FACTS_MOST = 4;

/** The facts that say otherwise than what is put forward; without any it stands, as what is assumed. */
const premiseOf = (said: readonly Stretch[], sheet: Sheet | undefined): readonly Question[] => {
  const [first, last] = [said[0], said.at(-1)];
  if (!first || !last) return [];
  const span = { start: first.start, end: last.end };
  const facts = sheet
    ? said
        .flatMap(({ text }) => text.split(ITEMS))
        .flatMap((item) =>
          factsAskedIn(asAsked(item), sheet, true).filter((fact) => !agrees(item, fact, sheet)),
        )
    : [];
  const differing = [...new Set(facts)].slice(0, FACTS_MOST);
  if (differing.length > 0) return differing.map((fact) => ({ kind: 'question', fact, premise: true, span }));
  return [{ kind: 'question', premise: true, span }];
};

/** Where one thing that is put forward ends and the next begins. */
const ITEMS = /[,;:](?!\d)|\b(?:and|so|because|since|that|we|i)\b/i;

/** “We have 100 GPUs” says how many. */
const asAsked = (item: string): string => (quantitiesIn(item).length > 0 ? `how many ${item}` : item);

const NEAR = 0.25;

/** Somebody's figure is the sheet's, or near it. */
const agrees = (item: string, fact: string, sheet: Sheet): boolean => {
  const answer = sheet.facts.find(({ id }) => id === fact)?.answer ?? '';
  // The figure of a name (“H100”) says how much of nothing.
  const theirs = quantitiesIn(answer).filter(({ start }) => !/[a-z]/i.test(answer[start - 1] ?? ''));
  return quantitiesIn(item).some((own) =>
    theirs.some(
      (other) =>
        own.powers.byte === other.powers.byte &&
        own.powers.dollar === other.powers.dollar &&
        Math.abs(own.value - other.value) <= NEAR * other.value,
    ),
  );
};

const answerTo = (clause: string, sentence: Stretch, sheet: Sheet | undefined): readonly Question[] => {
  const span = { start: sentence.start, end: sentence.end };
  const words = tellingWords(clause);
  if (words.length === 0) return [];
  if (!sheet) return [{ kind: 'question', span }];
  const facts = factsAskedIn(clause, sheet);
  if (facts.length > 0) return facts.map((fact) => ({ kind: 'question', fact, span }));
  const heading = sheet.open.find((open) => {
    const own = stemsOf(open.heading);
    return words.some(({ stem }) => own.includes(stem));
  })?.heading;
  return [heading === undefined ? { kind: 'question', span } : { kind: 'question', heading, span }];
};
