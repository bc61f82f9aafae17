/** Two designs on the same random numbers: what differs, by how much, and whether that is more than chance. */
import type { Comparison, Figure } from '@dryrun/simulator';
import { digits, dollars, measured, ms, queueText, rate, share, span } from './numbers.ts';
import { bottleneckSentence } from './components-text.ts';
import { loadText, provenance } from './report-text.ts';
import { paintOf, table, wrapped } from './table.ts';
import type { Cell } from './table.ts';

export const comparisonText = (
  { a, b, differences }: Comparison,
  { load, colour }: { readonly load: number; readonly colour: boolean },
): string => {
  const paint = paintOf(colour);
  const apart = differences.filter((one) => !isSame(one));
  const same = differences.length - apart.length;
  const rows = apart.map(({ of, measure, a: ofA, b: ofB, difference, clear }, index): readonly Cell[] => [
    apart[index - 1]?.of === of ? '' : of,
    wordsOf(measure),
    inUnits(measure, ofA),
    inUnits(measure, ofB),
    differenceOf(measure, difference),
    clear ? { text: 'clear', tone: 'strong' } : 'within chance',
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
      `${a.engine.replications} pairs on the same random numbers, ${span((a.engine.observedS + a.engine.warmUpS) / a.engine.replications)} each. Differences are B minus A, and ${clear} of ${differences.length} are clear: more than chance alone would make them.`,
    ),
    ...interrupted,
    '',
    ...wrapped(`A: ${bottleneckSentence(a)}`, '   '),
    ...wrapped(`B: ${bottleneckSentence(b)}`, '   '),
    '',
    ...table(
      [
        { title: '', align: 'left' },
        { title: 'measure', align: 'left' },
        { title: 'A', align: 'right' },
        { title: 'B', align: 'right' },
        { title: 'difference', align: 'right' },
        { title: '', align: 'left' },
      ],
      rows,
      paint,
    ),
    ...(same > 0
      ? wrapped(`${same === 1 ? 'One figure is' : `${same} figures are`} the same in both, to three digits.`)
      : []),
    '',
    paint(`A ${provenance(a.engine)}`, 'faint'),
    paint(`B ${provenance(b.engine)}`, 'faint'),
  ].join('\n');
};

type Difference = Comparison['differences'][number];

const SAME = 5e-4;

/** A difference that three digits do not show, however sure it is. */
const isSame = ({ measure, a, b, difference }: Difference): boolean =>
  Math.abs(difference.value) + (difference.halfWidth ?? 0) <= SAME * Math.max(Math.abs(a), Math.abs(b)) ||
  (Math.abs(a) < NOBODY && Math.abs(b) < NOBODY) ||
  (measure.startsWith('queue') && queueText(a) === '0' && queueText(b) === '0');
/** As a share of errors or a time in milliseconds. */
const NOBODY = 5e-5;

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
      return measure.startsWith('queue') ? queueText(value) : digits(value);
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
      return `${sign}${dollars(value)}${halfWidth === null || halfWidth === 0 ? '' : ` ± ${dollars(halfWidth)}`}`;
    case 'rate':
      return `${sign}${measured({ value, halfWidth }, { factor: 1, name: '/s' })}`;
    case 'number':
      return `${sign}${measured({ value, halfWidth }, { factor: 1, name: '' })}`;
  }
};
