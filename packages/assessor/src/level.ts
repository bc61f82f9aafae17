/** The level that was shown, with its range and why; none where too little was said. */
import { LEVELS } from '@dryrun/domain';
import type { Debrief, Judgement, Sign } from '@dryrun/domain';
import { levelOf, strengthOf } from './judge.ts';
import { ofTheTime } from './letter.ts';
import type { InterviewRecord } from './record.ts';
import type { Shown } from './shown.ts';

/** Of the minutes that were planned: with less of them, what was not said may only have had no time. */
const TIME_LEAST = 1 / 4;

export const levelReadingOf = (
  judgement: Judgement,
  shown: Shown,
  { terms: { level: asked }, minutes, planned }: InterviewRecord,
): Debrief['levelReading'] => {
  const { least, spread } = judgement.level;
  if (shown.answers < least)
    return none(
      `${shown.answers === 0 ? 'No answer was' : shown.answers === 1 ? 'Only one answer was' : `Only ${shown.answers} answers were`} given, and a level is read from ${least} or more.`,
    );
  const timeLeast = Math.ceil((planned?.minutes ?? 0) * TIME_LEAST);
  if (minutes < timeLeast)
    return none(
      `${ofTheTime(minutes, planned?.minutes ?? 0)}, and a level is read from ${timeLeast} or more.`,
    );
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
