/**
 * The closing summary as a letter: key decisions and their rationale, modelling, strengths of the architecture,
 * production readiness, strengths shown, areas to explore, overall. No scores, bands or levels; the candidate's own
 * words and figures are quoted, and whatever is quoted under one head is only pointed at under the next.
 */
import { SIGNS } from '@dryrun/domain';
import type { Debrief, Dimension, DimensionReading, Evidence, Sheet, Sign } from '@dryrun/domain';
import { capital, inPlainMarks, listed } from '@dryrun/text';
import { ofTheTime } from './enough.ts';
import type { Quotable } from './passage.ts';
import { againText, seldomText } from './readings.ts';
import { NO_OCCASION } from './dimensions.ts';
import type { InterviewRecord } from './record.ts';
import type { Shown } from './shown.ts';

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
  passages: readonly Quotable[],
  missed: Debrief['missed'],
): Debrief['debrief'] => {
  const candidate = record.turns.filter(({ speaker }) => speaker === 'candidate');
  const quotes = new Set(dimensions.flatMap(({ evidence }) => quotesIn(evidence)).map(({ quote }) => quote))
    .size;
  const explore = missed.slice(0, MOST_TO_EXPLORE).flatMap(({ item }) => {
    const known = record.sheet?.items.find(({ id }) => id === item);
    return known ? [`${capital(nameOf(known.concept, record.sheet))}. ${known.why}`] : [];
  });
  const decisions = decisionsIn(passages);
  const told = toldOnce(decisions);
  return {
    decisions: decisions.map(({ quote }) => `You said: “${quote}”`),
    modelling: heardOn('the modelling', dimensions, 'technical-depth', told),
    architecture: heardOn('the architecture', dimensions, 'architecture', told),
    production: heardOn('running it', dimensions, 'production', told),
    strengths: strengthsIn(dimensions, told),
    explore: explore.length > 0 ? explore : seldomIn(shown),
    overall: [
      `You spoke in ${candidate.length} ${candidate.length === 1 ? 'turn' : 'turns'} ${lasting(record.minutes)}.`,
      ...unused(record),
      quotes === 0
        ? 'Nothing you said was read as evidence; the footer says what this version can read.'
        : `${quotes} of your statements ${quotes === 1 ? 'is' : 'are'} quoted here as evidence.`,
    ].join(' '),
    next: practiceFor(record, missed, shown),
  };
};

type Quote = Extract<Evidence, { kind: 'quote' }>;

const quotesIn = (evidence: readonly Evidence[]): readonly Quote[] =>
  evidence.filter((one): one is Quote => one.kind === 'quote' && one.polarity === 'strength');

/** What was decided is said with its reason, its condition or its price. */
const DECIDED: readonly Sign[] = ['reason', 'cost', 'restraint', 'condition', 'limit'];

type Words = { readonly turn: number; readonly quote: string };

/** What is asked, of the interviewer or of oneself, is not decided yet. */
const ASKED =
  /\?|^(?:(?:so|and|ok|okay|well|first|also|um|uh)[,\s]+)*(?:(?:can|could|would|will|do|does|did|should|shall|may|is|are) (?:i|we|you|it|this|that|there|they|the)\b|what\b|which\b|how (?:many|much|fast|often|long|big)\b|tell me\b|i(?:'d| would) (?:like|want|need) to (?:know|ask|clarify|understand)\b|i(?:'m| am) (?:wondering|curious)\b)/i;
