/**
 * One dimension of a debrief: its band by the model, and the words, or the questions not taken up, that it rests on.
 *
 *     claims that bear its signs ─▶ strengths       asked, and none of its signs in the answer ─▶ concerns
 *
 * A band without evidence is not given. *Not shown* means that nobody asked.
 */
import type { Band, Dimension, Evidence, Judgement, Sign } from '@dryrun/domain';
import type { Piece } from './evidence.ts';
import { bandAt, scoreOf } from './judge.ts';
import { promptedIn } from './prompted.ts';
import { ABOUT, readingOf, scarceIn, SPEAKS_FOR, wantedIn } from './readings.ts';
import type { InterviewRecord, RecordedTurn } from './record.ts';
import type { Claim, Shown } from './shown.ts';

const MOST_STRENGTHS = 3;
const MOST_CONCERNS = 3;
/** Questions that were put before nothing is held against an answer. */
const OPPORTUNITIES_LEAST = 3;

export const dimensionOf = (
  id: Dimension,
  record: InterviewRecord,
  shown: Shown,
  pieces: readonly Piece[],
  judgement: Judgement,
  told: ReadonlySet<string>,
): { readonly band: Band; readonly evidence: readonly Evidence[] } => {
  const signs = signsOf(judgement, id);
  const strengths = strengthsOf(id, record, shown, signs, told);
  const heard = pieces.filter(({ dimension }) => dimension === id).map(({ evidence }) => evidence);
  const missed = notTakenUp(id, record, shown, signs);
  const found = shown.claims.length >= judgement.level.least;
  const band =
    found || missed.length >= OPPORTUNITIES_LEAST
      ? bandAt(judgement, scoreOf(judgement, shown, id, record.terms.level))
      : 'not-shown';
  // Told are those that stood where one would look for it; where there are none, what there was.
  const telling = missed.filter(
    (piece) => piece.kind !== 'absence' || isPlaceFor(id, record, piece.opportunity.turn),
  );
  const occasions = telling.length > 0 ? telling : missed;
  const held = [
    ...heard.filter(({ polarity }) => polarity === 'concern'),
    ...occasions.slice(0, MOST_CONCERNS),
  ];
  const concerns = held.length > 0 || band !== 'below' ? held : tooFew(id, record, shown, signs);
  const praised = [...heard.filter(({ polarity }) => polarity === 'strength'), ...strengths].slice(
    0,
    MOST_STRENGTHS,
  );
  switch (band) {
    case 'below':
      return concerns.length > 0
        ? { band, evidence: [...concerns, ...praised.slice(0, 2)] }
        : { band: 'not-shown', evidence: praised };
    case 'meets':
    case 'exceeds':
      return praised.length > 0
        ? { band, evidence: [...praised, ...concerns.slice(0, 1)] }
        : { band: 'not-shown', evidence: [] };
    case 'not-shown':
      return { band, evidence: [] };
  }
};

const signsOf = (judgement: Judgement, id: Dimension): ReadonlySet<Sign> => {
  const own = Object.entries(judgement.bands[id].weights).filter(([, weight]) => (weight ?? 0) > 0);
  return new Set(own.map(([sign]) => sign as Sign));
};

/** A shorter clause says too little to whoever sees it alone. */
const WORDS_LEAST = 8;

/**
 * The claims that speak for it, one to an answer: by the signs that a reader of the words alone would see, whole clauses first, and
 * before others those that no dimension has told yet. Where none does, those that bear what its mark is made of.
 */
const strengthsOf = (
  id: Dimension,
  record: InterviewRecord,
  { claims }: Shown,
  signs: ReadonlySet<Sign>,
  told: ReadonlySet<string>,
): readonly Evidence[] => {
  const speaks = SPEAKS_FOR[id];
  const best = new Map<number, { readonly claim: Claim; readonly worth: number }>();
  for (const claim of claims) {
    const surest = speaks.findIndex((sign) => claim.signs.includes(sign));
    const bears = claim.signs.filter((sign) => signs.has(sign)).length;
    if (surest < 0 && bears === 0) continue;
    const words = claim.quote.split(/\s+/).length;
    const speaking = claim.signs.filter((sign) => speaks.includes(sign)).length;
    const worth =
      6 * speaking +
      (surest < 0 ? 0 : 3 - surest) +
      (ABOUT[id]?.test(claim.quote) === false ? 0 : 8) +
      bears -
      (told.has(claim.quote) ? 4 : 0) -
      (words < WORDS_LEAST ? 6 : 0);
    if (worth > (best.get(claim.turn)?.worth ?? -Infinity)) best.set(claim.turn, { claim, worth });
  }
  return [...best.values()]
    .sort((a, b) => b.worth - a.worth || b.claim.quote.length - a.claim.quote.length)
    .map(({ claim }) => ({
      kind: 'quote',
      turn: claim.turn,
      quote: claim.quote,
      polarity: 'strength',
      prompted: promptedIn(record, claim.turn, claim.quote),
      reading: readingOf(id, claim.signs),
    }));
};

/** Phases in which one finds out, and what that can show. */
const BEGINNING: ReadonlySet<string> = new Set([
  'background',
  'presentation',
  'explore',
  'requirements',
  'clarify',
  'read-and-clarify',
]);
const FINDING_OUT: ReadonlySet<Dimension> = new Set(['problem-navigation', 'communication']);

/** What is asked back, said again, or left to the candidate. */
const NO_OCCASION: ReadonlySet<string> = new Set([
  'ask-assumption',
  'decline',
  'wait',
  'repeat',
  'rephrase',
  'invite-questions',
  'answer-candidate',
]);

/** How one begins, and the phases in which one finds out, are no place to look for how it runs. */
const isPlaceFor = (id: Dimension, { turns }: InterviewRecord, turn: number): boolean => {
  if (FINDING_OUT.has(id)) return true;
  const phase = turns.find((asked) => asked.turn === turn)?.phase;
  return turn > (turns[0]?.turn ?? 0) && !(phase !== undefined && BEGINNING.has(phase));
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
