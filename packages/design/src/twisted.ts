/** A design under a twist: the same boxes, with another load, other lengths, tighter limits, or a place gone. */
import type { TwistRun } from '@dryrun/domain';
import type { Design, Fault, Measure, Workload } from './design.ts';

/** undefined: nothing on this board is what the twist is about. */
export const twisted = (design: Design, run: TwistRun): Design | undefined => {
  const limits = Object.entries(run.limits ?? {}) as readonly (readonly [Measure, number])[];
  const tightened = design.objectives.map((objective) => {
    const by = limits.find(([measure]) => measure === objective.measure)?.[1];
    return by === undefined || objective.atMost === undefined
      ? objective
      : { ...objective, atMost: objective.atMost * by };
  });
  const fault = run.lose === undefined ? undefined : largestPlace(design, run.lose);
  const workloads = design.workloads.map((workload) => changed(workload, run));
  const applies =
    fault !== undefined ||
    workloads.some((workload, index) => workload !== design.workloads[index]) ||
    tightened.some((objective, index) => objective !== design.objectives[index]);
  return applies
    ? {
        ...design,
        workloads,
        objectives: tightened,
        faults: fault ? [...design.faults, fault] : design.faults,
      }
    : undefined;
};

const changed = (workload: Workload, { load = 1, inputTokens = 1, outputTokens = 1 }: TwistRun): Workload => {
  const factors: Readonly<Record<string, number>> = {
    rps: load,
    clients: load,
    'inputTokens.mean': inputTokens,
    'inputTokens.p95': inputTokens,
    'inputTokens.limit': Math.max(1, inputTokens),
    'outputTokens.mean': outputTokens,
    'outputTokens.p95': outputTokens,
  };
  let touched = false;
  const settings = Object.fromEntries(
    Object.entries(workload.settings).map(([name, value]) => {
      const by = factors[name] ?? 1;
      if (typeof value !== 'number' || by === 1) return [name, value];
      touched = true;
      return [name, value * by];
    }),
  );
  return touched ? { ...workload, settings } : workload;
};

/** The zone or region that most components are in. */
const largestPlace = ({ components }: Design, place: 'zone' | 'region'): Fault | undefined => {
  const counts = new Map<string, number>();
  for (const { settings, kind } of components) {
    const where = settings[place];
    if (typeof where === 'string' && kind !== 'client') counts.set(where, (counts.get(where) ?? 0) + 1);
  }
  const [largest] = [...counts].sort(([, a], [, b]) => b - a);
  return largest && { kind: 'down', [place]: largest[0], fromS: 0 };
};
