import type { Depth, Finding, HearContext, HeardConcept, Prompted, Sheet } from '@dryrun/domain';
import { clauses, sentences, tellingWords } from '@dryrun/text';
import type { Stretch, Word } from '@dryrun/text';
import { isTurnedDown } from './phrases.ts';
import { namesIn, namesOf } from './names.ts';
import type { Names } from './names.ts';
import { heardIn, indexOf } from './vocabulary.ts';
import type { HeardAt, Index } from './vocabulary.ts';

/** A concept said in an answer: once for each, by its name before other words, at the deepest, with the sentence that says it. */
export const readConcepts = (
  text: string,
  { sheet, vocabulary, askedAbout }: HearContext,
): readonly Finding[] => {
  const known = conceptsOf(sheet, vocabulary);
  const found = new Map<string, Extract<Finding, { kind: 'concept' }>>();
  const all = stretchesOf(text);
  for (const [at, sentence] of all.entries()) {
    const words = tellingWords(sentence.text);
    for (const { id, place, by } of saidIn(known, sentence.text, words)) {
      if (isTurnedDown(sentence, place.start)) continue;
      const depth = depthOf(sentence.text, all[at + 1]?.text ?? '', words.length);
      const before = found.get(id);
      if (before && weightOf(before) >= weightOf({ by, depth })) continue;
      const span = { start: sentence.start, end: sentence.end };
      const named = { start: sentence.start + place.start, end: sentence.start + place.end };
      found.set(id, {
        kind: 'concept',
        concept: id,
        depth,
        prompted: promptedBy(id, sheet, askedAbout),
        span,
        named,
        by,
      });
    }
  }
  return [...found.values()];
};

const saidIn = ({ index, names }: Known, sentence: string, words: readonly Word[]): readonly HeardAt[] => {
  const named = namesIn(names, sentence);
  const others = heardIn(index, words).filter(({ id }) => !named.has(id));
  return [...[...named].map(([id, place]): HeardAt => ({ id, place, by: 'name' })), ...others];
};

const weightOf = ({ by, depth }: Pick<Extract<Finding, { kind: 'concept' }>, 'by' | 'depth'>): number =>
  DEPTHS.indexOf(depth) + (by === 'name' ? DEPTHS.length : 0);

/** A sentence with more words was spoken without marks: it is read clause by clause. */
const SENTENCE_WORDS = 45;

const stretchesOf = (text: string): readonly Stretch[] =>
  sentences(text).flatMap((sentence) =>
    sentence.text.split(/\s+/).length <= SENTENCE_WORDS
      ? [sentence]
      : clauses(sentence.text).map((clause) => ({
          ...clause,
          start: sentence.start + clause.start,
          end: sentence.start + clause.end,
        })),
  );

const DEPTHS: readonly Depth[] = ['named', 'explained', 'weighed', 'owned'];
const BECAUSE =
  /\b(?:because|since|so (?:that|we|it|the|they|a|an|each|one|no|nobody|nothing)|which (?:means|lets|gives|keeps|avoids|makes|is why)|therefore|hence|that way|that(?:'s| is) why|in order to|otherwise|the reason|due to|this (?:means|lets|gives|keeps|avoids))\b/i;
const WEIGHS =
  /\b(?:instead of|rather than|trade-?offs?|at the (?:cost|expense|price)|the (?:cost|price|downside) (?:is|of)|versus|vs\.?|compared (?:to|with)|on the other hand|in exchange|costs us|but (?:then|it|we|that|each|if))\b/i;
/** A figure, in digits or in words; several of them in a sentence work something out. */
const FIGURE =
  /\b(?:\d[\d.,]*|hundreds?|thousands?|millions?|billions?|per cent|percent|half|twice|dozens?)\b/gi;
const FIGURES_THAT_EXPLAIN = 3;
/** How a sentence goes on with the reason of the one before. */
const GOES_ON =
  /^(?:that(?:'s| is) why|because|otherwise|this (?:means|lets|gives|keeps|avoids)|the (?:cost|price|reason|downside|trade-?off)|so\b|but then)/i;

/**
 * How deep a sentence goes: named; explained where it, or the next one that goes on from it, gives a reason and it says
 * more than a name; weighed where one thing is set against another besides. *Owned* is not read from one sentence.
 */
const depthOf = (sentence: string, next: string, telling: number): Depth => {
  const said = (GOES_ON.test(next) ? `${sentence} ${next}` : sentence).replaceAll('’', "'");
  const figures = said.match(FIGURE)?.length ?? 0;
  const reasoned = telling >= 6 && (BECAUSE.test(said) || figures >= FIGURES_THAT_EXPLAIN);
  if (reasoned && WEIGHS.test(said)) return 'weighed';
  return reasoned ? 'explained' : 'named';
};

const promptedBy = (
  concept: string,
  sheet: Sheet | undefined,
  askedAbout: HearContext['askedAbout'],
): Prompted => {
  const asked = sheet?.items.find(({ id }) => id === askedAbout?.item);
  if (asked?.concept !== concept) return 'unprompted';
  return askedAbout?.rung === undefined ? 'prompted' : 'hinted';
};

const NO_SHEET = {};
type Known = { readonly index: Index; readonly names: Names };
const indexes = new WeakMap<object, WeakMap<readonly HeardConcept[], Known>>();

/** Those of the sheet, with what its items add, and the rest of the vocabulary; read once and forgotten with them. */
const conceptsOf = (sheet: Sheet | undefined, vocabulary: readonly HeardConcept[]): Known => {
  const key = sheet ?? NO_SHEET;
  const bySheet = indexes.get(key) ?? new WeakMap<readonly HeardConcept[], Known>();
  indexes.set(key, bySheet);
  const before = bySheet.get(vocabulary);
  if (before) return before;
  const own = sheet?.concepts ?? [];
  const ids = new Set(own.map(({ id }) => id));
  const all = [...own, ...vocabulary.filter(({ id }) => !ids.has(id))];
  const index = indexOf(all, (concept) =>
    (sheet?.items ?? []).filter((item) => item.concept === concept).flatMap(({ heard }) => heard),
  );
  const known = { index, names: namesOf(all) };
  bySheet.set(vocabulary, known);
  return known;
};
