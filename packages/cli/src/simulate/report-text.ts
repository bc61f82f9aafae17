/**
 * A run's report to be read in a terminal: 80 columns, the answer first, then what it rests on.
 *
 *     header · the bottleneck in a sentence · workloads · components · objectives · cost · over time · closed form · notes
 */
import type { Engine, Report, RequestFigures } from '@dryrun/simulator';
import { bottleneckSentence, componentRows } from './components-text.ts';
import { digits, dollars, ms, msFigure, rate, share, span, whole } from './numbers.ts';
import { objectiveRows } from './objectives-text.ts';
import { seriesRows } from './series-text.ts';
import { paintOf, table, wrapped } from './table.ts';
import type { Cell, Paint } from './table.ts';

export type Shown = {
  /** Times every workload. */
  readonly load: number;
  readonly colour: boolean;
};

export const reportText = (report: Report, { load, colour }: Shown): string => {
  const paint = paintOf(colour);
  const title = (text: string) => paint(text, 'strong');
  const sections = [
    [...header(report, load, title)],
    wrapped(bottleneckSentence(report)),
    workloadTable(report, paint),
    componentRows(report, paint),
    objectiveRows(report, paint, title),
    costRows(report, paint, title),
    seriesRows(report.series, title),
    closedForm(report),
    report.notes.flatMap((note) => wrapped(`· ${note}`, '  ')),
    [paint(provenance(report.engine), 'faint')],
  ];
  return sections
    .filter((section) => section.length > 0)
    .map((section) => section.join('\n'))
    .join('\n\n');
};

const ENDED: Readonly<Record<Engine['ended'], string>> = {
  precision: 'the figures were precise enough',
  budget: 'its time was up',
  requests: 'the requests asked for were through',
  seconds: 'the time asked for was over',
  cancelled: 'it was interrupted, and these are the figures so far',
};

const header = (report: Report, load: number, title: (text: string) => string): readonly string[] => {
  const { observedS, warmUpS, ended, seed } = report.engine;
  const warm = warmUpS > 0 ? ` after ${span(warmUpS)} to warm up` : '';
  return [
    ...wrapped(`${report.design}, ${loadText(load)}, seed ${seed}`).map(title),
    ...wrapped(
      `Observed ${span(observedS)}${warm}: ${whole(report.request.count)} requests. It ended because ${ENDED[ended]}.`,
    ),
  ];
};

/** “at its own load”, “at 10 times its load”. */
export const loadText = (load: number): string =>
  load === 1 ? 'at its own load' : `at ${digits(load)} times its load`;

const workloadTable = (report: Report, paint: Paint): readonly string[] => {
  const workloads = Object.entries(report.workloads);
  const rows = workloads.length === 1 ? workloads : [...workloads, ['all', report.request] as const];
  return table(
    [
      { title: 'workload', align: 'left' },
      { title: 'answered', align: 'right' },
      { title: 'errors', align: 'right' },
      { title: 'mean', align: 'right' },
      { title: 'p50', align: 'right' },
      { title: 'p90', align: 'right' },
      { title: 'p99', align: 'right' },
    ],
    rows.map(([name, figures]) => [name, ...requestCells(figures)]),
    paint,
  );
};

const requestCells = ({ throughputRps, errorRate, latencyMs }: RequestFigures): readonly Cell[] => [
  rate(throughputRps),
  errorRate > 0 ? { text: share(errorRate), tone: 'bad' } : '0 %',
  ...(latencyMs
    ? [msFigure(latencyMs.mean), ms(latencyMs.p50.value), ms(latencyMs.p90.value), msFigure(latencyMs.p99)]
    : ['–', '–', '–', '–']),
];

const COSTS_SHOWN = 6;

const costRows = (
  { cost, availability }: Report,
  paint: Paint,
  title: (text: string) => string,
): readonly string[] => {
  const each =
    cost.perThousandRequests === null ? '' : `, ${dollars(cost.perThousandRequests)} per thousand requests`;
  const priced = cost.components.filter(({ perMonth }) => perMonth > 0);
  const shown = priced.slice(0, COSTS_SHOWN);
  const rest = priced.slice(COSTS_SHOWN).reduce((sum, { perMonth }) => sum + perMonth, 0);
  const rows: Cell[][] = shown.map(({ id, perMonth }) => [
    id,
    dollars(perMonth),
    share(perMonth / cost.perMonth),
  ]);
  if (rest > 0) rows.push(['the others', dollars(rest), share(rest / cost.perMonth)]);
  return [
    `${title('Cost')}          ${dollars(cost.perMonth)} a month${each}`,
    `${title('Availability')}  ${share(availability)}`,
    ...(rows.length > 1
      ? table(
          [
            { title: 'component', align: 'left' },
            { title: 'a month', align: 'right' },
            { title: 'of it', align: 'right' },
          ],
          rows,
          paint,
        )
      : []),
  ];
};

const closedForm = ({ analytic, request }: Report): readonly string[] => {
  const form = analytic.request.latencyMs;
  const said = form
    ? `mean ${ms(form.mean)}, p99 ${ms(form.p99)}`
    : 'no answer for the latency of this design at this load';
  const beside =
    form && request.latencyMs
      ? ` (simulated ${msFigure(request.latencyMs.mean)} and ${msFigure(request.latencyMs.p99)})`
      : '';
  return [
    ...wrapped(`The closed form says ${said}${beside}.`),
    ...analytic.notes.flatMap((note) => wrapped(`· ${note}`, '  ')),
  ];
};

export const provenance = ({ events, eventsPerSecond, seed, replications, trajectoryHash }: Engine): string =>
  [
    `${whole(events)} events${eventsPerSecond > 0 ? ` at ${whole(Number(eventsPerSecond.toPrecision(2)))}/s` : ''}`,
    `seed ${seed}`,
    ...(replications > 1 ? [`${replications} replications`] : []),
    `trajectory ${trajectoryHash.slice(0, 12)}`,
  ].join(' · ');
