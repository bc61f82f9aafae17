/**
 * A board under a twist, or as it is: first in closed form, which is immediate, then simulated. What an interviewer would say of it is kept in
 * the log, the whole report beside it.
 */
import { runnableBoard, twisted } from '@dryrun/design';
import type { Design } from '@dryrun/design';
import type { EventOf, GeneralTwist, HeldContent, Make, Palette, RunFigures } from '@dryrun/domain';
import { arrivingBefore, arrivingNow } from '@dryrun/interview';
import type { Interview } from '@dryrun/interview';
import { analyse, modelOf } from '@dryrun/simulator';
import type { Analysis, Report } from '@dryrun/simulator';
import { runSimulation } from './simulation.ts';

export const SIMULATOR: Make = { kind: 'built-in', version: '1' };

/** So much is enough to say what breaks; where answers take longer than that lasts, so many times as much, and no more than the most. */
const EVENTS_MAX = 200_000;
const LONGER = 4;
const EVENTS_MOST = 3_200_000;
const SERVED_BADLY = 0.01;

export type BoardRun = Pick<EventOf<'RunRead'>, 'load' | 'bottleneck' | 'engine' | 'holds' | 'figures'> & {
  /** All of it, to be kept by its hash. */
  readonly report: unknown;
};

export type Runnable = {
  readonly design: Design;
  readonly load: number;
  /** The place that the twist takes away. */
  readonly without?: string | undefined;
};

type Wanted = Pick<EventOf<'RunWanted'>, 'twist' | 'rps'>;

/** The board as it was wanted, under the twist or as it is, or why it cannot be run. */
export const boardAs = (
  { twist, rps }: Wanted,
  state: Interview,
  content: HeldContent,
  palette: Palette,
): Runnable | string => {
  if (twist === undefined) return ownBoard(state, content, palette, rps);
  const design = runnableBoard(state.board, palette, arrivingBefore(state, content));
  if (typeof design === 'string') return design;
  const all: readonly GeneralTwist[] = [...(content.sheet?.twists ?? []), ...(content.twists ?? [])];
  const run = all.find(({ id }) => id === twist)?.run;
  if (!run) return 'What changed is nothing that a board can be run under.';
  const under = twisted(design, run);
  if (typeof under === 'string') return under;
  const lost = run.lose === undefined ? undefined : under.faults.at(-1);
  return { design: under, load: run.load ?? 1, without: lost?.region ?? lost?.zone };
};

/** At the load that was named for it: where the board has workloads of its own, they are scaled to it together. */
const ownBoard = (
  state: Interview,
  content: HeldContent,
  palette: Palette,
  rps: number | undefined,
): Runnable | string => {
  const design = runnableBoard(state.board, palette, rps ?? arrivingNow(state, content));
  if (typeof design === 'string') return design;
  const arriving = arrivingAt(design);
  const load = rps !== undefined && arriving > 0 ? rps / arriving : 1;
  const scaled = load === 1 ? design : twisted(design, { load });
  return typeof scaled === 'string' ? scaled : { design: scaled, load };
};

const arrivingAt = ({ workloads }: Design): number =>
  workloads.reduce(
    (sum, { settings }) => sum + (typeof settings['rps'] === 'number' ? settings['rps'] : 0),
    0,
  );

export const calculated = ({ design, load, without }: Runnable, palette: Palette): BoardRun => {
  const analysis = analyse(modelOf(design, palette, {}));
  const overload = analysis.overload.map(({ component, backlogPerSecond }) => ({
    component,
    backlogPerSecond,
  }));
  const figures = figuresOf({ design, without }, analysis, overload, undefined);
  // Faults are no part of a steady state, and objectives on tails need the run: then nothing is said before it is there.
  const isBlind = overload.length === 0 && (design.faults.length > 0 || design.objectives.length > 0);
  return {
    load,
    bottleneck: analysis.bottleneck ?? undefined,
    engine: 'analytic',
    ...(isBlind ? {} : { holds: overload.length === 0, figures }),
    report: analysis,
  };
};

