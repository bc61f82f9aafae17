/** Words by which a reading holds in the passage that it tells of: narrow on purpose, so that who sees nothing else finds it there too. */

/** In the middle of a business story something fails too. */
export const FAILS =
  /\b(?:fails?|failed|failure|down|dead|dies|dying|lost|late|slow|stale|overload\w*|errors?|unavailable|missing|out of|times? out|timeouts?|breaks?|broken|full|behind|past that|older than|unreachable)\b/i;
export const FIGURE =
  /\d[\d,.]*|\b(?:hundred|thousand|million|billion|trillion|half|twice|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)\b/i;
/** A way from part to part. */
export const FLOWS =
  /\b(?:goes|go|flows?|sends?|feeds?|writes?|reads?|pulls?|lands?|returns?|fans? out|merges?|hands?|passes|joins?|pushes)\b.{0,40}\b(?:to|into|from|through|over|in)\b|->|→|\bin front of\b|\bbehind (?:it|that|the)\b/i;
export const SEPARATES =
  /\b(?:separate(?:ly|d)?|(?:its|their|an|his|her) own|in front|behind|split|apart|next to|per (?:region|shard|tenant|replica|language|customer))\b/i;
/** Parts that the listed ones leave out. */
export const PIECE =
  /\b(?:layer|stage|store|cache|queue|index|service|gateway|router|ranker|scorer|model|filter|aggregator|plug-?in|plugin|client|sidecar|log|retriever|encoder|generator|pool|worker|job|loop|stream|table|pipeline|registry|backend|proxy|api)s?\b/i;
/** The whole is cut into pieces that are told apart. */
export const CUT =
  /\b(?:two|three|four|five|six|several) (?:\w+ )?(?:stages|paths|tiers|layers|pools|services|loops|boxes|components|lanes|queues|indexes|pipelines)\b|\b(?:fast|slow|hot|cold|cheap|expensive|nightly|inline|interactive) (?:path|loop|tier|lane|pool|layer)\b|\b(?:online|offline|training|serving|batch) (?:path|side|loop|part|pool|layer)\b|\b(?:first|second|cheap|light) pass\b|\bl1\b.*\bl2\b/i;
/** Something has its place. */
export const KEPT =
  /\b(?:kept|stor(?:ed|es)|cached?|(?:pre-?)?computed|lives?|held|runs?|sits?|keyed|loaded|logged|written|copied|mirrored|pulled)\b.{0,30}\b(?:in|on|by|at|from|inside|beside|next to|per|to)\b.{0,30}\b(?:memory|disk|device|phone|server|edge|region|cache|store|index|table|log|cpu|gpus?|cdn|database|redis|kafka|queue|process|client|stream|job|id|key|gateway|router|pool|sidecar|aggregator|worker|replica)s?\b/i;
