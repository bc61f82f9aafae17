/** What the months brought, in a few sentences: what was lost, when it was seen, what is missing. */
import type { Months } from './answer.ts';
import type { Terms } from './terms.ts';

type Told = Omit<Months, 'story' | 'objectives'>;

export const storyOf = ({ world, choices }: Terms, months: Told): readonly string[] => {
  const story: string[] = [];
  const { training, monitor } = choices;
  const [first] = months.rows;
  const last = months.rows.at(-1);
  if (first && last)
    story.push(
      `Quality is ${points(first.quality)} in the first month and ${points(last.quality)} in the last, ${points(months.lowest)} at its lowest.`,
    );
  if (!training)
    story.push(
      'Nothing retrains this model: whatever the world does, it knows what it knew on the first day.',
    );
  else if (!training.online && !Number.isFinite(training.every) && !Number.isFinite(training.trigger))
    story.push('The training job has neither every nor trigger: it never runs again.');
  if (!monitor) story.push('There is no monitor: nobody sees quality fall before the users do.');
  else if (!monitor.proxies && world.labelDelay + choices.labelling > 0)
    story.push(
      `What the team sees by labels is ${days(world.labelDelay + choices.labelling)} old: until then a drop is hidden.`,
    );
  if (training && Number.isFinite(training.trigger) && !monitor)
    story.push('A trigger without a monitor never fires.');
  if (world.shift) {
    const { noticedAfterDays } = months;
    story.push(
      noticedAfterDays === null
        ? `The change on day ${Math.round(world.shift.at)} sets off no alarm.`
        : `The change on day ${Math.round(world.shift.at)} sets off an alarm after ${days(noticedAfterDays)}.`,
    );
  }
  if (months.falseAlarms >= 0.5)
    story.push(`${round(months.falseAlarms)} retrainings were set off by nothing but noise.`);
  if (world.narrowing > 0 && last)
    story.push(
      choices.exploration === 0
        ? `It learns only from what it showed: in the end it has sight of ${points(last.coverage)} of what it could show, and no measurement on what is shown tells.`
        : `Exploring ${points(choices.exploration)} keeps sight of ${points(last.coverage)}, and costs ${points(choices.exploration * world.explorationCost)} of what is answered.`,
    );
  if (choices.skew > 0)
    story.push(
      `Serving computes features otherwise than training did: ${points(choices.skew)} are lost that no offline evaluation shows.`,
    );
  if (choices.rebuild > 0 && world.newItems > 0)
    story.push(`New items wait ${days(choices.rebuild / 2)} on average until the index has them.`);
  return story;
};

const points = (share: number): string => `${Number((share * 100).toFixed(1))} %`;
const round = (value: number): string => String(Math.round(value * 10) / 10);
const days = (value: number): string => {
  if (value < 1)
    return `${Math.max(1, Math.round(value * 24))} ${Math.round(value * 24) === 1 ? 'hour' : 'hours'}`;
  return `${Math.round(value)} ${Math.round(value) === 1 ? 'day' : 'days'}`;
};
