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
import { readingOf, wantedIn } from './readings.ts';
import type { InterviewRecord, RecordedTurn } from './record.ts';
import type { Claim, Shown } from './shown.ts';

const MOST_STRENGTHS = 4;
const MOST_CONCERNS = 3;
/** Questions that were put before nothing is held against an answer. */
const OPPORTUNITIES_LEAST = 3;

export const dimensionOf = (
  id: Dimension,
  record: InterviewRecord,
  shown: Shown,
  pieces: readonly Piece[],
  judgement: Judgement,
): { readonly band: Band; readonly evidence: readonly Evidence[] } => {
  const signs = signsOf(judgement, id);
  const strengths = strengthsOf(id, shown, signs);
  const heard = pieces.filter(({ dimension }) => dimension === id).map(({ evidence }) => evidence);
  const missed = notTakenUp(id, record, shown, signs);
  const found = shown.claims.length >= judgement.level.least;
  const band =
    found || missed.length >= OPPORTUNITIES_LEAST
      ? bandAt(judgement, scoreOf(judgement, shown, id, record.terms.level))
      : 'not-shown';
  const concerns = [
    ...heard.filter(({ polarity }) => polarity === 'concern'),
    ...missed.slice(0, MOST_CONCERNS),
  ];
  const praised = [...heard.filter(({ polarity }) => polarity === 'strength'), ...strengths].slice(
    0,
    MOST_STRENGTHS + 2,
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

/** The claims that bear most of its signs, one to an answer. */
const strengthsOf = (id: Dimension, { claims }: Shown, signs: ReadonlySet<Sign>): readonly Evidence[] => {
  const own = ({ signs: borne }: Claim) => borne.filter((sign) => signs.has(sign));
  const best = new Map<number, Claim>();
  for (const claim of claims) {
    const before = best.get(claim.turn);
    if (own(claim).length > 0 && (!before || own(claim).length > own(before).length))
      best.set(claim.turn, claim);
  }
  return [...best.values()]
    .sort((a, b) => own(b).length - own(a).length || b.quote.length - a.quote.length)
    .map((claim) => ({
      kind: 'quote',
      turn: claim.turn,
      quote: claim.quote,
      polarity: 'strength',
      prompted: 'unprompted',
      reading: readingOf(id, own(claim)),
    }));
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

const answersTo = (turns: readonly RecordedTurn[], at: number): readonly RecordedTurn[] => {
  const next = turns.findIndex(({ speaker }, index) => index > at && speaker === 'interviewer');
  return turns.slice(at + 1, next < 0 ? undefined : next);
};
