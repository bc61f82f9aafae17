/** What a kind is for, where a rule has to know more than how it behaves. A kind that no role names is judged by its behaviour alone. */
export const ROLES = {
  model: [
    'model-server',
    'ranker',
    'reranker',
    'embedder',
    'llm-server',
    'image-generator',
    'video-generator',
    'on-device-model',
    'guard-rail',
    'candidate-generator',
  ],
  trainer: ['training-job'],
  batch: ['batch-job', 'gpu-cluster'],
  /** Where what has happened is kept, and training reads. */
  history: ['warehouse', 'object-store'],
  /** Where serving looks features up. */
  online: ['feature-store', 'sql', 'nosql'],
  labelling: ['labelling', 'human-review'],
  registry: ['registry'],
  monitor: ['monitor'],
  thirdParty: ['third-party-api'],
  /** Drawn once and run many times over by whoever sells it. */
  passesOn: ['load-balancer', 'gateway', 'cdn'],
  processor: ['stream-processor'],
  /** Takes minutes to hours: whoever hands something to it goes on. */
  leftTo: ['human-review', 'batch-job'],
} as const;

const isOneOf = (kinds: readonly string[]) => {
  const known = new Set(kinds);
  return (kind: string): boolean => known.has(kind);
};

export const isModel = isOneOf(ROLES.model);
export const isTrainer = isOneOf(ROLES.trainer);
export const isBatch = isOneOf(ROLES.batch);
export const isHistory = isOneOf(ROLES.history);
export const isOnline = isOneOf(ROLES.online);
export const isLabelling = isOneOf(ROLES.labelling);
export const isRegistry = isOneOf(ROLES.registry);
export const isMonitor = isOneOf(ROLES.monitor);
export const isThirdParty = isOneOf(ROLES.thirdParty);
export const passesOn = isOneOf(ROLES.passesOn);
export const isProcessor = isOneOf(ROLES.processor);
export const isLeftTo = isOneOf(ROLES.leftTo);
