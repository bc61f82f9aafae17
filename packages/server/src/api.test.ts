import { z } from '@hono/zod-openapi';
import { describe, expect, it } from 'vitest';
import { Problem } from './problems.ts';
import { Branches, Library, Listing, Named, ViewShape } from './schemas.ts';
import { apiClient, WISH } from './testing/client.ts';

const Document = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.object({ schemas: z.record(z.string(), z.looseObject({})) }),
});
const say = (text: string) => ({ action: { type: 'Say', text } });

describe('the routes', () => {
  it('SV1 the document lists every route, and no shape in it is empty', async () => {
    const { request, api } = await apiClient();
    const document = Document.parse(await (await request('/openapi.json')).json());
    const listed = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const served = api.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
    expect(new Set(listed)).toEqual(new Set(served));
    expect(Object.keys(document.components.schemas)).toEqual(
      expect.arrayContaining(['View', 'PublicEvent', 'Command', 'Problem']),
    );
  });

  it('SV1 answers in the shapes it describes', async () => {
    const { request, open } = await apiClient();
    const interview = await open();
    const library = Library.parse(await (await request('/api/library')).json());
    expect(library.systems).toHaveLength(43);
    const known = (slug: string) => library.systems.find((system) => system.slug === slug);
    expect(known('llm-serving')).toMatchObject({ hasSheet: true });
    expect(known('fraud-detection')).toMatchObject({ hasSheet: false, levels: ['L5'] });
    const having = library.systems.filter(({ hasSheet }) => hasSheet).length;
    expect(library.here.find(({ name }) => name === 'Fact sheets')?.note).toContain(`${having} of 43`);
    expect(library.formats.map(({ id, minutes }) => [id, minutes])).toEqual([
      ['drill-10', 10],
      ['interview-45', 45],
      ['interview-60', 60],
      ['practice-40', 40],
      ['solo-45', 45],
    ]);
    expect(Listing.parse(await (await request('/api/interviews')).json()).interviews).toHaveLength(1);
    const view = ViewShape.parse(await (await request(`/api/interviews/${interview}`)).json());
    expect(view.turns.map(({ move }) => move)).toEqual(['set-expectations', 'present-problem']);
    expect(await (await request('/api/health')).json()).toEqual({ status: 'ok', version: '0.0.0-test' });
  });

  it('shows the view as of a version', async () => {
    const { request, open } = await apiClient();
    const interview = await open();
    const early = await (await request(`/api/interviews/${interview}?version=1`)).json();
    expect(early).toMatchObject({ version: 1, turns: [] });
  });

  it('SV4 answers a command that is sent again as the first time', async () => {
    const { send, open, app, request } = await apiClient();
    const interview = await open();
    const body = { id: 'mine-1', ...say('Who uses it?') };
    const first = await (await send(`/api/interviews/${interview}/commands`, body)).json();
    const again = await (await send(`/api/interviews/${interview}/commands`, body)).json();
    await app.settled();
    expect(again).toEqual(first);
    const view = ViewShape.parse(await (await request(`/api/interviews/${interview}`)).json());
    expect(view.turns.filter(({ speaker }) => speaker === 'candidate')).toHaveLength(1);
  });

  it('forks, exports, imports and deletes', async () => {
    const { send, open, app, request } = await apiClient();
    const interview = await open();
    const fork = await send(`/api/interviews/${interview}/forks`, { version: 6 });
    expect(fork.status).toBe(201);
    expect((await request(`/api/interviews/${interview}/export`)).status).toBe(409);
    await send(`/api/interviews/${interview}/commands`, { action: { type: 'End' } });
    await app.settled();
    const exported = await request(`/api/interviews/${interview}/export`);
    expect(exported.headers.get('content-disposition')).toContain(interview);
    const file = await exported.json();
    expect((await request(`/api/interviews/${interview}`, { method: 'DELETE' })).status).toBe(204);
    expect((await request(`/api/interviews/${interview}`)).status).toBe(404);
    expect(await (await send('/api/imports', file)).json()).toEqual({ interview, already: false });
    const again = await send('/api/imports', file);
    expect([again.status, await again.json()]).toEqual([200, { interview, already: true }]);
    expect((await request(`/api/interviews/${interview}`)).status).toBe(200);
  });
});

