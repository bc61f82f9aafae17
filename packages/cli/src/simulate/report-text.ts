/**
 * A run's report to be read in a terminal: 80 columns, the answer first, then what it rests on.
 *
 *     header · the bottleneck in a sentence · workloads · components · objectives · cost · over time · closed form · notes
 */
import type { Fault } from '@dryrun/design';
import type { Engine, Report, RequestFigures } from '@dryrun/simulator';
import { bottleneckSentence, componentRows, factRows } from './components-text.ts';
import { digits, dollars, ms, msFigure, rate, share, span, whole } from './numbers.ts';
import { objectiveRows } from './objectives-text.ts';
import { seriesRows } from './series-text.ts';
import { paintOf, table, wrapped } from './table.ts';
import { tokenRows } from './tokens-text.ts';
import type { Cell, Paint } from './table.ts';

export type Shown = {
  /** Times every workload. */
  readonly load: number;
  readonly colour: boolean;
  /** What strikes the design, marked below how it went over time. */
  readonly faults?: readonly Fault[];
};

export const reportText = (report: Report, { load, colour, faults = [] }: Shown): string => {
  const paint = paintOf(colour);
  const title = (text: string) => paint(text, 'strong');
  const sections = [
    [...header(report, load, title)],
    wrapped(bottleneckSentence(report)),
    workloadTable(report, paint),
    componentRows(report, paint),
    tokenRows(report, paint),
    factRows(report),
    objectiveRows(report, paint, title),
    costRows(report, paint, title),
    seriesRows(report.series, faults, title),
    closedForm(report),
    grouped(report.notes).flatMap((note) => wrapped(`· ${note}`, '  ')),
    [paint(provenance(report.engine), 'faint')],
  ];
  return sections
    .filter((section) => section.length > 0)
    .map((section) => section.join('\n'))
    .join('\n\n');
};

const ENDED: Readonly<Record<Engine['ended'], string>> = {
  precision: 'the figures were precise enough',
  budget: 'its budget of events was spent',
  requests: 'the requests asked for were through',
  seconds: 'its time was over',
  cancelled: 'it was interrupted, and these are the figures so far',
};

const header = (report: Report, load: number, title: (text: string) => string): readonly string[] => {
  const { observedS, warmUpS, ended, seed, replications } = report.engine;
  const runs = replications > 1 ? ` in ${whole(replications)} runs` : '';
  const warm =
    warmUpS > 0
      ? ` The first ${span(warmUpS / replications)} of ${replications > 1 ? 'each' : 'it'}, to warm up, are not in the figures.`
      : '';
  return [
    ...wrapped(`${report.design}, ${loadText(load)}, seed ${seed}`).map(title),
    ...wrapped(
      `Simulated ${span(observedS + warmUpS)}${runs}: ${whole(report.request.count)} requests. It ended because ${ENDED[ended]}.${warm}`,
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
const NEVER_FAILS = 1 - 1e-9;

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
  const told = priced.length === 0 ? 'no component has a price' : `${dollars(cost.perMonth)} a month${each}`;
  return [
    `${title('Cost')}          ${told}`,
    `${title('Availability')}  ${availability > NEVER_FAILS ? 'no component says how often it fails (mtbf)' : share(availability)}`,
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
  const beside =
    form && request.latencyMs
      ? ` (simulated ${msFigure(request.latencyMs.mean)} and ${msFigure(request.latencyMs.p99)})`
      : '';
  return [
    ...wrapped(
      form
        ? `The closed form says mean ${ms(form.mean)}, p99 ${ms(form.p99)}${beside}.`
        : 'The closed form has no answer for the latency of this design at this load.',
    ),
    ...approximations(analytic.notes),
  ];
};

const APPROXIMATIONS_SHOWN = 3;

const approximations = (notes: readonly string[]): readonly string[] => {
  const told = grouped(notes);
  const left = told.length - APPROXIMATIONS_SHOWN;
  return [
    ...told.slice(0, APPROXIMATIONS_SHOWN).flatMap((note) => wrapped(`· ${note}`, '  ')),
    ...(left > 0 ? [`· and ${left} more approximation${left === 1 ? '' : 's'}, with --json`] : []),
  ];
};

/** What is said of several components alike is said once: “cache, store: its wait follows from …”. */
const grouped = (notes: readonly string[]): readonly string[] => {
  const of = new Map<string, string[]>();
  for (const note of notes) {
    const [, name, said = note] = /^(\S+): (.*)$/.exec(note) ?? [];
    of.set(said, [...(of.get(said) ?? []), ...(name === undefined ? [] : [name])]);
  }
  return [...of].map(([said, names]) => (names.length === 0 ? said : `${names.join(', ')}: ${said}`));
};

export const provenance = ({ events, eventsPerSecond, seed, replications, trajectoryHash }: Engine): string =>
  [
    `${whole(events)} events${eventsPerSecond > 0 ? ` at ${whole(Number(eventsPerSecond.toPrecision(2)))}/s` : ''}`,
    `seed ${seed}`,
    ...(replications > 1 ? [`${replications} replications`] : []),
    `trajectory ${trajectoryHash.slice(0, 12)}`,
  ].join(' · ');
