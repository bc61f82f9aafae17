/**
 * What a scenario's sheet lets the interviewer do. Facts come only when they are asked for, and always the same; where
 * the sheet is silent the candidate assumes, and is held to it. An item is asked for by its consequence, once, and
 * named only on the last rung of its hints.
 */
import type { HeldContent, InterviewEvent, Item, Level, Sheet } from '@dryrun/domain';
import { LEVELS } from '@dryrun/domain';
import { move, phaseNow } from './moves.ts';
import type { Interview } from './state.ts';

type Moves = readonly InterviewEvent[] | undefined;

const questionsIn = ({ heard }: Interview) =>
  heard.flatMap((finding) => (finding.kind === 'question' ? [finding] : []));

/** Tells the facts that were asked for. */
export const factsFor = (state: Interview): Moves => {
  const facts = [...new Set(questionsIn(state).flatMap(({ fact }) => fact ?? []))];
  if (facts.length === 0) return undefined;
  const fresh = facts.filter((fact) => !state.revealed.includes(fact));
  return [
    ...fresh.map((fact): InterviewEvent => ({ type: 'FactRevealed', fact })),
    move(state.nextTurn, 'answer-fact', { facts }, 'it was asked for'),
  ];
};

/** Tells the facts that were asked for, or asks what the candidate would assume. */
export const answersTo = (state: Interview): Moves => {
  const told = factsFor(state);
  if (told) return told;
  const questions = questionsIn(state);
  if (questions.length === 0) return undefined;
  // What is asked back after “what would you assume?” is for the candidate to settle.
  const heading = questions.find((question) => question.heading !== undefined)?.heading;
  if (heading === undefined && state.askedAbout?.assume !== undefined) return undefined;
  return [move(state.nextTurn, 'ask-assumption', { assume: heading ?? 'open' }, 'the sheet is silent on it')];
};

/** The next rung for the thing that was asked about last and has not come, or else for the first that is missing here. */
export const hintFor = (state: Interview, content: HeldContent, reason: string): Moves => {
  const missing = missingItems(state, content).filter(({ id }) => (state.hints[id] ?? 0) < 3);
  const item = missing.find(({ id }) => id === state.askedAbout?.item) ?? missing[0];
  if (!item) return undefined;
  const rung = (state.hints[item.id] ?? 0) + 1;
  return [
    { type: 'HintGiven', item: item.id, rung },
    move(state.nextTurn, 'hint', { item: item.id, rung }, reason),
  ];
};

/** One requirement changes in the middle: in the phase that weighs things, or late in a drill. */
export const twistDue = (state: Interview, content: HeldContent): Moves => {
  if (state.twists.length > 0 || !state.phase) return undefined;
  const last = content.format.phases.length === 1;
  const due = last
    ? state.phase.exchanges >= 4
    : WEIGHING.has(phaseNow(state, content)?.id ?? '') && state.phase.exchanges >= 2;
  const fitting = (content.sheet?.twists ?? []).filter(({ from }) => atMost(from, state.terms.level));
  const twist = fitting[state.terms.seed % Math.max(1, fitting.length)];
  if (!due || !twist) return undefined;
  return [
    { type: 'TwistIntroduced', twist: twist.id },
    move(state.nextTurn, 'twist', { twist: twist.id }, 'every interview has one'),
  ];
};

/** Something was named and not explained: it is taken up in the candidate's own words, and not twice in a row. */
export const threadOf = (state: Interview, content: HeldContent): Moves => {
  if (
    !content.sheet ||
    state.askedAbout?.quote !== undefined ||
    !DEEP.has(phaseNow(state, content)?.id ?? '')
  )
    return undefined;
  const open = state.heard.find((finding) => finding.kind === 'concept' && finding.depth === 'named');
  if (open?.kind !== 'concept' || state.shown[open.concept] !== 'named') return undefined;
  const { turn } = open;
  const said = state.turns.find((one) => one.turn === turn)?.text ?? '';
  const quote = clauseAround(said.slice(open.span.start, open.span.end), open.named.start - open.span.start);
  if (quote === '') return undefined;
  if (state.turns.some(({ text, speaker }) => speaker === 'interviewer' && text.includes(quote)))
    return undefined;
  // What would follow from it is the question, where the sheet has one that was not put yet.
  const item = content.sheet.items.find(
    ({ id, concept }) => concept === open.concept && !state.probed.includes(id),
  );
  const about = {
    quote,
    turn,
    ...(item ? { item: item.id } : {}),
  };
  return [move(state.nextTurn, 'probe-thread', about, `“${open.concept}” was named and not explained`)];
};

/** After every second question of the format: the consequence of something that has not come up. */
export const probeFor = (state: Interview, content: HeldContent): Moves => {
  const phase = phaseNow(state, content);
  const areas = AREAS_BY_PHASE[phase?.id ?? ''];
  if (!phase || !areas || !content.sheet) return undefined;
  const asked = state.asked.filter((question) => question.startsWith(`${phase.id}/`)).length;
  const item = missingItems(state, content).find(
    ({ area, id }) => areas.includes(area) && !state.probed.includes(id),
  );
  const probed = content.sheet.items.filter(
    ({ id, area }) => state.probed.includes(id) && areas.includes(area),
  ).length;
  if (!item || asked < 2 * (probed + 1)) return undefined;
  return [
    move(state.nextTurn, 'probe-gap', { phase: phase.id, item: item.id }, `“${item.id}” has not come up`),
  ];
};

/** Items expected at this level whose concept has not come up, the most basic first. */
const missingItems = ({ shown, terms }: Interview, { sheet }: HeldContent): readonly Item[] =>
  (sheet?.items ?? [])
    .filter(({ concept, level }) => shown[concept] === undefined && atMost(level, terms.level))
    .toSorted((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));

const atMost = (level: Level, most: Level) => LEVELS.indexOf(level) <= LEVELS.indexOf(most);

/** The clause of a sentence that the words are in, or so much of it as one would take up: to the letter what was said. */
const clauseAround = (sentence: string, at: number): string => {
  const near = sentence.slice(0, at + MOST_LETTERS);
  const before = [...near.slice(0, at).matchAll(/[,;:()–—]/g)].at(-1);
  const after = near.slice(at).search(/[,;:()–—]|[.!?…](?:\s|$)/);
  const clause = near.slice(before ? before.index + 1 : 0, after < 0 ? undefined : at + after).trim();
  const words = [...clause.matchAll(/\S+/g)].slice(0, MOST_QUOTED);
  const last = words.at(-1);
  return clause.slice(0, Math.min(MOST_LETTERS, last ? last.index + last[0].length : 0));
};
const MOST_QUOTED = 16;
const MOST_LETTERS = 200;

const WEIGHING = new Set(['trade-offs', 'trade-offs-and-edge-cases', 'scaling-and-production']);
const DEEP = new Set([
  'high-level-design',
  'deep-dive',
  'trade-offs',
  'trade-offs-and-edge-cases',
  'scaling-and-production',
]);

const AREAS_BY_PHASE: Readonly<Record<string, readonly Sheet['items'][number]['area'][]>> = {
  'high-level-design': ['problem', 'data', 'features', 'serving', 'modelling'],
  'deep-dive': ['data', 'features', 'management', 'modelling', 'serving', 'evaluation', 'monitoring'],
  'trade-offs': ['cost', 'security', 'fairness', 'organisation', 'monitoring'],
  'trade-offs-and-edge-cases': ['security', 'fairness', 'cost', 'monitoring'],
  'scaling-and-production': ['monitoring', 'management', 'cost', 'organisation'],
};
