/**
 * How an answer was given, where that alone decides what can be done with it: nothing to read, far too much of it, the same
 * again, another language, another subject. None of it is about the design, and none of it is a mark.
 */
import { READ_CHARACTERS } from '@dryrun/domain';
import type { Act, Exchange, Finding, HearContext } from '@dryrun/domain';
import { inPlainMarks, stemsOf } from '@dryrun/text';
import { isOfTheTrade } from './about.ts';

const MUCH_WORDS = 320;
const LITTLE_WORDS = 6;
const UNSURE_WORDS = 30;

/** The acts that are heard in an answer as a whole. `found` is what was found in its words. */
export const readManner = (
  { answer }: Exchange,
  context: HearContext,
  found: readonly Finding[],
): readonly Finding[] => {
  const text = answer.text.trim();
  const start = answer.text.indexOf(text);
  const words = wordsOf(text);
  const whole = (act: Act): Finding => ({
    kind: 'act',
    act,
    span: { start, end: start + text.length },
  });
  if (text === '') return [];
  if (text.length > READ_CHARACTERS) return [whole('is-enormous')];
  const unread = unreadable(text, words, context);
  if (unread) return [whole(unread)];
  if (isSaidAgain(text, context.before ?? [])) return [whole('repeats')];
  const claims = found.some(({ kind }) => kind === 'claim');
  const unsure = words.length <= UNSURE_WORDS && !claims ? UNSURE.exec(inPlainMarks(text)) : null;
  if (unsure) {
    const span = { start: unsure.index, end: unsure.index + unsure[0].length };
    return [{ kind: 'act', act: 'does-not-know', span }];
  }
  const asksOrDoes = found.some(({ kind }) => kind === 'act' || kind === 'question');
  if (!asksOrDoes && wanders(text, words.length, context, found)) return [whole('wanders')];
  if (words.length > MUCH_WORDS) return [whole('says-much')];
  return words.length <= LITTLE_WORDS && !asksOrDoes ? [whole('says-little')] : [];
};

const UNSURE =
  /\b(?:i (?:really |honestly |just )?(?:don't|do not|wouldn't) know|no idea|i have no (?:idea|clue)|(?:i(?:'m| am) )?not sure(?: at all| about (?:it|that|this)| how| what)?(?=[.!?,]|$)|i can't (?:say|answer|think of)|i(?:'ve| have) never (?:done|worked|heard|seen|thought)|can we skip|(?:let's|i'd|i'll) skip (?:it|this|that)|pass on (?:that|this)|i(?:'m| am) (?:lost|blank|out of ideas)|nothing comes to mind)\b/i;

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}'’]+/gu) ?? [];

const ENGLISH = new Set(
  `the a an of to in on for and or but so if then is are was were be been it this that these those we i you they he she our my
  your their with without from by at as not no yes do does did have has had would could should can will may might there here
  what which how why when who because than more most some any each per into over under up out about just also only first`.split(
    /\s+/,
  ),
);
const OTHER = new Set(
  `der die das und ist nicht ich wir ein eine mit auf für den dem werden würde el la los las que un una por para con es no como
  se del nosotros yo le les des est nous je une dans pour avec sur pas du et il io noi che di per non sono gli della con uma não eu nós os
  het een van ik wij niet zou voor och att som är inte jag vi på det`.split(/\s+/),
);

const ENGLISH_SHARE = 0.1;
const OTHER_LEAST = 3;

const unreadable = (
  text: string,
  words: readonly string[],
  context: HearContext,
): 'is-foreign' | 'is-gibberish' | undefined => {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters >= 4 && latin < letters / 2) return 'is-foreign';
  if (words.length === 0 || letters === 0)
    return text.length > 0 && !/\d/.test(text) ? 'is-gibberish' : undefined;
  const english = words.filter((word) => ENGLISH.has(word)).length / words.length;
  if (english >= ENGLISH_SHARE && english >= 2 * shareOf(words, OTHER)) return undefined;
  if (words.filter((word) => OTHER.has(word) && !ENGLISH.has(word)).length >= OTHER_LEAST)
    return 'is-foreign';
  // A list of names has no small words either: what is of the trade or of the problem is no noise.
  const stems = stemsOf(text);
  if (english > 0 || words.length < 2)
    return isMash(text) && !stems.some((stem) => isOfTheTrade(stem, context)) ? 'is-gibberish' : undefined;
  return stems.some((stem) => isOfTheTrade(stem, context)) || !words.some(isNoise)
    ? undefined
    : 'is-gibberish';
};

const shareOf = (words: readonly string[], list: ReadonlySet<string>): number =>
  words.filter((word) => list.has(word) && !ENGLISH.has(word)).length / words.length;

/** One key held down, or one word that nobody can pronounce. */
const isMash = (text: string): boolean =>
  /^(.)\1{5,}$/u.test(text) || (/^\S{7,}$/u.test(text) && isNoise(text.toLowerCase()));

/** No vowel in four letters, or five consonants in a row: no word of a language that is read here. */
const isNoise = (word: string): boolean =>
  /^[a-z]+$/.test(word) &&
  (/^[^aeiouy]{4,}$/.test(word) || /[^aeiouy]{5,}/.test(word) || /^(\w{1,3})\1{2,}$/.test(word));

const SAME = 0.85;
const STEMS_LEAST = 8;

const isSaidAgain = (text: string, before: readonly string[]): boolean => {
  const own = new Set(stemsOf(text));
  if (own.size < STEMS_LEAST) return false;
  return before.some((earlier) => {
    const theirs = new Set(stemsOf(earlier.slice(0, READ_CHARACTERS)));
    const shared = [...own].filter((stem) => theirs.has(stem)).length;
    return shared >= SAME * Math.max(own.size, theirs.size);
  });
};

/** Of a smaller vocabulary nothing can be said to be elsewhere. */
const VOCABULARY_LEAST = 200;
const WANDERS_WORDS = 20;
const FOREIGN_SHARE = 0.4;

/** Long, and of something else: nothing of the trade was found in it and many of its words are never used of such systems. */
const wanders = (text: string, words: number, context: HearContext, found: readonly Finding[]): boolean => {
  if (context.vocabulary.length < VOCABULARY_LEAST) return false;
  if (words < WANDERS_WORDS || found.some(({ kind }) => kind === 'concept' || kind === 'claim')) return false;
  const stems = stemsOf(text);
  const foreign = stems.filter((stem) => !/\d/.test(stem) && !isOfTheTrade(stem, context)).length;
  return foreign >= FOREIGN_SHARE * stems.length;
};
