/**
 * Rules about the loop that a model is learnt in: logs, features, training, registry, serving.
 *
 * Data flows where arrows are drawn either way: some draw “reads”, some “feeds”. So stores, streams and jobs that are joined by
 * any arrows are one pipeline, and two of them in one pipeline are taken to have the same source.
 */
import type { Component } from '../design.ts';
import { called, listed } from './graph.ts';
import type { Graph } from './graph.ts';
import {
  isBatch,
  isHistory,
  isLabelling,
  isModel,
  isOnline,
  isProcessor,
  isRegistry,
  isTrainer,
} from './roles.ts';
import type { Rule } from './rule.ts';

const neighbours = ({ out, into }: Graph, at: number): readonly number[] => [
  ...new Set([...(out[at] ?? []).map(({ to }) => to), ...(into[at] ?? []).map(({ from }) => from)]),
];

const isKind = ({ components }: Graph, at: number, test: (kind: string) => boolean) =>
  test(components[at]?.kind ?? '');

/** A training job, or a batch job that hands its outcome to a registry or a model. */
const trainersOf = (graph: Graph): readonly number[] =>
  graph.components.flatMap(({ kind }, at) =>
    isTrainer(kind) ||
    (isBatch(kind) &&
      neighbours(graph, at).some((one) => isKind(graph, one, (other) => isRegistry(other) || isModel(other))))
      ? [at]
      : [],
  );

const modelsOf = ({ components }: Graph): readonly number[] =>
  components.flatMap(({ kind }, at) => (isModel(kind) ? [at] : []));

/** For each component of a pipeline, which one it is in; undefined for all others. */
const pipelinesOf = (graph: Graph, trainers: ReadonlySet<number>): readonly (number | undefined)[] => {
  const carries = graph.components.map(
    ({ kind }, at) =>
      !trainers.has(at) &&
      (isHistory(kind) ||
        isOnline(kind) ||
        isBatch(kind) ||
        isProcessor(kind) ||
        isLabelling(kind) ||
        graph.behaves[at] === 'queue' ||
        graph.behaves[at] === 'stream'),
  );
  const pipelines: (number | undefined)[] = graph.components.map(() => undefined);
  for (const [root, is] of carries.entries()) {
    if (!is || pipelines[root] !== undefined) continue;
    pipelines[root] = root;
    const members = [root];
    for (const member of members)
      for (const next of neighbours(graph, member))
        if (carries[next] && pipelines[next] === undefined) {
          pipelines[next] = root;
          members.push(next);
        }
  }
  return pipelines;
};

const names = ({ components }: Graph, indices: readonly number[]): readonly string[] =>
  indices.flatMap((at): readonly Component[] => components.slice(at, at + 1)).map(called);

const featureSkew: Rule = {
  code: 'feature-skew',
  find: (_, graph) => {
    const trainers = trainersOf(graph);
    const pipelines = pipelinesOf(graph, new Set(trainers));
    const reads = (of: readonly number[], test: (kind: string) => boolean) => [
      ...new Set(of.flatMap((at) => neighbours(graph, at).filter((one) => isKind(graph, one, test)))),
    ];
    const histories = reads(trainers, isHistory);
    const readByTraining = new Set(reads(trainers, isOnline));
    const learntFrom = new Set(histories.map((at) => pipelines[at]));
    const strangers = reads(modelsOf(graph), isOnline).filter(
      (at) => !readByTraining.has(at) && !learntFrom.has(pipelines[at]),
    );
    if (histories.length === 0 || strangers.length === 0) return [];
    const [first = 0] = strangers;
    return [
      {
        severity: 'warning',
        component: graph.components[first]?.id,
        message: `Training reads ${listed(names(graph, histories))}, and serving reads ${listed(names(graph, strangers))}, which nothing joins: features computed twice drift apart. Feed both from one source, or let training read what serving logged.`,
      },
    ];
  },
};

const modelWithoutRegistry: Rule = {
  code: 'model-without-registry',
  find: (_, graph) => {
    const trainers = trainersOf(graph);
    const registered = graph.components.some(
      ({ kind }, at) => isRegistry(kind) && neighbours(graph, at).length > 0,
    );
    if (trainers.length === 0 || registered) return [];
    const [first = 0] = trainers;
    return [
      {
        severity: 'note',
        component: graph.components[first]?.id,
        message: `What ${listed(names(graph, trainers))} makes goes through no registry. Place one between training and serving, so that a version can be checked, released and taken back.`,
      },
    ];
  },
};

const modelWithoutTraining: Rule = {
  code: 'model-without-training',
  find: (_, graph) => {
    // Large models come trained, and features or candidates may be bought in: a ranker rarely is.
    const ranked = modelsOf(graph).filter((at) =>
      isKind(graph, at, (kind) => ['ranker', 'model-server'].includes(kind)),
    );
    if (ranked.length === 0 || trainersOf(graph).length > 0) return [];
    const [first = 0] = ranked;
    return [
      {
        severity: 'note',
        component: graph.components[first]?.id,
        message: `Nothing trains ${listed(names(graph, ranked))}. Draw the training job and what it reads, or say where the model comes from.`,
      },
    ];
  },
};

const labelsNeverReturn: Rule = {
  code: 'labels-never-return',
  find: (_, graph) => {
    const trainers = trainersOf(graph);
    const models = modelsOf(graph);
    if (trainers.length === 0 || models.length === 0) return [];
    const pipelines = pipelinesOf(graph, new Set(trainers));
    const read = new Set(
      trainers.flatMap((at) => neighbours(graph, at).flatMap((one) => pipelines[one] ?? [])),
    );
    const trained = new Set(trainers);
    /** Something that serves tells the pipeline: not where it only looks features up. */
    const returns = graph.arrows.some(({ from, to, sync }) => {
      if (pipelines[from] !== undefined || trained.has(from)) return false;
      if (trained.has(to)) return graph.behaves[from] !== 'bystander';
      const pipeline = pipelines[to];
      return pipeline !== undefined && read.has(pipeline) && (!sync || !isKind(graph, to, isOnline));
    });
    if (returns) return [];
    const [first = 0] = trainers;
    return [
      {
        severity: 'warning',
        component: graph.components[first]?.id,
        message: `Nothing of what ${listed(names(graph, models))} answered, and how it was taken, comes back to ${listed(names(graph, trainers))}. Log answers and outcomes to a stream, and draw it on to what training reads.`,
      },
    ];
  },
};

export const MODEL_RULES: readonly Rule[] = [
  featureSkew,
  modelWithoutRegistry,
  modelWithoutTraining,
  labelsNeverReturn,
];
