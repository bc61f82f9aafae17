/** The components of a report: which one gives way first, in a sentence, and all of them in a table. */
import type { ComponentFigures, Report } from '@dryrun/simulator';
import { digits, ms, rate, share } from './numbers.ts';
import { bar, table } from './table.ts';
import type { Cell, Column, Paint } from './table.ts';

export const bottleneckSentence = ({ overload, bottleneck, components, analytic }: Report): string => {
  if (overload.length > 0)
    return overload
      .map(({ component, backlogPerSecond }) => {
        const served = components.find(({ id }) => id === component)?.throughputRps;
        const capacity = served === undefined ? '' : `; capacity ${digits(served)} requests/s`;
        return `“${component}” is overloaded: its queue grows by ${digits(backlogPerSecond)} a second${capacity}.`;
      })
      .join(' ');
  const utilisation = components.find(({ id }) => id === bottleneck)?.utilisation ?? null;
  if (bottleneck === null || utilisation === null)
    return 'No component has a limit that this load comes near, so there is no bottleneck.';
  const headroom =
    analytic.bottleneck === bottleneck && analytic.headroom !== null ? analytic.headroom : 1 / utilisation;
  const takes = Number.isFinite(headroom) ? `: it takes about ${digits(headroom, 2)} times this load` : '';
  return `The bottleneck is “${bottleneck}” at ${share(utilisation)}${takes}.`;
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
  const rows = components.map((one): readonly Cell[] => [
    one.id === bottleneck ? { text: one.id, tone: 'strong' } : one.id,
    utilisationCell(one, full.has(one.id)),
    digits(one.queueMean, 2),
    rate(one.throughputRps),
    one.waitMs ? ms(one.waitMs.mean.value) : '–',
    one.latencyMs ? ms(one.latencyMs.mean.value) : '–',
    `×${digits(one.replicas)}`,
    ...(cached ? [one.hitRatio === undefined ? '' : share(one.hitRatio)] : []),
  ]);
  return table(columns, rows, paint);
};

const utilisationCell = ({ utilisation }: ComponentFigures, overloaded: boolean): Cell => {
  if (utilisation === null) return 'no limit';
  const text = `${bar(utilisation)} ${share(utilisation)}`;
  return overloaded || utilisation > 0.95 ? { text, tone: 'bad' } : text;
};
