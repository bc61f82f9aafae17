/**
 * A board under a twist: first in closed form, which is immediate, then simulated. What an interviewer would say of it is kept in
 * the log, the whole report beside it.
 */
import { runnableBoard, twisted } from '@dryrun/design';
import type { Design } from '@dryrun/design';
import type { EventOf, GeneralTwist, HeldContent, Make, Palette, RunFigures } from '@dryrun/domain';
import type { Interview } from '@dryrun/interview';
import { analyse, modelOf } from '@dryrun/simulator';
import type { Analysis, Report } from '@dryrun/simulator';
import { runSimulation } from './simulation.ts';

export const SIMULATOR: Make = { kind: 'built-in', version: '1' };

/** So much is enough to say what breaks; a long run is for whoever asks for one. */
const EVENTS_MAX = 200_000;
const SERVED_BADLY = 0.01;

export type BoardRun = Pick<EventOf<'RunRead'>, 'load' | 'bottleneck' | 'engine' | 'holds' | 'figures'> & {
  /** All of it, to be kept by its hash. */
  readonly report: unknown;
};

export type Runnable = { readonly design: Design; readonly load: number };

/** The board as the twist would have it, or why it cannot be run. */
export const boardUnder = (
  state: Interview,
  content: HeldContent,
  palette: Palette,
  twist: string | undefined,
): Runnable | string => {
  const design = runnableBoard(state.board, palette, content.sheet?.peakRps ?? saidRate(state));
  if (typeof design === 'string') return design;
  const all: readonly GeneralTwist[] = [...(content.sheet?.twists ?? []), ...(content.twists ?? [])];
  const run = all.find(({ id }) => id === twist)?.run;
  const under = run && twisted(design, run);
  return under ? { design: under, load: run.load ?? 1 } : 'Nothing on the board is what the twist is about.';
};

/** The rate that the candidate named last. */
const saidRate = ({ turns }: Interview): number | undefined => {
  const said = turns
    .filter(({ speaker }) => speaker === 'candidate')
    .flatMap(({ text }) => [...text.matchAll(RATE)])
    .at(-1);
  if (!said?.[1]) return undefined;
  const value = Number(said[1].replaceAll(',', ''));
  return Number.isFinite(value) && value > 0
    ? value * (SCALES[said[2]?.toLowerCase() ?? ''] ?? 1)
    : undefined;
};

const RATE =
  /(\d[\d,]*(?:\.\d+)?) ?(k|thousand|million|m)? ?(?:qps|rps|(?:requests?|queries|predictions|calls|messages|searches) (?:a|per|each|every) second)/gi;
const SCALES: Readonly<Record<string, number>> = { k: 1e3, thousand: 1e3, m: 1e6, million: 1e6 };

export const calculated = (design: Design, palette: Palette, load: number): BoardRun => {
  const analysis = analyse(modelOf(design, palette, {}));
  const overload = analysis.overload.map(({ component, backlogPerSecond }) => ({
    component,
    backlogPerSecond,
  }));
  const figures = figuresOf(design, analysis, overload, undefined);
  return {
    load,
    bottleneck: analysis.bottleneck ?? undefined,
    engine: 'analytic',
    holds: overload.length === 0,
    figures,
    report: analysis,
  };
};

export const simulated = async (
  design: Design,
  palette: Palette,
  load: number,
  seed: number,
): Promise<BoardRun> => {
  const { report } = await runSimulation({
    design,
    palette,
    options: { seed, eventsMax: EVENTS_MAX },
    replications: 1,
  });
  const missed = report.objectives.filter(({ met }) => met === false);
  const errorRate = report.request.errorRate;
  const figures = figuresOf(design, report.analytic, report.overload, report);
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

const figuresOf = (
  design: Design,
  analysis: Analysis,
  overload: readonly { readonly component: string; readonly backlogPerSecond: number }[],
  report: Report | undefined,
): RunFigures => {
  const nameOf = (id: string) => design.components.find((component) => component.id === id)?.name ?? id;
  const arrivingRps = design.workloads.reduce(
    (sum, { settings }) => sum + (typeof settings['rps'] === 'number' ? settings['rps'] : 0),
    0,
  );
  const components: readonly Pick<Analysis['components'][number], 'id' | 'utilisation' | 'throughputRps'>[] =
    report?.components ?? analysis.components;
  const full = overload
    .filter(({ backlogPerSecond }) => backlogPerSecond > 0)
    .toSorted((a, b) => b.backlogPerSecond - a.backlogPerSecond)
    .slice(0, 6)
    .map(({ component, backlogPerSecond }) => {
      const throughput = components.find(({ id }) => id === component)?.throughputRps;
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
  const p99 = report?.request.latencyMs?.p99.value;
  return {
    arrivingRps,
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
    ...(report ? { errorRate: report.request.errorRate } : {}),
    ...(p99 === undefined ? {} : { p99Ms: p99 }),
  };
};
