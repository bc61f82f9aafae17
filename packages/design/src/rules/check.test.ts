import { describe, expect, it } from 'vitest';
import type { Component, Connection, Design, Objective, Values } from '../design.ts';
import { palette } from '../testing/palette.ts';
import { checkDesign, DESIGN_RULES } from './check.ts';
import { ROLES } from './roles.ts';

type Drawn = {
  /** `id: kind`, or with settings. */
  readonly boxes: Readonly<Record<string, string | (Values & { readonly kind: string })>>;
  /** `a -> b`, waited for; `a ~> b`, not. */
  readonly arrows?: Readonly<Record<string, Values>> | readonly string[];
  readonly objectives?: readonly Objective[];
};

const drawn = ({ boxes, arrows = [], objectives = [] }: Drawn): Design => {
  const components = Object.entries(boxes).map(([id, box]): Component => {
    const { kind, ...settings } = typeof box === 'string' ? { kind: box } : box;
    return { id, kind: String(kind), name: id, settings, written: settings };
  });
  const entries = Array.isArray(arrows)
    ? arrows.map((arrow) => [arrow, {}] as const)
    : Object.entries(arrows);
  const connections = entries.map(([arrow, settings]): Connection => {
    const [from = '', stroke = '', to = ''] = arrow.split(' ');
    return { id: arrow, from, to, mode: stroke === '->' ? 'sync' : 'async', settings, written: settings };
  });
  const clients = components.filter(({ kind }) => kind === 'client');
  const workloads = clients.map(({ id }) => ({
    name: `by-${id}`,
    from: id,
    settings: { rps: 1 },
    written: {},
  }));
  return { name: 'drawn', components, connections, workloads, objectives, faults: [] };
};

const found = (design: Drawn, code: string) =>
  checkDesign(drawn(design), palette).filter((finding) => finding.code === code);

const boxes = { u: 'client', a: 'server', b: 'server', c: 'server' };

