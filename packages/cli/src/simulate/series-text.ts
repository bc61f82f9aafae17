/** How a run went over time: one line a measure, from nothing to its highest. */
import type { Series, SeriesLine } from '@dryrun/simulator';
import { digits, ms, rate, share, span } from './numbers.ts';
import { sparkline } from './table.ts';

const LINES_MAX = 12;
const NAME_WIDTH = 24;

export const seriesRows = (
  series: Series | undefined,
  title: (text: string) => string,
): readonly string[] => {
  if (!series || series.lines.length === 0) return [];
  const shown = series.lines.slice(0, LINES_MAX);
  const steps = Math.max(...shown.map(({ values }) => values.length));
  const left = series.lines.length - shown.length;
  return [
    title(`Over time, ${span(series.stepS * steps)}`),
    ...shown.map((line) => {
      const name = `${line.of} ${CALLED[line.measure]}`.slice(0, NAME_WIDTH).padEnd(NAME_WIDTH);
      const known = line.values.filter((value) => value !== null);
      const highest = known.length === 0 ? 'nothing' : `to ${inUnits(line.measure, Math.max(...known))}`;
      return `${name}  ${sparkline(line.values)}  ${highest}`;
    }),
    ...(left > 0 ? [`and ${left} more lines, with --json`] : []),
  ];
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