describe('branches', () => {
  it('RP12 are told with their moments, in the order of where they begin, and not those of others', async () => {
    const { send, open, request, world, app } = await apiClient();
    const interview = await open();
    const other = await open();
    await world.pass(30_000);
    await send(`/api/interviews/${interview}/commands`, say('Who uses it?'));
    await app.settled();
    const fork = async (of: string, version: number) =>
      Named.parse(await (await send(`/api/interviews/${of}/forks`, { version })).json()).interview;
    const versions = async (of: string) =>
      ViewShape.parse(await (await request(`/api/interviews/${of}`)).json()).version;
    await world.pass(60_000);
    const late = await fork(interview, await versions(interview));
    const early = await fork(interview, 6);
    const second = await fork(early, 6);
    await fork(other, 6);
    const told = async (of: string) =>
      Branches.parse(await (await request(`/api/interviews/${of}/branches`)).json()).branches;
    expect((await told(interview)).map((branch) => [branch.interview, branch.atMs, branch.turns])).toEqual([
      [early, 0, 2],
      [late, 30_000, 4],
    ]);
    expect((await told(early)).map((branch) => branch.interview)).toEqual([second]);
    expect(await told(late)).toEqual([]);
    expect((await request('/api/interviews/nobody-here/branches')).status).toBe(404);

    // WB32: and so they are on the list; where the original is gone there is nothing to tell them from.
    const { interviews } = Listing.parse(await (await request('/api/interviews')).json());
    const again = new Map(interviews.map((one) => [one.interview, one.answersAgain]));
    expect(again.get(interview)).toBeUndefined();
    expect(again.get(late)).toEqual({ interview, atMs: 30_000 });
    expect(again.get(second)).toEqual({ interview: early, atMs: 0 });
  });
});

