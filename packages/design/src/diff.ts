/**
 * What became of a design: what was added, removed and changed, in the words that were written.
 *
 *     a, b ─▶ components · connections · workloads · objectives, each by its id ─▶ sentences
 *
 * Two ways of writing one value (`10ms`, `0.01 s`) are no change. Where boxes stand is none either.
 */
import type { Component, Connection, Design, Objective, Values, Workload } from './design.ts';

export type Change = {
  readonly setting: string;
  readonly from: number | string | boolean | undefined;
  readonly to: number | string | boolean | undefined;
};

export type Changed<Thing> = { readonly thing: Thing; readonly changes: readonly Change[] };

export type Differences<Thing> = {
  readonly added: readonly Thing[];
  readonly removed: readonly Thing[];
  readonly changed: readonly Changed<Thing>[];
};

export type DesignDiff = {
  readonly components: Differences<Component>;
  readonly connections: Differences<Connection>;
  readonly workloads: Differences<Workload>;
  readonly objectives: Differences<Objective>;
};

export const diff = (a: Design, b: Design): DesignDiff => ({
  components: between(
    a.components,
    b.components,
    ({ id }) => id,
    ({ kind, name }) => ({ kind, name }),
  ),
  connections: between(
    a.connections,
    b.connections,
    ({ id }) => id,
    ({ from, to, label, mode, workloads }) => ({ from, to, label, mode, workloads: workloads?.join(', ') }),
  ),
  workloads: between(
    a.workloads,
    b.workloads,
    ({ name }) => name,
    ({ from, trace }) => ({ from, trace: trace?.join(', ') }),
  ),
  objectives: between(
    a.objectives,
    b.objectives,
    ({ measure, workload, component }) => JSON.stringify([measure, workload, component]),
    ({ atMost, atLeast }) => ({ atMost, atLeast }),
  ),
});

/** One sentence for each thing that is not as it was; none when nothing is. */
export const describeDiff = ({
  components,
  connections,
  workloads,
  objectives,
}: DesignDiff): readonly string[] => [
  ...sentences(components, ({ id, name }) => named(id, name), 'component'),
  ...sentences(connections, ({ from, to }) => `“${from}” → “${to}”`, 'connection'),
  ...sentences(workloads, ({ name }) => `“${name}”`, 'workload'),
  ...sentences(objectives, describeObjective, 'objective'),
];

type Own = Readonly<Record<string, number | string | boolean | undefined>>;
type Settable = { readonly settings?: Values; readonly written?: Values };

const between = <Thing extends object & Settable>(
  before: readonly Thing[],
  after: readonly Thing[],
  keyOf: (thing: Thing) => string,
  ownOf: (thing: Thing) => Own,
): Differences<Thing> => {
  const was = new Map(before.map((thing) => [keyOf(thing), thing]));
  const is = new Set(after.map(keyOf));
  return {
    added: after.filter((thing) => !was.has(keyOf(thing))),
    removed: before.filter((thing) => !is.has(keyOf(thing))),
    changed: after.flatMap((thing) => {
      const old = was.get(keyOf(thing));
      if (!old) return [];
      const changes = [
        ...changesOf(ownOf(old), ownOf(thing), {}, {}),
        ...changesOf(old.settings ?? {}, thing.settings ?? {}, old.written ?? {}, thing.written ?? {}),
      ];
      return changes.length > 0 ? [{ thing, changes }] : [];
    }),
  };
};

const changesOf = (from: Own, to: Own, wroteFrom: Own, wroteTo: Own): readonly Change[] =>
  [...new Set([...Object.keys(from), ...Object.keys(to)])]
    .filter((setting) => from[setting] !== to[setting])
    .map((setting) => ({
      setting,
      from: wroteFrom[setting] ?? from[setting],
      to: wroteTo[setting] ?? to[setting],
    }));

const sentences = <Thing>(
  { added, removed, changed }: Differences<Thing>,
  describe: (thing: Thing) => string,
  noun: string,
): readonly string[] => [
  ...removed.map((thing) => `The ${noun} ${describe(thing)} was removed.`),
  ...added.map((thing) => `The ${noun} ${describe(thing)} was added.`),
  ...changed.map(
    ({ thing, changes }) => `The ${noun} ${describe(thing)}: ${changes.map(describeChange).join('; ')}.`,
  ),
];

const describeChange = ({ setting, from, to }: Change): string => {
  if (from === undefined) return `${setting} set to ${String(to)}`;
  if (to === undefined) return `${setting} no longer ${String(from)}`;
  return `${setting} from ${String(from)} to ${String(to)}`;
};

const named = (id: string, name: string): string =>
  name === id || name === '' ? `“${id}”` : `“${name}” (${id})`;

const describeObjective = ({ measure, workload, component }: Objective): string =>
  [measure, workload && `of “${workload}”`, component && `at “${component}”`].filter(Boolean).join(' ');
