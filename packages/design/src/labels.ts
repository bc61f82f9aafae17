/**
 * What people write on boxes: “Redis ×3” is a cache three times.
 * The kind is in the longest name that the palette knows; of several as long, in the last one before “for”, “of” or a
 * bracket, where English has its head noun: a “cache for users” is a cache. A head that says no more than that something works
 * gives way to what it works on or runs: “prefill workers” are prefill, a “Redis node” is Redis, and a “user service” is a service.
 */
import type { Palette } from '@dryrun/domain';

export const kindOfLabel = (label: string, palette: Palette): { readonly kind: string } | undefined => {
  const index = indexOf(palette);
  const whole = label.slice(0, LABEL_MAX);
  const head = whole.split(/[([{|,;:]|\s(?:for|of|with|in|on|by|to|from|per|via)\s/i)[0] ?? '';
  for (const text of [head, whole]) {
    for (const words of [wordsOf(text), wordsOf(humps(text))]) {
      const kind = longest(words, index);
      if (kind === undefined) continue;
      // Who asks, or where it is put, is no answer to what works there.
      const said = longest(
        words.filter((word) => !SAYS_LITTLE.has(word)),
        index,
      );
      return { kind: GENERAL.has(kind) && said !== undefined && mayWork(said, words) ? said : kind };
    }
  }
  return undefined;
};

/** “×3”, “x3”, “3x” or “3 replicas” in a name. */
export const replicasIn = (name: string): number | undefined => {
  const match =
    /[\s([][x×*]\s?(\d{1,5})(?![\d\w])/i.exec(name) ??
    /(?:^|[\s([])(\d{1,5})\s?(?:[x×](?!\w)|(?:replicas?|copies|instances?)\b)/i.exec(name) ??
    /×\s?(\d{1,5})/.exec(name);
  const count = Number(match?.[1] ?? 0);
  return count >= 1 ? count : undefined;
};

const SAYS_LITTLE: ReadonlySet<string> = new Set([
  'worker',
  'server',
  'node',
  'box',
  'machine',
  'host',
  'vm',
]);
const GENERAL: ReadonlySet<string> = new Set(['service', 'server']);
/** A worker of a queue is not the queue; a server of a cache is the cache. */
const TAKEN_FROM: ReadonlySet<string> = new Set(['queue', 'stream']);

const mayWork = (kind: string, words: readonly string[]): boolean =>
  kind !== 'client' && !(TAKEN_FROM.has(kind) && words.includes('worker'));

const LABEL_MAX = 300;
const WORDS_MAX = 4;

type Index = ReadonlyMap<string, string>;
const indexes = new WeakMap<Palette, Index>();

/** Names without spaces and plurals → kind; a kind's own name wins over what others are called. */
const indexOf = (palette: Palette): Index => {
  const known = indexes.get(palette);
  if (known) return known;
  const index = new Map<string, string>();
  const add = (name: string, kind: string) => {
    const key = wordsOf(name).join('');
    if (key !== '' && !index.has(key)) index.set(key, kind);
  };
  for (const kind of palette.kinds) for (const name of [kind.id, kind.name]) add(name, kind.id);
  for (const kind of palette.kinds) for (const name of kind.called) add(name, kind.id);
  indexes.set(palette, index);
  return index;
};

const longest = (words: readonly string[], index: Index): string | undefined => {
  for (let length = Math.min(WORDS_MAX, words.length); length > 0; length--) {
    for (let end = words.length; end >= length; end--) {
      const kind = index.get(words.slice(end - length, end).join(''));
      if (kind !== undefined) return kind;
    }
  }
  return undefined;
};

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}+#]+/u)
    .filter((word) => word !== '')
    .map(singular);

const singular = (word: string): string => {
  if (word.length <= 3) return word.length === 3 && /[^su]s$/.test(word) ? word.slice(0, -1) : word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:x|ch|sh|ss)es$/.test(word)) return word.slice(0, -2);
  return word.replace(/(?<![su])s$/, '');
};

/** “featureStore” in two words; not by default, because “PostgreSQL” is one. */
const humps = (text: string): string => text.replaceAll(/(\p{Ll})(?=\p{Lu})/gu, '$1 ');
