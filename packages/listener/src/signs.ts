/**
 * The signs of substance in a clause. They are about how something is backed, not about what it is called: a figure with
 * its unit, what happened and was measured, a reason, a condition, a limit and what happens at it, what fails, what it
 * costs, what is left out on purpose. Numbers count in digits and in words alike.
 */
import type { Sign } from '@dryrun/domain';
import { smoothed } from '@dryrun/text';

const WORD_NUMBER =
  '(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|half|quarter|third|dozen)';
const NUMBER = `(?:\\d[\\d,.]*|${WORD_NUMBER}(?:[ -]${WORD_NUMBER})*|couple of|few)`;

const SIGNS: Readonly<Record<Sign, RegExp>> = {
  figure: new RegExp(
    `${NUMBER} ?(?:%|percent|per cent|points?|ms|milliseconds?|seconds?|minutes?|hours?|gb|gigabytes?|mb|megabytes?|tb|terabytes?|kb|tokens?|gpus?|cores?|machines?|requests?|qps|rps|million|thousand|billion|times|x\\b)|${NUMBER} (?:a|per|each) \\w+`,
    'i',
  ),
  horizon: new RegExp(
    `${NUMBER}[ -](?:\\w+ )?(?:days?|weeks?|months?|quarters?|years?)\\b|\\b(?:a|per|every|each|next|last) (?:day|week|month|quarter|year)\\b`,
    'i',
  ),
  money:
    /[$€£]\s?\d|\b(?:dollars?|euros?|cents?|pounds|budget|revenue|bill(?:s|ing)?|payback|roi|margins?|break-?even|cfo|finance|profit\w*|salary|salaries|invoice|spending|gmv|ltv|business case)\b/i,
  people: new RegExp(
    `${NUMBER} (?:\\w+ )?(?:people|engineers?|persons?|reviewers?|annotators?|analysts?|squads?|teams?)\\b|\\b(?:my|the|our|a|their|two|another|each|one|which) teams?\\b|\\b(?:owners?|owns|owned by|on-?call|hir(?:e|ing)|legal|leadership|product managers?|headcount|vendors?|stakeholders?|sign(?:s|ed)? off|finance people)\\b`,
    'i',
  ),
  measured: new RegExp(
    `\\b(?:was|were|went|had|dropped|fell|rose|gained?|lost|cost|took|saw|got|cut|measured|moved|came out|showed|ended up|hit|reached|grew|shrank|improved|doubled|halved|saved|ran)\\b[^.!?]{0,20}?${NUMBER}`,
    'i',
  ),
  reason:
    /\b(?:because|(?<!ever )since(?! then| last| the (?:launch|start))|so that|otherwise|which means|which is why|that's why|therefore|hence|the reason|due to|so it doesn't|that way|the point (?:is|of)|in order to|to avoid|to prevent|or else)\b/i,
  condition: /\b(?:(?<!even )if|unless|until|once|as long as|whenever|before)\b/i,
  limit:
    /\b(?:gates?|gated|floor|rule|(?:we|i|i'd|we'd|it|then|must|to|hard) stops?|stop (?:the|it|if|when|rule|condition)|ceiling|caps?|capped|cut-?off|threshold|kill(?:s|ed)? (?:it|switch)|kill|roll(?:s|ed|ing)?[ -]?back|fall(?:s|ing|en)?[ -]?back|fell back|freeze|frozen|veto|guardrails?|(?:error|latency|retry|time|token) budget|deadline|timeouts?|quota|at most|no more than|alarms?|alert(?:s|ed|ing)?|paged(?! attention)|pager)\b/i,
  failure:
    /\b(?:breaks?(?![- ]?even)|broke|broken|fails?|failed|failures?|wrong|worse|lose|lost|loses|stale|silent(?:ly)?|leak\w*|blew|blow(?:s|n)?|drops?|dropped|bugs?|incidents?|outages?|hurts?|kills?|bites?|bit us|poison\w*|corrupt\w*|collapse\w*|drift\w*|crash\w*|hangs?|overload\w*|times out|timed out|out of memory|hallucinat\w*|regress\w*|dies|died)\b/i,
  cost: /\b(?:costs?|costly|cheap\w*(?! (?:score|model|filter|check|proxy|ranker|heuristic|rule)s?\b)|expensive|(?:not|isn't|for|almost|nearly|basically) free|worth|(?:the|that) price (?:is|of|for|we)|pays? (?:for|off|back)|(?:we|i|you|they|it) pays?|paid (?:for|with|in)|spend\w*|saves?|saved|saving\w*|trade\w*|gives? up|waste\w*|overhead)\b/i,
  restraint:
    /\b(?:i wouldn't|i would not|we wouldn't|don't need|do not need|doesn't need|not going to|i'm not|i won't|no need|not yet|skip|leave (?:it |that |this )?out|left out|leave that for|without|overkill|not worth|never|good enough|wouldn't bother|don't bother|hold off|out of scope)\b/i,
  evaluation:
    /\b(?:measure\w*|metrics?|a\/?b|experiment\w*|tests?|tested|testing|holdout|holdback|control group|(?:statistical|enough) power|significan\w*|guardrail\w*|baseline|recall|precision|auc|ndcg|calibrat\w*|error bars?|confidence|backtest\w*|offline|evals?|evaluat\w*|benchmark\w*|golden set|gold set|win rate)\b/i,
  watch:
    /\b(?:alert(?:s|ed|ing)?|alarm\w*|monitor\w*|dashboard\w*|paged(?! attention)|pager|on-?call|roll(?:s|ed|ing)?[ -]?back|canar(?:y|ies)|shadow\w*|fall(?:s|ing|en)?[ -]?back|fell back|degrad\w*|runbook|drill|kill switch|circuit|slos?|p99|p95|(?:we|i|i'd|we'd|to|and|must|would|is|are) watch(?:ed|ing)?|watch(?:ing)? (?:the|for|it|that|how)|health checks?|probes?)\b/i,
  asks: /\?|\b(?:how many|do we have|is there|are there|who's|what do you|how fast|how much)\b/i,
};

const ALL = Object.keys(SIGNS).filter((name): name is Sign => name in SIGNS);

/** In the order of the list. */
export const signsIn = (clause: string): readonly Sign[] => {
  const plain = smoothed(clause);
  return ALL.filter((sign) => SIGNS[sign].test(plain));
};
