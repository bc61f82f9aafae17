import type {
  HeldContent,
  Line,
  LinePart,
  Make,
  MoveSubject,
  SaidTurn,
  Terms,
  Wording,
} from '@dryrun/domain';
import { spokenDuration } from '@dryrun/quantities';
import { sentences } from '@dryrun/text';
import { scramble } from './agenda.ts';
import { budgetMs, totalMs } from './clock.ts';
import { isUnheard } from './heard.ts';
import { MADE_FOR } from './made-for.ts';
import { OPEN_TWIST } from './open-twist.ts';
import { spokenRun } from './spoken-run.ts';
import { timesMade } from './state.ts';

/** The built-in make of the port `say`: picks among the content's lines by seed and by what was said, never the same twice before all were said. */
export const builtInSay = {
  make: { kind: 'built-in', version: '2' } satisfies Make,
  say: (wording: Wording): readonly LinePart[] => {
    const all = linesFor(wording);
    const unheard = all.some(({ only }) => only === 'unheard') && isUnheardIn(wording);
    const fillable = fittest(
      all.filter((line) => (line.only !== 'unheard' || unheard) && isFillable(line, wording)),
      wording,
    );
    const goesBack = isFromBefore(wording);
    // Who goes back to something does not stay with it.
    const sayable = goesBack ? fillable.filter(({ text }) => !STAYS.test(text)) : fillable;
    const line = pick(sayable, wording);
    const said = fill(wellFormed(line?.text ?? '{question}', wording), (slot) => slotOf(slot, wording));
    return goesBack ? [...wayBack(wording), ...said] : said;
  },
};

/** What is taken up was not said in the last answer, so that one first says where one goes back to. */
const isFromBefore = ({ chosen: { about }, turns }: Wording): boolean =>
  about.quote !== undefined &&
  about.turn !== undefined &&
  about.turn < (turns.findLast(({ speaker }) => speaker === 'candidate')?.turn ?? 0);

const STAYS = /^(?:Let me stay|Before we leave|Stay with|I'd like to stay|Coming back)/;

const wayBack = (wording: Wording): readonly LinePart[] => {
  const lines = wording.content.followUps?.find(({ of }) => of.includes('earlier'))?.lines ?? [];
  const line = pick(lines, wording);
  return line ? [{ source: 'line', text: `${line.text} ` }] : [];
};

/** What follows from something has lines of its own; all else is put by its move's. */
const linesFor = ({ chosen, content }: Wording): readonly Line[] =>
  content.followUps?.find(({ id }) => id === chosen.about.follows)?.lines ?? content.lines[chosen.move] ?? [];

/** Words that are taken up are said, so that one sees what a question comes from; and no line lacks what it takes up. */
const isFillable = ({ text, only }: Line, { chosen: { about, move } }: Wording): boolean =>
  !/\{assumption\}/.test(text) &&
  (only !== OPEN_TWIST || about.follows === OPEN_TWIST) &&
  (about.quote !== undefined) === /\{(quote|claim)\}/.test(text) &&
  (about.component !== undefined) === /\{component\}/.test(text) &&
  (about.area !== undefined && move === 'probe-gap') === text.includes('{area}') &&
  MADE_FOR.every(([slot, follows]) => !text.includes(slot) || about.follows === follows);

const isUnheardIn = ({ chosen: { about }, content, turns }: Wording): boolean =>
  isUnheard(
    about,
    content,
    turns.flatMap(({ speaker, text }) => (speaker === 'candidate' ? [text] : [])),
  );

/** Of the lines that can be said, those made for this: where it goes back to, what is kept for the debrief, why it is put, a fact that was told before. */
const fittest = (lines: readonly Line[], wording: Wording): readonly Line[] => {
  const { follows } = wording.chosen.about;
  const made = lines.filter(({ text, only }) => {
    if (follows === OPEN_TWIST) return only === OPEN_TWIST;
    const own = MADE_FOR.find(([, of]) => of === follows);
    if (own) return text.includes(own[0]);
    return isToldAgain(wording) && text === '{fact}';
  });
  return made.length > 0 ? made : lines;
};

const isToldAgain = ({ chosen: { about }, content, turns }: Wording): boolean =>
  about.facts !== undefined &&
  about.facts.every((fact) =>
    turns.some(({ speaker, text }) => speaker === 'interviewer' && text.includes(factsOf(content, [fact]))),
  );

/**
 * A voice says its own lines first and then everybody's. Which of them depends on the seed and on the candidate's last words, so that
 * two people are not spoken to alike; what was said in this interview comes again only when all was.
 */
const pick = (lines: readonly Line[], { chosen, terms, turns }: Wording): Line | undefined => {
  const last = turns.findLast(({ speaker }) => speaker === 'candidate')?.text ?? '';
  const key = `${terms.persona} ${chosen.move} ${last}`;
  const said = turns.flatMap(({ speaker, text }) => (speaker === 'interviewer' ? [text] : []));
  const inOrder = (among: readonly Line[]) =>
    among
      .map((line) => ({ line, place: scramble(terms.seed, key + line.text) }))
      .toSorted((a, b) => a.place - b.place)
      .map(({ line }) => line);
  const own = inOrder(lines.filter((line) => line.persona === terms.persona));
  const all = [...own, ...inOrder(lines.filter((line) => line.persona === undefined))];
  const made = timesMade(turns, chosen.move);
  return all.find((line) => !isSaid(line, said)) ?? all[made % Math.max(1, all.length)];
};

/** Its own words stand in a line of before. */
const isSaid = ({ text }: Line, said: readonly string[]): boolean => {
  const own =
    text
      .split(/\{[^}]*\}/)
      .toSorted((a, b) => b.length - a.length)[0]
      ?.trim() ?? '';
  return own.length >= OWN_WORDS && said.some((line) => line.includes(own));
};
const OWN_WORDS = 6;

