/**
 * What is likely wrong with a design that can be read: every rule looks at the same graph, and says what it finds.
 *
 *     design ─graphOf─▶ graph ─▶ shape · failure · calls · models · objectives ─▶ findings, in the order of the rules
 *
 * Rules only advise, but for a circle of calls that never ends: that cannot run. Each takes time linear in the drawing, or nearly.
 */
import type { Palette } from '@dryrun/domain';
import type { Design, DesignFinding } from '../design.ts';
import { CALL_RULES } from './calls.ts';
import { FAILURE_RULES } from './failure.ts';
import { graphOf } from './graph.ts';
import { MODEL_RULES } from './models.ts';
import { OBJECTIVE_RULES } from './objectives.ts';
import type { Rule } from './rule.ts';
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
  return DESIGN_RULES.flatMap(({ code, find }) =>
    find(design, graph).map((found): DesignFinding => ({ code, ...found })),
  );
};
