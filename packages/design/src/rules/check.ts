/**
 * What is likely wrong with a design that can be read: every rule looks at the same graph, and says what it finds.
 *
 *     design ─graphOf─▶ graph ─▶ shape · failure · calls · models · objectives ─▶ findings, in the order of the rules
 *
 * Rules only advise, but for a ring of calls that never ends: that cannot run. Each takes time linear in the drawing, or nearly.
 * A finding's path leads to the connection, component or workload it is about, in the lists of the design.
 */
import type { Palette } from '@dryrun/domain';
import type { Design, DesignFinding } from '../design.ts';
import type { Path } from '../written.ts';
import { CALL_RULES } from './calls.ts';
import { FAILURE_RULES } from './failure.ts';
import { graphOf } from './graph.ts';
import { MODEL_RULES } from './models.ts';
import { OBJECTIVE_RULES } from './objectives.ts';
import type { Found, Rule } from './rule.ts';
import { SHAPE_RULES } from './shape.ts';
import { syncCycle } from './sync-cycle.ts';

export const DESIGN_RULES: readonly Rule[] = [
  ...SHAPE_RULES,
  syncCycle,
  ...FAILURE_RULES,
  ...CALL_RULES,
  ...MODEL_RULES,
  ...OBJECTIVE_RULES,
];

export const checkDesign = (design: Design, palette: Palette): readonly DesignFinding[] => {
  const graph = graphOf(design, palette);
  const pathOf = pathsIn(design);
  return DESIGN_RULES.flatMap(({ code, find }) =>
    find(design, graph).map((found): DesignFinding => ({ code, path: pathOf(found), ...found })),
  );
};

const pathsIn = ({ components, connections, workloads }: Design): ((found: Found) => Path) => {
  const places = (key: string, names: readonly string[]) =>
    new Map(names.map((name, index): readonly [string, Path] => [name, [key, index]]));
  const connected = places(
    'connections',
    connections.map(({ id }) => id),
  );
  const placed = places(
    'components',
    components.map(({ id }) => id),
  );
  const loaded = places(
    'workloads',
    workloads.map(({ name }) => name),
  );
  return ({ connection, component, workload }) =>
    connected.get(connection ?? '') ?? placed.get(component ?? '') ?? loaded.get(workload ?? '') ?? [];
};
