/**
 * Mistakes that are known, of the system and of its concepts. Accusing somebody wrongly is worse than missing one: a way of
 * being wrong is heard only where it is said in its own words and order, and where the sentence holds it.
 *
 *     sentence ─▶ a way of being wrong, word for word ─▶ stated or proposed, and nothing in the sentence doubts it
 */
import type { Finding, Sheet } from '@dryrun/domain';
import { inPlainMarks, sentences, stem, tellingWords } from '@dryrun/text';

export const readMistakes = (text: string, sheet: Sheet | undefined): readonly Finding[] => {
  if (!sheet) return [];
  const mistakes = mistakesOf(sheet);
  const all = sentences(inPlainMarks(text));
  return all.flatMap((sentence, at) => {
    const tokens = tokensOf(sentence.text);
    const next = all[at + 1]?.text ?? '';
    const heard = mistakes.find(({ ways }) =>
      ways.some((way) => {
        const place = placeOf(way.tokens, tokens);
        return place !== undefined && isHeld(sentence.text, place, way.words, next);
      }),
    );
    return heard
      ? [{ kind: 'mistake', mistake: heard.id, span: { start: sentence.start, end: sentence.end } }]
      : [];
  });
};

type Token = { readonly said: string; readonly start: number; readonly end: number };
type Place = { readonly start: number; readonly end: number };

/** Small words that say where something goes, and so what is said of it. */
const KEPT: ReadonlySet<string> = new Set(
  'to from over across on above below per by in for of with at as into until after before'.split(' '),
);

