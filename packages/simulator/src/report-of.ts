/**
 * From samples to a report: one run's, or several replications' of the same design taken together.
 *
 *     samples ─▶ observed (warm-up left out) ─▶ figures ─▶ bottleneck, overload, cost, objectives, series ─▶ report
 */
import type { Design } from '@dryrun/design';
import type { Palette } from '@dryrun/domain';
import { analyse } from './analytic/analyse.ts';
import { costOf } from './analytic/whole.ts';
import { classFigure, timeOf } from './engine/record.ts';
import type { Sample } from './engine/run.ts';
import { openEndedOf } from './engine/tables.ts';
import { componentFigures, overloadOf, pilingUpOf, requestFigures } from './figures.ts';
import { modelOf } from './model-of.ts';
import type { Facts, Model } from './model.ts';
import { objectivesOf } from './objectives.ts';
import type { Analysis, ComponentFigures, Engine, Overload, Report, SimulateOptions } from './report.ts';
import { seriesOf } from './series.ts';
import { sum } from './statistics/observed.ts';
import type { Observed } from './statistics/observed.ts';
import { isTooShort, warmUpOf } from './statistics/warm-up.ts';
import { waitedFor } from './waited-for.ts';
import { LOST, OK } from './engine/record-places.ts';

export const reportOf = (
  design: Design,
  palette: Palette,
  options: SimulateOptions,
  samples: readonly Sample[],
  eventsPerSecond = 0,
): Report => {
  const model = modelOf(design, palette, { load: options.load ?? 1 });
  const transient = samples.some((sample) => sample.transient);
  const observed: Observed = {
    runs: samples.map(({ slices }) => ({ slices, from: transient ? 0 : warmUpOf(slices) })),
    transient,
  };
  const whole: Observed = { runs: samples.map(({ slices }) => ({ slices, from: 0 })), transient };
  const overload = overloadOf(observed, model);
  const openEnded = openEndedOf(model);
  const full = new Set(overload.map(({ component }) => component));
  const piling = model.classes.map((_, of) =>
    full.size > 0
      ? pilingUpOf(observed, of, {
          isOpenEnded: openEnded[of] === 1,
          waitsForFull: [...waitedFor(model, of)].some((node) => full.has(model.nodes[node]!.id)),
        })
      : { answers: false, finishes: false },
  );
  const analytic = analyse(model);
  const components = model.nodes.map(({ id, facts }, node) => ({
    ...asFullAs(
      analytic,
      componentFigures(
        observed,
        model,
        node,
        !transient && overload.some(({ component }) => component === id),
      ),
    ),
    ...factsOf(facts),
  }));
  const workloads = Object.fromEntries(
    model.classes.map(({ name }, of) => [name, requestFigures(observed, whole, of, openEnded, piling[of]!)]),
  );
  const request = requestFigures(observed, whole, undefined, openEnded, {
    answers: piling.some(({ answers }) => answers),
    finishes: piling.some(({ finishes }) => finishes),
  });
  const offered = sum(observed, (slices, slice) => {
    let ended = 0;
    for (let of = 0; of < slices.classes; of++)
      ended += classFigure(slices, slice, of, OK) + classFigure(slices, slice, of, LOST);
    return ended;
  });
  const observedS = sum(observed, timeOf);
  const cost = costOf(
    model,
    components.map(({ replicas }) => replicas),
    components.map(({ throughputRps }) => throughputRps),
    observedS > 0 ? offered / observedS : 0,
  );
  const tooShort = request.latencyMs !== null && samples.some(({ slices }) => isTooShort(slices));
  const series = transient ? seriesOf(model, samples) : undefined;
  const figures = {
    request,
    workloads,
    components,
    overload,
    cost,
    availability: analytic.availability,
    analytic,
  };
  return {
    design: design.name,
    request,
    workloads,
    components,
    bottleneck: bottleneckOf(components, overload),
    overload,
    cost,
    availability: analytic.availability,
    objectives: objectivesOf(design, figures),
    analytic,
    ...(series ? { series } : {}),
    engine: {
      ...engineOf(options, samples, { observedS, wholeS: sum(whole, timeOf) }, eventsPerSecond),
      ...(tooShort ? { tooShort } : {}),
    },
    notes: tooShort ? [...notesOf(model, samples), TOO_SHORT] : notesOf(model, samples),
  };
};

const TOO_SHORT =
  'Some answers take longer than half of what was simulated: the slowest are still under way, and the latencies are too low. Give it longer, with --seconds.';