/** An opening that ends in its own question takes no second one: one question a turn. */
const wellFormed = (text: string, { content }: Wording): string => {
  const asksAlready = promptOf(content).trimEnd().endsWith('?');
  return asksAlready && text.includes('{prompt}') ? text.replace(/\s*\{question\}/, '') : text;
};

const promptOf = ({ sheet, format, system }: HeldContent): string =>
  sheet?.opening[format.opening] ?? system.prompt;

/** “…{slot}…” as parts that know where they come from; what the question says stays apart from what is said around it. */
const fill = (text: string, slot: (name: string) => LinePart): readonly LinePart[] =>
  text
    .split(/(\{[^}]*\})/)
    .filter((piece) => piece !== '')
    .map((piece) => (piece.startsWith('{') ? slot(piece.slice(1, -1)) : { source: 'line', text: piece }));

const slotOf = (slot: string, { chosen, content, terms, turns, run }: Wording): LinePart => {
  const { format } = content;
  const total = totalMs({ title: '', formatTitle: '', patienceMs: [], phases: format.phases }, terms.pace);
  switch (slot) {
    case 'question':
      return { source: 'question', text: questionOf(content, chosen.about, turns) };
    case 'phase':
      return {
        source: 'line',
        text: format.phases.find(({ id }) => id === chosen.about.phase)?.title ?? 'next part',
      };
    case 'phases':
      return { source: 'line', text: outline(content, terms) };
    case 'count':
      return {
        source: 'number',
        text: format.phases.length === 1 ? 'one part' : `${format.phases.length} parts`,
      };
    case 'time':
      return {
        source: 'number',
        text: Number.isFinite(total) ? spokenDuration(total) : 'as long as you like',
      };
    case 'looks-at':
      return { source: 'line', text: format.looksAt };
    case 'prompt':
      return { source: 'line', text: promptOf(content) };
    case 'fact':
      return run
        ? { source: 'number', text: spokenRun(run) }
        : chosen.about.lacks !== undefined
          ? { source: 'line', text: chosen.about.lacks }
          : { source: 'fact', text: factsOf(content, chosen.about.facts) };
    case 'quote':
    case 'claim':
      return { source: 'quote', text: `“${chosen.about.quote ?? ''}”` };
    case 'component':
      return { source: 'quote', text: `“${chosen.about.component ?? ''}”` };
    case 'area':
      return { source: 'line', text: areaOf(content, chosen.about.area)?.title ?? '' };
    case 'back':
      return { source: 'line', text: partOf(content, chosen.about) };
    case 'debrief':
      return { source: 'line', text: 'the debrief' };
    case 'these':
      return { source: 'line', text: 'these' };
    case 'why':
      return { source: 'line', text: 'to hear how you decide' };
    case 'hint':
      return {
        source: 'line',
        text:
          itemOf(content, chosen.about.item)?.hints[(chosen.about.rung ?? 1) - 1] ??
          lookOf(content, chosen.about) ??
          '',
      };
    case 'twist':
      return {
        source: 'line',
        text: twistSays(content, chosen.about.twist) ?? '',
      };
    case 'left':
      return { source: 'number', text: spokenDuration((chosen.about.minutesLeft ?? 0) * 60_000) };
    default:
      return { source: 'line', text: '' };
  }
};

