import type { ContentFinding } from './finding.ts';
import type { Scenario } from './scenario.ts';
import { placeOf } from './yaml-file.ts';

/** Scenarios whose `reviewBy` is past on a day, given as an ISO date: whoever asks knows what day it is. */
export const staleScenarios = (scenarios: readonly Scenario[], today: string): readonly ContentFinding[] =>
  scenarios.flatMap(({ notes }) => {
    if (!notes || notes.value.reviewBy >= today) return [];
    const front = { path: notes.file.path, text: `\n${notes.file.text.split('---')[1]?.trimStart() ?? ''}` };
    const message = `Expected a review by ${notes.value.reviewBy}; today is ${today}. Review it and set a new date.`;
    return [{ code: 'stale', message, ...placeOf(front, ['reviewBy']) }];
  });