/** The telling words and those that relate them, in their order; “US” is a country and “us” is none. */
const tokensOf = (text: string): readonly Token[] => {
  const telling = new Set(tellingWords(text).map(({ start }) => start));
  return [...text.matchAll(/[\p{L}\p{N}]+(?:'[\p{L}]+)?/gu)].flatMap(({ 0: word, index }) => {
    const lower = word.toLowerCase();
    const isCountry = word === 'US';
    if (!isCountry && !telling.has(index) && !KEPT.has(lower)) return [];
    const said = isCountry || KEPT.has(lower) ? word : stem(lower.replace(/'.*$/, ''));
    return [{ said: isCountry ? said : said.toLowerCase(), start: index, end: index + word.length }];
  });
};

/** So many other words may stand between two of a way's own. */
const BETWEEN = 1;

const placeOf = (way: readonly string[], tokens: readonly Token[]): Place | undefined => {
  for (let from = 0; from < tokens.length; from++) {
    if (tokens[from]!.said !== way[0]) continue;
    let at = from;
    const isWhole = way.slice(1).every((word) => {
      const next = tokens.findIndex(({ said }, index) => index > at && said === word);
      if (next < 0 || next - at - 1 > BETWEEN) return false;
      at = next;
      return true;
    });
    if (isWhole) return { start: tokens[from]!.start, end: tokens[at]!.end };
  }
  return undefined;
};

/** What turns something down, sets it against another thing, or asks. */
const SETS_AGAINST =
  /\b(?:not|never|no|none|neither|nor|nobody|without|rather|instead|unless|but|yet|although|though|however|while|whereas|despite|wrong|mistakes?|myth|trap|avoid\w*|away from|forbid\w*|prohibit\w*|refus\w*|ban(?:s|ned)?|keep (?:off|out)|if|else|otherwise|except|versus|against|cannot)\b|n't\b|\?/i;
/** What is put as a thought: by others, in the past, or as what would be. */
const SUPPOSES =
  /(?<!\b(?:i|we|you) )\bwould\b|\b(?:could|might|may|seems?|looks?|hopes?|wants? to|claims?|believes?|thinks?|dream|idea|temptation|tempting|naive\w*|people|somebody|someone|others|some (?:say|teams?|people)|vendors?|data sheets?|headline|marketing|was|were|assum\w*|says?|said|today|currently|measured|observed|for now|v1|first version|baseline|begin\w*|start\w*|used to|normally|usually|traditional\w*|old|suppose)\b/i;
/** What limits it, or tells what is bad about it. */
const QUALIFIES =
  /\b(?:only|alone|at (?:best|least|most)|hardly|barely|little|nothing|less|fewer|far|still|even when|already|too|maybe|partly|depends|limits?|limited|rules? out|ruled|requires?|needs?|must|has to|have to|after|once|misses|hides?|hidden|los(?:es|e|ing)|waits?|slow\w*|worse|bad(?:ly)?|expensive|each|hurts?|costs?|price|pays?|late|uneven|idle|queue|stuck|overload\w*|fails|break\w*|drown\w*|problem|risk\w*|danger\w*|wast\w*|drops?|falls|fell|misleading|apart|differ\w*|depend\w*|obvious|prior|balanced|for one|single|small|always 100|empty|exact|replac\w+|just to|in (?:a|an) (?!minute|second|moment|hour|day)\w+)\b/i;
/** Begins with what is done or would be done, and goes on to say what comes of it: “Averaging the p99s hides …”, “To cache …”. */
const AS_SUBJECT = /^(?:\W*)(?:(?:and|so|well|then|now)\s+)?(?:\w+ing|to)\b/i;
/** What was said is the ground for something else, or the other half of it follows: “…, so I merge them”, “… and at the peak …”. */
const GOES_ON =
  /[\s,]+(?:so|therefore|hence)\s+(?!(?:in the end |then |now )?(?:there(?:'s| is)|(?:it|that)(?:'s| is)|we(?:'re| are)|everybody|with|half|a (?:pair|single|quarter)|\d|one|two)\b)|[\s,]and (?:the|an?|each|every|at|in|for|of|on|by|still|whether|words?|users?|you|people|our|their)\b|\buntil\b|^\s*(?:is|are|means|makes?|gives?|has|have|will|can)\b/i;
/** A word that stands directly behind makes it another thing: “a token is a word piece”. */
const SAYS_MORE =
  /^\s(?!(?:next|anyway|anyhow|away|instantly|takes?|saves?|together|anywhere|everywhere|and|or|in|on|at|to|of|for|per|over|across|from|with|by|as|so|the|an?|we|you|i|it|they|that|because|since|then|when|all|any|just|here|there|is|are|more|less)\b)[a-z]/;
const TAKES_BACK =
  /^\W*(?:but|however|yet|no\b|well,? no|actually|that(?:'s| is| was) (?:wrong|not|a|the|where|what)|which|although|the (?:catch|trouble|problem)|except|in (?:truth|reality|practice)|still)\b/i;

/** Stated as so, or proposed as what to do; in doubt it is not. */
const isHeld = (sentence: string, { start, end }: Place, own: ReadonlySet<string>, next: string): boolean => {
  const [before, after] = [sentence.slice(0, start), sentence.slice(end)];
  const between = sentence
    .slice(start, end)
    .split(/\s+/)
    .filter((word) => !own.has(word.toLowerCase()));
  const around = `${before} … ${between.join(' ')} … ${after}`;
  if ([SETS_AGAINST, SUPPOSES, QUALIFIES].some((cue) => cue.test(around))) return false;
  if (GOES_ON.test(after) || TAKES_BACK.test(next)) return false;
  if (/^\W*(?:with|by)\b/i.test(before) || SAYS_MORE.test(after)) return false;
  if (AS_SUBJECT.test(sentence) && PREDICATE.test(after)) return false;
  return tellingWords(clauseAround(before, after)).length <= OTHERS_MOST;
};
const PREDICATE =
  /^[^,;:]*\b(?:is|are|was|means|makes?|gives?|takes|finds|has|sends?|changes|adds|interrupts?|helps?|\w+(?:ss|x|ch|[^s])es|[a-z]+[^su\W]s)\b/i;

/** What stands with it in its clause: with much more, something else is said. */
const OTHERS_MOST = 5;
const clauseAround = (before: string, after: string): string =>
  `${/[^,;:—–]*$/.exec(before)?.[0] ?? ''} ${/^[^,;:—–]*/.exec(after)?.[0] ?? ''}`;

type Way = { readonly tokens: readonly string[]; readonly words: ReadonlySet<string> };
type KnownMistake = { readonly id: string; readonly ways: readonly Way[] };
const mistakesBySheet = new WeakMap<Sheet, readonly KnownMistake[]>();

const mistakesOf = (sheet: Sheet): readonly KnownMistake[] => {
  const before = mistakesBySheet.get(sheet);
  if (before) return before;
  const known = [...sheet.mistakes, ...sheet.concepts.flatMap((concept) => concept.mistakes)].map(
    ({ id, heard }) => ({
      id,
      // A single word is no statement.
      ways: heard
        .map((way) => ({
          tokens: tokensOf(way).map(({ said }) => said),
          words: new Set(way.toLowerCase().split(/\s+/)),
        }))
        .filter(({ tokens }) => tokens.filter((word) => !KEPT.has(word)).length > 1),
    }),
  );
  mistakesBySheet.set(sheet, known);
  return known;
};
