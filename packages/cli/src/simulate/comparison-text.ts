/** Two designs on the same random numbers: what differs, by how much, and whether that is more than chance. */
import type { Comparison, Figure } from '@dryrun/simulator';
import { digits, dollars, measured, ms, rate, share } from './numbers.ts';
import { bottleneckSentence } from './components-text.ts';
import { loadText, provenance } from './report-text.ts';
import { paintOf, table, wrapped } from './table.ts';
import type { Cell } from './table.ts';

export const comparisonText = (
  { a, b, differences }: Comparison,
  { load, colour }: { readonly load: number; readonly colour: boolean },
): string => {
  const paint = paintOf(colour);
  const rows = differences.map(({ of, measure, a: ofA, b: ofB, difference, clear }): readonly Cell[] => [
    `${of} ${wordsOf(measure)}`,
    inUnits(measure, ofA),
    inUnits(measure, ofB),
    differenceOf(measure, difference),
    clear
      ? { text: difference.value > 0 ? 'clearly more' : 'clearly less', tone: 'strong' }
      : 'within chance',
  ]);
  const clear = differences.filter((one) => one.clear).length;
  const interrupted =
    a.engine.ended === 'cancelled' || b.engine.ended === 'cancelled'
      ? ['', 'It was interrupted, and these are the figures so far.']
      : [];
  return [
    ...wrapped(`A ${a.design} beside B ${b.design}, each ${loadText(load)}`).map((line) =>
      paint(line, 'strong'),
    ),
    ...wrapped(
      `${a.engine.replications} pairs on the same random numbers; ${clear} of ${differences.length} differences are clear. Differences are B minus A.`,
    ),
    ...interrupted,
    '',
    ...wrapped(`A: ${bottleneckSentence(a)}`, '   '),
    ...wrapped(`B: ${bottleneckSentence(b)}`, '   '),
    '',
    ...table(
      [
        { title: 'measure', align: 'left' },
        { title: 'A', align: 'right' },
        { title: 'B', align: 'right' },
        { title: 'difference', align: 'right' },
        { title: '', align: 'left' },
      ],
      rows,
      paint,
    ),
    '',
    paint(`A ${provenance(a.engine)}`, 'faint'),
    paint(`B ${provenance(b.engine)}`, 'faint'),
  ].join('\n');
};

/** `latencyMs.p99` and `p99Ms` are the p99 of people. */
const wordsOf = (measure: string): string =>
  measure
    .replace(/^latencyMs\.?/, '')
    .replace(/(Ms|Rps)$/, '')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase() || 'latency';

type Unit = 'ms' | 'share' | 'dollars' | 'rate' | 'number';

const unitOf = (measure: string): Unit => {
  if (/Ms|^(mean|p\d+)$/.test(measure)) return 'ms';
  if (/rps$|^throughput/i.test(measure)) return 'rate';
  if (/errorRate|utilisation|availability|hitRatio/.test(measure)) return 'share';
  return /cost|perMonth|perThousand/i.test(measure) ? 'dollars' : 'number';
};

const inUnits = (measure: string, value: number): string => {
  switch (unitOf(measure)) {
    case 'ms':
      return ms(value);
    case 'share':
      return share(value);
    case 'dollars':
      return dollars(value);
    case 'rate':
      return rate(value);
    case 'number':
      return digits(value);
  }
};

const differenceOf = (measure: string, { value, halfWidth }: Figure): string => {
  const sign = value > 0 ? '+' : '';
  switch (unitOf(measure)) {
    case 'ms':
      return `${sign}${measured({ value, halfWidth }, { factor: 1, name: ' ms' })}`;
    case 'share':
      return `${sign}${measured({ value, halfWidth }, { factor: 0.01, name: ' points' })}`;
    case 'dollars':
      return `${sign}${measured({ value, halfWidth }, { factor: 1, name: ' $' })}`;
    case 'rate':
      return `${sign}${measured({ value, halfWidth }, { factor: 1, name: '/s' })}`;
    case 'number':
      return `${sign}${measured({ value, halfWidth }, { factor: 1, name: '' })}`;
  }
};
