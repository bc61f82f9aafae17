/** What an oracle reads from a report, by component, workload or line of the series. Times come out in seconds. */
import type { ComponentFigures, Figure, Latencies, Report, RequestFigures } from '@dryrun/simulator';
import type { Reading, Tolerance, Value } from './oracle.ts';

export const INTERVAL = { kind: 'interval' } as const satisfies Tolerance;
export const EQUAL = { kind: 'equal' } as const satisfies Tolerance;
export const AT_MOST = { kind: 'atMost' } as const satisfies Tolerance;
export const AT_LEAST = { kind: 'atLeast' } as const satisfies Tolerance;
export const within = (share: number): Tolerance => ({ kind: 'within', share });
export const plusMinus = (by: number): Tolerance => ({ kind: 'plusMinus', by });

export const reading = (
  of: string,
  exact: Value,
  read: (report: Report) => Figure | Value,
  tolerance: Tolerance = INTERVAL,
): Reading => ({ of, exact, read, tolerance });

export const component = (report: Report, id: string): ComponentFigures => {
  const found = report.components.find((one) => one.id === id);
  if (found === undefined) throw new Error(`The report was expected to have the component ${id}.`);
  return found;
};

export const workload = (report: Report, name: string): RequestFigures => {
  const found = report.workloads[name];
  if (found === undefined) throw new Error(`The report was expected to have the workload ${name}.`);
  return found;
};

export const scaled = (figure: Figure | null | undefined, by: number): Figure | null =>
  figure == null
    ? null
    : { value: figure.value * by, halfWidth: figure.halfWidth === null ? null : figure.halfWidth * by };

type Which = keyof Latencies;
export const latency = (which: Which) => (report: Report) => scaled(report.request.latencyMs?.[which], 1e-3);
export const latencyOf = (name: string, which: Which) => (report: Report) =>
  scaled(workload(report, name).latencyMs?.[which], 1e-3);
export const wait = (id: string, which: Which) => (report: Report) =>
  scaled(component(report, id).waitMs?.[which], 1e-3);
export const finish = (report: Report) => scaled(report.request.finishMs?.mean, 1e-3);

export const errorRate = (report: Report): Figure => ({
  value: report.request.errorRate,
  halfWidth: report.request.halfWidths.errorRate,
});
export const throughput = (report: Report): Figure => ({
  value: report.request.throughputRps,
  halfWidth: report.request.halfWidths.throughputRps,
});
export const queue =
  (id: string) =>
  (report: Report): Figure => {
    const { queueMean, halfWidths } = component(report, id);
    return { value: queueMean, halfWidth: halfWidths.queueMean };
  };
/** Times `by`: with servers ÷ (rate × service) it is visits for each request. */
export const utilisation =
  (id: string, by = 1) =>
  (report: Report): Figure | null => {
    const { utilisation, halfWidths } = component(report, id);
    return utilisation === null
      ? null
      : scaled({ value: utilisation, halfWidth: halfWidths.utilisation }, by);
  };
export const growth =
  (id: string) =>
  (report: Report): Figure | null => {
    const found = report.overload.find((one) => one.component === id);
    return found === undefined ? null : { value: found.backlogPerSecond, halfWidth: found.halfWidth };
  };

/** The lines of one measure added up, step by step. */
export const series = (
  report: Report,
  measure: 'queue' | 'throughputRps',
  of?: string,
): readonly number[] => {
  const lines = (report.series?.lines ?? []).filter(
    (line) => line.measure === measure && (of === undefined || line.of === of),
  );
  const steps = lines[0]?.values.length ?? 0;
  return Array.from({ length: steps }, (_, step) =>
    lines.reduce((sum, line) => sum + (line.values[step] ?? 0), 0),
  );
};

/** The mean of a line from one instant to another. */
export const between = (
  report: Report,
  values: readonly number[],
  fromS: number,
  toS: number,
): number | null => {
  const stepS = report.series?.stepS ?? Number.NaN;
  const inside = values.filter((_, step) => step * stepS >= fromS && (step + 1) * stepS <= toS);
  return inside.length === 0 ? null : inside.reduce((sum, value) => sum + value, 0) / inside.length;
};
