/**
 * What a kind makes of its settings beyond those that all components share. A kind that is not in the table is a generic
 * server of its settings.
 *
 *     settings ─▶ what works alike for every kind (batches, hours, …)
 *                 and then what is the kind's own (a language model's server, an index's recall and memory, …)
 */
import type { Values } from '@dryrun/design';
import { computed } from './computed.ts';
import { gateway } from './gateway.ts';
import { imageGenerator, videoGenerator } from './generators.ts';
import { batchJob, gpuCluster, onDevice } from './jobs.ts';
import { llmServer } from './llm-server.ts';
import type { Around, Sized, Sizing } from './sized.ts';
import { service } from './service.ts';
import { featureStore, objectStore, searchIndex, warehouse } from './stores.ts';
import { vectorIndex } from './vector-index.ts';
import { worksBy } from './works.ts';

const KINDS: Readonly<Record<string, Sizing>> = {
  gateway,
  service,
  'llm-server': llmServer,
  embedder: computed,
  reranker: computed,
  ranker: computed,
  'candidate-generator': computed,
  'model-server': computed,
  'guard-rail': computed,
  'image-generator': imageGenerator,
  'video-generator': videoGenerator,
  'vector-index': vectorIndex,
  'search-index': searchIndex,
  'feature-store': featureStore,
  'object-store': objectStore,
  warehouse,
  'batch-job': batchJob,
  'gpu-cluster': gpuCluster,
  'on-device-model': onDevice,
};

export const kindOf = (kind: string, settings: Values, around: Around): Sized => {
  const shared = worksBy(settings);
  const own = KINDS[kind]?.(settings, around) ?? {};
  return {
    ...shared,
    ...own,
    facts: { ...shared.facts, ...own.facts },
    notes: [...(shared.notes ?? []), ...(own.notes ?? [])],
  };
};
