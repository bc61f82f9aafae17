import type { HeldContent, Line, LinePart, Make, Move, MoveSubject, Terms, Wording } from '@dryrun/domain';
import { spokenDuration } from '@dryrun/quantities';
import { budgetMs, totalMs } from './clock.ts';
import { timesMade } from './state.ts';

/** The built-in make of the port `say`: picks among the content's lines by seed, never the same twice before all were said. */
export const builtInSay = {
  make: { kind: 'built-in', version: '1' } satisfies Make,
  say: (wording: Wording): readonly LinePart[] => {
    const { chosen, content, terms, turns } = wording;
    const sayable = (content.lines[chosen.move] ?? []).filter((line) => isFillable(line, chosen.about));
    const line = pick(sayable, terms, chosen.move, timesMade(turns, chosen.move));
    return fill(wellFormed(line?.text ?? '{question}', wording), (slot) => slotOf(slot, wording));
  },
};

/** Words that are taken up are said, so that one sees what a question comes from; and no line lacks what it takes up. */
const isFillable = ({ text }: Line, { quote }: MoveSubject): boolean =>
  !/\{(component|assumption)\}/.test(text) && (quote !== undefined) === /\{(quote|claim)\}/.test(text);

const pick = (
  lines: readonly Line[],
  { seed, persona }: Terms,
  move: Move,
  made: number,
): Line | undefined => {
  const own = lines.filter((line) => line.persona === persona);
  const sayable =
    own.length > 0 && made === 0
      ? own
      : lines.filter((line) => line.persona === undefined || line.persona === persona);
  return sayable[(scramble(seed, move) + made) % sayable.length];
};

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

const slotOf = (slot: string, { chosen, content, terms }: Wording): LinePart => {
  const { format } = content;
  const total = totalMs({ title: '', formatTitle: '', patienceMs: [], phases: format.phases }, terms.pace);
  switch (slot) {
    case 'question':
      return { source: 'line', text: questionOf(content, chosen.about) };
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
      return { source: 'fact', text: factsOf(content, chosen.about.facts) };
    case 'quote':
    case 'claim':
      return { source: 'quote', text: `“${chosen.about.quote ?? ''}”` };
    case 'hint':
      return {
        source: 'line',
        text: itemOf(content, chosen.about.item)?.hints[(chosen.about.rung ?? 1) - 1] ?? '',
      };
    case 'twist':
      return {
        source: 'line',
        text: content.sheet?.twists.find(({ id }) => id === chosen.about.twist)?.says ?? '',
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

/** The consequence that an item is asked for by, the twist, or the format's question. */
const questionOf = (content: HeldContent, { item, phase, question, twist }: MoveSubject): string =>
  itemOf(content, item)?.probe ??
  content.sheet?.twists.find(({ id }) => id === twist)?.says ??
  content.format.phases.find(({ id }) => id === phase)?.questions.find(({ id }) => id === question)?.ask ??
  'Could you tell me more about that?';

const itemOf = ({ sheet }: HeldContent, item: string | undefined) =>
  sheet?.items.find(({ id }) => id === item);

const factsOf = ({ sheet }: HeldContent, facts: readonly string[] | undefined): string =>
  (facts ?? []).flatMap((fact) => sheet?.facts.find(({ id }) => id === fact)?.answer ?? []).join(' ');

/** A small fixed hash, so that each move starts its lines somewhere else in each interview. */
const scramble = (seed: number, text: string): number => {
  let hash = seed >>> 0;
  for (const character of text) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0;
  return hash % 9973;
};
