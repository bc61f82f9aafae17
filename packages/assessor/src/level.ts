/** The level that was shown, with its range and why; none where too little was said. */
import { LEVELS } from '@dryrun/domain';
import type { Debrief, Judgement, Sign } from '@dryrun/domain';
import { tooLittle } from './enough.ts';
import { levelOf, strengthOf } from './judge.ts';
import type { InterviewRecord } from './record.ts';
import type { Shown } from './shown.ts';

export const levelReadingOf = (
  judgement: Judgement,
  shown: Shown,
  record: InterviewRecord,
): Debrief['levelReading'] => {
  const asked = record.terms.level;
  const why = tooLittle(judgement, shown, record);
  if (why !== undefined) return none(why);
  const { spread } = judgement.level;
  const strength = strengthOf(judgement, shown);
  const most = levelOf(judgement, strength, asked);
  const beyond = LEVELS[Math.min(LEVELS.length - 1, LEVELS.indexOf(asked) + 1)] ?? asked;
  return {
    low: levelOf(judgement, strength - spread, asked),
    most,
    high: levelOf(judgement, strength + spread, most === asked ? beyond : asked),
    why: [
      whatCounted(judgement, shown),
      ...(beyond === asked
        ? []
        : [
            `No level above ${asked} is read from an interview for ${asked}: it asks for little that would show one.`,
          ]),
    ].join(' '),
  };
};

const none = (why: string): Debrief['levelReading'] => ({ low: null, most: null, high: null, why });

const COUNTED: Readonly<Record<Sign, string>> = {
  figure: 'a figure with its unit',
  horizon: 'a time it takes',
  money: 'money',
  people: 'who does it',
  measured: 'what was measured',
  reason: 'a reason',
  condition: 'a condition',
  limit: 'a limit and what happens at it',
  failure: 'what goes wrong',
  cost: 'what it costs',
  restraint: 'what is left out on purpose',
  evaluation: 'how one would tell',
  watch: 'what is watched',
  asks: 'a question first',
};

const TOLD = 4;

/** The counts that weigh most, as anybody can check them. */
const whatCounted = ({ level }: Judgement, shown: Shown): string => {
  const told = Object.entries(level.weights)
    .sort(([, a], [, b]) => (b ?? 0) - (a ?? 0))
    .slice(0, TOLD)
    .map(([sign]) => `${shown.by[sign as Sign]} gave ${COUNTED[sign as Sign]}`);
  return `Of ${shown.answers} answers ${told.join(', ')}.`;
};
