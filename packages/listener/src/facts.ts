/**
 * Which facts of a sheet a question asks for. A question has parts (“requests a second, the typical prompt, and the tail?” has
 * three); each takes the fact whose way of asking is said in it most tellingly: a word that few facts share weighs more than one
 * that many do. A way that is said only in part counts where no whole one is, and more under a heading that the question names.
 */
import type { Sheet } from '@dryrun/domain';
import { inPlainMarks, stemsOf, tellingWords } from '@dryrun/text';

type Way = { readonly raw: string; readonly stems: readonly string[] };
type Known = { readonly fact: string; readonly ways: readonly Way[]; readonly heading: readonly string[] };
type Asks = { readonly facts: readonly Known[]; readonly weightOf: (stem: string) => number };
type Found = { readonly fact: string; readonly part: number };
type Word = { readonly stem: string; readonly part: number };
type Match = {
  readonly fact: string;
  readonly weight: number;
  readonly parts: readonly number[];
  /** The question's own words that say it. */
  readonly said: readonly string[];
};

/** Words that stand for each other in a question; the exact one counts more. */
const ALIKE: readonly ReadonlySet<string>[] = [
  ['p90', 'p95', 'p99', 'p999', 'percentile', 'tail', 'worst', 'longest', 'slowest'],
  ['average', 'mean', 'median', 'p50', 'typical', 'usual', 'normal'],
  ['gpu', 'card', 'accelerator', 'machine', 'hardware'],
  ['user', 'people', 'customer', 'person', 'somebody'],
  ['request', 'query', 'call'],
  ['price', 'cost', 'charge', 'pay'],
  ['answer', 'output', 'response', 'completion'],
  ['prompt', 'input'],
  ['region', 'geography', 'country'],
].map((words) => new Set(words.flatMap(stemsOf)));
const ALIKE_SHARE = 0.8;

/** What is written short in a question, as one would say it. */
const SHORT: readonly (readonly [RegExp, string])[] = [
  [/\bhow long\b/gi, 'what length'],
  [/\bttft\b/gi, 'time to first token'],
  [/\btpot\b/gi, 'time per output token'],
  [/\b(?:rps|qps)\b/gi, 'requests per second'],
  [/(?<=[a-z])\s?\/\s?s(?:ec)?\b/gi, ' per second'],
];

const plainly = (text: string): string =>
  SHORT.reduce((now, [short, long]) => now.replaceAll(short, long), inPlainMarks(text));
const plainStems = (text: string): readonly string[] => [
  ...new Set(stemsOf(plainly(text).replaceAll(/\bnon-/gi, ''))),
];

/** Where a question goes on to the next thing that it asks for. */
const PARTS = /[,;:](?!\d|\s*(?:and )?for how)|\b(?:and|or|plus|as well as)\b(?! for how)|(?<=\S)\s\/\s/i;
/** What a question says of which of several it wants: a way that does not say it is the lesser one. */
const QUALIFIES = new Set(ALIKE.slice(0, 2).flatMap((group) => [...group]));
const UNQUALIFIED = 0.6;

/** A way of up to so many telling words is said whole; of a longer one three quarters. */
const NAME_WORDS = 4;
const ENOUGH = 0.75;
/** How many other words may stand inside. */
const BETWEEN = 2;
/** Facts asked for about as clearly as the clearest of a part are told with it, but no more than two. */
const CLEARLY = 0.95;
const MOST_FOR_A_PART = 2;
/** Of a way that is said in part, this much. */
const PART_SAID = 0.6;
const HEADING_NAMED = 1.5;

/** `strictly`: only what is said whole. */
export const factsAskedIn = (clause: string, sheet: Sheet, strictly = false): readonly string[] => {
  const asks = asksOf(sheet);
  const parts = clause.split(PARTS);
  const words = parts.flatMap((text, part) =>
    tellingWords(plainly(text)).map(({ stem }): Word => ({ stem, part })),
  );
  const about = asks.facts.filter(({ ways }) => suits(clause, ways));
  const whole = about
    .flatMap((known) => wholeMatches(known, clause, parts, words, asks))
    .map((match) => (isQualified(match, words) ? match : { ...match, weight: match.weight * UNQUALIFIED }));
  const taken = new Set<number>();
  // “The typical prompt and answer”: each part takes what it says itself before what it says with its neighbour.
  const within = best(
    whole.filter(({ parts: { length } }) => length === 1),
    taken,
  );
  const named = new Set(words.map(({ stem }) => stem));
  const partly = strictly ? [] : about.flatMap((known) => partMatches(known, words, named, taken, asks));
  const across = whole.filter(({ parts: { length } }) => length > 1);
  const found = [...within, ...best(partly, taken), ...best(across, taken)];
  return [...new Set(found.toSorted((a, b) => a.part - b.part).map(({ fact }) => fact))];
};

const isQualified = ({ parts, said }: Match, words: readonly Word[]): boolean =>
  words.every(({ stem, part }) => !parts.includes(part) || !QUALIFIES.has(stem) || said.includes(stem));

/** Who does it and why it is done are asked for by those words. */
const suits = (clause: string, ways: readonly Way[]): boolean => {
  const form = /^\W*(?:(?:and|so|or|but|um|uh)\W+)*(who|why)\b(?! (?:use|are|is)\w*\b)/i.exec(clause)?.[1];
  return form === undefined || ways.some(({ raw }) => new RegExp(`\\b${form}\\b`, 'i').test(raw));
};

