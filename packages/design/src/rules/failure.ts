/** Rules about what happens when something fails. */
import type { Objective, Workload } from '../design.ts';
import { called, listed, numberOf } from './graph.ts';
import type { Graph } from './graph.ts';
import { neededIn } from './needed.ts';
import { isModel, isMonitor, isThirdParty, passesOn } from './roles.ts';
import type { Rule } from './rule.ts';

/** Component → the workloads that cannot do without it. */
const dependents = (
  workloads: readonly Workload[],
  graph: Graph,
  matters: (at: number) => boolean,
): ReadonlyMap<number, readonly string[]> => {
  const needed = neededIn(graph);
  const by = new Map<number, string[]>();
  for (const { name, from } of workloads) {
    const client = graph.indexOf.get(from);
    if (client === undefined) continue;
    for (const at of needed(name, client)) {
      if (!matters(at)) continue;
      const known = by.get(at) ?? [];
      known.push(name);
      by.set(at, known);
    }
  }
  return by;
};

const quoted = (names: readonly string[]) => listed(names.map((name) => `“${name}”`));

const wantsAvailability = (objectives: readonly Objective[], names: readonly string[]) =>
  objectives.some(
    ({ measure, workload }) =>
      measure === 'availability' && (workload === undefined || names.includes(workload)),
  );

/** Nobody may have thought of replicas yet: it is a warning where somebody wrote one, or asks for availability. */
const singlePointOfFailure: Rule = {
  code: 'single-point-of-failure',
  find: ({ workloads, objectives }, graph) => {
    const single = (at: number) => {
      const { kind, settings } = graph.components[at] ?? { kind: '', settings: {} };
      const behaves = graph.behaves[at];
      if (behaves === 'client' || behaves === 'balancer' || behaves === 'bystander') return false;
      if (passesOn(kind) || isThirdParty(kind)) return false;
      const copies = ['replicas', 'autoscale.min', 'readReplicas'].map((name) => numberOf(settings, name));
      return (copies[0] ?? 1) <= 1 && (copies[1] ?? 1) <= 1 && (copies[2] ?? 0) === 0;
    };
    return [...dependents(workloads, graph, single)].flatMap(([at, names]) => {
      const component = graph.components[at];
      if (!component) return [];
      const meant = component.written['replicas'] !== undefined || wantsAvailability(objectives, names);
      const only = names.length === 1 ? names[0] : undefined;
      return [
        {
          severity: meant ? ('warning' as const) : ('note' as const),
          component: component.id,
          workload: only,
          setting: 'replicas',
          message: `Every request of ${quoted(names)} needs ${called(component)}, and there is one replica of it: while that is down, nothing is answered. Give it a second replica, or say what answers instead.`,
        },
      ];
    });
  },
};

const noFallback: Rule = {
  code: 'no-fallback',
  find: ({ workloads }, graph) =>
    [...dependents(workloads, graph, (at) => isThirdParty(graph.components[at]?.kind ?? ''))].flatMap(
      ([at, names]) => {
        const component = graph.components[at];
        return component
          ? [
              {
                severity: 'warning' as const,
                component: component.id,
                workload: names.length === 1 ? names[0] : undefined,
                message: `Every request of ${quoted(names)} needs ${called(component)}, which somebody else runs: when they are down, so is this. Draw what answers instead: a second provider, a cached answer, a simpler model of your own.`,
              },
            ]
          : [];
      },
    ),
};

const noMonitoring: Rule = {
  code: 'no-monitoring',
  find: (_, { components, behaves, out, into }) => {
    const serves = components.filter(
      ({ kind }, at) => (behaves[at] === 'station' || behaves[at] === 'database') && !isThirdParty(kind),
    );
    if (serves.length === 0) return [];
    const watched = components.some(
      ({ kind }, at) => isMonitor(kind) && (out[at]?.length || into[at]?.length),
    );
    if (watched) return [];
    const models = serves.filter(({ kind }) => isModel(kind));
    const unwatched = models.length > 0 ? models : serves;
    return [
      {
        severity: models.length > 0 ? 'warning' : 'note',
        component: unwatched[0]?.id,
        message: `Nothing watches ${listed(unwatched.map(called), 'or')}. Place a monitor, and connect it to what serves${models.length > 0 ? ', for drift and quality as well as for latency and errors' : ''}.`,
      },
    ];
  },
};

/** Only where somebody has thought of regions, or asks for more than a region gives. */
const REGION_AVAILABILITY = 0.9999;

const oneRegion: Rule = {
  code: 'one-region',
  find: ({ objectives }, { components, behaves }) => {
    const serves = components.filter(
      (_component, at) => behaves[at] !== 'client' && behaves[at] !== 'bystander',
    );
    const regions = [...new Set(serves.flatMap(({ settings }) => settings['region'] ?? []))];
    const asked = objectives.some(
      ({ measure, atLeast }) => measure === 'availability' && (atLeast ?? 0) >= REGION_AVAILABILITY,
    );
    if (serves.length === 0 || regions.length > 1 || (regions.length === 0 && !asked)) return [];
    const where = regions.length === 1 ? `the region “${String(regions[0])}”` : 'one region';
    return [
      {
        severity: 'note',
        component: serves[0]?.id,
        setting: 'region',
        message: `All that serves stands in ${where}: when it is lost, so is everything. Place ${listed(serves.map(called))} in a second region too, or say that this is accepted.`,
      },
    ];
  },
};

export const FAILURE_RULES: readonly Rule[] = [singlePointOfFailure, noFallback, noMonitoring, oneRegion];
