/** The months to be read in a terminal: the story, the curve, the months one by one, and what it all stands on. */
import type { Months } from '@dryrun/simulator';
import { digits, dollars, share, span } from './numbers.ts';
import { objectiveRows } from './objectives-text.ts';
import { paintOf, sparkline, table, wrapped } from './table.ts';

const TERMS_MOST = 30;

export const monthsText = (
  months: Months,
  {
    colour,
    seed,
    replications,
  }: { readonly colour: boolean; readonly seed: number; readonly replications: number },
): string => {
  const paint = paintOf(colour);
  const { rows, costPerMonth, mean } = months;
  const right = (title: string) => ({ title, align: 'right' }) as const;
  const sections = [
    [
      paint(
        `${months.design}, ${rows.length} ${rows.length === 1 ? 'month' : 'months'}, seed ${seed}, ${replications} runs`,
        'strong',
      ),
      ...months.story.flatMap((line) => wrapped(line)),
    ],
    [
      `quality  ${sparkline(months.quality)}  ${points(mean.value)}${mean.halfWidth === null ? '' : ` ± ${points(mean.halfWidth)}`} on average`,
      ...(months.seen.some((value) => value !== null)
        ? [`seen     ${sparkline(months.seen)}  by the team`]
        : []),
    ],
    objectiveRows(months, paint, (text) => paint(text, 'strong')),
    table(
      [
        right('month'),
        right('quality'),
        right('seen'),
        right('age'),
        right('in sight'),
        right('trained'),
        right('cost'),
      ],
      rows.map((row) => [
        String(row.month),
        points(row.quality),
        row.seen === null ? '–' : points(row.seen),
        span(row.ageDays * 86_400),
        share(row.coverage),
        digits(row.retrainings),
        dollars(row.cost),
      ]),
      paint,
    ),
    ...(months.retrainings.length === 0 ? [] : [wrapped(trained(months.retrainings))]),
    [`Training ${dollars(costPerMonth.training)} a month, labels ${dollars(costPerMonth.labels)} a month.`],
    [
      paint('What it stands on', 'strong'),
      ...months.terms
        .slice(0, TERMS_MOST)
        .map(({ name, value, from }) => `${name}: ${value}, ${from}`)
        .flatMap((line) => wrapped(`· ${line}`, '  ')),
    ],
  ];
  return sections
    .filter((section) => section.length > 0)
    .map((section) => section.join('\n'))
    .join('\n\n');
};

const points = (value: number): string => `${(value * 100).toFixed(1)} %`;

const DAYS_TOLD = 8;

/** By reason, and on which days where they are few. */
const trained = (retrainings: Months['retrainings']): string => {
  const parts = REASONS.flatMap(([because, said]) => {
    const all = retrainings.filter((one) => one.because === because);
    if (all.length === 0) return [];
    const on = all.length > DAYS_TOLD ? '' : ` on day ${all.map(({ day }) => day).join(', ')}`;
    return `${said} ${all.length} ${all.length === 1 ? 'time' : 'times'}${on}`;
  });
  return `Trained ${parts.join('; ')}.`;
};

const REASONS = [
  ['calendar', 'by the calendar'],
  ['alarm', 'after an alarm'],
  ['false alarm', 'after a false alarm'],
  ['rejected', 'and rejected by the canary'],
] as const;