/** Somebody chooses. */
const CHOOSES =
  /\b(?:(?:i|we)(?:'d| would|'ll| will)|i (?:use|take|keep|put|choose|pick|start|split|leave)|we (?:use|take|keep|put|choose|pick|start|split|leave)|let's|go(?:ing)? with|instead of|rather than|not worth|decide\w*|chose|choice)\b/i;

const decisionsIn = (passages: readonly Quotable[]): readonly Words[] => {
  const decided = ({ signs }: Quotable) => DECIDED.filter((sign) => signs.has(sign)).length;
  const worth = (passage: Quotable) =>
    decided(passage) + passage.signs.size / 10 + (CHOOSES.test(inPlainMarks(passage.text)) ? 1 : 0);
  return passages
    .filter(
      (passage) => passage.signs.size >= 2 && decided(passage) > 0 && !ASKED.test(inPlainMarks(passage.text)),
    )
    .toSorted((a, b) => worth(b) - worth(a))
    .filter(({ turn }, at, all) => all.findIndex((one) => one.turn === turn) === at)
    .slice(0, MOST_DECISIONS)
    .toSorted((a, b) => a.turn - b.turn)
    .map(({ turn, text }) => ({ turn, quote: text }));
};

type Told = (words: Words) => boolean;

/** Whether words stand in the letter already, as they are or as a part of others; from now on they do. */
const toldOnce = (decisions: readonly Words[]): Told => {
  const told = decisions.map(({ turn, quote }) => ({ turn, quote: unended(quote) }));
  return ({ turn, quote }) => {
    const words = unended(quote);
    const again = told.some(
      (one) => one.turn === turn && (one.quote.includes(words) || words.includes(one.quote)),
    );
    if (!again) told.push({ turn, quote: words });
    return again;
  };
};

const unended = (quote: string): string => quote.replace(/[\s.,;:]+$/, '');

const heardOn = (
  subject: string,
  dimensions: readonly DimensionReading[],
  id: Dimension,
  told: Told,
): string => {
  const quotes = quotesIn(dimensions.find((one) => one.id === id)?.evidence ?? []);
  if (quotes.length === 0) return `Nothing was heard on ${subject} that this version can read.`;
  const [first, second] = quotes.slice(0, 2).filter((quote) => !told(quote));
  if (!first) return `What you said on ${subject} stands above.`;
  return `On ${subject} you said “${unended(first.quote)}”${second ? `, and “${unended(second.quote)}”` : ''}.`;
};

/** Words that stand nowhere yet before those that do: of a short interview all do, and what they show is told all the same. */
const strengthsIn = (dimensions: readonly DimensionReading[], told: Told): readonly string[] => {
  const [fresh, again]: [string[], string[]] = [[], []];
  for (const piece of varied(dimensions)) {
    if (fresh.length === MOST_STRENGTHS) break;
    if (told(piece)) again.push(`You ${piece.reading}; the words stand above.`);
    else fresh.push(`“${unended(piece.quote)}”: you ${piece.reading}.`);
  }
  return [...new Set([...fresh, ...again])].slice(0, MOST_STRENGTHS);
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
    return said.speaker === 'candidate' &&
      before?.speaker === 'interviewer' &&
      before.text.includes('?') &&
      !NO_OCCASION.has(before.move ?? '') &&
      // What took up words of then makes no sense without them.
      before.about?.quote === undefined
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
  return inTurn.filter(({ quote }, at) => inTurn.findIndex((one) => one.quote === quote) === at);
};

const lasting = (minutes: number): string => {
  if (minutes === 0) return 'within a minute';
  return `over ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
};

/** Of the time that was planned, with less left over nothing is said of it. */
const MUCH_UNUSED = 1 / 3;

const unused = ({ minutes, planned }: InterviewRecord): readonly string[] => {
  if (!planned) return [];
  const total = planned.minutes ?? 0;
  const { skipped } = planned;
  return [
    ...(total - minutes > MUCH_UNUSED * total
      ? [`${ofTheTime(minutes, total)}: what is not told here may only have had no time.`]
      : []),
    ...(skipped.length > 0
      ? [
          `Nothing was said in ${skipped.length === 1 ? 'the phase' : 'the phases'} ${listed(skipped.map((title) => `“${title}”`))}.`,
        ]
      : []),
  ];
};

const nameOf = (concept: string, sheet: Sheet | undefined) =>
  sheet?.concepts.find(({ id }) => id === concept)?.name ?? concept;
