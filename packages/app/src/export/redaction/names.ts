/**
 * The names by which people were introduced. Nothing knows all names; somebody who says one without introducing it lists
 * it. What is found here is looked for everywhere afterwards.
 */

const PARTICLES = 'van von der den ter ten de la le da dos del di du bin ibn al el the zu zur'.split(' ');
/** “Ada Lovelace”, “Anna van der Berg”, “J. Smith”; or a name in a script without capitals. */
const WORD = `\\p{Lu}[\\p{L}\\p{M}'’-]+`;
const NAME = `(?:\\p{Lo}+|(?:\\p{Lu}\\. )?${WORD}(?:[ \\u00a0](?:(?:${PARTICLES.join('|')})[ \\u00a0]){0,3}(?:\\p{Lu}\\.|${WORD})){0,3})`;
const BEFORE = '(?<!\\p{L})';
const KIN =
  '(?:manager|boss|colleague|coworker|co-worker|teammate|mentor|recruiter|cofounder|co-founder|director|CTO|CEO|VP|friend|wife|husband|partner)';

const WAYS: readonly RegExp[] = [
  new RegExp(`${BEFORE}[Nn]ame(?: is|['’]s|:) (${NAME})`, 'gu'),
  new RegExp(`${BEFORE}(?:[Cc]all me|I am called|I go by) (${NAME})`, 'gu'),
  // “I'm Ada, …”, “I am Ada Lovelace”: a name, where it stands alone or is of two words.
  new RegExp(
    `${BEFORE}I(?: am|['’]m) (\\p{Lu}\\p{Ll}[\\p{L}\\p{M}'’-]*(?:(?=[,.;!?\\n]|$)|(?= (?:and|from|with|here)\\b)|(?: (?:(?:${PARTICLES.join('|')}) ){0,3}${WORD}){1,2}))`,
    'gu',
  ),
  new RegExp(`${BEFORE}(?:[Hh]i|[Hh]ello|[Hh]ey)[,.!]? (${NAME}) here\\b`, 'gu'),
  new RegExp(`${BEFORE}(?:[Hh]i|[Hh]ello|[Hh]ey)[,.!]? [Tt]his is (${NAME})`, 'gu'),
  new RegExp(`${BEFORE}(?:[Mm]y|[Oo]ur) ${KIN},? (${NAME})`, 'gu'),
  new RegExp(`${BEFORE}(${NAME}), (?:my|our) ${KIN}\\b`, 'gu'),
  new RegExp(`${BEFORE}(?:Mr|Mrs|Ms|Mx|Dr|Prof)\\.? (${NAME})`, 'gu'),
];
/** Typed without capitals, the first word alone is sure to be one. */
const LOWER = /(?<!\p{L})my name(?: is|['’]s) (\p{Ll}[\p{L}'’-]+)/gu;

/** Parts of names that are words of every day: with a capital only, or an interview would lose its verbs. */
const EVERYDAY: ReadonlySet<string> = new Set(
  'will mark may grace hope faith joy june april august rob bill sue art chase drew frank grant jack lance miles pat ray rich rose dean gene max min guy young long park song page case cook baker king day love'.split(
    ' ',
  ),
);

/** As they were introduced, the longest first. */
export const namesIn = (texts: readonly string[]): readonly string[] => {
  const found = new Set<string>();
  for (const text of texts)
    for (const way of [...WAYS, LOWER])
      for (const [, name] of text.matchAll(way)) if (name) found.add(trimmed(name));
  return [...found].filter((name) => name.length > 1).toSorted((a, b) => b.length - a.length);
};

const trimmed = (name: string) => name.replace(/['’]s?$/u, '').replace(/[.'’-]+$/u, '');

/** Each name and its parts, as they are looked for. */
export const waysToWrite = (name: string): readonly RegExp[] => {
  // Where words are not parted by spaces, a name stands between letters.
  if (/^\p{Lo}+$/u.test(name)) return [new RegExp(name, 'gu')];
  const parts = name.split(/[\s\u00a0]+/u);
  const whole = parts.length > 1 ? [parts.map(escaped).join('[\\s\\u00a0]+')] : [];
  const single = parts
    .map((part) => part.replace(/\.$/, ''))
    .filter((part) => part.length > 1 && !PARTICLES.includes(part.toLowerCase()));
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
