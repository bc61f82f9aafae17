/** The part of a statement that one would take up: few words, whole pieces, and as much as possible of what stands behind it. */
import type { Sign, Span, Stance } from '@dryrun/domain';
import type { Stretch } from '@dryrun/text';
import { signsIn } from './signs.ts';
import { stancesIn } from './stances.ts';

const WORDS_LEAST = 5;
const WORDS_MOST = 28;
const PIECE_END =
  /\s+(?=(?:\d+[.)]|[-•*])\s)|(?<!\d ?)[,;:]+(?=\s)\s*|[()–—]+\s*|\s+(?=(?:and(?! a half)|but|so|because|since|which|while|unless|if|then|otherwise|when|where|until|rather)\b)/gi;
/** Words that tie a piece to the one before: it is taken up after them. */
const TIES =
  /^(?:(?:\s*(?:\d+[.)]|\(?[a-z]\)|[-•*–])\s+)|(?:so|and|but|then|well|okay|ok|yeah|(?:yes|no)(?=,)|um+|uh+|er|right|now|also|like|i mean|you know|i think|because|while)\b[,\s]*)+/i;
const GROUNDS = /^\s*(?:because|since|while)\b/i;
const LISTED = /^(?:and|or)\b/i;
const SUBJECT =
  /^(?:i|we|you|they|it|he|she|this|that|there|people|users?|the \w+ (?:is|are|was|were|has|had|does|do|can|will|would))\b/i;
/** Nobody begins to quote here. */
const HANGS =
  /^(?:which|who|that|where|until|not|to|of|in|on|at|for|with|from|by|or|as|than|into|is|are|was|were|it's|instead|rather)\b/i;

/** Longer than so many words can be. */
const CHARACTERS_MOST = 300;
const HANGING = /[\s.,;:!?…–—(-]/;

/** Without the marks and the ties that it ends in. */
const trimmed = (text: string): string => {
  let own = text;
  for (;;) {
    let end = own.length;
    while (end > 0 && HANGING.test(own.charAt(end - 1))) end--;
    const cut = own
      .slice(0, end)
      .replace(
        /\s(?:(?:because|and|but|so|if|or|while|since|when|also|then|um+|uh+|you know)|\(?\d+\))$/i,
        '',
      );
    if (cut.length === own.length) return cut;
    own = cut;
  }
};

/** After the word that joins it. */
const hasSubject = (joined: string): boolean => SUBJECT.test(joined.replace(/^\w+\s+/, ''));

/** What follows is the rest of a list: it has no subject of its own, or no more than a few words. */
const goesOn = (next: string): boolean =>
  (/^(?:and|or|then)\b/i.test(next) && !hasSubject(next)) ||
  (/^\w+(?: \w+)?[\s.]*$/.test(next) && !SUBJECT.test(next));

const CASE = /^\s*(?:(?:and|but|so) )?(?:if|when|unless|once)\b/i;
const CASE_ALONE = /^(?:if|when|whenever|unless|once|as soon as|as long as|after|while)\b[^,]*$/i;

/** Two items of a list, the half of a bracket, and what ends where it would be told, say nothing to anybody. */
const ITEM = /\s(?:\d+[.)]|[-•*])\s|\w \d (?:the|a|an|we|i)\b/i;
const ENDS_OPEN =
  /\b(?:(?:one|two|three|four|five) (?:more )?(?:things?|reasons?|parts?|ways?|questions?|steps?|points?|problems?|options?)|is|are|was|were|that|which|who|the|an?|to|of|in|on|for|with|shows?|says?|can|will|would|we get)$/i;
const isBroken = (own: string): boolean =>
  ITEM.test(own) || own.split('(').length !== own.split(')').length || ENDS_OPEN.test(own);

/** A few words of a list, and no thought of their own. */
const REST_WORDS = 5;
const isRest = (piece: string): boolean =>
  LISTED.test(piece) && piece.trim().split(/\s+/).length <= REST_WORDS && !hasSubject(piece);

type Gist = { readonly span: Span; readonly signs: readonly Sign[]; readonly stances: readonly Stance[] };

/** Whether a stretch begins and ends where its thought does, and was not cut by its length. */
export type Whole = { readonly begins: boolean; readonly ends: boolean };

export const gistOf = (
  { text, start }: Stretch,
  whole: Whole = { begins: true, ends: true },
): Gist | undefined => {
  const cuts = [
    0,
    ...[...text.matchAll(PIECE_END)].map((match) => match.index + match[0].length),
    text.length,
  ];
  const pieces = cuts.slice(0, -1).map((from, at) => text.slice(from, cuts[at + 1]));
  const signsOf = pieces.map(signsIn);
  let best: (Gist & { readonly worth: number }) | undefined;
  const last = whole.ends ? pieces.length : pieces.length - 1;
  for (let from = whole.begins ? 0 : 1; from < last; from++) {
    const signs = new Set<Sign>();
    for (let to = from + 1; to <= last; to++) {
      for (const sign of signsOf[to - 1] ?? []) signs.add(sign);
      const raw = text.slice(cuts[from], cuts[to]);
      const tied = TIES.exec(raw)?.[0].length ?? 0;
      if (raw.length > CHARACTERS_MOST) break;
      const own = trimmed(raw.slice(tied));
      const words = own.split(/\s+/).length;
      if (words > WORDS_MOST) break;
      if (words < WORDS_LEAST || signs.size === 0 || isBroken(own)) continue;
      const stances = stancesIn(own);
      const worth =
        signs.size +
        // A statement of a known kind can be asked about, and best as a whole.
        (stances.length > 0 ? 4 : 0) +
        (from === 0 && to === pieces.length ? 3 : 0) +
        (from === 0 ? 1 : 0) +
        words / WORDS_MOST -
        (HANGS.test(own) ? 2 : 0) -
        // A reason that goes over into the statement that it stands in the middle of.
        (to > from + 1 && GROUNDS.test(raw) ? 4 : 0) -
        // The rest of a list, and a list that goes on, are no thought of their own.
        (from > 0 && LISTED.test(pieces[from] ?? '') && !SUBJECT.test(own) ? 4 : 0) -
        // “And two to three” says nothing without what it goes on with.
        (to > from + 1 && isRest(pieces[to - 1] ?? '') ? 4 : 0) -
        // A case alone, without what holds in it.
        (to < pieces.length && (CASE_ALONE.test(own) || CASE.test(pieces[to - 1] ?? '')) ? 4 : 0) -
        (goesOn(pieces[to] ?? '') ? 1.5 : 0);
      if (best && best.worth >= worth) continue;
      const at = start + (cuts[from] ?? 0) + tied;
      best = { span: { start: at, end: at + own.length }, signs: [...signs], stances, worth };
    }
  }
  return best && { span: best.span, signs: best.signs, stances: best.stances };
};
