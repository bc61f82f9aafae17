/** Objectives of a report, each in the units of its measure: met, not met, or why the run cannot say. */
import type { Measure } from '@dryrun/design';
import type { Figure, ObjectiveFigure, Report } from '@dryrun/simulator';
import { bytes, dollars, msFigure, rateFigure, share } from './numbers.ts';
import { table, wrapped } from './table.ts';
import type { Cell, Paint } from './table.ts';

export const objectiveRows = (
  { objectives }: Pick<Report, 'objectives'>,
  paint: Paint,
  title: (text: string) => string,
): readonly string[] => {
  if (objectives.length === 0) return [];
  const rows = objectives.map((one): readonly Cell[] => [
    nameOf(one),
    verdict(one),
    one.value === null ? '–' : inUnits(one.measure, { value: one.value, halfWidth: one.halfWidth }),
    `${one.bound === 'atMost' ? 'at most' : 'at least'} ${inUnits(one.measure, { value: one.limit, halfWidth: null })}`,
  ]);
  const reasons = new Set(objectives.flatMap(({ why }) => why ?? []));
  const unsure = [...reasons].flatMap((why) => {
    const [first, ...others] = objectives.filter((one) => one.why === why).map(nameOf);
    const more = others.length === 0 ? '' : ` and ${others.length} more`;
    return wrapped(`· ${first}${more}: ${why}`, '  ');
  });
  return [
    title(`Objectives: ${metOf(objectives)}`),
    ...table(
      [
        { title: 'objective', align: 'left' },
        { title: '', align: 'left' },
        { title: 'value', align: 'right' },
        { title: 'limit', align: 'left' },
      ],
      rows,
      paint,
    ),
    ...unsure,
  ];
};

/** “2 of 3 met”. */
export const metOf = (objectives: readonly ObjectiveFigure[]): string =>
  `${objectives.filter(({ met }) => met === true).length} of ${objectives.length} met`;

export const nameOf = ({ workload, component, measure }: ObjectiveFigure): string =>
  [workload ?? component, measure].filter(Boolean).join(' ');

const verdict = ({ met }: ObjectiveFigure): Cell => {
  if (met === null) return 'cannot say';
  return met ? { text: 'met', tone: 'good' } : { text: 'not met', tone: 'bad' };
};

export const inUnits = (measure: Measure, figure: Figure): string => {
  switch (measure) {
    case 'mean':
    case 'p50':
    case 'p90':
    case 'p95':
    case 'p99':
    case 'ttft-p95':
    case 'tpot-p95':
    case 'completes-by':
    case 'freshness':
      return msFigure(figure);
    case 'throughput':
    case 'tokens-per-second':
      return rateFigure(figure);
    case 'error-rate':
    case 'availability':
    case 'recall':
      return share(figure.value);
    case 'cost-per-month':
    case 'cost-per-thousand-requests':
    case 'cost-per-million-tokens':
      return dollars(figure.value);
    case 'memory':
      return bytes(figure.value);
    case 'quality':
      return share(figure.value);
  }
};
