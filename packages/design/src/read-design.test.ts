import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDesign } from './read-design.ts';
import { palette } from './testing/palette.ts';

const users = { id: 'users', kind: 'client' };
const api = { id: 'api', kind: 'server', settings: { servers: 8, service: { mean: '10ms' } } };
const search = { name: 'search', from: 'users', rps: 720 };
const valid = { components: [users, api], connections: [{ from: 'users', to: 'api' }], workload: search };

const read = (document: unknown) => readDesign(document, palette);
const designOf = (document: unknown) => {
  const { design, findings } = read(document);
  if (!design) throw new Error(findings.map(({ message }) => message).join('\n'));
  return design;
};
const withApi = (settings: unknown, more = {}) => ({
  ...valid,
  components: [users, { id: 'api', kind: 'server', settings, ...more }],
});
const withWorkload = (workload: unknown) => ({ ...valid, workload });
const codes = (document: unknown) => read(document).findings.map(({ code }) => code);
const messages = (document: unknown) =>
  read(document)
    .findings.map(({ message }) => message)
    .join('\n');

describe('values', () => {
  it.each([
    [{ service: { mean: '10ms' } }, {}],
    [{ 'service.mean': '10ms' }, {}],
    [{}, { service: { mean: '10ms' } }],
  ])('DG1 nested, dotted and beside the id are one: %j %j', (settings, more) => {
    const component = designOf(withApi(settings, more)).components[1];
    expect(component?.written).toEqual({ 'service.mean': '10ms' });
    expect(component?.settings).toMatchObject({ 'service.mean': 0.01, replicas: 1 });
  });

  it('DG1 a list of words is one text with commas', () =>
    expect(designOf(withApi({ region: ['eu', 'us'] })).components[1]?.settings['region']).toBe('eu, us'));

  it('DG1 tells a setting written nested and dotted', () =>
    expect(codes(withApi({ service: { mean: '1ms' }, 'service.mean': '2ms' }))).toEqual([
      'duplicate-setting',
    ]));

  it.each([
    [{ service: { mean: 10 } }, 'service.mean of “api” needs a unit, such as 10ms; found 10.'],
    [{ service: { mean: '10' } }, 'service.mean of “api” needs a unit, such as 10ms; found 10.'],
    [{ service: { mean: '10 GB' } }, 'service.mean of “api” must be a duration, such as 10ms; found 10 GB.'],
    [{ rateLimit: { rps: 100 } }, 'rateLimit.rps of “api” needs a unit, such as 500/s; found 100.'],
    [{ servers: '8 GB' }, 'servers of “api” must be a whole number, such as 3; found 8 GB.'],
  ])('DG2 %j is refused with an example', (settings, message) =>
    expect(messages(withApi(settings))).toBe(message),
  );

  it.each([
    [{ service: { mean: 0 } }, { 'service.mean': 0 }],
    [{ errorRate: '30 %' }, { errorRate: 0.3 }],
    [{ errorRate: 0.3 }, { errorRate: 0.3 }],
    [{ errorRate: '99.9%' }, { errorRate: 0.999 }],
    [{ rateLimit: { rps: '100 rps' } }, { 'rateLimit.rps': 100 }],
    [{ rateLimit: { rps: '6k requests/min' } }, { 'rateLimit.rps': 100 }],
    [{ servers: '2k' }, { servers: 2000 }],
  ])('DG2 %j is %j', (settings, expected) =>
    expect(designOf(withApi(settings)).components[1]?.settings).toMatchObject(expected),
  );

  it('DG2 a plain rps of a workload is requests a second', () => {
    expect(designOf(valid).workloads[0]?.settings.rps).toBe(720);
    expect(designOf(withWorkload({ ...search, rps: '7,200/min' })).workloads[0]?.settings.rps).toBe(120);
  });

  it.each([
    { servers: 0 },
    { servers: 1.5 },
    { servers: Number.NaN },
    { servers: Number.POSITIVE_INFINITY },
    { service: { mean: '-10ms' } },
    { service: { mean: '.inf' } },
    { service: { mean: '1e999 s' } },
    { errorRate: 30 },
    { errorRate: -0.1 },
  ])('DG3 %j is out of range', (settings) => expect(codes(withApi(settings))).toEqual(['out-of-range']));

  it('DG3 a negative rate is out of range', () =>
    expect(codes(withWorkload({ ...search, rps: -1 }))).toEqual(['out-of-range']));

  it('DG4 names the nearest word', () => {
    expect(codes(withApi({ discipline: 'fifu' }))).toEqual(['not-a-word']);
    expect(messages(withApi({ discipline: 'fifu' }))).toContain('Did you mean “fifo”?');
    expect(codes(withApi({ holds: 'perhaps' }))).toEqual(['not-a-word']);
  });

  it.each([
    [withApi({ severs: 8 }), 'unknown-setting', '“servers”'],
    [withApi({ constructor: 8, __proto__: 1 }), 'unknown-setting', 'constructor'],
    [{ ...valid, components: [users, { id: 'api', kind: 'srver' }] }, 'unknown-kind', '“server”'],
    [{ ...valid, components: [users, { id: 'api' }] }, 'unknown-kind', 'needs a kind'],
    [
      { ...valid, objectives: [{ measure: 'p99', atMots: '1s', atMost: '1s' }] },
      'unknown-setting',
      '“atMost”',
    ],
    [{ ...valid, faults: [{ kind: 'down', component: 'api', form: '1s' }] }, 'unknown-setting', '“from”'],
  ])('DG5 what nothing reads is told (%#)', (document, code, told) => {
    expect(codes(document)).toEqual([code]);
    expect(messages(document)).toContain(told);
  });

  it('DG6 every default of the palette can be read', () => {
    const components = palette.kinds.map(({ id }) => ({ id, kind: id }));
    expect(messages({ components, workload: { from: 'client', rps: 1 } })).toBe('');
  });

  it('DG6 tells a default that is none', () => {
    const wrong = {
      ...palette,
      workload: { ...palette.workload, period: { type: 'duration' as const, says: '…', default: 10 } },
    };
    expect(readDesign(valid, wrong).findings.map(({ code }) => code)).toEqual(['wrong-default']);
  });
});