export const simulated = async (
  { design, load, without }: Runnable,
  palette: Palette,
  seed: number,
): Promise<BoardRun> => {
  const report = await longEnough(design, palette, seed, EVENTS_MAX);
  const missed = report.objectives.filter(({ met }) => met === false);
  const errorRate = report.request.errorRate;
  const figures = figuresOf({ design, without }, report.analytic, report.overload, report);
  return {
    load,
    bottleneck: report.bottleneck ?? undefined,
    engine: 'simulated',
    holds: report.overload.length === 0 && missed.length === 0 && errorRate <= SERVED_BADLY,
    figures,
    // How fast this machine was is nothing of the design's: the same run is the same document.
    report: { ...report, engine: { ...report.engine, eventsPerSecond: 0 } },
  };
};

/** Whoever stops while the slow answers are under way has only seen the quick ones: then it is run for longer. */
const longEnough = async (
  design: Design,
  palette: Palette,
  seed: number,
  eventsMax: number,
): Promise<Report> => {
  const { report } = await runSimulation({ design, palette, options: { seed, eventsMax }, replications: 1 });
  const longer = eventsMax * LONGER;
  return report.engine.tooShort && longer <= EVENTS_MOST ? longEnough(design, palette, seed, longer) : report;
};

const figuresOf = (
  { design, without }: Pick<Runnable, 'design' | 'without'>,
  analysis: Analysis,
  overload: readonly { readonly component: string; readonly backlogPerSecond: number }[],
  report: Report | undefined,
): RunFigures => {
  const nameOf = (id: string) => design.components.find((component) => component.id === id)?.name ?? id;
  const components: readonly Pick<Analysis['components'][number], 'id' | 'utilisation' | 'queueMean'>[] =
    report?.components ?? analysis.components;
  const full = overload
    .filter(({ backlogPerSecond }) => backlogPerSecond > 0)
    .toSorted((a, b) => b.backlogPerSecond - a.backlogPerSecond)
    .slice(0, 6)
    .map(({ component, backlogPerSecond }) => {
      // What passes a full part is what it can do; a run is too short to see it of one that fills slowly.
      const throughput = analysis.components.find(({ id }) => id === component)?.throughputRps;
      return {
        name: nameOf(component),
        backlogPerSecond,
        ...(throughput ? { capacityRps: throughput } : {}),
      };
    });
  const kinds = new Map(design.components.map(({ id, kind }) => [id, kind]));
  const busiest = components
    .filter(({ id, utilisation }) => utilisation !== null && kinds.get(id) !== 'client')
    .toSorted((a, b) => (b.utilisation ?? 0) - (a.utilisation ?? 0))[0];
  const latency = report?.request.latencyMs;
  return {
    arrivingRps: arrivingAt(design),
    workloads: design.workloads.slice(0, 12).map(arrivalOf),
    ...(without === undefined ? {} : { without }),
    full,
    missed: (report?.objectives ?? [])
      .filter(({ met, value }) => met === false && value !== null)
      .slice(0, 6)
      .map(({ measure, value, limit, component, workload }) => ({
        measure,
        value: value ?? 0,
        limit,
        ...(component !== undefined
          ? { of: nameOf(component) }
          : workload !== undefined && design.workloads.length > 1
            ? { of: workload }
            : {}),
      })),
    ...(busiest ? { busiest: { name: nameOf(busiest.id), utilisation: busiest.utilisation ?? 0 } } : {}),
    ...(report ? { errorRate: report.request.errorRate, answeredRps: report.request.throughputRps } : {}),
    ...(latency ? { p50Ms: latency.p50.value, p99Ms: latency.p99.value } : {}),
    ...(report?.request.finishMs ? { doneP99Ms: report.request.finishMs.p99.value } : {}),
    ...(report?.engine.tooShort ? { tooShort: true } : {}),
    components: components
      .filter(({ id }) => kinds.get(id) !== 'client')
      .slice(0, 500)
      .map(({ id, utilisation, queueMean }) => ({
        id,
        ...(utilisation === null ? {} : { utilisation: Math.max(0, utilisation) }),
        ...(queueMean === null ? {} : { queue: Math.max(0, queueMean) }),
      })),
  };
};

const arrivalOf = ({ name, settings }: Design['workloads'][number]) => {
  const of = (setting: string) => (typeof settings[setting] === 'number' ? settings[setting] : undefined);
  return {
    name,
    rps: of('rps') ?? 0,
    inputTokens: of('inputTokens.mean'),
    outputTokens: of('outputTokens.mean'),
  };
};