const factsOf = ({ memoryBytes, recall, freshnessS, completesS }: Facts): Pick<ComponentFigures, 'facts'> => {
  const facts = {
    ...(memoryBytes === undefined ? {} : { memoryBytes }),
    ...(recall === undefined ? {} : { recall }),
    ...(freshnessS === undefined ? {} : { freshnessMs: freshnessS * 1000 }),
    ...(completesS === undefined ? {} : { completesMs: completesS * 1000 }),
  };
  return Object.keys(facts).length === 0 ? {} : { facts };
};

/**
 * How full a language model's server is follows from what it answers: its card is busy with one request as with a hundred,
 * and seats are taken in no proportion. Of what it could answer the closed form knows.
 */
const asFullAs = ({ components }: Analysis, figures: ComponentFigures): ComponentFigures => {
  const computed = components.find(({ id }) => id === figures.id);
  if (figures.tokensPerSecond === undefined || !computed?.utilisation || computed.throughputRps <= 0)
    return figures;
  const each = Math.min(1, computed.utilisation) / computed.throughputRps;
  const { throughputRps } = figures.halfWidths;
  return {
    ...figures,
    utilisation: Math.min(1, figures.throughputRps * each),
    halfWidths: {
      ...figures.halfWidths,
      utilisation: throughputRps === null ? null : throughputRps * each,
    },
  };
};

/** What grows fastest for what it serves; else what is busiest. */
const bottleneckOf = (
  components: readonly ComponentFigures[],
  overload: readonly Overload[],
): string | null => {
  const served = new Map(components.map(({ id, throughputRps }) => [id, throughputRps]));
  const over = overload
    .map(({ component, backlogPerSecond }) => ({
      id: component,
      by: backlogPerSecond / (served.get(component) || 1e-9),
    }))
    .sort((a, b) => b.by - a.by);
  if (over[0]) return over[0].id;
  const busiest = components.reduce<ComponentFigures | undefined>(
    (most, one) => ((one.utilisation ?? 0) > (most?.utilisation ?? 0) ? one : most),
    undefined,
  );
  return busiest?.id ?? null;
};

const ENDINGS = ['cancelled', 'budget', 'seconds', 'requests', 'precision'] as const;

const engineOf = (
  { seed }: SimulateOptions,
  samples: readonly Sample[],
  { observedS, wholeS }: { readonly observedS: number; readonly wholeS: number },
  eventsPerSecond: number,
): Engine => {
  const total = (of: (sample: Sample) => number) => samples.reduce((all, sample) => all + of(sample), 0);
  return {
    events: total(({ events }) => events),
    eventsPerSecond,
    seed,
    replications: samples.length,
    observedS,
    warmUpS: wholeS - observedS,
    ended: ENDINGS.find((ending) => samples.some(({ ended }) => ended === ending)) ?? 'cancelled',
    trajectoryHash: hashText(samples),
    requests: {
      arrived: total(({ requests }) => requests.arrived),
      answered: total(({ requests }) => requests.answered),
      failed: total(({ requests }) => requests.failed),
      inFlight: total(({ requests }) => requests.inFlight),
    },
  };
};

/** Eight digits for one run; for several, of all of them in their order. */
const hashText = (samples: readonly Sample[]): string => {
  const all = samples.reduce(
    (hash, sample, index) => (index === 0 ? sample.hash : Math.imul(hash, 31) + sample.hash),
    0,
  );
  return (all >>> 0).toString(16).padStart(8, '0');
};

const notesOf = (model: Model, samples: readonly Sample[]): readonly string[] => {
  const notes: string[] = [];
  for (const { id, notes: own } of model.nodes) notes.push(...own.map((note) => `${id}: ${note}`));
  for (const { id, behaves, service, work, errorRate } of model.nodes)
    if (
      !work &&
      errorRate < 1 &&
      service.shape === 'none' &&
      (behaves === 'station' || behaves === 'database')
    )
      notes.push(`${id} takes no time of its own: it has no service.`);
  const shortest = Math.min(...samples.map(({ simulatedS }) => simulatedS));
  for (const { kind, fromS, component, zone, region, workload } of model.faults)
    if (fromS >= shortest)
      notes.push(
        `“${component ?? zone ?? region ?? workload ?? 'all'} ${kind}” begins at ${fromS} s, after the run: ask for --seconds beyond it.`,
      );
  for (const { name, arrivals } of model.classes)
    if (arrivals.process === 'diurnal' && shortest < arrivals.periodS * 0.999)
      notes.push(
        `${name}: the run covers the first ${Math.round((shortest / arrivals.periodS) * 100)} % of its period, from its quietest hour on.`,
      );
  return notes;
};
