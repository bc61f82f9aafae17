/** `dryrun simulate` from files to text and JSON, on the real engine. What it computes is proved in the simulator. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SIMULATE_USAGE } from './simulate/command.ts';
import { ComparisonShape, ReportShape, SweepShape } from './simulate/testing/report-shape.ts';
import type { FigureShape } from './simulate/testing/report-shape.ts';
import { terminalWith } from './simulate/testing/terminal.ts';

/** The example of the contract: M/M/8 at 90 %. */
const TWO = `name: two stations
components:
  - { id: users, kind: client }
  - { id: api, kind: server, settings: { servers: 8, service: { distribution: exponential, mean: 10ms } } }
connections:
  - { from: users, to: api }
workloads:
  - { name: search, from: users, rps: 720, arrivals: poisson }
objectives:
  - { workload: search, measure: p99, atMost: 100ms }
  - { measure: availability, atLeast: 99.9% }
`;

const chain = (length: number): string => `components:
  - { id: users, kind: client }
${Array.from({ length }, (_, n) => `  - { id: s${n}, kind: server, settings: { servers: 2, service: { mean: 1ms } } }`).join('\n')}
connections:
  - { from: users, to: s0 }
${Array.from({ length: length - 1 }, (_, n) => `  - { from: s${n}, to: s${n + 1} }`).join('\n')}
workload: { name: all, from: users, rps: 100 }
`;

const FILES = {
  'two.yaml': TWO,
  'more.yaml': TWO.replace('two stations', 'nine servers').replace('servers: 8', 'servers: 9'),
  '-': TWO,
  'kind.yaml': TWO.replace('kind: server', 'kind: sevrer'),
  'unit.yaml': TWO.replace('10ms', '10'),
  'none.yaml': TWO.replace('servers: 8', 'servers: 0'),
  'ring.yaml': TWO.replace(
    '- { from: users, to: api }',
    '- { from: users, to: api }\n  - { from: api, to: api }',
  ),
  'torrent.yaml': TWO.replace('rps: 720', 'rps: 1000000000'),
  'silent.yaml': TWO.replace('rps: 720', 'rps: 0'),
  'huge.yaml': chain(10_000),
  'long.yaml': chain(60),
  'drawn.mmd': 'flowchart LR\n  users[Users] --> api[API server]\n',
  'broken.yaml': 'components: [\n',
};

const dryrun = terminalWith(FILES);
const widest = (text: string) => Math.max(...text.split('\n').map((line) => [...line].length));
const report = async (...args: readonly string[]) => {
  const { code, out, err } = await dryrun(...args, '--json');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return ReportShape.parse(JSON.parse(out));
};

const DOCS = join(import.meta.dirname, '../../../docs');

describe('the page about simulating', () => {
  it('TE37 shows every option, and designs that run', async () => {
    const read = (path: string) => readFile(join(DOCS, path), 'utf8');
    const [page, two, nine] = await Promise.all(
      ['simulate.md', 'examples/two-stations.yaml', 'examples/nine-servers.yaml'].map(read),
    );
    expect(page).toContain(`\`\`\`yaml\n${two}\`\`\``);
    expect(two).toBe(TWO);
    const options = [...SIMULATE_USAGE.matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, option]) => option);
    expect(options.length).toBeGreaterThan(6);
    expect(options.filter((option) => !page?.includes(`${option}`))).toEqual([]);
    const { code, err } = await terminalWith({ two: two ?? '', nine: nine ?? '' })(
      'two',
      'nine',
      '--requests',
      '1000',
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });
});

