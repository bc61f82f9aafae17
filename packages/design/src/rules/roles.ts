/** What a kind is for, where a rule has to know more than how it behaves. A kind that no set names is judged by its behaviour alone. */
const MODELS: ReadonlySet<string> = new Set([
  'model-server',
  'ranker',
  'reranker',
  'embedder',
  'llm-server',
  'image-generator',
  'video-generator',
  'diffusion-server',
  'on-device-model',
  'classifier',
  'guard-rail',
  'guardrail',
  'candidate-generator',
]);
const TRAINERS: ReadonlySet<string> = new Set(['training-job', 'trainer', 'training']);
const BATCHES: ReadonlySet<string> = new Set([
  'batch-job',
  'gpu-batch-cluster',
  'gpu-batch',
  'gpu-batch-job',
]);
const HISTORIES: ReadonlySet<string> = new Set(['warehouse', 'data-warehouse', 'object-store', 'data-lake']);
const ONLINE: ReadonlySet<string> = new Set([
  'feature-store',
  'feature-store-online',
  'database',
  'sql-database',
  'nosql-database',
  'sql-store',
  'nosql-store',
  'sql',
  'nosql',
  'key-value-store',
]);
const LABELS: ReadonlySet<string> = new Set(['labelling', 'labeling', 'human-review', 'human-review-queue']);
const REGISTRIES: ReadonlySet<string> = new Set(['registry', 'model-registry']);
const MONITORS: ReadonlySet<string> = new Set(['monitor', 'monitoring']);
const THIRD_PARTIES: ReadonlySet<string> = new Set(['third-party-api', 'third-party']);
const PASSES_ON: ReadonlySet<string> = new Set(['load-balancer', 'gateway', 'api-gateway', 'cdn']);
const PROCESSORS: ReadonlySet<string> = new Set(['stream-processor']);

export const isModel = (kind: string): boolean => MODELS.has(kind);
export const isTrainer = (kind: string): boolean => TRAINERS.has(kind);
export const isBatch = (kind: string): boolean => BATCHES.has(kind);
/** Where what has happened is kept, and training reads. */
export const isHistory = (kind: string): boolean => HISTORIES.has(kind);
/** Where serving looks features up. */
export const isOnline = (kind: string): boolean => ONLINE.has(kind);
export const isLabelling = (kind: string): boolean => LABELS.has(kind);
export const isRegistry = (kind: string): boolean => REGISTRIES.has(kind);
export const isMonitor = (kind: string): boolean => MONITORS.has(kind);
export const isThirdParty = (kind: string): boolean => THIRD_PARTIES.has(kind);
export const passesOn = (kind: string): boolean => PASSES_ON.has(kind);
export const isProcessor = (kind: string): boolean => PROCESSORS.has(kind);