/** Rule, a drawing in which it finds something, what it says, and one that is right. */
const CASES: readonly (readonly [string, Drawn, string, Drawn])[] = [
  [
    'orphan',
    { boxes, arrows: ['u -> a', 'a -> b'] },
    '“c”',
    { boxes, arrows: ['u -> a', 'a -> b', 'b -> c'] },
  ],
  [
    'unreachable',
    { boxes, arrows: ['u -> a', 'b -> c'] },
    'No client reaches “b”',
    { boxes: { ...boxes, b: 'batch-job' }, arrows: ['u -> a', 'b -> c'] },
  ],
  [
    'dead-end-queue',
    { boxes: { ...boxes, q: 'queue' }, arrows: ['u -> a', 'a ~> q'] },
    'what “a” puts there stays there',
    { boxes: { ...boxes, q: 'queue' }, arrows: ['u -> a', 'a ~> q', 'q ~> b'] },
  ],
  [
    'unbounded-queue',
    { boxes: { u: 'client', q: 'queue', a: 'server' }, arrows: ['u ~> q', 'q ~> a'] },
    'queueLimit',
    {
      boxes: { u: 'client', q: { kind: 'queue', queueLimit: 9 }, a: 'server' },
      arrows: ['u ~> q', 'q ~> a'],
    },
  ],
  [
    'cache-without-source',
    { boxes: { ...boxes, k: 'cache' }, arrows: ['u -> a', 'a -> k', 'a -> b'] },
    'onMiss: k',
    { boxes: { ...boxes, k: 'cache' }, arrows: { 'u -> a': {}, 'a -> k': {}, 'a -> b': { onMiss: 'k' } } },
  ],
  [
    'sync-cycle',
    { boxes, arrows: ['u -> a', 'a -> b', 'b -> a'] },
    'no request ever ends',
    { boxes, arrows: ['u -> a', 'a -> b', 'b ~> a'] },
  ],
  [
    'single-point-of-failure',
    {
      boxes: { u: 'client', l: 'load-balancer', a: 'server', b: 'server', d: 'sql' },
      arrows: ['u -> l', 'l -> a', 'l -> b', 'a -> d', 'b -> d'],
    },
    'Every request of “by-u” needs “d”',
    {
      boxes: { u: 'client', l: 'load-balancer', a: 'server', b: 'server' },
      arrows: ['u -> l', 'l -> a', 'l -> b'],
    },
  ],
  [
    'no-fallback',
    { boxes: { ...boxes, t: 'third-party-api' }, arrows: ['u -> a', 'a -> t'] },
    'needs “t”',
    { boxes: { ...boxes, t: 'third-party-api' }, arrows: { 'u -> a': {}, 'a -> t': { probability: 0.1 } } },
  ],
  [
    'no-monitoring',
    { boxes: { u: 'client', r: 'ranker', m: 'monitor' }, arrows: ['u -> r'] },
    'Nothing watches “r”',
    { boxes: { u: 'client', r: 'ranker', m: 'monitor' }, arrows: ['u -> r', 'r ~> m'] },
  ],
  [
    'one-region',
    { boxes: { u: 'client', a: { kind: 'server', region: 'eu' } }, arrows: ['u -> a'] },
    'the region “eu”',
    { boxes: { u: 'client', a: { kind: 'server', region: 'eu' }, b: { kind: 'server', region: 'us' } } },
  ],
  [
    'no-timeout',
    { boxes: { ...boxes, m: 'llm-server' }, arrows: ['u -> a', 'a -> m'] },
    '“a” waits for “m” for ever',
    { boxes: { ...boxes, m: 'llm-server' }, arrows: { 'u -> a': {}, 'a -> m': { timeout: 1 } } },
  ],
  [
    'retries-without-budget',
    { boxes, arrows: { 'u -> a': { retries: 2 }, 'a -> b': {}, 'b -> c': { retries: 3 } } },
    'up to 12 calls',
    { boxes, arrows: { 'u -> a': { retries: 2, retryBudget: 0.1 }, 'a -> b': {}, 'b -> c': { retries: 3 } } },
  ],
  [
    'timeout-inversion',
    { boxes, arrows: { 'u -> a': { timeout: 1 }, 'a -> b': {}, 'b -> c': { timeout: 0.5, retries: 2 } } },
    '3 attempts of 500 ms',
    { boxes, arrows: { 'u -> a': { timeout: 1.5 }, 'a -> b': {}, 'b -> c': { timeout: 0.5, retries: 2 } } },
  ],
  [
    'feature-skew',
    {
      boxes: { u: 'client', r: 'ranker', f: 'feature-store', w: 'warehouse', t: 'training-job' },
      arrows: ['u -> r', 'r -> f', 't ~> w'],
    },
    'Training reads “w”, and serving reads “f”',
    {
      boxes: {
        u: 'client',
        r: 'ranker',
        f: 'feature-store',
        w: 'warehouse',
        t: 'training-job',
        j: 'batch-job',
      },
      arrows: ['u -> r', 'r -> f', 't ~> w', 'j ~> w', 'j ~> f'],
    },
  ],
  [
    'model-without-registry',
    { boxes: { w: 'warehouse', t: 'training-job', r: 'registry' }, arrows: ['w ~> t'] },
    'What “t” makes',
    { boxes: { w: 'warehouse', t: 'training-job', r: 'registry' }, arrows: ['w ~> t', 't ~> r'] },
  ],
  [
    'model-without-training',
    { boxes: { u: 'client', r: 'ranker' }, arrows: ['u -> r'] },
    'Nothing trains “r”',
    { boxes: { u: 'client', r: 'ranker', t: 'training-job' }, arrows: ['u -> r', 't ~> r'] },
  ],
  [
    'labels-never-return',
    {
      boxes: { u: 'client', r: 'ranker', w: 'warehouse', t: 'training-job' },
      arrows: ['u -> r', 'w ~> t', 't ~> r'],
    },
    'comes back to “t”',
    {
      boxes: { u: 'client', r: 'ranker', s: 'stream', w: 'warehouse', t: 'training-job' },
      arrows: ['u -> r', 'r ~> s', 's ~> w', 'w ~> t', 't ~> r'],
    },
  ],
  [
    'objective-unmeasurable',
    {
      boxes,
      arrows: ['u -> a', 'b -> c'],
      objectives: [{ measure: 'p99', workload: 'by-u', component: 'c' }],
    },
    'no request of “by-u” gets there',
    {
      boxes,
      arrows: ['u -> a', 'a -> c'],
      objectives: [{ measure: 'p99', workload: 'by-u', component: 'c' }],
    },
  ],
];