const outline = ({ format }: HeldContent, { pace }: Terms): string => {
  const parts = format.phases.map(({ title, budgetMs: nominal }) => {
    const ms = budgetMs(nominal, pace);
    return Number.isFinite(ms) ? `${title}, ${spokenDuration(ms)}` : title;
  });
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join('; ')}; and ${parts.at(-1)}`;
};

/** What was asked before, a consequence, a challenge, the twist, a way into an area, or the format's question. */
const questionOf = (content: HeldContent, about: MoveSubject, turns: readonly SaidTurn[]): string => {
  const { item, phase, question, twist, challenge, area, turn, quote } = about;
  return (
    (turn !== undefined && quote === undefined ? questionIn(turns, turn) : undefined) ??
    itemOf(content, item)?.probe ??
    content.sheet?.challenges.find(({ id }) => id === challenge)?.says ??
    twistSays(content, twist) ??
    lookOf(content, about) ??
    openingOf(content, area, question) ??
    content.format.phases.find(({ id }) => id === phase)?.questions.find(({ id }) => id === question)?.ask ??
    'Could you tell me more about that?'
  );
};

/** A way of looking at an area. */
const lookOf = (content: HeldContent, { area, rung }: MoveSubject): string | undefined =>
  rung === undefined ? undefined : areaOf(content, area)?.hints?.[rung - 1];

/** The part or the area that it goes back to. */
const partOf = (content: HeldContent, { area, phase }: MoveSubject): string =>
  areaOf(content, area)?.title ?? content.format.phases.find(({ id }) => id === phase)?.title ?? '';

/** The question of a turn of the interviewer's, as it was put. */
const questionIn = (turns: readonly SaidTurn[], turn: number): string | undefined => {
  const said = turns.find((one) => one.turn === turn && one.speaker === 'interviewer')?.text;
  return said === undefined ? undefined : sentences(said).findLast(({ text }) => text.endsWith('?'))?.text;
};

const twistSays = ({ sheet, twists = [] }: HeldContent, twist: string | undefined): string | undefined =>
  (sheet?.twists.find(({ id }) => id === twist) ?? twists.find(({ id }) => id === twist))?.says;

const areaOf = ({ areas = [] }: HeldContent, area: string | undefined) => areas.find(({ id }) => id === area);

/** `opens-2` is the second of the ways into an area. */
const openingOf = (
  content: HeldContent,
  area: string | undefined,
  question: string | undefined,
): string | undefined =>
  areaOf(content, area)?.opens[Number(/^opens-(\d+)$/.exec(question ?? '')?.[1] ?? 1) - 1];

const itemOf = ({ sheet }: HeldContent, item: string | undefined) =>
  sheet?.items.find(({ id }) => id === item);

const factsOf = ({ sheet }: HeldContent, facts: readonly string[] | undefined): string =>
  (facts ?? []).flatMap((fact) => sheet?.facts.find(({ id }) => id === fact)?.answer ?? []).join(' ');
