/**
 * The closing summary as a letter: key decisions and their rationale, modelling, strengths of the architecture,
 * production readiness, strengths shown, areas to explore, overall. No scores, bands or levels; the candidate's own
 * words and figures are quoted.
 */
import { SIGNS } from '@dryrun/domain';
import type { Debrief, Dimension, DimensionReading, Evidence, Sheet, Sign } from '@dryrun/domain';
import { againText, seldomText } from './readings.ts';
import type { InterviewRecord } from './record.ts';
import type { Claim, Shown } from './shown.ts';

const MOST_DECISIONS = 6;
const MOST_STRENGTHS = 4;
const MOST_TO_EXPLORE = 4;
const MOST_TO_PRACTISE = 2;
/** Of the answers. */
const SELDOM = 0.15;

export const letterOf = (
  record: InterviewRecord,
  dimensions: readonly DimensionReading[],
  shown: Shown,
  missed: Debrief['missed'],
): Debrief['debrief'] => {
  const candidate = record.turns.filter(({ speaker }) => speaker === 'candidate');
  const quotes = new Set(dimensions.flatMap(({ evidence }) => quotesIn(evidence)).map(({ quote }) => quote))
    .size;
  const explore = missed.slice(0, MOST_TO_EXPLORE).flatMap(({ item }) => {
    const known = record.sheet?.items.find(({ id }) => id === item);
    return known ? [`${nameOf(known.concept, record.sheet)}: ${known.why}`] : [];
  });
  return {
    decisions: decisionsIn(shown).map(({ quote }) => `You said: “${quote}”`),
    modelling: heardOn('the modelling', dimensions, 'technical-depth'),
    architecture: heardOn('the architecture', dimensions, 'architecture'),
    production: heardOn('running it', dimensions, 'production'),
    strengths: varied(dimensions).map(({ quote, reading }) => `“${quote}”: you ${reading}.`),
    explore: explore.length > 0 ? explore : seldomIn(shown),
    overall: `You spoke in ${candidate.length} ${candidate.length === 1 ? 'turn' : 'turns'} over ${record.minutes} ${record.minutes === 1 ? 'minute' : 'minutes'}. ${
      quotes === 0
        ? 'Nothing you said was read as evidence; the footer says what this version can read.'
        : `${quotes} of your statements are quoted here as evidence.`
    }`,
    next: practiceFor(record, missed, shown),
  };
};

type Quote = Extract<Evidence, { kind: 'quote' }>;

const quotesIn = (evidence: readonly Evidence[]): readonly Quote[] =>
  evidence.filter((one): one is Quote => one.kind === 'quote' && one.polarity === 'strength');

/** What was decided is said with its reason, its condition or its price. */
const DECIDED: readonly Sign[] = ['reason', 'cost', 'restraint', 'condition', 'limit'];

const decisionsIn = ({ claims }: Shown): readonly Claim[] => {
  const worth = ({ signs }: Claim) =>
    signs.filter((sign) => DECIDED.includes(sign)).length + signs.length / 10;
  return claims
    .filter(({ signs }) => signs.length >= 2 && signs.some((sign) => DECIDED.includes(sign)))
    .toSorted((a, b) => worth(b) - worth(a))
    .filter(({ turn }, at, all) => all.findIndex((one) => one.turn === turn) === at)
    .slice(0, MOST_DECISIONS)
    .toSorted((a, b) => a.turn - b.turn);
};

const heardOn = (subject: string, dimensions: readonly DimensionReading[], id: Dimension): string => {
  const [first, second] = quotesIn(dimensions.find((one) => one.id === id)?.evidence ?? []);
  if (!first) return `Nothing was heard on ${subject} that this version can read.`;
  return `On ${subject} you said “${first.quote}”${second ? `, and “${second.quote}”` : ''}.`;
};

/** Signs that few answers bear, though there were answers enough. */
const seldomIn = ({ by, answers }: Shown): readonly string[] =>
  answers === 0
    ? []
    : SIGNS.filter((sign) => by[sign] <= answers * SELDOM)
        .toSorted((a, b) => by[a] - by[b])
        .slice(0, MOST_TO_EXPLORE)
        .map((sign) => seldomText(sign, by[sign], answers));

const practiceFor = (
  { sheet, turns }: InterviewRecord,
  missed: Debrief['missed'],
  { by, claims }: Shown,
): readonly string[] => {
  const probes = missed.slice(0, MOST_TO_PRACTISE).flatMap(({ item }) => {
    const probe = sheet?.items.find(({ id }) => id === item)?.probe;
    return probe ? [`Answer aloud, in two minutes: “${probe}”`] : [];
  });
  if (probes.length > 0) return probes;
  // The questions whose answers backed least, once more, with what was said least.
  const backed = (turn: number) => claims.filter((claim) => claim.turn === turn).length;
  const asked = turns.flatMap((said, at) => {
    const before = turns[at - 1];
    return said.speaker === 'candidate' && before?.speaker === 'interviewer' && before.text.includes('?')
      ? [{ question: before.text, backed: backed(said.turn) }]
      : [];
  });
  const [seldom] = SIGNS.toSorted((a, b) => by[a] - by[b]);
  return asked
    .toSorted((a, b) => a.backed - b.backed)
    .slice(0, MOST_TO_PRACTISE)
    .map(({ question }) => againText(question, seldom));
};

/** One strength from each dimension before a second from any. */
const varied = (dimensions: readonly DimensionReading[]): readonly Quote[] => {
  const all = dimensions.map(({ evidence }) => quotesIn(evidence));
  const inTurn = [0, 1, 2].flatMap((round) => all.flatMap((quotes) => quotes[round] ?? []));
  return inTurn
    .filter(({ quote }, at) => inTurn.findIndex((one) => one.quote === quote) === at)
    .slice(0, MOST_STRENGTHS);
};

const nameOf = (concept: string, sheet: Sheet | undefined) =>
  sheet?.concepts.find(({ id }) => id === concept)?.name ?? concept;
