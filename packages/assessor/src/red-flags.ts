/**
 * Warnings of the source documents that an interview as a whole shows. Each is held against somebody only after an
 * occasion: a question about the very thing was put, and what came after it, or all that came, has nothing of it. Ids are
 * those of `content/signals.yaml`.
 */
import type { Debrief, Evidence, Sign } from '@dryrun/domain';
import type { InterviewRecord, RecordedTurn } from './record.ts';
import type { Shown } from './shown.ts';

type RedFlag = Debrief['redFlags'][number];

/** What is asked, which signs would answer it, and what stands in the debrief where none came. */
type Wanted = {
  readonly id: string;
  readonly severity: RedFlag['severity'];
  readonly asked: RegExp;
  readonly signs: readonly Sign[];
  /** So many answers of the whole interview with one of the signs are enough. */
  readonly enough: number;
  /** So many questions of the kind; one unless said. */
  readonly occasions?: number;
  readonly reading: string;
};

const WANTED: readonly Wanted[] = [
  {
    id: 'no-model-monitoring',
    severity: 'warning',
    asked:
      /monitor|drift|notice|how (?:would|do|will) you (?:tell|find out|see)|in production|goes (?:bad|wrong|live)|on-?call|rolls? ?out|keep(?:s|ing)? it (?:healthy|running)/i,
    signs: ['watch'],
    enough: 1,
    reading:
      'asked how one would notice, and in the whole interview said nothing that is watched while it runs',
  },
  {
    id: 'ignores-production-constraints',
    severity: 'warning',
    asked:
      /latency|scale|cost|budget|load|traffic|how (?:many|much|fast|big)|numbers?|capacity|qps|requests per/i,
    signs: ['figure', 'money', 'cost'],
    enough: 2,
    reading: 'asked about load, time or cost, and gave no figure and no cost',
  },
  {
    id: 'cannot-name-downsides',
    severity: 'warning',
    asked:
      /weak(?:est|ness\w*)|downsides?|trade-?offs?|limitations?|least (?:sure|confident|happy)|worr(?:y|ies|ied)|give up|giving up|risks?|drawbacks?|wrong with/i,
    signs: ['failure', 'cost', 'limit', 'restraint'],
    enough: 3,
    occasions: 2,
    reading: 'asked what is weak about the design, and named no cost, no limit and nothing that fails',
  },
  {
    id: 'happy-path-only',
    severity: 'warning',
    asked:
      /fails?\b|failure|goes? down|goes? wrong|breaks?\b|crash|outage|lost|dies|worst case|what happens (?:if|when)/i,
    signs: ['failure', 'limit', 'watch'],
    enough: 2,
    reading: 'asked what happens when something fails, and the answer stays on the path where nothing does',
  },
  {
    id: 'cannot-explain-choices',
    severity: 'warning',
    asked: /\bwhy\b|reason|what makes you|how come|what(?:'s| is) the (?:case|argument) for/i,
    signs: ['reason', 'measured', 'cost', 'condition', 'failure'],
    enough: 4,
    reading: 'asked why, and gave no reason, nothing measured and nothing that it depends on',
  },
];

/** Said outright, whoever asked what. */
const SAID: readonly {
  readonly id: string;
  readonly severity: RedFlag['severity'];
  readonly said: RegExp;
  readonly reading: string;
}[] = [
  {
    id: 'only-possible-solution',
    severity: 'warning',
    said: /\b(?:(?:it's|is|that's|there's) (?:really )?(?:the )?only (?:real |sensible )?(?:way|option|choice|solution)|no (?:real )?(?:downsides?|alternatives?|weakness(?:es)?|disadvantages?)|(?:that's|it's|this is) (?:just )?(?:what|how) everyone|everyone (?:uses|does) (?:it|this)|(?:doesn't|does not) (?:really )?have (?:any )?(?:downsides?|weakness(?:es)?|disadvantages?))\b/i,
    reading: 'presents it as the only way, or as one without a price',
  },
  {
    id: 'dismisses-interviewer',
    severity: 'warning',
    said: /\b(?:(?:i|we) (?:really )?(?:don't|do not|wouldn't) (?:think (?:that|this|it)(?:'s| is| would be) (?:important|relevant|a problem|an issue)|(?:need to )?worry about (?:that|this|it)|care about (?:that|this))|that(?:'s| is)? (?:really )?not (?:important|relevant|a (?:real )?(?:problem|concern)|an issue)|that (?:won't|will not|wouldn't|doesn't|does not) (?:really )?(?:be a problem|matter|happen)|(?:ops|devops|someone else|the (?:infra|platform|ops) team|kubernetes) (?:will |can )?(?:handles?|takes? care of|deals? with) (?:that|it|this))\b/i,
    reading: 'turns away what was asked instead of taking it up',
  },
];

const OCCASIONS_LEAST = 4;

export const signalFlagsOf = (
  record: InterviewRecord,
  shown: Pick<Shown, 'answers' | 'by' | 'claims' | 'own'>,
  dimensions: Debrief['dimensions'],
): readonly RedFlag[] => {
  if (shown.answers < OCCASIONS_LEAST) return [];
  return [
    ...WANTED.flatMap((wanted) => missing(wanted, record, shown)),
    ...outright(record),
    ...designFirst(record, shown, dimensions),
  ];
};

/** Of the answers, so many would at least say something of the problem. */
const OF_THE_PROBLEM = 0.04;

/** Whoever was asked to begin, and worked on the problem in next to no answer, has begun with a design. */
const designFirst = (
  { turns }: InterviewRecord,
  { own, answers }: Pick<Shown, 'answers' | 'own'>,
  dimensions: Debrief['dimensions'],
): readonly RedFlag[] => {
  const isBelow = dimensions.some(({ id, band }) => id === 'problem-navigation' && band === 'below');
  const opening = turns.find(({ speaker, text }) => speaker === 'interviewer' && text.includes('?'));
  if (!isBelow || !opening || own['problem-navigation'] >= OF_THE_PROBLEM * answers) return [];
  const reading =
    'asked how to begin, and hardly an answer of the interview works on what the problem is, or on what is asked of it';
  return [{ id: 'design-before-problem', severity: 'warning', evidence: [absence(opening.turn, reading)] }];
};

const missing = (
  { id, severity, asked, signs, enough, occasions = 1, reading }: Wanted,
  { turns }: InterviewRecord,
  { claims, by }: Pick<Shown, 'by' | 'claims'>,
): readonly RedFlag[] => {
  if (signs.reduce((sum, sign) => sum + by[sign], 0) >= enough * signs.length) return [];
  const evidence = turns.flatMap((turn, at): readonly Evidence[] => {
    if (turn.speaker !== 'interviewer' || !asked.test(turn.text)) return [];
    const answers = answersTo(turns, at);
    const taken = claims.some(
      (claim) =>
        answers.some((answer) => answer.turn === claim.turn) &&
        claim.signs.some((sign) => signs.includes(sign)),
    );
    return answers.length === 0 || taken ? [] : [absence(turn.turn, reading)];
  });
  return evidence.length < occasions ? [] : [{ id, severity, evidence: evidence.slice(0, 2) }];
};

const outright = ({ turns }: InterviewRecord): readonly RedFlag[] =>
  SAID.flatMap(({ id, severity, said, reading }) => {
    const evidence = turns.flatMap(({ turn, speaker, text }): readonly Evidence[] => {
      if (speaker !== 'candidate') return [];
      const found = said.exec(text);
      return found
        ? [{ kind: 'quote', turn, quote: found[0], polarity: 'concern', prompted: 'unprompted', reading }]
        : [];
    });
    return evidence.length === 0 ? [] : [{ id, severity, evidence: evidence.slice(0, 2) }];
  });

const absence = (turn: number, reading: string): Evidence => ({
  kind: 'absence',
  opportunity: { turn },
  polarity: 'concern',
  reading,
});

const answersTo = (turns: readonly RecordedTurn[], at: number): readonly RecordedTurn[] => {
  const next = turns.findIndex(({ speaker }, index) => index > at && speaker === 'interviewer');
  return turns.slice(at + 1, next < 0 ? undefined : next);
};
