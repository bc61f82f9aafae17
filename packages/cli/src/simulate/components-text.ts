/** The components of a report: which one gives way first, in a sentence, and all of them in a table. */
import type { ComponentFigures, Report, Series, SeriesLine } from '@dryrun/simulator';
import { bytes, digits, ms, queueText, rate, share } from './numbers.ts';
import { bar, table, wrapped } from './table.ts';
import type { Cell, Column, Paint } from './table.ts';

export const bottleneckSentence = (report: Report): string => {
  const { overload, bottleneck, components, analytic, series } = report;
  if (overload.length > 0)
    return overload
      .map(({ component, backlogPerSecond }) => {
        const served = [components, analytic.components].map(
          (all): number => all.find(({ id }) => id === component)?.throughputRps ?? 0,
        );
        // A run too short for anybody to be answered knows no capacity; the closed form does.
        const most = served.find((rps) => rps > 0);
        const capacity = most === undefined ? '' : `; capacity ${digits(most)} requests/s`;
        return `“${component}” is overloaded: its queue grows by ${digits(backlogPerSecond)} a second${capacity}.`;
      })
      .join(' ');
  const utilisation = components.find(({ id }) => id === bottleneck)?.utilisation ?? null;
  if (bottleneck === null || utilisation === null)
    return 'No component has a limit that this load comes near, so there is no bottleneck.';
  if (series)
    return `The bottleneck is “${bottleneck}”: at ${share(utilisation)} over the whole run${atWorst(series, bottleneck)}.`;
  const headroom =
    analytic.bottleneck === bottleneck && analytic.headroom !== null ? analytic.headroom : 1 / utilisation;
  const takes = Number.isFinite(headroom) ? `: it takes about ${digits(headroom, 2)} times this load` : '';
  return `The bottleneck is “${bottleneck}” at ${share(utilisation)}${takes}.`;
};

/** Where load or design change, how many times this load it takes would be no answer. */
const atWorst = ({ lines }: Series, component: string): string => {
  const highest = (wanted: SeriesLine['measure']) =>
    Math.max(
      0,
      ...lines
        .filter(({ of, measure }) => of === component && measure === wanted)
        .flatMap(({ values }) => values.map((value) => value ?? 0)),
    );
  const [utilisation, queue] = [highest('utilisation'), highest('queue')];
  if (utilisation === 0) return '';
  return `, at its worst ${share(utilisation)}${queue >= 1 ? ` with ${digits(queue)} waiting` : ''}`;
};

export const componentRows = (report: Report, paint: Paint): readonly string[] => {
  const { components, bottleneck, overload } = report;
  const cached = components.some(({ hitRatio }) => hitRatio !== undefined);
  const columns: Column[] = [
    { title: 'component', align: 'left' },
    { title: 'utilisation', align: 'left' },
    { title: 'queue', align: 'right' },
    { title: 'answered', align: 'right' },
    { title: 'wait', align: 'right' },
    { title: 'latency', align: 'right' },
    { title: 'copies', align: 'right' },
    ...(cached ? [{ title: 'hits', align: 'right' } as const] : []),
  ];
  const full = new Set(overload.map(({ component }) => component));
  const rows = components
    .filter(hasSomethingToSay)
    .map((one): readonly Cell[] => [
      one.id === bottleneck ? { text: one.id, tone: 'strong' } : one.id,
      utilisationCell(one, full.has(one.id)),
      queueText(one.queueMean),
      rate(one.throughputRps),
      one.waitMs ? ms(one.waitMs.mean.value) : '–',
      one.latencyMs ? ms(one.latencyMs.mean.value) : '–',
      `×${digits(one.replicas)}`,
      ...(cached ? [one.hitRatio === undefined ? '' : share(one.hitRatio)] : []),
    ]);
  return table(columns, rows, paint);
};

/** Clients only ask, and to some components nobody came. */
const hasSomethingToSay = ({ utilisation, throughputRps, latencyMs }: ComponentFigures): boolean =>
  (utilisation ?? 0) > 0 || throughputRps > 0 || latencyMs !== null;

const utilisationCell = ({ utilisation }: ComponentFigures, overloaded: boolean): Cell => {
  if (utilisation === null) return 'no limit';
  const text = `${bar(utilisation)} ${share(utilisation)}`;
  return overloaded || utilisation > 0.95 ? { text, tone: 'bad' } : text;
};

/** What follows from settings alone: memory, recall, age, the end of a run. */
export const factRows = ({ components }: Pick<Report, 'components'>): readonly string[] =>
  components.flatMap(({ id, facts }) => {
    if (!facts) return [];
    const { memoryBytes, recall, freshnessMs, completesMs } = facts;
    const told = [
      ...(memoryBytes === undefined ? [] : [`holds ${bytes(memoryBytes)}`]),
      ...(recall === undefined ? [] : [`finds ${share(recall)} of what it should`]),
      ...(freshnessMs === undefined ? [] : [`is as much as ${ms(freshnessMs)} behind`]),
      ...(completesMs === undefined ? [] : [`has done a run in ${ms(completesMs)}`]),
    ];
    return wrapped(`“${id}” ${told.join(', ')}.`);
  });
