/**
 * What kind of statement a quote is: a plan, a rule, a figure that was worked out, something that happened. What one asks next depends
 * on that before it depends on the subject: nobody asks a plan how it came out, or an incident what it would cost.
 */
import {
  ASSUMES,
  CALCULATES,
  GIVES_WAY,
  inPlainMarks,
  LEAVES_OUT,
  LOAD,
  MONEY,
  PEOPLE,
  PRICE,
  RELEASE,
  RIVAL,
  SIZE,
  UNSURE,
  WATCHES,
  WENT_WRONG,
  WHY,
} from '@dryrun/text';
import type { Stance } from '@dryrun/domain';

/** What is asked, and what hangs on something else. */
const HANGS =
  /\?|^(?:who|what(?:'s)?|which|that (?!is|was)|that(?:'s| is) (?:the (?:one|part|thing)|what|when|why|how|where)\b|as|like|otherwise|else)\b|\b(?:(?:or|so) is it|are there|do you|did you|what i|which i)\b|, (?:no|yes|well|right)$/i;
/** Talk about the talk, and to the interviewer. */
const OF_THE_TALK =
  /\b(?:let me|to be honest|(?:good|fair) (?:question|point)|i(?:'ll| will) (?:just )?(?:start|begin|explain|walk|draw|come back)|as i said|you(?:'re| are) right|thanks?|thank you|does that|tell me|correct me|i mentioned|i forgot|you asked|hang on|okay so|my answer|step (?:one|two|three|four)|in (?:three|four|five|six) (?:layers|steps|parts))\b/i;
