/** A sweep: one row a point, and in a sentence where it breaks. */
import type { Report } from '@dryrun/simulator';
import { dollars, ms, rate, share } from './numbers.ts';
import { metOf, nameOf } from './objectives-text.ts';
import { paintOf, table, wrapped } from './table.ts';
import type { Cell, Column } from './table.ts';

export type Point = { readonly value: string; readonly report: Report };

export const whatIfText = (of: string, points: readonly Point[], colour: boolean): string => {
  const paint = paintOf(colour);
  const judged = points.some(({ report }) => report.objectives.length > 0);
  const priced = points.some(({ report }) => report.cost.perMonth > 0);
  const columns: Column[] = [
    { title: of, align: 'left' },
    { title: 'bottleneck', align: 'left' },
    { title: 'answered', align: 'right' },
    { title: 'errors', align: 'right' },
    { title: 'mean', align: 'right' },
    { title: 'p99', align: 'right' },
    ...(priced ? [{ title: 'a month', align: 'right' } as const] : []),
    ...(judged ? [{ title: 'met', align: 'left' } as const] : []),
  ];
  const rows = points.map(({ value, report }): readonly Cell[] => {
    const { request, cost, objectives } = report;
    return [
      shownValue(of, value),
      limitOf(report),
      rate(request.throughputRps),
      share(request.errorRate),
      request.latencyMs ? ms(request.latencyMs.mean.value) : '–',
      request.latencyMs ? ms(request.latencyMs.p99.value) : '–',
      ...(priced ? [cost.perMonth > 0 ? dollars(cost.perMonth) : '–'] : []),
      ...(judged ? [metOf(objectives).replace(' met', '')] : []),
    ];
  });
  const first = points[0]?.report;
  return [
    ...wrapped(`${first?.design ?? 'A design'}: what if ${of} were …`).map((line) => paint(line, 'strong')),
    ...wrapped(breakSentence(of, points)),
    '',
    ...table(columns, rows, paint),
  ].join('\n');
};

const BOTTLENECK_WIDTH = 10;

const limitOf = ({ overload, bottleneck, components }: Report): Cell => {
  const over = overload[0]?.component;
  const id = over ?? bottleneck;
  if (id === null || id === undefined) return '–';
  const name = id.length > BOTTLENECK_WIDTH ? `${id.slice(0, BOTTLENECK_WIDTH - 1)}…` : id;
  if (over !== undefined) return { text: `${name} > 100 %`, tone: 'bad' };
  const utilisation = components.find((one) => one.id === id)?.utilisation ?? null;
  return utilisation === null ? name : `${name} ${share(utilisation)}`;
};

/** Where it goes from holding to not holding, or back, in the order of the points. */
export const breakSentence = (of: string, points: readonly Point[]): string => {
  const troubles = points.map(({ report }) => troubleOf(report));
  const at = (index: number) => `${of} ${shownValue(of, points[index]?.value ?? '')}`;
  const turn = troubles.findIndex(
    (trouble, index) => index > 0 && (trouble === undefined) !== (troubles[index - 1] === undefined),
  );
  if (turn === -1) {
    const [first, last] = [troubles[0], troubles.at(-1)];
    if (first === undefined) return `It holds at every point, to ${at(points.length - 1)}.`;
    return first === last
      ? `It holds at no point: at ${at(0)} as at ${at(points.length - 1)} ${first}.`
      : `It holds at no point: at ${at(0)} ${first}, at ${at(points.length - 1)} ${last}.`;
  }
  return troubles[turn] === undefined
    ? `It holds from ${at(turn)}; at ${at(turn - 1)} ${troubles[turn - 1]}.`
    : `It holds to ${at(turn - 1)}; at ${at(turn)} ${troubles[turn]}.`;
};

const troubleOf = ({ overload, objectives }: Report): string | undefined => {
  const over = overload[0];
  if (over) return `“${over.component}” is overloaded`;
  const missed = objectives.find(({ met }) => met === false);
  return missed ? `the objective “${nameOf(missed)}” is not met` : undefined;
};

const shownValue = (of: string, value: string): string => (of === 'load' ? `${value}x` : value);
