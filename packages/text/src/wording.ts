/**
 * Words by which one is sure of what somebody does by saying something: weighs a price, tells a measurement, leaves something out.
 * Each is narrow on purpose: a word that has another sense is not among them.
 */
export const NUMBER =
  /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|half|third|quarter|dozen|twice|doubles?)\b/i;
export const SIZE =
  /(?:\d|hundred|thousand|million|billion|ty|two|three|four|five|six|seven|eight|nine|ten|half)[\s-]?(?:%|percent|points?|ms|millis\w*|seconds?|minutes?|hours?|days?|[kmgt]i?b\b|kilobytes?|megabytes?|gigabytes?|terabytes?|tokens?|gpus?|cards?|cores?|machines?|replicas?|shards?|requests?|queries|qps|rps|items?|candidates?|documents?|users?|people|images?|million|thousand|billion|times|x\b|k\b|m\b)/i;
export const WHY =
  /\b(?:because|which is why|that's why|the reason|since (?:it|they|we|the|a|each|every|most|you|that)|otherwise (?:it|they|we|you|the|a|every|nobody|one)|or else|to avoid|to prevent|else (?:it|they|we|you|the|a|every))\b(?:\W+\S+){4}/i;
export const CASE = /\b(?:if|unless|once|when|whenever|as long as|as soon as)\b/i;
export const PART =
  /\b(?:caches?|queues?|(?:feature|vector|object|key-value) stores?|index(?:es)?|services?|replicas?|shards?|gateways?|routers?|rankers?|re-?rankers?|pipelines?|databases?|servers?|regions?|streams?|workers?|pools?|schedulers?|encoders?|retrievers?|classifiers?|detectors?|(?:first|second|third|l1|l2) stage|stages|(?:batch |nightly |streaming )?jobs?|kafka|redis|flink|spark|s3|postgres|warehouse|registry|cdn|load balancers?|event log|tables?|clusters?|buckets?|towers?|gpus?|feature builder|control plane|orchestrator)\b/i;
export const JOINED =
  /\b(?:then|into|goes (?:to|through|into)|feeds?|behind|in front of|reads? (?:from|it|the)|writes? (?:to|it|the)|splits?|separate|sends?|on top of|after that|followed by|flows?|fans? out|merges?|returns?|pulls? from|lands? in|sits|keep them apart|own pool)\b|->|→/i;
export const MEASURED =
  /\b(?:we|i|it|that|ours) (?:measured|saw|got|went|dropped|fell|rose|gained|lost|cut|moved|held|gave|took|was|were)\b/i;
/** What was done is told, and not what one would do. */
export const DONE =
  /\b(?:we|i|they|people|somebody|someone) (?:(?:already|once|then|also|only|just|actually) )?(?:\w+ed|had|found|saw|built|ran|kept|took|made|did|lost|got|went|gave|was|were|came|bought|paid|wrote|spent|held|began|chose|knew|told|thought|learnt|sold)\b|^(?:found|measured|tried|checked|tested)\b/i;
export const STANDS =
  /\b(?:separate|own (?:pool|queue|service|store|index|cache|replica)|in front|behind|split|two (?:pools|paths|stages|tiers|services)|in process|in memory|co-?located|next to|per (?:region|shard|tenant|replica)|keep|put)\b/i;
export const RIVAL =
  /\b(?:rather than|instead of|instead,|versus|vs|compared (?:to|with)|as opposed to|alternatives?|on the other hand|whereas|one way|the other (?:way|option)|options?|against (?:a|an|the) (?:bigger|smaller|larger|simpler|cheaper|other))\b|, not (?:a|the|on|in|by)\b/i;
export const PRICE =
  /\b(?:at the (?:cost|price|expense) of|the (?:price|catch|downside) (?:is|of that|there|here)|(?:it|that|this|which) costs (?:us|me|you|about|roughly|more|a|one|two|\d)|(?:i|i'd|we|we'd|you|you'd|they)(?: would)? (?:give up|trade|accept|sacrifice)|in exchange|trad(?:e|es|ed|ing) (?:\w+ ){0,3}(?:for|off|against)|trade-?off (?:is|between|of)|cheaper|more expensive|too expensive|pays for itself|(?:isn't|not|is it|is) worth (?:it|the|that|a)|saves? (?:us|about|roughly|\d|half|most)|buys? (?:us|me|you|back|two|one)|lose \w+.{0,40} but)\b/i;
/** A price alone is no choice: something stands on the other side. */
export const TWO_SIDED =
  /\b(?:but|though|while|whereas|instead|rather|than|so (?:i|i'd|we|we'd|for)|only|in exchange|buys|worth|against|for (?:that|a|the)|lose|give up|trade)\b/i;
export const LEAVES_OUT =
  /\b(?:i wouldn't|i would not|we wouldn't|don't need|do not need|doesn't need|no need|not yet|i'd skip|i skip|leave (?:it|that|this) out|left out|overkill|not worth|wouldn't bother|don't bother|hold off|good enough|i'd rather not|i won't(?! make| claim)|we won't)\b/i;
export const WOULD_CHANGE =
  /\b(?:if|once|when|until|unless|only (?:if|when))\b.{4,90}\b(?:(?:i'd|we'd|i would|we would|i'll|i|we|it) (?:switch|move to|revisit|go (?:to|with|back)|change|reconsider|drop it|buy|stop|flip)s?|it flips|the answer (?:flips|changes))\b|\b(?:switch|move to|revisit|reconsider|change my mind|only worth)\b.{2,60}\b(?:if|once|when|unless|only)\b/i;
export const RELEASE =
  /\b(?:canar(?:y|ies)(?= (?:at|for|on|to|with|first|release|then|of|and|five|one|two|ten|\d))|(?:in|run\w*|as a|goes?|first|then|one week|day|days?|weeks? of|a) shadow|shadow (?:mode|traffic|first|for|run)|roll(?:s|ed|ing)? (?:it )?back|rollback|staged (?:rollout|release)|ramp(?:s|ed)? up|feature flag|blue[ -]green|(?:back to|point\w* (?:\w+ ){0,3}to|keep|switch\w*|restore) (?:\w+ ){0,3}previous (?:version|model)|last good (?:model|version|weights))\b/i;
export const GIVES_WAY =
  /\b(?:fall(?:s|ing|en)?[ -]?back|fell back|degrades? (?:to|gracefully)|time(?:s|d)? out|timeouts?|shed(?:s|ding)?|circuit breakers?|retr(?:y|ies)|failover|fails? over|serve(?:s|d)? (?:stale|the last|yesterday)|stale (?:copy|result|answer|list)s?|kill switch|429|last good (?:grid|list|result|page))\b/i;
export const WATCHES =
  /\b(?:(?:(?:alert|alarm|monitor)(?:s|ed|ing)?|watch(?:es|ing)?) (?:us |me |somebody )?(?:on|for|when|if|at|that|per|each|the|by the)|(?:alert|alarm|dashboard|monitor)s? (?:on|for|when|if|per|shows?|fires?)|alerted|(?:is|are|was|were|be|been|gets?|got) paged|paged (?:us|me|somebody|someone|when)|pages? (?:us|me|somebody|someone|on-?call)|on-?call (?:gets|is|has|can|looks|must)|health checks?|probes? (?:every|each))\b/i;
export const WENT_WRONG =
  /\b(?:went down|outage|incident|post-?mortem|woke|was paged|got paged|it (?:was|had been) (?:silently|stale|broken)|nobody noticed|no one noticed|nothing errored|took (?:us )?down|bit us|blew up|corrupted|broke (?:in|at|on|when|after|because|the)|had to roll)\b/i;
export const MONEY =
  /[$€£]\s?\d|\b(?:\d[\d,.]*|hundred|thousand|million|billion|\w+ty|\w+teen|one|two|three|four|five|six|eight|ten)k? (?:dollars?|euros?|cents?|pounds)\b|\b(?:dollars?|euros?|cents?) (?:a|per|each)\b/i;
export const BUSINESS =
  /\b(?:revenue|(?:gross|profit|our|contribution) margins?|(?:user|customer|monthly|yearly|the|our|reduces?) churn|retention|lifetime value|ltv|cfo|gmv|profit\w*|business case|roi|payback|break-?even|market share)\b/i;
export const PEOPLE =
  /\b(?:(?:needs?|takes?|hire|hold) (?:\d+|one|two|three|four|five|six|eight|nine|ten|a few|more) (?:\w+ )?(?:people|engineers?|persons?)|(?:\w+ )?teams? (?:owns?|must|signs?|agrees?|decides?|pays?|gets? (?:a|the) say)|owner (?:is|for)|owned by|who owns|i(?:'d| would) own|hir(?:e|ing) (?:a|an|one|two|three|people|more)|headcount|stakeholders?|signs? (?:it )?off|sign-?off|(?:legal|finance|leadership|security|product) (?:must|has to|needs to|signs|agrees|decides))\b/i;
export const TIME =
  /\b(?:(?:\d+|one|two|three|four|five|six|eight|ten|twelve|a|first|second|third|next|this|last|per|a few) ?(?:days?|weeks?|months?|quarters?|years?)|q[1-4]|half-year|roadmap|milestones?|phase (?:one|two|three|\d)|(?:v|version )(?:one|two|1|2)|year (?:one|two|three|1|2|3))\b/i;
export const PLANS =
  /\b(?:quarter|roadmap|phase|launch|ship(?:s|ped)?|milestones?|first .{2,80} then|then .{2,60} later|by (?:month|week|year|the end)|(?:before|after) launch|year (?:one|two|three|1|2|3)|not before)\b/i;
export const MAKE_OR_BUY =
  /\b(?:build (?:or|versus|vs) (?:buy|rent|license)|(?:build|host|ourselves|in-?house).{1,80}(?:buy (?:it|the|a|from)|rent|vendor|license|api\b)|(?:buy (?:it|the|a|from)|rent|vendor|license).{1,80}(?:build|host|ourselves|in-?house))\b/i;
export const ENDS =
  /\b(?:stop|kill|cancel|end|shut (?:it )?down|walk away from) (?:the )?(?:project|programme|program|work|effort|investment|it\b|this)\b/i;
export const ASKS =
  /\b(?:how (?:many|much|fast|often|fresh|long|big|large|soon|stale|strict|late|do|does|is|are)|who|what|which|why|where|when|do (?:we|you|they|i)|does|is (?:it|this|that|there|the)|are (?:there|we|you|they|the)|can (?:we|i|it|they|you)|should|may i|am i|have (?:we|you))\b/i;
export const ASSUMES =
  /\b(?:i(?:'ll| will|'m going to|'d)? assum(?:e|ing)|let me assume|let's assume|my assumptions?|assuming (?:that|we|the|it|a)|may i assume|unless you say|correct me if)\b/i;
export const AIM =
  /\b(?:(?:the|our|my|a|real|main|business) (?:goal|objective|north star|target metric|success metric) (?:is|would be|here is|i|we|that|=)|success (?:is|means|looks like|would be)|what we(?:'re| are) (?:optimi[sz]ing|after)|optimi[sz](?:e|ing) for|counts as (?:a )?(?:good|success|done)|i(?:'d| would) (?:chase|target|optimi[sz]e|measure success)|the (?:thing|number|metric) (?:i|we)(?:'d| would) (?:chase|move|care|sign)|what (?:matters|counts) (?:is|here|to))\b/i;
export const REFRAMES =
  /\b(?:the (?:real|actual|underlying|harder) (?:question|problem)|(?:state|put|frame) the problem|two (?:different )?problems|(?:really )?(?:a )?different problems?|we are not designing|this isn't (?:a|an|about) .{3,60}(?:it's|but))\b/i;
export const SCOPE =
  /\b(?:out of scope|in scope|into scope|(?:not|isn't|leave (?:it|that|this)?) ?in v1\b|for (?:the|a) first version|i(?:'d|'ll| will) focus on|leave .{2,40} (?:for later|aside)|park (?:it|that|the)|not going to (?:cover|design)|(?:i|i'd|i'll) (?:don't cover|leave out))\b/i;
export const DEMANDS =
  /\b(?:requirements?|latency (?:budget|target)|must (?:be|answer|come|arrive|not|return|work)|has to (?:be|answer|come|arrive|return|work)|needs? to (?:be|answer|come|arrive|return|work)|our target|the target|i(?:'d)? promise|slo|sla)\b/i;
export const NEEDS =
  /\b(?:users?|customers?|people|riders?|drivers?|guests?|sellers?|buyers?|tenants?|developers?|readers?|viewers?|patients?|travell?ers?)\b.{0,30}\b(?:wants?|needs?|expects?|cares?|waits?|loses?|leaves?|asks?|pays?|notices?|hates?|trusts?|gives? up)\b/i;
export const SIGNPOST =
  /\b(?:(?:there are|i see|i have|i'd name) (?:two|three|four|five|six) (?:parts|things|questions|pieces|steps|layers|reasons|stages|options|topics|areas|risks|levels|problems|phases)\b|let me (?:start|begin|walk|go through|draw|first|write|structure|lay)|i(?:'ll| will|'d like to) (?:start|begin|go through|cover|structure|walk|come back|first|draw)|before i (?:go|start|design|draw|answer)|next,? i(?:'d|'ll)|i'll come back|in that order)/i;
export const SUMS_UP =
  /^(?:\W|so|and|okay|ok|um|uh|well|right)*(?:(?:to|let me) (?:sum(?: it)? up|summari[sz]e|recap)|sum(?:ming)? up|in (?:short|summary|one sentence)|summary:|the short (?:answer|version)|bottom line|so the (?:decision|whole|bottom line)|long story short|if you (?:only )?(?:remember|keep|take) one)/i;
export const CHECKS =
  /\b(?:does that (?:make sense|answer|work|match|help)|shall i|should i (?:go|continue|start|dig)|(?:tell me|shout|please say|stop me|let me know) (?:if|no|when|whether)|correct me|would you agree|if you disagree|do you want me to|want me to|would you (?:like|rather|prefer) (?:me|i|that i)|is that (?:what you|okay|ok|fine|enough)|stop me)\b/i;
export const CORRECTS =
  /\b(?:i was wrong|i misspoke|i take that back|i stand corrected|let me correct|correct myself|sorry, (?:that|i said|not)|you're right|fair point|i (?:honestly |really )?don't (?:know|recall|remember) (?:how|what|the|that|it|why|enough|whether)|i (?:haven't|have never|never) (?:done|built|run|measured|used|tried|seen)|i'd have to (?:check|look|measure)|i won't make one up|that's a guess)\b/i;
export const PICTURE =
  /\b(?:imagine|think of (?:it|this|that) (?:as|like)|picture (?:a|it)|in plain (?:words|terms|english)|in other words|(?:for example|for instance|say),? (?:if|when|you|somebody|someone|one|a (?:user|customer|person|driver|seller|reader|patient))\b|(?:it(?:'s| is)|that(?:'s| is)|works|is) like (?:a|an|in a|when)|as if)\b/i;
export const ANSWERS_FIRST = /^(?:yes|no|nope|yeah|both|neither|about|roughly|around|it depends)\b[,.:;\s]/i;
export const LOAD =
  /\d[\d,.]*\s?(?:k|m|g)?\s?(?:[kmgt]i?b\b|ms\b|qps|rps|tokens?|gpus?|cards?|cores?|replicas?|shards?|requests?|queries|bytes?|bits?|vectors?|pairs|samples?|values?)|\b(?:gig|mega|tera|kilo|peta)(?:byte|flop|s\b)\w*|milliseconds?|\w+ (?:tokens|requests|queries|cards|cores|replicas|scores|gpus|machines|pairs|samples|vectors)\b/i;
export const CALCULATES =
  /(?:\d|\bhundred|thousand|million|billion)\S*\s*(?:[×x*/=→]|times|divided by|minus|plus)\s*(?:\d|\w)|\b(?:makes|comes to|gives|(?:so )?that's|that is|which is|so)(?: about| around| roughly| some| only| just)? (?:\d|[$€£]|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+ty|a) (?:point|hundred|thousand|million|billion|gig|tera|kilo|mega|milli))/i;
/** What somebody does not know, and says so. */
export const UNSURE =
  /\b(?:i (?:honestly |really )?(?:don't|dont|do not) (?:know|recall|remember)|i(?:'m| am) not (?:sure|certain)|not certain|no idea|i(?:'d| would) (?:have to|need to|want to) (?:check|look|measure|benchmark|test)|(?:my|a|only a) guess|i(?:'d)? guess|i can't tell you|i have no (?:experience|number|figure|answer)|(?:i|have|i've) never (?:measured|ran|run|built|did|done|tried|seen|operated|used)|i (?:haven't|havent) (?:measured|run|built|done|tried|seen|used)|i don't have a (?:\w+ )?answer|(?:can't|cant) give you|i won't (?:make|claim|pretend)|would be (?:guessing|inventing)|making (?:it|that) up)\b/i;
/** One's own words are taken back or put right. */
export const TAKES_BACK =
  /\b(?:i (?:take (?:it|that|this) back|withdraw|misspoke|stand corrected|was wrong|should have|correct (?:this|that|myself))|let me correct|hang on|oh wait|no,? wait|wait,? no|didn't think of that|better than (?:my|what i)|scrap that|my (?:mistake|error)|now that you say it)\b/i;
/** The other one has a point. */
export const CONCEDES =
  /^(?:\W|yeah|yes|okay|ok|um+|uh+|well|no|hm+)*(?:(?:that(?:'s| is) )?(?:fair|true|granted|agreed)\b|good (?:point|catch)|point taken|i concede)|\b(?:you(?:'re| are) right|i concede|fair (?:point|push|enough)|point taken)\b/i;
/** The answer is put in an order that one can follow. */
export const ORDERS =
  /\bfirst(?:ly)?,.{5,160}\bsecond(?:ly)?\b|(?:^|\s)(?:1[.)]|a\)) .{5,200}(?:\s)(?:2[.)]|b\)) |\b(?:two|three|four|five|six) (?:things|points|parts|steps|reasons|arguments|questions|answers)\b/i;
/** Both sides of a choice, or what it takes. */
export const DOWNSIDE =
  /\b(?:the (?:price|catch|downside|disadvantage|drawback|trade-?off)\b|price:|but (?:slower|costs?|then|it costs|more expensive)|slower but|cheaper but|better .{3,40} than\b|you (?:gain|lose|pay|get) .{3,60}\bbut\b|not until|until .{3,40} (?:stops?|fails?|can't)|as long as|worth (?:a|the|it))\b/i;
