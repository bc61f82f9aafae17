/** Whether so much was said, in so much time, that a mark can be read from it. */
import type { Judgement } from '@dryrun/domain';
import type { InterviewRecord } from './record.ts';
import type { Shown } from './shown.ts';

/** Of the minutes that were planned: with less of them, what was not said may only have had no time. */
const TIME_LEAST = 1 / 4;

/** Why neither a level nor a band is read from so few answers, or so short a time; undefined where there is enough. */
export const tooLittle = (
  { level: { least } }: Judgement,
  { answers }: Shown,
  { minutes, planned }: InterviewRecord,
): string | undefined => {
  if (answers < least)
    return `${answers === 0 ? 'No answer was' : answers === 1 ? 'Only one answer was' : `Only ${answers} answers were`} given, and a level is read from ${least} or more.`;
  const timeLeast = Math.ceil((planned?.minutes ?? 0) * TIME_LEAST);
  if (minutes < timeLeast)
    return `${ofTheTime(minutes, planned?.minutes ?? 0)}, and a level is read from ${timeLeast} or more.`;
  return undefined;
};

/** “Only 9 of 45 minutes were used”. */
export const ofTheTime = (minutes: number, total: number): string =>
  minutes === 0
    ? `Less than one of ${total} minutes was used`
    : `Only ${minutes} of ${total} minutes ${minutes === 1 ? 'was' : 'were'} used`;
