/**
 * One dimension of a debrief: its band by the model, and the words, or the questions not taken up, that it rests on.
 *
 *     claims that bear its signs ─▶ strengths       asked, and none of its signs in the answer ─▶ concerns
 *
 * A band without evidence is not given. *Not shown* means that nobody asked.
 */
import type { Band, Dimension, Evidence, Judgement, Sign } from '@dryrun/domain';
import { CHECKS, inPlainMarks } from '@dryrun/text';
import { tooLittle } from './enough.ts';
import type { Piece } from './evidence.ts';
import { bandAt, scoreOf } from './judge.ts';
import { promptedIn } from './prompted.ts';
import type { Quotable } from './passage.ts';
import { isAskedFor, scarceIn, wantedIn } from './readings.ts';
import { FINDING_OUT } from './record.ts';
import type { InterviewRecord, RecordedTurn } from './record.ts';
import type { Shown } from './shown.ts';
import { NOT_DONE } from './telling-words.ts';

const MOST_STRENGTHS = 2;
const MOST_CONCERNS = 2;
/** Questions that were put before nothing is held against an answer. */
const OPPORTUNITIES_LEAST = 3;

export const dimensionOf = (
  id: Dimension,
  record: InterviewRecord,
  shown: Shown,
  pieces: readonly Piece[],
  passages: readonly Quotable[],
  judgement: Judgement,
  told: ReadonlySet<string>,
): { readonly band: Band; readonly evidence: readonly Evidence[] } => {
  const signs = signsOf(judgement, id);
  const heard = pieces.filter(({ dimension }) => dimension === id).map(({ evidence }) => evidence);
  const missed = notTakenUp(id, record, shown, signs);
  const isEnough = tooLittle(judgement, shown, record) === undefined;
  const found = shown.claims.length >= judgement.level.least;
  const band =
    isEnough && (found || missed.length >= OPPORTUNITIES_LEAST)
      ? bandAt(judgement, scoreOf(judgement, shown, id, record.terms.level))
      : 'not-shown';
  // Told are questions that asked for it where one would look for it: nobody is held to what was not asked.
  const occasions = missed.filter(
    (piece) => piece.kind === 'absence' && asksFor(id, record, piece.opportunity.turn),
  );
  const held = [
    ...heard.filter(({ polarity }) => polarity === 'concern'),
    ...occasions.slice(0, MOST_CONCERNS),
  ];
  const concerns = held.length > 0 || band !== 'below' ? held : tooFew(id, record, shown, signs);
  const praised = [
    // For a mark that stands the nearest is told; beside one that does not, only what is sure.
    ...strengthsOf(id, record, passages, told, band === 'below' ? SUREST : LEAST),
    ...heard.filter(({ polarity }) => polarity === 'strength'),
  ].slice(0, MOST_STRENGTHS);
  switch (band) {
    case 'below':
      return concerns.length > 0
        ? { band, evidence: [...concerns, ...praised.slice(0, 1)] }
        : { band: 'not-shown', evidence: praised };
    case 'meets':
    case 'exceeds':
      return praised.length > 0
        ? // What a question left open says little against a mark that stands all the same.
          { band, evidence: [...praised, ...concerns.filter(({ kind }) => kind === 'quote').slice(0, 1)] }
        : { band: 'not-shown', evidence: [] };
    case 'not-shown':
      // What was too short for a mark had its words all the same.
      return {
        band,
        evidence: isEnough ? [] : [...heard.filter(({ polarity }) => polarity === 'concern'), ...praised],
      };
  }
};

const signsOf = (judgement: Judgement, id: Dimension): ReadonlySet<Sign> => {
  const own = Object.entries(judgement.bands[id].weights).filter(([, weight]) => (weight ?? 0) > 0);
  return new Set(own.map(([sign]) => sign as Sign));
};

/** A second passage has to be sure, and to say more than what the dimension is. */
const SURE = 0.6;
/** Less, and who reads it would not see why it is told: then there is no evidence. */
const LEAST = 0.04;
/** And what is told beside a mark that does not stand. */
const SUREST = 0.8;
/** Of a passage that was told under another dimension, or does what one does that is told already, so much is left. */
const TOLD_BEFORE = 0.3;
const SAME_THING = 0.8;
/** And of one whose reading says no more than what the dimension is; where that is not sure either, it is not told. */
const PLAIN = 0.5;
const PLAIN_LEAST = 0.2;