/** What one part is there for. */
export const ROLE = new RegExp(
  `\\b(?:the|an?|one|each|every|that|its|our|this|second) (?:\\w+ )?${PIECE.source}(?: (?:that|which|then|only|just))* (?:takes?|holds?|keeps?|knows?|checks?|collects?|builds?|scores?|brings?|finds?|reads?|writes?|computes?|returns?|serves?|decides?|filters?|ranks?|sorts?|merges?|routes?|drops?|retrieves?|listens?|admits?|picks?|cuts?|gathers?|hands?|sends?|gets?|says)\\b`,
  'i',
);
/** A part, and that it stands for itself. */
export const APART = new RegExp(
  `\\b(?:separate|(?:its|their|his|her|an|our) own|split(?: it)? (?:into|in)|in front of (?:the|a|it)|behind (?:the|a|an)|own)\\s(?:\\S+ ){0,2}${PIECE.source}|${PIECE.source} (?:of (?:its|their) own|apart|separate(?:ly)?|stands? (?:behind|before|in front))\\b|\\bkeep (?:them|these|those|it) apart\\b`,
  'i',
);
/** Somebody takes one way. */
export const CHOOSES =
  /\b(?:i|we|you)(?:'d| would|'ll| will)?(?: (?:\w+ )?(?:rather|still|only|not|never|then|first|probably|always|just))* (?:take|took|choose|chose|pick|picked|use|keep|kept|go|went|start|stay|buy|rent|cache|drop|skip|prefer|accept|give up|live with|pay|spend|trade|cap|split|put|do|don't|moved?|train|build|leave|want|limit|run)\b|^(?:no|not)\b|\b(?:instead of|rather than|in place of|too (?:slow|expensive|costly|big|late) for)\b/i;
export const GROUNDS =
  /\b(?:because|since|as (?:it|they|we|you|the|most|every)|otherwise|so that|the reason|in order to|to avoid|which (?:means|would|is why))\b|, so \w/i;
/** More of one thing, and less of another. */
export const BOTH_SIDES =
  /\b(?:cheap(?:er)?|fast(?:er)?|simpl(?:e|er)|better|saves?|gains?|buys?|wins?|half|less|fewer|smaller|more|strong(?:er)?|easier|cleaner)\b.{2,90}\b(?:but|though|yet|however|while|whereas|in exchange|at the (?:cost|price))\b.{2,90}\b(?:slow\w*|cost\w*|pay|los\w+|expensive|more|less|worse|harder|needs?|no|not|can't|cannot|doesn't|don't|isn't|only|weak\w*|risk\w*|stale|late\w*|never)\b|\b(?:slow(?:er)?|costs?|expensive|loses?|lose|worse|harder|heavier|more work)\b.{2,90}\b(?:but|though|yet|however|while|whereas|in exchange)\b.{2,90}\b(?:cheap\w*|fast\w*|simpl\w*|better|saves?|gains?|buys?|less|fewer|right|safe\w*|easier|cleaner|can|keeps?)\b/i;
/** One thing follows from another in the machine. */
export const FOLLOWS =
  /\b(?:so that|so (?:it|the|they|you|each|every|no|nothing|only)|which (?:means|makes|lets|keeps|gives|removes|breaks|kills)|that means|this means|leads to|hence|therefore|without (?:it|this|that|the)\b.{3,40},|as soon as|depends on|grows? with|proportional to|the more\b.{3,60}\bthe (?:more|less|fewer))\b/i;
export const UNIT =
  /(?:\d|\b(?:hundred|thousand|million|half|one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty))[\s-]?(?:%|percent|points?|ms\b|milliseconds?|seconds?|minutes?|hours?|x\b|times|gigs?\b|[kmgt]b\b|tokens?|(?:kilo|mega|giga|tera)bytes?|queries|requests|cards|gpus|of (?:the|all|our))/i;
/** The business earns or loses by it. */
export const EARNS =
  /\b(?:revenue|(?:gross |profit |our |the |at a )margins?|churn|profit(?:s|able|ability)?(?! from)|break-?even|breaks even|business case|market share|paying (?:customers|users)|upsell|seats|vendors? (?:contracts?|halves|prices?)|competitors?|rivals?|payback|(?:my|our|a|own) budget|invest\w*|the (?:ceo|cfo)|deals?)\b/i;
export const HEADS =
  /\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|\w+teen|twenty|thirty|forty) (?:more |good |senior |ml |full-time |data )*(?:engineers?|scientists?|researchers?|squads?)\b|\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|\w+teen|twenty|thirty|forty) (?:more )?(?:people|persons)(?= (?:for|to (?:build|run|do|start)|on it|full|a year|and)\b|[,;:.]|$)|\b(?:needs?|takes?|hire|costs?) (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|\w+teen|twenty|thirty|forty) people\b|\bteam of (?:\d+|\w+)\b/i;
export const ROADMAP =
  /\b(?:q[1-4]|(?:year|month|quarter|week|phase|horizon) (?:one|two|three|four|\d+)|(?:first|second|third|next)(?: \w+)? (?:year|quarter|month|half)s?)\b/i;
/** What is held ready, or let go, on a bad day. */
export const READY =
  /\b(?:(?:keep|with|leaves?|plus|percent|%|of|for) (?:\w+ ){0,2}headroom|spare (?:capacity|cards?|replicas?|machines?|gpus?)|(?:in|a|keep|with) reserve|standby|kept warm|warm (?:copy|pool|spares?)|second region|partial results?|degraded|overload(?:ed)?|resum\w+ from|checkpoints?|drills?|rehears\w+|runbooks?|drain\w*|refus\w+ early|rate limits?)\b/i;
/** Who uses it, and what they want of it. */
export const WANTS =
  /\b(?:users?|customers?|people|riders?|drivers?|guests?|sellers?|buyers?|shoppers?|developers?|readers?|viewers?|writers?|patients?|travell?ers?|managers?|teachers?|somebody|someone)\b.{0,15}\b(?:wants?|needs?|expects?|cares?|leaves?|pays?|notices?|hates?|trusts?|comes? (?:back|for)|came for|(?:is|are) (?:trying|looking|waiting))\b/i;
