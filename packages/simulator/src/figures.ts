/** The figures of a class and of a component, from what was observed. */
import { classFigure, nodeFigure, timeOf } from './engine/record.ts';
import type { Histograms, Slices } from './engine/record.ts';
import type { Model } from './model.ts';
import type { ComponentFigures, Figure, Latencies, Overload, RequestFigures } from './report.ts';
import { growthOf } from './statistics/growth.ts';
import { QUANTILES, quantilesOf, ratio, sum } from './statistics/observed.ts';
import type { Lines, Measured, Observed } from './statistics/observed.ts';
import {
  ANSWERED,
  ARRIVED,
  BUSY,
  CAME,
  EACH,
  FAILED,
  FINISHED,
  FINISH_TOOK,
  FIRST,
  HITS,
  LATENCY,
  LOST,
  OK,
  ON,
  QUEUE,
  SPOKEN,
  SPOKEN_ON,
  STARTED,
  STEPPING,
  TOKENS,
  TOOK,
  WAIT,
} from './engine/record-places.ts';

const NOTHING: Figure = { value: 0, halfWidth: null };

/** Whether more come than are answered, and than are done with: then no latency holds. */
export type PilingUp = { readonly answers: boolean; readonly finishes: boolean };

/** Of one class, or of all together where `of` is undefined. */
export const requestFigures = (
  observed: Observed,
  whole: Observed,
  of: number | undefined,
  openEnded: Uint8Array,
  pilingUp: PilingUp,
): RequestFigures => {
  /** `figure` of classes that leave something behind, `other` of those that do not. */
  const either =
    (figure: number, other: number): Measured =>
    (slices, slice) => {
      let all = 0;
      for (let each = of ?? 0; each < (of === undefined ? slices.classes : of + 1); each++)
        all += classFigure(slices, slice, each, openEnded[each] === 1 ? figure : other);
      return all;
    };
  const every = (figure: number): Measured => either(figure, figure);
  const ended: Measured = (slices, slice) => every(OK)(slices, slice) + every(LOST)(slices, slice);
  const throughput = ratio(observed, every(OK), timeOf) ?? NOTHING;
  const errors = ratio(observed, every(LOST), ended) ?? NOTHING;
  const latencies = (finish: boolean): Lines => linesOf(openEnded, of, finish);
  const finish = pilingUp.finishes ? null : ratio(observed, either(FINISH_TOOK, TOOK), either(FINISHED, OK));
  const finishes = finish && quantilesOf(observed, latencies(true), [0.99]);
  return {
    count: sum(whole, ended),
    throughputRps: throughput.value,
    errorRate: errors.value,
    latencyMs: pilingUp.answers
      ? null
      : latenciesOf(
          ratio(observed, every(TOOK), every(OK)),
          quantilesOf(observed, latencies(false), QUANTILES),
        ),
    ...tokenFigures(observed, openEnded, of, every, pilingUp.answers),
    finishMs: finish && finishes ? { mean: inMs(finish), p99: inMs(finishes[0]!) } : null,
    halfWidths: { throughputRps: throughput.halfWidth, errorRate: errors.halfWidth },
  };
};

type Tokens = Pick<RequestFigures, 'ttftMs' | 'tpotMs'>;

/** Nothing where nobody was answered in tokens. */
const tokenFigures = (
  observed: Observed,
  openEnded: Uint8Array,
  of: number | undefined,
  every: (figure: number) => Measured,
  piledUp: boolean,
): Tokens => {
  if (sum(observed, every(SPOKEN)) === 0) return {};
  if (piledUp) return { ttftMs: null, tpotMs: null };
  const times = (total: number, count: number, histogramsOf: (slices: Slices) => Histograms) =>
    latenciesOf(
      ratio(observed, every(total), every(count)),
      quantilesOf(
        observed,
        (slices) =>
          linesOf(
            openEnded,
            of,
            false,
          )(slices).map((line) => ({ ...line, histograms: histogramsOf(slices) })),
        QUANTILES,
      ),
    );
  return {
    ttftMs: times(FIRST, SPOKEN, ({ firsts }) => firsts),
    tpotMs: times(EACH, SPOKEN_ON, ({ eaches }) => eaches),
  };
};

/** A class's latencies, or until all that it set off was done; of every class where `of` is undefined. */
const linesOf =
  (openEnded: Uint8Array, of: number | undefined, finish: boolean): Lines =>
  ({ took, finishes, classes }) =>
    Array.from({ length: of === undefined ? classes : 1 }, (_, index) => {
      const each = of ?? index;
      return { histograms: finish && openEnded[each] === 1 ? finishes : took, index: each, per: classes };
    });

const latenciesOf = (mean: Figure | null, shares: readonly Figure[] | null): Latencies | null =>
  mean && shares
    ? {
        mean: inMs(mean),
        p50: inMs(shares[0]!),
        p90: inMs(shares[1]!),
        p95: inMs(shares[2]!),
        p99: inMs(shares[3]!),
      }
    : null;

