/** Rules about what is joined to what. */
import { called, isBounded, listed, reachedFrom } from './graph.ts';
import { isBatch, isLabelling, isTrainer } from './roles.ts';
import type { Rule } from './rule.ts';

const orphan: Rule = {
  code: 'orphan',
  find: (_, { components, out, into }) =>
    components.flatMap((component, at) =>
      out[at]?.length || into[at]?.length
        ? []
        : [
            {
              severity: 'warning',
              component: component.id,
              message: `Nothing is connected to ${called(component)}. Draw what calls it or what it calls, or take it away.`,
            },
          ],
    ),
};

/**
 * Jobs, labelling and what only watches begin of their own accord. A store calls nobody: an arrow from it that nobody waits for
 * is its data, such as weights that a model server reads when it starts.
 */
const unreachable: Rule = {
  code: 'unreachable',
  find: (_, graph) => {
    const { components, clients, behaves, out, into } = graph;
    // Without any client the reader has asked where requests come from.
    if (clients.length === 0) return [];
    const begins = components.flatMap(({ kind }, at) =>
      isTrainer(kind) || isBatch(kind) || isLabelling(kind) || behaves[at] === 'bystander' ? [at] : [],
    );
    const begun = new Set(begins);
    const reached = reachedFrom(graph, [...clients, ...begins]);
    return components.flatMap((component, at) => {
      if (reached.has(at) || (!out[at]?.length && !into[at]?.length)) return [];
      // What a job or another reached thing is fed by is drawn as an arrow to it.
      if (out[at]?.some(({ to }) => begun.has(to))) return [];
      if (behaves[at] === 'database' && out[at]?.some(({ to, sync }) => !sync && reached.has(to))) return [];
      return [
        {
          severity: 'warning',
          component: component.id,
          message: `No client reaches ${called(component)}. Draw the arrow that leads to it, or turn round the one that leaves it.`,
        },
      ];
    });
  },
};

const deadEndQueue: Rule = {
  code: 'dead-end-queue',
  find: (_, { components, behaves, out, into }) =>
    components.flatMap((component, at) =>
      (behaves[at] === 'queue' || behaves[at] === 'stream') &&
      // People take what waits for them.
      !isLabelling(component.kind) &&
      !out[at]?.length &&
      into[at]?.length
        ? [
            {
              severity: 'warning',
              component: component.id,
              message: `Nobody consumes from ${called(component)}: what ${listed([...new Set(into[at].map(({ from }) => from))].flatMap((from) => components[from] ?? []).map(called))} puts there stays there. Draw an arrow from it to its consumer.`,
            },
          ]
        : [],
    ),
};

const unboundedQueue: Rule = {
  code: 'unbounded-queue',
  find: (_, { components, behaves }) =>
    components.flatMap((component, at) => {
      const { settings } = component;
      if (behaves[at] !== 'queue' && behaves[at] !== 'stream') return [];
      if (isBounded(settings, 'queueLimit') || (behaves[at] === 'stream' && isBounded(settings, 'retention')))
        return [];
      const setting = behaves[at] === 'queue' ? 'queueLimit' : 'retention';
      return [
        {
          severity: 'note',
          component: component.id,
          setting,
          message: `${called(component)} has no end: when its consumers fall behind, what waits grows and gets old. Set its ${setting}, and say what happens to what does not fit.`,
        },
      ];
    }),
};

const cacheWithoutSource: Rule = {
  code: 'cache-without-source',
  find: ({ connections }, { components, behaves, out }) => {
    const missed = new Set(connections.map(({ settings }) => settings['onMiss']));
    return components.flatMap((component, at) =>
      behaves[at] === 'cache' && !out[at]?.length && !missed.has(component.id) && !missed.has(component.name)
        ? [
            {
              severity: 'warning',
              component: component.id,
              setting: 'onMiss',
              message: `Nothing says where what ${called(component)} does not have comes from. Draw an arrow from it to its source, or set “onMiss: ${component.id}” on its caller's arrow to the source.`,
            },
          ]
        : [],
    );
  },
};

export const SHAPE_RULES: readonly Rule[] = [
  orphan,
  unreachable,
  deadEndQueue,
  unboundedQueue,
  cacheWithoutSource,
];