/** A word that only fills, where it seems to say that something is not known. */
export const FILLS_IN =
  /\b(?:(?:don't|dont|do not) know,? (?:maybe|like|say|about|um|uh|\d|one|two|three|five|ten|a (?:hundred|thousand|million))|times,? i (?:don't|dont) know|i guess|never seen .{0,60}\b(?:work|works|settled|won|properly|succeed)\b)/i;
/** What somebody says of himself that he has not done, or does not know. */
export const NOT_DONE =
  /\bi(?:'ve| have)? never (?:done|built|run|ran|used|had to|worked|measured|operated|tried)\b|\bi (?:haven't|havent|have not) (?:done|built|run|used|thought|worked|measured|tried)\b|\bi (?:honestly |really )?(?:don't|dont|do not) (?:know|remember|have (?:a|any) (?:view|number|figure|experience))\b/i;
/** How far one's own words can be relied on. */
export const OPENLY =
  /\b(?:i(?:'d| would) be making|where i(?:'m| am) (?:unsure|not sure|weak)|(?:least|less|not so|half) sure (?:of|about)?|unresolved|i (?:don't|do not|wouldn't) (?:fully )?trust|what i (?:don't|do not) like|i only know|i half believe|(?:i|we) (?:might|may|could) be wrong|i(?:'d| would)(?: have to)? guess|the part i know least|i didn't think (?:of|about)|i made that up|based on published)\b/i;
/** One's design or words are put right, in the open. */
export const CHANGES =
  /\b(?:let me change|i change:|thinking again|no,? (?:sorry|hang on|wait)|sorry, (?:that|it|i|not)|that(?:'s| is) (?:actually )?(?:way |much |a lot )?(?:better|simpler),? (?:yeah|yes|than|so)|a fact i didn't have|that changes (?:my|the|what)|i was (?:treating|thinking of|mixing)|i hadn't (?:thought|seen|counted))\b/i;
/** The way through the answer is told, or put into the listener's hand. */
export const STEERS =
  /\b(?:one by one|if you like|if that(?:'s| is) agreed|i can go on|let me put it|i(?:'d| would) like to spend|in this order|then i(?:'ll| will) (?:come|go|do|draw|talk))\b/i;
/** Who hesitates, or only greets, has said nothing yet. */
export const HESITATES =
  /\b(?:um+|uh+|hm+|let me think|thank(?:s| you)|sorry|all right|alright|you know|kind of|sort of|i mean|nice|great|cool)\b/i;
/** Somebody is told. */
export const ALARMS =
  /(?:^|[.;\n] ?)(?:page|watch|alerts?|alarms?|monitor(?:ing)?):|\balarms? (?:on|at|for|if|when|are|is)\b/i;
/** It seems to say where it is going, and asks. */
export const ASKS_ON =
  /\b(?:who(?:'s| is) \w+ing|is (?:there|it)|are (?:there|they)|do (?:you|we) (?:want|have)|how (?:many|much)|make sure i)\b/i;
/** It is asked for a number, and not for what people want. */
export const ASKS_HOW =
  /^(?:do|does|is|are)\b|\bhow (?:many|much|often|long)\b|\b(?:we|you|i) (?:expect|need|want)\b/i;
/** One thing is held against another. */
export const COMPARES =
  /\b\w+er than\b|\b(?:more|less|fewer|cheaper|faster|slower|costs?|better|worse|loses?|gains?|enough)\b/i;
/** A price that is asked, and not one that is paid. */
export const SELLS = /\b(?:sell|sold)\b|\btimes the price\b/i;
/** Nothing is asked but to agree. */
export const ASKS_ASSENT =
  /[,–—-]\s*(?:no|right|yes|yeah|okay|ok|correct|true|(?:isn't|doesn't|don't|aren't|won't|wouldn't) (?:it|they|we|you|he|she))\?|\bright\?/i;
/** A calculation that is given up halfway. */
export const BREAKS_OFF = /\b(?:no,? wait|wait,? no|or was it|hang on|let me (?:do|redo) (?:the|that))\b/i;
/** That a reason comes is not the reason. */
export const ANNOUNCES =
  /^(?:so |and |well,? )?(?:let me (?:tell|say|explain)|i(?:'ll| will) (?:tell|explain))\b/i;
