import type { Depth, Finding, HearContext, Prompted, Sheet } from '@dryrun/domain';
import { sentences, tellingWords } from '@dryrun/text';
import { findPhrase, isTurnedDown, phraseOf } from './phrases.ts';
import type { Phrase } from './phrases.ts';

type Known = { readonly id: string; readonly phrases: readonly Phrase[] };

/** A concept said in an answer: once for each, at the deepest that it was said, with the sentence that says it. */
export const readConcepts = (text: string, { sheet, askedAbout }: HearContext): readonly Finding[] => {
  if (!sheet) return [];
  const found = new Map<string, Extract<Finding, { kind: 'concept' }>>();
  for (const sentence of sentences(text)) {
    const words = tellingWords(sentence.text);
    for (const { id, phrases } of knownTo(sheet)) {
      const place = firstOf(phrases, (phrase) => findPhrase(phrase, words));
      if (!place || isTurnedDown(sentence, place.start)) continue;
      const depth = depthOf(sentence.text, words.length);
      const before = found.get(id);
      if (before && DEPTHS.indexOf(before.depth) >= DEPTHS.indexOf(depth)) continue;
      const span = { start: sentence.start, end: sentence.end };
      found.set(id, {
        kind: 'concept',
        concept: id,
        depth,
        prompted: promptedBy(id, sheet, askedAbout),
        span,
      });
    }
  }
  return [...found.values()];
};

/** Mistakes that are known, of the system and of its concepts. */
export const readMistakes = (text: string, sheet: Sheet | undefined): readonly Finding[] => {
  if (!sheet) return [];
  const mistakes = [...sheet.mistakes, ...sheet.concepts.flatMap((concept) => concept.mistakes)];
  return sentences(text).flatMap((sentence) => {
    const words = tellingWords(sentence.text);
    const heard = mistakes.find(({ heard: ways }) => ways.some((way) => findPhrase(phraseOf(way), words)));
    return heard
      ? [{ kind: 'mistake', mistake: heard.id, span: { start: sentence.start, end: sentence.end } }]
      : [];
  });
};

const DEPTHS: readonly Depth[] = ['named', 'explained', 'weighed', 'owned'];
const BECAUSE =
  /\b(?:because|since|so that|which (?:means|lets|gives|keeps|avoids|makes)|therefore|that way|in order to|otherwise|the reason|due to|this (?:means|lets|gives|keeps|avoids))\b/i;
const WEIGHS =
  /\b(?:instead of|rather than|trade-?offs?|at the (?:cost|expense|price)|versus|vs\.?|compared (?:to|with)|on the other hand|the downside|in exchange|costs us|but (?:then|it|we|that))\b/i;

/**
 * How deep a sentence goes: named; explained where it gives a reason and says more than a name; weighed where it sets
 * one thing against another with a reason. *Owned* is not read from one sentence.
 */
const depthOf = (sentence: string, telling: number): Depth => {
  const reasoned = BECAUSE.test(sentence) && telling >= 6;
  if (reasoned && WEIGHS.test(sentence)) return 'weighed';
  return reasoned ? 'explained' : 'named';
};

const promptedBy = (concept: string, { items }: Sheet, askedAbout: HearContext['askedAbout']): Prompted => {
  const asked = items.find(({ id }) => id === askedAbout?.item);
  if (asked?.concept !== concept) return 'unprompted';
  return askedAbout?.rung === undefined ? 'prompted' : 'hinted';
};

const firstOf = <Entry, Found>(
  entries: readonly Entry[],
  find: (entry: Entry) => Found | undefined,
): Found | undefined => {
  for (const entry of entries) {
    const found = find(entry);
    if (found !== undefined) return found;
  }
  return undefined;
};

const knownBySheet = new WeakMap<Sheet, readonly Known[]>();

/** A sheet is read into phrases once; the map forgets it with the sheet. */
const knownTo = (sheet: Sheet): readonly Known[] => {
  const before = knownBySheet.get(sheet);
  if (before) return before;
  const known = sheet.concepts.map(({ id, name, said }) => ({
    id,
    phrases: [
      name,
      ...said,
      ...sheet.items.filter(({ concept }) => concept === id).flatMap(({ heard }) => heard),
    ].map(phraseOf),
  }));
  knownBySheet.set(sheet, known);
  return known;
};
