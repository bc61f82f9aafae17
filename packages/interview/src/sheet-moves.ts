/**
 * What a scenario's sheet lets the interviewer do. Facts come only when they are asked for, and always the same; where
 * the sheet is silent the candidate assumes, and is held to it. An item is asked for by its consequence, once, and
 * named only on the last rung of its hints.
 */
import type { HeldContent, InterviewEvent, Item, Level } from '@dryrun/domain';
import { LEVELS, textOf } from '@dryrun/domain';
import { isItemExplained } from './heard.ts';
import { SEVERAL } from './made-for.ts';
import { move, phaseNow } from './moves.ts';
import { kindOf } from './phase-kinds.ts';
import { timesMade } from './state.ts';
import type { Interview } from './state.ts';

/** So often an open question is handed back. */
const ASSUMED_MOST = 6;

type Moves = readonly InterviewEvent[] | undefined;

const questionsIn = ({ heard }: Interview) =>
  heard.flatMap((finding) => (finding.kind === 'question' ? [finding] : []));

/** Tells the facts that were asked for. */
export const factsFor = (state: Interview): Moves => {
  const facts = [...new Set(questionsIn(state).flatMap(({ fact }) => fact ?? []))];
  if (facts.length === 0) return undefined;
  const fresh = facts.filter((fact) => !state.revealed.includes(fact));
  // What was told before is told again only where nothing else was asked for.
  return [
    ...fresh.map((fact): InterviewEvent => ({ type: 'FactRevealed', fact })),
    move(state.nextTurn, 'answer-fact', { facts: fresh.length > 0 ? fresh : facts }, 'it was asked for'),
  ];
};

/** Tells the facts that were asked for, or asks what the candidate would assume. */
export const answersTo = (state: Interview): Moves => {
  const told = factsFor(state);
  if (told) return told;
  const questions = questionsIn(state);
  if (questions.length === 0) return undefined;
  if (questions.every(({ premise }) => premise)) return assumed(state, questions);
  const heading = questions.find((question) => question.heading !== undefined)?.heading;
  // Whoever asks on and on is told once more that it is theirs to say, and not in the same words.
  if (timesMade(state.turns, 'ask-assumption') >= ASSUMED_MOST)
    return [move(state.nextTurn, 'decline', {}, 'it is for the candidate to say')];
  const open = questions.filter(({ premise }) => !premise);
  const about = { assume: heading ?? 'open', ...(open.length > 1 ? { follows: SEVERAL } : {}) };
  return [
    ...heldOf(
      state,
      questions.filter(({ premise }) => premise),
    ),
    move(state.nextTurn, 'ask-assumption', about, 'the sheet is silent on it'),
  ];
};

const assumed = (state: Interview, questions: ReturnType<typeof questionsIn>): Moves => [
  ...heldOf(state, questions),
  move(state.nextTurn, 'acknowledge', {}, 'nothing is known that speaks against it'),
];

/** What is put forward and what nothing speaks against is what is assumed from now on. */
const heldOf = ({ turns }: Interview, questions: ReturnType<typeof questionsIn>): readonly InterviewEvent[] =>
  questions.map(({ turn, span }) => ({
    type: 'AssumptionHeld',
    turn,
    heading: 'open',
    quote: textOf(turns, turn).slice(span.start, span.end).slice(0, 400),
  }));

/** After every second question of the format: the consequence of something that has not come up. */
export const probeFor = (state: Interview, content: HeldContent): Moves => {
  const phase = phaseNow(state, content);
  const { areas } = kindOf(phase);
  if (!phase || areas.length === 0 || !content.sheet) return undefined;
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

/** Items expected at this level that have not come up, neither by their concept nor in ways of saying it, the most basic first. */
export const missingItems = (state: Interview, { sheet }: HeldContent): readonly Item[] =>
  (sheet?.items ?? [])
    .filter(
      (item) =>
        state.shown[item.concept] === undefined &&
        atMost(item.level, state.terms.level) &&
        !(sheet && isItemExplained(state, item, sheet)),
    )
    .toSorted((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));

export const atMost = (level: Level, most: Level) => LEVELS.indexOf(level) <= LEVELS.indexOf(most);
