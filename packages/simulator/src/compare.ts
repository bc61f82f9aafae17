/**
 * B minus A on the same random numbers: each replication is a pair, and what both share in luck falls out of the difference.
 *
 *     A₁ A₂ … Aₙ
 *     B₁ B₂ … Bₙ   ─▶ Bᵢ − Aᵢ ─▶ mean ± Student
 */
import type { Design } from '@dryrun/design';
import type { Palette } from '@dryrun/domain';
import type { Sample } from './engine/run.ts';
import { reportOf } from './report-of.ts';
import type { Comparison, Report, RequestFigures, SimulateOptions } from './report.ts';
import { student95 } from './statistics/student.ts';

export const compare = (
  a: Design,
  samplesA: readonly Sample[],
  b: Design,
  samplesB: readonly Sample[],
  palette: Palette,
  options: SimulateOptions,
): Comparison => {
  const pairs = Math.min(samplesA.length, samplesB.length);
  const each = (design: Design, samples: readonly Sample[]) =>
    samples.slice(0, pairs).map((sample) => figuresOf(reportOf(design, palette, options, [sample])));
  const [ofA, ofB] = [each(a, samplesA), each(b, samplesB)];
  const differences = (ofA[0] ?? []).flatMap(({ of, measure }) => {
    const find = (figures: readonly Named[]) =>
      figures.find((one) => one.of === of && one.measure === measure)?.value;
    const paired = ofA.map((figures, pair) => [find(figures), find(ofB[pair] ?? [])] as const);
    const whole = paired.flatMap(([before, after]) =>
      before === undefined || before === null || after === undefined || after === null
        ? []
        : [[before, after] as const],
    );
    // A figure that some replications do not have, having overflowed, cannot be compared.
    return whole.length < Math.max(2, pairs) ? [] : [differenceOf(of, measure, whole)];
  });
  return {
    a: reportOf(a, palette, options, samplesA),
    b: reportOf(b, palette, options, samplesB),
    differences,
  };
};

const differenceOf = (
  of: string,
  measure: string,
  pairs: readonly (readonly [number, number])[],
): Comparison['differences'][number] => {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const apart = pairs.map(([before, after]) => after - before);
  const value = mean(apart);
  const squares = apart.reduce((sum, one) => sum + (one - value) ** 2, 0);
  const halfWidth = student95(pairs.length - 1) * Math.sqrt(squares / (pairs.length - 1) / pairs.length);
  return {
    of,
    measure,
    a: mean(pairs.map(([before]) => before)),
    b: mean(pairs.map(([, after]) => after)),
    difference: { value, halfWidth },
    clear: Math.abs(value) > halfWidth,
  };
};

type Named = { readonly of: string; readonly measure: string; readonly value: number | null };

const figuresOf = ({ request, workloads, components, cost }: Report): readonly Named[] => [
  ...requestFigures('request', request),
  ...(Object.keys(workloads).length > 1
    ? Object.entries(workloads).flatMap(([name, figures]) => requestFigures(name, figures))
    : []),
  ...components.flatMap(({ id, utilisation, queueMean, latencyMs }) => [
    { of: id, measure: 'utilisation', value: utilisation },
    { of: id, measure: 'queueMean', value: queueMean },
    { of: id, measure: 'meanMs', value: latencyMs?.mean.value ?? null },
  ]),
  { of: 'request', measure: 'costPerMonth', value: cost.perMonth },
];

const requestFigures = (
  of: string,
  { latencyMs, throughputRps, errorRate }: RequestFigures,
): readonly Named[] => [
  { of, measure: 'meanMs', value: latencyMs?.mean.value ?? null },
  { of, measure: 'p50Ms', value: latencyMs?.p50.value ?? null },
  { of, measure: 'p99Ms', value: latencyMs?.p99.value ?? null },
  { of, measure: 'throughputRps', value: throughputRps },
  { of, measure: 'errorRate', value: errorRate },
];