const inMs = ({ value, halfWidth }: Figure): Figure => ({
  value: value * 1000,
  halfWidth: halfWidth === null ? null : halfWidth * 1000,
});

export const componentFigures = (
  observed: Observed,
  model: Model,
  node: number,
  piledUp: boolean,
): ComponentFigures => {
  const { id, servers, cache, work } = model.nodes[node]!;
  const nodes = model.nodes.length;
  const figure =
    (of: number): Measured =>
    (slices, slice) =>
      nodeFigure(slices, slice, node, of);
  const ended: Measured = (slices, slice) => figure(ANSWERED)(slices, slice) + figure(FAILED)(slices, slice);
  const inServers: Measured = (slices, slice) => figure(ON)(slices, slice) * servers;
  const utilisation = servers < Infinity ? ratio(observed, figure(BUSY), inServers) : null;
  const queue = ratio(observed, figure(QUEUE), timeOf) ?? NOTHING;
  const throughput = ratio(observed, figure(ANSWERED), timeOf) ?? NOTHING;
  const hits = cache ? ratio(observed, figure(HITS), figure(ARRIVED)) : null;
  const times = (total: number, count: number, histogramsOf: (slices: Slices) => Histograms) =>
    piledUp
      ? null
      : latenciesOf(
          ratio(observed, figure(total), figure(count)),
          quantilesOf(
            observed,
            (slices) => [{ histograms: histogramsOf(slices), index: node, per: nodes }],
            QUANTILES,
          ),
        );
  return {
    id,
    utilisation: utilisation?.value ?? null,
    queueMean: queue.value,
    throughputRps: throughput.value,
    errorRate: ratio(observed, figure(FAILED), ended)?.value ?? 0,
    waitMs: times(WAIT, STARTED, ({ waits }) => waits),
    latencyMs: times(LATENCY, ANSWERED, ({ latencies }) => latencies),
    replicas: ratio(observed, figure(ON), timeOf)?.value ?? model.nodes[node]!.replicas,
    ...(hits ? { hitRatio: hits.value } : {}),
    ...(work?.how === 'steps'
      ? {
          tokensPerSecond: ratio(observed, figure(TOKENS), timeOf) ?? NOTHING,
          stepping: Math.min(1, ratio(observed, figure(STEPPING), figure(ON))?.value ?? 0),
        }
      : {}),
    halfWidths: {
      utilisation: utilisation?.halfWidth ?? null,
      queueMean: queue.halfWidth,
      throughputRps: throughput.halfWidth,
    },
  };
};

/** As busy as can be, as far as a run can tell. */
const FULL = 0.95;

/** Components whose line grows all the time. Of a run with faults and days, how it stands at its end. */
export const overloadOf = (observed: Observed, model: Model): readonly Overload[] =>
  model.nodes.flatMap(({ id, servers, work }, node) => {
    const runs = observed.runs.map(({ slices, from }) => {
      const first = observed.transient ? Math.max(from, Math.floor((slices.count * 2) / 3)) : from;
      const lined = (slice: number) => (slice < 0 ? 0 : slices.queueAtEnd[slice * slices.nodes + node]!);
      return Array.from({ length: Math.max(0, slices.count - first) }, (_, index) => ({
        added: lined(first + index) - lined(first + index - 1),
        overS: timeOf(slices, first + index),
        busy: nodeFigure(slices, first + index, node, BUSY),
        on: nodeFigure(slices, first + index, node, ON),
      }));
    });
    const all = runs.flat();
    const busy = all.reduce((total, step) => total + step.busy, 0);
    const on = all.reduce((total, step) => total + step.on, 0);
    // Seats are counted for requests of the mean length: how long a step runs says it better.
    const full =
      work?.how === 'steps'
        ? sum(observed, (slices, slice) => nodeFigure(slices, slice, node, STEPPING)) / on
        : busy / (on * servers);
    if (servers < Infinity && !observed.transient && full < FULL) return [];
    const growth = growthOf(runs);
    return growth ? [{ component: id, backlogPerSecond: growth.value, halfWidth: growth.halfWidth }] : [];
  });

/**
 * Of a steady run; what is answered during a fault is what it is. Answers pile up behind what is waited for and full: without
 * that they are only under way still, however short the run was.
 */
export const pilingUpOf = (
  observed: Observed,
  of: number,
  { isOpenEnded, waitsForFull }: { readonly isOpenEnded: boolean; readonly waitsForFull: boolean },
): PilingUp => {
  const grows = (left: readonly number[]): boolean =>
    !observed.transient &&
    growthOf(
      observed.runs.map(({ slices, from }) =>
        Array.from({ length: slices.count - from }, (_, index) => {
          const figure = (name: number) => classFigure(slices, from + index, of, name);
          const gone = left.reduce((total, name) => total + figure(name), 0);
          return { added: figure(CAME) - gone, overS: timeOf(slices, from + index) };
        }),
      ),
    ) !== null;
  const answers = waitsForFull && grows([OK, LOST]);
  return { answers, finishes: isOpenEnded ? grows([FINISHED]) : answers };
};
