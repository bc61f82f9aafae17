/**
 * What the interviewer opens by itself: an area to go deep into, a consequence of what has not come up, the format's next
 * question, and once each the questions about strategy, about work that was done, and for another audience.
 */
import type { Area, FormatPhase, FormatQuestion, HeldContent, Move, MoveSubject } from '@dryrun/domain';
import { stemsOf, tellingWords } from '@dryrun/text';
import { scramble } from './agenda.ts';
import type { Entry } from './agenda.ts';
import { isStatement } from './asking.ts';
import { isAbout, overlaps } from './follow-ups.ts';
import { isOpeningTold, isQuestionTold } from './heard.ts';
import { move, phaseNow } from './moves.ts';
import { DIVE_QUESTIONS, kindOf } from './phase-kinds.ts';
import { atMost, probeFor } from './sheet-moves.ts';
import { timesMade } from './state.ts';
import type { Interview } from './state.ts';

/** `hurries`: this phase has time for less than one more question. */
export const coverageEntries = (
  state: Interview,
  content: HeldContent,
  hurries: boolean,
): readonly Entry[] => [
  ...diveEntries(state, content),
  ...deeperEntries(state, content),
  ...probeEntries(state, content),
  ...onceEntries(state, content),
  ...questionEntries(state, content, hurries),
];

const entry = (state: Interview, worth: number, chosen: Move, about: MoveSubject, why: string): Entry => ({
  tier: 'coverage',
  worth,
  why,
  events: [move(state.nextTurn, chosen, about, why)],
});

/** Enough was asked of the area that the interview is in, or there is none yet. */
export const diveIsDue = (state: Interview, content: HeldContent): boolean => {
  const dives = kindOf(phaseNow(state, content)).dives ?? 0;
  return (
    dives > 0 &&
    state.dives.length < dives &&
    (content.areas?.length ?? 0) > 0 &&
    (state.dives.length === 0 || state.diveQuestions >= DIVE_QUESTIONS)
  );
};

/** First where the candidate is strongest, then where evidence is thinnest; what the role needs comes before both. */
const diveEntries = (state: Interview, content: HeldContent): readonly Entry[] => {
  const dives = kindOf(phaseNow(state, content)).dives ?? 0;
  if (state.dives.length >= dives || dives === 0) return [];
  const open = (content.areas ?? []).filter(({ id }) => !state.dives.includes(id));
  const shown = new Map(open.map((area) => [area.id, evidenceOf(state, area)]));
  const most = Math.max(0, ...shown.values());
  const first = state.dives.length === 0;
  return open.flatMap((area) => {
    const evidence = shown.get(area.id) ?? 0;
    const question = area.opens.findIndex((_, at) => isOpeningOpen(state, area, at, content));
    if (question < 0) return [];
    const needed = state.terms.focus.some((dimension) => AREA_OF[dimension] === area.id) ? 6 : 0;
    const fit = first ? evidence : most - evidence;
    const worth = (diveIsDue(state, content) ? 9 : 4) + Math.min(5, fit) + needed;
    const why = `${area.title}: ${needed > 0 ? 'in focus' : first ? 'most was said of it' : 'little was said of it'} (${evidence})`;
    return [entry(state, worth, 'probe-gap', { area: area.id, question: `opens-${question + 1}` }, why)];
  });
};

/** Where nothing else is left to ask, an area that was gone into has a further way in. */
const deeperEntries = (state: Interview, content: HeldContent): readonly Entry[] =>
  (kindOf(phaseNow(state, content)).dives ?? 0) > 0
    ? openingsOf(state, {
        ...content,
        areas: (content.areas ?? []).filter(({ id }) => state.dives.includes(id)),
      })
        .slice(0, 1)
        .map((about) => entry(state, 1, 'probe-gap', about, 'more of an area that was gone into'))
    : [];

const AREA_OF: Readonly<Record<string, string>> = {
  'problem-navigation': 'data',
  'technical-depth': 'modelling',
  'technical-breadth': 'evaluation',
  architecture: 'serving',
  'trade-offs': 'serving',
  production: 'operation',
  strategy: 'planning',
};

const evidenceOf = ({ threads }: Interview, area: Area): number =>
  threads.filter((thread) => isStatement(thread) && isAbout(thread.quote, area)).length;

const isAsked = ({ turns }: Interview, text: string): boolean =>
  turns.some((turn) => turn.speaker === 'interviewer' && turn.text.includes(text));

const isOpeningOpen = (state: Interview, area: Area, at: number, content: HeldContent): boolean =>
  !isAsked(state, area.opens[at] ?? '') && !isOpeningTold(state, area, at, content);

const probeEntries = (state: Interview, content: HeldContent): readonly Entry[] => {
  const events = probeFor(state, content);
  return events ? [{ tier: 'coverage', worth: 8, why: 'it has not come up', events }] : [];
};

/** Asked once in an interview, where things are weighed. */
const onceEntries = (state: Interview, content: HeldContent): readonly Entry[] => {
  const phase = phaseNow(state, content);
  if (!kindOf(phase).weighs || !state.phase || state.phase.exchanges < 2) return [];
  const { level } = state.terms;
  const once = (chosen: Move, worth: number, why: string) =>
    timesMade(state.turns, chosen) === 0 ? [entry(state, worth, chosen, {}, why)] : [];
  return [...once('retell', atMost('L6', level) ? 4 : 6, 'can it be told to somebody else')];
};