/** What the speaker does not hold, or holds with so much care that a doubt adds nothing. */
const NOT_HELD =
  /\b(?:i guess|i(?:'d| would) guess|i(?:'m| am) not sure|don't know|i won't (?:claim|say|pretend)|not perfect|weak point|could be (?:simply )?wrong|should work|i(?:'ve| have) (?:not|never)|i haven't|i(?:'d| would) be surprised|i(?:'d| would) (?:ask|like to (?:compare|know|see|hear)|want to (?:compare|know|see|hear))|(?:want|have|need) to think about|if you(?:'d| had))\b/i;

/** The first word of a statement that stands by itself. */
const STANDS_ALONE =
  /^(?:\W*)(?:i|we|you|they|it|this|that|there|last|the|a|an|each|every|all|most|some|one|two|three|our|my|their|its|if|when|once|until|unless|for|in|on|at|with|from|over|under|after|before|no|only|at|users?|people|[A-Z0-9][\w-]*|\d[\w.,]*|[a-z]+s?(?: [a-z-]+){0,3} (?:is|are|was|were|has|have|had|gets?|goes|go|does|do|can|will|would|must|needs?|stays?|takes?|comes?|runs?|keeps?|holds?|costs?|falls?|rolls?|moves?|means?|gives?|sees?|sits?))\b/;
const VERB =
  /\b(?:is|are|was|were|be|been|has|have|had|do|does|did|can|could|will|would|should|must|may|might|gets?|got|goes?|went|takes?|took|makes?|made|uses?|used|keeps?|kept|costs?|gives?|gave|needs?|needed|runs?|ran|puts?|sends?|sent|reads?|writes?|stays?|moves?|moved|holds?|held|falls?|fell|rolls?|comes?|came|means?|sees?|saw|serves?|trains?|stops?|starts?|train(?:ed|s)?|build|built|buys?|splits?|compute[sd]?|cache[sd]?|scale[sd]?|rank(?:ed|s)?|filter(?:ed|s)?|retrain|deploy(?:ed|s)?|measure[sd]?|cut|drop(?:s|ped)?|add(?:s|ed)?|loads?|fits?|pays?|lose[s]?|lost|wins?|won|works?|owns?|signs?|decides?|agrees?|wakes?|asks?|tells?|shows?|checks?|compares?|counts?|waits?|picks?|blocks?|limits?|carries|carry|corrects?|rebuilds?|hides?|grows?|breaks?|fails?|crashes|i'd|we'd|you'd|i'll|we'll|it's|that's|there's|they're|we're|don't|doesn't|wouldn't|can't|isn't|won't)\b/i;
const HANGS_AT_END =
  /\b(?:the|a|an|of|to|for|with|in|on|at|by|from|and|or|but|so|that|which|it's|its|is|are|was|since|because|if|when|than|as|into|over|about|like|we|i|you|they|(?:which|that) \w+ (?:us|me|you))$/i;

const PAST =
  /(?<!\b(?:if|whether|what|as|that|than) )\b(?:we|i|nobody) (?:had(?! to)|did|built|ran|saw|used|shipped|found|learned|measured|moved|tried|got|kept|made|put|took|switched|dropped|wrote|paid|lost|went|was|were|gave|bought|turned|noticed|changed|cut|held|came|(?!rejected|decided|wanted|needed|assumed|mentioned|asked|planned|proposed|considered|skipped)\w{3,}ed)\b|\b(?:it|that|which|this) (?:took|went|broke|fell|dropped|rose|got|came|lost|moved|was|cost us|turned out)\b|\b(?:at|in) (?:my|our|a) (?:last|previous|former|old)\b|^last (?:year|spring|summer|autumn|winter|month|week|quarter)|\bonce we had\b|\b(?:wrote|went|broke|fell|rose|woke|crashed|saw)\b|\b(?:was|were) (?:\w{3,}ed|built|made|lost|gone) (?:by|in|at|because|for|from|when)\b/i;
const WOULD =
  /\b(?:(?:i|we)(?:'d| would|'ll| will)(?! (?:not|guess|say|think|assume|love|like (?!to)|need|sooner|ask|suggest|start|tell|hope|expect|aim|target|promise|be (?:happy|looking|glad)))|i(?:'m| am) going to|(?:i|we) (?:use|take|keep|put|split|train|cache|store|send|run|serve|rank|filter|build|scale|retrain|deploy|log|add|compute|precompute|shard|batch|stream|sample|route|pin))\b/i;
const RULE =
  /^(?:\W*)(?:if|when|once|whenever|as soon as|until|unless|above|below|over that|past that)\b.{8,}[, ](?:then )?(?:i|we|it|they|he|the \w+(?: \w+)?|traffic|requests?)(?:'d|'ll| would| will)? (?:\w+ )?(?:roll|switch|fall|retr|drop|keep|send|use|stop|skip|serv|rout|kill|shed|scal|refus|freez|retrain|flip|turn|move|go|add|remov|paus|buy|call|take|return|cut|limit|wait|block|say)\w*\b|\b(?:i|we|it|they)(?:'d|'ll)? (?:roll|switch|fall|retry|drop|stop|skip|kill|shed|scale|refuse|freeze|retrain|flip|turn|move|pause)s?\b.{0,40}\b(?:if|when|once|unless|until)\b .{6,}/i;
const ABSOLUTE =
  /\b(?:the best (?:model|way|choice|option|one)|obviously|no brainer|(?:is|it's|that's|pretty|quite) easy|easily|simply|trivial|can't (?:fail|go wrong)|scales? (?:horizontally|easily|automatically|infinitely)|no problem|just (?:add|use|scale|works?)|solves? (?:it|this|that|the)|guarantees?|industry standard|state of the art|future-?proof|it's enough|works? for everything)\b/i;
const TESTS =
  /\b(?:measur\w+|compar\w+|evaluat\w+|test(?:s|ed)?|check(?:s|ed)?|run|runs|use|look at)\b.{0,60}\b(?:a\/b(?: tests?)?|offline|online|holdout|held[ -]out|golden set|test set|recall|precision|auc|ndcg|win rate|interleav\w*|backtest\w*|judges?|raters?|human (?:labels?|review)|by eye)\b|\b(?:a\/b tests?|interleaving|holdout|backtest)\b.{0,60}\b(?:by|for|with|on|before|weeks?|days?|percent)\b/i;
const LIMITS =
  /(?:(?:<|(?<!-)>|≤|≥|\b(?:at most|no more than|not more than|at least|capped at|cap of|budget of|threshold of|limit of|up to)) ?(?:about |around )?(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|\w+ty|\w+teen|a (?:hundred|thousand|second|minute)|half))/i;

const LOOKS = /\b(?:alert|alarm|monitor|dashboard|paged?\b|watch)/i;
const SUPPOSES = /^\W*if\b/i;
const OF_ONESELF = /\b(?:i|i'd|i'm|um|yeah)\b/i;
const DECIDES =
  /\b(?:i|we)(?:'d| would|'ll| will)?\b|\b(?:must|gate|limit|threshold|target|cap(?:ped)?|budget|allow(?:ed)?)\b/i;
/** A plan to find something out is no plan that one would have to find out about. */
const MEASURES = /\b(?:measur|check|test|compar|evaluat|monitor|watch|look at|sweep|a\/b|holdout)\w*/i;
const HYPOTHETICAL =
  /\b(?:as if|happy to|if (?:this|it|that|there|\w+ \w+|\w+) (?:were|was|had)|different story|if you want|i believe|i'd expect|if you've|already had)\b/i;
const GOES_BADLY =
  /\b(?:breaks?|crash(?:es)?|wrong|worse|twice|hangs?|leaks?|lost|loses?|stale|bad(?:ly)?|hurts?|fails?|dies|blows?|kills?)\b/i;
const FAILS =
  /\b(?:breaks? (?:first|down|when|at)|(?<!(?:at|of|the|for|on|count|see) )crashes|hangs|leaks (?:into|out|the|a)|is lost|are lost|dies|(?<!(?:to|not|never|can't|won't|cannot) )fails?|goes stale|gets? stuck|blows up|stalls?|starves?|runs? out)\b/i;
const IS_MET = /\b(?:then|instead|falls? back|takes over)\b/i;
/** A ruling comes once, and no part of a system gives way to it. */
const OF_THE_LAW = /\b(?:legal|lawyers?|court|regulators?|contracts?)\b/i;
const IN_TROUBLE =
  /\b(?:if|when|once|fails?|down|dead|dies|slow|late|overload\w*|errors?|unavailable|exceed\w*|over that|past that)\b/i;
const DECIDES_NOT =
  /\b(?:i|we)(?: wouldn't| won't| would not|'d skip|'d leave| would skip| would leave| do not| don't|'d not|'d rather not|'d hold off)(?! (?:claim|say|know|think|promise|believe|tell|pretend|lie))|\b(?:not yet|overkill|no need|not worth)\b/i;
const CHOOSES =
  /\b(?:i|we)(?:'d| would|'ll| will)? (?:\w+ )?(?:take|use|choose|chose|pick|prefer|go|keep|put|train|build|buy|do|start|run|want|rank|serve|cache|split|move|store|score|rather)\b|\b(?:i|we)(?:'d| would) rather\b/i;

const NOW =
  /\b(?:is|are|has|have|gets?|goes|takes?|makes?|costs?|gives?|needs?|runs?|keeps?|holds?|stays?|comes?|means?|reads?|writes?|sends?|moves?|falls?|serves?|fits?|works?|grows?|changes?|depends?|dominates?|can't|can|doesn't|don't|isn't|aren't|lose[s]?|breaks?|crash(?:es)?|dies|fails?|leaks?|hurts?|kills?|hangs?|stalls?)\b/i;
type Kind = readonly [Stance, (text: string) => boolean];

/** What may be said of before and of now. */
const OF_ANY_TIME: readonly Kind[] = [
  ['assumption', (text) => ASSUMES.test(text)],
  ['omission', (text) => LEAVES_OUT.test(text) && DECIDES_NOT.test(text)],
];
const OF_THE_PAST: readonly Kind[] = [
  ['incident', (text) => WENT_WRONG.test(text)],
  ['experience', (text) => !WENT_WRONG.test(text)],
  ...OF_ANY_TIME,
];
/** What happened is no plan, whatever else it speaks of. */
const OF_NOW: readonly Kind[] = [
  ...OF_ANY_TIME,
  ['preference', (text) => RIVAL.test(text) && CHOOSES.test(text)],
  ['price', (text) => PRICE.test(text) && SIZE.test(text)],
  ['release', (text) => RELEASE.test(text)],
  ['fallback', (text) => GIVES_WAY.test(text) && IN_TROUBLE.test(text) && !OF_THE_LAW.test(text)],
  ['watch', (text) => WATCHES.test(text) && LOOKS.test(text) && !GOES_BADLY.test(text)],
  ['test', (text) => TESTS.test(text)],
  ['rule', (text) => RULE.test(text) && !HYPOTHETICAL.test(text)],
  ['threshold', (text) => LIMITS.test(text) && DECIDES.test(text)],
  ['estimate', (text) => CALCULATES.test(text) && LOAD.test(text) && !MONEY.test(text)],
  ['money', (text) => MONEY.test(text) && CALCULATES.test(text)],
  ['ownership', (text) => PEOPLE.test(text)],
  [
    'reason',
    (text) =>
      WHY.test(text) && VERB.test(text.slice(0, WHY.exec(text)?.index)) && !/the reason is not/i.test(text),
  ],
  ['absolute', (text) => ABSOLUTE.test(text)],
  [
    'plan',
    (text) =>
      WOULD.test(text) && [GOES_BADLY, HYPOTHETICAL, MEASURES, SUPPOSES].every((words) => !words.test(text)),
  ],
  [
    'trouble',
    (text) =>
      FAILS.test(text) &&
      NOW.test(text) &&
      !IS_MET.test(text) &&
      !HYPOTHETICAL.test(text) &&
      !OF_ONESELF.test(text),
  ],
];

/** Names one after the other: of a list one would have to say which. */
const isList = (text: string): boolean => {
  const pieces = text.split(/,\s+|\s+and\s+/);
  return (
    pieces.length >= LISTED && pieces.filter((piece) => piece.split(/\s+/).length <= 3).length >= LISTED - 1
  );
};
const LISTED = 4;

/** In the order of the lists: what says most of what to ask comes first. */
export const stancesIn = (quote: string): readonly Stance[] => {
  const plain = inPlainMarks(quote).trim();
  if ([HANGS, OF_THE_TALK, NOT_HELD, UNSURE, HANGS_AT_END].some((words) => words.test(plain))) return [];
  if (plain.split('(').length !== plain.split(')').length) return [];
  if (!VERB.test(plain) || !STANDS_ALONE.test(plain)) return [];
  if (isList(plain)) return [];
  return (PAST.test(plain) ? OF_THE_PAST : OF_NOW).flatMap(([stance, holds]) =>
    holds(plain) ? [stance] : [],
  );
};