/** The heaviest first; what stands in a part that has its fact already is not asked for beside it. */
const best = (matches: readonly Match[], taken: Set<number>): readonly Found[] => {
  const found: Found[] = [];
  const ordered = matches.toSorted((a, b) => b.weight - a.weight);
  for (const match of ordered) {
    if (match.parts.every((part) => taken.has(part))) continue;
    const open = new Set(match.parts.filter((part) => !taken.has(part)));
    const clear = ordered.filter(
      ({ weight, parts }) => weight >= match.weight * CLEARLY && parts.every((part) => open.has(part)),
    );
    const chosen = clear.length > 0 ? [...new Set(clear.map(({ fact }) => fact))] : [match.fact];
    // It answers the last of its parts: the one before may have a fact of its own.
    const part = match.parts.at(-1) ?? 0;
    found.push(...chosen.slice(0, MOST_FOR_A_PART).map((fact) => ({ fact, part })));
    for (const one of match.parts) taken.add(one);
  }
  return found;
};

const likeness = (own: string, said: string): number => {
  if (own === said) return 1;
  return ALIKE.some((group) => group.has(own) && group.has(said)) ? ALIKE_SHARE : 0;
};

const wholeMatches = (
  { fact, ways }: Known,
  clause: string,
  parts: readonly string[],
  words: readonly Word[],
  { weightOf }: Asks,
): readonly Match[] =>
  ways.flatMap(({ raw, stems }) => {
    // A way of which only one word tells (“tokens in”) is asked only as it is written.
    if (stems.length < 2 && raw.includes(' ')) {
      const written = new RegExp(`\\b${raw.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\b`, 'i');
      const part = parts.findIndex((text) => written.test(text));
      return written.test(clause)
        ? [{ fact, weight: sum(stems, weightOf), parts: [Math.max(0, part)], said: stems }]
        : [];
    }
    const needed = stems.length <= NAME_WORDS ? stems.length : Math.ceil(stems.length * ENOUGH);
    return words.flatMap((_, from): readonly Match[] => {
      const near = words.slice(from, from + stems.length + BETWEEN);
      const said = saidIn(stems, near, weightOf);
      return said.said.length >= needed && near[0]?.part === said.parts[0] ? [{ fact, ...said }] : [];
    });
  });

const partMatches = (
  { fact, ways, heading }: Known,
  words: readonly Word[],
  named: ReadonlySet<string>,
  taken: ReadonlySet<number>,
  { weightOf }: Asks,
): readonly Match[] => {
  const factor = heading.some((stem) => named.has(stem)) ? HEADING_NAMED : 1;
  const open = [...new Set(words.map(({ part }) => part))].filter((part) => !taken.has(part));
  return ways.flatMap(({ stems }) =>
    open.flatMap((part): readonly Match[] => {
      const own = words.filter((word) => word.part === part);
      const said = saidIn(stems, own, weightOf);
      const enough = said.said.length > 1 && said.weight >= PART_SAID * sum(stems, weightOf);
      return enough ? [{ fact, ...said, weight: said.weight * factor }] : [];
    }),
  );
};

const saidIn = (
  stems: readonly string[],
  words: readonly Word[],
  weightOf: (stem: string) => number,
): Omit<Match, 'fact'> => {
  const said = stems.flatMap((own) => {
    const [nearest] = words
      .map(({ stem, part }) => ({ stem, part, share: likeness(own, stem) }))
      .filter(({ share }) => share > 0)
      .toSorted((a, b) => b.share - a.share);
    return nearest ? [{ ...nearest, weight: nearest.share * weightOf(own) }] : [];
  });
  return {
    weight: said.reduce((all, { weight }) => all + weight, 0),
    parts: [...new Set(said.map(({ part }) => part))].toSorted((a, b) => a - b),
    said: said.map(({ stem }) => stem),
  };
};

const sum = (stems: readonly string[], weightOf: (stem: string) => number): number =>
  stems.reduce((all, stem) => all + weightOf(stem), 0);

/** “Online or offline” is asked for by either. */
const sidesOf = (raw: string): readonly string[] => {
  const sides = raw.split(' or ');
  return sides.length === 2 && sides.every((side) => plainStems(side).length === 1) ? [raw, ...sides] : [raw];
};

/** Words of headings that say nothing of what stands under them. */
const OF_ANY: ReadonlySet<string> = new Set(['per', 'second', 'numb', 'number']);

const asksBySheet = new WeakMap<Sheet, Asks>();

/** The ways of asking of a sheet, read once; the map forgets them with the sheet. */
const asksOf = (sheet: Sheet): Asks => {
  const before = asksBySheet.get(sheet);
  if (before) return before;
  const facts = sheet.facts.map(
    ({ id, asks, heading }): Known => ({
      fact: id,
      ways: asks.flatMap(sidesOf).map((raw) => ({ raw, stems: plainStems(raw) })),
      heading: plainStems(heading.replaceAll('-', ' ')).filter((stem) => !OF_ANY.has(stem)),
    }),
  );
  const sharedBy = new Map<string, number>();
  for (const { ways } of facts) {
    for (const stem of new Set(ways.flatMap(({ stems }) => stems)))
      sharedBy.set(stem, (sharedBy.get(stem) ?? 0) + 1);
  }
  const weightOf = (stem: string) => Math.log(1 + facts.length / (sharedBy.get(stem) ?? 1));
  const made = { facts, weightOf };
  asksBySheet.set(sheet, made);
  return made;
};
