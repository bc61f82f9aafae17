/**
 * Rounds of a writer that is really killed (SIGKILL) in the middle of a burst, acknowledged against found.
 *
 *     child n:  looks at what child n−1 left ─▶ writes, saying each beginning and each acknowledgement ─▶ is killed
 *
 * The moment is seeded: after so many acknowledgements and so many milliseconds more. On PostgreSQL every second kill
 * is of the whole server (postmaster and backends at once), which is then started again and recovers.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { idOf, type Place, randomOf } from './burst.ts';
import { bundle } from './bundle.ts';
import { temporaryFolder } from './folder.ts';
import type { Verdict } from './kill-check.ts';
import type { Order } from './kill-writer.ts';
import { type Server, startPostgres } from './postgres.ts';

export type KillOptions = {
  readonly store: 'sqlite' | 'postgres';
  readonly rounds: number;
  readonly seed: number;
  readonly onRound?: (round: number) => void;
};

export type KillResult = {
  readonly store: string;
  readonly rounds: number;
  readonly acknowledged: number;
  readonly found: number;
  readonly lost: readonly string[];
  readonly broken: readonly string[];
  /** Rounds in which at least one append was under way when the kill came. */
  readonly midAppend: number;
  /** Appends under way at a kill, and how many of them were on disk whole without having been acknowledged. */
  readonly inFlight: number;
  readonly foundUnacknowledged: number;
  readonly serverKills: number;
  readonly seconds: number;
};

const ACKNOWLEDGED_MAX = 40;
const LATER_MS_MAX = 6;
const ROUND_MS_MAX = 40_000;

export const killRounds = async (options: KillOptions): Promise<KillResult> => {
  const began = performance.now();
  const { folder, remove } = temporaryFolder();
  const server = options.store === 'postgres' ? await startPostgres() : undefined;
  if (options.store === 'postgres' && !server)
    throw new Error('Expected a PostgreSQL on this machine, found none. Install it.');
  const place = server ? await server.createDatabase() : folder;
  const target = { store: options.store, place };
  const { seed } = options;

  const all: Place[] = [];
  const lost: string[] = [];
  const broken: string[] = [];
  const sum = { foundUnacknowledged: 0, inFlight: 0, midAppend: 0, serverKills: 0 };
  const add = (verdict: Verdict) => {
    lost.push(...verdict.lost.filter((id) => !lost.includes(id)));
    broken.push(...verdict.broken);
    sum.foundUnacknowledged += verdict.foundUnacknowledged;
  };

  const programs = temporaryFolder();
  const program = await bundle(new URL('./kill-writer.ts', import.meta.url), programs.folder);
  const startWriter = () => startWriterOf(program);
  let next = startWriter();
  try {
    let left: Left = { acknowledged: [], inFlight: [] };
    for (let round = 1; round <= options.rounds; round += 1) {
      const writer = next;
      // Started ahead: a process takes longer to start than to be killed.
      next = startWriter();
      const random = randomOf(`${seed} round ${round}`);
      const victim = server && round % 2 === 0 ? server : undefined;
      const played = await playRound(writer, { target, seed, round, ...left }, random, victim);
      add(played.verdict);
      left = played.left;
      all.push(...left.acknowledged);
      sum.inFlight += left.inFlight.length;
      if (left.inFlight.length > 0) sum.midAppend += 1;
      if (victim) sum.serverKills += 1;
      options.onRound?.(round);
    }
    add(await look(next, { target, seed, round: undefined, ...left }));
    // Once more, everything: what a later round's recovery might have undone.
    next = startWriter();
    add(await look(next, { target, seed, round: undefined, acknowledged: all, inFlight: [] }));
  } finally {
    next.child.kill('SIGKILL');
    await server?.dispose();
    remove();
    programs.remove();
  }
  return {
    store: options.store,
    rounds: options.rounds,
    acknowledged: all.length,
    found: all.length - lost.length,
    lost,
    broken,
    ...sum,
    seconds: (performance.now() - began) / 1_000,
  };
};

type Left = { readonly acknowledged: readonly Place[]; readonly inFlight: readonly Place[] };
type Writer = {
  readonly child: ChildProcess;
  /** Tells the writer what to do and hears what it says, to its end, which may have been before this. */
  readonly tell: (order: Order, hear: (line: string) => void) => Promise<void>;
  /** How it ended and what it complained of. */
  readonly end: () => string;
};

const startWriterOf = (program: string): Writer => {
  const child = spawn(process.execPath, [program], { stdio: 'pipe' });
  let complaints = '';
  child.stderr.on('data', (part) => {
    complaints = (complaints + String(part)).slice(-2_000);
  });
  // Killed before it was ever told anything: the pipe breaks, and nobody minds.
  child.stdin.on('error', () => {});
  const lines = createInterface({ input: child.stdout });
  const ended = once(child, 'close');
  return {
    child,
    tell: async (order, hear) => {
      const timer = setTimeout(() => child.kill('SIGKILL'), ROUND_MS_MAX);
      lines.on('line', hear);
      child.stdin.write(`${JSON.stringify(order)}\n`);
      await ended;
      clearTimeout(timer);
    },
    end: () => `exit ${child.exitCode ?? child.signalCode}, ${complaints || 'without a complaint'}`,
  };
};

const playRound = async (
  writer: Writer,
  order: Order,
  random: (below: number) => number,
  victim: Server | undefined,
): Promise<{ readonly verdict: Verdict; readonly left: Left }> => {
  const killAfter = 1 + random(ACKNOWLEDGED_MAX);
  const laterMs = random(LATER_MS_MAX + 1);
  const started = new Map<string, Place>();
  const acknowledged: Place[] = [];
  let verdict: Verdict | undefined;
  let killing: Promise<void> | undefined;
  let failed = '';
  const kill = async () => {
    await new Promise((resolve) => setTimeout(resolve, laterMs));
    // Together: a writer that is told of the server's end must not have the time to do anything about it.
    await victim?.kill();
    writer.child.kill('SIGKILL');
  };
  await writer.tell(order, (line) => {
    const what = JSON.parse(line.slice(2));
    if (line.startsWith('v ')) verdict = what;
    if (line.startsWith('s ')) started.set(idOf(what), what);
    if (line.startsWith('a ')) {
      started.delete(idOf(what));
      acknowledged.push(what);
      if (acknowledged.length === killAfter) killing = kill();
    }
    if (line.startsWith('f ') && !killing) failed = what;
  });
  await killing;
  if (!verdict || !killing || failed) {
    throw new Error(
      `Round ${order.round}: expected a verdict and ${killAfter} acknowledgements before the kill, found ${
        verdict ? 'the verdict' : 'no verdict'
      } and ${acknowledged.length}; the writer: ${failed || writer.end()}`,
    );
  }
  await victim?.start();
  return { verdict, left: { acknowledged, inFlight: [...started.values()] } };
};

const look = async (writer: Writer, order: Order): Promise<Verdict> => {
  let verdict: Verdict | undefined;
  let other = '';
  await writer.tell(order, (line) => {
    if (line.startsWith('v ')) verdict = JSON.parse(line.slice(2));
    else other = line;
  });
  if (!verdict) throw new Error(`Expected a verdict; the writer: ${other || writer.end()}`);
  return verdict;
};