describe('the whole', () => {
  it.each([
    { ...valid, components: [users, api, api] },
    {
      ...valid,
      connections: [
        { id: 'a', from: 'users', to: 'api' },
        { id: 'a', from: 'users', to: 'api' },
      ],
    },
    { components: [users, api], workloads: [search, search] },
  ])('DG7 ids are unique (%#)', (document) => expect(codes(document)).toEqual(['duplicate-id']));

  it('DG7 connections are numbered past the ids that are written', () => {
    const way = { from: 'users', to: 'api' };
    const { connections } = designOf({ ...valid, connections: [way, way, { ...way, id: 'users->api 2' }] });
    expect(connections.map(({ id }) => id)).toEqual(['users->api', 'users->api 3', 'users->api 2']);
  });

  it.each([
    [{ ...valid, connections: [{ from: 'users', to: 'apu' }] }, 'unknown-component'],
    [{ ...valid, connections: [{ from: 'users', to: 'api', onMiss: 'cache' }] }, 'unknown-component'],
    [{ ...valid, connections: [{ from: 'users', to: 'api', workloads: ['ads'] }] }, 'unknown-workload'],
    [withWorkload({ ...search, from: 'user' }), 'unknown-component'],
    [{ ...valid, objectives: [{ measure: 'p99', workload: 'ads', atMost: '1s' }] }, 'unknown-workload'],
    [{ ...valid, faults: [{ kind: 'down', component: 'db' }] }, 'unknown-component'],
  ])('DG8 whatever is named is there (%#)', (document, code) => expect(codes(document)).toEqual([code]));

  it.each([
    [{ name: 'a', from: 'users' }, 'missing-rate', 'rps'],
    [{ name: 'a', from: 'users', clients: 5 }, 'missing-rate', 'arrivals: closed'],
    [{ name: 'a', from: 'users', arrivals: 'closed', rps: 5 }, 'missing-rate', 'clients'],
    [{ name: 'a', from: 'users', arrivals: 'trace' }, 'missing-rate', 'trace'],
    [{ name: 'a', from: 'api', rps: 5 }, 'not-a-client', 'client'],
    [{ name: 'a', from: 'users', arrivals: 'trace', trace: [2, 1] }, 'out-of-range', 'ascend'],
  ])('DG9 %j', (workload, code, told) => {
    expect(codes(withWorkload(workload))).toEqual([code]);
    expect(messages(withWorkload(workload))).toContain(told);
  });

  it('DG9 comes from the only client unless it says', () =>
    expect(designOf(withWorkload({ rps: 1 })).workloads[0]).toMatchObject({
      name: 'requests',
      from: 'users',
    }));

  it('DG10 waits unless told, handed on, or looked on', () => {
    const components = [users, api, { id: 'jobs', kind: 'queue' }, { id: 'eyes', kind: 'monitor' }];
    const pairs: [string, string, string?][] = [
      ['users', 'api'],
      ['users', 'api', 'async'],
      ['api', 'jobs'],
      ['jobs', 'api'],
      ['api', 'eyes'],
    ];
    const connections = pairs.map(([from, to, mode]) => ({ from, to, ...(mode ? { mode } : {}) }));
    const modes = designOf({ ...valid, components, connections }).connections.map(({ mode }) => mode);
    expect(modes).toEqual(['sync', 'async', 'sync', 'async', 'async']);
  });

  it('DG11 names a ring of calls, and it runs once one of them is async', () => {
    const ring = (mode: string) => ({
      ...valid,
      components: [users, api, { ...api, id: 'b' }, { ...api, id: 'c' }],
      connections: [
        { from: 'users', to: 'api' },
        { from: 'api', to: 'b' },
        { from: 'b', to: 'c' },
        { from: 'c', to: 'api', mode },
      ],
    });
    expect(codes(ring('sync'))).toEqual(['sync-cycle']);
    expect(messages(ring('sync'))).toMatch(/^“(\w+)” → .*“\1” is a ring.*async/);
    expect(read(ring('sync')).findings).toMatchObject([{ path: ['connections', 1] }]);
    expect(codes(ring('async'))).toEqual([]);
  });

  const around = (arrows: readonly object[], kinds: Readonly<Record<string, string>> = {}) => ({
    components: [
      users,
      ...['a', 'b', 'c'].map((id) => ({ id, kind: kinds[id] ?? 'server', service: { mean: '10ms' } })),
    ],
    connections: [{ from: 'users', to: 'a' }, ...arrows],
    workloads: [search, { ...search, name: 'browse' }],
  });
  const back = (settings: object) =>
    around([
      { from: 'a', to: 'b' },
      { from: 'b', to: 'a', ...settings },
    ]);

  it.each([
    ['certain calls', back({}), true],
    ['a probability of 1', back({ probability: '100 %' }), true],
    ['three calls each', back({ calls: 3 }), true],
    ['a probability below 1', back({ probability: 0.2 }), false],
    ['fewer calls than requests', back({ calls: 0.5 }), false],
    ['an async call', back({ mode: 'async' }), false],
    [
      'calls of two workloads',
      around([
        { from: 'a', to: 'b', workloads: ['search'] },
        { from: 'b', to: 'a', workloads: ['browse'] },
      ]),
      false,
    ],
    ['calls of one workload of two', back({ workloads: ['browse'] }), true],
    [
      'a cache that is filled',
      around(
        [
          { from: 'a', to: 'b' },
          { from: 'b', to: 'c' },
          { from: 'c', to: 'b' },
        ],
        { b: 'cache' },
      ),
      false,
    ],
    [
      'a miss',
      around(
        [
          { from: 'a', to: 'b' },
          { from: 'a', to: 'c', onMiss: 'b' },
          { from: 'c', to: 'a' },
        ],
        { b: 'cache' },
      ),
      false,
    ],
    [
      'a balancer with another target',
      around(
        [
          { from: 'a', to: 'b' },
          { from: 'a', to: 'c' },
          { from: 'b', to: 'a' },
        ],
        { a: 'load-balancer' },
      ),
      false,
    ],
    [
      'a balancer all of whose targets call it',
      around(
        [
          { from: 'a', to: 'b' },
          { from: 'a', to: 'c' },
          { from: 'b', to: 'a' },
          { from: 'c', to: 'a' },
        ],
        { a: 'load-balancer' },
      ),
      true,
    ],
    [
      'a balancer with that target alone',
      around(
        [
          { from: 'a', to: 'b' },
          { from: 'b', to: 'a' },
        ],
        { a: 'load-balancer' },
      ),
      true,
    ],
    [
      'a certain ring beside one that ends',
      around([
        { from: 'a', to: 'b' },
        { from: 'b', to: 'a', probability: 0.1 },
        { from: 'b', to: 'c' },
        { from: 'c', to: 'b' },
      ]),
      true,
    ],
  ])('DG11 tells whether a ring by %s ends', (_, document, endless) => {
    const { design, findings } = read(document);
    const told = endless ? [['sync-cycle', 'error']] : [];
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual(told);
    expect(design === undefined).toBe(endless);
  });

  it('DG11 a component that calls itself, and a client that is called', () => {
    expect(codes({ ...valid, connections: [{ from: 'api', to: 'api' }] })).toEqual(['sync-cycle']);
    expect(codes({ ...valid, connections: [{ from: 'api', to: 'users' }] })).toEqual(['client-called']);
    expect(codes({ ...valid, connections: [{ from: 'api', to: 'users', mode: 'async' }] })).toEqual([]);
    const second = { ...valid, connections: [7, { from: 'api', to: 'users' }, { from: 'api', to: 'api' }] };
    expect(read(second).findings.map(({ path }) => path?.join('.'))).toEqual([
      'connections.0',
      'connections.1',
      'connections.2',
    ]);
  });

  it.each([
    [{ measure: 'p98', atMost: '1s' }, 'unknown-measure'],
    [{ measure: 'p99' }, 'wrong-form'],
    [{ measure: 'p99', atMost: 100 }, 'missing-unit'],
    [{ measure: 'availability', atLeast: '3 s' }, 'wrong-unit'],
  ])('DG12 the objective %j is wrong', (objective, code) =>
    expect(codes({ ...valid, objectives: [objective] })).toEqual([code]),
  );

  it.each([
    [{ measure: 'p99', atMost: '100ms' }, 0.1],
    [{ measure: 'cost-per-month', atMost: '$4,000' }, 4000],
    [{ measure: 'cost-per-month', atMost: '$10/month' }, 10],
    [{ measure: 'cost-per-million-tokens', atMost: '$2/1M tokens' }, 2],
    [{ measure: 'tokens-per-second', atMost: 50 }, 50],
    [{ measure: 'memory', atMost: '80 GB' }, 8e10],
  ])('DG12 %j is %d', (objective, value) =>
    expect(designOf({ ...valid, objectives: [objective] }).objectives[0]?.atMost).toBeCloseTo(value, 9),
  );

  it.each([
    [{ kind: 'melt', component: 'api' }, 'unknown-fault'],
    [{ kind: 'down' }, 'wrong-form'],
    [{ kind: 'slow', component: 'api' }, 'wrong-form'],
    [{ kind: 'down', component: 'api', from: 10 }, 'missing-unit'],
  ])('DG12 the fault %j is wrong', (fault, code) =>
    expect(codes({ ...valid, faults: [fault] })).toEqual([code]),
  );

  it('DG12 reads a fault', () =>
    expect(
      designOf({
        ...valid,
        faults: [{ kind: 'errors', component: 'api', by: '30 %', from: '1 min', for: '30s' }],
      }).faults,
    ).toEqual([{ kind: 'errors', component: 'api', by: 0.3, fromS: 60, forS: 30 }]));

  it('DG13 needs a client and a workload', () =>
    expect(codes({ components: [api] })).toEqual(['no-client', 'no-workload']));

  it.each([
    ['components', 2001],
    ['connections', 10_001],
    ['workloads', 201],
  ])('DG14 refuses too many %s', (key, count) => {
    const document = { ...valid, [key]: Array.from({ length: count }, () => 7) };
    expect(codes(document)).toEqual(['too-large']);
    expect(messages(document)).toContain('replicas');
  });

  it('DG14 reads the largest full of mistakes, and the longest ring', () => {
    const components = [
      users,
      ...Array.from({ length: 1999 }, (_, at) => ({
        id: `s${at}`,
        kind: at % 2 ? 'srver' : 'server',
        sevrers: 1,
      })),
    ];
    const connections = Array.from({ length: 10_000 }, (_, at) => ({
      from: `s${at % 1999}`,
      to: at % 3 ? `s${(at + 1) % 1999}` : `q${at}`,
      tiemout: 1,
    }));
    const started = performance.now();
    expect(read({ ...valid, components, connections }).design).toBeUndefined();
    const chain = [users, ...Array.from({ length: 1999 }, (_, at) => ({ ...api, id: `s${at}` }))];
    const round = Array.from({ length: 1999 }, (_, at) => ({ from: `s${at}`, to: `s${(at + 1) % 1999}` }));
    expect(codes({ ...valid, components: chain, connections: round })).toEqual(['sync-cycle']);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  const loose = fc.record(
    {
      components: fc.array(
        fc.record(
          {
            id: fc.constantFrom('users', 'api', 'cache', '__proto__', 7),
            kind: fc.constantFrom('client', 'server', 'cache', 'queue', 'x'),
            settings: fc.dictionary(
              fc.constantFrom('servers', 'service', 'service.mean', 'ttl', 'skew', 'holds'),
              fc.oneof(
                fc.jsonValue(),
                fc.double(),
                fc.constantFrom('10ms', '1e400 s', '-3', '30 %', '1 constructor', '5/0 s'),
              ),
            ),
          },
          { requiredKeys: ['id', 'kind'] },
        ),
        { maxLength: 4 },
      ),
      connections: fc.array(
        fc.record({
          from: fc.constantFrom('users', 'api', 'x'),
          to: fc.constantFrom('users', 'api', 'cache'),
          calls: fc.jsonValue(),
        }),
        { maxLength: 4 },
      ),
      workloads: fc.array(
        fc.record({ from: fc.constantFrom('users', 'api'), rps: fc.oneof(fc.double(), fc.jsonValue()) }),
        { maxLength: 2 },
      ),
      objectives: fc.jsonValue(),
      faults: fc.jsonValue(),
    },
    { requiredKeys: ['components'] },
  );

  it('DG15 never throws, and never gives a number that is none', () =>
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.anything({ withNullPrototype: true }), loose), (document) => {
        const { design, findings } = read(document);
        expect(design === undefined).toBe(findings.some(({ severity }) => severity === 'error'));
        const things = design ? [...design.components, ...design.connections, ...design.workloads] : [];
        for (const { settings } of things)
          for (const value of Object.values(settings))
            expect(typeof value === 'number' ? Number.isFinite(value) : typeof value !== 'object').toBe(true);
      }),
      { seed: 15, numRuns: 2000 },
    ));

  it('DG15 reads what is nested without end', () => {
    let deep: unknown = 1;
    for (let depth = 0; depth < 100_000; depth++) deep = { a: deep };
    expect(codes(withApi({ service: deep }))).toEqual(['unknown-setting']);
  });
});
