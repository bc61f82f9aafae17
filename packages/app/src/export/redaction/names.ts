/**
 * The names by which people were introduced. Nothing knows all names; somebody who says one without introducing it lists
 * it. What is found here is looked for everywhere afterwards.
 */

const NAME = `\\p{Lu}[\\p{L}'’-]+(?:[ \\u00a0](?:\\p{Lu}\\.|\\p{Lu}[\\p{L}'’-]+)){0,3}`;

const WAYS: readonly RegExp[] = [
  new RegExp(`(?<!\\p{L})[Mm]y (?:full |first |last )?name(?: is|['’]s|:) (${NAME})`, 'gu'),
  new RegExp(`(?<!\\p{L})(?:[Cc]all me|[Ii] am called|[Ii] go by) (${NAME})`, 'gu'),
  // “I'm Ada, …”, “I am Ada Lovelace”: a name, where it stands alone or is of two words.
  new RegExp(
    `(?<!\\p{L})I(?: am|['’]m) (\\p{Lu}\\p{Ll}[\\p{L}'’-]*(?:(?=[,.;!?\\n]|$)|(?= (?:and|from|with|here)\\b)|(?: \\p{Lu}[\\p{L}'’-]+){1,2}))`,
    'gu',
  ),
  new RegExp(
    `(?<!\\p{L})(?:[Mm]y|[Oo]ur) (?:manager|boss|colleague|coworker|co-worker|teammate|mentor|recruiter|cofounder|co-founder|director|CTO|CEO|VP|friend|wife|husband|partner),? (${NAME})`,
    'gu',
  ),
  new RegExp(`(?<!\\p{L})(?:Mr|Mrs|Ms|Mx|Dr|Prof)\\.? (${NAME})`, 'gu'),
];
/** Typed without capitals, the first word alone is sure to be one. */
const LOWER = /(?<!\p{L})my name(?: is|['’]s) (\p{Ll}[\p{L}'’-]+)/gu;

/** Parts of names that are words of every day: with a capital only, or an interview would lose its verbs. */
const EVERYDAY: ReadonlySet<string> = new Set(
  'will mark may grace hope faith joy june april august rob bill sue art chase drew frank grant jack lance miles pat ray rich rose dean gene max min guy van von de la le da del di bin al the young long park song page case cook baker king day love'.split(
    ' ',
  ),
);
const PARTICLES: ReadonlySet<string> = new Set('van von de la le da del di bin al the'.split(' '));

/** As they were introduced, the longest first. */
export const namesIn = (texts: readonly string[]): readonly string[] => {
  const found = new Set<string>();
  for (const text of texts)
    for (const way of [...WAYS, LOWER])
      for (const [, name] of text.matchAll(way)) if (name) found.add(trimmed(name));
  return [...found].filter((name) => name.length > 1).toSorted((a, b) => b.length - a.length);
};

const trimmed = (name: string) => name.replace(/['’](?:s)?$/u, '').replace(/[.'’-]+$/u, '');

/** Each name and its parts, as they are looked for. */
export const waysToWrite = (name: string): readonly RegExp[] => {
  const parts = name.split(/[\s\u00a0]+/u);
  const whole = parts.length > 1 ? [parts.map(escaped).join('[\\s\\u00a0]+')] : [];
  const single = parts
    .map((part) => part.replace(/\.$/, ''))
    .filter((part) => part.length > 1 && !PARTICLES.has(part.toLowerCase()));
  return [
    ...whole.map((source) => asWord(source, 'giu')),
    ...single.map((part) => asWord(escaped(part), EVERYDAY.has(part.toLowerCase()) ? 'gu' : 'giu')),
  ];
};

/** Not inside a longer word. */
export const asWord = (source: string, flags: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`, flags);

export const escaped = (text: string): string =>
  text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll(/['’]/g, "['’]");
