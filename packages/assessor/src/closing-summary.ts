import type { Debrief } from '@dryrun/domain';

/**
 * The interviewer's closing summary as text: the letter of the debrief and nothing else of it. No scores, bands or
 * levels are in it, because none are in the letter.
 */
export const closingSummary = ({ debrief }: Debrief): string => {
  const list = (title: string, entries: readonly string[]) =>
    entries.length === 0 ? [] : [`${title}:`, ...entries.map((entry) => `- ${entry}`)];
  return [
    ...list('What you decided, and why', debrief.decisions),
    debrief.modelling,
    debrief.architecture,
    debrief.production,
    ...list('What was strong', debrief.strengths),
    ...list('What could be explored further', debrief.explore),
    debrief.overall,
  ]
    .filter((line) => line !== '')
    .join('\n');
};
