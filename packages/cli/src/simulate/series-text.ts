/**
 * How a run went over time: one line a measure, from nothing to its highest, and under them when what struck. What never
 * changed is left out, and of many components those are shown that were furthest from their usual.
 */
import type { Fault } from '@dryrun/design';
import type { Series, SeriesLine } from '@dryrun/simulator';
import { digits, ms, rate, share, span } from './numbers.ts';
import { sparkline, SPARK_CELLS } from './table.ts';

const LINES_MAX = 12;
const FAULTS_MAX = 4;
const NAME_WIDTH = 24;

export const seriesRows = (
  series: Series | undefined,
  faults: readonly Fault[],
  title: (text: string) => string,
): readonly string[] => {
  if (!series || series.lines.length === 0) return [];
  const moving = series.lines.filter(
    ({ measure, values }) => highest(values) >= TELLING[measure] && unrest(values) > 0,
  );
  const ofWorkloads = moving.filter(({ measure }) => OF_WORKLOADS.has(measure));
  const ofComponents = moving
    .filter(({ measure, values }) => OF_COMPONENTS.has(measure) && unrest(values) >= UNREST_MIN)
    .sort((a, b) => unrest(b.values) - unrest(a.values));
  const shown = [...ofWorkloads, ...ofComponents].slice(0, LINES_MAX);
  const steps = Math.max(...series.lines.map(({ values }) => values.length));
  const left = series.lines.length - shown.length;
  return [
    title(`Over time, ${span(series.stepS * steps)}`),
    ...shown.map(
      ({ of, measure, values }) =>
        `${named(`${of} ${CALLED[measure]}`)}  ${sparkline(values)}  to ${inUnits(measure, highest(values))}`,
    ),
    ...faults.slice(0, FAULTS_MAX).map((fault) => struck(fault, steps, series.stepS)),
    ...(left > 0 ? [`and ${left} more line${left === 1 ? '' : 's'}, with --json`] : []),
  ];
};

/** The mean of a workload goes as its p99 does. */
const OF_WORKLOADS: ReadonlySet<SeriesLine['measure']> = new Set(['throughputRps', 'errorRate', 'p99Ms']);
const OF_COMPONENTS: ReadonlySet<SeriesLine['measure']> = new Set(['queue', 'utilisation', 'replicas']);

/** What never comes to more than this is noise. */
const TELLING: Readonly<Record<SeriesLine['measure'], number>> = {
  throughputRps: 0,
  errorRate: 1e-4,
  meanMs: 0,
  p99Ms: 0,
  queue: 1,
  utilisation: 0.1,
  replicas: 0,
};

/** A component that stays this near to its usual is as it always is. */
const UNREST_MIN = 0.2;

const highest = (values: readonly (number | null)[]): number =>
  values.reduce<number>((most, value) => Math.max(most, value ?? 0), 0);

/** How far its highest is from its usual: 0 for what never changes, 1 for what happens once. */
const unrest = (values: readonly (number | null)[]): number => {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  const [lowest = 0, usual = 0, most = 0] = [known[0], known[known.length >> 1], known.at(-1)];
  return most > lowest ? Math.max(most - usual, usual - lowest) / most : 0;
};

const named = (name: string): string =>
  name.length > NAME_WIDTH ? `${name.slice(0, NAME_WIDTH - 1)}…` : name.padEnd(NAME_WIDTH);

/** A rule under the steps in which it lasts. */
const struck = (fault: Fault, steps: number, stepS: number): string => {
  const { kind, component, workload, zone, region, fromS, forS = Infinity } = fault;
  const cells = Math.ceil(steps / Math.ceil(steps / SPARK_CELLS));
  const cellS = (stepS * steps) / cells;
  const rule = Array.from({ length: cells }, (_, cell) =>
    (cell + 1) * cellS > fromS && cell * cellS < fromS + forS ? '▔' : ' ',
  ).join('');
  const lasts = forS === Infinity ? 'on' : `for ${span(forS)}`;
  return `${named(`${component ?? workload ?? zone ?? region ?? ''} ${kind}`)}  ${rule.trimEnd().padEnd(cells)}  ${lasts}`;
};

const CALLED: Readonly<Record<SeriesLine['measure'], string>> = {
  throughputRps: 'answered',
  errorRate: 'errors',
  meanMs: 'mean',
  p99Ms: 'p99',
  queue: 'queue',
  utilisation: 'utilisation',
  replicas: 'copies',
};

const inUnits = (measure: SeriesLine['measure'], value: number): string => {
  switch (measure) {
    case 'throughputRps':
      return rate(value);
    case 'errorRate':
    case 'utilisation':
      return share(value);
    case 'meanMs':
    case 'p99Ms':
      return ms(value);
    case 'queue':
    case 'replicas':
      return digits(value);
  }
};
