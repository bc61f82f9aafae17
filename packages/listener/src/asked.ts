/**
 * What kind of thing is asked, by the form of the asking and before any fact is looked for. A question about the system has no
 * form of its own: it is what none of these is.
 *
 *     sentence ─▶ clauses ─▶ a hint, what the question means, why it is put, a verdict, to go back, the way
 */
import type { Act, Finding } from '@dryrun/domain';
import { inPlainMarks, sentences } from '@dryrun/text';
import type { Stretch } from '@dryrun/text';

type Kind = {
  readonly act: Act;
  /** Read where something is asked, */
  readonly asked: RegExp;
  /** and wherever it is said. */
  readonly said?: RegExp;
};

const MINE = "(?:that|this|it|these|those|(?:my|the|our) (?:[\\w'-]+ ){1,5}?)";
const SOUND =
  '(?:right|correct|wrong|good|bad|fine|okay|ok|reasonable|sensible|sound|acceptable|plausible|convincing|enough)';

/** In the order in which they are tried: “am I missing something” is help before it is a verdict. */
const KINDS: readonly Kind[] = [
  {
    act: 'asks-hint',
    asked:
      /\b(?:(?:can|could|may|might|would|will) (?:i|you|we)\b.{0,30}\b(?:hints?|pointers?|nudge|clues?|tips?)\b|(?:any|some|a|another|one more|more) (?:hints?|pointers?|nudge|clues?|tips?)(?= (?:on|about|for|as|where|how|here|please)|[.?!,]|$)|point me (?:in|to|at|towards?)|(?:can|could|would|will) you (?:please )?help me\b|(?:a )?(?:little|bit of|some) help\b(?: here)?(?=[.?!,]|$)|(?:give me|have) something to go on|what (?:should|could|might|would) (?:i|one) (?:be )?(?:think|look|consider|pay attention|watch out)|what (?:am i|have i been) (?:missing|overlooking)|am i (?:missing|overlooking) (?:something|anything)|is there (?:something|anything)(?: else)? (?:that )?i (?:should|could|might|ought to)(?: be)? (?:consider|look|think|add|keep))/i,
    said: /\b(?:give me (?:just )?(?:a |an? little |some |any )?(?:hint|clue|nudge|pointer|tip)s?|i (?:could|would|'d) (?:really )?(?:use|like|need|love|appreciate) (?:a |some |any )?(?:hint|clue|nudge|pointer|tip|help)s?|i need (?:some |a bit of |a little )?(?:help|a hint)(?= (?:with|here|on|getting)|[.?!,]|$)|help me (?:out|get (?:started|going|unstuck))|i(?:'m| am) (?:completely |totally |a bit |really |kind of )?(?:stuck|drawing a blank|blocked)\b(?! (?:in|behind|on (?:the|a) (?:queue|lock))))/i,
  },
  {
    act: 'asks-meaning',
    asked:
      /\b(?:what (?:exactly )?(?:do|did|does|would) (?:you|that|this|it)(?: \w+)? mean\b|what(?:'s| is| was) meant|(?:do|did) you mean\b|when you (?:say|said|ask|asked)\b|what does\b.{1,40}\b(?:refer to|mean)\b|(?:can|could|would|will) you (?:please |maybe )?(?:clarify|rephrase|elaborate|explain (?:the|your|that) question|explain what you|(?:be|ask) (?:a (?:bit|little) )?more (?:specific|precise|concrete|clear)|(?:put|say|phrase|ask) (?:that|it|this|the question) (?:differently|another way|in other words|more simply))|(?<!why )are you (?:asking|talking|referring|thinking) (?:about|of|to|for|whether|if|how|me)\b|(?:what|which)(?: \w+){0,3} are you (?:asking|talking|referring|after|looking)\b|what(?:'s| is) (?:the|your) question\b|in what sense\b|how (?:do|would|did) you (?:define|understand)\b)/i,
    said: /\bi(?:'m| am)? (?:don't|do not|didn't|did not|not sure (?:that )?i|can't say i) (?:quite |really |fully )?(?:understand|get|follow)(?: (?:the|your|that|this|what) (?:question|point|you\b[^.!?]*)| you)?(?=[.?!,]|$)/i,
  },
  {
    act: 'questions-the-question',
    asked:
      /\b(?:why (?:are|do|did|would|should) you (?:ask|think|say|want|need|care|believe|insist|assum|expect|bring|pick|choos|push|worr|keep)\w*|why (?:does|is|would|should|do|did|isn't|doesn't) (?:that|this|it|these|those|the question)\b(?! (?:fail|break|slow|happen|take|work))|why (?:would|should|do|does|must) (?:i|anyone|anybody|somebody|one) (?:even )?(?:need|care|worry|want|bother|know|explain|have to)\w*|why (?:should|must|would) we (?:even )?(?:care|worry|bother)\w*|how come (?:that|this|it|you)\b|what makes you (?:say|think|so sure|believe|assume|ask|expect)|what(?:'s| is) the point (?:of|in) (?:that|this|it|your|the|asking)|where (?:do|did|does) (?:you|that|this) (?:get|take|have|come|find)\b.{0,24}(?:from|number|figure|idea)|do you (?:really|seriously|honestly) (?:think|believe|expect|need|want)|what difference (?:does|would|will) (?:it|that|this) make|(?:isn't|is not|aren't) (?:that|this|it|we) (?:a bit |rather |kind of |somewhat |getting )?(?:beside the point|irrelevant|off topic|out of scope|a (?:strange|detail|side)|an odd)|who says (?:that|so|it|we|i|a|an|the)\b|what (?:does|has|do|is) (?:that|this|it) (?:got |have )?(?:to do )with|are you sure (?:about|of|that|this|it)?|is (?:that|this|it) (?:question )?(?:even |really |actually |at all )?(?:relevant|realistic|necessary|needed|important)\b|how is (?:that|this|it) (?:question )?(?:even )?relevant|what kind of (?:a )?question)/i,
    said: /\b(?:why (?:are you|do you|would you) ask\w*|why ask (?:me )?(?:that |this |it )?(?:again|twice)|you(?:'ve| have)? (?:just |already )?asked (?:me )?(?:that|this|it|the same)\b(?: thing| question)?(?: already| before| twice| again)|(?:you(?:'ve| have)?|didn't you|haven't you|did you not) (?:just |already )ask(?:ed)? (?:me )?(?:that|this|it|the same)\b|what(?:'s| is) the reason (?:for|you're|you are) ask\w*|(?:that(?:'s| is)|what) (?:such )?an? (?:silly|stupid|irrelevant|bad|unfair|weird|odd|trick|pointless) question|i (?:don't|do not) (?:see|understand|get) (?:why|how) (?:that|this|it|you)\b(?: question)?(?: (?:matters|is relevant|ask|is important|would matter|want))?|(?:that|this|your) question (?:makes no sense|is (?:too )?(?:vague|wrong|unclear|pointless|irrelevant)))\b/i,
  },
  {
    act: 'asks-to-return',
    asked:
      /\b(?:(?:can|could|may|might|shall|should) (?:we|i) (?:please |maybe |just )?(?:go|come|jump|get|circle|turn|switch) back\b|(?:can|could|may|might|shall|should) (?:we|i) (?:please |maybe |just )?(?:return to|revisit)\b|do we have time (?:for me |for us )?to (?:go back|come back|return|revisit)\b|(?:would|is) it (?:be )?(?:ok|okay|fine|possible|alright) (?:if (?:we|i) (?:went|go|come|came) back|to (?:go back|come back|return|revisit)))/i,
    said: /(?:^|[.!?,]\s|\b(?:so|and|then|ok|okay|well),? )let(?:'s| us) (?:(?:go|jump|circle|turn|get|come) back to|revisit|return to)\b|\b(?:i(?:'d| would) (?:like|want|love) to|i (?:want|need) to) (?:(?:just |briefly )?(?:go|come|get|jump|circle) back to|revisit|return to)\b(?! you)(?=[^.!?,:]{0,40}(?:[.!?,:]|$))/i,
  },
  {
    act: 'asks-verdict',
    asked: new RegExp(
      [
        `\\b(?:was|were|is|are|isn't|wasn't) ${MINE} ?(?:answer |design |approach |really |actually |a |an |the |all ){0,3}${SOUND}\\b(?! (?:to|if|with|that)\\b)(?! for (?!you|a senior|a staff|this level|the level|l\\d)| (?:now|today)\\b)`,
        `\\bdid i (?:get|do|answer|pass|miss|forget|cover|make)\\b|\\bhave i (?:missed|forgotten|covered|answered|left)\\b`,
        `\\bhow (?:did|was|am|have|were) (?:i|my)\\b`,
        `\\bam i (?:on the right track|doing|close|way off|off|wrong|right)(?! (?:that|in|to)\\b)`,
        `\\bis (?:that|this|it) (?:the (?:answer|kind|sort|thing|direction)\\b.{0,30}\\byou|what you)\\b`,
        `\\b(?:any|some|have|got|give me|hear|share|get) (?:any |some |your )?feedback\\b(?! (?:from|loops?|data|signals?)\\b)(?= (?:for me|on (?:my|that|this|it|the|what|how)|so far|here)|[.?!,]|$)`,
        `\\b(?:does|did|is there|do) (?:anything|something|any (?:part|of)\\b[^.?!]{0,20}|my \\w+)\\b[^.?!]{0,40}\\b(?:worr(?:y|ies|ied)|bothers?|concerns?|strikes?|surprises?|troubles?) you`,
        `\\bare you (?:worried|happy|satisfied|convinced|comfortable|content|okay|ok|fine|impressed|concerned)\\b`,
        `\\banything(?: here| there| in (?:it|that|this|my \\w+))?(?: that)? you(?:'d| would| don't)? (?:disagree|change|object|push back|do differently|criticise|criticize|question|like|dislike)`,
        `\\bdo you (?:agree|disagree|like|buy)\\b|\\bdo you (?:think|feel|believe|find) (?:that(?:'s|'ll| is| was| would| will)|this|it(?:'s| is| was| would| will)|i\\b|my)|\\bdo you (?:see|have|find|spot) (?:any|some) (?:holes?|gaps?|problems?|issues?|flaws?|weak\\w*|concerns?|objections?|mistakes?|thoughts?|comments?|remarks?)`,
        `\\bwhat do you (?:think|make)\\b|\\bwhat(?:'s| is| are) your (?:opinion|view|take|impression|verdict|thoughts?)\\b`,
        `\\b(?:does|do|did|would) (?:that|this|it|my [\\w' -]{1,30}?) (?:sound|seem|look|feel) ?(?:about )?${SOUND}\\b|\\b(?:does|do|did|would) (?:that|this|it|my \\w+) (?:work|hold up) for you\\b`,
        `\\bhow would you (?:rate|grade|score|judge|assess|rank) (?:me|my|this|that|it)\\b`,
        `\\bwould (?:that|this|it|my|i)(?: \\w+)? (?:pass|fly|get (?:me|a)|be (?:good )?enough|be accepted|be hired)\\b`,
        `\\bwhat would you (?:have )?(?:do|done|change|changed)(?: \\w+)? differently\\b`,
      ].join('|'),
      'i',
    ),
  },
  {
    act: 'asks-solution',
    asked:
      /\b(?:(?:can|could|will|would) you (?:please |just )*(?:tell|give|show) me (?:the |your )?(?:the )?(?:right |correct |ideal |best )?(?:answer|solution|design|architecture)|what(?:'s| is| would be) (?:the|your) (?:right|correct|ideal|expected) (?:answer|solution|design|architecture)|what would you (?:do|use|choose|pick|build)(?: here| instead)?\s*(?:\?|$)|how would you (?:do|solve|design|build) (?:it|this|that)\s*(?:\?|$))/i,
    said: /\b(?:please |just )+(?:tell|give|show) me (?:the )?(?:right |correct )?(?:answer|solution|what (?:you want|to do|the answer is))/i,
  },
  {
    act: 'asks-the-way',
    asked:
      /\b(?:(?:(?:should|shall|can|may|could) (?:i|we)|do (?:i|we) (?:need to|have to|have time to)) (?:just |maybe |now |also |first |please )*(?:go|start|begin|move|talk|dive|continue|focus|draw|sketch|skip|spend|cover|expand|show|share|touch on|get into|do (?:the|some|a) |walk|zoom|come to|leave out|stop here)\b|do we have time (?:for|to)\b|(?:do|would|did) you (?:want|like|prefer|rather|need|mind)(?: \w+)? (?:me|us|to|that|if|hear|see|focus|talk|discuss)\b|(?:do|would) you (?:prefer|rather|mind)\b|want me to\b|(?:which|what|where)\b.{0,40}\b(?:would|do|should|did) you (?:like|want|prefer|rather)(?: me| us)?(?: to| more| next| first|[.?!,]|$)|(?:which|what|where)\b.{0,30}\b(?:should|shall|do) (?:i|we) (?:start|begin|focus|go|cover|spend|continue|do (?:first|next))|how (?:deep|detailed|far|much (?:detail|depth))\b.{0,30}\b(?:you|should i|do i|go)\b|(?:anything|something|any (?:part|area|topic|step)|is there an? (?:part|area|topic|piece|step)|what else|which (?:part|area|step))\b.{0,30}\b(?:you(?:'d| would)?|do you) (?:like|want|prefer|wish)\b|(?:is|would) it (?:be )?(?:ok|okay|fine|alright|all right) (?:if|to|with)\b)/i,
  },
];

/** What may stand before a question when it is spoken. */
const LEAD =
  '^(?:(?:so|and|or|but|ok|okay|also|well|first|then|right|yeah|yes|um|uh|uhm|er|hm+|like|sorry|maybe|just|actually|alright|please|oh|now|hey|wait|before (?:i|we) \\w+(?: (?:on|in|further|into it))?|(?:one|another|a) (?:quick |more |last |other )?(?:question|thing)|quick question|(?:can|could|may) i ask)[,:;]?\\s+)*';
/** How a question begins; without its mark it is told by that, and is not long. */
const BEGINS = new RegExp(
  `${LEAD}(?:${[
    'how (?:many|much|long|often|fast|big|large|quick|fresh|old|far|deep|high|low|soon|good|do|does|did|would|should|can|could|is|are|was|am|come|about|\\w+y (?:is|are))',
    "what(?:'s| (?:is|are|was|about|if|kinds?|sorts?|type|else|exactly|do|does|did|would|should|am|have|difference)| \\w+(?: \\w+)? (?:is|are|do|does|did|would|should|have|has) (?:we|you|i|they|it|that|the|there|this))",
    'which(?: \\w+)?(?: \\w+)? (?:is|are|do|does|did|would|should|have|has|can)|which of',
    'who(?:se)? (?:uses?|are|is|owns?|says|decides|builds|labels|pays|\\w+ is)',
    'where|when you|why|in what|by \\w+,? do',
    "(?:is|are|was|were|isn't|aren't|does|did|has)\\b(?! to\\b)",
    'do (?:we|you|i|they|people|users|the|any)',
    '(?:can|could|would|will|shall|should|may|am) (?:i|we|you|it|they|that|this|there|anybody|somebody|one)',
    'have (?:we|i|you)',
    'any(?:thing)? (?:\\w+ )?(?:you|hints?|tips?|pointers?|clues?|feedback|ideas?|constraints?|limits?|numbers?|other|else)',
    '(?:a little|some) help|want me to',
  ].join('|')})(?!\\w)`,
  'i',
);
const UNMARKED_WORDS = 22;
/** Without its mark, words that begin so state something: “what I would do is”, “which means”. */
const STATES =
  /^(?:\W|so|and|but|um|uh|well|then)*(?:(?:what|how|where|why|which|when|who) (?:i|we|they|you|it|he|she|this|that|matters|counts|happens|means|gives|makes|keeps|lets|is why)\b(?! (?:mean|use))|what(?:'s| is| are| was| were)\b.{3,60}?\b(?:is|are|was|were) (?:that|the|a|an|not|how|because)\b|what's (?:worse|better|more|nice|left|after)\b|can be|will be|is (?:then|not|a|the)\b|are (?:then|not)\b|would be|any \w+ (?:that|which|is|gets|goes|has)\b)/i;

/** It has a question's beginning, whatever stands behind it. */
export const beginsAsking = (clause: string): boolean => BEGINS.test(inPlainMarks(clause));

const OPENS_HEADING = /\b(?:what|why|how|where|which|who|when)\b/i;
/** “What is wrong with the labels: three things”: a heading, and what stands under it. */
const isHeading = (plain: string): boolean => {
  const [, title, under] = /^([^:–—]+)(?::|\s[–—])(?:\s+(.*))?$/s.exec(plain) ?? [];
  if (title === undefined || !beginsAsking(title) || !OPENS_HEADING.test(title)) return false;
  return under === undefined || !(beginsAsking(under) || /\bor\b/i.test(under));
};

export const isAsking = (sentence: string): boolean => {
  const plain = inPlainMarks(sentence);
  if (/\?["”')]*$/.test(plain)) return true;
  if (isHeading(plain)) return false;
  return beginsAsking(plain) && !STATES.test(plain) && plain.split(/\s+/).length <= UNMARKED_WORDS;
};

/** Where another question begins inside a sentence. */
const NEXT_CLAUSE =
  /[,;]\s{1,9}(?:(?:and|or|also|but)\s{1,9})?(?=(?:how|what|which|who|where|when|why|is|are|do|does|can|could|should)\b)|\s{1,9}and\s{1,9}(?=(?:how|what|which|who|where|when|why|is there|are there|do|does|should)\b)/gi;

/** A sentence's clauses, each with its place in the whole text. */
export const askedClauses = ({ text, start }: Stretch): readonly Stretch[] => {
  const cuts = [...text.matchAll(NEXT_CLAUSE)];
  return [...cuts, undefined].map((cut, index) => {
    const before = cuts[index - 1];
    const from = before ? before.index + before[0].length : 0;
    const to = cut?.index ?? text.length;
    return { text: text.slice(from, to), start: start + from, end: start + to };
  });
};

/** The kind of asking that a clause is, with the words that tell it; none where it is about the system, or asks nothing. */
export const kindOfAsking = (
  clause: Stretch,
  asking: boolean,
): Extract<Finding, { kind: 'act' }> | undefined => {
  const plain = inPlainMarks(clause.text);
  for (const { act, asked, said } of KINDS) {
    const match = (asking ? asked.exec(plain) : null) ?? said?.exec(plain);
    if (!match) continue;
    const start = clause.start + match.index;
    // What is asked for may stand behind the words that ask: “… go back to the deep dive”.
    const rest = plain.slice(match.index).search(/[.!?]|$/);
    const length = act === 'asks-to-return' || asking ? Math.max(match[0].length, rest) : match[0].length;
    return { kind: 'act', act, span: { start, end: start + length } };
  }
  return undefined;
};

/** Who goes on to answer it has asked themselves. */
const ANSWERS_ITSELF =
  /^(?:(?:well|so|and|okay|ok|um|uh|hmm?|then|right)[,\s]+)*(?:i(?:'d| would|'ll| will|'m| am) (?:say|guess|assum\w*|take|go|think|start|use|pick|shed|rather)|i (?:guess|assume|think|believe|take)|let's (?:say|assume|take)|say\b|probably\b|my (?:guess|assumption)|we (?:use|take|can|could|would|just|need|re\w+)|because\b|yes\b|no[,.]|it(?:'s| is)\b|that(?:'s| is)\b|(?:two|three|four|five|six|several|a few|many|some|\d) (?:[\w-]+ ){0,2}(?:things|reasons|parts|ways|problems|issues|causes|steps|points|sources|kinds)\b(?![^.?!]*\?)|(?:first(?:ly)?|mainly|mostly|chiefly)\b(?![^.?!]*\?))/i;

export const answersItself = (next: string): boolean => ANSWERS_ITSELF.test(inPlainMarks(next));

const RIGHT =
  '(?:am i (?:right|close|far off)|(?:is|are|does|would) (?:that|this|it|they|these|those)(?: all)?(?: (?:sound|seem|look|be))?(?: about| roughly| more or less| still)? (?:right|correct|fair|accurate|realistic|reasonable|true|plausible|the case|in the right range|a (?:fair|good|safe|reasonable|realistic) (?:guess|assumption|number|figure|estimate)))';
const ASKS_IF_RIGHT = new RegExp(
  `^(.*\\w.{5,}?)(?:,|;|:|\\s[-–—]|\\)|\\.\\.\\.|…)\\s+(?:and |so |or )?${RIGHT}\\?*$`,
  'is',
);
const ONLY_ASKS_IF_RIGHT = new RegExp(`${LEAD}${RIGHT}\\?*$`, 'i');
/** What is guessed of the system, */
const GUESSED =
  /\b(?:i(?:'d| would)?(?:'m| am)? (?:guess|say|assum|think|expect|imagin|estimat|suppos|reckon|take it|tak(?:e|ing) it|believ)\w*|my (?:guess|assumption|understanding|estimate)|let's (?:say|assume)|presumably|probably|rough(?:ly)?|(?:about|around) \d|i (?:hear|read|understand|gather)|i(?:'m| am) told)\b/i;
/** and what is proposed, which is the candidate's own. */
const PROPOSED =
  /\b(?:i(?:'d| would|'ll| will|'ve| have)? \w+|(?:we|one|you)(?:'d| would|'ll| will| should| could| can| must| need| use| put| keep| train| store| shard| cache)|my|(?:the|this|our) (?:design|answer|approach|choice|architecture|solution)|(?:so|then|just|simply) (?:use|put|keep|train|store|shard|cache|add))\b/i;

/** “About ten per cent are fraudulent, is that right?” is asked of the system, and “I would shard by user, is that right?” of the design. */
export const isPremise = (sentence: string, before?: string): boolean => {
  const plain = inPlainMarks(sentence);
  const within = ASKS_IF_RIGHT.exec(plain)?.[1];
  const said = within ?? (ONLY_ASKS_IF_RIGHT.test(plain) ? before?.replaceAll('’', "'") : undefined);
  if (said === undefined || (within === undefined && !GUESSED.test(said))) return false;
  return !PROPOSED.test(said.replace(GUESSED, ''));
};

/** Somebody else's words. */
export const isQuoted = (sentence: string): boolean => /^["“'‘]/.test(sentence);

/** The kinds of asking in an answer that are not about the system, each once. */
export const readAsked = (text: string): readonly Extract<Finding, { kind: 'act' }>[] => {
  const all = sentences(text);
  const found = all.flatMap((sentence, at) => {
    if (isQuoted(sentence.text)) return [];
    const answered = answersItself(all[at + 1]?.text ?? '');
    const asking = isAsking(sentence.text);
    if (isPremise(sentence.text, all[at - 1]?.text)) return [];
    return (
      askedClauses(sentence)
        .flatMap((clause) => kindOfAsking(clause, asking) ?? [])
        // Who asks to go back and says what for has not answered it.
        .filter(({ act }) => !answered || act === 'asks-to-return')
    );
  });
  return found.filter(({ act }, at) => found.findIndex((one) => one.act === act) === at);
};
