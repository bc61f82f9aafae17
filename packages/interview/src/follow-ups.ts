/**
 * What follows from the candidate's own words and boxes. Each thread is weighed for each follow-up that fits it: by what is behind
 * it, by how little has been shown of that dimension, by how fresh it is, by the area that the interview is in.
 */
import { Ask, textOf } from '@dryrun/domain';
import type { Area, FollowUp, HeldContent, Move } from '@dryrun/domain';
import { DONE, stemsOf, tellingWords } from '@dryrun/text';
import { beliefsOf, needsOf } from './agenda.ts';
import type { Entry } from './agenda.ts';
import { fitsOf, isStatement } from './asking.ts';
import type { Fits } from './asking.ts';
import { move, phaseNow } from './moves.ts';
import { kindOf } from './phase-kinds.ts';
import { timesMade } from './state.ts';
import type { Interview } from './state.ts';
import type { Thread } from './threads.ts';

/** Threads older than so many turns are let go. */
const OLDEST_TURNS = 5;
/** Of the questions that can be put to some words, those that fit them so much as well as the fittest. */
const FITS_LEAST = 0.8;
/** What it adds to be twice as sure as one has to be. */
const FIT_WORTH = 12;
/** So that no thread is worth what every interview has, by whatever else speaks for it. */
const FIT_MOST = 16;
const WORDS_LEAST = 3;
/** So often somebody is asked for work that they did. */
export const EXPERIENCE_MOST = 3;

export const threadEntries = (state: Interview, content: HeldContent): readonly Entry[] => {
  const { followUps = [], areas = [] } = content;
  const kind = kindOf(phaseNow(state, content));
  // Whoever was invited to ask is asked nothing more.
  if (kind.threads === 0 || timesMade(state.turns, 'invite-questions') > 0) return [];
  const isFull = state.inARow >= (owesDive(state, content) ? 1 : kind.threads);
  if (isFull && !isDue('ask-experience', state)) return [];
  const needs = needsOf(beliefsOf(state, content));
  const dive = areas.find(({ id }) => id === state.dives.at(-1));
  return state.threads
    .filter((thread) => isOpen(thread, state))
    .flatMap((thread) => {
      const item = itemBehind(thread, state, content);
      // A name is taken up at once, or where the sheet has a consequence of it.
      if (item === undefined && isName(thread.of) && state.nextTurn - thread.turn > 1) return [];
      const taken = takenUp(thread, item);
      const fits = fitsOf(content, textOf(state.turns, taken.turn), taken);
      const fittest = Math.max(...Ask.options.map((ask) => fits[ask]));
      return followUps
        .filter(
          ({ of, asks, worth, move: made }) =>
            worth > 0 &&
            (!isFull || isDue(made, state)) &&
            taken.of.some((one) => of.includes(one)) &&
            (!asks ||
              isMadeFor(of, taken) ||
              // Whoever tells of what happened is asked for it, however it is put.
              (tellsOfWork(taken) && isDue(made, state)) ||
              fits[asks] >= Math.max(1, FITS_LEAST * fittest)) &&
            // What was done has no risk any more.
            !(asks === 'loss' && DONE.test(taken.quote)) &&
            (made !== 'ask-experience' || timesMade(state.turns, made) < EXPERIENCE_MOST),
        )
        .map((followUp) => {
          const { worth, why } = weigh(taken, followUp, state, needs, kind.dives ? dive : undefined, fits);
          const { quote, component, turn } = taken;
          const about = {
            ...(component === undefined ? { quote, turn } : { component }),
            // What would follow from it is asked in the sheet's own words.
            ...(item === undefined ? { follows: followUp.id } : { item }),
          };
          return {
            tier: 'commitment',
            worth,
            why,
            events: [move(state.nextTurn, item ? 'probe-thread' : followUp.move, about, why)],
          } satisfies Entry;
        });
    });
};

/** As what a thread is taken up, and in which words. Where the sheet has nothing of a name, it is one of those that it was said among. */
const takenUp = (thread: Thread, item: string | undefined): Thread => {
  if (item !== undefined) return { ...thread, of: ['named'] };
  return thread.among === undefined ? thread : { ...thread, of: ['listed'], quote: thread.among };
};

/** Everybody is asked once for what they did. */
export const isDue = (made: Move, { turns }: Interview): boolean =>
  made === 'ask-experience' && timesMade(turns, made) === 0;

