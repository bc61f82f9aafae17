import type { Objective } from '../design.ts';
import { called, listed, reachedFrom, takes } from './graph.ts';
import type { Found, Rule } from './rule.ts';

const objectiveUnmeasurable: Rule = {
  code: 'objective-unmeasurable',
  find: ({ workloads, objectives }, graph) => {
    const byName = new Map(workloads.map((workload) => [workload.name, workload]));
    const reached = new Map<string, ReadonlySet<number>>();
    const reach = (workload: string): ReadonlySet<number> => {
      const from = graph.indexOf.get(byName.get(workload)?.from ?? '');
      const known =
        reached.get(workload) ??
        reachedFrom(graph, from === undefined ? [] : [from], (arrow) => takes(arrow, workload));
      reached.set(workload, known);
      return known;
    };
    const wrong = ({ workload, component }: Objective): string | undefined => {
      if (workload !== undefined && !byName.has(workload)) {
        const known = [...byName.keys()].map((name) => `“${name}”`);
        return `is for the workload “${workload}”, which there is not. ${known.length > 0 ? `Name ${listed(known, 'or')}` : 'Write the workload down'}, or take the objective away.`;
      }
      if (component === undefined) return undefined;
      const at = graph.indexOf.get(component);
      const drawn = at === undefined ? undefined : graph.components[at];
      if (at === undefined || !drawn)
        return `is for the component “${component}”, which there is not. Draw it, or name one that is there.`;
      if (workload !== undefined && !reach(workload).has(at))
        return `is for ${called(drawn)}, and no request of “${workload}” gets there. Draw the way to it, or name a component on the way.`;
      return undefined;
    };
    return objectives.flatMap((objective, index): readonly Found[] => {
      const told = wrong(objective);
      if (told === undefined) return [];
      const { measure, workload, component } = objective;
      return [
        {
          severity: 'warning',
          workload,
          component,
          path: ['objectives', index],
          message: `The objective on ${measure} ${told}`,
        },
      ];
    });
  },
};

export const OBJECTIVE_RULES: readonly Rule[] = [objectiveUnmeasurable];
