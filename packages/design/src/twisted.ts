/**
 * A design under a twist: the same boxes, with another load, other lengths, some of what arrives become something else, tighter
 * limits, or a place gone.
 */
import type { TwistRun, TwistShare } from '@dryrun/domain';
import type { Design, Fault, Measure, Workload } from './design.ts';

/** A sentence where nothing on this board is what the twist is about: what it would take. */
export const twisted = (design: Design, run: TwistRun): Design | string => {
  const limits = Object.entries(run.limits ?? {}) as readonly (readonly [Measure, number])[];
  const tightened = design.objectives.map((objective) => {
    const by = limits.find(([measure]) => measure === objective.measure)?.[1];
    return by === undefined || objective.atMost === undefined
      ? objective
      : { ...objective, atMost: objective.atMost * by };
  });
  const fault = run.lose === undefined ? undefined : largestPlace(design, run.lose);
  const loaded = (run.load ?? 1) !== 1;
  const tightens = tightened.some((objective, index) => objective !== design.objectives[index]);
  const speaks = asksForTokens(run) && readsTokens(design);
  if (!loaded && !fault && !tightens && !speaks) return lacking(run);
  const changed = design.workloads.map((workload) => changedBy(workload, run));
  return {
    ...(run.becomes
      ? becoming({ ...design, workloads: changed }, run.becomes)
      : { ...design, workloads: changed }),
    objectives: tightened,
    faults: fault ? [...design.faults, fault] : design.faults,
  };
};

const asksForTokens = ({ inputTokens = 1, outputTokens = 1, becomes }: TwistRun): boolean =>
  inputTokens !== 1 || outputTokens !== 1 || becomes !== undefined;

const READERS: ReadonlySet<string> = new Set(['llm-server']);
const readsTokens = ({ components }: Design): boolean => components.some(({ kind }) => READERS.has(kind));

const lacking = (run: TwistRun): string => {
  if (run.lose !== undefined)
    return `What changed takes a ${run.lose} away, and no box says in which it stands: write “${run.lose}” on boxes, in a design as YAML.`;
  if (run.limits !== undefined)
    return 'What changed is a limit, and the board has none to be held against: write an objective, in a design as YAML.';
  return 'What changed is how long prompts are, and no box on the board reads any: call one “LLM server”, or what it runs, such as vLLM.';
};

/** As the simulator takes them where nobody has said. */
const ASSUMED: Readonly<Record<string, number>> = { 'inputTokens.mean': 500, 'outputTokens.mean': 200 };

const changedBy = (
  workload: Workload,
  { load = 1, inputTokens = 1, outputTokens = 1 }: TwistRun,
): Workload => {
  const factors: Readonly<Record<string, number>> = {
    rps: load,
    clients: load,
    'inputTokens.mean': inputTokens,
    'inputTokens.p95': inputTokens,
    'inputTokens.limit': Math.max(1, inputTokens),
    'outputTokens.mean': outputTokens,
    'outputTokens.p95': outputTokens,
  };
  const lengths = Object.entries(ASSUMED).filter(([name]) => (factors[name] ?? 1) !== 1);
  const known = { ...Object.fromEntries(lengths), ...workload.settings };
  const settings = Object.fromEntries(
    Object.entries(known).map(([name, value]) => [
      name,
      typeof value === 'number' ? value * (factors[name] ?? 1) : value,
    ]),
  );
  return { ...workload, settings };
};

/** A part of every workload becomes another, which goes the same ways. */
const becoming = (design: Design, share: TwistShare): Design => {
  const other = (name: string) => (design.workloads.length === 1 ? share.name : `${share.name}, of ${name}`);
  return {
    ...design,
    workloads: design.workloads.flatMap((workload) => [
      scaled(workload, 1 - share.share),
      lengthened({ ...scaled(workload, share.share), name: other(workload.name) }, share),
    ]),
    connections: design.connections.map((connection) =>
      connection.workloads
        ? { ...connection, workloads: connection.workloads.flatMap((name) => [name, other(name)]) }
        : connection,
    ),
  };
};

const scaled = (workload: Workload, by: number): Workload => changedBy(workload, { load: by });

const lengthened = (workload: Workload, { inputTokens, outputTokens }: TwistShare): Workload => {
  // They are all as long: a script sends what it sends.
  const lengths = Object.entries({ inputTokens, outputTokens }).flatMap(([side, mean]) =>
    mean === undefined
      ? []
      : [
          [`${side}.mean`, mean],
          [`${side}.p95`, mean],
          [`${side}.limit`, mean],
        ],
  );
  return { ...workload, settings: { ...workload.settings, ...Object.fromEntries(lengths) } };
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
