/**
 * Customers a second on M/M/8 at ρ .9: ours by the public `simulate` with all its statistics, a plain C loop written for
 * this one model, and SimPy. All in the same run, one after the other, round by round, so that a busy machine slows all.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simulate } from '@dryrun/simulator';
import { palette, readDocument } from './oracle.ts';
import { poisson, station } from './stations.ts';

export type SpeedRow = {
  readonly engine: string;
  /** Median nanoseconds a customer, least and most. */
  readonly nsPerCustomer: { readonly median: number; readonly least: number; readonly most: number } | null;
  readonly meanWait: number | null;
  readonly note: string;
};
export type Speed = {
  readonly rows: readonly SpeedRow[];
  /** Medians over the rounds of each round's own ratio. */
  readonly timesSimPy: number | null;
  readonly timesC: number | null;
  readonly held: boolean;
  readonly why: readonly string[];
};

/** How many times SimPy's customers at least, and how many times C's time at most. */
export const SIMPY_LEAST = 50;
export const C_MOST = 2.5;

type Round = { readonly ns: number; readonly meanWait: number };
type Racer = { readonly run: (customers: number, seed: number) => Round; readonly note: string };

export const speed = (quick: boolean): Speed => {
  const folder = mkdtempSync(join(tmpdir(), 'dryrun-bench-'));
  try {
    return race(quick, ours(), plainC(folder), simPy());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const race = (quick: boolean, us: Racer, c: Racer | string, simpy: Racer | string): Speed => {
  const rounds = quick ? 3 : 7;
  const customers = quick ? 1_000_000 : 5_000_000;
  const found = { us: [] as Round[], c: [] as Round[], simpy: [] as Round[] };
  for (let round = 0; round < rounds; round++) {
    found.us.push(us.run(customers, round + 1));
    if (typeof c !== 'string') found.c.push(c.run(customers, round + 1));
    if (typeof simpy !== 'string') found.simpy.push(simpy.run(quick ? 30_000 : 100_000, round + 1));
  }
  const ratio = (of: readonly Round[], over: readonly Round[]) =>
    of.length === 0 || over.length === 0 ? null : median(of.map(({ ns }, round) => ns / over[round]!.ns));
  const timesSimPy = ratio(found.simpy, found.us);
  const timesC = ratio(found.us, found.c);
  const why = [
    ...(timesSimPy !== null && timesSimPy < SIMPY_LEAST
      ? [`${timesSimPy.toFixed(1)} times SimPy, expected at least ${SIMPY_LEAST}`]
      : []),
    ...(timesC !== null && timesC > C_MOST
      ? [`${timesC.toFixed(2)} times the time of C, expected at most ${C_MOST}`]
      : []),
  ];
  return {
    rows: [
      rowOf('Dryrun, `simulate` of a design', found.us, us),
      rowOf('C, gcc -O2, binary heap', found.c, c),
      rowOf('SimPy', found.simpy, simpy),
    ],
    timesSimPy,
    timesC,
    held: why.length === 0,
    why,
  };
};

const rowOf = (engine: string, rounds: readonly Round[], racer: Racer | string): SpeedRow => {
  if (typeof racer === 'string') return { engine, nsPerCustomer: null, meanWait: null, note: racer };
  const times = rounds.map(({ ns }) => ns);
  return {
    engine,
    nsPerCustomer: { median: median(times), least: Math.min(...times), most: Math.max(...times) },
    meanWait: rounds.reduce((sum, { meanWait }) => sum + meanWait, 0) / rounds.length,
    note: racer.note,
  };
};

const ours = (): Racer => {
  const design = readDocument(
    station('servers: 8, service: { distribution: exponential, mean: 1s }', poisson(7.2)),
    'M/M/8',
  );
  const run = (customers: number, seed: number): Round => {
    const began = performance.now();
    const report = simulate(design, palette(), {
      seed,
      requests: customers,
      eventsMax: Number.MAX_SAFE_INTEGER,
    });
    const ns = ((performance.now() - began) * 1e6) / customers;
    const api = report.components.find(({ id }) => id === 'api');
    return { ns, meanWait: (api?.waitMs?.mean.value ?? Number.NaN) / 1000 };
  };
  run(200_000, 99);
  return { run, note: `Node ${process.versions.node}` };
};

const plainC = (folder: string): Racer | string => {
  const binary = join(folder, 'mm8');
  const source = new URL('mm8.c', import.meta.url).pathname;
  const made = attempt('gcc', ['-O2', '-o', binary, source, '-lm']);
  if (made === undefined) return 'absent: no gcc that compiles it; `apt-get install gcc libc6-dev`';
  return {
    run: (customers, seed) => timed(binary, [String(customers), String(seed)]),
    note: firstLine('gcc'),
  };
};

const PYTHONS = ['/usr/bin/python3', 'python3', 'python'];

const simPy = (): Racer | string => {
  for (const python of PYTHONS) {
    const versions =
      'import platform, simpy; print("SimPy", simpy.__version__, "on Python", platform.python_version())';
    const note = attempt(python, ['-c', versions]);
    if (note === undefined) continue;
    const model = new URL('mm8.py', import.meta.url).pathname;
    return {
      run: (customers, seed) => timed(python, [model, String(customers), String(seed)]),
      note: note.trim(),
    };
  }
  return 'absent: no Python here imports simpy; `apt-get install python3-simpy3` on Debian 12, `pip install simpy` elsewhere';
};

const timed = (command: string, args: readonly string[]): Round => {
  const [customers, seconds, meanWait] = execFileSync(command, [...args], { encoding: 'utf8' })
    .trim()
    .split(/\s+/)
    .map(Number);
  return { ns: (seconds! * 1e9) / customers!, meanWait: meanWait! };
};

const firstLine = (command: string): string => attempt(command, ['--version'])?.split('\n')[0] ?? '';

const attempt = (command: string, args: readonly string[]): string | undefined => {
  try {
    return execFileSync(command, [...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return undefined;
  }
};

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};