/** The passages that can be cited most surely, one to an answer and, where there is a choice, each of something else. */
const strengthsOf = (
  id: Dimension,
  record: InterviewRecord,
  passages: readonly Quotable[],
  told: ReadonlySet<string>,
  least: number,
): readonly Evidence[] => {
  const left = passages.flatMap((passage) => {
    // What is not about the system can be well said all the same.
    if (passage.signs.size === 0 && id !== 'communication') return [];
    // And who says what he has not done, or does not know, shows that he says so.
    if (id !== 'communication' && NOT_DONE.test(inPlainMarks(passage.text))) return [];
    // Who asks at the end finds out nothing of the problem any more.
    if (
      id === 'problem-navigation' &&
      passage.text.includes('?') &&
      (!passage.isEarly || CHECKS.test(passage.text))
    )
      return [];
    const reading = passage.readings[id];
    if (!reading.holds) return [];
    const own = passage.chances[id];
    if (reading.isPlain && own < PLAIN_LEAST) return [];
    const chance = own * (told.has(passage.text) ? TOLD_BEFORE : 1) * (reading.isPlain ? PLAIN : 1);
    return [{ passage, ...reading, chance }];
  });
  const chosen: typeof left = [];
  const chanceOf = ({ does, chance }: (typeof left)[number]) =>
    chance * (chosen.some((one) => one.does === does) ? SAME_THING : 1);
  while (chosen.length < MOST_STRENGTHS) {
    const [best] = left
      .filter(
        ({ passage, isPlain }) =>
          chosen.length === 0 || !(isPlain || chosen.some((one) => one.passage.turn === passage.turn)),
      )
      .sort((a, b) => chanceOf(b) - chanceOf(a) || b.passage.text.length - a.passage.text.length);
    if (!best || chanceOf(best) < (chosen.length > 0 ? SURE : least)) break;
    chosen.push(best);
  }
  return chosen.map(({ passage: { turn, text: quote }, text }) => ({
    kind: 'quote',
    turn,
    quote,
    polarity: 'strength',
    prompted: promptedIn(record, turn, quote),
    reading: text,
  }));
};

/** What the phases in which one finds out can show. */
const SHOWN_EARLY: ReadonlySet<Dimension> = new Set(['problem-navigation', 'communication']);

/** What is asked back, said again, or left to the candidate. */
export const NO_OCCASION: ReadonlySet<string> = new Set([
  'ask-assumption',
  'decline',
  'wait',
  'repeat',
  'rephrase',
  'invite-questions',
  'answer-candidate',
]);

/** How one begins, and the phases in which one finds out, ask nothing of how it runs. */
const asksFor = (id: Dimension, { turns }: InterviewRecord, turn: number): boolean => {
  const asked = turns.find((one) => one.turn === turn);
  if (!asked) return false;
  const isEarly = turn === turns[0]?.turn || (asked.phase !== undefined && FINDING_OUT.has(asked.phase));
  if (isEarly && !SHOWN_EARLY.has(id)) return false;
  return isAskedFor(id, asked);
};

/** Questions after which nothing with one of its signs was said. */
const notTakenUp = (
  id: Dimension,
  { turns }: InterviewRecord,
  { claims }: Shown,
  signs: ReadonlySet<Sign>,
): readonly Evidence[] =>
  turns.flatMap((asked, at): readonly Evidence[] => {
    const answers = answersTo(turns, at);
    if (asked.speaker !== 'interviewer' || !asked.text.includes('?') || answers.length === 0) return [];
    // A question that was after something else, or after nothing of the design, is no occasion for this.
    if (NO_OCCASION.has(asked.move ?? '') || (asked.asksFor !== undefined && asked.asksFor !== id)) return [];
    const shows = claims.some(
      (claim) =>
        answers.some(({ turn }) => turn === claim.turn) && claim.signs.some((sign) => signs.has(sign)),
    );
    return shows
      ? []
      : [
          {
            kind: 'absence',
            opportunity: { turn: asked.turn },
            polarity: 'concern',
            reading: wantedIn(id, asked.text),
          },
        ];
  });

/** Each question got something, and all of it together is not enough: told with the first question that was put. */
const tooFew = (
  id: Dimension,
  { turns }: InterviewRecord,
  { claims, answers }: Shown,
  signs: ReadonlySet<Sign>,
): readonly Evidence[] => {
  const first = turns.find(({ speaker }) => speaker === 'interviewer');
  if (!first) return [];
  const showing = new Set(
    claims.filter((claim) => claim.signs.some((sign) => signs.has(sign))).map(({ turn }) => turn),
  ).size;
  return [
    {
      kind: 'absence',
      opportunity: { turn: first.turn },
      polarity: 'concern',
      reading: scarceIn(id, showing, answers),
    },
  ];
};

const answersTo = (turns: readonly RecordedTurn[], at: number): readonly RecordedTurn[] => {
  const next = turns.findIndex(({ speaker }, index) => index > at && speaker === 'interviewer');
  return turns.slice(at + 1, next < 0 ? undefined : next);
};