/** The format's questions in their order. One that takes up a decision needs the decision: it is put with the words that made it. */
const questionEntries = (state: Interview, content: HeldContent, hurries: boolean): readonly Entry[] => {
  const phase = phaseNow(state, content);
  if (!phase) return [];
  return openQuestions(state, content).map((question, index) => {
    const takesUp = TAKES_UP.has(question.move);
    const thread = takesUp ? threadFor(state, question) : undefined;
    const about = {
      phase: phase.id,
      question: question.id,
      ...(thread ? { quote: thread.quote, turn: thread.turn } : {}),
    };
    // Whoever is interviewed is asked for their questions last, and before the time is over.
    const invites = question.move === 'invite-questions';
    const worth = invites && hurries ? INVITES_WORTH : 5 - index * 0.5 - (takesUp && !thread ? 2 : 0);
    const chosen = takesUp && !thread ? 'probe-gap' : question.move;
    const why = thread ? 'the next area of this phase, from what was said' : 'the next area of this phase';
    return entry(state, worth, chosen, about, why);
  });
};

const TAKES_UP: ReadonlySet<Move> = new Set([
  'ask-why',
  'ask-how',
  'ask-alternative',
  'ask-numbers',
  'challenge',
]);
const SHARED_WORDS = 2;
const INVITES_WORTH = 20;

/** The claim that a question is about: it shares its words; a challenge of load or latency takes any figure. */
const threadFor = (state: Interview, { ask, move: chosen }: FormatQuestion) => {
  const stems = new Set(stemsOf(ask));
  return state.threads.filter(isStatement).findLast(({ quote, of, turn }) => {
    if (quote === '') return false;
    if (overlaps(quote, state.taken)) return false;
    // What was said before the last answer is no way into the next question.
    if (state.nextTurn - turn > 1) return false;
    const shared = tellingWords(quote).filter(({ stem }) => stems.has(stem)).length;
    return (
      shared >= SHARED_WORDS ||
      (chosen === 'challenge' && (of.includes('estimate') || of.includes('threshold')))
    );
  });
};

export const openQuestions = (state: Interview, content: HeldContent): readonly FormatQuestion[] => {
  const phase = phaseNow(state, content);
  return phase ? openIn(phase, state, content) : [];
};

/** Neither asked before nor told unasked. */
export const openIn = (
  phase: FormatPhase,
  state: Interview,
  content: HeldContent,
): readonly FormatQuestion[] =>
  unasked(phase, state, content).filter((question) => !isQuestionTold(state, phase.id, question, content));

const unasked = (phase: FormatPhase, state: Interview, content: HeldContent): readonly FormatQuestion[] =>
  questionsOf(phase, content).filter(({ id }) => !state.asked.includes(`${phase.id}/${id}`));

/** A question of this phase needs not be asked, for it was told. */
export const wasTold = (state: Interview, content: HeldContent): boolean => {
  const phase = phaseNow(state, content);
  return (
    phase !== undefined &&
    unasked(phase, state, content).some((question) => isQuestionTold(state, phase.id, question, content))
  );
};

/** What a phase is entered with: its first question that is open. */
export const firstQuestion = (phase: FormatPhase, state: Interview, content: HeldContent): MoveSubject => {
  const question =
    openIn(phase, state, content)[0] ?? unasked(phase, state, content)[0] ?? questionsOf(phase, content)[0];
  return question ? { phase: phase.id, question: question.id } : { phase: phase.id };
};

/** A phase's questions, but for those that the sheet says make no sense for its system. */
export const questionsOf = (phase: FormatPhase, { sheet }: HeldContent): FormatPhase['questions'] => {
  const sensible = phase.questions.filter(({ id }) => !sheet?.skips.includes(`${phase.id}/${id}`));
  return sensible.length > 0 ? sensible : phase.questions.slice(0, 1);
};

export const nextQuestion = (
  state: Interview,
  content: HeldContent,
): { move: Move; about: MoveSubject } | undefined => {
  const phase = phaseNow(state, content);
  const [question] = openQuestions(state, content);
  return phase && question && { move: question.move, about: { phase: phase.id, question: question.id } };
};

/** Something else to ask whoever could not go on from the last question: the phase's next, or a way into another area. */
export const anotherWay = (state: Interview, content: HeldContent): MoveSubject | undefined => {
  const next = nextQuestion(state, content);
  if (next) return next.about;
  const ways = openingsOf(state, content);
  return ways[scramble(state.terms.seed, `${state.nextTurn}`) % Math.max(1, ways.length)];
};

/** Ways into the areas that were not taken yet. */
export const openingsOf = (state: Interview, content: HeldContent): readonly MoveSubject[] =>
  (content.areas ?? []).flatMap((area) =>
    area.opens.flatMap((_, index) =>
      isOpeningOpen(state, area, index, content) ? [{ area: area.id, question: `opens-${index + 1}` }] : [],
    ),
  );
