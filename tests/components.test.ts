// Proves docs/spec/components.md on the palette that ships: content/components.yaml.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '@dryrun/content';
import { readDesign } from '@dryrun/design';
import type { Kind } from '@dryrun/domain';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const content = join(import.meta.dirname, '../content');
const text = readFileSync(join(content, 'components.yaml'), 'utf8');
const { value, findings } = compile([{ path: 'components.yaml', text }]);
const { palette } = value;

/** Of `called` alone, as it is written: what a reader of drawings makes of longer labels is its own matter. */
const named = new Map(palette.kinds.flatMap(({ id, called }) => called.map((name) => [name, id] as const)));
const has = (kind: Kind, name: string) =>
  kind.settings[name] !== undefined ||
  kind.groups.some((group) => palette.groups[group]?.[name] !== undefined);

describe('the palette that ships', () => {
  it('CP1 CP2 CP3 CP4 CP5 CP6 has nothing wrong with it', () => {
    expect(findings.filter(({ file }) => file === 'components.yaml')).toEqual([]);
    expect(palette.kinds.length).toBeGreaterThanOrEqual(35);
  });

  it('CP7 knows what people write in boxes: 250 names at least, and every kind has some', () => {
    expect(named.size).toBeGreaterThanOrEqual(250);
    expect(palette.kinds.filter(({ called }) => called.length === 0)).toEqual([]);
  });

  it.each([
    ['Users', 'client'],
    ['CloudFront', 'cdn'],
    ['API gateway', 'gateway'],
    ['nginx', 'load-balancer'],
    ['Envoy', 'load-balancer'],
    ['Redis', 'cache'],
    ['Memcached', 'cache'],
    ['Postgres', 'sql'],
    ['Spanner', 'sql'],
    ['DynamoDB', 'nosql'],
    ['Cassandra', 'nosql'],
    ['S3', 'object-store'],
    ['HDFS', 'object-store'],
    ['Snowflake', 'warehouse'],
    ['BigQuery', 'warehouse'],
    ['Elasticsearch', 'search-index'],
    ['Solr', 'search-index'],
    ['Pinecone', 'vector-index'],
    ['FAISS', 'vector-index'],
    ['ANN index', 'vector-index'],
    ['CLIP', 'embedder'],
    ['Cross-encoder', 'reranker'],
    ['Kafka', 'stream'],
    ['Kinesis', 'stream'],
    ['RabbitMQ', 'queue'],
    ['Pub/Sub', 'queue'],
    ['Flink', 'stream-processor'],
    ['Kafka Streams', 'stream-processor'],
    ['Spark', 'batch-job'],
    ['Airflow', 'batch-job'],
    ['Slurm', 'gpu-cluster'],
    ['Feast', 'feature-store'],
    ['Tecton', 'feature-store'],
    ['Two-tower', 'candidate-generator'],
    ['DLRM', 'ranker'],
    ['XGBoost', 'ranker'],
    ['Triton', 'model-server'],
    ['BentoML', 'model-server'],
    ['vLLM', 'llm-server'],
    ['TensorRT-LLM', 'llm-server'],
    ['Stable Diffusion', 'image-generator'],
    ['Sora', 'video-generator'],
    ['Core ML', 'on-device-model'],
    ['Content moderation classifier', 'guard-rail'],
    ['Llama Guard', 'guard-rail'],
    ['Code interpreter', 'tool-sandbox'],
    ['Moderators', 'human-review'],
    ['Label Studio', 'labelling'],
    ['Scale AI', 'labelling'],
    ['Fine-tuning', 'training-job'],
    ['MLflow', 'registry'],
    ['W&B', 'registry'],
    ['Prometheus', 'monitor'],
    ['Datadog', 'monitor'],
    ['OpenAI API', 'third-party-api'],
    ['Stripe', 'third-party-api'],
    ['Scatter-gather', 'fan-out'],
  ])('CP7 “%s” is a %s', (label, kind) => {
    expect(named.get(label.toLowerCase())).toBe(kind);
  });

  it('CP8 whatever takes requests says how long one takes, but for what nothing is assumed of', () => {
    const takes = palette.kinds.filter(({ behaves }) => behaves !== 'client' && behaves !== 'bystander');
    const open = takes.filter(({ defaults }) => defaults['service.mean'] === undefined).map(({ id }) => id);
    // The generic server is whatever its designer says; a language model's time comes from its model and card.
    expect(open).toEqual(['server', 'llm-server']);
    for (const kind of takes) expect([kind.id, has(kind, 'service.mean')]).toEqual([kind.id, true]);
  });

  it.each(palette.kinds.filter(({ behaves }) => behaves !== 'client').map(({ id }) => id))(
    'CP8 a %s reads as it stands',
    (kind) => {
      const document = {
        name: 'one',
        components: [
          { id: 'users', kind: 'client' },
          { id: 'one', kind, ...(kind === 'server' ? { settings: { 'service.mean': '10ms' } } : {}) },
        ],
        connections: [{ from: 'users', to: 'one' }],
        workloads: [{ name: 'all', from: 'users', rps: 1 }],
      };
      const read = readDesign(document, palette);
      expect(read.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    },
  );

  const references = readdirSync(join(content, 'scenarios')).flatMap((slug) =>
    readdirSync(join(content, 'scenarios', slug, 'references')).map((file) => [slug, file] as const),
  );
  it.each(references)('CP9 every setting of the reference %s/%s is in the palette', (slug, file) => {
    const written: unknown = parse(
      readFileSync(join(content, 'scenarios', slug, 'references', file), 'utf8'),
    );
    const read = readDesign(written, palette);
    expect(read.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