describe('errors', () => {
  it.each([
    ['/api/interviews', { ...WISH, system: 'llm-servign' }, 422, 'unknown-system', '“llm-serving”'],
    ['/api/interviews', { ...WISH, level: 'L9' }, 422, 'invalid', 'level'],
    ['/api/interviews', { system: 'llm-serving', level: 'L6' }, 422, 'invalid', 'format'],
    ['/api/interviews', { ...WISH, colour: 'red' }, 422, 'invalid', 'colour'],
    ['/api/interviews/nobody-here/commands', say('Hello.'), 404, 'unknown-interview', 'nobody-here'],
    ['/api/interviews/N%21/commands', say('Hello.'), 422, 'invalid', 'interview'],
    ['/api/interviews/nobody-here/forks', { version: 1 }, 404, 'unknown-interview', 'nobody-here'],
    ['/api/imports', { hello: 1 }, 422, 'not-an-interview', 'exported interview'],
    ['/api/interviews', '{"system":', 400, 'not-json', 'JSON'],
  ] as const)('SV2 SV3 %s with %j is %d %s', async (path, body, status, code, told) => {
    const { send, faults } = await apiClient();
    const response = await send(path, body);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    const problem = Problem.parse(await response.json());
    expect(problem).toMatchObject({ type: `urn:dryrun:${code}`, status });
    expect(JSON.stringify(problem)).toContain(told);
    expect(faults).toEqual([]);
  });

  it.each([
    [{ action: { type: 'Shout', text: 'x' } }, 'action.type'],
    [{ action: { type: 'Say', text: 7 } }, 'action.text'],
    [{ action: { type: 'Say', text: 'x', volume: 11 } }, 'volume'],
    [{ action: { type: 'ReportFindings', turn: 0 } }, 'action.type'],
    [{ id: 'with space', action: { type: 'End' } }, 'id'],
    [[], 'body'],
  ])('SV3 a command %j is refused by its field', async (body, field) => {
    const { send, open } = await apiClient();
    const response = await send(`/api/interviews/${await open()}/commands`, body);
    expect(response.status).toBe(422);
    expect(JSON.stringify(Problem.parse(await response.json()).errors)).toContain(field);
  });

  it('SV2 says what the moment forbids', async () => {
    const { send, open } = await apiClient();
    const interview = await open();
    const command = (action: object) => send(`/api/interviews/${interview}/commands`, { action });
    await command({ type: 'Pause' });
    const paused = await command({ type: 'Say', text: 'Hello.' });
    expect(paused.status).toBe(409);
    expect(await paused.json()).toMatchObject({
      type: 'urn:dryrun:paused',
      detail: expect.stringContaining('resume'),
    });
  });

  it('SV3 refuses too much, and what does not say that it is JSON', async () => {
    const { send, open } = await apiClient();
    const interview = await open();
    const path = `/api/interviews/${interview}/commands`;
    const large = JSON.stringify(say('x'.repeat(2 ** 20)));
    expect((await send(path, large, { 'content-length': String(large.length) })).status).toBe(413);
    expect((await send(path, say('x'.repeat(100_001)))).status).toBe(422);
    expect((await send(path, say('Hello.'), { 'content-type': 'text/plain' })).status).toBe(415);
  });

  it('SV2 knows a wrong method from a wrong path', async () => {
    const { request } = await apiClient();
    const method = await request('/api/library', { method: 'DELETE' });
    expect([method.status, method.headers.get('allow')]).toEqual([405, 'GET']);
    expect((await request('/api/nothing')).status).toBe(404);
  });

  it('SV2 a fault is told without its insides, and reported', async () => {
    const { request, faults } = await apiClient((store) => ({
      ...store,
      list: () => Promise.reject(new Error('secret of the database')),
    }));
    const response = await request('/api/interviews');
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('secret');
    expect(faults).toHaveLength(1);
  });
});

describe('who may call', () => {
  it.each([
    [{ host: 'dryrun.example' }, 421],
    [{ host: '127.0.0.1.example:4310' }, 421],
    [{ origin: 'http://evil.example' }, 403],
    [{ origin: 'http://127.0.0.1:9999' }, 403],
    [{ origin: 'null' }, 403],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ origin: 'http://127.0.0.1:4310', 'sec-fetch-site': 'same-origin' }, 200],
    [{ host: 'localhost:4310', origin: 'http://localhost:4310' }, 200],
    [{ host: '[::1]:4310' }, 200],
  ])('SV6 %j is answered with %d', async (headers, status) => {
    const { request } = await apiClient();
    expect((await request('/api/library', { headers })).status).toBe(status);
  });

  it('SV7 every answer forbids the page to reach elsewhere', async () => {
    const { request } = await apiClient();
    for (const path of ['/api/health', '/api/nothing', '/openapi.json']) {
      const { headers } = await request(path);
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'self';.*frame-ancestors 'none'/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });
});

describe('what leaves', () => {
  it('SV10 no answer during an interview holds a reason, a finding or what it is held with', async () => {
    const { send, request, open, app, store } = await apiClient();
    const interview = await open();
    await send(`/api/interviews/${interview}/commands`, say('Could you repeat that?'));
    await app.settled();
    const hidden = (await store.read(interview)).flatMap(({ event }) =>
      event.type === 'MoveChosen' || event.type === 'PhaseEntered' ? [event.reason] : [],
    );
    expect(hidden.length).toBeGreaterThan(3);
    const paths = [`/api/interviews/${interview}`, '/api/interviews', `/api/interviews/${interview}/export`];
    const answers = await Promise.all(paths.map(async (path) => (await request(path)).text()));
    for (const reason of hidden) expect(answers.join()).not.toContain(reason);
    expect(answers.join()).not.toContain('Where does this design stop working?');
    expect(answers.join()).not.toMatch(/"(findings|make|seed|content)"/);
  });
});
