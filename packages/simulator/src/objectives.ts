/** Objectives held against what was observed, in the units of the report. */
import type { Design, Measure, Objective } from '@dryrun/design';
import { MONTH_S } from './analytic/whole.ts';
import type {
  Analysis,
  ComponentFigures,
  Cost,
  Figure,
  ObjectiveFigure,
  Overload,
  RequestFigures,
} from './report.ts';

export type Found = {
  readonly request: RequestFigures;
  readonly workloads: Readonly<Record<string, RequestFigures>>;
  readonly components: readonly ComponentFigures[];
  readonly overload: readonly Overload[];
  readonly cost: Cost;
  readonly availability: number;
  readonly analytic: Pick<Analysis, 'workloads'>;
};

export const objectivesOf = ({ objectives }: Design, found: Found): readonly ObjectiveFigure[] =>
  objectives.map((objective) => {
    const { measure, workload, component, atMost, atLeast } = objective;
    const bound = atMost === undefined ? 'atLeast' : 'atMost';
    const limit = (atMost ?? atLeast ?? 0) * (IN_MS.has(measure) ? 1000 : 1);
    const head = {
      ...(workload === undefined ? {} : { workload }),
      ...(component === undefined ? {} : { component }),
      measure,
      limit,
      bound,
    } as const;
    const read = readingOf(objective, found);
    if (typeof read === 'string') return { ...head, met: null, value: null, halfWidth: null, why: read };
    if (read === null) return { ...head, met: false, value: null, halfWidth: null, why: whyNone(found) };
    const { value, halfWidth } = read;
    const met = bound === 'atMost' ? value <= limit : value >= limit;
    const near = halfWidth !== null && halfWidth > 0 && Math.abs(value - limit) < halfWidth;
    return {
      ...head,
      met,
      value,
      halfWidth,
      ...(near ? { why: 'The limit is within its half-width: a longer run would tell.' } : {}),
    };
  });

const IN_MS: ReadonlySet<Measure> = new Set<Measure>([
  'mean',
  'p50',
  'p90',
  'p95',
  'p99',
  'ttft-p95',
  'tpot-p95',
  'completes-by',
  'freshness',
]);

/** Dollars for a million of them. */
const millionTokens = (perMonth: number, tokensPerSecond: number): number =>
  (perMonth / (tokensPerSecond * MONTH_S)) * 1e6;

/** null: no latency holds. A sentence: this run cannot say. */
const readingOf = ({ measure, workload, component }: Objective, found: Found): Figure | string | null => {
  const one = component === undefined ? undefined : found.components.find(({ id }) => id === component);
  const request = workload === undefined ? found.request : found.workloads[workload];
  switch (measure) {
    case 'mean':
    case 'p50':
    case 'p90':
    case 'p95':
    case 'p99':
      return (one ? one.latencyMs : request?.latencyMs)?.[measure] ?? null;
    case 'throughput':
      return one
        ? { value: one.throughputRps, halfWidth: one.halfWidths.throughputRps }
        : { value: request?.throughputRps ?? 0, halfWidth: request?.halfWidths.throughputRps ?? null };
    case 'error-rate':
      return one
        ? { value: one.errorRate, halfWidth: null }
        : { value: request?.errorRate ?? 0, halfWidth: request?.halfWidths.errorRate ?? null };
    case 'availability':
      return {
        value:
          (workload === undefined ? undefined : found.analytic.workloads[workload]?.availability) ??
          found.availability,
        halfWidth: null,
      };
    case 'cost-per-month':
      return {
        value:
          component === undefined
            ? found.cost.perMonth
            : (found.cost.components.find(({ id }) => id === component)?.perMonth ?? 0),
        halfWidth: null,
      };
    case 'cost-per-thousand-requests':
      return found.cost.perThousandRequests === null
        ? 'No request was answered, so none has a price.'
        : { value: found.cost.perThousandRequests, halfWidth: null };
    case 'ttft-p95':
    case 'tpot-p95': {
      const times = measure === 'ttft-p95' ? request?.ttftMs : request?.tpotMs;
      return times === undefined ? NO_TOKENS : (times?.p95 ?? null);
    }
    case 'tokens-per-second':
    case 'cost-per-million-tokens': {
      const speaking = (one ? [one] : found.components).filter(({ tokensPerSecond }) => tokensPerSecond);
      if (speaking.length === 0) return NO_TOKENS;
      const rate = speaking.reduce((sum, { tokensPerSecond }) => sum + (tokensPerSecond?.value ?? 0), 0);
      if (measure === 'tokens-per-second')
        return {
          value: rate,
          halfWidth: speaking.length === 1 ? (speaking[0]?.tokensPerSecond?.halfWidth ?? null) : null,
        };
      const ids = new Set(speaking.map(({ id }) => id));
      const perMonth = found.cost.components.reduce(
        (sum, { id, perMonth: dollars }) => sum + (ids.has(id) ? dollars : 0),
        0,
      );
      return rate === 0
        ? 'No token was given, so none has a price.'
        : { value: millionTokens(perMonth, rate), halfWidth: null };
    }
    case 'completes-by':
      return (
        factOf(one, found, ({ completesMs }) => completesMs, Math.max) ??
        'No batch job says its records, so none has an end.'
      );
    case 'freshness':
      return (
        factOf(one, found, ({ freshnessMs }) => freshnessMs, Math.max) ??
        'Nothing in this design says how often it is made anew.'
      );
    case 'memory':
      return (
        factOf(one, found, ({ memoryBytes }) => memoryBytes, plus) ??
        'Nothing in this design says what it holds.'
      );
    case 'recall':
      return (
        factOf(one, found, ({ recall }) => recall, Math.min) ??
        'No vector index says its vectors, so none has a recall.'
      );
    case 'quality':
      return 'Quality is a matter of months: --months says it.';
  }
};

/** Of one component; else of all that have it: the slowest, the stalest, the least exact, all the memory. */
const factOf = (
  one: ComponentFigures | undefined,
  { components }: Found,
  read: (facts: NonNullable<ComponentFigures['facts']>) => number | undefined,
  together: (a: number, b: number) => number,
): Figure | undefined => {
  const values = (one ? [one] : components).flatMap(({ facts }) => (facts && read(facts)) ?? []);
  return values.length === 0
    ? undefined
    : { value: values.reduce((a, b) => together(a, b)), halfWidth: null };
};

const plus = (a: number, b: number): number => a + b;

const NO_TOKENS = 'Nothing in this design makes tokens.';

const whyNone = ({ overload }: Found): string => {
  const first = overload[0];
  return first
    ? `The queue at ${first.component} grows all the time, so that no latency holds.`
    : 'Nothing was answered.';
};