/** Where two areas have to be gone into, what is taken up in between must leave the time for them. */
export const owesDive = (state: Interview, content: HeldContent): boolean => {
  const phase = phaseNow(state, content);
  const isHalfOver = (state.phase?.exchanges ?? 0) >= (phase?.exchanges ?? 0) / 2;
  return isHalfOver && state.dives.length < Math.min(DIVES_LEAST, kindOf(phase).dives ?? 0);
};
const DIVES_LEAST = 2;

const isOpen = ({ quote, component, turn, of, concept }: Thread, state: Interview): boolean => {
  const words = component ?? quote;
  const age = state.nextTurn - turn;
  if (age > OLDEST_TURNS || overlaps(words, state.taken) || sumsUp(turn, state)) return false;
  if (component !== undefined) return !isSpokenOf(component, state);
  // What has been explained since then is no open end any more.
  if (isName(of) && concept !== undefined && state.shown[concept] !== 'named') return false;
  return quote.split(/\s+/).length >= WORDS_LEAST || of.includes('says-little') || isName(of);
};

/** What is summed up was said before. */
const sumsUp = (turn: number, { turns }: Interview): boolean =>
  turns.findLast((one) => one.speaker === 'interviewer' && one.turn < turn)?.move === 'ask-summary';

/** What is asked of a kind of statement fits every one. */
const isMadeFor = (of: readonly string[], thread: Thread): boolean =>
  isStatement({ of: of.filter((one) => thread.of.includes(one)) });

const tellsOfWork = ({ of }: Thread): boolean => of.includes('incident') || of.includes('experience');

const isName = (of: readonly string[]): boolean => of.includes('named') || of.includes('mentioned');

/** Said in other words of the same sentence, it is the same thread. */
export const overlaps = (words: string, taken: readonly string[]): boolean =>
  taken.some(
    (before) =>
      before === words ||
      before.includes(words) ||
      // A name that was taken up does not close every claim that it stands in.
      (before.split(/\s+/).length > WORDS_LEAST && words.includes(before)),
  );

const isSpokenOf = (component: string, { turns }: Interview): boolean => {
  const name = component.toLowerCase();
  return turns.some(({ text, speaker }) => {
    if (speaker !== 'candidate') return false;
    const at = text.toLowerCase().indexOf(name);
    return at >= 0 && !/\w/.test(text.charAt(at - 1)) && !/\w/.test(text.charAt(at + name.length));
  });
};

const weigh = (
  { quote, component, turn, of }: Thread,
  { id, dimension, worth, of: wanted, asks, move: made }: FollowUp,
  state: Interview,
  needs: ReadonlyMap<string, number>,
  dive: Area | undefined,
  fits: Fits,
): { readonly worth: number; readonly why: string } => {
  const need = needs.get(dimension) ?? 0;
  const age = state.heardTurns.includes(turn) ? 4 : 0;
  // A statement of two kinds is asked about as the first of them.
  const lead = wanted.includes(of[0] ?? '') ? 2 : 0;
  const inArea = dive && quote !== '' && isAbout(quote, dive) ? 2 : 0;
  const focus = state.terms.focus.includes(dimension) ? 1 : 0;
  const again = 2 * (state.followed[id] ?? 0);
  const due = isDue(made, state) ? 8 : 0;
  const fit = asks ? Math.min(FIT_MOST, Math.max(0, Math.round(FIT_WORTH * (fits[asks] - 1)))) : 0;
  const reasons = [
    `“${component ?? quote}” (${of.filter((one) => wanted.includes(one)).join(', ')})`,
    ...(need > 0 ? [`little shown of ${dimension}`] : []),
    ...(age > 0 ? ['just said'] : []),
    ...(inArea > 0 ? [`in the area “${dive?.id}”`] : []),
    ...(focus > 0 ? ['in focus'] : []),
    ...(fit > 0 ? ['the question fits it'] : []),
    ...(again > 0 ? [`asked like this before`] : []),
  ];
  return { worth: worth + lead + need + age + inArea + focus + fit + due - again, why: reasons.join('; ') };
};

/** Whether words are about an area: one of its telling words is among them. */
export const isAbout = (text: string, { words }: Area): boolean => {
  const stems = new Set(stemsOf(text));
  return words.some((word) => tellingWords(word).every(({ stem }) => stems.has(stem)));
};

/** What would follow from a named thing is the question, where the sheet has one that was not put yet. */
const itemBehind = ({ of, concept }: Thread, state: Interview, { sheet }: HeldContent): string | undefined =>
  isName(of)
    ? sheet?.items.find((item) => item.concept === concept && !state.probed.includes(item.id))?.id
    : undefined;
