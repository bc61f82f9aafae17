/** How much two interviews have in common. */
import type { Checked } from './check.ts';
import type { Held } from './hold.ts';

/** What is the same in every interview: how it opens and closes, and what the sheet says. */
const SAME_FOR_ALL: ReadonlySet<string> = new Set([
  'set-expectations',
  'present-problem',
  'answer-fact',
  'next-steps',
  'close',
  'intake',
]);

/** Of the first's lines, those that stand in the second, too. */
export const alike = (a: Checked, b: Checked): readonly [same: number, all: number] => {
  const own = a.lines.filter(({ move }) => !SAME_FOR_ALL.has(move));
  const theirs = new Set(b.lines.map(({ text }) => text));
  return [own.filter(({ text }) => theirs.has(text)).length, own.length];
};

/** Moves and facts in which they part: what was decided, without how it was worded. */
export const sameMoves = (a: Held, b: Held): number => {
  const decided = ({ events }: Held) =>
    events.flatMap(({ event }) =>
      event.type === 'MoveChosen' || event.type === 'FactRevealed'
        ? [JSON.stringify({ ...event, weighed: undefined })]
        : [],
    );
  const [first, second] = [decided(a), decided(b)];
  return Math.max(first.length, second.length) - first.filter((one, at) => one === second[at]).length;
};

/** Each fact's words, over all interviews. */
export const factsOf = (all: readonly Held[]): { readonly told: number; readonly differing: number } => {
  const said = new Map<string, Set<string>>();
  let told = 0;
  for (const { events, wish } of all) {
    const chosen = new Map(
      events.flatMap(({ event }) =>
        event.type === 'MoveChosen' ? [[event.turn, event.about] as const] : [],
      ),
    );
    for (const { event } of events) {
      if (event.type !== 'LineSaid') continue;
      const facts = chosen.get(event.turn)?.facts;
      if (!facts) continue;
      told += facts.length;
      const key = `${wish.system} ${facts.join(' ')}`;
      const text = event.parts.flatMap((part) => (part.source === 'fact' ? [part.text] : [])).join(' ');
      said.set(key, (said.get(key) ?? new Set()).add(text));
    }
  }
  return { told, differing: [...said.values()].filter((texts) => texts.size > 1).length };
};
