import type { Board } from '@dryrun/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NAMED } from './arrow-names.ts';
import { saidByLabel } from './arrow-words.ts';
import { readMermaid } from './mermaid.ts';
import { readBoard } from './read-board.ts';
import { readDesign } from './read-design.ts';
import { palette } from './testing/palette.ts';
import { toMermaid } from './to-mermaid.ts';

const board = (label: string, settings?: Board['connections'][number]['settings']): Board => ({
  components: [
    { id: 'u', name: 'Users' },
    { id: 'a', name: 'API' },
    { id: 'd', name: 'Postgres' },
  ],
  connections: [
    { id: '1', from: 'u', to: 'a' },
    { id: '2', from: 'a', to: 'd', label, settings },
  ],
});

/** What a label sets, and what is asked about it. */
const read = (label: string) => {
  const { design, findings } = readBoard(board(label), palette);
  const connection = design?.connections[1];
  const asked = findings.filter(({ connection: id }) => id === '2');
  const { mode, ...written } = connection?.written ?? {};
  return { written, mode, settings: connection?.settings, kept: connection?.label, asked };
};

describe('words on an arrow', () => {
  it.each([
    ['timeout 1s', { timeout: '1s' }],
    ['timeout: 1 s', { timeout: '1s' }],
    ['gRPC, 50ms timeout', { timeout: '50ms' }],
    ['gRPC 50 ms timeout', { timeout: '50ms' }],
    ['times out after 2 seconds', { timeout: '2seconds' }],
    ['deadline 200ms', { timeout: '200ms' }],
    ['timeout 1s, retries 2', { timeout: '1s', retries: 2 }],
    ['timeout 1s 2 retries', { timeout: '1s', retries: 2 }],
    ['50ms timeout · 2 retries', { timeout: '50ms', retries: 2 }],
    ['up to 3 retries with backoff', { retries: 3 }],
    ['retry 3 times', { retries: 3 }],
    ['retry x3', { retries: 3 }],
    ['two retries', { retries: 2 }],
    ['3 attempts', { retries: 2 }],
    ['retry budget 10%', { retryBudget: '10%' }],
    ['backoff 100ms, max backoff 2s', { 'backoff.base': '100ms', 'backoff.max': '2s' }],
    ['hedge after 20ms', { hedgeAfter: '20ms' }],
    ['x3', { calls: 3 }],
    ['×3', { calls: 3 }],
    ['3x', { calls: 3 }],
    ['3 times', { calls: 3 }],
    ['1,000 calls', { calls: '1,000' }],
    ['3 calls in parallel', { fanout: 3 }],
    ['fan-out to 100 shards', { fanout: 100 }],
    ['100-way fan-out, wait for 95', { fanout: 100, waitFor: 95 }],
    ['p=0.2', { probability: 0.2 }],
    ['p = 20 %', { probability: '20%' }],
    ['30 %', { probability: '30%' }],
    ['10% of requests', { probability: '10%' }],
    ['for 10% of the traffic', { probability: '10%' }],
    ['sampled at 1%', { probability: '1%' }],
    ['1 in 10', { probability: 0.1 }],
    ['1 in 1,000', { probability: 0.001 }],
    ['one in a million', { probability: 0.000001 }],
    ['about 3 out of 100 payments', { probability: 0.03 }],
    ['uncertain 0.01%', { probability: '0.01%' }],
    ['if the model is unsure: 2%', { probability: '2%' }],
    ['0.3% of calls', { probability: '0.3%' }],
    ['0.5 % of all transactions', { probability: '0.5%' }],
    ['5% holdout', { probability: '5%' }],
    ['canary 1%, timeout 1s', { probability: '1%', timeout: '1s' }],
    ['latency=5ms', { latency: '5ms' }],
    ['network latency 5ms', { latency: '5ms' }],
    ['circuit breaker at 50%', { 'breaker.errorShare': '50%' }],
    ['breaker.cooldown=5s', { 'breaker.cooldown': '5s' }],
  ])('DG85 “%s” sets %j', (label, written) => expect(read(label)).toMatchObject({ written, asked: [] }));

  it.each([
    ['async', 'async'],
    ['writes asynchronously', 'async'],
    ['async, 3 calls', 'async'],
    ['fire and forget', 'async'],
    ['sync', 'sync'],
    ['blocking call', 'sync'],
    ['sync users nightly', undefined],
  ])('DG85 “%s” waits: %s', (label, mode) => expect(read(label)).toMatchObject({ mode, asked: [] }));

  it.each(['on miss', 'cache miss', 'on a miss', 'only on cache miss', 'miss'])(
    'DG85 “%s” is a miss',
    (label) => expect(saidByLabel(label).onMiss).toBe(true),
  );

  it('DG85 knows every setting of a connection by its name, and no other', () => {
    const names = Object.keys(palette.connection).filter((name) => name !== 'onMiss' && name !== 'onFailure');
    expect([...new Set(NAMED.map(({ setting }) => setting))].sort()).toEqual(names.sort());
    for (const name of names)
      expect(saidByLabel(`${name}=1`).settings).toEqual([{ name, value: 1, words: `${name}=1` }]);
  });

  it.each([
    ['fails open', 'open'],
    ['fail-closed', 'closed'],
    ['onFailure=open', 'open'],
  ])('DG85 “%s” says what becomes of a failed call', (label, value) => {
    expect(saidByLabel(label).settings).toMatchObject([{ name: 'onFailure', value }]);
  });

  it('DG85 what is set on the arrow goes before its words', () => {
    const { design } = readBoard(board('async, timeout 1s', { mode: 'sync', timeout: '2s' }), palette);
    expect(design?.connections[1]).toMatchObject({ mode: 'sync', settings: { timeout: 2 } });
  });

  it.each([
    ['timeout 50', 'timeout needs a unit, such as 10ms.'],
    ['timeout: soon', 'timeout must be a duration, such as 10ms.'],
    ['timeout', 'Say how long'],
    ['with retries', 'Say how many'],
    ['p=2', 'probability must be at most 1'],
    ['130%', 'probability must be at most 1'],
    ['p=0,2', 'probability must be a share'],
    ['retries 2.5', 'retries must be a whole number'],
    ['timeout 1s, timeout 2s', 'It says timeout twice'],
    ['p=0.2, 10%', 'It says probability twice'],
    ['50ms', 'timeout 1s or network latency 1ms'],
    ['< 50 ms', 'timeout 1s or network latency 1ms'],
    ['latency 5ms', 'timeout 1s or network latency 1ms'],
    ['500 rps', 'A rate follows from the load'],
    ['100 calls/s', 'A rate follows from the load'],
    ['reads 30%', '10% of requests'],
    ['hit rate 90%', '10% of requests'],
    ['90% cached', '10% of requests'],
    ['timout=1s', 'Did you mean “timeout”?'],
    ['after 1s timeout', 'Write settings alone'],
    ['retry with 3 attempts', 'Write settings alone'],
    ['wait for 2 of 3', 'Write settings alone'],
    ['timeout < 1s', 'Write settings alone'],
    ['retries 2,100ms timeout', 'Write settings alone'],
    ['not async', 'Write sync or async'],
    ['sync or async', 'Write sync or async'],
  ])('DG86 “%s” is asked about, and sets nothing', (label, told) => {
    const { asked, written, mode } = read(label);
    expect({ written, mode }).toEqual({ written: {}, mode: undefined });
    expect(asked).toMatchObject([
      { code: 'unread-label', severity: 'question', path: ['connections', 1, 'label'] },
    ]);
    expect(asked[0]?.message).toMatch(/^What is “.+” from “API” to “Postgres”\? /);
    expect(asked[0]?.message).toContain(told);
  });

  it('DG86 asks about one part and reads the others', () =>
    expect(read('timeout 50, 2 retries, gRPC')).toMatchObject({
      written: { retries: 2 },
      asked: [{ setting: 'timeout' }],
    }));

  const PLAIN = [
    'reads',
    'user id',
    'gRPC',
    'HTTP/2',
    'HTTPS :443',
    'TLS 1.3',
    'POST /v1/rank',
    'http://api:8080/v1?timeout=5',
    '1. query',
    '(2) rank',
    'step 3',
    'top 500 candidates',
    'retrieves 500 items',
    'calls 3 models',
    'retries 3 shards',
    'k=10',
    'user_id=7',
    'batch=32',
    'batch size 64',
    '768 dims',
    'every 5 min',
    'TTL 1h',
    '30 day history',
    'p99 50ms',
    'S3 events',
    'k8s',
    'x-request-id',
    '1..*',
    'retrain 3 times a day',
    'retry on 503',
    'on timeout',
    'without retries',
    'retry',
    'timeout handling',
    'async/await',
    'top 5% of all the items',
    'keeps the CPU below 80% at peak',
    'step 1 in 3',
    '99.9% availability over a month',
    'Protobuf over TCP',
    'embeddings [768]',
    'SQL',
    'click events',
    'p2p',
    '2PC',
    'version 2.1',
    'call model',
    'deadline-aware',
    'hedged bets',
    'parallel',
    'waits for labels',
    'breaker open',
    '“quoted”',
  ];
  it.each(PLAIN)('DG87 “%s” stays words', (label) =>
    expect(read(label)).toMatchObject({ written: {}, mode: undefined, kept: label, asked: [] }),
  );

  it('DG87 asks nothing about any plain words', () =>
    fc.assert(
      fc.property(fc.lorem({ maxCount: 6 }), fc.constantFrom(...PLAIN), (words, other) => {
        const label = `${words}, ${other}`.slice(0, 200);
        const { written, asked } = label.endsWith(other) ? read(label) : read(words.slice(0, 200));
        expect({ written, asked }).toEqual({ written: {}, asked: [] });
      }),
      { seed: 87, numRuns: 500 },
    ));

  /** A setting with a value, as base unit and as a hand writes it in several ways. */
  const duration = fc
    .tuple(
      fc.integer({ min: 1, max: 900 }),
      fc.constantFrom(['ms', 1e-3], ['s', 1], [' min', 60], [' ms', 1e-3]),
    )
    .map(([count, [unit, seconds]]) => ({ written: `${count}${unit}`, value: count * Number(seconds) }));
  const percent = fc
    .integer({ min: 1, max: 100 })
    .map((count) => ({ written: `${count}%`, value: count / 100 }));
  const count = fc.integer({ min: 1, max: 20 }).map((value) => ({ written: String(value), value }));
  const said = (
    name: string,
    amount: fc.Arbitrary<{ written: string; value: number }>,
    ways: readonly string[],
  ) =>
    fc
      .tuple(amount, fc.constantFrom(...ways))
      .map(([{ written, value }, way]) => ({ name, value, words: way.replace('#', written) }));
  const sayings = [
    said('timeout', duration, [
      'timeout #',
      '# timeout',
      'timeout=#',
      'Timeout: #',
      'gives up after #',
      'w/ # timeout',
    ]),
    said('retries', count, [
      'retries #',
      '# retries',
      'retries=#',
      'retry #x',
      'retry # times',
      'max # retries',
    ]),
    said('retryBudget', percent, ['retry budget #', '# retry budget', 'retryBudget=#', 'retry-budget: #']),
    said('hedgeAfter', duration, ['hedge after #', 'hedgeAfter=#', 'hedged after #']),
    said('probability', percent, [
      'p=#',
      '#',
      '# of requests',
      'for # of traffic',
      '# probability',
      'only # of calls',
    ]),
    said('calls', count, ['x#', '×#', '#x', '# calls', '# times', 'calls=#', '# calls each']),
    said('fanout', count, [
      'fan-out #',
      '# in parallel',
      '# parallel calls',
      'fanout: #',
      'fan out to # shards',
    ]),
    said('waitFor', count, ['wait for #', 'waits for #', 'waitFor=#']),
    said('backoff.base', duration, ['backoff #', '# backoff', 'backoff.base=#']),
    said('latency', duration, ['network latency #', 'latency=#', '# network delay']),
    said('breaker.errorShare', percent, ['breaker at #', 'circuit breaker #', 'breaker.errorShare=#']),
  ];

  it('DG85 reads any settings, in any order, among any words', () =>
    fc.assert(
      fc.property(
        fc.shuffledSubarray(sayings, { minLength: 1, maxLength: 4 }).chain((some) => fc.tuple(...some)),
        fc.array(fc.constantFrom(...PLAIN.filter((words) => !/[()[\]|]/.test(words))), { maxLength: 2 }),
        fc.constantFrom(', ', '; ', ' · ', ' | ', ' and ', ' (', '\n'),
        fc.boolean(),
        (settings, words, joint, first) => {
          const parts = settings.map((one) => one.words);
          const label = (first ? [...words, ...parts] : [...parts, ...words]).join(joint);
          fc.pre(label.length <= 200);
          const { settings: set, written, kept, asked } = read(label);
          expect(asked).toEqual([]);
          expect(kept).toBe(label);
          expect(Object.keys(written).sort()).toEqual(settings.map(({ name }) => name).sort());
          for (const { name, value } of settings) expect(set?.[name]).toBeCloseTo(value, 9);
        },
      ),
      { seed: 85, numRuns: 1500 },
    ));

  it('DG88 no words are an error, and all are kept', () => {
    const piece = fc.constantFrom(
      'timeout',
      'retries',
      'p',
      '=',
      ':',
      '1s',
      '50',
      '%',
      '10%',
      'x3',
      'of',
      'requests',
      'async',
      'on',
      'miss',
      ',',
      '(',
      '1,000',
      '1e999',
      '-1',
      '99999999999999999999',
      'hedge after',
      'NaN',
      '__proto__',
      'constructor',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 200, unit: 'grapheme' }).filter((label) => label.length <= 200),
          fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(' ')),
          fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
        ),
        (label) => {
          fc.pre(label.length <= 200);
          const { design, findings } = readBoard(board(label), palette);
          expect(findings.filter(({ severity }) => severity !== 'question')).toEqual([]);
          expect(design?.connections[1]?.label).toBe(label);
          for (const value of Object.values(design?.connections[1]?.settings ?? {}))
            expect(typeof value === 'number' ? Number.isFinite(value) : true).toBe(true);
        },
      ),
      { seed: 88, numRuns: 3000 },
    );
  });

  it('DG88 reads the longest label at once', () => {
    const started = performance.now();
    for (const piece of ['timeout ', '1', 'x', ',1', '1 s ', 'p=', '(', ' on a', '~', 'retry 1 '])
      saidByLabel(piece.repeat(200_000));
    expect(performance.now() - started).toBeLessThan(500);
  });

  it('DG89 what is set comes back from Mermaid', () =>
    fc.assert(
      fc.property(
        fc.shuffledSubarray(sayings, { maxLength: 5 }).chain((some) => fc.tuple(...some)),
        fc.constantFrom(undefined, 'reads', 'gRPC', 'user id, 768 dims'),
        fc.constantFrom('sync', 'async'),
        (settings, label, mode) => {
          const set = Object.fromEntries(
            settings.map(({ name, value }) => [name, `${value}${unitOf(name)}`]),
          );
          const { design } = readDesign(
            {
              components: [
                { id: 'users', kind: 'client' },
                { id: 'api', kind: 'service' },
                { id: 'postgres', kind: 'sql' },
              ],
              connections: [
                { from: 'users', to: 'api' },
                { from: 'api', to: 'postgres', label, mode, settings: set },
              ],
              workload: { rps: 1 },
            },
            palette,
          );
          const drawn = design && readMermaid(toMermaid(design)).board;
          const again = drawn && readBoard(drawn, palette);
          expect(again?.findings.map(({ code }) => code)).toEqual(['no-workload']);
          expect(again?.design?.connections[1]).toMatchObject({
            mode,
            settings: design?.connections[1]?.settings,
          });
        },
      ),
      { seed: 89, numRuns: 300 },
    ));

  const unitOf = (name: string): string => (palette.connection[name]?.type === 'duration' ? ' s' : '');
});