describe('the rules of designs', () => {
  it.each(CASES)(
    'DG40 DG41 %s is found where it is so, and not where it is not',
    (code, wrong, says, right) => {
      const findings = found(wrong, code);
      expect(findings.map(({ message }) => message).join('\n')).toContain(says);
      expect(found(right, code)).toEqual([]);
    },
  );

  it('DG40 every rule has a case, and a code of its own', () => {
    expect(CASES.map(([code]) => code).sort()).toEqual(DESIGN_RULES.map(({ code }) => code).sort());
  });

  it('DG42 only a circle whose calls are all certain is an error', () => {
    const severities = new Set(
      CASES.flatMap(([code, wrong]) => (code === 'sync-cycle' ? [] : checkDesign(drawn(wrong), palette))).map(
        ({ severity }) => severity,
      ),
    );
    expect([...severities].sort()).toEqual(['note', 'warning']);
    const [certain] = found({ boxes, arrows: ['u -> a', 'a -> b', 'b -> a'] }, 'sync-cycle');
    const [sometimes] = found(
      { boxes, arrows: { 'u -> a': {}, 'a -> b': {}, 'b -> a': { probability: 0.5 } } },
      'sync-cycle',
    );
    expect([certain?.severity, sometimes?.severity]).toEqual(['error', 'warning']);
  });

  it.each([
    [{ probability: 0.2 }, 'each request goes round it 1.25 times on average'],
    [{ probability: 0.5 }, 'each request goes round it 2 times on average'],
    [{ probability: 0.5, calls: 3 }, 'each round makes 1.5 more'],
    [{ onMiss: 'c' }, 'ends at a hit'],
  ])('DG42 says how often requests go round a ring with %j', (settings, told) => {
    const kinds = { ...boxes, c: 'cache' };
    const arrows = { 'u -> a': {}, 'a -> c': {}, 'a -> b': {}, 'b -> a': settings };
    const findings = found({ boxes: kinds, arrows }, 'sync-cycle');
    expect(findings).toMatchObject([{ severity: 'warning', message: expect.stringContaining(told) }]);
  });

  it('DG42 tells of a ring in each knot, and of its names no more than a line bears', () => {
    const ids = Array.from({ length: 12 }, (_, at) => `n${at}`);
    const circle = ids.map((id, at) => `${id} -> ${ids[(at + 1) % ids.length]}`);
    const drawing = { boxes: { ...boxes, ...Object.fromEntries(ids.map((id) => [id, 'server'])) } };
    const [one, other, ...more] = found(
      { ...drawing, arrows: ['a -> b', 'b -> a', ...circle] },
      'sync-cycle',
    );
    expect(more).toEqual([]);
    expect([one?.message, other?.message].join('\n')).toMatch(/^“n0” → .* → “n7” → … → “n0” is a ring/m);
  });

  it('DG41 a store that feeds what is reached is reached, and one that is called by nobody is not', () => {
    const drawing = { boxes: { ...boxes, w: 'object-store', q: 'queue' } };
    expect(found({ ...drawing, arrows: ['u -> a', 'w ~> a'] }, 'unreachable')).toEqual([]);
    expect(found({ ...drawing, arrows: ['u -> a', 'w -> a'] }, 'unreachable')).toMatchObject([
      { component: 'w' },
    ]);
    expect(found({ ...drawing, arrows: ['u -> a', 'w ~> b'] }, 'unreachable')).toMatchObject([
      { component: 'b' },
      { component: 'w' },
    ]);
    expect(found({ ...drawing, arrows: ['u -> a', 'q ~> a'] }, 'unreachable')).toMatchObject([
      { component: 'q' },
    ]);
  });

  it('DG41 a balancer waits as long as who calls it, and a service longer than that', () => {
    const drawing = (front: string, arrows: Readonly<Record<string, Values>>): Drawn => ({
      boxes: { u: 'client', a: 'server', b: 'server', l: front, k: 'load-balancer', m: 'llm-server' },
      arrows: { 'u -> a': {}, 'l -> m': {}, ...arrows },
    });
    const waits = (front: string, arrows: Readonly<Record<string, Values>>) =>
      found(drawing(front, arrows), 'no-timeout').map(({ connection }) => connection);
    const balancer = 'load-balancer';
    expect(waits(balancer, { 'a -> l': { timeout: 60 } })).toEqual([]);
    expect(waits('server', { 'a -> l': { timeout: 60 } })).toEqual(['l -> m']);
    expect(waits(balancer, { 'a -> l': {} })).toEqual(['l -> m']);
    expect(waits(balancer, { 'a -> l': { timeout: 60 }, 'b -> l': {} })).toEqual(['l -> m']);
    expect(waits(balancer, { 'a -> k': { timeout: 60 }, 'k -> l': {} })).toEqual([]);
    expect(waits(balancer, { 'k -> l': {}, 'l -> k': {} })).toEqual(['l -> m']);
    expect(waits(balancer, {})).toEqual(['l -> m']);
  });

  it('DG44 leads to the connection, component or workload that it is about', () => {
    const design = {
      boxes: { u: 'client', a: 'server', m: 'llm-server' },
      arrows: ['u -> a', 'a -> m'],
      objectives: [{ measure: 'p99', workload: 'by-u', component: 'x' }],
    } as const;
    const paths = checkDesign(drawn(design), palette).map(({ code, path }) => [code, path?.join('.')]);
    expect(paths).toEqual([
      ['single-point-of-failure', 'components.1'],
      ['single-point-of-failure', 'components.2'],
      ['no-monitoring', 'components.2'],
      ['no-timeout', 'connections.1'],
      ['objective-unmeasurable', 'objectives.0'],
    ]);
    for (const [, wrong] of CASES)
      for (const { path } of checkDesign(drawn(wrong), palette)) expect(path?.length).toBeGreaterThan(0);
  });

  it('DG42 one replica is a note until somebody wrote it or asks for availability', () => {
    const severity = (design: Drawn) => found(design, 'single-point-of-failure').map((one) => one.severity);
    const two = { u: 'client', a: 'server' };
    expect(severity({ boxes: two, arrows: ['u -> a'] })).toEqual(['note']);
    expect(severity({ boxes: { ...two, a: { kind: 'server', replicas: 1 } }, arrows: ['u -> a'] })).toEqual([
      'warning',
    ]);
    const objectives = [{ measure: 'availability', atLeast: 0.99 }] as const;
    expect(severity({ boxes: two, arrows: ['u -> a'], objectives })).toEqual(['warning']);
    expect(severity({ boxes: { ...two, a: { kind: 'server', replicas: 2 } }, arrows: ['u -> a'] })).toEqual(
      [],
    );
  });

  it('DG43 checks two thousand components and ten thousand connections at once', () => {
    const count = 2000;
    const kinds = [
      'server',
      'load-balancer',
      'cache',
      'queue',
      'ranker',
      'sql',
      'feature-store',
      'training-job',
    ];
    const many = Object.fromEntries(
      Array.from({ length: count }, (_, at) => [
        `n${at}`,
        at === 0 ? 'client' : (kinds[at % kinds.length] ?? 'server'),
      ]),
    );
    const arrows = Object.fromEntries(
      Array.from({ length: count * 5 }, (_, at) => [
        `n${Math.floor(at / 5)} -> n${(Math.floor(at / 5) + 1 + ((at * 7919) % 97)) % count}`,
        { retries: 1, timeout: 1 },
      ]),
    );
    const design = drawn({ boxes: many, arrows });
    checkDesign(design, palette);
    const began = performance.now();
    checkDesign(design, palette);
    const tookMs = performance.now() - began;
    // A fifth of this where nothing else runs.
    expect(tookMs).toBeLessThan(1000);
  });

  it('knows only kinds that the palette has', () => {
    const kinds = new Set(palette.kinds.map(({ id }) => id));
    expect(Object.values(ROLES).flatMap((ids) => ids.filter((id) => !kinds.has(id)))).toEqual([]);
  });

  it('finds nothing in nothing', () => expect(checkDesign(drawn({ boxes: {} }), palette)).toEqual([]));
});
