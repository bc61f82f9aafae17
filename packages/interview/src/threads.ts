/**
 * Threads: what the candidate said or drew that one more question could follow, in their own words.
 *
 *     findings of an answer ─▶ claims, names, experience ─▶ a clause to quote, and what stands behind it
 *     a board that changed  ─▶ boxes that were not there before
 */
import { textOf } from '@dryrun/domain';
import type { Board, Finding, MoveSubject, Prompted, SaidTurn, Sign, Span } from '@dryrun/domain';
import { inPlainMarks } from '@dryrun/text';

export type Thread = {
  readonly turn: number;
  /** The candidate's words, to the letter; empty for what was drawn. */
  readonly quote: string;
  /** The name of a box. */
  readonly component?: string;
  /** The kinds of statement that it is and `claim`, or `named` (like a product), `mentioned`, `drawn`, `tells-experience`, `says-little`, `says-much`. */
  readonly of: readonly string[];
  /** What was said along with it. */
  readonly told?: readonly Sign[];
  /** How it came. */
  readonly prompted: Prompted;
  /** The names that it was said among, as they were said. */
  readonly among?: string;
  /** What it is about, where it is a thing of the trade. */
  readonly concept?: string;
};

/** Who says what he does not know, wants to know, would gladly be told, or leaves to others, has said nothing that could be gone into. */
const OF_THE_TALK =
  /\bi (?:really |honestly )?(?:don't|do not|didn't) (?:know|remember)\b|\b(?:i(?:'ve| have)?|have) never (?:operated|used|built|done|run|measured|worked)\b|\bi (?:haven't|have not) (?:operated|used|built|done|run|measured|worked)\b|\bi (?:need|want|would like|'d like) to know\b|\bif you(?:'ve| have)(?: got)? (?:data|numbers|evidence|a number)\b|\b(?:another|other) team's (?:job|problem|work)\b|\bout of scope\b/i;

const MANNERS: ReadonlySet<string> = new Set(['tells-experience', 'says-little']);

type Said = { readonly turns: readonly SaidTurn[]; readonly askedAbout: MoveSubject | undefined };

/** With what was found in a turn. What is said again, to the letter, is no further evidence: the newer stands for both. */
export const withSaid = (
  before: readonly Thread[],
  said: Said,
  turn: number,
  findings: readonly Finding[],
): readonly Thread[] => {
  const fresh = saidThreads(said, turn, findings);
  const claimed = new Set(fresh.flatMap(({ of, quote }) => (of.includes('claim') ? quote : [])));
  return [...before.filter(({ of, quote }) => !of.includes('claim') || !claimed.has(quote)), ...fresh];
};

export const saidThreads = (
  { turns, askedAbout }: Said,
  turn: number,
  findings: readonly Finding[],
): readonly Thread[] => {
  const text = textOf(turns, turn);
  const prompted: Prompted =
    askedAbout?.rung !== undefined ? 'hinted' : askedAbout?.item !== undefined ? 'prompted' : 'unprompted';
  const much = findings.some((finding) => finding.kind === 'act' && finding.act === 'says-much');
  return findings.flatMap((finding): readonly Thread[] => {
    const { start, end } = finding.span;
    if (finding.kind === 'claim') {
      const { gist } = finding;
      // What is asked is no claim that one could ask about.
      if (!gist || finding.signs.includes('asks') || isAsking(findings, gist.span)) return [];
      const quote = text.slice(gist.span.start, gist.span.end);
      if (OF_THE_TALK.test(inPlainMarks(quote))) return [];
      const told = toldAround(findings, gist.span);
      return [
        {
          turn,
          quote,
          of: [...(gist.stances ?? []), 'claim', ...(much ? ['says-much'] : [])],
          told,
          prompted,
        },
      ];
    }
    if (finding.kind === 'concept' && finding.depth === 'named' && finding.by !== 'likeness') {
      const quote = text.slice(finding.named.start, finding.named.end);
      // What is described has no name that one could ask about.
      if (quote.split(/\s+/).length > MOST_IN_A_NAME) return [];
      // Of whatever has its reason or its figure with it one does not ask what it is for.
      const hasFigure = /\d/.test(text.slice(start, end));
      if (quote === '' || hasFigure || SPEAKS.test(quote) || hasGrounds(findings, finding.span)) return [];
      const how = isProperName(quote, text.slice(0, finding.named.start)) ? 'named' : 'mentioned';
      const among = how === 'named' && listAround(text.slice(start, end), finding.named.start - start);
      return [{ turn, quote, of: [how], prompted, concept: finding.concept, ...(among && { among }) }];
    }
    if (finding.kind === 'act' && MANNERS.has(finding.act)) {
      const quote = briefly(text.slice(start, end));
      // Of two short sentences, or a single word, there is nothing to stay with.
      return quote === '' || (finding.act === 'says-little' && !/^(?:[\w'’,-]+ ){2,}[\w'’,-]+$/.test(quote))
        ? []
        : [{ turn, quote, of: [finding.act], prompted }];
    }
    return [];
  });
};

const LAWS: ReadonlySet<string> = new Set(['GDPR', 'CCPA', 'HIPAA', 'COPPA', 'PII', 'DSA']);

/** Everyday words name nothing that one would ask about: a name is written like one, also in the middle of a sentence. */
const isProperName = (name: string, before: string): boolean =>
  !LAWS.has(name) &&
  /^[A-Z][\w-]{2,}(?: [A-Z]\w+)?$/.test(name) &&
  /\b(?:use|using|with|in|on|by|via|through|into|over|to|from|take|add|run|have|and)\W+$/i.test(before) &&
  !name.endsWith('s');

/** What was found within so many characters of a stretch. */
const foundNear = (
  findings: readonly Finding[],
  { start, end }: Span,
  before: number,
  after: number,
): readonly Finding[] => findings.filter(({ span }) => span.start < end + after && span.end > start - before);

/** So many characters before and after a statement its reason, its price or its figure is looked for. */
const BEFORE = 120;
const AFTER = 260;

const toldAround = (findings: readonly Finding[], span: Span): readonly Sign[] => [
  ...new Set(
    foundNear(findings, span, BEFORE, AFTER).flatMap((one) => (one.kind === 'claim' ? one.signs : [])),
  ),
];

/** Whoever asks supposes things, and holds none of them. */
const isAsking = (findings: readonly Finding[], span: Span): boolean =>
  foundNear(findings, span, ASKING, ASKING).some(({ kind }) => kind === 'question');
const ASKING = 60;

/** Words with a verb are no name. */
const SPEAKS = /\b(?:it's|is|are|was|we|i|you|they)\b/i;

const hasGrounds = (findings: readonly Finding[], span: Span): boolean =>
  foundNear(findings, span, 0, 0).some(
    (one) => one.kind === 'claim' && one.signs.some((sign) => GROUNDS.has(sign)),
  );
const GROUNDS: ReadonlySet<string> = new Set(['reason', 'failure', 'cost', 'figure', 'measured']);

const BETWEEN = /,\s+(?:and\s+|or\s+)?|\s+(?:and|or|plus)\s+/g;
const WORDS_OF_A_NAME = 3;
const NAMES_LEAST = 3;
const NAMES_MOST = 4;
const NAME = /\b[A-Za-z]*[A-Z]\w+/g;

/** The names that a name stands among: short pieces one after the other. */
const listAround = (sentence: string, at: number): string | undefined => {
  const own = sentence.replace(/[.!?]+$/, '');
  const cuts = [...own.matchAll(BETWEEN)];
  const starts = [0, ...cuts.map((cut) => cut.index + cut[0].length)];
  const ends = [...cuts.map((cut) => cut.index), own.length];
  const isShort = (piece: number) =>
    own.slice(starts[piece], ends[piece]).trim().split(/\s+/).length <= WORDS_OF_A_NAME;
  // What stands before may be the end of another thought.
  const isName = (piece: number) => isShort(piece) && /[A-Z]/.test(own.slice(starts[piece], ends[piece]));
  const mine = starts.findLastIndex((start) => start <= at);
  if (!isShort(mine)) return undefined;
  let [first, last] = [mine, mine];
  while (last + 1 < starts.length && last - first + 1 < NAMES_MOST && isShort(last + 1)) last++;
  while (first > 0 && last - first + 1 < NAMES_MOST && isName(first - 1)) first--;
  const among = own.slice(starts[first], ends[last]).trim();
  // How a sentence begins is no name.
  const names = (first === 0 ? among.replace(/^[A-Z][a-z]*\b/, '') : among).match(NAME)?.length ?? 0;
  return last - first + 1 < NAMES_LEAST || names < 2 ? undefined : among;
};

/** Boxes that were not on the board before and have a name. */
export const drawnThreads = (before: Board, after: Board, turn: number): readonly Thread[] => {
  const known = new Set(before.components.map(({ name }) => name.toLowerCase()));
  return after.components
    .filter(({ name, kind }) => name.trim() !== '' && kind !== 'client' && !known.has(name.toLowerCase()))
    .map(({ name }) => ({ turn, quote: '', component: name, of: ['drawn'], prompted: 'unprompted' }));
};

const MOST_IN_A_NAME = 5;
const MOST_QUOTED = 16;
const MOST_LETTERS = 200;
const LEAST_QUOTED = 4;

/** Sounds one thinks with, and words that tie a sentence to the one before: a quote begins after them. */
const LEAD =
  /^(?:(?:\s*(?:\d+[.)]|[-•*–])\s+)|(?:so|and|but|then|well|okay|ok|yeah|yes|no|um+|uh+|er|right|now|also|like|i mean|you know|i think|because|which|that)\b[,\s]*)+/i;
const BREAKS =
  /[,;:](?=\s)|[()–—]|\s(?=(?:and|but|so|because|since|which|while|unless|if|then|otherwise|when|where|rather)\b)/gi;

/** So much of a clause as one would take up: to the letter what was said, and not cut in the middle of a thought where that can be helped. */
export const briefly = (clause: string): string => {
  const own = clause
    .replace(LEAD, '')
    .trim()
    .replace(/[\s.,;:!?…–—-]+$/, '');
  const words = [...own.matchAll(/\S+/g)];
  if (words.length <= MOST_QUOTED && own.length <= MOST_LETTERS) return own;
  const limit = Math.min(MOST_LETTERS, words[MOST_QUOTED]?.index ?? own.length);
  const least = words[LEAST_QUOTED]?.index ?? 0;
  const cut = [...own.slice(0, limit).matchAll(BREAKS)].findLast(({ index }) => index >= least)?.index;
  return own
    .slice(0, cut ?? limit)
    .trim()
    .replace(/[\s.,;:!?…–—-]+$/, '');
};
