/**
 * What somebody who is stuck is given: the next rung for a thing of the sheet that is missing, else a way of looking at the area
 * that the question is in. A way of looking holds for any system and gives nothing away.
 */
import type { Area, HeldContent, InterviewEvent, Item, MoveSubject } from '@dryrun/domain';
import { stemsOf, tellingWords } from '@dryrun/text';
import { move, phaseNow } from './moves.ts';
import { kindOf } from './phase-kinds.ts';
import { missingItems } from './sheet-moves.ts';
import type { Interview } from './state.ts';

const RUNGS = 3;

/** The thing that was asked about last and has not come, or else the first that is missing where the question is. */
export const hintFor = (
  state: Interview,
  content: HeldContent,
  reason: string,
): readonly InterviewEvent[] | undefined => {
  const missing = missingItems(state, content).filter(({ id }) => (state.hints[id] ?? 0) < RUNGS);
  const here = areaAtHand(state, content);
  const lookedAt = state.askedAbout?.area !== undefined && state.askedAbout.rung !== undefined;
  const item = lookedAt
    ? undefined
    : (missing.find(({ id }) => id === state.askedAbout?.item) ??
      missing.find(({ area }) => here === undefined || here.items.includes(area)));
  if (item) return hintAt(state, item, reason);
  const look = wayOfLooking(state, content);
  if (look) return [move(state.nextTurn, 'hint', look, reason)];
  return missing[0] && hintAt(state, missing[0], reason);
};

const hintAt = (state: Interview, { id }: Item, reason: string): readonly InterviewEvent[] => {
  const rung = (state.hints[id] ?? 0) + 1;
  return [{ type: 'HintGiven', item: id, rung }, move(state.nextTurn, 'hint', { item: id, rung }, reason)];
};

/** The next way of looking at the area at hand; of one that has no more, the next area's. */
export const wayOfLooking = (state: Interview, content: HeldContent): MoveSubject | undefined => {
  const here = areaAtHand(state, content);
  const areas = [...(here ? [here] : []), ...(content.areas ?? [])];
  const area = areas.find(({ id, hints }) => (state.hints[`area/${id}`] ?? 0) < (hints?.length ?? 0));
  return area && { area: area.id, rung: (state.hints[`area/${area.id}`] ?? 0) + 1 };
};

/** Where the question at hand is: the area or the item it names, its words, or what its phase is for. */
const areaAtHand = (state: Interview, { areas = [], ...content }: HeldContent): Area | undefined => {
  const { area, item } = state.askedAbout ?? {};
  const of = content.sheet?.items.find(({ id }) => id === item)?.area;
  const asked = state.turns.findLast(({ speaker, text }) => speaker === 'interviewer' && text.includes('?'));
  const stems = new Set(stemsOf(asked?.core ?? asked?.text ?? ''));
  const shared = (words: readonly string[]) =>
    words.filter((word) => tellingWords(word).some(({ stem }) => stems.has(stem))).length;
  const nearest = areas.toSorted((a, b) => shared(b.words) - shared(a.words))[0];
  const byPhase = kindOf(phaseNow(state, content)).helps;
  return (
    areas.find(({ id }) => id === area) ??
    areas.find(({ items }) => of !== undefined && items.includes(of)) ??
    (nearest && shared(nearest.words) > 0 ? nearest : undefined) ??
    areas.find(({ id }) => id === byPhase)
  );
};
