import { interviewMs } from '@dryrun/interview';
import type { View } from '@dryrun/interview';
import { spokenDuration } from '@dryrun/quantities';
import { listed } from '@dryrun/text';

/** What was talked about, in a few plain sentences: no judgement, no score, no level. */
export const closingSummary = (view: View): string => {
  const { plan, clock, turns } = view;
  const own = turns.filter(({ speaker }) => speaker === 'candidate');
  const held = [...new Set(turns.flatMap(({ phase }) => phase ?? []))].map(
    (id) => plan?.phases.find((phase) => phase.id === id)?.title ?? id,
  );
  const took = clock?.pausedAt === undefined ? 0 : interviewMs(clock, clock.pausedAt);
  const sentences = [
    `We talked about ${plan?.title ?? 'a system'} for ${spokenDuration(took)}.`,
    ...(held.length > 0 ? [`We held ${listed(held)}.`] : []),
    `You ${spoke(own.length)}.`,
  ];
  const last = own.at(-1);
  if (last) sentences.push(`Your last words were: “${shortened(last.text)}”`);
  return sentences.join(' ');
};

const QUOTED_MAX = 240;

const shortened = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ');
  if (line.length <= QUOTED_MAX) return line;
  return `${line.slice(0, QUOTED_MAX).replace(/\s+\S*$/, '')} …`;
};

const spoke = (count: number): string => {
  if (count === 0) return 'said nothing';
  if (count === 1) return 'spoke once';
  return count === 2 ? 'spoke twice' : `spoke ${count} times`;
};
