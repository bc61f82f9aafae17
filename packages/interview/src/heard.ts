/**
 * What the candidate has explained, and which questions that answers: nobody is asked for what they have just told, and nobody
 * is told that nothing was heard of it.
 *
 *     sentences with a reason, a figure, a condition … ─▶ their telling words ─▶ an item's ways, a question's subject
 */
import { READ_CHARACTERS, waysOfItem } from '@dryrun/domain';
import type { Area, Finding, FormatQuestion, HeldContent, Item, Move, Sheet, Sign } from '@dryrun/domain';
import { sentences, stemsOf, waysBy } from '@dryrun/text';

/** The telling words of a sentence that is more than a name, or that the next sentence makes more. */
export type Explained = readonly string[];

const SUBSTANCE: ReadonlySet<Sign> = new Set([
  'figure',
  'measured',
  'money',
  'reason',
  'condition',
  'limit',
  'failure',
  'cost',
]);

/** What an answer explains beside what was explained before. */
export const withExplained = (
  before: readonly Explained[],
  text: string,
  findings: readonly Finding[],
): readonly Explained[] => {
  const known = new Set(before.map(keyOf));
  return [...before, ...explainedIn(text, findings).filter((one) => !known.has(keyOf(one)))];
};

const keyOf = (stems: Explained): string => stems.join(' ');

const explainedIn = (text: string, findings: readonly Finding[]): readonly Explained[] => {
  const grounds = findings.filter(
    (finding) =>
      finding.kind === 'claim' &&
      !finding.signs.includes('asks') &&
      finding.signs.some((sign) => SUBSTANCE.has(sign)),
  );
  const all = sentences(text);
  const bears = (one: (typeof all)[number] | undefined): boolean =>
    one !== undefined && grounds.some(({ span }) => span.start < one.end && span.end > one.start);
  return all.flatMap((one, at) =>
    one.text.endsWith('?') || !(bears(one) || bears(all[at + 1])) ? [] : piecesOf(stemsOf(one.text)),
  );
};

/** Who speaks without a full stop says many things in one sentence: it is read piece by piece. */
const LONG = 40;
const piecesOf = (stems: readonly string[]): readonly (readonly string[])[] =>
  stems.length <= LONG
    ? [stems]
    : Array.from({ length: Math.ceil(stems.length / (LONG / 2)) - 1 }, (_, at) =>
        stems.slice((at * LONG) / 2, (at * LONG) / 2 + LONG),
      );

/**
 * Of a way of saying with few telling words all must come, of a longer one most. The debrief lets less be enough to leave something
 * out of what was missed: what counts as explained here is never missed there.
 */
const SHARE = 0.6;
const FEW = 3;

const isSaid = (said: ReadonlySet<string>, way: readonly string[], share = SHARE): boolean => {
  const shared = way.filter((stem) => said.has(stem)).length;
  return shared >= Math.min(way.length, Math.max(FEW, share * way.length));
};

const waysByTexts = new WeakMap<readonly string[], readonly (readonly string[])[]>();

/** The ways of a subject, read once; the map forgets them with the content. */
const waysOf = (texts: readonly string[]): readonly (readonly string[])[] => {
  const ways = waysByTexts.get(texts) ?? waysBy(texts);
  waysByTexts.set(texts, ways);
  return ways;
};

const waysByItem = new WeakMap<Item, readonly (readonly string[])[]>();

/** Likewise of an item. */
const itemWays = (item: Item, sheet: Sheet): readonly (readonly string[])[] => {
  const ways = waysByItem.get(item) ?? waysBy(waysOfItem(item, sheet));
  waysByItem.set(item, ways);
  return ways;
};

type Said = { readonly explained: readonly Explained[] };

const setsByExplained = new WeakMap<Explained, ReadonlySet<string>>();

/** Many questions are held against what was said before one is put. */
const saidIn = ({ explained }: Said): readonly ReadonlySet<string>[] =>
  explained.map((one) => {
    const set = setsByExplained.get(one) ?? new Set(one);
    setsByExplained.set(one, set);
    return set;
  });

/** An item was explained that was touched by its name or by a way of saying it, with something behind it. */
export const isItemExplained = (state: Said, item: Item, sheet: Sheet): boolean => {
  const said = saidIn(state);
  return itemWays(item, sheet).some((way) =>
    said.some(
      (one, at) => isSaid(one, way) && (way.length > FEW || standTogether(state.explained[at] ?? [], way)),
    ),
  );
};

/** A few words name a thing where they stand together. */
const BETWEEN = 2;
const standTogether = (stems: readonly string[], way: readonly string[]): boolean =>
  stems.some((_, at) => {
    const near = stems.slice(at, at + way.length + BETWEEN);
    return way.every((stem) => near.includes(stem));
  });

/** They close an interview or begin it, whatever was said. */
const ALWAYS: ReadonlySet<Move> = new Set(['intake', 'ask-summary', 'ask-open-question', 'invite-questions']);

/** A question's own words are those of asking, too: nearly all of them must come. */
const OWN_SHARE = 0.75;
const OWN_LEAST = 3;

const isTold = (state: Said, ask: string, key: string, { subjects = [] }: HeldContent): boolean => {
  const said = saidIn(state);
  const own = [...new Set(stemsOf(ask))];
  if (own.length >= OWN_LEAST && said.some((one) => isSaid(one, own, OWN_SHARE))) return true;
  const id = key.slice(key.indexOf('/') + 1);
  return subjects
    .filter(({ asks }) => asks.includes(key) || asks.includes(id))
    .some(({ heard, least }) => {
      const come = waysOf(heard).filter((way) => said.some((one) => isSaid(one, way)));
      return come.length >= least;
    });
};

/** What a question of the format asks for was told already. */
export const isQuestionTold = (
  state: Said,
  phase: string,
  { id, ask, move }: FormatQuestion,
  content: HeldContent,
): boolean => !ALWAYS.has(move) && isTold(state, ask, `${phase}/${id}`, content);

/** What a way into an area asks for was told already. */
export const isOpeningTold = (state: Said, { id, opens }: Area, at: number, content: HeldContent): boolean =>
  isTold(state, opens[at] ?? '', `${id}/opens-${at + 1}`, content);

/**
 * Whether nothing at all was heard of what a question is about: not a word of the area, none of the item's ways, nothing of its
 * subject. Of a question that belongs to none of them nobody can say so.
 */
export const isUnheard = (
  { item, area, question, phase }: About,
  content: HeldContent,
  answers: readonly string[],
): boolean => {
  const said = answers.flatMap((text) =>
    sentences(text.slice(0, READ_CHARACTERS)).map((one) => new Set(stemsOf(one.text))),
  );
  const { sheet, areas = [], subjects = [] } = content;
  const ofItem = sheet?.items.find(({ id }) => id === item);
  if (ofItem && sheet) return !touches(said, itemWays(ofItem, sheet));
  const ofArea = areas.find(({ id }) => id === area);
  if (ofArea) return !ofArea.words.some((word) => said.some((one) => stemsOf(word).every((s) => one.has(s))));
  const own = subjects.filter(
    ({ asks }) =>
      question !== undefined && (asks.includes(question) || asks.includes(`${phase}/${question}`)),
  );
  return own.length > 0 && own.every(({ heard }) => !touches(said, waysOf(heard)));
};

type About = {
  readonly item?: string | undefined;
  readonly area?: string | undefined;
  readonly question?: string | undefined;
  readonly phase?: string | undefined;
};

const touches = (said: readonly ReadonlySet<string>[], ways: readonly (readonly string[])[]): boolean =>
  ways.some((way) => said.some((one) => isSaid(one, way)));