describe('dryrun simulate', () => {
  it('TE30 TE33 reports two stations as text', async () => {
    const { code, out, err } = await dryrun('two.yaml', '--seconds', '5min');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^two stations, at its own load, seed 1\n/);
    expect(out).toContain('The bottleneck is “api” at 90 %: it takes about 1.1 times this load.');
    expect(out).toMatch(/^search p99 +met +/m);
    expect(out).toContain('The closed form says mean 18.8 ms');
    expect(widest(out)).toBeLessThanOrEqual(80);
  });

  it('TE30 reports two stations as JSON, near what Erlang says', async () => {
    const { request, workloads, components, bottleneck, overload, objectives, availability, engine } =
      await report('two.yaml', '--requests', '300000');
    const near = (figure: FigureShape | undefined, exact: number) =>
      expect(Math.abs((figure?.value ?? 0) - exact)).toBeLessThan(2 * (figure?.halfWidth ?? 0));
    near(request.latencyMs?.mean, 18.769);
    expect(workloads['search']).toEqual(request);
    const api = components.find(({ id }) => id === 'api');
    expect(api?.utilisation).toBeCloseTo(0.9, 1);
    near(api?.waitMs?.mean, 8.769);
    expect({ bottleneck, overload, availability }).toEqual({
      bottleneck: 'api',
      overload: [],
      availability: 1,
    });
    expect(objectives.map(({ met }) => met)).toEqual([true, true]);
    expect(engine).toMatchObject({ seed: 1, replications: 1, ended: 'requests' });
    const { arrived, answered, failed, inFlight } = engine.requests;
    expect(arrived).toBe(answered + failed + inFlight);
  });

  it('SM1 gives the same answer again, from a file and from standard input', async () => {
    const read = async (file: string, seed: string) => {
      const { engine, ...rest } = await report(file, '--requests', '20000', '--seed', seed);
      return { ...rest, engine: { ...engine, eventsPerSecond: 0 } };
    };
    const first = await read('two.yaml', '7');
    expect(await read('two.yaml', '7')).toEqual(first);
    expect(await read('-', '7')).toEqual(first);
    expect((await read('two.yaml', '8')).engine.trajectoryHash).not.toBe(first.engine.trajectoryHash);
  });

  it('TE31 TE32 says of overload how fast it grows', async () => {
    const { out } = await dryrun('two.yaml', '--load', '2x', '--seconds', '60');
    expect(out).toMatch(
      /“api” is overloaded: its queue grows by 6\d\d a second; capacity (79|80)\d requests\/s\./,
    );
    expect(out).toMatch(/^search +(79|80)\d\/s +.*–$/m);
    const { overload, request } = await report('two.yaml', '--load', '2x', '--seconds', '60');
    expect(Math.abs((overload[0]?.backlogPerSecond ?? 0) / 640 - 1)).toBeLessThan(0.05);
    expect(request.latencyMs).toBeNull();
  });

  it('TE35 TE40 compares on the same random numbers', async () => {
    const { code, out } = await dryrun('two.yaml', 'more.yaml', '--seconds', '20');
    expect(code).toBe(0);
    expect(out).toMatch(/^A two stations beside B nine servers, each at its own load\n8 pairs/);
    expect(out).toMatch(/^request +mean +.* −.* clear$/m);
    expect(widest(out)).toBeLessThanOrEqual(80);
    const json = (await dryrun('two.yaml', 'two.yaml', '--requests', '5000', '--json')).out;
    const { a, b, differences } = ComparisonShape.parse(JSON.parse(json));
    expect(a).toEqual(b);
    expect(differences.filter(({ difference }) => difference.value !== 0)).toEqual([]);
    expect(differences.filter(({ clear }) => clear)).toEqual([]);
  });

  it('TE36 TE38 sweeps the load and says where it breaks', async () => {
    const args = ['two.yaml', '--what-if', 'load=1x..100x', '--requests', '2000'];
    const { out } = await dryrun(...args);
    expect(out.replaceAll('\n', ' ')).toContain('It holds to load 1x; at load 2x “api” is overloaded.');
    expect(widest(out)).toBeLessThanOrEqual(80);
    const { points, left } = SweepShape.parse(JSON.parse((await dryrun(...args, '--json')).out));
    expect(points.map(({ value }) => value)).toEqual(['1', '2', '5', '10', '20', '50', '100']);
    expect(left).toBe(0);
  });

  it('TE36 sweeps a setting', async () => {
    const { out } = await dryrun('two.yaml', '--what-if', 'api.servers=6..10', '--requests', '20000');
    expect(out).toMatch(/holds from api\.servers (8|9)/);
    expect(await dryrun('two.yaml', '--what-if', 'api.servers=0,1')).toMatchObject({ code: 2, out: '' });
  });

  it('TE39 strikes with a fault, and shows it over time', async () => {
    const struck = ['two.yaml', '--fault', 'api down from=60s for=30s', '--seconds', '3min'];
    const { out } = await dryrun(...struck);
    expect(out).toMatch(/^Over time, 3 min$/m);
    expect(out).toMatch(/^api queue +/m);
    expect(widest(out)).toBeLessThanOrEqual(80);
    const { series, engine } = await report(...struck);
    const queue = series?.lines.find(({ of, measure }) => of === 'api' && measure === 'queue');
    // Those who come before it is seen to be down wait until it is back: ten seconds of 720.
    expect(Math.max(...(queue?.values ?? []).map((value) => value ?? 0))).toBeGreaterThan(6_000);
    expect(engine.ended).toBe('seconds');
  });

  it('TE34 ends when interrupted, and reports what it has seen', async () => {
    let interrupted = false;
    const watched = terminalWith(FILES, (line) => {
      if (line === '' || interrupted) return;
      interrupted = true;
      process.emit('SIGINT');
    });
    const { code, out } = await watched('two.yaml', '--seconds', '1000000000');
    expect(code).toBe(0);
    expect(out.replaceAll('\n', ' ')).toContain('it was interrupted, and these are the figures so far');
    interrupted = false;
    const sweep = await watched('two.yaml', '--what-if', 'load=1,2', '--seconds', '1000000000');
    expect(sweep.out).toContain('It was interrupted: 1 of 2 points were not run.');
    interrupted = false;
    expect(await watched('two.yaml', 'more.yaml', '--seconds', '1000000000')).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('It was interrupted after 0 of 8 pairs'),
    });
    expect(process.listenerCount('SIGINT')).toBe(0);
  });

  it.each([
    [['kind.yaml'], /^kind\.yaml:4:\d+: .*found sevrer\. Did you mean “server”/],
    [['unit.yaml'], /^unit\.yaml:4:\d+: .*10ms/],
    [['none.yaml'], /^none\.yaml:4:\d+: .*servers/],
    [['ring.yaml'], /^ring\.yaml.*“api”/],
    [['huge.yaml'], /^huge\.yaml.* 10001/],
    [['broken.yaml'], /^broken\.yaml:/],
    [['drawn.mmd'], /^drawn\.mmd: How many requests come\?/],
    [['gone.yaml'], /^gone\.yaml cannot be read/],
    [['two.yaml', '--fault', 'db down'], /no component “db”/],
    [['two.yaml', '--months', '6'], /something that learns/],
    [['two.yaml', '--recording', 'r.jsonl'], /Expected --with META/],
  ])('TE37 TE43 TE44 refuses %j with exit 2 and a message', async (args, told) => {
    const { code, out, err } = await dryrun(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(told);
  });

  it('TE43 shows the usage where the command was wrong, not where the design was', async () => {
    expect((await dryrun('two.yaml', '--laod', '2')).err).toContain('--help');
    expect((await dryrun('none.yaml')).err).not.toContain('--help');
  });

  it.each([['torrent.yaml'], ['silent.yaml'], ['long.yaml']])(
    'TE43 answers %s within seconds, without a figure that is none',
    async (file) => {
      const beganMs = performance.now();
      const { components } = await report(file);
      expect(performance.now() - beganMs).toBeLessThan(30_000);
      expect(components.length).toBeGreaterThan(1);
    },
    60_000,
  );
});
