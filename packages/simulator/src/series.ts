/** How a transient run went over time: means over replications, with what they differ by. */
import { lowerEdge } from './kernel/histogram.ts';
import { classFigure, nodeFigure, timeOf } from './engine/record.ts';
import type { Slices } from './engine/record.ts';
import type { Sample } from './engine/run.ts';
import type { Model } from './model.ts';
import type { Series, SeriesLine } from './report.ts';
import { student95 } from './statistics/student.ts';
import { BUSY, LOST, OK, ON, QUEUE, TOOK } from './engine/record-places.ts';

/** More components than this are not told apart in a picture. */
const COMPONENTS_MAX = 40;

type Read = (slices: Slices, slice: number) => number | null;

export const seriesOf = (model: Model, samples: readonly Sample[]): Series => {
  const finest = samples.map(({ slices }) => slices).filter(({ count }) => count > 0);
  const stepS = Math.max(0, ...finest.map((slices) => timeOf(slices, 0)));
  // A run whose record was merged less often has finer slices: only those as long as the longest are told.
  const even = finest.filter((slices) => Math.abs(timeOf(slices, 0) - stepS) <= 1e-9 * stepS);
  const steps = even.length === 0 ? 0 : Math.min(...even.map(({ count }) => count));
  const line = (of: string, measure: SeriesLine['measure'], read: Read): SeriesLine => {
    const columns = Array.from({ length: steps }, (_, step) =>
      even.flatMap((slices) => {
        const value = read(slices, step);
        return value === null ? [] : [value];
      }),
    );
    return { of, measure, values: columns.map(meanOf), halfWidths: columns.map(ribbonOf) };
  };
  return {
    stepS,
    lines: [
      ...model.classes.flatMap(({ name }, of) => [
        line(
          name,
          'throughputRps',
          (slices, step) => classFigure(slices, step, of, OK) / timeOf(slices, step),
        ),
        line(name, 'errorRate', (slices, step) =>
          share(classFigure(slices, step, of, LOST), classFigure(slices, step, of, OK)),
        ),
        line(name, 'meanMs', (slices, step) =>
          per(classFigure(slices, step, of, TOOK) * 1000, classFigure(slices, step, of, OK)),
        ),
        line(name, 'p99Ms', (slices, step) => p99Ms(slices, step, of)),
      ]),
      ...model.nodes.slice(0, COMPONENTS_MAX).flatMap(({ id, servers, autoscale }, node) => {
        const figure = (slices: Slices, step: number, of: number) => nodeFigure(slices, step, node, of);
        const isStation = servers < Infinity || even.some((slices) => hasQueued(slices, node));
        return [
          ...(isStation
            ? [line(id, 'queue', (slices, step) => figure(slices, step, QUEUE) / timeOf(slices, step))]
            : []),
          ...(servers < Infinity
            ? [
                line(id, 'utilisation', (slices, step) =>
                  per(figure(slices, step, BUSY), figure(slices, step, ON) * servers),
                ),
              ]
            : []),
          ...(autoscale
            ? [line(id, 'replicas', (slices, step) => figure(slices, step, ON) / timeOf(slices, step))]
            : []),
        ];
      }),
    ],
  };
};

const per = (above: number, below: number): number | null => (below > 0 ? above / below : null);
const share = (part: number, rest: number): number | null => per(part, part + rest);

const hasQueued = (slices: Slices, node: number): boolean => {
  for (let slice = 0; slice < slices.count; slice++)
    if (nodeFigure(slices, slice, node, QUEUE) > 0) return true;
  return false;
};

const p99Ms = (
  { took: { bits, from, width, counts }, classes }: Slices,
  step: number,
  of: number,
): number | null => {
  const line = (step * classes + of) * width;
  let total = 0;
  for (let bin = 0; bin < width; bin++) total += counts[line + bin]!;
  let above = total * 0.01;
  for (let bin = width - 1; bin >= 0; bin--) {
    const count = counts[line + bin]!;
    if (count > 0 && count >= above) {
      const low = lowerEdge(from + bin, bits);
      return (
        (lowerEdge(from + bin + 1, bits) - (lowerEdge(from + bin + 1, bits) - low) * (above / count)) * 1000
      );
    }
    above -= count;
  }
  return null;
};

const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

const ribbonOf = (values: readonly number[]): number | null => {
  const mean = meanOf(values);
  if (mean === null || values.length < 2) return null;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return student95(values.length - 1) * Math.sqrt(squares / (values.length - 1) / values.length);
};
