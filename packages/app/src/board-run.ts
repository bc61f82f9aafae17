/**
 * A board under a twist: first in closed form, which is immediate, then simulated. What an interviewer would say of it is kept in
 * the log, the whole report beside it.
 */
import { runnableBoard, twisted } from '@dryrun/design';
import type { Design } from '@dryrun/design';
import type { EventOf, GeneralTwist, HeldContent, Make, Palette, RunFigures } from '@dryrun/domain';
import { ratesIn } from '@dryrun/interview';
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
  // What the sheet says of it is told only when it was asked for.
  const told = state.revealed.includes(PEAK) ? content.sheet?.peakRps : undefined;
  const design = runnableBoard(state.board, palette, saidRate(state) ?? told);
  if (typeof design === 'string') return design;
  const all: readonly GeneralTwist[] = [...(content.sheet?.twists ?? []), ...(content.twists ?? [])];
  const run = all.find(({ id }) => id === twist)?.run;
  const under = run && twisted(design, run);
  return under ? { design: under, load: run.load ?? 1 } : 'Nothing on the board is what the twist is about.';
};

const PEAK = 'peak-rps';

/** The rate that the candidate named last before the requirement changed: it is changed from there. */
const saidRate = ({ turns }: Interview): number | undefined => {
  const twist = turns.findIndex(({ move }) => move === 'twist');
  const before = twist < 0 ? turns : turns.slice(0, twist);
  const named = (said: Interview['turns']) =>
    said.flatMap(({ speaker, text }) => (speaker === 'candidate' ? ratesIn(text) : [])).at(-1);
  // Whoever was asked for it after the twist says what it was.
  return named(before) ?? named(turns);
};

export const calculated = (design: Design, palette: Palette, load: number): BoardRun => {
  const analysis = analyse(modelOf(design, palette, {}));
  const overload = analysis.overload.map(({ component, backlogPerSecond }) => ({
    component,
    backlogPerSecond,
  }));
  const figures = figuresOf(design, analysis, overload, undefined);
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
