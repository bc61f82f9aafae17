/** The real product in processes of its own, with a home of its own, started as a person starts it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const DRYRUN = ['bin/dryrun.mjs'];

/** Long enough for a first build. */
const READY_WITHIN_MS = 110_000;

export type Ended = number | NodeJS.Signals;

export type Product = {
  readonly url: string;
  readonly stderr: () => string;
  /** Asks it to stop as a terminal does, or kills it; answers its exit code, or the signal that ended it. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<Ended>;
};

/** An empty home, removed with `leave`. */
export const newHome = async () => {
  const home = await mkdtemp(join(tmpdir(), 'dryrun-home-'));
  return { home, leave: () => rm(home, { recursive: true, force: true }) };
};

/** `dryrun start` on a free port, or on the one asked for. */
export const startProduct = async (home: string, port = 0): Promise<Product> => {
  const child = spawn(process.execPath, [...DRYRUN, 'start', '--port', String(port)], {
    cwd: ROOT,
    env: { ...process.env, DRYRUN_HOME: home },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit').then(([code, signal]): Ended => code ?? signal);
  const stop = (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal);
    return exited;
  };

  let printed = '';
  let complained = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complained += chunk.toString();
  });
  const ready = new Promise<string>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const url = /^Dryrun is at (http:\/\/127\.0\.0\.1:\d+)$/m.exec(printed)?.[1];
      if (url) resolve(url);
    });
  });
  const late = delay(READY_WITHIN_MS, undefined, { ref: false });
  const url = await Promise.race([ready, late, exited.then(() => undefined)]);
  if (url) return { url, stop, stderr: () => complained };
  const end = await stop();
  throw new Error(
    `Expected “Dryrun is at http://127.0.0.1:PORT”; it ended with ${end} and had printed:\n${printed}${complained}`,
  );
};

/** One command of the terminal. */
export const runDryrun = async (home: string, args: readonly string[], input = '') => {
  const child = spawn(process.execPath, [...DRYRUN, ...args], {
    cwd: ROOT,
    env: { ...process.env, DRYRUN_HOME: home },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.end(input);
  const [out, err, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit').then(([exit]): Ended => exit),
  ]);
  return { out, err, code };
};
